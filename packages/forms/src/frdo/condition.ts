import type { FrdoColumn, FrdoCondition } from './template.ts';

type Values = Readonly<Record<string, string>>;

/** `дд.мм.гггг` or `гггг` as its year; `null` for any other text. */
export function yearIn(value: string): string | null {
  return /^(?:\d{2}\.\d{2}\.)?(\d{4})$/.exec(value)?.[1] ?? null;
}

function holds(condition: FrdoCondition, values: Values): boolean {
  const value = values[condition.column] ?? '';
  if ('is' in condition) return condition.is.includes(value);
  if ('isNot' in condition) return !condition.isNot.includes(value);
  return Number(yearIn(value) ?? 0) >= condition.yearFrom;
}

/** Are all conditions so in a row with these values? */
export const allHold = (conditions: readonly FrdoCondition[], values: Values): boolean =>
  conditions.every((one) => holds(one, values));

/** May the row have a value in this column? */
export const isAsked = ({ onlyWhen = [], leftEmpty }: FrdoColumn, values: Values): boolean =>
  leftEmpty !== true && allHold(onlyWhen, values);

/** Must the row have a value in this column? */
export function isRequired(column: FrdoColumn, values: Values): boolean {
  const { required, requiredWhen } = column;
  if (!isAsked(column, values)) return false;
  return required || (requiredWhen !== undefined && allHold(requiredWhen, values));
}
