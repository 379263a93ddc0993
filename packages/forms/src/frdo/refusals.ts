import { refusal } from '@letopis/core/kernel';

/* Why the register's own file is not filled. They are given before anything is written. */

/** Refuses a file that is no XLSX, is broken, encrypted or larger than 32 MiB. */
export const frdoFileUnreadable = refusal(
  'frdo-file-unreadable',
  ({ bytes, bytesMax }: { bytes: number; bytesMax: number }) => ({
    ru: `Файл (${bytes} байт) не читается как XLSX до ${bytesMax} байт: скачайте шаблон заново`,
    en: `The file (${bytes} bytes) is no readable XLSX of ${bytesMax} at most: download it again`,
  }),
);

/** Refuses a file in which a sheet of the template is missing, or stands where it may not. */
export const frdoSheetMissing = refusal(
  'frdo-sheet-missing',
  (d: { sheet: string; template: string; sheets: readonly string[] }) => ({
    ru:
      `В файле нет листа «${d.sheet}» шаблона ${d.template}, а есть: ` +
      `${d.sheets.join(', ') || '—'}: возьмите файл, скачанный из системы`,
    en:
      `The file has no sheet «${d.sheet}» of the template ${d.template}, but: ` +
      `${d.sheets.join(', ') || '—'}: take the file that the register gives`,
  }),
);

/** Refuses a file with a visible sheet besides the template's: the register takes none. */
export const frdoSheetAdded = refusal('frdo-sheet-added', ({ sheet }: { sheet: string }) => ({
  ru: `В файле лишний лист «${sheet}»: система его не примет, возьмите скачанный файл`,
  en: `The file has a sheet «${sheet}» too, which the register refuses: take the file it gives`,
}));

/** A heading that is not the template's. */
export interface FrdoHeadingDifference {
  readonly cell: string;
  /** Empty where the template has no column. */
  readonly expected: string;
  /** Empty where the file has none. */
  readonly found: string;
}

/** Refuses a file whose headings are not those of the template, letter by letter. */
export const frdoHeadingsDiffer = refusal(
  'frdo-headings-differ',
  (d: { template: string; version: string; differences: readonly FrdoHeadingDifference[] }) => {
    const shown = d.differences
      .slice(0, 3)
      .map(({ cell, expected, found }) => `${cell}: «${found}» / «${expected}»`)
      .join('; ');
    return {
      ru:
        `Заголовки файла не те, что в шаблоне ${d.template} (${d.version}), отличий ` +
        `${d.differences.length}: ${shown}: возьмите другой файл или измените columns`,
      en:
        `The headings are not those of the template ${d.template} (${d.version}), differences: ` +
        `${d.differences.length}: ${shown}: take another file or change columns`,
    };
  },
);

/** Refuses a file that has rows already: it would be unclear which of them were reported. */
export const frdoRowsPresent = refusal(
  'frdo-rows-present',
  ({ sheet, cell }: { sheet: string; cell: string }) => ({
    ru: `На листе «${sheet}» уже есть строки (${cell}): возьмите пустой файл`,
    en: `The sheet «${sheet}» has rows already (${cell}): take an empty file`,
  }),
);

/** Refuses to overwrite a formula of the file in a column that the template does not compute. */
export const frdoFormulaInTheWay = refusal(
  'frdo-formula-in-the-way',
  ({ sheet, cell }: { sheet: string; cell: string }) => ({
    ru: `На листе «${sheet}» в ячейке ${cell} формула: назовите её столбец в yearsBetween шаблона`,
    en: `On the sheet «${sheet}» the cell ${cell} has a formula: name its column in yearsBetween`,
  }),
);
