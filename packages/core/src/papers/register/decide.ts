import type { Refusal } from '../../kernel/refusal.ts';
import type { DocumentKind } from '../../rules/regulation/sections/document-kinds.ts';
import type { ResultState } from '../../study/enrollment/facts/assessment-state.ts';
import type { EnrollmentState } from '../../study/enrollment/facts/state.ts';
import type { ProgrammeState } from '../../study/programme/facts/state.ts';
import type { DocumentMark } from './facts/state.ts';
import { documentMarkWaiting, documentMarksMissing } from './refusals.ts';

/**
 * The marks that a document shows: for each module, and for the programme as a whole, the latest
 * result in force of each kind that the regulation names. They are copied with their values, and
 * name the events that they are taken from. Refuses `document-marks-missing` where there is none,
 * and `document-mark-waiting` while a correction of one waits for a signature. R5 §4.10.
 */
export function marksFor(
  { id: kind, marksInLine, markKinds }: DocumentKind,
  study: EnrollmentState | null,
  programme: ProgrammeState | null,
): readonly DocumentMark[] | Refusal {
  if (!marksInLine || study === null) return [];
  const enrollment = study.id ?? '';
  const latest = new Map<string, ResultState>();
  for (const result of study.results.values()) {
    const { annulledOn, mark, credited, kind: of, module } = result;
    if (annulledOn !== null || !markKinds.includes(of) || (mark === null && !credited)) continue;
    const key = `${module ?? ''}/${of}`;
    const known = latest.get(key);
    if (known === undefined || known.on <= result.on) latest.set(key, result);
  }
  const found = [...latest.values()];
  const waiting = found.find((one) => one.waiting !== null)?.waiting;
  if (waiting) return documentMarkWaiting({ enrollment, correction: waiting.event });
  if (found.length === 0) return documentMarksMissing({ kind, enrollment, markKinds });
  const order = ['', ...Object.keys(programme?.modules ?? {})];
  const place = (one: ResultState): number => order.indexOf(one.module ?? '');
  return found
    .toSorted(
      (a, b) => place(a) - place(b) || markKinds.indexOf(a.kind) - markKinds.indexOf(b.kind),
    )
    .map(({ module, kind: of, mark, credited, event, inForce }) => ({
      module,
      title: module === null ? null : (programme?.modules[module]?.title ?? null),
      kind: of,
      mark,
      credited,
      record: event,
      inForce,
    }));
}
