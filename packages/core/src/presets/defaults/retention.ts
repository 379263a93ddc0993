import type { RetentionRules } from '../../regulation/rules.ts';

/*
 * Keeping and destruction where a regulation is silent: archives count a term from 1 January of the
 * year after (125-FZ and the rules of archives, order 77 of 2023), an expert commission selects and
 * the head approves, inventories of permanent keeping come first.
 */

const titles = {
  commission: { ru: 'Экспертная комиссия', en: 'Expert commission' },
  head: { ru: 'Руководитель', en: 'Head' },
};

/** Keeping and destruction; the four start rules, one for each day that a term may begin with. */
export const retention: RetentionRules = {
  section: 'retention',
  startRules: [
    { id: 'year-end', title: { ru: 'Год закрытия дела', en: 'Year of closing' }, from: 'closing' },
    { id: 'departure', title: { ru: 'Выбытие', en: 'Departure' }, from: 'departure' },
    { id: 'order', title: { ru: 'Приказ', en: 'Order' }, from: 'order' },
    {
      id: 'programme-end',
      title: { ru: 'Окончание программы', en: 'End of programme' },
      from: 'programme-end',
    },
  ].map((rule) => ({ ...rule, counts: 'next-year' as const })),
  filePlan: [],
  holdings: [
    { records: 'journal', kinds: ['journal'] },
    { records: 'grade-sheet', kinds: ['enrollment'] },
    { records: 'protocol', kinds: ['enrollment'] },
    { records: 'personal-file', kinds: ['file', 'enrollment', 'learner'] },
    { records: 'electronic', kinds: ['journal', 'enrollment', 'file', 'learner'] },
  ],
  holdOffices: ['head'],
  needOffices: ['head'],
  selectionOffices: ['archivist', 'records-keeper'],
  approvals: [
    {
      id: 'expert-commission',
      title: titles.commission,
      offices: ['commission-chair'],
      protocolRequired: true,
    },
    { id: 'head', title: titles.head, offices: ['head'], protocolRequired: false },
  ],
  permanentListsFirst: true,
  methods: [
    { id: 'shredding', title: { ru: 'Измельчение', en: 'Shredding' } },
    { id: 'burning', title: { ru: 'Сожжение', en: 'Burning' } },
    { id: 'recycling', title: { ru: 'Сдача на переработку', en: 'Handed over for recycling' } },
    { id: 'deletion', title: { ru: 'Удаление с носителя', en: 'Deletion from the medium' } },
  ],
  destructionOffices: ['archivist', 'records-keeper', 'deputy-head', 'head'],
  destroyersMin: 2,
  erasureOffices: ['head'],
  erasureReasons: [
    { id: 'term-over', title: { ru: 'Истёк срок хранения', en: 'The term of keeping is over' } },
    { id: 'purpose-reached', title: { ru: 'Цель достигнута', en: 'The purpose is reached' } },
    { id: 'consent-withdrawn', title: { ru: 'Отзыв согласия', en: 'Consent withdrawn' } },
    { id: 'unlawful', title: { ru: 'Неправомерная обработка', en: 'Unlawful processing' } },
  ],
};
