import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { commissionEntryAnnulled, commissionEvents } from './events.ts';

/*
 * State of a commission, folded from its stream `<org>.commission-<commission>`. Members and
 * sittings are in one stream, so that no member can be relieved from a day on which they sat. D8.
 */

/** Any event of a commission's stream. */
export type CommissionEvent = EventOf<(typeof commissionEvents)[number]>;

/** A member of the commission and their role, by the regulation's id. */
export interface Seat {
  readonly person: string;
  readonly role: string;
}

/** A seat and the days on which it was held. */
export interface SeatHeld extends Seat {
  readonly from: string;
  /** First day without it; null: still held. */
  relievedFrom: string | null;
}

/** An entry of a protocol, as last corrected. */
export interface ProtocolEntry {
  /** Event id of the first entry. */
  readonly event: string;
  /** Number in its protocol, from 1. */
  readonly number: number;
  /** Event id in force: the first entry, or its last correction. */
  inForce: string;
  enrollment: string;
  learner: string;
  /** Event id of the result; null: the entry is struck out. */
  result: string | null;
  readonly refs: Refs;
  /** Day of the latest act about it. */
  lastActOn: string;
  /** Person ids of members with a special opinion on it. */
  readonly dissenters: string[];
}

/** A sitting and its protocol. */
export interface Sitting {
  /** Event id. */
  readonly event: string;
  /** Whether it was annulled: it was not held. */
  annulled: boolean;
  readonly commission: string;
  /** Id of its protocol: `<commission>.<n>`. */
  readonly protocol: string;
  readonly on: string;
  readonly kind: string;
  readonly present: readonly Seat[];
  /** Persons whose signatures complete the protocol. */
  readonly signatories: readonly string[];
  /** Number of the edition of its day, whose rules apply to this protocol from then on. */
  readonly edition: number;
  readonly entries: ProtocolEntry[];
  /** Event id of an entry or of its correction → the entry. */
  readonly entryOf: Map<string, ProtocolEntry>;
  /** Person ids of those who signed. */
  readonly signed: string[];
}

/** An entry about a commission that may be annulled: its forming, seats, dissolution, sittings. */
export type CommissionEntry = Extract<
  CommissionEvent,
  {
    type:
      | 'CommissionFormed'
      | 'MemberSeated'
      | 'MemberRelieved'
      | 'CommissionDissolved'
      | 'SittingHeld';
  }
>;

/** What the entries of a commission that count amount to. */
interface OwnState {
  /** Null while the stream is empty. */
  id: string | null;
  kind: string;
  programmes: readonly string[];
  groups: readonly string[];
  from: string;
  /** Last day of its term; null: until dissolved. */
  until: string | null;
  /** First day without it; null: not dissolved. */
  dissolvedFrom: string | null;
  readonly seats: SeatHeld[];
  /** Latest day on which its members changed. */
  changedOn: string;
  /** Latest day of a sitting; '' where none was held. */
  lastSittingOn: string;
}

/** A commission, as of the events folded so far. */
export interface CommissionState extends OwnState, WithEntries<CommissionEntry> {
  /** By protocol id, in the order of their numbers; annulled ones too, whose ids are not reused. */
  readonly sittings: Map<string, Sitting>;
}

/** How the entries, in the order of their days, make the state; for `stateWithout` too. */
export const ownCommissionFold: EntryFold<OwnState, CommissionEntry> = {
  kind: 'commission',
  initial: () => ({
    id: null,
    kind: '',
    programmes: [],
    groups: [],
    from: '',
    until: null,
    dissolvedFrom: null,
    seats: [],
    changedOn: '',
    lastSittingOn: '',
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (event.type === 'SittingHeld') {
      state.lastSittingOn = on;
      return;
    }
    if (event.type === 'CommissionDissolved') {
      state.dissolvedFrom = on;
      return;
    }
    state.changedOn = on;
    switch (event.type) {
      case 'CommissionFormed': {
        const { commission: id, kind, programmes, groups, until, members } = event.data;
        Object.assign(state, { id, kind, programmes, groups, until, from: on });
        for (const one of members) state.seats.push({ ...one, from: on, relievedFrom: null });
        return;
      }
      case 'MemberSeated': {
        const { person, role } = event.data;
        state.seats.push({ person, role, from: on, relievedFrom: null });
        return;
      }
      case 'MemberRelieved': {
        const { person } = event.data;
        const seat = state.seats.findLast((one) => one.person === person);
        if (seat !== undefined) seat.relievedFrom = on;
      }
    }
  },
};

const entryFold = foldEntries<OwnState, CommissionEntry, EventOf<typeof commissionEntryAnnulled>>(
  ownCommissionFold,
  { type: 'CommissionEntryAnnulled' },
);

/** Folds a commission's stream. */
export const commissionFold: Fold<CommissionState, CommissionEvent> = {
  kind: ownCommissionFold.kind,
  initial: () => ({ ...entryFold.initial(), sittings: new Map() }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'SittingHeld':
        entryFold.evolve(state, event);
        return evolveProtocol(state, event);
      case 'CommissionEntryAnnulled': {
        entryFold.evolve(state, event);
        for (const sitting of state.sittings.values()) {
          if (sitting.event === event.data.corrects) sitting.annulled = true;
        }
        return;
      }
      case 'CommissionFormed':
      case 'MemberSeated':
      case 'MemberRelieved':
      case 'CommissionDissolved':
        return entryFold.evolve(state, event);
      default:
        return evolveProtocol(state, event);
    }
  },
};

