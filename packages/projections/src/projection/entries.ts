import type { Dated, Fact } from './fact.ts';
import { isOneOf } from './fact.ts';

/*
 * Entries that were annulled or replaced. A view keeps them, because its history shows them; what
 * holds is said by the entries that count, in the order of their days.
 */

/** The event types that annul an entry of a learner, an official or a link. RK 1.8. */
export const ANNULMENT_TYPES = [
  'LearnerEntryAnnulled',
  'OfficialEntryAnnulled',
  'LinkEntryAnnulled',
] as const;

/**
 * The event types that annul an entry of whatever stream, save results, debts and orders: these
 * have views of their own. A new one is one line more here. RK 1.8.
 */
export const ENTRY_ANNULMENT_TYPES = [
  'LessonAnnulled',
  'JournalEntryAnnulled',
  'EnrollmentEntryAnnulled',
  'StudyEntryAnnulled',
  'ProgrammeEntryAnnulled',
  'GroupEntryAnnulled',
  'CommissionEntryAnnulled',
  'AchievementAnnulled',
  'AchievementEntryAnnulled',
  'ReplenishmentAnnulled',
  'CreditEntryAnnulled',
  'CommendationEntryAnnulled',
  'PortfolioEntryAnnulled',
  'GroupPortfolioEntryAnnulled',
  'WorkEntryAnnulled',
  'PracticeAnnulled',
  'ReportAnnulled',
  'BlankStockEntryAnnulled',
  'BlankEntryAnnulled',
  'RegulationEntryAnnulled',
  'RetentionEntryAnnulled',
  'PreservationEntryAnnulled',
  'IndicatorEntryAnnulled',
  'ActEntryAnnulled',
  'LoanEntryAnnulled',
  'FileEntryAnnulled',
  'FormEntryAnnulled',
  'CarrierEntryAnnulled',
  'OrganisationEntryAnnulled',
  'LawEntryAnnulled',
  'AcquaintanceEntryAnnulled',
  'ContestEntryAnnulled',
  'NoteEntryAnnulled',
  'DisclosureEntryAnnulled',
  'PublicationEntryAnnulled',
  'DocumentAnnulled',
  'DocumentActAnnulled',
  ...ANNULMENT_TYPES,
] as const;

/** What annulled an entry: by whom, when, and what stands in its place. */
export type EntryAnnulment = Fact<(typeof ANNULMENT_TYPES)[number]>;

/** What is asked of an annulment to order entries. */
interface Replacing {
  readonly data: { readonly corrects: string; readonly replacedBy: string | null };
}

/** A fact that counts as never entered, and what annulled it. RK 1.8. */
export interface AnnulledEntry<T, A> {
  readonly fact: T;
  readonly annulment: A;
}

/** Facts that count and facts that were annulled, both in the order of their days. */
export interface CountedFacts<T, A> {
  readonly inForce: readonly T[];
  readonly annulled: readonly AnnulledEntry<T, A>[];
}

/** The annulments among some facts. */
export function annulmentsIn<T extends { readonly type: string }>(
  facts: readonly T[],
): readonly Extract<T, { readonly type: (typeof ANNULMENT_TYPES)[number] }>[] {
  return facts.filter((fact): fact is Extract<T, { type: (typeof ANNULMENT_TYPES)[number] }> =>
    isOneOf(fact as never, ANNULMENT_TYPES),
  );
}

/**
 * Divides facts into those that count and those that were annulled. Facts of one day are in log
 * order; one that replaces another of its day has the place of that one.
 */
export function countedFacts<T extends Dated, A extends Replacing>(
  facts: readonly T[],
  annulments: readonly A[],
): CountedFacts<T, A> {
  // An entry is annulled once: the first annulment in the log counts.
  const annulmentOf = new Map(
    annulments.map((one) => [one.data.corrects, one] as const).toReversed(),
  );
  const ordered = inOrderOfDays(facts, annulments);
  return {
    inForce: ordered.filter(({ source }) => !annulmentOf.has(source.event)),
    annulled: ordered.flatMap((fact) => {
      const annulment = annulmentOf.get(fact.source.event);
      return annulment === undefined ? [] : [{ fact, annulment }];
    }),
  };
}

function inOrderOfDays<T extends Dated>(
  facts: readonly T[],
  annulments: readonly Replacing[],
): readonly T[] {
  const byEvent = new Map(facts.map((fact) => [fact.source.event, fact]));
  const replaced = new Map(
    annulments.map(({ data }) => [data.replacedBy ?? '', byEvent.get(data.corrects)]),
  );
  const placeOf = (fact: T): string => {
    const before = replaced.get(fact.source.event);
    if (before?.on !== fact.on) return fact.source.position;
    // What replaces an entry is later in the log.
    const isEarlier = before.source.position < fact.source.position;
    return isEarlier ? placeOf(before) : fact.source.position;
  };
  return facts
    .map((fact) => ({ fact, on: fact.on, place: placeOf(fact) }))
    .toSorted((a, b) => (a.on === b.on ? order(a.place, b.place) : order(a.on, b.on)))
    .map(({ fact }) => fact);
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
