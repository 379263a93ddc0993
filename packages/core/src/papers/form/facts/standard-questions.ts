import type { LocalisedText } from '../../../kernel/refusal.ts';
import type { CarrierRules } from '../../../rules/regulation/sections/carriers.ts';

/** A form that records keepers use: its id, its title, and the kind of record kept in it. */
export interface StandardForm {
  readonly form: string;
  readonly title: LocalisedText;
  /** `records` of the carriers that are kept in it; null: of none. */
  readonly records: string | null;
}

const form = (id: string, ru: string, en: string, records: string | null = null): StandardForm => ({
  form: id,
  title: { ru, en },
  records,
});

/** The usual forms of the record, C1 to C20. Their ids are those that the pages print. R2 §2.1. */
export const STANDARD_FORMS: readonly StandardForm[] = [
  form('lesson-journal', 'Журнал учёта занятий', 'Lesson journal', 'journal'),
  form('correction-sheet', 'Лист исправлений', 'Correction sheet'),
  form('grade-sheet', 'Ведомость аттестации', 'Grade sheet', 'grade-sheet'),
  form('commission-protocol', 'Протокол аттестационной комиссии', 'Protocol', 'protocol'),
  form('retake-protocol', 'Протокол пересдачи', 'Protocol of a retake', 'protocol'),
  form('personal-file', 'Личное дело', 'Personal file', 'personal-file'),
  form('certification-sheet', 'Лист-заверитель', 'Certification sheet'),
  form('learner-card', 'Личная карточка обучающегося', 'Learner card'),
  form('issued-documents-register', 'Книга выданных документов', 'Issued documents', 'register'),
  form(
    'certificates-register',
    'Книга регистрации справок',
    'Register of certificates',
    'register',
  ),
  form('study-certificate', 'Справка об обучении', 'Certificate of study'),
  form('extract', 'Выписка', 'Extract'),
  form('commendation-order', 'Приказ о поощрении', 'Order of commendation', 'commendation'),
  form('commendation-register', 'Реестр поощрений', 'Register of commendations', 'commendation'),
  form('portfolio', 'Портфолио', 'Portfolio', 'portfolio'),
  form(
    'creative-growth-card',
    'Карточка творческого роста',
    'Creative growth card',
    'achievements',
  ),
  form('achievements-bank', 'Банк достижений', 'Bank of achievements', 'achievements'),
  form('summary-sheet', 'Сводная ведомость', 'Summary sheet', 'grade-sheet'),
  form('individual-achievement-sheet', 'Лист индивидуальных достижений', 'Achievement sheet'),
  form('archive-inventory', 'Опись дел', 'Inventory of cases'),
  form('transfer-act', 'Акт приёма-передачи', 'Act of transfer to the archive'),
  form('destruction-act', 'Акт о выделении к уничтожению', 'Act on destruction'),
  form('self-evaluation', 'Отчёт о самообследовании', 'Self-evaluation', 'self-evaluation'),
  form('learner-order', 'Приказ по обучающимся', 'Order about learners'),
  form('review', 'Рецензия (отзыв)', 'Review', 'review'),
  form('practice-diary', 'Дневник практики', 'Diary of practice'),
  form('credit-transfer-protocol', 'Протокол зачёта результатов', 'Protocol of credit'),
  form('debt-list', 'Ведомость задолженностей', 'List of debts'),
  form('disclosure-log', 'Журнал предоставления сведений', 'Log of disclosures'),
  form('backup-log', 'Журнал резервных копий', 'Log of backups'),
  form('file-plan', 'Номенклатура дел', 'File plan'),
  form('issue-sheet', 'Ведомость выдачи документов', 'Sheet of issue'),
];

/**
 * The usual forms in a version, as `forms.approveAll` takes them; each names the first carrier of
 * the regulation that is kept in it. R2 §2.1.
 *
 * @example
 * const forms = standardForms(r2.carriers, '2026');
 * forms[0]; // => { form: 'lesson-journal', version: '2026', title, carrier: 'lesson-journal' }
 */
export function standardForms({ carriers }: Pick<CarrierRules, 'carriers'>, version: string) {
  return STANDARD_FORMS.map(({ form: id, title, records }) => ({
    form: id,
    version,
    title,
    carrier: carriers.find((one) => one.records === records)?.id ?? null,
  }));
}
