import { foldText, isLocalDate, isSnils, snils } from '@letopis/core/values';
import {
  cyrillic,
  holdsHidden,
  plainApostrophes,
  plainDashes,
  plainNumberSign,
  plainQuotes,
  tidy,
  withoutHidden,
} from './characters.ts';
import { allHold } from './condition.ts';
import type { FrdoProblemCode } from './problem.ts';
import type { FrdoColumn, FrdoColumnKind, FrdoLimit, FrdoRow } from './template.ts';

/** What is wrong with one value; `fix` is the right value where it can be derived. */
export interface ValueFault {
  readonly code: FrdoProblemCode;
  readonly more?: string;
  readonly fix?: string;
  /** To be looked at: the register may take it. */
  readonly warning?: boolean;
}

/**
 * Finds the first fault of a value, apart from its being absent; `null` if there is none. Invisible
 * characters are looked for first, because they make other checks fail; what is only to be looked
 * at comes last.
 */
export function valueFault(
  column: FrdoColumn,
  value: string,
  row: FrdoRow['values'],
): ValueFault | null {
  if (holdsHidden(value)) return { code: 'hidden-characters', fix: tidy(withoutHidden(value)) };
  const fixed = tidy(value);
  if (fixed !== value) return { code: 'spacing', fix: fixed };
  const faults = [
    kindFault(column.kind, value),
    listFault(column, value),
    lengthFault(column.lengthMax, value),
    ...rangeFaults(column, value, row),
    warned(lengthFault(column.lengthDoubtful, value)),
  ].filter((fault) => fault !== null);
  return faults.find(({ warning }) => warning !== true) ?? faults[0] ?? null;
}

const warned = (fault: ValueFault | null): ValueFault | null =>
  fault === null ? null : { ...fault, warning: true };

function lengthFault(lengthMax: number | undefined, value: string): ValueFault | null {
  if (lengthMax === undefined || value.length <= lengthMax) return null;
  return { code: 'too-long', more: String(lengthMax) };
}

/** More values than this are not written out. */
const SHOWN_VALUES = 15;

function listFault({ values, valuesDoubtful }: FrdoColumn, value: string): ValueFault | null {
  if (values === undefined || values.includes(value)) return null;
  const meant = values.find((one) => foldText(one) === foldText(cyrillic(value)));
  if (meant !== undefined) return { code: 'spelling', more: meant, fix: meant };
  const rest = values.length > SHOWN_VALUES ? ', …' : '';
  const fault = {
    code: 'not-in-list',
    more: `${values.slice(0, SHOWN_VALUES).join(', ')}${rest}`,
  } as const;
  return valuesDoubtful === true ? { ...fault, warning: true } : fault;
}

function kindFault(kind: FrdoColumnKind, value: string): ValueFault | null {
  switch (kind) {
    case 'text':
      return null;
    case 'name':
      return nameFault(value);
    case 'number':
      return charactersFault(NUMBER, value, plainNumberSign(plainDashes(value)));
    case 'registration':
      return charactersFault(REGISTRATION, value, plainDashes(value));
    case 'title':
      return charactersFault(TITLE, value, plainQuotes(plainDashes(value)));
    case 'digits':
      return /^\d+$/.test(value) ? null : { code: 'not-a-number' };
    case 'day':
      return isoDay(value) === null ? { code: 'not-a-day' } : null;
    case 'year':
      return /^\d{4}$/.test(value) ? null : { code: 'not-a-number' };
    case 'whole':
      return /^(?:0|[1-9]\d{0,8})$/.test(value) ? null : { code: 'not-a-number' };
    case 'code':
      if (!/^\d+$/.test(value)) return { code: 'not-a-number' };
      return value.length === 3 ? null : { code: 'not-three-digits' };
    case 'snils': {
      if (isSnils(value)) return null;
      const read = snils.safeParse(value);
      return read.success ? { code: 'not-a-snils', fix: read.data } : { code: 'not-a-snils' };
    }
  }
}

const NAME = /^[А-ЯЁа-яё .'()-]+$/;
const NUMBER = /^[\p{L}\d ./-]+$/u;
const REGISTRATION = /^[\p{L}\d №./()_-]+$/u;
const TITLE = /^[\p{L}\d ().,:/«»"?№&+#_;-]+$/u;

function nameFault(value: string): ValueFault | null {
  if (NAME.test(value)) return null;
  const plain = tidy(plainApostrophes(plainDashes(value)));
  if (NAME.test(plain)) return { code: 'bad-characters', fix: plain };
  const russian = cyrillic(plain);
  return NAME.test(russian) ? { code: 'latin-letters', fix: russian } : { code: 'bad-characters' };
}

function charactersFault(taken: RegExp, value: string, plain: string): ValueFault | null {
  if (taken.test(value)) return null;
  const fix = tidy(plain);
  return taken.test(fix) ? { code: 'bad-characters', fix } : { code: 'bad-characters' };
}

function rangeFaults(
  { kind, limits = [] }: FrdoColumn,
  value: string,
  row: FrdoRow['values'],
): readonly (ValueFault | null)[] {
  return limits
    .filter(({ when = [] }) => allHold(when, row))
    .map((limit) => {
      const fault = outside(limit, kind === 'day' ? isoDay(value) : value);
      return limit.warning === true ? warned(fault) : fault;
    });
}

/** A day, a year or a whole number, so that the smaller one sorts first. */
const sortable = (one: string): string => (one.includes('-') ? one : one.padStart(9, '0'));

/** A value of a wrong kind lies nowhere, and is another fault. */
function outside({ min, max }: FrdoLimit, value: string | null): ValueFault | null {
  if (value === null) return null;
  const low = min !== undefined && sortable(value) < sortable(min);
  const high = max !== undefined && sortable(value) > sortable(max);
  if (!low && !high) return null;
  const more = max === undefined ? `≥ ${min}` : min === undefined ? `≤ ${max}` : `${min}–${max}`;
  return { code: 'out-of-range', more };
}

/** `дд.мм.гггг` as `ГГГГ-ММ-ДД`; `null` if it is not a calendar day. */
export function isoDay(value: string): string | null {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(value) ?? [];
  const iso = `${year}-${month}-${day}`;
  return isLocalDate(iso) ? iso : null;
}
