import { must } from '@letopis/core';
import type { PlayedGroup } from './group-year.ts';
import type { Year } from './year.ts';

const HIGHER: Readonly<Record<string, readonly [value: string, words: string]>> = {
  2: ['3', 'три'],
  3: ['4', 'четыре'],
  4: ['5', 'пять'],
};

const REASONS = [
  'Арифметическая ошибка при подсчёте баллов',
  'Не учтено второе задание работы',
  'Ошибка при переносе отметки из черновика',
] as const;

/** A teacher corrects one of the latest own marks: digits, words, reason, signature. R2 §2.3. */
export async function correctMarks(year: Year, group: PlayedGroup, on: string): Promise<void> {
  const { school, by, counts } = year;
  const left = new Set(group.learners.filter(({ left: gone }) => gone).map((p) => p.enrollment));
  const open = group.marks.filter(
    ({ value, on: day, enrollment }) => value in HIGHER && day < on && !left.has(enrollment),
  );
  const mark = open.at(-1 - by.whole(0, 2)) ?? open.at(-1);
  if (mark === undefined) return;
  const [value, words] = HIGHER[mark.value] as readonly [string, string];
  const correction = {
    enrollment: mark.enrollment,
    replaces: mark.eventId,
    value,
    reason: by.pick(REASONS),
    signer: mark.by,
    on,
  };
  if (counts.corrections === 0) {
    // A slip of the pen: the digit says one thing, the words another.
    const slip = await school.assessments.correct({ ...correction, words: 'два' });
    if (!slip.ok) year.refusals.push(slip.refusal);
  }
  must(await school.assessments.correct({ ...correction, words }));
  group.marks.splice(group.marks.indexOf(mark), 1);
  counts.corrections += 1;
}
