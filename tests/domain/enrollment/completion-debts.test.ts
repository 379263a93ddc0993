import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { mark, noOrder, passAll, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/*
 * RK 1.2, D4: whether study is completed while the learner owes debts is a field of the regulation;
 * and what comes after a completion takes nothing from it, save by an order.
 */

/** A learner with a mark in `law`, a module that no completion asks for, on 20 October 2026. */
async function lawMark(value: string, changes: Changes = {}) {
  const academy = await withLearner(changes);
  const { programmes, groups, assessments, id: enrollment } = academy;
  const on = '2026-09-01';
  const module = { id: 'law', scale: 'five-point' };
  must(await programmes.addModule({ programme: 'mentor', module, on }));
  const planned = { id: 'law-1', module: 'law', kind: 'interim', form: 'test' };
  must(await groups.planAssessment({ group: 'm-1', ...planned, plannedOn: '2026-10-20' }));
  const sent = { enrollment, planned: 'law-1', value, assessor: 'p-9', on: '2026-10-20' };
  const { eventId: law } = must(await assessments.record(sent));
  const [, , final = ''] = await passAll(academy);
  return { ...academy, enrollment, law, final };
}

const untilEnd = { retakes: { finalNeedsNoDebts: false } } satisfies Changes;
const owed = {
  retakes: { finalNeedsNoDebts: false, completionNeedsNoDebts: false },
} satisfies Changes;
const completion = { on: '2026-12-21' } as const;
const toTwo = { value: '2', words: 'два', reason: 'описка', signer: 'p-9', ground: noOrder };

describe('RK 1.2: a learner who owes a debt', () => {
  test('does not complete, and the debt is named', async () => {
    const { enrollments, enrollment, law } = await lawMark('2', untilEnd);
    const no = await enrollments.complete({ enrollment, ...completion });
    expectRefused(no, 'debts-open', enrollment, law);
  });

  test('completes where the regulation says so, or once the debt is settled', async () => {
    const free = await lawMark('2', owed);
    must(await free.enrollments.complete({ enrollment: free.enrollment, ...completion }));
    const { assessments, enrollments, enrollment, law } = await lawMark('2', untilEnd);
    const right = { value: '4', words: 'четыре', reason: 'описка', signer: 'p-9' };
    must(await assessments.correct({ enrollment, replaces: law, ...right }));
    must(await enrollments.complete({ enrollment, ...completion }));
  });
});

describe('D4, RK 1.2: after a completion', () => {
  test('a debt that the regulation lets stand is no obstacle to a correction', async () => {
    const { assessments, enrollments, enrollment, law } = await lawMark('4', owed);
    must(await enrollments.complete({ enrollment, ...completion }));
    must(await assessments.correct({ enrollment, replaces: law, ...toTwo }));
  });

  test('the completion is kept also where other steps came between', async () => {
    const { assessments, enrollments, enrollment, law } = await lawMark('4');
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-12-20' }));
    must(await enrollments.complete({ enrollment, ...completion }));
    const no = await assessments.correct({ enrollment, replaces: law, ...toTwo });
    expectRefused(no, 'completion-undone', '2026-12-21', 'law: interim');
  });

  test('what is refused for a reason of its own is refused for that', async () => {
    const academy = await lawMark('4');
    const { assessments, enrollments, enrollment } = academy;
    must(await enrollments.complete({ enrollment, ...completion }));
    const late = { enrollment, module: 'safety', value: '2', assessor: 'p-9', on: '2026-12-22' };
    const no = await assessments.record({ ...late, ground: noOrder });
    expectRefused(no, 'outside-study', '2026-12-22');
  });

  test('only what the act itself takes away counts, not what was lacking before it', async () => {
    const academy = await lawMark('4');
    const { assessments, enrollments, enrollment, final } = academy;
    const current = await mark(academy, '4', '2026-11-10');
    must(await enrollments.complete({ enrollment, ...completion }));
    const undo = { enrollment, result: final, reason: 'решение комиссии', signer: 'p-1' };
    must(await assessments.annul({ ...undo, ground: order('46-к', '2026-12-24') }));
    must(await assessments.correct({ enrollment, replaces: current, ...toTwo }));
    const sent = { enrollment, module: 'practice', kind: 'final', form: 'exam', assessor: 'p-9' };
    const failing = { ...sent, value: 'не зачтено', on: '2026-12-19', ground: noOrder };
    const no = await assessments.record(failing);
    const { text } = expectRefused(no, 'completion-undone', 'practice: final');
    expect(text.en).not.toContain('safety');
  });

  test('D1: it is judged by the rules of its own day, and by no others', async () => {
    const { assessments, enrollments, regulation, enrollment, law } = await lawMark('4');
    must(await enrollments.complete({ enrollment, on: '2026-12-30' }));
    must(await regulation.repeal({ on: '2026-12-28' }));
    const no = await assessments.correct({ enrollment, replaces: law, ...toTwo });
    expectRefused(no, 'regulation-missing', '2026-12-30');
  });
});
