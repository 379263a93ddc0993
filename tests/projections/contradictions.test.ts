import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../domain/worlds/academy.ts';
import { mark, withLearner } from '../domain/worlds/enrollment-academy.ts';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { ordered, putRight } from '../domain/worlds/put-right-school.ts';
import {
  decision,
  promotionOrder,
  protocol,
  pupil,
  yearMark,
  yearSchool,
} from '../domain/worlds/year-school.ts';
import { current, family, lesson, linesOf, pageOf } from './contradictions.ts';

/** The line of a failing year mark of a day. */
const failing = (day: string) => [
  'year-decision-against-result',
  day,
  'YearDecided',
  'AssessmentRecorded',
];

/** Holds a lesson of safety with `l-1` present. */
async function held({ journals }: Pick<Academy, 'journals'>) {
  const entry = { ...lesson, group: 'm-1', module: 'safety', on: '2026-11-10' };
  return must(await journals.holdLesson({ ...entry, present: ['l-1'] }));
}

describe('a form of study entered late', () => {
  test('RK 1.5, 273-FZ art. 34: marks and lessons that it rules out are listed', async () => {
    const school = await yearSchool();
    must(await current(school, '2026-09-30'));
    const given = must(await current(school));
    must(await school.journals.holdLesson({ ...lesson, present: ['l-1', 'l-2'] }));
    expect(await linesOf(school)).toEqual([]);
    const set = must(await school.enrollments.setStudyForm(family));
    const { lines, counts } = await pageOf(school);
    expect(counts).toEqual({ 'lesson-against-form': 1, 'result-against-form': 1 });
    expect(lines.at(-1)).toMatchObject({
      kind: 'result-against-form',
      clause: expect.stringContaining('RK 1.5') as string,
      title: { ru: expect.stringMatching(/^Текущая/) as string, en: /^A current/ },
      learner: { person: 'l-1' },
      enrollment: pupil,
      module: 'algebra',
      day: '2026-11-10',
      standing: { type: 'AssessmentRecorded', event: given.eventId, on: '2026-11-10' },
      later: {
        type: 'StudyFormSet',
        event: set.eventId,
        at: `academy.enrollment-${pupil}@3`,
        on: '2026-10-01',
        enteredOn: '2027-06-10',
      },
    });
    // Who is taken at home from December on was at school in November.
    const from = { entry: set.eventId, signer: 'p-1', reason: 'Не тот день', form: 'family' };
    const by = { enrollment: pupil, from: '2026-12-01', ground: family.ground };
    must(await school.enrollments.correctStudyForm({ ...from, ...by }));
    expect(await linesOf(school)).toEqual([]);
  });

  test('RK 1.5: home study rules out lessons of the class, none held for the learner', async () => {
    const school = await yearSchool();
    must(await school.journals.holdLesson({ ...lesson, present: ['l-1'], individual: 'l-1' }));
    must(await school.journals.holdLesson({ ...lesson, on: '2026-11-11', present: ['l-1'] }));
    must(await school.journals.holdLesson({ ...lesson, on: '2026-11-12', present: ['l-2'] }));
    const paper = { number: '77', date: '2026-09-28' };
    const home = { aspect: 'arrangement', form: 'home-study', paper } as const;
    must(await school.enrollments.setStudyForm({ ...family, ...home }));
    expect(await linesOf(school)).toEqual([
      ['lesson-against-form', '2026-11-11', 'LessonHeld', 'StudyFormSet'],
    ]);
  });

  test('RK 1.5: entered in its order it refuses them, and nothing is listed', async () => {
    const school = await yearSchool();
    must(await school.enrollments.setStudyForm(family));
    expectRefused(await current(school), 'attestation-only');
    const listed = await school.journals.holdLesson({ ...lesson, present: ['l-1'] });
    expectRefused(listed, 'learner-not-in-class');
    await yearMark(school, 'algebra', '4');
    expect(await linesOf(school)).toEqual([]);
  });
});

