import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { withCommissions } from '../worlds/commission-academy.ts';
import { owing, pass } from '../worlds/debt-academy.ts';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { mark, move, passAll, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* A second result of the same thing, and the decision on an appeal. RK 1.3, 273-FZ art. 58. */

const unknown = '00000000-0000-7000-8000-000000000000';
const interim = { module: 'safety', kind: 'interim', assessor: 'p-9' };
const final = { module: 'safety', kind: 'final', assessor: 'p-9' };
const sick = { outcome: 'absent', reason: 'б' } as const;
const paper = (date: string) => ({ basis: { kind: 'protocol', number: '3', date } });

type Academy = Awaited<ReturnType<typeof withLearner>>;

const lastOf = async ({ events, id }: Pick<Academy, 'events' | 'id'>) =>
  (await events(`academy.enrollment-${id}`)).at(-1);

describe('RK 1.3: a second result', () => {
  test('of a kind given once is no mark after an excused absence, which is none', async () => {
    const { assessments, id: enrollment } = await withLearner();
    must(await assessments.record({ enrollment, ...final, ...sick, on: '2026-12-10' }));
    const sent = { enrollment, ...final, on: '2026-12-20' };
    const first = must(await assessments.record({ ...sent, value: '4' })).eventId;
    const no = await assessments.record({ ...sent, value: '5', on: '2026-12-21' });
    const said = { module: 'safety', kind: 'final', result: first, on: '2026-12-20' };
    expect(expectRefused(no, 'second-result', first).data).toEqual(said);
  });

  test('without a mark stands beside the mark, since it replaces none', async () => {
    const { assessments, id: enrollment } = await withLearner();
    must(await assessments.record({ enrollment, ...final, value: '4', on: '2026-12-20' }));
    for (const none of [sick, { outcome: 'not-assessed', reason: 'submitted' } as const]) {
      must(await assessments.record({ enrollment, ...final, ...none, on: '2026-12-21' }));
    }
  });

  test('is given anew where the first was annulled', async () => {
    const academy = await withLearner();
    const { assessments, id: enrollment } = academy;
    const sent = { enrollment, ...final, value: '4', on: '2026-12-20' };
    const result = must(await assessments.record(sent)).eventId;
    const undo = { enrollment, result, reason: 'не тому', signer: 'p-9', on: '2026-12-21' };
    must(await assessments.annul(undo));
    must(await assessments.record(sent));
  });

  test('over a failure is no plain one, though a paper protocol says it', async () => {
    const {
      assessments,
      debt,
      id: enrollment,
    } = await owing({
      assessment: { kinds: r5.assessment.kinds, stateFinal: r5.assessment.stateFinal },
    });
    const sent = { enrollment, ...interim, value: '4', on: '2026-10-25' };
    const no = await assessments.record({ ...sent, ...paper('2026-10-25') });
    const said = { module: 'safety', kind: 'interim', failed: debt, way: 'retake' };
    expect(expectRefused(no, 'retake-needed', debt).data).toEqual(said);
  });

  test('is a plain one again after the failure was passed', async () => {
    const academy = await owing();
    await pass(academy, '2026-10-20');
    await mark(academy, '5', '2026-11-10', interim);
    expect((await lastOf(academy))?.data).not.toHaveProperty('retake');
  });
});

/** Grants a retake of a result for 20 October. */
const granted = async ({ debts, id: enrollment }: Academy, of: string) => {
  const days = { plannedOn: '2026-10-20', on: '2026-10-06' };
  return must(await debts.grantRetake({ enrollment, of, ...days })).eventId;
};

describe('RK 1.3, D9: a result that names no retake takes the one that waits', () => {
  test('but not where the failure turned out to be an error', async () => {
    const academy = await owing();
    const { assessments, debt: replaces, id: enrollment } = academy;
    await granted(academy, replaces);
    const mended = { enrollment, replaces, value: '4', words: 'четыре', reason: 'описка' };
    must(await assessments.correct({ ...mended, signer: 'p-9', on: '2026-10-07' }));
    await mark(academy, '5', '2026-10-20', interim);
    expect((await lastOf(academy))?.data).not.toHaveProperty('retake');
  });

  test('but not a current mark, which may be given many times', async () => {
    const current = { kinds: ['current'], debt: false, commissionFromAttempt: null };
    const limits = r2.retakes.limits.flatMap((one, at) =>
      at === 0 ? [one, { ...one, ...current }] : [one],
    );
    const academy = await withCommissions({ retakes: { limits } });
    const failed = await mark(academy, '2', '2026-10-05', { kind: 'current' });
    await granted(academy, failed);
    await mark(academy, '5', '2026-10-20', { kind: 'current' });
    expect((await lastOf(academy))?.data).not.toHaveProperty('retake');
  });
});

const appealing = async (changes: Changes = {}) => {
  const academy = await owing(changes);
  const appeal = (appealOf: string, on: string, more: object = {}) =>
    academy.assessments.record({
      enrollment: academy.id,
      value: '3',
      assessor: 'p-9',
      on,
      appealOf,
      ...paper(on),
      ...more,
    });
  return { ...academy, appeal };
};

describe('RK 1.3: an appeal is of a result in force', () => {
  test('not of one that the enrollment does not have', async () => {
    const { appeal, id: enrollment } = await appealing();
    const no = expectRefused(await appeal(unknown, '2026-10-08'), 'result-unknown', unknown);
    expect(no.data).toEqual({ result: unknown, enrollment });
  });

  test('not of one that was annulled', async () => {
    const { appeal, assessments, debt: result, id: enrollment } = await appealing();
    const undo = { enrollment, result, reason: 'не тому', signer: 'p-9', on: '2026-10-07' };
    must(await assessments.annul(undo));
    const no = expectRefused(await appeal(result, '2026-10-08'), 'result-annulled', result);
    expect(no.data).toEqual({ result, annulledOn: '2026-10-07' });
  });

  test('of a mark also where absences came later, which do not replace it', async () => {
    const { appeal, assessments, debt, id: enrollment } = await appealing();
    const inPractice = { enrollment, ...interim, module: 'practice' };
    const passed = { ...inPractice, value: 'зачтено', on: '2026-10-06' };
    const { eventId } = must(await assessments.record(passed));
    must(await assessments.record({ ...inPractice, ...sick, on: '2026-10-07' }));
    must(await appeal(eventId, '2026-10-08', { value: 'не зачтено' }));
    must(await appeal(debt, '2026-10-08'));
  });

  test('of several absences it is of the last', async () => {
    const { appeal, assessments, id: enrollment } = await appealing();
    const all: string[] = [];
    for (const on of ['2026-10-06', '2026-10-07', '2026-10-08']) {
      const missed = { enrollment, ...interim, module: 'practice', ...sick, on };
      all.push(must(await assessments.record(missed)).eventId);
    }
    const [first = '', , third = ''] = all;
    const passes = { value: 'зачтено' };
    const no = await appeal(first, '2026-10-09', passes);
    const said = { result: first, inForce: third };
    expect(expectRefused(no, 'appeal-of-replaced', first, third).data).toEqual(said);
    must(await appeal(third, '2026-10-09', passes));
  });

  test('of one that a retake replaced only on a day before that', async () => {
    const academy = await appealing();
    const { appeal, debt } = academy;
    const passed = await pass(academy, '2026-10-20');
    expectRefused(await appeal(debt, '2026-10-20'), 'appeal-of-replaced', debt, passed);
    must(await appeal(debt, '2026-10-19'));
  });

  test('and is decided on a record that is open still', async () => {
    const academy = await withLearner();
    const { assessments, enrollments, id: enrollment } = academy;
    const [, , appealOf] = await passAll(academy);
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    must(await move(academy, 'handOver', enrollment, 't-1'));
    must(await move(academy, 'accept', enrollment, 't-1'));
    const sent = { enrollment, value: '4', assessor: 'p-9', on: '2026-12-22', appealOf };
    const no = await assessments.record({ ...sent, ...paper('2026-12-22') });
    expectRefused(no, 'record-archived', enrollment, 't-1');
  });
});

test('RK 1.3: an appeal of who left is no retake, though one waits', async () => {
  const limits = r2.retakes.limits.map((one) => ({ ...one, commissionFromAttempt: null }));
  const academy = await withCommissions({ retakes: { limits } });
  const { assessments, debts, enrollments, id: enrollment } = academy;
  const of = await mark(academy, '2', '2026-12-10', { kind: 'final' });
  must(await enrollments.discharge({ enrollment, reason: 'not-completed', on: '2026-12-12' }));
  const days = { plannedOn: '2026-12-20', on: '2026-12-13' };
  must(await debts.grantRetake({ enrollment, of, ...days }));
  const sent = { enrollment, ...final, value: '3', on: '2026-12-20', appealOf: of };
  must(await assessments.record({ ...sent, ...paper('2026-12-20') }));
  const event = await lastOf(academy);
  expect(event?.data).toMatchObject({ appealOf: of, group: 'm-1' });
  expect(event?.data).not.toHaveProperty('retake');
});
