import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { BlankRange } from '../../facts/blank-questions.ts';
import { subtractRange } from '../../facts/blank-questions.ts';
import type { blankStockEvents } from './events.ts';

/*
 * Stream: `<org>.blank-<kind>`: which blanks were received, and which register each range is
 * assigned to. A range is assigned to one register's year and used only there, so that "one blank
 * is used once" is decided in one stream. Unused blanks are released there before they are assigned
 * elsewhere. D15.
 */

/** Any event in the stream of the stock of one kind of blank. */
export type BlankStockEvent = EventOf<(typeof blankStockEvents)[number]>;

/** Blanks assigned to the register of a year. */
export interface AssignedRange extends BlankRange {
  readonly register: string;
}

/** What the events of the stock of one kind of blank amount to. */
export interface BlankStockState {
  received: readonly BlankRange[];
  assigned: readonly AssignedRange[];
}

/** Folds the stock of one kind of blank. */
export const blankStockFold: Fold<BlankStockState, BlankStockEvent> = {
  kind: 'blank',
  initial: () => ({ received: [], assigned: [] }),
  evolve: (state, event) => {
    const { series, from, to } = event.data;
    const range = { series, from, to };
    if (event.type === 'BlanksReceived') {
      state.received = [...state.received, range];
      return;
    }
    const { register } = event.data;
    const left = state.assigned.flatMap((one) =>
      subtractRange(one, range).map((rest) => ({ ...rest, register: one.register })),
    );
    state.assigned = [...left, { ...range, register }];
  },
};
