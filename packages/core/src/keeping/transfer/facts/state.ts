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

/** How far a transfer has come. */
export type TransferPhase = 'begun' | 'drawn-up' | 'signed' | 'accepted' | 'refused';

/** Where one listed record stands in its transfer. */
export interface TransferRecord {
  standing: 'outstanding' | 'noted' | 'not-done';
  /** Revision at which it stands still; null until it is noted. */
  revision: number | null;
  /** What acceptance or refusal asked of it, once that is done. */
  settled: 'close' | 'return' | null;
}

/** What the events of a transfer to the archive amount to. */
export interface TransferState {
  id: string | null;
  phase: TransferPhase;
  group: string | null;
  begunOn: string;
  /** Day of the latest act: the next one is not dated before it. */
  lastOn: string;
  /** Last day by which the regulation asks for it; null: no deadline. */
  dueOn: string | null;
  /** Day on which the archive accepted; null: it has not. */
  acceptedOn: string | null;
  /** Who signed for the side that hands over. */
  signedBy: string | null;
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
