import { must } from '@letopis/core';
import { enrollmentFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { countersigned, servicesFor, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* What a countersignature needs besides its signer: a correction that may still take effect. D7. */

const sheet = { kind: 'grade-sheet', id: null, number: '7', date: '2026-10-06' };

/** An absence at the planned `test-1`, which a waiting correction makes a 4. */
async function waiting() {
  const academy = await withLearner(countersigned);
  const { assessments, id: enrollment } = academy;
  const facts = { enrollment, planned: 'test-1', on: '2026-10-06', assessor: 'p-9' };
  const missed = { outcome: 'absent' as const, reason: 'б' };
  const absent = must(await assessments.record({ ...facts, ...missed })).eventId;
  const four = { value: '4', words: 'четыре', reason: 'была работа', signer: 'p-9', basis: sheet };
  const correct = () => assessments.correct({ enrollment, replaces: absent, ...four });
  const correction = must(await correct()).eventId;
  const { assessments: other } = servicesFor(academy, 'u-18');
  return { ...academy, enrollment, facts, absent, correction, other };
}

test.each([
  ['countersign', 'p-2'],
  ['declineCorrection', 'p-2'],
  ['withdrawCorrection', 'p-9'],
] as const)('D7: %s of an enrollment that nobody began is refused', async (act, signer) => {
  const { other, correction } = await waiting();
  const enrollment = 'l-3.mentor.1';
  const answer = await other[act]({ enrollment, correction, signer });
  expectRefused(answer, 'enrollment-unknown', enrollment);
});

test.each([
  ['countersign', 'p-2'],
  ['declineCorrection', 'p-2'],
  ['withdrawCorrection', 'p-9'],
] as const)('D7: %s of no correction, or of a record, is refused', async (act, signer) => {
  const { other, enrollment, absent } = await waiting();
  for (const correction of ['01990000-0000-7000-8000-000000000001', absent]) {
    const answer = await other[act]({ enrollment, correction, signer });
    expectRefused(answer, 'correction-unknown', correction, enrollment);
  }
});

describe('D7: a correction that makes an absence a mark', () => {
  test('is not countersigned where the planned assessment got another mark meanwhile', async () => {
    const { assessments, facts, other, enrollment, correction, absent, session } = await waiting();
    const taken = must(await assessments.record({ ...facts, value: '5' })).eventId;
    const sent = { enrollment, correction, signer: 'p-2' };
    expectRefused(await other.countersign(sent), 'already-assessed', 'test-1', taken);
    must(await other.declineCorrection(sent));
    const { state } = await session.load(enrollmentFold, enrollment);
    expect(state.results.get(absent)).toMatchObject({ outcome: 'absent', waiting: null });
  });

  test('is countersigned where that mark was annulled', async () => {
    const { assessments, facts, other, enrollment, correction, absent, session } = await waiting();
    const taken = must(await assessments.record({ ...facts, value: '5' })).eventId;
    must(await assessments.annul({ enrollment, result: taken, reason: 'сбой', signer: 'p-9' }));
    must(await other.countersign({ enrollment, correction, signer: 'p-2' }));
    const { state } = await session.load(enrollmentFold, enrollment);
    expect(state.results.get(absent)).toMatchObject({ outcome: 'mark', mark: { value: '4' } });
  });
});
