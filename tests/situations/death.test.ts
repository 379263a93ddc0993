import { must, order } from '@letopis/core';
import {
  debtsReport,
  ifPermitted,
  laterPapersReport,
  personalFileReport,
} from '@letopis/projections';
import { expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { namedSchool } from '../domain/worlds/named-school.ts';
import { printedFile, reading } from './printed.ts';

/* RK §4 no. 11. Oleg dies on 14 November. The order comes three days later. */

const enrollment = 'l-3.basic.1';

test('RK §4 no. 11: a learner dies: nobody’s will, nothing owed, nobody reminded', async () => {
  const school = await namedSchool();
  const { enrollments, assessments, debts } = school;

  // Given a debt, and a retake that was granted for December.
  school.onDay('2026-11-10');
  const mark = { enrollment, module: 'algebra', kind: 'interim', form: 'test', assessor: 'p-9' };
  const failed = must(await assessments.record({ ...mark, value: '2', on: '2026-10-20' }));
  const retake = { enrollment, of: failed.eventId, plannedOn: '2026-12-10', on: '2026-11-09' };
  must(await debts.grantRetake(retake));
  const owed = async (on: string) => {
    const { debts: found, calendar } = await debtsReport(await reading(school, on), {
      group: '8a',
    });
    return [found.map(({ state }) => state), calendar.map(({ state }) => state)];
  };
  expect(await owed('2026-11-13')).toEqual([['open'], ['waiting']]);
  const before = await printedFile(school, 'l-3');
  expect(before.rows('debts').map((row) => row.at(-1))).toEqual(['не ликвидирована']);

  // When he is discharged, from the day of the death, by the order of the 17th.
  school.onDay('2026-11-17');
  const ground = order('70-уч', '2026-11-17');
  const left = { enrollment, reason: 'death', on: '2026-11-14', ground };
  must(await enrollments.discharge(left));

  // Then nothing is owed, and no retake waits for him.
  expect(await owed('2026-11-20')).toEqual([['closed'], ['not-owed']]);
  const next = { ...retake, plannedOn: '2026-12-11', on: '2026-11-17' };
  expectRefused(await debts.grantRetake(next), 'debt-not-open', failed.eventId);

  // And the paper that is later than its effect is on the list of checks, with its reason.
  const month = { from: '2026-11-01', until: '2026-11-30' };
  const { lines } = await laterPapersReport(await reading(school), month);
  expect(lines).toMatchObject([
    { type: 'Discharged', paperOn: '2026-11-17', effectOn: '2026-11-14' },
  ]);

  // And his file says why study ended, in words that blame nobody.
  const file = await printedFile(school, 'l-3');
  const steps = file.rows('steps-1').map((row) => row.slice(0, 3));
  expect(steps.at(-1)).toEqual([
    '14.11.2026',
    'Отчисление: Смерть обучающегося',
    'приказ № 70-уч от 17.11.2026',
  ]);
  expect(file.rows('debts').map((row) => row.at(-1))).toEqual(['закрыта с отчислением']);
  expect(file.rows('retakes').map((row) => row.at(-1))).toEqual(['больше не нужна']);
});

test('RK §4 no. 11: kin are told on their paper, and nobody else', async () => {
  const school = await namedSchool();
  const { enrollments, learners, disclosures } = school;
  school.onDay('2026-11-17');
  const ground = order('70-уч', '2026-11-17');
  must(await enrollments.discharge({ enrollment, reason: 'death', on: '2026-11-14', ground }));

  // Given his mother, who brings the certificate of birth, and an uncle, who has no paper.
  const paper = { kind: 'certificate', number: 'II-АИ 512344', date: '2011-05-20' } as const;
  const mother = { learner: 'l-3', representative: 'r-1', relation: 'parent' } as const;
  const name = 'Мухина Вера Сергеевна';
  school.onDay('2026-11-26');
  must(await learners.nameRepresentative({ ...mother, name, on: '2026-11-25', ground: paper }));

  // When both ask for his marks, she is told by right, and he only by law.
  const asked = { learner: 'l-3', form: 'written', purpose: 'acquaintance' } as const;
  const applicant = { kind: 'representative', representative: 'r-1' } as const;
  must(await disclosures.ask({ ...asked, id: 'd-1', applicant, on: '2026-11-25' }));
  must(
    await disclosures.ask({
      ...asked,
      id: 'd-2',
      applicant: { kind: 'third-person' },
      on: '2026-11-25',
    }),
  );
  const grant = { signer: 'p-1', on: '2026-11-26' };
  must(await disclosures.grant({ ...grant, disclosure: 'd-1', basis: { by: 'right' } }));
  const uncle = await disclosures.grant({ ...grant, disclosure: 'd-2', basis: { by: 'interest' } });
  expectRefused(uncle, 'disclosure-not-open', 'third-person');

  // Then his file is open to her, and names her; to who shows no paper it is not.
  const by = { kind: 'representative', purpose: 'acquaintance', on: '2026-11-26' } as const;
  const pageFor = async (person: string) => {
    const own = await (await reading(school)).for({ ...by, person });
    return ifPermitted(() => personalFileReport(own, { learner: 'l-3' }));
  };
  expect(must(await pageFor('r-1')).learner.text).toBe('Мухин Олег Ильич');
  expectRefused(await pageFor('r-2'), 'page-not-permitted');
  const file = await printedFile(school, 'l-3');
  expect(file.text).toContain(`Законный представитель ${name} (родитель`);
});
