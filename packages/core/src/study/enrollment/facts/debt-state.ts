import type * as z from 'zod';
import type { Annulment, Entry } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { ResultState } from './assessment-state.ts';
import type { debtEntryAnnulled, debtEvents, retakeShape } from './debt-events.ts';
import type { EnrollmentState } from './state.ts';

/* State of what was entered about debts and retakes, a part of the enrollment's state. D9. */

/** Any event of debts and retakes. */
export type DebtEvent = EventOf<(typeof debtEvents)[number]>;

/** An event of debts and retakes that can be put right. */
export type DebtEntryEvent = Exclude<DebtEvent, EventOf<typeof debtEntryAnnulled>>;

/** An entry about debts and retakes, and its annulment. */
export type DebtEntry = Entry<DebtEntryEvent>;

/** What a recorded result says of the retake that was taken. */
export type RetakeTaken = z.infer<typeof retakeShape>;

/** Days that do not count in a term, both ends included. */
export interface Pause {
  readonly from: string;
  readonly until: string;
}

/** Days that do not count in the term of one debt. */
export interface TermPause extends Pause {
  /** Event id of the pause. */
  readonly event: string;
  /** Event id of the failed result. */
  readonly debt: string;
}

/** A granted retake, and how it was taken or withdrawn. */
export interface RetakeState {
  /** Event id of the grant, by which commands name it. */
  readonly event: string;
  /** Day of the grant. */
  readonly on: string;
  /** Event id of the failed result. */
  readonly of: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  readonly module: string | null;
  readonly kind: string;
  plannedOn: string;
  readonly commission: string | null;
  withdrawn: boolean;
  /** Event id of the result in which it was last taken; null: not taken yet. */
  takenBy: string | null;
}

/** Folds an event about debts and retakes onto the state of the enrollment. */
export function evolveDebts(state: EnrollmentState, event: DebtEvent): void {
  if (event.type === 'DebtEntryAnnulled') return annul(state, event);
  state.debtEntries.set(event.id, { event, annulled: null, place: event.revision });
  switch (event.type) {
    case 'DebtTermPaused': {
      const { debt, until } = event.data;
      state.pauses.push({ event: event.id, debt, from: event.occurredOn, until });
      return;
    }
    case 'RetakeGranted': {
      const { of, attempt, module, kind, plannedOn, commission } = event.data;
      const fresh = { withdrawn: false, takenBy: null };
      const asked = { of, attempt, module, kind, plannedOn, commission };
      state.retakes.set(event.id, { event: event.id, on: event.occurredOn, ...asked, ...fresh });
      return;
    }
    case 'RetakeMoved': {
      const retake = state.retakes.get(event.data.retake);
      if (retake !== undefined) retake.plannedOn = event.data.plannedOn;
      return;
    }
    case 'RetakeWithdrawn':
      return setWithdrawn(state, event.data.retake, true);
    case 'InformedOfDebts':
      return; // no decision depends on it
  }
}

function annul(state: EnrollmentState, event: EventOf<typeof debtEntryAnnulled>): void {
  const { corrects, actedOn, replacedBy } = event.data;
  const entry = state.debtEntries.get(corrects);
  if (entry === undefined || entry.annulled !== null) return;
  const annulment: Annulment = { event: event.id, actedOn, replacedBy };
  entry.annulled = annulment;
  switch (entry.event.type) {
    case 'DebtTermPaused': {
      const at = state.pauses.findIndex((pause) => pause.event === corrects);
      state.pauses.splice(at, 1);
      return;
    }
    case 'RetakeGranted':
      return void state.retakes.delete(corrects);
    case 'RetakeMoved': {
      const retake = state.retakes.get(entry.event.data.retake);
      if (retake !== undefined) retake.plannedOn = entry.event.data.from;
      return;
    }
    case 'RetakeWithdrawn':
      return setWithdrawn(state, entry.event.data.retake, false);
    case 'InformedOfDebts':
      return;
  }
}

function setWithdrawn(state: EnrollmentState, retake: string, withdrawn: boolean): void {
  const granted = state.retakes.get(retake);
  if (granted !== undefined) granted.withdrawn = withdrawn;
}

/** The valid result in which a retake was taken; null: the retake waits to be taken. */
export function resultOfRetake(state: EnrollmentState, retake: RetakeState): ResultState | null {
  const result = retake.takenBy === null ? undefined : state.results.get(retake.takenBy);
  return result === undefined || result.annulledOn !== null ? null : result;
}

/** Does a granted retake wait to be taken: neither taken in a valid result nor withdrawn? */
export const isWaiting = (state: EnrollmentState, retake: RetakeState): boolean =>
  !retake.withdrawn && resultOfRetake(state, retake) === null;
