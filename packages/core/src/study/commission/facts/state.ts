import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { commissionEvents } from './events.ts';

/*
 * Stream: `<org>.commission-<id>`. Formed by order, its members changed, its sittings held with
 * their protocols, dissolved. Seats and sittings lie in one stream, so that no member is relieved
 * from a day on which they sat. D8.
 */

/** Any event of a commission's stream. */
export type CommissionEvent = EventOf<(typeof commissionEvents)[number]>;

/** A person in a seat of the commission. */
export interface Seat {
  readonly person: string;
  readonly role: string;
}

/** A seat over time. */
export interface SeatHeld extends Seat {
  readonly from: string;
  /** First day without it; null: held. */
  relievedFrom: string | null;
}

/** A line of a protocol, and what became of it. */
export interface ProtocolEntry {
  /** Event id of the line. */
  readonly event: string;
  /** From 1. */
  readonly number: number;
  /** Event id in force: the line, or its last correction. */
  inForce: string;
  enrollment: string;
  learner: string;
  /** Event of the result; null: struck out. */
  result: string | null;
  readonly refs: Refs;
  /** Day of the latest act about it. */
  lastActOn: string;
  readonly dissenters: string[];
}

/** A sitting and its protocol. */
export interface Sitting {
  readonly protocol: string;
  readonly on: string;
  readonly kind: string;
  readonly present: readonly Seat[];
  readonly signatories: readonly string[];
  /** The edition that it was held by: its rules hold for this protocol from then on. */
  readonly edition: number;
  readonly entries: ProtocolEntry[];
  /** Event id of a line or of its correction → the line. */
  readonly entryOf: Map<string, ProtocolEntry>;
  readonly signed: string[];
}

/** What a commission is, by the facts so far. */
export interface CommissionState {
  id: string | null;
  kind: string;
  programmes: readonly string[];
  groups: readonly string[];
  from: string;
  /** Last day of its term. */
  until: string | null;
  dissolvedFrom: string | null;
  readonly seats: SeatHeld[];
  /** Latest day on which its seats changed. */
  changedOn: string;
  /** In the order of their numbers. */
  readonly sittings: Map<string, Sitting>;
  /** Latest day of a sitting; empty: none was held. */
  lastSittingOn: string;
}

/** Folds a commission's stream. */
export const commissionFold: Fold<CommissionState, CommissionEvent> = {
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
    sittings: new Map(),
    lastSittingOn: '',
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    switch (event.type) {
      case 'CommissionFormed': {
        const { commission: id, kind, programmes, groups, until, members } = event.data;
        Object.assign(state, { id, kind, programmes, groups, until, from: on, changedOn: on });
        for (const one of members) state.seats.push({ ...one, from: on, relievedFrom: null });
        return;
      }
      case 'MemberSeated': {
        const { person, role } = event.data;
        state.seats.push({ person, role, from: on, relievedFrom: null });
        state.changedOn = on;
        return;
      }
      case 'MemberRelieved': {
        const { person } = event.data;
        const held = state.seats.findLast((one) => one.person === person);
        if (held !== undefined) held.relievedFrom = on;
        state.changedOn = on;
        return;
      }
      case 'CommissionDissolved':
        state.dissolvedFrom = on;
        return;
      default:
        return evolveProtocol(state, event);
    }
  },
};

type ProtocolEvent = Exclude<
  CommissionEvent,
  { type: 'CommissionFormed' | 'MemberSeated' | 'MemberRelieved' | 'CommissionDissolved' }
>;

function evolveProtocol(state: CommissionState, event: ProtocolEvent): void {
  if (event.type === 'SittingHeld') {
    const { protocol, kind, present, signatories, edition } = event.data;
    const on = event.occurredOn;
    const fresh = { entries: [], entryOf: new Map<string, ProtocolEntry>(), signed: [] };
    state.sittings.set(protocol, { protocol, on, kind, present, signatories, edition, ...fresh });
    if (on > state.lastSittingOn) state.lastSittingOn = on;
    return;
  }
  const sitting = state.sittings.get(event.data.protocol);
  if (sitting === undefined) return;
  switch (event.type) {
    case 'ProtocolLineEntered': {
      const { line: number, enrollment, learner, result } = event.data;
      const { id, refs, occurredOn: lastActOn } = event;
      const line: ProtocolEntry = {
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
      sitting.entries.push(line);
      sitting.entryOf.set(id, line);
      return;
    }
    case 'ProtocolLineCorrected': {
      const line = sitting.entryOf.get(event.data.corrects);
      if (line === undefined) return;
      const { enrollment, learner, result, actedOn: lastActOn } = event.data;
      Object.assign(line, { inForce: event.id, enrollment, learner, result, lastActOn });
      sitting.entryOf.set(event.id, line);
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

/** Does the commission work on a day: formed, its term not over, not dissolved? */
export function worksOn(state: CommissionState, on: string): boolean {
  const { id, from, until, dissolvedFrom } = state;
  if (id === null || on < from) return false;
  return (until === null || on <= until) && (dissolvedFrom === null || on < dissolvedFrom);
}

/** Who sits in it on a day. */
export function seatsOn(state: CommissionState, on: string): readonly Seat[] {
  if (!worksOn(state, on)) return [];
  return state.seats.filter(
    (seat) => seat.from <= on && (seat.relievedFrom === null || on < seat.relievedFrom),
  );
}

/**
 * The seat in which a person signs about a sitting: the one they hold on the act's day; once the
 * commission works no longer, the one in which they sat. Null: none.
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

/** Have all signed without whose signature the protocol is incomplete? */
export function isComplete({ signatories, signed }: Sitting): boolean {
  return signed.length > 0 && signatories.every((person) => signed.includes(person));
}
