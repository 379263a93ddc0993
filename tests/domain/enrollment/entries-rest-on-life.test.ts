import { must, order } from '@letopis/core';
import { describe, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { putRight } from '../worlds/put-right-school.ts';
import {
  decision,
  promotionOrder,
  pupil as enrollment,
  yearSchool,
} from '../worlds/year-school.ts';

/*
 * RK 1.8, issue A: what was entered about study and debts rests on the steps of the life. A change
 * of these that leaves it without a place names it, as entering it now would be refused.
 */

const ground = order('11-уч', '2026-09-01');
const plan = { enrollment, aspect: 'arrangement', form: 'individual-plan', ground } as const;
const act = { enrollment, ...putRight, ground: order('50-уч', '2027-06-01') };

/** A pupil with an arrangement, and informed of the debts. */
async function arranged() {
  const school = await yearSchool();
  const { enrollments, debts, events } = school;
  const paper = { number: '4', date: '2026-09-01' };
  const form = must(await enrollments.setStudyForm({ ...plan, paper, on: '2026-09-05' })).eventId;
  const inform = { enrollment, way: 'oral', on: '2026-09-06' };
  const informed = must(await debts.inform(inform)).eventId;
  const [first] = await events(`academy.enrollment-${enrollment}`);
  return { ...school, form, informed, entry: first?.id ?? '' };
}

describe('RK 1.8: a corrected or annulled step names the entries that rest on it', () => {
  test('a learner enrolled later had no arrangement, and was not informed, before', async () => {
    const { enrollments, form, informed, entry } = await arranged();
    const later = { ...act, entry, instead: { from: '2026-10-01' } };
    expectRefused(
      await enrollments.correct(later),
      'entry-rested-on',
      `StudyFormSet 2026-09-05 (${form})`,
      `InformedOfDebts 2026-09-06 (${informed})`,
    );
    must(await enrollments.correct({ ...later, instead: { from: '2026-09-02' } }));
  });

  test('an enrollment made in error is annulled after them', async () => {
    const { enrollments, debts, form, informed, entry } = await arranged();
    const annul = () => enrollments.annul({ ...act, entry });
    expectRefused(await annul(), 'entry-rested-on', form, informed);
    must(await debts.annul({ ...putRight, enrollment, entry: informed }));
    expectRefused(await annul(), 'entry-rested-on', form);
    must(await enrollments.annulStudyEntry({ ...act, entry: form }));
    must(await annul());
  });

  test('a discharge entered late names them too, save those of its own day', async () => {
    const { enrollments, debts, form } = await arranged();
    const left = { enrollment, reason: 'own-wish', ground };
    const early = await enrollments.discharge({ ...left, on: '2026-09-04' });
    expectRefused(early, 'entry-contradicted', '2026-09-04', `StudyFormSet 2026-09-05 (${form})`);
    must(await enrollments.discharge({ ...left, on: '2026-09-05' }));
    must(await debts.inform({ enrollment, way: 'oral', on: '2026-10-01' }));
  });
});

/** A pupil whose study year is decided. */
async function withDecision() {
  const school = await yearSchool();
  const { eventId } = must(await school.enrollments.decideYear(decision));
  return { ...school, decided: eventId };
}

describe('RK 1.6, 1.8: a study year is decided in the group of the learner', () => {
  test('a transfer before it names it, and a promotion after it does not', async () => {
    const { enrollments, decided: event } = await withDecision();
    const move = { enrollment, to: '10b', ground };
    const early = await enrollments.transfer({ ...move, on: '2027-02-01' });
    expectRefused(early, 'entry-contradicted', `YearDecided 2027-05-25 (${event})`);
    must(
      await enrollments.transfer({ ...move, to: '11a', on: '2027-05-26', ground: promotionOrder }),
    );
  });
});
