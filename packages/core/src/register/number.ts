import type { RegisterRules } from '../regulation/sections/document-kinds.ts';
import { ORGANISATION_SERIES } from '../regulation/sections/document-kinds.ts';

/** Key of a register's stream: the series that its numbers run through, and the year. */
export interface SeriesKey {
  readonly series: string;
  /** The year of issue, or `all` where numbers never begin again. */
  readonly year: string;
}

/**
 * The series in which a line of this day gets its number: that is, the stream it is appended to.
 * Numbers are unique and without gap in it, for one stream has one order. D15.
 *
 * @example
 * seriesOn({ ...register, id: 'diplomas', scope: 'register', reset: 'year' }, '2027-06-30');
 * // => { series: 'diplomas', year: '2027' }
 */
export function seriesOn(
  { id, scope, reset }: Pick<RegisterRules, 'id' | 'scope' | 'reset'>,
  on: string,
): SeriesKey {
  const series = scope === 'organisation' ? ORGANISATION_SERIES : id;
  return { series, year: reset === 'year' ? on.slice(0, 4) : 'all' };
}

/** The name of a series, as blanks are assigned to it: `diplomas.2027`. */
export const seriesName = ({ series, year }: SeriesKey): string => `${series}.${year}`;

/**
 * A registration number as it is written, by the register's format.
 *
 * @example
 * registrationNumber({ index: 'Д', format: '{index}-{n:4}/{yy}' }, '2027-06-30', 12);
 * // => 'Д-0012/27'
 */
export function registrationNumber(
  { index, format }: Pick<RegisterRules, 'index' | 'format'>,
  on: string,
  number: number,
): string {
  const digits = String(number);
  return format
    .replaceAll('{index}', index ?? '')
    .replaceAll('{year}', on.slice(0, 4))
    .replaceAll('{yy}', on.slice(2, 4))
    .replace(/\{n(?::(\d))?\}/, (_, width?: string) => digits.padStart(Number(width ?? 1), '0'));
}
