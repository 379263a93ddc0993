import { refusal } from '@letopis/core/kernel';

/* Refusals of a file. They are given before anything is written. */

/** Refuses a file with broken quotes, bytes of another encoding, or no valid XLSX. */
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

/** Refuses an XLSX file of more than `XLSX_BYTES_MAX` bytes. */
export const fileTooLarge = refusal(
  'file-too-large',
  (d: { file: string; bytes: number; max: number }) => ({
    ru: `Файл ${d.file}: ${d.bytes} байт, XLSX читается до ${d.max}: разделите или дайте CSV`,
    en: `File ${d.file} has ${d.bytes} bytes, XLSX is read up to ${d.max}: split it or give CSV`,
  }),
);

/** Refuses a file whose heading row is empty. */
export const headingMissing = refusal(
  'heading-missing',
  (d: { file: string; sheet: string | null; row: number }) => ({
    ru: `В файле ${place(d)} строка ${d.row} пуста: укажите в headingRow строку с заголовками`,
    en: `In file ${place(d)} row ${d.row} is empty: name the row of the headings in headingRow`,
  }),
);

function place({ file, sheet }: { readonly file: string; readonly sheet: string | null }): string {
  return sheet === null ? file : `${file} [${sheet}]`;
}
