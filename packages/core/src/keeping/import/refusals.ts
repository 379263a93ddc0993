import { refusal } from '../../kernel/refusal.ts';

/**
 * Said where the same files were already received; the service then answers with the first receipt.
 */
export const importStands = refusal('import-stands', (d: { import: string }) => ({
  ru: `Загрузка ${d.import} уже принята: повторно принимать её не нужно`,
  en: `Import ${d.import} was received already: there is no need to receive it again`,
}));

/** Said where other files were received under this id. */
export const importDiffers = refusal(
  'import-differs',
  (d: { import: string; files: readonly string[] }) => ({
    ru: `Под ${d.import} приняты другие файлы (${d.files.join(', ')}): дайте этим свой хеш`,
    en: `Other files were received as ${d.import} (${d.files.join(', ')}): give these their hash`,
  }),
);

/** Said where no files were received under the id. */
export const importUnknown = refusal('import-unknown', (d: { import: string }) => ({
  ru: `Загрузки ${d.import} нет: сначала примите её файлы`,
  en: `There is no import ${d.import}: receive its files first`,
}));

/** Said where the import has no file with this hash. */
export const importedFileUnknown = refusal(
  'imported-file-unknown',
  (d: { import: string; file: string; files: readonly string[] }) => ({
    ru: `В загрузке ${d.import} нет файла ${d.file}; есть: ${d.files.join(', ')}`,
    en: `Import ${d.import} has no file ${d.file}; it has: ${d.files.join(', ')}`,
  }),
);

/**
 * Said where the page is already recorded with the same outcome; the service then answers with the
 * first receipt.
 */
export const rowsStand = refusal('rows-stand', (d: { import: string; page: number }) => ({
  ru: `Страница ${d.page} загрузки ${d.import} уже записана: повторно записывать её не нужно`,
  en: `Page ${d.page} of import ${d.import} stands already: there is no need to record it again`,
}));
