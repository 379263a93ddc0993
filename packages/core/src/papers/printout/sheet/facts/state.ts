import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Refs } from '../../../../kernel/event.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { sheetEvents, sheetsSigned } from '../../facts/events.ts';

/*
 * Stream: `<org>.sheet-<carrier>.<volume>.<period>`. The signed sheets of one volume of a carrier,
 * numbered from 1 through its period. For a mandatory carrier on paper the signed sheet is what the
 * regulation asks for. All sheets of a period are in one stream, so no number is given twice or
 * left out when two people sign at once. D1, D21, R1 §4.2, R2 §2.2, R3 §3.3, R5 §4.3.1.
 */

/** Any event in the stream of a carrier's signed sheets. */
export type SheetEvent = EventOf<(typeof sheetEvents)[number]>;

/** Sheets that were signed at once. */
export interface SignedSheets {
  readonly eventId: string;
  readonly on: string;
  readonly refs: Refs;
  readonly data: EventOf<typeof sheetsSigned>['data'];
}

/** What the events of a carrier's signed sheets amount to. */
export interface SheetsState {
  /** Number of the last sheet; 0 before the first. */
  lastSheet: number;
  /** Day of the last signing. */
  lastOn: string;
  readonly signings: SignedSheets[];
  /** Number → day from which it is void. */
  readonly voided: Map<number, string>;
}

/** Folds the events of a carrier's signed sheets into its state. */
export const sheetFold: Fold<SheetsState, SheetEvent> = {
  kind: 'sheet',
  initial: () => ({ lastSheet: 0, lastOn: '', signings: [], voided: new Map() }),
  evolve: (state, event) => {
    if (event.type === 'SheetVoided') {
      state.voided.set(event.data.sheet, event.data.actedOn);
      return;
    }
    const { id: eventId, occurredOn: on, refs } = event;
    const { data } = event;
    state.signings.push({ eventId, on, refs, data });
    state.lastSheet = data.lastSheet;
    state.lastOn = on;
  },
};
