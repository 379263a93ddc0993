import { OLD_BOOK } from '@letopis/core/facts';
import { foldText } from '@letopis/core/values';
import type { DocumentState, RegisterEntry } from '../views/register-entry.ts';
import { registers, registersKey } from '../views/registers.ts';
import type { Titled } from '../views/regulation-titles.ts';
import { stateNow, successorOf } from './document-state.ts';
import type { PrintedIdentity } from './printed-identity.ts';
import { printedIdentity } from './printed-identity.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';

/** What is looked for in old books; all that is given must fit. */
export interface OldBooksQuery {
  /** Id of a book; by default all are searched. */
  readonly book?: string;
  /** Id of a kind of document. */
  readonly kind?: string;
  /** A part of the name as written; letter case and `ё` make no difference. */
  readonly name?: string;
  /** The registration number, or the number of the document, as written. */
  readonly number?: string;
  /** First and last day of issue. */
  readonly issuedFrom?: string;
  readonly issuedUntil?: string;
  /** Whether the line is linked to a learner. */
  readonly linked?: boolean;
}

/** A line of an old book, with the name as written and the learner whom it is linked to. */
export interface OldBookLine extends RegisterEntry, PrintedIdentity {
  readonly kindTitle: Titled | null;
  /** `null`: nobody said whom it names. */
  readonly learnerLinked: ShownName | null;
}

/** The lines of one book that fit. */
export interface OldBookCount {
  readonly book: string;
  readonly title: string;
  readonly lines: number;
}

/** Lines of old books, by book and in the order in which they were taken over. */
export interface OldBooksPage {
  readonly basis: PageBasis;
  readonly lines: readonly OldBookLine[];
  readonly books: readonly OldBookCount[];
  readonly counts: Readonly<Record<DocumentState | 'linked', number>>;
}

/**
 * Searches the lines that were taken over from books older than the system, or a predecessor's, and
 * counts them apart: no number of our registers has them. RK §4 situation 8.
 *
 * @example
 * (await oldBooksReport(reader, { name: 'петрова', issuedUntil: '1995-12-31' })).lines;
 */
export async function oldBooksReport(
  reader: ViewReader,
  query: OldBooksQuery = {},
): Promise<OldBooksPage> {
  const reading = new Reading(reader);
  const { documentKinds } = await reading.regulation();
  const { book } = query;
  const prefix = book === undefined ? registersKey.oldBooks() : registersKey.lines(book, OLD_BOOK);
  const lines: OldBookLine[] = [];
  const books = new Map<string, OldBookCount>();
  const counts = { 'in-force': 0, annulled: 0, replaced: 0, withdrawn: 0, linked: 0 };
  for await (const found of reading.scan(registers, prefix)) {
    if (found.kind !== 'line') continue;
    for (const line of found.lines.filter((one) => fits(one, query))) {
      const identity = await printedIdentity(reading, line);
      if (!isNamed(identity, query)) continue;
      const learner = line.linked?.data.learner;
      const learnerLinked = learner === undefined ? null : await reading.name(learner);
      const kindTitle = documentKinds[line.entered.data.kind] ?? null;
      const state = stateNow(line, await successorOf(reading, line));
      lines.push({ ...line, ...identity, state, kindTitle, learnerLinked });
      const title = line.inForce.old?.bookTitle ?? line.series;
      const before = books.get(line.series)?.lines ?? 0;
      books.set(line.series, { book: line.series, title, lines: before + 1 });
      counts[state] += 1;
      if (learner !== undefined) counts.linked += 1;
    }
  }
  await reading.tellApart();
  return { basis: reading.basis(), lines, books: [...books.values()], counts };
}

/** Does all but the name fit? */
function fits({ entered, inForce, linked }: RegisterEntry, query: OldBooksQuery): boolean {
  const { kind, number, issuedFrom, issuedUntil } = query;
  const { content, paper, registrationNumber } = inForce;
  return (
    (kind === undefined || entered.data.kind === kind) &&
    (number === undefined || [registrationNumber, paper.number].includes(number)) &&
    (issuedFrom === undefined || content.issuedOn >= issuedFrom) &&
    (issuedUntil === undefined || content.issuedOn <= issuedUntil) &&
    (query.linked === undefined || (linked !== null) === query.linked)
  );
}

function isNamed({ nameOn }: PrintedIdentity, { name }: OldBooksQuery): boolean {
  if (name === undefined) return true;
  return nameOn.text !== null && foldText(nameOn.text).includes(foldText(name));
}
