import type { LessonSeen } from '@letopis/core/facts';
import { absenceFrom, attendanceAgainst, needsPresence } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { editionOf } from '../worlds/enrollment-facts.ts';

/* Whether a mark says that a learner was where the journal says that they were not. RK 1.4. */

const day = '2026-10-05';
const about = { learner: 'l-1', on: day };

const lesson = (id: string, on: string, code: string | null, isListed = true): LessonSeen => ({
  lesson: id,
  on,
  absent: new Map(code === null ? [] : [['l-1', code]]),
  present: new Set(isListed && code === null ? ['l-1'] : []),
});

const isExcused = (code: string) => code === 'б';

const from = (lessons: readonly LessonSeen[], named: string | null = null) =>
  absenceFrom(lessons, { ...about, named });

const against = (reason: string | null, ...lessons: readonly LessonSeen[]) =>
  attendanceAgainst(lessons, { ...about, reason, basis: null }, isExcused);

describe('RK 1.4: what a mark says of a presence', () => {
  const edition = editionOf();
  const given = { form: 'test', byOfficial: true, isRetake: false };

  test('that the learner was there, if an official gave it in a lesson', () => {
    expect(needsPresence(given, edition)).toBe(true);
    expect(needsPresence({ ...given, byOfficial: false }, edition)).toBe(false);
    expect(needsPresence({ ...given, isRetake: true }, edition)).toBe(false);
    expect(needsPresence({ ...given, byOfficial: false, isRetake: true }, edition)).toBe(false);
    expect(needsPresence({ ...given, form: 'project' }, edition)).toBe(false);
  });

  test('it contradicts the absence from its lesson, or from all lessons of its day', () => {
    const away = lesson('z-1', day, 'н');
    const absence = { lesson: 'z-1', on: day, code: 'н' };
    expect(from([])).toBeNull();
    expect(from([away])).toEqual(absence);
    expect(from([away, lesson('z-2', day, 'б')])).toEqual(absence);
    expect(from([away, lesson('z-2', day, null)])).toBeNull();
    expect(from([lesson('z-2', day, null), away])).toBeNull();
    expect(from([lesson('z-0', '2026-10-04', null), away])).toEqual(absence);
    expect(from([lesson('z-2', day, null), away], 'z-1')).toEqual(absence);
    expect(from([away], 'z-9')).toBeNull();
  });

  test('an absence contradicts the presence, or an absence by another code', () => {
    const there = { lesson: 'z-1', on: day, code: null };
    expect(against(null, lesson('z-1', day, null))).toEqual(there);
    expect(against('н', lesson('z-1', day, null))).toEqual(there);
    expect(against(null, lesson('z-1', day, null, false))).toBeNull();
    expect(against(null, lesson('z-1', day, 'н'))).toBeNull();
    expect(against(null, lesson('z-1', day, 'б'))).toEqual({ ...there, code: 'б' });
    expect(against('н', lesson('z-0', '2026-10-04', null))).toBeNull();
    expect(against('н', lesson('z-1', day, null), lesson('z-2', day, 'н'))).toBeNull();
  });
});
