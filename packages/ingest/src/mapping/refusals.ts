import { refusal } from '@letopis/core/kernel';

/*
 * Refusals of a mapping, and of cells that it reads. They are given before the row's command is
 * sent.
 */

/** Refuses a mapping whose command no opened service has. */
export const mappingCommandUnknown = refusal(
  'mapping-command-unknown',
  (d: { mapping: string; command: string; commands: readonly string[] }) => ({
    ru: `Разметка ${d.mapping}: команды «${d.command}» нет; есть: ${d.commands.join(', ')}`,
    en: `Mapping ${d.mapping}: no command ${d.command}; there are: ${d.commands.join(', ')}`,
  }),
);

/** Refuses a mapping of a field that its command does not have. */
export const mappingFieldUnknown = refusal(
  'mapping-field-unknown',
  (d: { mapping: string; command: string; field: string; fields: readonly string[] }) => ({
    ru: `Разметка ${d.mapping}: у ${d.command} нет поля «${d.field}»; есть: ${d.fields.join(', ')}`,
    en: `Mapping ${d.mapping}: no field ${d.field} in ${d.command}; it has: ${d.fields.join(', ')}`,
  }),
);

/** Refuses a key of personal columns in a mapping that does not say so. 152-FZ art. 21. */
export const keyIsPersonal = refusal(
  'key-is-personal',
  (d: { mapping: string; column: string }) => ({
    ru: `Разметка ${d.mapping}: столбец «${d.column}» в key персональный: дайте personalKey: true`,
    en: `Mapping ${d.mapping}: key column "${d.column}" is personal: add personalKey: true`,
  }),
);

/** Refuses a key of columns in which the rows of one group may differ. */
export const keyNotGrouped = refusal(
  'key-not-grouped',
  (d: { mapping: string; column: string }) => ({
    ru: `Разметка ${d.mapping}: столбца «${d.column}» из key нет в groupBy: возьмите его оттуда`,
    en: `Mapping ${d.mapping}: key column "${d.column}" is not in groupBy: take it from there`,
  }),
);

/** Refuses another key than that under which rows of the mapping are known. */
export const mappingKeyChanged = refusal(
  'mapping-key-changed',
  (d: { mapping: string; given: readonly string[]; known: readonly string[] }) => ({
    ru:
      `Разметка ${d.mapping}: ключ (${d.given.join(', ')}) не тот, под которым внесены строки ` +
      `(${d.known.join(', ')}): верните его`,
    en:
      `Mapping ${d.mapping}: the key (${d.given.join(', ')}) is not that under which rows are ` +
      `known (${d.known.join(', ')}): restore that one`,
  }),
);

/** Refuses a key on a mapping that took rows without one, until their last file was taken again. */
export const mappingKeyLate = refusal(
  'mapping-key-late',
  (d: { mapping: string; files: readonly string[] }) => ({
    ru:
      `Разметка ${d.mapping} уже вносила строки без key: загрузите с ним сначала ` +
      `последний из файлов ${d.files.join(', ')}`,
    en:
      `Mapping ${d.mapping} took rows without a key: take in with it first ` +
      `the last of the files ${d.files.join(', ')}`,
  }),
);

/** Refuses a mapping with a key where the service was opened without an import secret. */
export const importSecretMissing = refusal('import-secret-missing', (d: { mapping: string }) => ({
  ru:
    `Разметка ${d.mapping} имеет key, а секрета загрузок нет: откройте службу ` +
    'ingestServiceWith({}, { secret: secretOnDisk(…) })',
  en:
    `Mapping ${d.mapping} has a key, and there is no import secret: open the service by ` +
    'ingestServiceWith({}, { secret: secretOnDisk(…) })',
}));