describe('a failing year mark beside the decision on the year', () => {
  test('RK 1.6: of the day of the decision, or given after it for its year', async () => {
    const school = await yearSchool();
    must(await school.enrollments.decideYear(decision));
    const first = await yearMark(school, 'algebra', '2', '2027-05-20');
    await yearMark(school, 'history', '2', '2027-05-31');
    expect(await linesOf(school)).toEqual([failing('2027-05-20'), failing('2027-05-31')]);
    const annul = { enrollment: pupil, result: first, reason: 'не тому', signer: 'p-1' };
    must(await school.assessments.annul(annul));
    expect(await linesOf(school)).toEqual([failing('2027-05-31')]);
  });

  test('RK 1.6: made failing by a correction, until the decision is corrected', async () => {
    const school = await yearSchool();
    const replaces = await yearMark(school, 'algebra', '4');
    const { eventId: entry } = must(await school.enrollments.decideYear(decision));
    const two = { value: '2', words: 'два', reason: 'описка', signer: 'p-9' };
    must(await school.assessments.correct({ enrollment: pupil, replaces, ...two }));
    expect(await linesOf(school)).toEqual([
      ['year-decision-against-result', '2027-05-20', 'YearDecided', 'AssessmentCorrected'],
    ]);
    must(
      await school.enrollments.correctYearDecision({
        enrollment: pupil,
        entry,
        signer: 'p-1',
        reason: 'Не знали',
        decision: 'promoted-conditionally',
        debts: [replaces],
        debtsUntil: '2027-10-01',
        protocol,
        ground: promotionOrder,
      }),
    );
    expect(await linesOf(school)).toEqual([]);
  });

  test('RK 1.6: a debt that is named and is none any more', async () => {
    const school = await yearSchool();
    const debt = await yearMark(school, 'algebra', '2');
    const named = { debts: [debt], debtsUntil: '2027-10-01' };
    const conditionally = { ...decision, decision: 'promoted-conditionally', ...named };
    must(await school.enrollments.decideYear(conditionally));
    expect(await linesOf(school)).toEqual([]);
    const four = { value: '4', words: 'четыре', reason: 'описка', signer: 'p-9' };
    must(await school.assessments.correct({ enrollment: pupil, replaces: debt, ...four }));
    expect(await linesOf(school)).toEqual([
      ['year-debt-without-failure', '2027-05-20', 'YearDecided', 'AssessmentCorrected'],
    ]);
  });
});

describe('an end of study entered late', () => {
  const left = { enrollment: 'l-1.mentor.1', reason: 'own-wish', on: '2026-11-01' };

  test('RK 1.5, R2 §2.3: marks after it refuse it, lessons after it are listed', async () => {
    const academy = await withLearner();
    const { enrollments, journals } = academy;
    await mark(academy, '4', '2026-11-10');
    expectRefused(await enrollments.discharge(left), 'results-outside');
    const safety = { ...lesson, group: 'm-1', module: 'safety' };
    must(await journals.holdLesson({ ...safety, on: '2026-12-01', present: ['l-1'] }));
    must(await journals.holdLesson({ ...safety, on: '2026-12-02', present: [] }));
    const gone = must(await enrollments.discharge({ ...left, on: '2026-11-10' }));
    expect(await linesOf(academy)).toEqual([
      ['lesson-outside-study', '2026-12-01', 'LessonHeld', 'Discharged'],
    ]);
    const act = { enrollment: left.enrollment, entry: gone.eventId, ...putRight, ...ordered };
    must(await enrollments.correct({ ...act, instead: { on: '2026-12-03' } }));
    expect(await linesOf(academy)).toEqual([]);
  });

  test('RK 1.5, 1.8: an annulled enrollment contradicts the lessons that list it', async () => {
    const academy = await withLearner();
    const { enrollments, journals, events, id: enrollment } = academy;
    must(
      await journals.holdLesson({ ...lesson, group: 'm-1', module: 'safety', present: ['l-1'] }),
    );
    const [enrolled] = await events(`academy.enrollment-${enrollment}`);
    must(
      await enrollments.annul({ enrollment, entry: enrolled?.id ?? '', ...putRight, ...ordered }),
    );
    expect(await linesOf(academy)).toEqual([
      ['lesson-outside-study', '2026-11-10', 'LessonHeld', 'EnrollmentEntryAnnulled'],
    ]);
  });

  test('RK 1.5: a late transfer leaves the lesson with the group where it was held', async () => {
    const academy = await withLearner();
    const { enrollments, journals, id: enrollment } = academy;
    must(
      await journals.holdLesson({ ...lesson, group: 'm-1', module: 'safety', present: ['l-1'] }),
    );
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-11-01' }));
    expect(await linesOf(academy)).toEqual([]);
  });

  test('RK 1.5, 1.6: a decision and a form from a day after it are named', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    must(await enrollments.decideYear(decision));
    must(await enrollments.setStudyForm({ ...family, on: '2027-04-01' }));
    const gone = { enrollment: pupil, reason: 'own-wish', on: '2027-03-01' };
    const late = await enrollments.discharge(gone);
    expectRefused(late, 'entry-contradicted', 'StudyFormSet 2027-04-01', 'YearDecided 2027-05-25');
    expect(await linesOf(school)).toEqual([]);
  });
});

