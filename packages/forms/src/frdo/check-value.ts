import { foldText, isLocalDate, isSnils, snils } from '@letopis/core/values';
import {
  cyrillic,
  holdsHidden,
  plainDashes,
  plainNumberSign,
  tidy,
  withoutHidden,
} from './characters.ts';
import type { FrdoProblemCode } from './problem.ts';
import type { FrdoColumn } from './template.ts';

/** What is wrong with one value; `fix` is the right value where it can be derived. */
export interface ValueFault {
  readonly code: FrdoProblemCode;
  readonly more?: string;
  readonly fix?: string;
}

/**
 * Finds the first fault of a value, apart from its being absent; `null` if there is none. Invisible
 * characters are looked for first, because they make other checks fail.
 */
export function valueFault(column: FrdoColumn, value: string): ValueFault | null {
  if (holdsHidden(value)) return { code: 'hidden-characters', fix: tidy(withoutHidden(value)) };
  const fixed = tidy(value);
  if (fixed !== value) return { code: 'spacing', fix: fixed };
  const { values, lengthMax } = column;
  if (values !== undefined && !values.includes(value)) return notInList(values, value);
  if (lengthMax !== undefined && value.length > lengthMax) {
    return { code: 'too-long', more: String(lengthMax) };
  }
  return byKind(column, value);
}

function notInList(values: readonly string[], value: string): ValueFault {
  const meant = values.find((one) => foldText(one) === foldText(cyrillic(value)));
  if (meant !== undefined) return { code: 'spelling', more: meant, fix: meant };
  return { code: 'not-in-list', more: values.join(', ') };
}

function byKind(column: FrdoColumn, value: string): ValueFault | null {
  switch (column.kind) {
    case 'text':
      return null;
    case 'name':
      return nameFault(value);
    case 'number':
      return numberFault(value);
    case 'day': {
      const day = isoDay(value);
      if (day === null) return { code: 'not-a-day' };
      return rangeFault(column, day, (one) => one);
    }
    case 'year':
      if (!/^\d{4}$/.test(value)) return { code: 'not-a-number' };
      return rangeFault(column, value, (one) => one);
    case 'whole':
      if (!/^(?:0|[1-9]\d{0,8})$/.test(value)) return { code: 'not-a-number' };
      return rangeFault(column, value, (one) => one.padStart(9, '0'));
    case 'code':
      return /^\d{1,4}$/.test(value) ? null : { code: 'not-a-number' };
    case 'snils': {
      if (isSnils(value)) return null;
      const read = snils.safeParse(value);
      return read.success ? { code: 'not-a-snils', fix: read.data } : { code: 'not-a-snils' };
    }
  }
}

const NAME = /^[А-ЯЁа-яё .'()-]+$/;
const NUMBER = /^[\p{L}\d ./-]+$/u;

function nameFault(value: string): ValueFault | null {
  if (NAME.test(value)) return null;
  const dashed = tidy(plainDashes(value));
  if (NAME.test(dashed)) return { code: 'bad-characters', fix: dashed };
  const russian = cyrillic(dashed);
  return NAME.test(russian) ? { code: 'latin-letters', fix: russian } : { code: 'bad-characters' };
}

function numberFault(value: string): ValueFault | null {
  if (NUMBER.test(value)) return null;
  const fix = tidy(plainNumberSign(plainDashes(value)));
  return NUMBER.test(fix) ? { code: 'bad-characters', fix } : { code: 'bad-characters' };
}

function rangeFault(
  { min, max }: FrdoColumn,
  value: string,
  sortable: (one: string) => string,
): ValueFault | null {
  const low = min !== undefined && sortable(value) < sortable(min);
  const high = max !== undefined && sortable(value) > sortable(max);
  return low || high ? { code: 'out-of-range', more: `${min ?? ''}–${max ?? ''}` } : null;
}

/** `дд.мм.гггг` as `ГГГГ-ММ-ДД`; `null` if it is not a calendar day. */
export function isoDay(value: string): string | null {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(value) ?? [];
  const iso = `${year}-${month}-${day}`;
  return isLocalDate(iso) ? iso : null;
}
