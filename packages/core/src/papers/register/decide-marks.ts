import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { editionOn } from '../../rules/regulation/facts/questions.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import type { DocumentKind, MarkRule } from '../../rules/regulation/sections/document-kinds.ts';
import { markOn, scaleIn } from '../../study/enrollment/facts/assessment-questions.ts';
import type { MarkValue, ResultState } from '../../study/enrollment/facts/assessment-state.ts';
import { lostResults } from '../../study/enrollment/facts/completion-questions.ts';
import type { EnrollmentState } from '../../study/enrollment/facts/state.ts';
import { compareDecimals } from '../../values/decimal.ts';
import { meanMark } from '../../values/mean-mark.ts';
import type { MarksContext } from './decide-mark-parts.ts';
import { isFor, partLacking, partsBy, resultsBySubject, rulesOf } from './decide-mark-parts.ts';
import type { DocumentMark } from './facts/entry-state.ts';
import {
  documentMarkFailing,
  documentMarkNotHighest,
  documentMarksMissing,
  documentMarkWaiting,
  documentPartMissing,
  documentPartsDiffer,
} from './mark-refusals.ts';

/**
 * The marks that a document shows, made by the rules of its kind from the results that count. Each
 * names its parts, and is copied with digits and words. Refuses `document-mark-failing` where the
 * kind bears no failing mark, `document-mark-not-highest` where it asks for the highest, and
 * `document-marks-missing` where there is none at all,
 * `document-part-missing` and `document-parts-differ` where a mean cannot be made, and
 * `document-mark-waiting` while a correction of a part waits for a signature. RK 1.1, RK 1.13,
 * order 115 of 2014 p. 5.3, 273-FZ art. 60 part 12, R5 §4.10.
 */
export function decideMarks(
  kind: DocumentKind,
  context: MarksContext,
): readonly DocumentMark[] | Refusal {
  const { study } = context;
  if (study === null) return [];
  const undone = refuseIfResultsFail(kind, study, context);
  if (undone !== null) return undone;
  if (!kind.marksInLine) return [];
  const found: DocumentMark[] = [];
  for (const results of resultsBySubject(kind, study, context)) {
    const made = marksOfSubject(kind, study, results, context);
    if (isRefusal(made)) return made;
    found.push(...made);
  }
  if (found.length > 0 || kind.mayLackMarks) {
    return refuseUnlessHighest(kind, found, study, context) ?? found;
  }
  return documentMarksMissing({
    kind: kind.id,
    enrollment: study.id ?? '',
    markKinds: kind.markKinds,
  });
}

/** Whether a failing mark makes this kind of document impossible. 273-FZ art. 60 part 12. */
function bearsNoFailing({ failingMarks, demands }: DocumentKind): boolean {
  return failingMarks === 'by-demands' ? demands === 'completion' : failingMarks === 'refuse';
}

/**
 * Refuses `document-mark-failing` where completion would now be refused, because a result that it
 * asks for fails, or was annulled since. It is judged as completion was, by the edition of its day,
 * so that a module or rule that came later stands in nobody's way. RK 1.13.
 */
function refuseIfResultsFail(
  kind: DocumentKind,
  study: EnrollmentState,
  { completion, programme, regulation, edition }: MarksContext,
): Refusal | null {
  if (!bearsNoFailing(kind) || completion === null || programme === null) return null;
  const then = editionOn(regulation, completion.on) ?? edition;
  const marks = lostResults(study, then, programme).map(({ module, kind: of, results: own }) => {
    const last = own.findLast(({ annulledOn }) => annulledOn === null) ?? null;
    const failing = own.findLast((one) => one.annulledOn === null && one.mark?.passes === false);
    return { module, kind: of, mark: (failing ?? last)?.mark?.value ?? null };
  });
  if (marks.length === 0) return null;
  return documentMarkFailing({ kind: kind.id, enrollment: study.id ?? '', marks });
}

/** The marks of one subject, by the first rule that is for it and finds a result. */
function marksOfSubject(
  kind: DocumentKind,
  study: EnrollmentState,
  results: readonly ResultState[],
  context: MarksContext,
): readonly DocumentMark[] | Refusal {
  for (const rule of rulesOf(kind)) {
    if (!isFor(rule, results, context.edition)) continue;
    const parts = partsBy(rule, results);
    if (parts.length === 0) continue;
    const waiting = parts.find((one) => one.waiting !== null)?.waiting;
    const enrollment = study.id ?? '';
    if (waiting) return documentMarkWaiting({ enrollment, correction: waiting.event });
    const failing = refuseIfPartFails(kind, rule, parts, enrollment, context.edition);
    if (failing !== null) return failing;
    if (rule.method !== 'mean') {
      return parts.map((part) => markMade(rule, [part], part.mark, context));
    }
    const mark = meanOf(kind, rule, parts, enrollment, context);
    return isRefusal(mark) ? mark : [markMade(rule, parts, mark, context)];
  }
  return [];
}