describe('a leave, or a first day of study, entered late', () => {
  const absent = [{ learner: 'l-1', code: 'н' }];
  const safety = { ...lesson, group: 'm-1', module: 'safety' };

  test('RK 1.5, R1 §3.2: lessons of the leave are listed, not that of the return', async () => {
    const academy = await withLearner();
    const { enrollments, journals, id: enrollment } = academy;
    for (const day of ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']) {
      must(await journals.holdLesson({ ...safety, on: day, present: [], absent }));
    }
    const leave = { enrollment, reason: 'academic-leave' };
    must(await enrollments.suspend({ ...leave, on: '2026-11-01' }));
    must(await enrollments.reinstate({ enrollment, on: '2026-12-01' }));
    expect(await linesOf(academy)).toEqual([
      ['lesson-outside-study', '2026-11-01', 'LessonHeld', 'Suspended'],
      ['lesson-outside-study', '2026-11-30', 'LessonHeld', 'Suspended'],
    ]);
  });

  test('RK 1.5: a leave on whose last day study ends is named, and not the end', async () => {
    const academy = await withLearner();
    const { enrollments, journals, id: enrollment } = academy;
    must(await journals.holdLesson({ ...safety, present: ['l-1'] }));
    must(await enrollments.suspend({ enrollment, reason: 'academic-leave', on: '2026-11-01' }));
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-11-10' }));
    expect(await linesOf(academy)).toEqual([
      ['lesson-outside-study', '2026-11-10', 'LessonHeld', 'Suspended'],
    ]);
  });

  test('RK 1.5, 1.8: a corrected first day of study leaves earlier lessons outside', async () => {
    const academy = await withLearner();
    const { enrollments, journals, events, id: enrollment } = academy;
    must(await journals.holdLesson({ ...safety, present: ['l-1'] }));
    const [enrolled] = await events(`academy.enrollment-${enrollment}`);
    const act = { enrollment, entry: enrolled?.id ?? '', ...putRight, ...ordered };
    must(await enrollments.correct({ ...act, instead: { studyFrom: '2026-11-11' } }));
    expect(await linesOf(academy)).toEqual([
      ['lesson-outside-study', '2026-11-10', 'LessonHeld', 'Enrolled'],
    ]);
  });
});

describe('«н» entered late on a lesson with a mark', () => {
  const correction = {
    topic: 'Т1',
    hours: 1,
    teacher: 'p-9',
    signer: 'p-9',
    reason: 'не был',
  };
  const absent = [{ learner: 'l-1', code: 'н' }];

  test('RK 1.4, R2 §2.3: by a correction, of the lesson that the mark names', async () => {
    const academy = await withLearner();
    const { journal, lesson: id } = await held(academy);
    const basis = { kind: 'lesson', id, number: null, date: null } as const;
    await mark(academy, '4', '2026-11-10', { basis });
    expect(await linesOf(academy)).toEqual([]);
    const missed = { ...correction, present: [], absent };
    must(await academy.journals.correctLesson({ journal, lesson: id, ...missed }));
    expect(await linesOf(academy)).toEqual([
      ['mark-while-absent', '2026-11-10', 'AssessmentRecorded', 'LessonCorrected'],
    ]);
    const ground = { kind: 'work', number: '5', date: '2026-11-10' } as const;
    const back = { ...correction, present: ['l-1'], ground };
    must(await academy.journals.correctLesson({ journal, lesson: id, ...back }));
    expect(await linesOf(academy)).toEqual([]);
  });

  test('RK 1.4: by a lesson entered late, unless another of the day has no «н»', async () => {
    const academy = await withLearner();
    await mark(academy, '4', '2026-11-10');
    const late = { ...lesson, group: 'm-1', module: 'safety', present: [] };
    must(await academy.journals.holdLesson({ ...late, number: 1, absent }));
    expect(await linesOf(academy)).toEqual([
      ['mark-while-absent', '2026-11-10', 'AssessmentRecorded', 'LessonHeld'],
    ]);
    must(await academy.journals.holdLesson({ ...late, topic: 'Т2', number: 2 }));
    expect(await linesOf(academy)).toEqual([]);
  });
});
