import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { passAll, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lifeOf, ordered, putRight } from '../worlds/put-right-school.ts';

/* RK 1.8: who puts a step right, and beside which other steps. */

test('a head of one group puts right the steps of that group, and of no other', async () => {
  const { enrollments, officials, id: enrollment } = await withLearner();
  const from = '2026-09-01';
  for (const [person, group] of [
    ['p-41', 'm-1'],
    ['p-42', 'm-2'],
  ] as const) {
    const scope = { groups: [group] };
    must(await officials.appoint({ person, office: 'head', scope, from }));
  }
  const left = { enrollment, reason: 'own-wish', on: '2026-11-01' };
  const { eventId: entry } = must(await enrollments.discharge(left));
  const right = { enrollment, entry, ...putRight, ...ordered };
  const other = await enrollments.annul({ ...right, signer: 'p-42' });
  expectRefused(other, 'not-appointed', 'p-42');
  must(await enrollments.annul({ ...right, signer: 'p-41' }));
});

describe('a return from leave is corrected in a life that was completed since', () => {
  test('it is decided by the steps before its day', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    must(await enrollments.suspend({ enrollment, reason: 'illness', on: '2026-10-01' }));
    const { eventId: entry } = must(await enrollments.reinstate({ enrollment, on: '2026-10-20' }));
    await passAll(academy);
    must(await enrollments.complete({ enrollment, on: '2026-12-25' }));
    const right = { enrollment, entry, ...putRight, ...ordered };
    must(await enrollments.correct({ ...right, instead: { on: '2026-10-12' } }));
    const days = ['2026-10-11', '2026-10-12', '2026-12-24'];
    expect(await lifeOf(academy, enrollment, days)).toEqual([
      'suspended m-1',
      'studying m-1',
      'studying m-1',
    ]);
  });
});
