import type { EntryFold, WithEntries } from '../../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../../entry/fold.ts';
import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { BlankRange } from '../../facts/blank-questions.ts';
import { isCovered, subtractRange } from '../../facts/blank-questions.ts';
import type { blankStockEvents } from './events.ts';

/*
 * Stream: `<org>.blank-<kind>`: which blanks were received, and which register each range is
 * assigned to. A range is assigned to one register's year and used only there, so that "one blank
 * is used once" is decided in one stream. Unused blanks are released there before they are assigned
 * elsewhere. D15.
 */

/** Any event in the stream of the stock of one kind of blank. */
export type BlankStockEvent = EventOf<(typeof blankStockEvents)[number]>;

type StockAnnulment = Extract<BlankStockEvent, { type: 'BlankStockEntryAnnulled' }>;

/** A delivery or an assignment: an entry of the stock, which may be annulled. */
export type BlankStockEntry = Exclude<BlankStockEvent, StockAnnulment>;

/** Blanks that came in together. */
export interface ReceivedRange extends BlankRange {
  readonly on: string;
}

/** Blanks assigned to the register of a year. */
export interface AssignedRange extends BlankRange {
  readonly register: string;
  readonly on: string;
  /** Event id of the assignment. */
  readonly entry: string;
}

/** What the entries of the stock of one kind of blank that count amount to. */
export interface BlankStock {
  received: readonly ReceivedRange[];
  /** Each blank once, under the register that it was assigned to last. */
  assigned: readonly AssignedRange[];
}

/** The stock of one kind of blank. */
export type BlankStockState = BlankStock & WithEntries<BlankStockEntry>;

/** How the entries of the stock that count, in the order of their days, make its state. */
export const blankStock: EntryFold<BlankStock, BlankStockEntry> = {
  kind: 'blank',
  initial: () => ({ received: [], assigned: [] }),
  evolve: (state, { id: entry, type, occurredOn: on, data }) => {
    const { series, from, to } = data;
    const range = { series, from, to };
    if (type === 'BlanksReceived') {
      state.received = [...state.received, { ...range, on }];
      return;
    }
    const left = state.assigned.flatMap((one) =>
      subtractRange(one, range).map((rest) => ({ ...one, ...rest })),
    );
    state.assigned = [...left, { ...range, register: data.register, on, entry }];
  },
};

/** Folds the stock of one kind of blank. */
export const blankStockFold: Fold<BlankStockState, BlankStockEvent> = foldEntries<
  BlankStock,
  BlankStockEntry,
  StockAnnulment
>(blankStock, { type: 'BlankStockEntryAnnulled' });

/** The assignments of blanks that had not come in by their day. D15. */
export function unfitStockEntries(state: BlankStockState): readonly BlankStockEntry[] {
  return entriesInForce(state).filter(
    ({ type, occurredOn, data }) =>
      type === 'BlanksAssigned' && !isCovered(data, receivedBy(state, occurredOn)),
  );
}

type BlanksAssigned = Extract<BlankStockEntry, { type: 'BlanksAssigned' }>;

/** The assignments that count, in the order of their days. */
export const assignments = (state: BlankStockState): readonly BlanksAssigned[] =>
  entriesInForce(state).filter((entry) => entry.type === 'BlanksAssigned');

/** The blanks that a register had been assigned by a day, whether it released them since or not. */
export const assignedBy = (
  state: BlankStockState,
  register: string,
  day: string,
): readonly BlankRange[] =>
  assignments(state)
    .filter(({ data, occurredOn }) => data.register === register && occurredOn <= day)
    .map(({ data }) => data);

/** The blanks that had come in by a day. */
export const receivedBy = ({ received }: BlankStock, day: string): readonly BlankRange[] =>
  received.filter(({ on }) => on <= day);
