import type { Edition } from '../../rules/regulation/facts/state.ts';
import type { DocumentKind, MarkRule } from '../../rules/regulation/sections/document-kinds.ts';
import type { ResultState } from '../../study/enrollment/facts/assessment-state.ts';
import { latestYears } from '../../study/enrollment/facts/completion-questions.ts';
import { resultsThatCount } from '../../study/enrollment/facts/counting-questions.ts';
import { debtFacts } from '../../study/enrollment/facts/debt-questions.ts';
import { validResults } from '../../study/enrollment/facts/result-questions.ts';
import type { EnrollmentState, LifeFact } from '../../study/enrollment/facts/state.ts';
import type { StudyRead } from './context.ts';

/* Which results a document's marks are made of, by the rules of its kind. RK 1.1. */

/** What the marks of a document are made from. */
export interface MarksContext extends StudyRead {
  /** The edition in force on the day of the document. */
  readonly edition: Edition;
  /** The day of the document: later results are not shown. */
  readonly on: string;
  /** The completion that it confirms; null: none. */
  readonly completion: LifeFact | null;
}

/**
 * The results that count for each subject, in the order of the programme: that of the programme as
 * a whole first. Where one thing was assessed in two enrollments, the later enrollment counts.
 */
export function resultsBySubject(
  kind: DocumentKind,
  study: EnrollmentState,
  { earlier, edition, on, ...own }: MarksContext,
): readonly (readonly ResultState[])[] {
  const isAttestation = (id: string): boolean =>
    edition.assessment.kinds.some((one) => one.id === id && one.attestation);
  const subjects = new Map<string, ResultState[]>();
  for (const { programme } of [own, ...earlier]) {
    for (const module of ['', ...Object.keys(programme?.modules ?? {})]) {
      if (!subjects.has(module)) subjects.set(module, []);
    }
  }
  for (const one of [...earlier.map(({ study: other }) => other), study]) {
    const repeated = debtFacts(one).yearsRepeated;
    const counting = resultsThatCount(validResults(one), isAttestation, on);
    for (const result of counting) {
      const { module, kind: of, studyYear } = result.countsFor;
      const shown = kind.markKinds.includes(of) && (result.mark !== null || result.credited);
      if (!shown || repeated.has(studyYear)) continue;
      const list = subjects.get(module ?? '') ?? [];
      const kept = isAttestation(of)
        ? list.filter((other) => !sameThing(other, result))
        : list.filter((other) => other.countsFor.kind !== of);
      subjects.set(module ?? '', [...kept, result]);
    }
  }
  return [...subjects.values()].filter((results) => results.length > 0);
}

function sameThing({ countsFor: a }: ResultState, { countsFor: b }: ResultState): boolean {
  const { kind, studyYear, period, planned } = a;
  const same = kind === b.kind && studyYear === b.studyYear;
  return same && period === b.period && planned === b.planned;
}

/** The rules of a kind of document; by default the result in force of each kind is shown. */
export function rulesOf({ markRules, markKinds: kinds }: DocumentKind): readonly MarkRule[] {
  if (markRules.length > 0) return markRules;
  return [{ subjects: 'any', method: 'in-force', kinds: [...kinds], studyYears: 'latest' }];
}

/** Is a rule for a subject with these results? */
export function isFor(
  { subjects, kinds }: MarkRule,
  results: readonly ResultState[],
  edition: Edition,
) {
  if (subjects === 'any') return true;
  if (subjects === 'examined') {
    const state = edition.assessment.stateFinal?.kind;
    return results.some(({ countsFor }) => countsFor.kind === state);
  }
  const own = results.filter(({ countsFor }) => kinds.includes(countsFor.kind));
  return own.every(({ mark }) => mark === null || mark.points === null);
}

/** The results that a rule uses: in its order of kinds, or for a mean in the order of days. */
export function partsBy(
  { method, kinds, studyYears }: MarkRule,
  results: readonly ResultState[],
): readonly ResultState[] {
  const known = studyYears === 'all' ? results : latestYears(results);
  const ofKinds = kinds.map((kind) => known.filter(({ countsFor }) => countsFor.kind === kind));
  if (method === 'first') return ofKinds.find((own) => own.length > 0) ?? [];
  const parts = ofKinds.flat();
  if (method === 'in-force') return parts;
  return parts.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** A kind that a mean lacks: of kinds not by period, one is needed in each study year shown. */
export function partLacking(
  { kinds, studyYears }: MarkRule,
  parts: readonly ResultState[],
  { assessment }: Edition,
): { readonly lacking: string; readonly studyYear: string | null } | null {
  const years =
    studyYears === 'latest' ? [null] : parts.map(({ countsFor }) => countsFor.studyYear);
  for (const { id } of assessment.kinds.filter((one) => kinds.includes(one.id) && !one.byPeriod)) {
    for (const studyYear of new Set(years)) {
      const has = parts.some(
        ({ countsFor }) =>
          countsFor.kind === id && (studyYear === null || countsFor.studyYear === studyYear),
      );
      if (!has) return { lacking: id, studyYear };
    }
  }
  return null;
}
