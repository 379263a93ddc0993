import type { RegulationPreset } from '@letopis/core';
import { must, order } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { newAcademy } from './academy.ts';

/** The day on which the school of {@link yearSchool} stands: after the end of study year 2026. */
export const today = '2027-06-10';

/** The protocol of the council that every decision of the tests names. */
export const protocol = { number: '9', date: '2027-05-25' } as const;

/** The order of promotion. */
export const promotionOrder = order('40-уч', '2027-05-26');

/**
 * A special school under R5: programme `senior` (secondary) with `algebra` and `history`, groups
 * 10А and 10Б of study year 2026, 11А of 2027 and 10В of 2027, and two learners in 10А.
 */
export async function yearSchool(
  changes: Partial<RegulationPreset> = {},
  day = today,
  type = 'secondary-general',
) {
  const school = newAcademy(`${day}T09:00:00.000Z`);
  const { regulation, officials, programmes, groups, learners, enrollments } = school;
  const from = '2026-09-01';
  must(await regulation.adopt({ ...r5, ...changes }, { timeZone: 'Europe/Moscow', from }));
  for (const [person, office] of [
    ['p-9', 'teacher'],
    ['p-8', 'teacher'],
    ['p-1', 'head'],
    ['p-5', 'records-keeper'],
  ] as const)
    must(await officials.appoint({ person, office, from }));
  const forms = [
    { kind: 'current', form: 'survey' },
    { kind: 'interim', form: 'test' },
  ];
  const modules = ['algebra', 'history'].map((id) => ({ id, scale: 'five-point', forms }));
  must(await programmes.open({ id: 'senior', type, modules, on: from }));
  for (const [id, stage, studyYear] of [
    ['10a', 10, '2026'],
    ['10b', 10, '2026'],
    ['11a', 11, '2027'],
    ['10v', 10, '2027'],
  ] as const)
    must(await groups.open({ id, programme: 'senior', stage, studyYear, on: from }));
  for (const id of ['l-1', 'l-2']) {
    must(await learners.register({ id, on: from }));
    must(await enrollments.enroll({ learner: id, group: '10a', from }));
  }
  return school;
}

export type YearSchool = Awaited<ReturnType<typeof yearSchool>>;

/** The enrollment of the first learner. */
export const pupil = 'l-1.senior.1';

/** Records the year mark of the first learner in a subject. */
export async function yearMark(
  { assessments }: YearSchool,
  module: string,
  value: string,
  on = '2027-05-20',
): Promise<string> {
  const mark = { enrollment: pupil, module, kind: 'interim', value, on, assessor: 'p-9' };
  return must(await assessments.record(mark)).eventId;
}

/** Records a mark of kind `year` of the first learner in a subject. */
export async function givenYearMark(
  { assessments }: YearSchool,
  module: string,
  value: string,
  on = '2027-05-25',
): Promise<string> {
  const mark = { enrollment: pupil, module, kind: 'year', form: 'control-work', value, on };
  return must(await assessments.record({ ...mark, assessor: 'p-9' })).eventId;
}

/** The fields of a decision on study year 2026 of the first learner. */
export const decision = {
  enrollment: pupil,
  studyYear: '2026',
  decision: 'promoted',
  protocol,
  on: '2027-05-25',
  ground: promotionOrder,
} as const;
