import * as z from 'zod';
import { lessonEntryShape } from './events.ts';

/** The entry of a lesson in the journal: kind, topic, hours, homework, teacher, attendance. */
export type LessonEntry = z.infer<typeof lessonEntryShape>;

const ENTRY_FIELDS = Object.keys(lessonEntryShape.shape) as (keyof LessonEntry)[];

/** The entry of a lesson as a command gives it: what is not said is null, undefined or empty. */
export type LessonEntryGiven = {
  readonly [Name in keyof LessonEntry]: LessonEntry[Name] | null;
};

/**
 * The entry of a lesson alone, out of an event or a command that has other fields beside it. What
 * an optional field does not say is left out.
 *
 * @example
 * lessonEntryOf({ ...event.data }); // { kind: 'lesson', topic: 'Вводный инструктаж', hours: 2, … }
 */
export function lessonEntryOf(fields: LessonEntry | LessonEntryGiven): LessonEntry {
  const entry = ENTRY_FIELDS.map((name) => [name, fields[name]] as const);
  const said = entry.filter(([name, value]) => !OPTIONAL.has(name) || isSaid(value));
  return Object.fromEntries(said) as LessonEntry;
}

const OPTIONAL: ReadonlySet<string> = new Set(
  Object.entries(lessonEntryShape.shape)
    .filter(([, one]) => one instanceof z.ZodOptional)
    .map(([name]) => name),
);

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** Do two entries say the same? */
export function sameEntry(a: LessonEntry, b: LessonEntry): boolean {
  return JSON.stringify(lessonEntryOf(a)) === JSON.stringify(lessonEntryOf(b));
}

/** Whom an entry lists: each learner with their attendance code, null where they were present. */
export function attendanceIn({
  present,
  absent,
}: Pick<LessonEntry, 'present' | 'absent'>): ReadonlyMap<string, string | null> {
  return new Map<string, string | null>([
    ...present.map((learner) => [learner, null] as const),
    ...absent.map(({ learner, code }) => [learner, code] as const),
  ]);
}

/** A learner whose attendance two entries have otherwise. */
export interface AttendanceChanged {
  readonly learner: string;
  /** Attendance code; null: present; undefined: not listed. */
  readonly before: string | null | undefined;
  readonly after: string | null | undefined;
}

/** The learners whose attendance two entries have otherwise. RK 1.4. */
export function attendanceChanged(
  before: LessonEntry,
  after: LessonEntry,
): readonly AttendanceChanged[] {
  const [was, is] = [attendanceIn(before), attendanceIn(after)];
  const learners = [...new Set([...was.keys(), ...is.keys()])];
  return learners
    .map((learner) => ({ learner, before: was.get(learner), after: is.get(learner) }))
    .filter((one) => one.before !== one.after);
}

/** Do two entries say the same beside whom they list, and how that was found? */
export function sameBesideAttendance(before: LessonEntry, after: LessonEntry): boolean {
  const { present, absent, guests = null, attendanceBy = null } = after;
  return sameEntry(lessonEntryOf({ ...before, present, absent, guests, attendanceBy }), after);
}
