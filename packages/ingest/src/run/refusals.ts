import type { LocalisedText } from '@letopis/core';
import { refusal } from '@letopis/core/kernel';

/* Refusals of rows. They are given before the row's command is sent. */

/** Refuses a row with more cells than the heading has columns. */
export const rowTooLong = refusal(
  'row-too-long',
  (d: { row: number; cells: number; columns: number }) => ({
    ru: `Строка ${d.row}: ячеек ${d.cells}, столбцов ${d.columns}: проверьте кавычки`,
    en: `Row ${d.row} has ${d.cells} cells for ${d.columns} columns: check the quotes`,
  }),
);

/** Refuses a group of rows whose `groupBy` columns occurred before, not adjacent to it. */
export const rowsApart = refusal(
  'rows-apart',
  (d: { row: number; columns: readonly string[] }) => ({
    ru: `Строка ${d.row}: такие же ${d.columns.join(', ')} были выше, не подряд: отсортируйте файл`,
    en: `Row ${d.row}: the same ${d.columns.join(', ')} stood above, not adjacent: sort the file`,
  }),
);

/** Refuses a row about a learner who was never enrolled in the group that it names. */
export const noEnrollmentInGroup = refusal(
  'no-enrollment-in-group',
  (d: { learner: string; group: string }) => ({
    ru: `Обучающийся ${d.learner} не зачислен в группу ${d.group}: сначала зачислите`,
    en: `Learner ${d.learner} is not enrolled in group ${d.group}: enroll them first`,
  }),
);

/** Refuses a row that an earlier run recorded with other values. */
export const rowRecordedOtherwise = refusal(
  'row-recorded-otherwise',
  (d: { row: number; command: string }) => ({
    ru: `Строка ${d.row} уже внесена с другими значениями: исправьте запись, а не разметку`,
    en: `Row ${d.row} was taken in with other values already: correct the record, not the mapping`,
  }),
);

/** Refuses a row in which a column of its key is empty. */
export const rowKeyEmpty = refusal('row-key-empty', (d: { row: number; column: string }) => ({
  ru: `Строка ${d.row}: пуст столбец ключа «${d.column}»: заполните его`,
  en: `Row ${d.row}: key column "${d.column}" is empty: fill it in`,
}));

/** Said of a row of a file that was taken in before: what a later one says stands. */
export const rowSuperseded = refusal(
  'row-superseded',
  (d: { row: number; fields: readonly string[] }) => ({
    ru: `Строка ${d.row}: в более позднем файле иное (${d.fields.join(', ')}): выгрузите новый`,
    en: `Row ${d.row}: a later file says otherwise (${d.fields.join(', ')}): take in a new export`,
  }),
);

/** Refuses a row about a learner whose data were erased: it cannot be told from a new one. */
export const rowOfErased = refusal('row-of-erased', (d: { row: number; learner: string }) => ({
  ru: `Строка ${d.row}: данные обучающегося ${d.learner} стёрты: уберите строку из выгрузки`,
  en: `Row ${d.row}: the data of learner ${d.learner} were erased: take the row out of the export`,
}));

/** Said of a row that says something else than was recorded under its key. */
export const rowDiffers = refusal(
  'row-differs',
  (d: { row: number; fields: readonly string[] }) => ({
    ru: `Строка ${d.row} не та, что внесена (${d.fields.join(', ')}): исправьте запись или файл`,
    en: `Row ${d.row} differs from what was recorded (${d.fields.join(', ')}): mend record or file`,
  }),
);

/** Said of a row that differs and was set aside for a person to decide on. RK 1.14. */
export const rowAside = refusal(
  'row-aside',
  (d: { row: number; fields: readonly string[]; why: string }) => ({
    ru: `Строка ${d.row} отличается (${d.fields.join(', ')}) и отложена: ${whyOf(d.why).ru}`,
    en: `Row ${d.row} differs (${d.fields.join(', ')}) and is set aside: ${whyOf(d.why).en}`,
  }),
);

const WHY: ReadonlyMap<string, LocalisedText> = new Map([
  ['period-closed', { ru: 'период закрыт', en: 'its period is closed' }],
  ['sheets-signed', { ru: 'листы подписаны', en: 'its sheets are signed' }],
  ['archived', { ru: 'запись принята архивом', en: 'the archive has its record' }],
  ['changed-by-hand', { ru: 'запись с тех пор исправлена', en: 'a person changed it since' }],
  ['refused', { ru: 'сама она исправлена быть не может', en: 'no mapping can correct it' }],
  ['asked', { ru: 'так велит разметка', en: 'the mapping asks for it' }],
]);

const whyOf = (why: string): LocalisedText => WHY.get(why) ?? { ru: why, en: why };
