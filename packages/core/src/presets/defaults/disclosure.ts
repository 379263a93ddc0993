import type { DisclosureRules } from '../../regulation/rules.ts';

/**
 * Giving out information where a regulation is silent: to the learner and the representatives by
 * right (273-FZ art. 34 and 44), to authorities by law, to third persons by consent or law (152-FZ
 * art. 6, 7, 9), to the public by consent (152-FZ art. 10.1).
 */
export const disclosure: DisclosureRules = {
  section: 'disclosure',
  recipients: [
    { recipient: 'learner', ways: ['in-study', 'application'], opensBy: ['right'] },
    { recipient: 'representative', ways: ['in-study', 'application'], opensBy: ['right'] },
    { recipient: 'authority', ways: ['application', 'demand'], opensBy: ['law'] },
    { recipient: 'third-person', ways: ['application', 'demand'], opensBy: ['consent', 'law'] },
  ],
  forms: ['oral', 'written'],
  purposes: [
    { id: 'path', title: { ru: 'Индивидуальная траектория', en: 'Learner’s own path' } },
    { id: 'quality', title: { ru: 'Внутренняя оценка качества', en: 'Internal quality' } },
    { id: 'commendation', title: { ru: 'Поощрение', en: 'Commendation' } },
    { id: 'social-support', title: { ru: 'Социальная поддержка', en: 'Social support' } },
    { id: 'acquaintance', title: { ru: 'Ознакомление с результатами', en: 'Being informed' } },
    { id: 'study-or-work', title: { ru: 'Учёба или работа', en: 'Study or work elsewhere' } },
    { id: 'lawful-demand', title: { ru: 'Требование закона', en: 'Demand by law' } },
    { id: 'openness', title: { ru: 'Открытость организации', en: 'Informing the public' } },
  ],
  refusalGrounds: [
    { id: 'not-entitled', title: { ru: 'Нет права на сведения', en: 'Not entitled' } },
    { id: 'no-consent', title: { ru: 'Нет согласия', en: 'No consent' } },
    { id: 'no-law', title: { ru: 'Закон этого не требует', en: 'No law asks for it' } },
    { id: 'not-identified', title: { ru: 'Личность не установлена', en: 'Not identified' } },
    { id: 'no-records', title: { ru: 'Сведений нет', en: 'There are no records' } },
    { id: 'repeated', title: { ru: 'Повторный запрос', en: 'Asked again too soon' } },
  ],
  deadlines: [
    {
      id: 'personal-data',
      title: { ru: 'Запрос субъекта данных', en: 'Request of the data subject' },
      recipients: ['learner', 'representative'],
      days: 10,
      unit: 'working-days',
      extensionDays: 5,
      source: '152-FZ art. 14 §3, art. 20 §1',
    },
    {
      id: 'data-authority',
      title: { ru: 'Запрос уполномоченного органа', en: 'Request of the data authority' },
      recipients: ['authority'],
      days: 10,
      unit: 'working-days',
      extensionDays: 5,
      source: '152-FZ art. 20 §4',
    },
    {
      id: 'appeal',
      title: { ru: 'Обращение гражданина', en: 'Appeal of a citizen' },
      recipients: ['third-person'],
      days: 30,
      unit: 'calendar-days',
      extensionDays: 30,
      source: '59-FZ art. 12',
    },
  ],
  decisionOffices: ['head', 'deputy-head', 'records-keeper'],
  inStudyOffices: ['teacher', 'head', 'deputy-head', 'records-keeper'],
  publication: {
    opensBy: ['consent'],
    groundKinds: ['order', 'head-decision'],
    offices: ['head', 'deputy-head'],
  },
  holidays: [
    '01-01',
    '01-02',
    '01-03',
    '01-04',
    '01-05',
    '01-06',
    '01-07',
    '01-08',
    '02-23',
    '03-08',
    '05-01',
    '05-09',
    '06-12',
    '11-04',
  ],
  daysOff: [],
  daysWorked: [],
};
