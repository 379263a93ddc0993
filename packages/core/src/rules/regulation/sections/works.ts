import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Qualification works, practices and teachers' reports. D10, R1 §3.5b, §4.2.2, §4.2.5. */
export const works = section({
  name: 'works',
  event: 'WorkRulesSet',
  fields: {
    /** Kinds of work: `qualification-work`, `project`. */
    workKinds: field.titledList({ max: 50 }),
    /** Acts that need an order: `approve-topic`. */
    orderFor: field.ids(),
    /** Offices of which a supervisor holds one; empty: anybody, also from outside. */
    supervisorOffices: field.offices(),
    /** Whether a work needs the supervisor's review before its defence. R1 §4.2.5. */
    reviewRequired: field.yesNo,
    /** Grading scale of a review; null: a review has no grade. */
    reviewScale: field.orNull(field.id),
    /** Recommendations of a review, and whether each admits to the defence. */
    recommendations: field.list(field.object({ ...field.titled, admits: field.yesNo }), {
      max: 20,
      unique: field.idOf,
    }),
    /** Whether a work whose review does not admit it is refused a defence. */
    admissionRequired: field.yesNo,
    /** Forms of assessment in which a work is defended. */
    defenceForms: field.ids(),
    /** Whether the result of a defence needs a protocol. */
    defenceByProtocol: field.yesNo,
    /** Kinds of practice: `practice`, `internship`. R1 §3.5b. */
    practiceKinds: field.titledList({ max: 50 }),
    /** Forms of assessment in which a practice is evaluated. */
    practiceForms: field.ids(),
    /** Kinds of teacher's report. R1 §4.2.2. */
    reportKinds: field.titledList({ max: 50 }),
    /** Offices that file a report. */
    reportOffices: field.offices(),
  },
  // The kinds of R1 §3.5b and §4.2.
  default: {
    workKinds: [
      {
        id: 'qualification-work',
        title: { ru: 'Квалификационная работа', en: 'Qualification work' },
      },
      { id: 'project', title: { ru: 'Проект', en: 'Project' } },
    ],
    orderFor: ['approve-topic'],
    supervisorOffices: ['teacher'],
    reviewRequired: true,
    reviewScale: 'five-point',
    recommendations: [
      { id: 'admit', title: { ru: 'Допустить', en: 'Admit' }, admits: true },
      {
        id: 'admit-with-remarks',
        title: { ru: 'Допустить с замечаниями', en: 'Admit with remarks' },
        admits: true,
      },
      { id: 'do-not-admit', title: { ru: 'Не допускать', en: 'Do not admit' }, admits: false },
    ],
    admissionRequired: true,
    defenceForms: ['qualification-work', 'project'],
    defenceByProtocol: true,
    practiceKinds: [
      { id: 'practice', title: { ru: 'Практика', en: 'Practice' } },
      { id: 'internship', title: { ru: 'Стажировка', en: 'Internship' } },
    ],
    practiceForms: ['practice', 'internship'],
    reportKinds: [
      { id: 'teacher-report', title: { ru: 'Отчёт педагога', en: 'Teacher’s report' } },
    ],
    reportOffices: ['teacher'],
  },
});

/** The rules of the section `works`. */
export type WorkRules = z.infer<typeof works.stored>;
