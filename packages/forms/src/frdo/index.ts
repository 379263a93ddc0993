/* The federal register of documents (ФИС ФРДО): templates, rows, checks and files. */
export type {
  FrdoColumn,
  FrdoColumnKind,
  FrdoCondition,
  FrdoGap,
  FrdoKind,
  FrdoLimit,
  FrdoRow,
  FrdoTemplate,
  FrdoWithdrawal,
} from './template.ts';
export { frdoDpo } from './dpo.ts';
export { frdoPo } from './po.ts';
export { frdoOo } from './oo.ts';
export type { FrdoPerson } from './names.ts';
export type { FrdoLine, FrdoRows, FrdoSource } from './rows.ts';
export { frdoRows } from './rows.ts';
export type { FrdoProblem, FrdoProblemCode, FrdoSeverity } from './problem.ts';
export type { FrdoCheck } from './check.ts';
export { frdoFixed, frdoProblems } from './check.ts';
export type { FrdoDifference, FrdoDiffering } from './differing.ts';
export { frdoDiffering } from './differing.ts';
export type { FrdoUnsettled } from './law.ts';
export { frdoLaw, frdoUnsettled } from './law.ts';
export { fillFrdoFile } from './fill.ts';
export { frdoXlsx } from './xlsx.ts';
export type { FrdoHeadingDifference } from './refusals.ts';
export {
  frdoFileUnreadable,
  frdoFormulaInTheWay,
  frdoHeadingsDiffer,
  frdoRowsPresent,
  frdoSheetAdded,
  frdoSheetMissing,
} from './refusals.ts';
