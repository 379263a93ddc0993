import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../worlds/enrollment-academy.ts';
import {
  mark,
  mentorAcademy,
  noOrder,
  regulation,
  withLearner,
} from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { ordered, putRight } from '../worlds/put-right-school.ts';
import { certificate, documentAcademy, documentOf } from '../worlds/register-academy.ts';
import { pupil, yearSchool } from '../worlds/year-school.ts';

/*
 * RK 1.8: what rests on a step is named where the step is annulled or corrected away from under it:
 * documents, results, entries about study and debts, and the learner's other enrollments.
 */

const paper = order('11-уч', '2026-09-01');

/** A pupil, and the correction of the enrollment's first day. */
async function enrolledPupil() {
  const school = await yearSchool();
  const { enrollments, events } = school;
  const [first] = await events(`academy.enrollment-${pupil}`);
  const right = { enrollment: pupil, entry: first?.id ?? '', ...putRight, ground: paper };
  return {
    ...school,
    begin: (from: string, withLater = false) =>
      enrollments.correct({ ...right, instead: { from }, withLater }),
  };
}

describe('RK 1.8: a document rests on the enrollment that it is about', () => {
  test('a certificate of study says that the learner was enrolled on its day', async () => {
    const { documents, begin } = await enrolledPupil();
    const asked = { kind: 'study-certificate', learner: 'l-1', enrollment: pupil, signer: 'p-1' };
    const document = documentOf(await documents.issue({ ...asked, on: '2026-10-05' }));
    const named = `DocumentIssued 2026-10-05 (${document})`;
    expectRefused(await begin('2026-10-06'), 'entry-rested-on', named);
    must(await begin('2026-10-05'));
  });

  test('one of completion holds up the enrollment as well as the completion', async () => {
    const { documents, enrollments, id: enrollment, events } = await documentAcademy();
    const document = documentOf(await documents.issue(certificate));
    const [first] = await events(`academy.enrollment-${enrollment}`);
    const act = { enrollment, entry: first?.id ?? '', ...putRight, ...ordered };
    expectRefused(
      await enrollments.annul({ ...act, withLater: true, withResults: true }),
      'entry-rested-on',
      `DocumentIssued 2026-12-22 (${document})`,
    );
  });
});

describe('RK 1.8, 273-FZ art. 17: a form of study rests on the days of the enrollment', () => {
  const family = { enrollment: pupil, aspect: 'education', form: 'family' } as const;

  test('one that is set on the first day, where study truly began later', async () => {
    const { enrollments, begin } = await enrolledPupil();
    const sent = { ...family, on: '2026-09-01', ground: paper };
    const { eventId } = must(await enrollments.setStudyForm(sent));
    const named = `StudyFormSet 2026-09-01 (${eventId})`;
    expectRefused(await begin('2026-09-02'), 'entry-rested-on', named);
  });

  test('its end, where study truly ended before; on the last day it stands', async () => {
    const { enrollments } = await enrolledPupil();
    must(await enrollments.setStudyForm({ ...family, on: '2026-10-01', ground: paper }));
    const ending = { ...family, on: '2026-12-01', ground: paper };
    const { eventId } = must(await enrollments.endStudyForm(ending));
    const left = { enrollment: pupil, reason: 'own-wish', on: '2026-12-10', ground: paper };
    const { eventId: entry } = must(await enrollments.discharge(left));
    const right = { enrollment: pupil, entry, ...putRight, ground: paper };
    const end = (on: string) => enrollments.correct({ ...right, instead: { on } });
    const named = `StudyFormEnded 2026-12-01 (${eventId})`;
    expectRefused(await end('2026-11-30'), 'entry-rested-on', named);
    must(await end('2026-12-01'));
  });

  test('only decisions on study years are carried: forms and debts stay named', async () => {
    const { enrollments, debts, begin } = await enrolledPupil();
    const sent = { ...family, on: '2026-09-05', ground: paper };
    const { eventId: form } = must(await enrollments.setStudyForm(sent));
    const told = { enrollment: pupil, way: 'oral', on: '2026-09-06' };
    const { eventId: informed } = must(await debts.inform(told));
    expectRefused(
      await begin('2026-10-01', true),
      'entry-rested-on',
      `StudyFormSet 2026-09-05 (${form})`,
      `InformedOfDebts 2026-09-06 (${informed})`,
    );
  });
});

