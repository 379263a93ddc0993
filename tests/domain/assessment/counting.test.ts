import { must } from '@letopis/core';
import { resultInForce } from '@letopis/core/facts';
import { enrollmentFold } from '@letopis/core/facts';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { openDebtsOf } from '../worlds/debt-academy.ts';
import { mark, passAll, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* Which of several results counts, and when a second one is lawful. RK 1.2, RK 1.3. */

type Academy = Awaited<ReturnType<typeof withLearner>>;

const subject = { module: 'safety', studyYear: '2026', period: null, planned: null };

const inForce = async ({ session, id }: Academy, kind: string, day: string | null = null) => {
  const { state } = await session.load(enrollmentFold, id);
  return resultInForce(state, { ...subject, kind }, day, () => false);
};

const final = { module: 'safety', kind: 'final', form: 'exam', assessor: 'p-9' };
const appeal = { basis: { kind: 'protocol', number: '3', date: '2026-12-22' } };

/** `l-1` has everything, with a final 5 of 20 December. */
const finished = async (from?: string) => {
  const academy = await withLearner({}, from);
  const [, , first = ''] = await passAll(academy);
  const record = (value: string, on: string, more = {}) =>
    academy.assessments.record({ ...final, enrollment: academy.id, value, on, ...more });
  return { ...academy, first, record };
};

describe('RK 1.3: a second final result', () => {
  test('is refused, later, earlier and on the same day, better and worse', async () => {
    const { record, first } = await finished();
    for (const [value, on] of [
      ['2', '2026-12-21'],
      ['4', '2026-12-20'],
      ['3', '2026-12-19'],
    ] as const) {
      expectRefused(await record(value, on), 'second-result', first, '2026-12-20');
    }
  });

  test('so completion and the result in force never say different things', async () => {
    const academy = await finished();
    const { enrollments, id: enrollment, first } = academy;
    expect(await inForce(academy, 'final')).toMatchObject({ event: first, mark: { value: '5' } });
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
  });

  test('is lawful as a correction, which is no new result', async () => {
    const academy = await finished();
    const { assessments, id: enrollment, first } = academy;
    const mended = { enrollment, replaces: first, value: '4', words: 'четыре', reason: 'описка' };
    must(await assessments.correct({ ...mended, signer: 'p-9', on: '2026-12-21' }));
    expect(await inForce(academy, 'final')).toMatchObject({ event: first, mark: { value: '4' } });
  });

  test('is lawful as the decision on an appeal, by protocol', async () => {
    const academy = await finished();
    const { record, first, id: enrollment, events } = academy;
    const bare = await record('4', '2026-12-22', { appealOf: first });
    expectRefused(bare, 'appeal-needs-protocol', first);
    const decided = must(await record('4', '2026-12-22', { appealOf: first, ...appeal }));
    const event = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(event?.data).toMatchObject({ appealOf: first, kind: 'final', module: 'safety' });
    expect(event?.data).not.toHaveProperty('retake');
    expect(await inForce(academy, 'final')).toMatchObject({ event: decided.eventId });
    expect(await inForce(academy, 'final', '2026-12-21')).toMatchObject({ event: first });
    const again = await record('5', '2026-12-23', { appealOf: first, ...appeal });
    expectRefused(again, 'appeal-of-replaced', first, decided.eventId);
    const both = { appealOf: first, retake: first, ...appeal };
    expectRefused(await record('5', '2026-12-23', both), 'invalid-input', 'appealOf');
  });

  test('as an appeal also after the learner has left: it is no act of study', async () => {
    const completed = await finished();
    const done = { enrollment: completed.id, on: '2026-12-21' };
    must(await completed.enrollments.complete(done));
    const raised = { appealOf: completed.first, ...appeal };
    must(await completed.record('4', '2026-12-22', raised));
    const left = await finished();
    const gone = { enrollment: left.id, reason: 'own-wish', on: '2026-12-21' };
    must(await left.enrollments.discharge(gone));
    must(await left.record('4', '2026-12-22', { appealOf: left.first, ...appeal }));
    expect(await inForce(left, 'final')).toMatchObject({ mark: { value: '4' }, group: 'm-1' });
  });

  test('an appealed result is annulled only after the decision', async () => {
    const academy = await finished();
    const { record, first, id: enrollment, assessments } = academy;
    const decided = must(await record('4', '2026-12-22', { appealOf: first, ...appeal }));
    const act = { enrollment, reason: 'не тому', signer: 'p-9', on: '2026-12-23' };
    const held = await assessments.annul({ ...act, result: first });
    expectRefused(held, 'entry-rested-on', first, decided.eventId);
    must(await assessments.annul({ ...act, result: decided.eventId }));
    must(await assessments.annul({ ...act, result: first }));
  });

  test('the decision on an appeal that passes ends the debt', async () => {
    const academy = await withLearner();
    const { assessments, id: enrollment } = academy;
    const failed = await mark(academy, '2', '2026-10-05', { kind: 'interim' });
    expect(await openDebtsOf(academy)).toEqual([failed]);
    const sent = { enrollment, value: '3', on: '2026-10-08', assessor: 'p-9', ...appeal };
    must(await assessments.record({ ...sent, appealOf: failed }));
    expect(await openDebtsOf(academy)).toEqual([]);
  });

  test('is lawful as a result of another study year', async () => {
    const academy = await finished('2025-09-01');
    const of = (studyYear: string) => academy.record('4', '2026-12-20', { studyYear });
    must(await of('2025'));
    expectRefused(await of('27'), 'invalid-input', 'studyYear', '27');
    expectRefused(await of('2027'), 'year-not-begun', '2026-12-20', '2027');
    expectRefused(await of('2024'), 'year-before-enrollment', '2024', '2025-09-01');
  });

  test('is of no period where its kind is given once', async () => {
    const { record } = await finished();
    const other = await record('3', '2026-12-21', { period: 'half-year-2' });
    expectRefused(other, 'period-not-for-kind', 'final', 'half-year-2');
  });

  test('of the state attestation is decided by the state commission, by protocol', async () => {
    const state = { ...final, kind: 'state-final' };
    const academy = await withLearner({
      assessment: { kinds: r5.assessment.kinds, stateFinal: r5.assessment.stateFinal },
    });
    const { programmes, assessments, id: enrollment } = academy;
    const forms = [{ kind: 'state-final', form: 'exam' }];
    const module = { id: 'physics', scale: 'five-point', stateFinal: true, forms };
    must(await programmes.addModule({ programme: 'mentor', module, on: '2026-09-01' }));
    const sent = { ...state, enrollment, module: 'physics', on: '2026-12-01' };
    must(await assessments.record({ ...sent, value: '2' }));
    const unasked = await assessments.record({ ...sent, value: '4', on: '2026-12-10' });
    expectRefused(unasked, 'retake-needed', 'physics', 'basis', 'kind: protocol');
    must(await assessments.record({ ...sent, value: '4', on: '2026-12-10', ...appeal }));
  });
});

describe('RK 1.2: periods and study years', () => {
  test('the debt of the first half-year stays where the second is passed', async () => {
    const academy = await withLearner();
    const half = (value: string, on: string, period: string) =>
      mark(academy, value, on, { kind: 'interim', period });
    const first = await half('2', '2026-10-30', 'half-year-1');
    await half('4', '2026-12-10', 'half-year-2');
    expect(await openDebtsOf(academy)).toEqual([first]);
    await mark(academy, 'зачтено', '2026-11-02', { kind: 'interim', module: 'practice' });
    const { assessments, enrollments, id: enrollment } = academy;
    const last = { ...final, enrollment, value: '5', on: '2026-12-20' };
    expectRefused(await assessments.record(last), 'debts-open', first);
    const done = await enrollments.complete({ enrollment, on: '2026-12-21' });
    expectRefused(done, 'results-missing', 'safety: interim');
  });

  test('the other way round final and completion do not pass with a 2 standing', async () => {
    const academy = await withLearner();
    await mark(academy, '4', '2026-10-30', { kind: 'interim' });
    const second = await mark(academy, '2', '2026-12-10', { kind: 'interim' });
    expect(await openDebtsOf(academy)).toEqual([second]);
    const last = { ...final, enrollment: academy.id, value: '5', on: '2026-12-20' };
    expectRefused(await academy.assessments.record(last), 'debts-open', second);
  });

  test('a failure is not entered before a later plain pass of the same thing', async () => {
    const academy = await withLearner();
    const later = await mark(academy, '4', '2026-10-30', { kind: 'interim' });
    const { assessments, id: enrollment } = academy;
    const early = { ...final, enrollment, kind: 'interim', form: 'test', on: '2026-10-05' };
    const no = await assessments.record({ ...early, value: '2' });
    expectRefused(no, 'later-result-stands', later, '2026-10-30');
    const away = { ...early, outcome: 'absent' as const, reason: 'н' };
    expectRefused(await assessments.record(away), 'later-result-stands', later);
    must(await assessments.record({ ...away, reason: 'б' }));
    must(await assessments.record({ ...early, value: '2', period: 'half-year-1' }));
  });

  test('a kind that is given by period names one of the regulation', async () => {
    const academy = await withLearner({ assessment: { kinds: r5.assessment.kinds } });
    const { assessments, id: enrollment } = academy;
    const quarter = { ...final, enrollment, kind: 'period', value: '2', on: '2026-10-30' };
    expectRefused(await assessments.record(quarter), 'period-missing', 'period', 'quarter-1');
    const ninth = await assessments.record({ ...quarter, period: 'ninth' });
    expectRefused(ninth, 'not-in-regulation', 'ninth');
    must(await assessments.record({ ...quarter, period: 'quarter-1' }));
    must(await assessments.record({ ...quarter, value: '4', period: 'quarter-2' }));
    expect(await openDebtsOf(academy)).toEqual([]);
  });
});

describe('RK 1.4: a mark and an absence from the lesson', () => {
  const lesson = { group: 'm-1', module: 'safety', topic: 'Вводный', hours: 2, teacher: 'p-9' };
  const absent = { present: [], absent: [{ learner: 'l-1', code: 'н' }] };

  test('a mark on a lesson with «н» is refused, by basis and by day', async () => {
    const academy = await withLearner();
    const { assessments, journals, id: enrollment } = academy;
    const held = must(await journals.holdLesson({ ...lesson, ...absent, on: '2026-10-06' }));
    const given = { enrollment, module: 'safety', value: '5', on: '2026-10-06', assessor: 'p-9' };
    expectRefused(await assessments.record(given), 'absent-from-lesson', 'l-1', held.lesson, 'н');
    const named = { ...given, on: '2026-10-07', basis: { kind: 'lesson', id: held.lesson } };
    expectRefused(await assessments.record(named), 'absent-from-lesson', held.lesson);
    must(await assessments.record({ ...given, on: '2026-10-07' }));
    must(await assessments.record({ ...given, form: 'project' }));
  });

  test('who was in another lesson of the day may have one', async () => {
    const academy = await withLearner();
    const { assessments, journals, id: enrollment } = academy;
    must(await journals.holdLesson({ ...lesson, ...absent, on: '2026-10-06' }));
    const there = { present: ['l-1'], absent: [], kind: 'seminar' };
    must(await journals.holdLesson({ ...lesson, ...there, on: '2026-10-06' }));
    const given = { enrollment, module: 'safety', value: '5', on: '2026-10-06', assessor: 'p-9' };
    must(await assessments.record(given));
  });

  test('the lesson’s attendance is corrected before an absence becomes a mark', async () => {
    const academy = await withLearner();
    const { assessments, journals, id: enrollment } = academy;
    const { journal, lesson: id } = must(
      await journals.holdLesson({ ...lesson, ...absent, on: '2026-10-06' }),
    );
    const basis = { kind: 'lesson', id };
    const missed = { enrollment, module: 'safety', outcome: 'absent' as const, reason: 'н', basis };
    const sent = { ...missed, on: '2026-10-06', assessor: 'p-9' };
    const { eventId: replaces } = must(await assessments.record(sent));
    const mended = { enrollment, replaces, value: '4', words: 'четыре', signer: 'p-9' };
    const toMark = { ...mended, reason: 'была на уроке', basis, on: '2026-10-08' };
    expectRefused(await assessments.correct(toMark), 'absent-from-lesson', id);
    const there = { present: ['l-1'], absent: [], reason: 'ошибка', signer: 'p-9' };
    const entry = { topic: 'Вводный', hours: 2, teacher: 'p-9', ...there };
    const ground = { kind: 'work', number: '5', date: '2026-10-06' };
    must(await journals.correctLesson({ journal, lesson: id, ...entry, ground }));
    must(await assessments.correct(toMark));
  });
});
