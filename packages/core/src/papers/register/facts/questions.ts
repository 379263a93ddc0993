import * as z from 'zod';
import type {
  DocumentKind,
  RegisterRules,
} from '../../../rules/regulation/sections/document-kinds.ts';
import { ORGANISATION_SERIES } from '../../../rules/regulation/sections/document-kinds.ts';
import { complaint, shown } from '../../../values/complaint.ts';

/**
 * Schema of a document's id: `<series>.<year>.<number>`, where the series is a register or the
 * whole organisation, the year is that of issue (`all` where numbers never restart), and the number
 * is that of its entry. A line of an old book has the book's id, `old`, and its number. D15.
 *
 * @example
 * documentId.parse('issued-documents.2027.12'); // => 'issued-documents.2027.12'
 * documentId.safeParse('issued-documents.12').success; // => false
 */
export const documentId = z
  .string({ error: ({ input }) => noDocument(input) })
  .regex(/^[A-Za-z0-9_-]{1,48}\.(?:[12]\d{3}|all|old)\.[1-9]\d{0,9}$/, {
    error: ({ input }) => noDocument(input),
  })
  .brand<'DocumentId'>();

function noDocument(input: unknown): string {
  return complaint(
    `${shown(input)} не номер документа вида «реестр.год.номер»`,
    `${shown(input)} is no document id of the form register.year.number`,
  );
}

/** Key of a register's stream: the series of its numbers, and the year. */
export interface SeriesKey {
  readonly series: string;
  /** The year of issue, `all` where numbers never restart, or {@link OLD_BOOK}. */
  readonly year: string;
}

/** Stands for the year of the lines of an old book, so that no register is mistaken for one. */
export const OLD_BOOK = 'old';

/** The series of an old book's lines: its stream, which holds no other lines. RK §4 situation 8. */
export const oldBookKey = (book: string): SeriesKey => ({ series: book, year: OLD_BOOK });

/**
 * The series in which an entry of this day gets its number, that is, the stream it is appended to.
 * One stream has one order, so its numbers are unique and without gaps. D15.
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

/** Name of a series, as blanks are assigned to it: `diplomas.2027`. */
export const seriesName = ({ series, year }: SeriesKey): string => `${series}.${year}`;

/**
 * The registration number as it is printed, by the register's format.
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

/** What a document is that is issued in the place of one withdrawn with this outcome. D15. */
export const standingAfter = (outcome: string): 'duplicate' | 'replacement' =>
  outcome === 'exchange' ? 'replacement' : 'duplicate';

/**
 * The kinds of which only one original is issued: a kind, that whose variant it is, and the other
 * variants of that one. RK 1.17.
 */
export function variantsOf(
  { id, variantOf }: Pick<DocumentKind, 'id' | 'variantOf'>,
  { documents }: { readonly documents: { readonly kinds: readonly DocumentKind[] } },
): readonly string[] {
  const plain = variantOf ?? id;
  const variants = documents.kinds.filter((one) => one.variantOf === plain).map((one) => one.id);
  return [...new Set([id, plain, ...variants])];
}

/**
 * The first day on which another document may have the place of this one: a line of an old book may
 * be taken over after its duplicate was issued.
 */
export const succeededSince = ({
  on,
  withdrawn,
}: {
  readonly on: string;
  readonly withdrawn: { readonly on: string } | null;
}): string => (withdrawn !== null && withdrawn.on < on ? withdrawn.on : on);

/** The parts of a document's id. */
export interface DocumentIdParts {
  /** Series and year: the key of the stream of its entry. */
  readonly series: string;
  readonly year: string;
  readonly number: number;
}

/**
 * Splits a document's id into its parts.
 *
 * @example
 * documentParts('issued-documents.2027.12').number; // => 12
 */
export function documentParts(id: string): DocumentIdParts {
  const [series = '', year = '', number = ''] = id.split('.');
  return { series, year, number: Number(number) };
}