/** A learner of the mentor academy, and the annulment of the enrollment. */
async function annulling(changes: Changes = {}) {
  const academy = await withLearner(changes);
  const { enrollments, id: enrollment, events } = academy;
  const stored = () => events(`academy.enrollment-${enrollment}`);
  const [first] = await stored();
  const act = { enrollment, entry: first?.id ?? '', ...putRight, ...ordered };
  return { ...academy, enrollment, stored, act, annul: enrollments.annul };
}

describe('RK 1.8: an enrollment is annulled', () => {
  test('a credited result rests on it, and is named as one', async () => {
    const { assessments, enrollment, act, annul } = await annulling();
    const credit = { enrollment, module: 'safety', kind: 'interim', value: '4' };
    const sent = { ...credit, source: { kind: 'own' as const }, on: '2026-10-03' };
    const { eventId } = must(await assessments.credit(sent));
    const named = `ResultCredited 2026-10-03 (${eventId})`;
    expectRefused(await annul(act), 'entry-rested-on', named);
  });

  test('its results are annulled without a reason where none is asked for', async () => {
    const academy = await annulling({ correction: { entryReasonRequired: false } });
    const { act, annul, stored } = academy;
    await mark(academy, '4', '2026-10-05');
    const { reason: _, ...silent } = act;
    must(await annul({ ...silent, withResults: true }));
    const last = (await stored()).at(-1);
    expect(last?.type).toBe('AssessmentAnnulled');
    expect(last?.data).not.toHaveProperty('reason');
  });

  test('without an order where the regulation asks for none', async () => {
    const { act, annul, stored } = await annulling({ enrollment: { orderFor: [] } });
    must(await annul({ ...act, ground: noOrder }));
    const last = (await stored()).at(-1);
    expect(last).toMatchObject({ type: 'EnrollmentEntryAnnulled', ground: noOrder });
    expect(last?.data).not.toHaveProperty('afterArchive');
  });

  test('not on a day before the regulation, which says who may', async () => {
    const { act, annul } = await annulling();
    const early = await annul({ ...act, on: '2026-08-31' });
    expectRefused(early, 'regulation-missing', '2026-08-31');
  });

  test('nor are the results of one that is not there', async () => {
    const { assessments, stored } = await annulling();
    const [first] = await stored();
    const sent = { enrollment: 'l-3.mentor.1', result: first?.id ?? '', ...putRight, ...ordered };
    expectRefused(await assessments.annul(sent), 'enrollment-unknown', 'l-3.mentor.1');
  });
});

/** A learner who is enrolled in two groups of one programme. */
async function twoGroups(changes: Changes = {}) {
  const academy = await mentorAcademy(changes);
  const { enrollments } = academy;
  const enroll = (group: string) =>
    enrollments.enroll({ learner: 'l-1', group, from: '2026-09-01' });
  const [one, other] = [must(await enroll('m-1')), must(await enroll('m-2'))];
  const right = { enrollment: other.id, entry: other.eventId, ...putRight, ...ordered };
  return { ...academy, one, other, right };
}

describe('D4: a corrected step does not make two enrollments of one', () => {
  test('in the same group', async () => {
    const { enrollments, right, one } = await twoGroups();
    const same = await enrollments.correct({ ...right, instead: { group: 'm-1' } });
    expectRefused(same, 'already-enrolled', one.id, 'm-1');
  });

  test('nor in the same programme, where the regulation allows one there', async () => {
    const academy = await withLearner({ enrollment: { onePer: 'programme' } });
    const { enrollments, id: enrollment } = academy;
    const left = { enrollment, reason: 'own-wish', on: '2026-11-01' };
    const { eventId: entry } = must(await enrollments.discharge(left));
    const sent = { learner: 'l-1', group: 'm-2', from: '2026-11-10' };
    const { id: second } = must(await enrollments.enroll(sent));
    const no = await enrollments.annul({ enrollment, entry, ...putRight, ...ordered });
    expectRefused(no, 'already-enrolled', second, 'm-1');
  });

  test('what was allowed before the regulation changed stands in no way', async () => {
    const { enrollments, other, right, regulation: rules } = await twoGroups();
    const { enrollment } = regulation({ enrollment: { onePer: 'programme' } });
    must(await rules.amend({ from: '2026-10-01', sections: { enrollment } }));
    const leave = { enrollment: other.id, reason: 'illness', on: '2026-11-01' };
    const { eventId: entry } = must(await enrollments.suspend(leave));
    must(await enrollments.correct({ ...right, entry, instead: { on: '2026-11-02' } }));
  });
});
