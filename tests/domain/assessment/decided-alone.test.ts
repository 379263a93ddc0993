import { recordAssessment } from '@letopis/core/commands';
import { decideRecordAssessment } from '@letopis/core/decisions';
import type { LessonSeen } from '@letopis/core/facts';
import { enrollmentFold, readStudy } from '@letopis/core/facts';
import { isRefusal } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import { withLearner } from '../worlds/enrollment-academy.ts';

/*
 * The decision on a result by itself, as a service of one's own asks it: it judges what it is
 * given, whatever was read for it. RK 1.4, D8.
 */

const on = '2026-10-06';
const lesson = { lesson: 'z-1', on };
const here: LessonSeen = { ...lesson, present: new Set(['l-1']), absent: new Map() };
const away: LessonSeen = { ...lesson, present: new Set(), absent: new Map([['l-1', 'н']]) };

/** What the decision says of a result with these lessons: the refusal's code, or the event. */
const said = async (more: object, lessons?: readonly LessonSeen[]) => {
  const academy = await withLearner({ assessment: { platformMayAssess: true } });
  const { session, id: enrollment } = academy;
  const { state } = await session.load(enrollmentFold, enrollment);
  const study = await readStudy(session, { enrollment, persons: ['p-9'] });
  if (isRefusal(study)) throw new Error(study.text.en);
  const given = { enrollment, module: 'safety', on, assessor: 'p-9', ...more };
  const context = { ...study, protocol: null, otherEnrollments: [] };
  const decision = decideRecordAssessment(
    state,
    recordAssessment.schema.parse(given),
    lessons === undefined ? context : { ...context, lessons },
  );
  return isRefusal(decision) ? decision : decision.map(({ type }) => type);
};

const recorded = ['AssessmentRecorded'];

describe('RK 1.4: the attendance of a lesson', () => {
  test('rules out a mark and an absence that an official gives', async () => {
    expect(await said({ value: '4' }, [away])).toMatchObject({ code: 'absent-from-lesson' });
    const missed = { outcome: 'absent', reason: 'н' };
    expect(await said(missed, [here])).toMatchObject({ code: 'present-at-lesson' });
  });

  test('rules out nothing that was not assessed, which says of no presence', async () => {
    const none = { outcome: 'not-assessed', reason: 'submitted' };
    expect(await said(none, [here])).toEqual(recorded);
    expect(await said(none, [away])).toEqual(recorded);
  });

  test('rules out nothing that a platform says', async () => {
    const assessor = { platform: 'lms' };
    expect(await said({ value: '4', assessor }, [away])).toEqual(recorded);
  });
});

test('what was not read rules out nothing, and is not needed', async () => {
  expect(await said({ value: '4' })).toEqual(recorded);
});

test('D8: a protocol of a commission here that was not read is unknown', async () => {
  const basis = { kind: 'protocol', id: 'c-1.1' };
  const unknown = { code: 'protocol-unknown', data: { protocol: 'c-1.1' } };
  expect(await said({ value: '4', kind: 'interim', basis })).toMatchObject(unknown);
});
