import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { ordered, putRight } from '../worlds/put-right-school.ts';

/*
 * RK 1.5: an entry that is corrected keeps its own paper. Where its day moves, the paper must not
 * be later than the true day, as for the entry itself.
 */

const leave = { reason: 'illness', until: '2026-12-31' } as const;

/** A leave from 5 October on, by a paper of 1 October. */
async function onLeave(more = {}, orderFor: string[] = ['enroll']) {
  const academy = await withLearner({ enrollment: { orderFor } });
  const { enrollments, id: enrollment } = academy;
  const ground = { ...order('7-уч', '2026-10-01'), ...more };
  const given = { enrollment, ...leave, on: '2026-10-05', ground };
  const { eventId: entry } = must(await enrollments.suspend(given));
  const correct = (instead: object) =>
    enrollments.correct({ enrollment, entry, ...putRight, instead });
  const last = async () => (await academy.events(`academy.enrollment-${enrollment}`)).at(-1);
  return { ...academy, correct, last };
}

describe('RK 1.5: the paper that a corrected entry keeps', () => {
  test.each(['order', 'instruction'])('an %s is not later than the true day', async (kind) => {
    const { correct, last } = await onLeave({ kind });
    const no = await correct({ on: '2026-09-30' });
    expectRefused(no, 'paper-after-effect', '7-уч', '2026-10-01', '2026-09-30');
    must(await correct({ on: '2026-10-01' }));
    expect(await last()).toMatchObject({ occurredOn: '2026-10-01', ground: { number: '7-уч' } });
  });

  test('the true paper comes with the true day', async () => {
    const { correct, last } = await onLeave();
    const ground = order('6-уч', '2026-09-28');
    must(await correct({ on: '2026-09-28', ground }));
    expect(await last()).toMatchObject({ occurredOn: '2026-09-28', ground });
  });

  test('a reason that the regulation lists lets it be later, also as corrected', async () => {
    const { correct } = await onLeave({ retroactive: 'application-day' });
    must(await correct({ on: '2026-09-30' }));
  });

  test('an act that tells what has happened may be later', async () => {
    const { correct } = await onLeave({ kind: 'act' }, []);
    must(await correct({ on: '2026-09-30' }));
  });

  test('whatever else is corrected', async () => {
    const { correct } = await onLeave({ date: '2026-10-09', retroactive: 'application-day' });
    must(await correct({ until: '2026-11-30' }));
  });

  test('a discharge that was no death is not earlier than its order', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    const ground = order('8-уч', '2026-10-09');
    const given = { enrollment, reason: 'death', on: '2026-10-05', ground };
    const { eventId: entry } = must(await enrollments.discharge(given));
    const right = { enrollment, entry, ...putRight, ...ordered };
    const no = await enrollments.correct({ ...right, instead: { reason: 'own-wish' } });
    expectRefused(no, 'paper-after-effect', '8-уч', '2026-10-09', '2026-10-05');
  });
});