/** The sitting of a protocol; undefined where there is none, or it was annulled. */
export function sittingOf({ sittings }: CommissionState, protocol: string): Sitting | undefined {
  const sitting = sittings.get(protocol);
  return sitting?.annulled === true ? undefined : sitting;
}

type ProtocolEvent = Exclude<
  CommissionEvent,
  {
    type:
      | 'CommissionFormed'
      | 'MemberSeated'
      | 'MemberRelieved'
      | 'CommissionDissolved'
      | 'CommissionEntryAnnulled';
  }
>;

function evolveProtocol(state: CommissionState, event: ProtocolEvent): void {
  if (event.type === 'SittingHeld') {
    const { commission, protocol, kind, present, signatories, edition } = event.data;
    const on = event.occurredOn;
    const fresh = { entries: [], entryOf: new Map<string, ProtocolEntry>(), signed: [] };
    const held = { commission, protocol, on, kind, present, signatories, edition };
    state.sittings.set(protocol, { event: event.id, ...held, annulled: false, ...fresh });
    return;
  }
  const sitting = state.sittings.get(event.data.protocol);
  if (sitting === undefined) return;
  switch (event.type) {
    case 'ProtocolLineEntered': {
      const { line: number, enrollment, learner, result } = event.data;
      const { id, refs, occurredOn: lastActOn } = event;
      const entry: ProtocolEntry = {
        event: id,
        number,
        inForce: id,
        enrollment,
        learner,
        result,
        refs,
        lastActOn,
        dissenters: [],
      };
      sitting.entries.push(entry);
      sitting.entryOf.set(id, entry);
      return;
    }
    case 'ProtocolLineCorrected': {
      const entry = sitting.entryOf.get(event.data.corrects);
      if (entry === undefined) return;
      const { enrollment, learner, result, actedOn: lastActOn } = event.data;
      Object.assign(entry, { inForce: event.id, enrollment, learner, result, lastActOn });
      sitting.entryOf.set(event.id, entry);
      return;
    }
    case 'DissentRecorded':
      sitting.entryOf.get(event.data.about)?.dissenters.push(event.data.member);
      return;
    case 'ProtocolSigned':
      sitting.signed.push(event.data.person);
      return;
  }
}

/** Is the commission formed, within its term and not dissolved on a day? */
export function worksOn(state: CommissionState, on: string): boolean {
  const { id, from, until, dissolvedFrom } = state;
  if (id === null || on < from) return false;
  return (until === null || on <= until) && (dissolvedFrom === null || on < dissolvedFrom);
}

/** The members of the commission on a day; none where it does not work. */
export function seatsOn(state: CommissionState, on: string): readonly Seat[] {
  if (!worksOn(state, on)) return [];
  return state.seats.filter(
    (seat) => seat.from <= on && (seat.relievedFrom === null || on < seat.relievedFrom),
  );
}

/**
 * The seat in which a person signs for a sitting: the one they hold on the day of the signature,
 * or, once the commission no longer works, the one they had at the sitting. Null: none.
 */
export function signingSeat(
  state: CommissionState,
  sitting: Sitting,
  person: string,
  on: string,
): Seat | null {
  const seats = worksOn(state, on) ? seatsOn(state, on) : sitting.present;
  return seats.find((seat) => seat.person === person) ?? null;
}

/** Have all signed whose signatures complete the protocol? */
export function isComplete({ signatories, signed }: Sitting): boolean {
  return signed.length > 0 && signatories.every((person) => signed.includes(person));
}
