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
  Object.entries(lessonEntryShape.shape).flatMap(([name, one]) =>
    one instanceof z.ZodOptional ? [name] : [],
  ),
);

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** Do two entries say the same? */
export function sameEntry(a: LessonEntry, b: LessonEntry): boolean {
  return JSON.stringify(lessonEntryOf(a)) === JSON.stringify(lessonEntryOf(b));
}
