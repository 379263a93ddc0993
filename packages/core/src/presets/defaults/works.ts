import type { WorkRules } from '../../regulation/rules.ts';

/** Works, practice and reports where a regulation is silent: what R1 §3.5b and §4.2 name. */
export const works: WorkRules = {
  section: 'works',
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
  reportKinds: [{ id: 'teacher-report', title: { ru: 'Отчёт педагога', en: 'Teacher’s report' } }],
  reportOffices: ['teacher'],
};
