import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { mentorAcademy, passAll, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lifeOf, putRight } from '../worlds/put-right-school.ts';
import { certificate, documentAcademy } from '../worlds/register-academy.ts';

/*
 * RK 1.5, RK §4 no. 9: a decision of a court serves where an order is required, in the act itself
 * as in its correction.
 */

const court = { kind: 'court', number: '2-118/2026', date: '2026-12-18' } as const;
const numberless = { ...court, number: null };
const enrolling = { learner: 'l-1', group: 'm-1', from: '2026-09-01' };

describe('RK §4 no. 9: what a court decided needs no order', () => {
  test('a learner is enrolled by a court, and by a correction to it alike', async () => {
    const { enrollments } = await mentorAcademy();
    const bare = await enrollments.enroll({ ...enrolling, ground: numberless });
    expectRefused(bare, 'order-required', 'enroll', 'court');
    must(await enrollments.enroll({ ...enrolling, ground: court }));
    const { id: enrollment, eventId: entry } = must(
      await enrollments.enroll({ ...enrolling, learner: 'l-2' }),
    );
    const right = { enrollment, entry, ...putRight, ground: court };
    const no = await enrollments.correct({ ...right, instead: { ground: numberless } });
    expectRefused(no, 'order-required', 'court');
    must(await enrollments.correct({ ...right, instead: { ground: court } }));
  });

  test('every step of the life', async () => {
    const academy = await withLearner({
      enrollment: { orderFor: ['transfer', 'suspend', 'reinstate', 'complete', 'discharge'] },
    });
    const { enrollments, id: enrollment } = academy;
    const sent = { enrollment, ground: court };
    must(await enrollments.transfer({ ...sent, to: 'm-2', on: '2026-09-20' }));
    must(await enrollments.suspend({ ...sent, reason: 'illness', on: '2026-10-01' }));
    must(await enrollments.reinstate({ ...sent, on: '2026-10-20' }));
    await passAll(academy);
    must(await enrollments.complete({ ...sent, on: '2026-12-21' }));
    expect(await lifeOf(academy, enrollment, ['2026-12-21'])).toEqual(['ended m-2']);
  });

  test('the offices of officials', async () => {
    const academy = await mentorAcademy({ general: { orderFor: ['appoint', 'relieve'] } });
    const { officials } = academy;
    const teacher = { person: 'p-7', office: 'teacher', ground: court };
    must(await officials.appoint({ ...teacher, from: '2026-10-01' }));
    must(await officials.relieve({ ...teacher, on: '2026-11-01' }));
    const bare = { ...teacher, from: '2026-12-01', ground: numberless };
    expectRefused(await officials.appoint(bare), 'order-required', 'appoint');
  });

  test('a result of a completed enrollment, which only an order may undo', async () => {
    const academy = await withLearner();
    const { enrollments, assessments, id: enrollment } = academy;
    const [interim = ''] = await passAll(academy);
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    const undo = { enrollment, result: interim, reason: 'решение суда', signer: 'p-1' };
    const bare = await assessments.annul({ ...undo, ground: numberless });
    expectRefused(bare, 'completion-undone', 'safety: interim');
    must(await assessments.annul({ ...undo, ground: court }));
  });

  test('a document whose kind rests on an order', async () => {
    const { documents } = await documentAcademy();
    const bare = await documents.issue({ ...certificate, ground: numberless });
    expectRefused(bare, 'document-ground-missing', 'court');
    must(await documents.issue({ ...certificate, ground: court }));
  });
});