/** Refuses another import secret than that of the rows that are known already. */
export const importSecretDiffers = refusal(
  'import-secret-differs',
  (d: { given: string; known: readonly string[] }) => ({
    ru:
      `Секрет загрузок ${d.given} не тот, под которым внесены строки ` +
      `(${d.known.join(', ')}): верните прежний`,
    en:
      `Import secret ${d.given} is not that under which rows are known ` +
      `(${d.known.join(', ')}): restore that one`,
  }),
);

/** Refuses a mapping for a file or sheet that was not given. */
export const mappingFileMissing = refusal(
  'mapping-file-missing',
  (d: { mapping: string; file: string | null; sheet: string | null; there: string[] }) => ({
    ru: `Разметка ${d.mapping}: нет ${asked(d, 'файла', 'листа')}; есть: ${d.there.join(', ')}`,
    en: `Mapping ${d.mapping}: no ${asked(d, 'file', 'sheet')}; there is: ${d.there.join(', ')}`,
  }),
);

/** Refuses a mapping that reads a column that the file does not have. */
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

/** Refuses a mapping that reads a column that the file has twice. */
export const columnTwice = refusal(
  'column-twice',
  (d: { mapping: string; column: string; file: string }) => ({
    ru: `Разметка ${d.mapping}: в ${d.file} столбец «${d.column}» стоит дважды: переименуйте`,
    en: `Mapping ${d.mapping}: file ${d.file} has the column "${d.column}" twice: rename one`,
  }),
);

/** Refuses a row with an empty cell in a column that its mapping needs. */
export const cellEmpty = refusal('cell-empty', (d: { column: string; field: string }) => ({
  ru: `Столбец «${d.column}» пуст, а поле ${d.field} нужно: заполните или отметьте optional`,
  en: `Column "${d.column}" is empty, but ${d.field} is needed: fill it in, or mark it optional`,
}));

/** Refuses a row with a text that the lookup of its rule does not list. */
export const cellNotListed = refusal(
  'cell-not-listed',
  (d: { column: string; value: string | null; known: readonly string[] }) => ({
    ru: `Столбец «${d.column}»: ${shown(d.value)} нет в lookup; есть: ${d.known.join(', ')}`,
    en: `Column "${d.column}": ${shown(d.value)} is not in its lookup: ${d.known.join(', ')}`,
  }),
);

/** Refuses a row with an id of another system that no learner has today; it is not shown. */
export const externalIdUnknown = refusal(
  'external-id-unknown',
  (d: { column: string; system: string }) => ({
    ru:
      `Столбец «${d.column}»: такого идентификатора в системе ${d.system} ни у кого нет: ` +
      'исправьте ячейку или внесите его (learners.giveExternalId)',
    en:
      `Column "${d.column}": nobody has this id in the system ${d.system}: mend the cell, or ` +
      'record the id (learners.giveExternalId)',
  }),
);

/** Refuses a row with a text that is not a day in the format of its rule. */
export const cellNoDate = refusal(
  'cell-no-date',
  (d: { column: string; value: string | null; format: string }) => ({
    ru: `Столбец «${d.column}»: ${shown(d.value)} не дата вида ${d.format}: исправьте дату или вид`,
    en: `Column "${d.column}": ${shown(d.value)} is no date as ${d.format}: mend one of the two`,
  }),
);

/** Refuses a row with a text that is not a number, where its rule needs one. */
export const cellNoNumber = refusal(
  'cell-no-number',
  (d: { column: string; value: string | null }) => ({
    ru: `Столбец «${d.column}»: ${shown(d.value)} не число: исправьте ячейку`,
    en: `Column "${d.column}": ${shown(d.value)} is no number: mend the cell`,
  }),
);

/** A value as a message shows it; a personal one (`null`) is not shown. */
function shown(value: string | null): string {
  return value === null ? '…' : `«${value.length > 60 ? `${value.slice(0, 60)}…` : value}»`;
}

function asked(
  { file, sheet }: { readonly file: string | null; readonly sheet: string | null },
  fileWord: string,
  sheetWord: string,
): string {
  return sheet === null ? `${fileWord} ${file}` : `${sheetWord} ${sheet}`;
}
