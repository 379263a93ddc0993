import type * as z from 'zod';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { ResultState } from './assessment-state.ts';
import type { debtEvents, retakeShape } from './debt-events.ts';
import type { EnrollmentState } from './state.ts';

/* Debts and granted retakes as the enrollment's stream tells them. D9. */

/** Any event of debts and retakes. */
export type DebtEvent = EventOf<(typeof debtEvents)[number]>;

/** What an assessment says that is a retake. */
export type RetakeTaken = z.infer<typeof retakeShape>;

/** A stretch of days that do not count, both ends included. */
export interface Pause {
  readonly from: string;
  readonly until: string;
}

/** A debt and what became of it. */
export interface DebtState {
  readonly event: string;
  readonly on: string;
  readonly group: string;
  readonly module: string | null;
  readonly kind: string;
  /** Event id of the result that it rests on; null: nothing was taken. */
  readonly result: string | null;
  readonly pauses: Pause[];
  /** Event id of the result that settled it, and the day on which it did. */
  settledBy: string | null;
  settledOn: string | null;
  expiredOn: string | null;
}

/** A granted retake and what became of it. */
export interface RetakeState {
  readonly event: string;
  readonly on: string;
  readonly of: string;
  readonly attempt: number;
  readonly module: string | null;
  readonly kind: string;
  readonly plannedOn: string;
  readonly commission: string | null;
  withdrawn: boolean;
  /** Event id of the result in which it was last taken; null: not yet. */
  takenBy: string | null;
}

/** Folds a fact about debts and retakes. */
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
      return; // a fact for the file; nothing is decided on it
  }
}

/** Does a result stand and pass: a passing mark, or a credit without one? */
export function resultPasses({ annulledOn, mark, credited }: ResultState): boolean {
  return annulledOn === null && (mark === null ? credited : mark.passes);
}

/** How a debt stands, by the facts so far: what settled it may have been corrected since. */
export type DebtStatus = 'open' | 'settled' | 'expired' | 'groundless';

/**
 * How a debt stands. One whose settling result is annulled, or corrected to a failing mark, is open
 * again; one whose failing result is annulled, or corrected to a passing mark, has no ground. D9.
 */
export function debtStatus(state: EnrollmentState, debt: DebtState): DebtStatus {
  const settled = debt.settledBy === null ? undefined : state.results.get(debt.settledBy);
  if (settled !== undefined && resultPasses(settled)) return 'settled';
  const ground = debt.result === null ? undefined : state.results.get(debt.result);
  if (ground !== undefined && (ground.annulledOn !== null || resultPasses(ground)))
    return 'groundless';
  return debt.expiredOn === null ? 'open' : 'expired';
}

/** The debts that are open, in the order in which they arose. R4 §2.2.6. */
export function openDebts(state: EnrollmentState): readonly DebtState[] {
  return [...state.debts.values()].filter((debt) => debtStatus(state, debt) === 'open');
}

/**
 * The debts that were owed on a day: had arisen by then, and were not settled by then. One that has
 * expired is still owed; one without a ground never was. 273-FZ art. 58 part 2, art. 59 part 6.
 */
export function debtsOwedOn(state: EnrollmentState, day: string): readonly DebtState[] {
  return [...state.debts.values()].filter((debt) => {
    const status = debtStatus(state, debt);
    if (debt.on > day || status === 'groundless') return false;
    return status !== 'settled' || (debt.settledOn !== null && debt.settledOn > day);
  });
}

/** The standing result in which a retake was taken; null: it waits to be taken. */
export function resultOfRetake(state: EnrollmentState, retake: RetakeState): ResultState | null {
  const result = retake.takenBy === null ? undefined : state.results.get(retake.takenBy);
  return result === undefined || result.annulledOn !== null ? null : result;
}

/** How many retakes of a debt or failed result are used up; one with a mark in force always is. */
export function attemptsUsed(state: EnrollmentState, of: string): number {
  return retakesOf(state, of).filter((one) => {
    const taken = resultOfRetake(state, one);
    return taken !== null && (taken.retake?.counts === true || taken.mark !== null);
  }).length;
}

/** The granted retake that waits to be taken; null: none does. */
export function waitingRetake(state: EnrollmentState, of: string): RetakeState | null {
  return retakesOf(state, of).find((one) => resultOfRetake(state, one) === null) ?? null;
}

function retakesOf(state: EnrollmentState, of: string): readonly RetakeState[] {
  return [...state.retakes.values()].filter((one) => one.of === of && !one.withdrawn);
}
