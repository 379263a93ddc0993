import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { transferEvents } from './events.ts';

/*
 * Stream: `<org>.transfer-<id>`. One transfer of records to the archive: begun with its list, each
 * record noted or not done, the act drawn up, signed, and accepted or refused; then each noted
 * record settled. D18, R1 §7, R2 §3.
 */

/** Any event in the stream of a transfer to the archive. */
export type TransferEvent = EventOf<(typeof transferEvents)[number]>;

/** The phase of a transfer. */
export type TransferPhase = 'begun' | 'drawn-up' | 'signed' | 'accepted' | 'refused';

/** The status of one listed record in its transfer. */
export interface TransferRecord {
  standing: 'outstanding' | 'noted' | 'not-done';
  /** Revision at which its stream was closed to change; null until it is noted. */
  revision: number | null;
  /** Whether it was closed after acceptance or returned after refusal; null until then. */
  settled: 'close' | 'return' | null;
}

/** What the events of a transfer to the archive amount to. */
export interface TransferState {
  id: string | null;
  phase: TransferPhase;
  group: string | null;
  begunOn: string;
  /** Day of the latest event: the next one may not be dated before it. */
  lastOn: string;
  /** Last day by which the regulation asks for it, or null where it sets no deadline. */
  dueOn: string | null;
  /** Day on which the archive accepted, or null. */
  acceptedOn: string | null;
  /** The number and day of the act of transfer; null until it is drawn up. */
  act: { readonly number: string; readonly date: string } | null;
  /** Who signed for the unit that hands over, or null. */
  signedBy: string | null;
  /** By name of the record, in the order of the list. */
  readonly records: Map<string, TransferRecord>;
}

/** Folds the events of a transfer to the archive into its state. */
export const transferFold: Fold<TransferState, TransferEvent> = {
  kind: 'transfer',
  initial: () => ({
    id: null,
    phase: 'begun',
    group: null,
    begunOn: '',
    lastOn: '',
    dueOn: null,
    acceptedOn: null,
    act: null,
    signedBy: null,
    records: new Map(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'TransferBegun': {
        const { transfer: id, group, dueOn } = event.data;
        const { occurredOn: on } = event;
        Object.assign(state, { id, group, dueOn, begunOn: on, lastOn: on });
        return;
      }
      case 'TransferActDrawnUp':
        state.act = { number: event.data.number, date: event.occurredOn };
        return advance(state, 'drawn-up', event.occurredOn);
      case 'TransferActSigned':
        state.signedBy = event.data.signer.person;
        return advance(state, 'signed', event.occurredOn);
      case 'TransferAccepted':
        state.acceptedOn = event.occurredOn;
        return advance(state, 'accepted', event.occurredOn);
      case 'TransferRefused':
        return advance(state, 'refused', event.occurredOn);
      default:
        return evolveRecord(state, event);
    }
  },
};

function advance(state: TransferState, phase: TransferPhase, on: string): void {
  state.phase = phase;
  state.lastOn = on;
}

type RecordFact = Extract<
  TransferEvent,
  { type: 'RecordsListed' | 'RecordNoted' | 'RecordNotDone' | 'RecordSettled' }
>;

function evolveRecord(state: TransferState, event: RecordFact): void {
  if (event.type === 'RecordsListed') {
    for (const record of event.data.records) {
      state.records.set(record, { standing: 'outstanding', revision: null, settled: null });
    }
    return;
  }
  const record = state.records.get(event.data.record);
  if (record === undefined) return;
  if (event.type === 'RecordNoted') {
    record.standing = 'noted';
    record.revision = event.data.revision;
  } else if (event.type === 'RecordSettled') {
    record.settled = event.data.step;
  } else if (event.data.step === 'hand-over') {
    record.standing = 'not-done';
  }
}
