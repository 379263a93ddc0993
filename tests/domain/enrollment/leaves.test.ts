import { must } from '@letopis/core';
import { suspensionsOf } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { debtsNow, owing } from '../worlds/debt-academy.ts';
import { withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lifeOf, ordered, putRight } from '../worlds/put-right-school.ts';

/* 273-FZ art. 34 part 1 no. 12: leaves of one learner may follow one another. */

const academic = { reason: 'academic-leave', on: '2026-10-01', until: '2026-10-31' };
const maternity = { reason: 'maternity-leave', on: '2026-11-01' };

describe('273-FZ art. 34 part 1 no. 12: a leave follows another without a return', () => {
  test('each keeps its own days and reason; the return is one', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment, events } = academy;
    must(await enrollments.suspend({ enrollment, ...academic }));
    must(await enrollments.suspend({ enrollment, ...maternity }));
    must(await enrollments.reinstate({ enrollment, on: '2026-12-01' }));
    const steps = (await events(`academy.enrollment-${enrollment}`)).slice(1);
    expect(steps.map(({ type, occurredOn, data }) => [type, occurredOn, data])).toMatchObject([
      ['Suspended', '2026-10-01', { reason: 'academic-leave', until: '2026-10-31' }],
      ['Suspended', '2026-11-01', { reason: 'maternity-leave', until: null }],
      ['Reinstated', '2026-12-01', {}],
    ]);
    const days = ['2026-10-31', '2026-11-01', '2026-12-01'];
    expect(await lifeOf(academy, enrollment, days)).toEqual([
      'suspended m-1',
      'suspended m-1',
      'studying m-1',
    ]);
  });

  test('one for another reason ends it before its planned end', async () => {
    const { enrollments, id: enrollment } = await withLearner();
    must(await enrollments.suspend({ enrollment, ...academic }));
    must(await enrollments.suspend({ enrollment, ...maternity, on: '2026-10-20' }));
  });

  test('the same one is not entered twice, but may follow after its planned end', async () => {
    const { enrollments, id: enrollment } = await withLearner();
    must(await enrollments.suspend({ enrollment, ...academic }));
    for (const on of ['2026-10-02', '2026-10-31']) {
      const twice = await enrollments.suspend({ enrollment, ...academic, on });
      expectRefused(twice, 'not-possible-now', 'suspend', '2026-10-01');
    }
    const sameDay = await enrollments.suspend({ enrollment, ...maternity, on: '2026-10-01' });
    expectRefused(sameDay, 'not-possible-now', 'suspend', '2026-10-01');
    must(await enrollments.suspend({ enrollment, ...academic, on: '2026-11-01', until: null }));
    const open = await enrollments.suspend({
      enrollment,
      ...academic,
      on: '2026-12-01',
      until: null,
    });
    expectRefused(open, 'not-possible-now', 'suspend', '2026-11-01');
  });

  test('RK 1.5, 1.8: entered late before the other, corrected and annulled likewise', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    const later = must(await enrollments.suspend({ enrollment, ...maternity })).eventId;
    const { eventId: entry } = must(await enrollments.suspend({ enrollment, ...academic }));
    const right = { enrollment, ...putRight, ...ordered };
    const same = {
      ...right,
      entry: later,
      instead: { reason: 'academic-leave', on: '2026-10-20' },
    };
    expectRefused(await enrollments.correct(same), 'not-possible-now', 'suspend');
    must(await enrollments.correct({ ...right, entry: later, instead: { on: '2026-10-20' } }));
    must(await enrollments.annul({ ...right, entry }));
    expect(await lifeOf(academy, enrollment, ['2026-10-19', '2026-10-20'])).toEqual([
      'studying m-1',
      'suspended m-1',
    ]);
  });

  test('RK 1.8: without the return between them, one leave is not another', async () => {
    const { enrollments, id: enrollment } = await withLearner();
    const ill = { enrollment, reason: 'illness' };
    must(await enrollments.suspend({ ...ill, on: '2026-10-01' }));
    const { eventId: entry } = must(await enrollments.reinstate({ enrollment, on: '2026-10-10' }));
    const again = must(await enrollments.suspend({ ...ill, on: '2026-11-01' })).eventId;
    const annul = { enrollment, ...putRight, ...ordered, entry };
    expectRefused(await enrollments.annul(annul), 'entry-rested-on', again);
  });

  test('273-FZ art. 58 part 5: the days of both do not count in the term of a debt', async () => {
    const academy = await owing();
    const { enrollments, id: enrollment } = academy;
    must(await enrollments.suspend({ enrollment, ...academic, on: '2026-10-11' }));
    must(await enrollments.suspend({ enrollment, ...maternity }));
    must(await enrollments.reinstate({ enrollment, on: '2026-11-10' }));
    // A year from 5 October, and the thirty days from 11 October to 9 November.
    const [debt] = await debtsNow(academy, '2026-12-01');
    expect(debt?.deadline).toBe('2027-11-04');
  });

  test('one leave lasts until the day before the next', () => {
    const steps = [
      { on: '2026-10-01', reason: 'academic-leave' },
      { on: '2026-11-01', reason: 'maternity-leave' },
      { on: '2026-12-01', reason: null },
    ];
    expect(suspensionsOf(steps)).toEqual([
      { reason: 'academic-leave', from: '2026-10-01', until: '2026-10-31' },
      { reason: 'maternity-leave', from: '2026-11-01', until: '2026-11-30' },
    ]);
  });
});
