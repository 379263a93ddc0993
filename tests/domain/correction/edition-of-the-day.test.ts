import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import {
  countersigned,
  mark,
  regulation,
  servicesFor,
  withLearner,
} from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/*
 * An act on a result is judged by the edition of the act's day, and its new value by that of the
 * result's day. Where no edition was in force on either day, nothing says what is allowed. D1, D7.
 */

const before = '2026-08-31'; // the regulation holds from 1 September
const four = { value: '4', words: 'четыре', reason: 'описка', signer: 'p-9' };
const sheet = { kind: 'grade-sheet', id: null, number: '7', date: '2026-10-06' };
const ground = { kind: 'certificate', number: '14', date: '2026-10-12' } as const;

/** `l-1` with a 3 and an absence in October; corrections wait for the countersignature of `p-2`. */
async function withResults() {
  const academy = await withLearner(countersigned);
  const { assessments, id: enrollment } = academy;
  const given = await mark(academy, '3', '2026-10-05');
  const missed = { module: 'safety', outcome: 'absent' as const, reason: 'н', assessor: 'p-9' };
  const entered = await assessments.record({ enrollment, ...missed, on: '2026-10-06' });
  const absent = must(entered).eventId;
  const correct = (more: object = {}) =>
    assessments.correct({ enrollment, replaces: given, ...four, ...more });
  const excused = { replaces: absent, code: 'б', reason: 'справка', signer: 'p-9', ground };
  const excuse = (more: object = {}) =>
    assessments.correctAbsence({ enrollment, ...excused, ...more });
  const toMark = (more: object = {}) => correct({ replaces: absent, basis: sheet, ...more });
  const undo = { enrollment, result: given, reason: 'не тому', signer: 'p-1' };
  const annul = (more: object = {}) => assessments.annul({ ...undo, ...more });
  const { assessments: other } = servicesFor(academy, 'u-18');
  /** The regulation is repealed from 1 October, and adopted again from 1 December. */
  const takeBack = async () => {
    must(await academy.regulation.repeal({ on: '2026-10-01' }));
    const from = { timeZone: 'Europe/Moscow', from: '2026-12-01' };
    must(await academy.regulation.adopt(regulation(countersigned), from));
  };
  return { ...academy, enrollment, correct, excuse, toMark, annul, other, takeBack };
}

describe('D1: an act on a result, on a day without a regulation', () => {
  test.each(['correct', 'excuse', 'annul'] as const)('%s is refused', async (act) => {
    const academy = await withResults();
    expectRefused(await academy[act]({ on: before }), 'regulation-missing', before);
  });

  test.each([
    ['countersign', 'p-2'],
    ['declineCorrection', 'p-2'],
    ['withdrawCorrection', 'p-9'],
  ] as const)('%s is refused', async (act, signer) => {
    const { correct, other, enrollment } = await withResults();
    const correction = must(await correct()).eventId;
    const sent = { enrollment, correction, signer };
    expectRefused(await other[act]({ ...sent, on: before }), 'regulation-missing', before);
    must(await other[act](sent));
  });
});

describe('D1: a result from whose day the regulation was taken back', () => {
  test('is not corrected: no edition has its scale', async () => {
    const { correct, takeBack } = await withResults();
    await takeBack();
    expectRefused(await correct(), 'regulation-missing', '2026-10-05');
  });

  test('gets no other code of an absence: no edition has its codes', async () => {
    const { excuse, takeBack } = await withResults();
    await takeBack();
    expectRefused(await excuse(), 'regulation-missing', '2026-10-06');
  });

  test('gets no first mark by a countersignature', async () => {
    const { toMark, other, enrollment, takeBack } = await withResults();
    const correction = must(await toMark()).eventId;
    await takeBack();
    const sent = { enrollment, correction, signer: 'p-2' };
    expectRefused(await other.countersign(sent), 'regulation-missing', '2026-10-06');
  });

  test('may be annulled all the same, which needs nothing of its day', async () => {
    const { annul, takeBack, events, enrollment } = await withResults();
    await takeBack();
    must(await annul());
    expect((await events(`academy.enrollment-${enrollment}`)).at(-1)).toMatchObject({
      type: 'AssessmentAnnulled',
      occurredOn: '2026-10-05',
      data: { edition: 2 },
    });
  });
});