/**
 * Refuses `document-mark-failing` for a failing result that the document would show, or that a mean
 * would hide. A mark of a period may fail within a mean, since the mark of the year decides. RK
 * 1.2.
 */
function refuseIfPartFails(
  kind: DocumentKind,
  { method }: MarkRule,
  parts: readonly ResultState[],
  enrollment: string,
  { assessment }: Edition,
): Refusal | null {
  if (!bearsNoFailing(kind)) return null;
  const byPeriod = new Set(assessment.kinds.filter((one) => one.byPeriod).map(({ id }) => id));
  const failing = parts.filter(
    ({ mark, countsFor }) =>
      mark?.passes === false && !(method === 'mean' && byPeriod.has(countsFor.kind)),
  );
  if (failing.length === 0) return null;
  const marks = failing.map(({ mark, countsFor }) => ({
    module: countsFor.module,
    kind: countsFor.kind,
    mark: mark?.value ?? null,
  }));
  return documentMarkFailing({ kind: kind.id, enrollment, marks });
}

/** The mean of the parts, as a mark of their scale. */
function meanOf(
  kind: DocumentKind,
  rule: MarkRule,
  parts: readonly ResultState[],
  enrollment: string,
  context: MarksContext,
): MarkValue | Refusal {
  const module = parts[0]?.countsFor.module ?? null;
  const about = { kind: kind.id, module, enrollment };
  const lacking = partLacking(rule, parts, context.edition);
  if (lacking !== null) return documentPartMissing({ ...about, ...lacking });
  const marks = parts.flatMap(({ mark }) => mark ?? []);
  const points = marks.flatMap((mark) => mark.points ?? []);
  const [first] = marks;
  const alike = marks.every(({ scale }) => scale === first?.scale);
  const differ = (): Refusal =>
    documentPartsDiffer({
      ...about,
      parts: parts.map(({ countsFor, mark }) => ({
        kind: countsFor.kind,
        studyYear: countsFor.studyYear,
        value: mark?.value ?? null,
        scale: mark?.scale ?? null,
      })),
    });
  if (first === undefined || !alike || points.length < parts.length) return differ();
  const given = editionOn(context.regulation, parts.at(-1)?.on ?? context.on) ?? context.edition;
  const scale = scaleIn(given, first.scale);
  if (isRefusal(scale)) return scale;
  const value = meanMark(scale, points);
  if (value === null) return differ();
  const mark = markOn(scale, value);
  if (isRefusal(mark) || mark.passes || !bearsNoFailing(kind)) return mark;
  const marksMade = [{ module, kind: rule.kinds.join('+'), mark: mark.value }];
  return documentMarkFailing({ kind: kind.id, enrollment, marks: marksMade });
}

/**
 * Refuses `document-mark-not-highest` for a document with distinction whose marks are not all the
 * highest of their scales. A mark without points, «зачтено», must pass. RK 1.17.
 */
function refuseUnlessHighest(
  kind: DocumentKind,
  marks: readonly DocumentMark[],
  study: EnrollmentState,
  { edition }: MarksContext,
): Refusal | null {
  if (kind.marksAtLeast !== 'highest') return null;
  const lower = marks.filter(({ mark }) => mark !== null && !isHighest(mark, edition));
  if (lower.length === 0) return null;
  const shown = lower.map(({ module, kind: of, mark }) => ({
    module,
    kind: of,
    mark: mark?.value ?? null,
  }));
  const about = { kind: kind.id, enrollment: study.id ?? '', instead: kind.variantOf };
  return documentMarkNotHighest({ ...about, marks: shown });
}

function isHighest({ scale: id, passes, points }: MarkValue, edition: Edition): boolean {
  if (points === null) return passes;
  const scale = scaleIn(edition, id);
  if (isRefusal(scale)) return false;
  const known = scale.kind === 'points' ? [scale.max] : scale.levels.map((one) => one.points);
  return known.every((other) => other === null || compareDecimals(points, other) >= 0);
}

function markMade(
  { method }: MarkRule,
  parts: readonly ResultState[],
  mark: MarkValue | null,
  { programme, earlier }: MarksContext,
): DocumentMark {
  const last = parts.at(-1);
  const module = last?.countsFor.module ?? null;
  const titles = [programme, ...earlier.map((one) => one.programme)].flatMap((one) =>
    module === null ? [] : (one?.modules[module]?.title ?? []),
  );
  return {
    module,
    title: titles[0] ?? null,
    kind: last?.countsFor.kind ?? '',
    mark,
    credited: parts.every(({ credited }) => credited),
    record: last?.event ?? '',
    inForce: last?.inForce ?? '',
    method,
    parts: parts.map(({ countsFor, mark: own, inForce }) => ({
      kind: countsFor.kind,
      studyYear: countsFor.studyYear,
      period: countsFor.period,
      value: own?.value ?? null,
      event: inForce,
    })),
  };
}
