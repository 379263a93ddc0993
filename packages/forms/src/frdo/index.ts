export type { FrdoColumn, FrdoColumnKind, FrdoKind, FrdoRow, FrdoTemplate } from './template.ts';
export { frdoDpo } from './dpo.ts';
export type { FrdoPerson, FrdoRows, FrdoSource } from './rows.ts';
export { frdoRows } from './rows.ts';
export type { FrdoProblem, FrdoProblemCode, FrdoSeverity } from './problem.ts';
export type { FrdoCheck } from './check.ts';
export { frdoFixed, frdoProblems } from './check.ts';
export { frdoXlsx } from './xlsx.ts';
