/* Tables as CSV and XLSX. */
export type { CsvOptions } from './csv.ts';
export { csvText, plainText, tableCsv } from './csv.ts';
export type { TablesOptions } from './tables-xlsx.ts';
export { tablesXlsx } from './tables-xlsx.ts';
export type { Sheet, SheetCell } from './workbook.ts';
export { workbookXlsx } from './workbook.ts';
