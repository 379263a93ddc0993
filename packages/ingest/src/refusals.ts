import { refusal } from '@letopis/core/kernel';

/* What is wrong with a file, a mapping, or a row; all before the row's command is sent. */

/* Files */

export const fileUnreadable = refusal(
  'file-unreadable',
  (d: { file: string; row: number | null; why: string }) => ({
    ru:
      `Файл ${d.file} не читается${d.row === null ? '' : ` со строки ${d.row}`} (${d.why}): ` +
      'исправьте кавычки или кодировку',
    en:
      `File ${d.file} cannot be read${d.row === null ? '' : ` from row ${d.row} on`} ` +
      `(${d.why}): mend its quotes or encoding`,
  }),
);

export const fileTooLarge = refusal(
  'file-too-large',
  (d: { file: string; bytes: number; max: number }) => ({
    ru: `Файл ${d.file}: ${d.bytes} байт, XLSX читается до ${d.max}: разделите или дайте CSV`,
    en: `File ${d.file} has ${d.bytes} bytes, XLSX is read up to ${d.max}: split it or give CSV`,
  }),
);

export const headingMissing = refusal(
  'heading-missing',
  (d: { file: string; sheet: string | null; row: number }) => ({
    ru: `В файле ${place(d)} строка ${d.row} пуста: укажите в headingRow строку с заголовками`,
    en: `In file ${place(d)} row ${d.row} is empty: name the row of the headings in headingRow`,
  }),
);

/* Mappings */

export const mappingCommandUnknown = refusal(
  'mapping-command-unknown',
  (d: { mapping: string; command: string; commands: readonly string[] }) => ({
    ru: `Разметка ${d.mapping}: команды «${d.command}» нет; есть: ${d.commands.join(', ')}`,
    en: `Mapping ${d.mapping}: no command ${d.command}; there are: ${d.commands.join(', ')}`,
  }),
);

export const mappingFieldUnknown = refusal(
  'mapping-field-unknown',
  (d: { mapping: string; command: string; field: string; fields: readonly string[] }) => ({
    ru: `Разметка ${d.mapping}: у ${d.command} нет поля «${d.field}»; есть: ${d.fields.join(', ')}`,
    en: `Mapping ${d.mapping}: no field ${d.field} in ${d.command}; it has: ${d.fields.join(', ')}`,
  }),
);

export const mappingFileMissing = refusal(
  'mapping-file-missing',
  (d: { mapping: string; file: string | null; sheet: string | null; there: string[] }) => ({
    ru: `Разметка ${d.mapping}: нет ${asked(d, 'файла', 'листа')}; есть: ${d.there.join(', ')}`,
    en: `Mapping ${d.mapping}: no ${asked(d, 'file', 'sheet')}; there is: ${d.there.join(', ')}`,
  }),
);

export const columnMissing = refusal(
  'column-missing',
  (d: { mapping: string; column: string; file: string; columns: readonly string[] }) => ({
    ru:
      `Разметка ${d.mapping}: в файле ${d.file} нет столбца «${d.column}»; ` +
      `есть: ${d.columns.join(', ')}. Исправьте имя столбца или headingRow`,
    en:
      `Mapping ${d.mapping}: file ${d.file} has no column "${d.column}"; ` +
      `it has: ${d.columns.join(', ')}. Mend the column's name or headingRow`,
  }),
);

export const columnTwice = refusal(
  'column-twice',
  (d: { mapping: string; column: string; file: string }) => ({
    ru: `Разметка ${d.mapping}: в ${d.file} столбец «${d.column}» стоит дважды: переименуйте`,
    en: `Mapping ${d.mapping}: file ${d.file} has the column "${d.column}" twice: rename one`,
  }),
);

/* Rows */

export const cellEmpty = refusal('cell-empty', (d: { column: string; field: string }) => ({
  ru: `Столбец «${d.column}» пуст, а поле ${d.field} нужно: заполните или отметьте optional`,
  en: `Column "${d.column}" is empty, but ${d.field} is needed: fill it in, or mark it optional`,
}));

export const cellNotListed = refusal(
  'cell-not-listed',
  (d: { column: string; value: string | null; known: readonly string[] }) => ({
    ru: `Столбец «${d.column}»: ${said(d.value)} нет в lookup; есть: ${d.known.join(', ')}`,
    en: `Column "${d.column}": ${said(d.value)} is not in its lookup: ${d.known.join(', ')}`,
  }),
);

export const cellNoDate = refusal(
  'cell-no-date',
  (d: { column: string; value: string | null; format: string }) => ({
    ru: `Столбец «${d.column}»: ${said(d.value)} не дата вида ${d.format}: исправьте дату или вид`,
    en: `Column "${d.column}": ${said(d.value)} is no date as ${d.format}: mend one of the two`,
  }),
);

export const cellNoNumber = refusal(
  'cell-no-number',
  (d: { column: string; value: string | null }) => ({
    ru: `Столбец «${d.column}»: ${said(d.value)} не число: исправьте ячейку`,
    en: `Column "${d.column}": ${said(d.value)} is no number: mend the cell`,
  }),
);

export const rowTooLong = refusal(
  'row-too-long',
  (d: { row: number; cells: number; columns: number }) => ({
    ru: `Строка ${d.row}: ячеек ${d.cells}, столбцов ${d.columns}: проверьте кавычки`,
    en: `Row ${d.row} has ${d.cells} cells for ${d.columns} columns: check the quotes`,
  }),
);

export const rowsApart = refusal(
  'rows-apart',
  (d: { row: number; columns: readonly string[] }) => ({
    ru: `Строка ${d.row}: такие же ${d.columns.join(', ')} были выше, не подряд: отсортируйте файл`,
    en: `Row ${d.row}: the same ${d.columns.join(', ')} stood above, not adjacent: sort the file`,
  }),
);

export const noEnrollmentInGroup = refusal(
  'no-enrollment-in-group',
  (d: { learner: string; group: string }) => ({
    ru: `Обучающийся ${d.learner} не зачислен в группу ${d.group}: сначала зачислите`,
    en: `Learner ${d.learner} is not enrolled in group ${d.group}: enroll them first`,
  }),
);

export const rowRecordedOtherwise = refusal(
  'row-recorded-otherwise',
  (d: { row: number; command: string }) => ({
    ru: `Строка ${d.row} уже внесена с другими значениями: исправьте запись, а не разметку`,
    en: `Row ${d.row} was taken in with other values already: correct the record, not the mapping`,
  }),
);

/** A value as a sentence shows it; a personal one (null) is not shown. */
function said(value: string | null): string {
  return value === null ? '…' : `«${value.length > 60 ? `${value.slice(0, 60)}…` : value}»`;
}

function place({ file, sheet }: { readonly file: string; readonly sheet: string | null }): string {
  return sheet === null ? file : `${file} [${sheet}]`;
}

function asked(
  { file, sheet }: { readonly file: string | null; readonly sheet: string | null },
  fileWord: string,
  sheetWord: string,
): string {
  return sheet === null ? `${fileWord} ${file}` : `${sheetWord} ${sheet}`;
}
