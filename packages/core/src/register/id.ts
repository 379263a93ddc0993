import * as z from 'zod';
import { complaint, shown } from '../values/complaint.ts';

/**
 * Schema of a document's id: `<series>.<year>.<number>`, where the series is a register or the
 * whole organisation, the year that of issue (`all` where numbers never begin again), and the
 * number that of its line. D15.
 *
 * @example
 * documentId.parse('issued-documents.2027.12'); // => 'issued-documents.2027.12'
 * documentId.safeParse('issued-documents.12').success; // => false
 */
export const documentId = z
  .string({ error: ({ input }) => noDocument(input) })
  .regex(/^[A-Za-z0-9_-]{1,48}\.(?:[12]\d{3}|all)\.[1-9]\d{0,9}$/, {
    error: ({ input }) => noDocument(input),
  })
  .brand<'DocumentId'>();

/** What a document's id is made of. */
export interface DocumentIdParts {
  /** Key of the stream that its line stands in: series and year. */
  readonly series: string;
  readonly year: string;
  readonly number: number;
}

/**
 * Takes a document's id apart.
 *
 * @example
 * documentParts('issued-documents.2027.12').number; // => 12
 */
export function documentParts(id: string): DocumentIdParts {
  const [series = '', year = '', number = ''] = id.split('.');
  return { series, year, number: Number(number) };
}

function noDocument(input: unknown): string {
  return complaint(
    `${shown(input)} не номер документа вида «реестр.год.номер»`,
    `${shown(input)} is no document id of the form register.year.number`,
  );
}
