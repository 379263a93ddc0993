import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { application, comparison, line, openCredit } from '../worlds/credit-school.ts';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* Crediting an earlier result: once by one decision, and beside which own results. D11, RK 1.3. */

const enrollment = 'l-1.mentor.1';
const { source } = application;
const safety = { module: 'safety', kind: 'interim' };
const practice = { module: 'practice', kind: 'interim' };
const final = { module: 'safety', kind: 'final' };

/** A school where application `c-1` was granted three credits on 12 October. */
const decided = async () => {
  const school = await openCredit();
  const { assessments, credits, events } = school;
  const wanted = [safety, practice, final];
  must(await credits.apply({ ...application, id: 'c-2', wanted }));
  const lines = wanted.map((subject) => ({ ...line, ...subject }));
  must(await credits.compare({ ...comparison, credit: 'c-2', lines }));
  const granted = wanted.map((subject) => ({ ...subject, value: '5' }));
  const by = { decidedBy: 'p-1', on: '2026-10-12' };
  must(await credits.decide({ ...by, credit: 'c-2', controlledBy: 'p-2', granted }));
  const own = { enrollment, value: '5', source, ...by };
  const credit = (subject: object, decision: string | null = 'c-2') =>
    assessments.credit({ ...own, ...subject, decision });
  const last = async () => (await events(`enrollment-${enrollment}`)).at(-1);
  return { ...school, credit, last };
};

describe('D11: what one decision granted', () => {
  test('is credited subject by subject, each once', async () => {
    const { credit } = await decided();
    const result = must(await credit(safety)).eventId;
    must(await credit(practice));
    must(await credit(final));
    const again = expectRefused(await credit(safety), 'credited-already', 'c-2', result);
    expect(again.data).toEqual({ decision: 'c-2', result });
  });

  test('is credited though the same was credited without a decision before', async () => {
    const { credit } = await decided();
    must(await credit(safety, null));
    must(await credit(safety));
  });

  test('is credited anew where the first was annulled', async () => {
    const { assessments, credit } = await decided();
    const result = must(await credit(safety)).eventId;
    const undo = { enrollment, result, reason: 'не тому', signer: 'p-1', on: '2026-10-13' };
    must(await assessments.annul(undo));
    must(await credit(safety));
  });

  test('names its subject and who decided it, and where there is neither none', async () => {
    const { credit, last, assessments } = await decided();
    must(await credit(safety));
    const refs = { learner: ['l-1'], enrollment: [enrollment], programme: ['mentor'] };
    expect((await last())?.refs).toEqual({
      ...refs,
      group: ['m-1'],
      module: ['safety'],
      official: ['p-1'],
    });
    const whole = { enrollment, module: null, kind: 'interim', source, on: '2026-10-12' };
    must(await assessments.credit(whole));
    expect((await last())?.refs).toEqual({ ...refs, group: ['m-1'] });
  });

  test('is asked for by its id, on a day that has a regulation', async () => {
    const { assessments, credit } = await decided();
    expectRefused(await credit(safety, 'c-9'), 'credit-unknown', 'c-9');
    const early = { enrollment, ...safety, source, on: '2026-08-31' };
    expectRefused(await assessments.credit(early), 'regulation-missing', '2026-08-31');
  });
});

describe('RK 1.3: a credit beside own results', () => {
  const credit = { ...safety, source, value: '4', on: '2026-10-20' };

  test('stands after an absence with an excuse, which is no result that passes', async () => {
    const { assessments } = await withLearner();
    const missed = { enrollment, ...safety, outcome: 'absent', reason: 'б' } as const;
    must(await assessments.record({ ...missed, assessor: 'p-9', on: '2026-10-05' }));
    must(await assessments.credit({ enrollment, ...credit }));
  });

  test('takes no place in the plan that has a mark already', async () => {
    const academy = await withLearner();
    const planned = 'test-1';
    const result = await mark(academy, '4', '2026-10-05', { kind: 'interim', planned });
    const taken = await academy.assessments.credit({ enrollment, ...credit, planned });
    expect(expectRefused(taken, 'already-assessed', planned, result).data).toEqual({
      planned,
      event: result,
    });
  });
});
