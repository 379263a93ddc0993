import type * as z from 'zod';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { ResultState } from './assessment-state.ts';
import type { debtEvents, retakeShape } from './debt-events.ts';
import type { EnrollmentState } from './state.ts';

/* State of debts and retakes, a part of the enrollment's state. D9. */

/** Any event of debts and retakes. */
export type DebtEvent = EventOf<(typeof debtEvents)[number]>;

/** What a recorded result says of the retake that was taken. */
export type RetakeTaken = z.infer<typeof retakeShape>;

/** Days that do not count in a term, both ends included. */
export interface Pause {
  readonly from: string;
  readonly until: string;
}

/** An academic debt, with its pauses and its end. */
export interface DebtState {
  /** Event id of the debt, by which commands name it. */
  readonly event: string;
  /** Day on which it arose. */
  readonly on: string;
  readonly group: string;
  /** Null: the programme as a whole. */
  readonly module: string | null;
  readonly kind: string;
  /** Event id of the failed result; null: there is no result. */
  readonly result: string | null;
  readonly pauses: Pause[];
  /** Event id of the result that settled it, and the day of that; null: not settled. */
  settledBy: string | null;
  settledOn: string | null;
  expiredOn: string | null;
}

/** A granted retake, and how it was taken or withdrawn. */
export interface RetakeState {
  /** Event id of the grant, by which commands name it. */
  readonly event: string;
  /** Day of the grant. */
  readonly on: string;
  /** Event id of the debt, or of the failed result where the kind makes no debts. */
  readonly of: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  readonly module: string | null;
  readonly kind: string;
  readonly plannedOn: string;
  readonly commission: string | null;
  withdrawn: boolean;
  /** Event id of the result in which it was last taken; null: not taken yet. */
  takenBy: string | null;
}

/** Folds an event about debts and retakes onto the state of the enrollment. */
export function evolveDebts(state: EnrollmentState, event: DebtEvent): void {
  const { id, occurredOn: on } = event;
  switch (event.type) {
    case 'DebtArose': {
      const { group, module, kind, result } = event.data;
      const fresh = { pauses: [], settledBy: null, settledOn: null, expiredOn: null };
      state.debts.set(id, { event: id, on, group, module, kind, result, ...fresh });
      return;
    }
    case 'DebtTermPaused':
      state.debts.get(event.data.debt)?.pauses.push({ from: on, until: event.data.until });
      return;
    case 'DebtSettled': {
      const debt = state.debts.get(event.data.debt);
      if (debt !== undefined) Object.assign(debt, { settledBy: event.data.result, settledOn: on });
      return;
    }
    case 'DebtExpired': {
      const debt = state.debts.get(event.data.debt);
      if (debt !== undefined) debt.expiredOn = on;
      return;
    }
    case 'RetakeGranted': {
      const { of, attempt, module, kind, plannedOn, commission } = event.data;
      const fresh = { withdrawn: false, takenBy: null };
      const asked = { of, attempt, module, kind, plannedOn, commission };
      state.retakes.set(id, { event: id, on, ...asked, ...fresh });
      return;
    }
    case 'RetakeWithdrawn': {
      const retake = state.retakes.get(event.data.retake);
      if (retake !== undefined) retake.withdrawn = true;
      return;
    }
    case 'InformedOfDebts':
      return; // no decision depends on it
  }
}

/** Is a result valid and passing: not annulled, with a passing mark or credited without a mark? */
export function resultPasses({ annulledOn, mark, credited }: ResultState): boolean {
  return annulledOn === null && (mark === null ? credited : mark.passes);
}

/** The status of a debt. `groundless`: its failed result was annulled, or corrected to a pass. */
export type DebtStatus = 'open' | 'settled' | 'expired' | 'groundless';

/**
 * The status of a debt by the facts so far. A debt whose settling result is annulled, or corrected
 * to a failing mark, is open again; one whose failed result is annulled, or corrected to a passing
 * mark, is groundless. D9.
 */
export function debtStatus(state: EnrollmentState, debt: DebtState): DebtStatus {
  const settled = debt.settledBy === null ? undefined : state.results.get(debt.settledBy);
  if (settled !== undefined && resultPasses(settled)) return 'settled';
  const ground = debt.result === null ? undefined : state.results.get(debt.result);
  if (ground !== undefined && (ground.annulledOn !== null || resultPasses(ground)))
    return 'groundless';
  return debt.expiredOn === null ? 'open' : 'expired';
}

/** The open debts, in the order in which they arose. R4 §2.2.6. */
export function openDebts(state: EnrollmentState): readonly DebtState[] {
  return [...state.debts.values()].filter((debt) => debtStatus(state, debt) === 'open');
}

/**
 * The debts that were owed on a day: they had arisen and were not settled by then. An expired debt
 * is still owed; a groundless one never was. 273-FZ art. 58 part 2, art. 59 part 6.
 */
export function debtsOwedOn(state: EnrollmentState, day: string): readonly DebtState[] {
  return [...state.debts.values()].filter((debt) => {
    const status = debtStatus(state, debt);
    if (debt.on > day || status === 'groundless') return false;
    return status !== 'settled' || (debt.settledOn !== null && debt.settledOn > day);
  });
}

/** The valid result in which a retake was taken; null: the retake waits to be taken. */
export function resultOfRetake(state: EnrollmentState, retake: RetakeState): ResultState | null {
  const result = retake.takenBy === null ? undefined : state.results.get(retake.takenBy);
  return result === undefined || result.annulledOn !== null ? null : result;
}

/** How many attempts at a debt or failed result are used up. A retake with a mark always counts. */
export function attemptsUsed(state: EnrollmentState, of: string): number {
  return retakesOf(state, of).filter((one) => {
    const taken = resultOfRetake(state, one);
    return taken !== null && (taken.retake?.counts === true || taken.mark !== null);
  }).length;
}

/** The granted retake of a debt or failed result that waits to be taken; null: none. */
export function waitingRetake(state: EnrollmentState, of: string): RetakeState | null {
  return retakesOf(state, of).find((one) => resultOfRetake(state, one) === null) ?? null;
}

function retakesOf(state: EnrollmentState, of: string): readonly RetakeState[] {
  return [...state.retakes.values()].filter((one) => one.of === of && !one.withdrawn);
}
