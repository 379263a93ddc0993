import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { owing } from '../worlds/debt-academy.ts';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* What an annulment of a result states, and what must be gone before it. D6, RK 1.8. */

test('D6: an annulment states no reason where the regulation lets it be left out', async () => {
  const academy = await withLearner({ correction: { annulmentReasonRequired: false } });
  const { assessments, id: enrollment } = academy;
  const result = await mark(academy, '3', '2026-10-05');
  must(await assessments.annul({ enrollment, result, signer: 'p-1' }));
  const last = (await academy.events(`academy.enrollment-${enrollment}`)).at(-1);
  expect(last?.type).toBe('AssessmentAnnulled');
  expect(last?.data).not.toHaveProperty('reason');
});

test('D6: a result that there is not is not annulled', async () => {
  const { assessments, id: enrollment } = await withLearner();
  const result = '01990000-0000-7000-8000-000000000001';
  const none = await assessments.annul({ enrollment, result, reason: 'описка', signer: 'p-1' });
  expectRefused(none, 'result-unknown', result, enrollment);
});

/** A failure in `safety` with a retake granted for 20 October, and a 2 in `practice`. */
async function withRetake() {
  const academy = await owing();
  const { debts, assessments, id: enrollment, failed } = academy;
  const days = { plannedOn: '2026-10-20', on: '2026-10-06' };
  const retake = must(await debts.grantRetake({ enrollment, of: failed, ...days })).eventId;
  const kind = 'interim';
  const other = await mark(academy, 'не зачтено', '2026-10-05', { module: 'practice', kind });
  const undo = { enrollment, reason: 'не тому', signer: 'p-1' };
  const annul = (result: string) => assessments.annul({ ...undo, result });
  return { ...academy, enrollment, retake, other, annul };
}

describe('RK 1.8: a failure on which a retake rests', () => {
  test('is annulled after the waiting retake was withdrawn', async () => {
    const { annul, debts, enrollment, failed, retake } = await withRetake();
    const no = expectRefused(await annul(failed), 'entry-rested-on', failed, retake);
    expect(no.data).toEqual({
      entry: failed,
      facts: [{ type: 'RetakeGranted', id: retake, on: '2026-10-06' }],
    });
    must(await debts.withdrawRetake({ enrollment, retake, on: '2026-10-07' }));
    must(await annul(failed));
  });

  test('is annulled after the retake that was taken', async () => {
    const academy = await withRetake();
    const { annul, debts, enrollment, failed, retake } = academy;
    const taken = await mark(academy, '4', '2026-10-20', { retake });
    const no = expectRefused(await annul(failed), 'entry-rested-on', failed, taken);
    expect(no.data).toMatchObject({
      facts: [{ type: 'AssessmentRecorded', id: taken, on: '2026-10-20' }],
    });
    must(await annul(taken)); // the retake waits again
    expectRefused(await annul(failed), 'entry-rested-on', 'RetakeGranted', retake);
    must(await debts.withdrawRetake({ enrollment, retake, on: '2026-10-20' }));
    must(await annul(failed));
  });

  test('holds no other failure, be it waiting or taken', async () => {
    const waiting = await withRetake();
    must(await waiting.annul(waiting.other));
    const taken = await withRetake();
    await mark(taken, '4', '2026-10-20', { retake: taken.retake });
    must(await taken.annul(taken.other));
  });
});
