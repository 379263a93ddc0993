import type { RegulationPreset } from '@letopis/core';
import { pointsScale } from '@letopis/core';

const title = (ru: string, en: string) => ({ ru, en });

/**
 * The regulation that the import adopts, written as data: nothing is mandatory for completion, the
 * platform assesses, no act needs an order, one open enrollment a presentation.
 */
export const openUniversity: RegulationPreset = {
  preset: 'oulad/1',
  title: title('Открытый университет: учёт по выгрузке', 'The Open University: record by import'),
  general: {
    section: 'general',
    annex: null,
    offices: [{ id: 'head', title: title('Руководитель', 'Head') }],
    programmeTypes: [
      {
        id: 'module',
        title: title('Модуль', 'Module'),
        category: null,
        mandatory: [],
        hoursMin: null,
      },
    ],
    orderFor: [],
    sources: [],
  },
  scales: {
    section: 'scales',
    scales: [
      pointsScale({
        id: 'hundred-point',
        title: title('Стобалльная шкала', 'Hundred-point scale'),
        max: '100',
        step: '1',
        passesAt: '40',
      }),
    ],
    chosenBy: 'programme',
  },
  assessment: {
    section: 'assessment',
    kinds: [
      { id: 'current', title: title('Текущий контроль', 'Current'), attestation: false },
      { id: 'final', title: title('Итоговая аттестация', 'Final'), attestation: true },
    ],
    forms: [
      { id: 'TMA', title: title('Задание тьютору', 'Tutor-marked assessment') },
      { id: 'CMA', title: title('Компьютерный тест', 'Computer-marked assessment') },
      { id: 'Exam', title: title('Экзамен', 'Exam') },
    ],
    origins: ['internal'],
    assessorOffices: [],
    platformMayAssess: true,
    finalKind: null,
    requirementsAnnounced: false,
    notAssessedReasons: [{ id: 'submitted', title: title('Сдано, не оценено', 'Submitted') }],
  },
  correction: {
    section: 'correction',
    signerOffices: [],
    correctorSigns: true,
    wordsRequired: true,
    reasonRequired: true,
    positionRequired: false,
    replacedNamed: true,
    countersignOffices: null,
    orderAfterArchive: true,
    annulmentOffices: [],
    annulmentReasonRequired: true,
  },
  lessons: { section: 'lessons', kinds: [], attendanceCodes: [], teacherOffices: [] },
  enrollment: {
    section: 'enrollment',
    onePer: 'group',
    orderFor: [],
    dischargeReasons: [
      { id: 'own-wish', title: title('По собственному желанию', 'At own wish') },
      { id: 'not-completed', title: title('Не освоил программу', 'Not completed') },
    ],
    suspensionReasons: [],
  },
  commendation: {
    section: 'commendation',
    kinds: [],
    areas: [],
    bases: [],
    orderOffices: [],
    orderRequired: true,
    copiesTo: null,
    publicationNeedsConsent: true,
    revocable: true,
  },
  archive: {
    section: 'archive',
    deadlineDays: null,
    handOverOffices: [],
    receiveOffices: [],
    fromUnit: 'platform',
    toUnit: 'archive',
  },
  carriers: { section: 'carriers', carriers: [] },
};
