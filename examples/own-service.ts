import type { EventOf } from '@letopis/core';
import { codec, coreEvents, letopis, localDate, must } from '@letopis/core';
import type { Fold, Decision } from '@letopis/core/kernel';
import { command, eventType, on, receipt, refusal, service } from '@letopis/core/kernel';
import { identifier } from '@letopis/core/values';
import type { Projection } from '@letopis/projections';
import { project } from '@letopis/projections/runtime';
import { openMemory } from '@letopis/store-memory';
import * as z from 'zod';

// An aggregate of one's own beside the library's: books that learners have on loan.

// The event types say what the data look like. What may happen is decided below.
const loan = z.strictObject({ learner: z.string(), book: z.string() });
const bookLent = eventType('BookLent', loan);
const bookReturned = eventType('BookReturned', loan);
const bookEvents = [bookLent, bookReturned] as const;
type BookEvent = EventOf<(typeof bookEvents)[number]>;

// The fold derives the state of a book from its stream, `academy.book-<book>`.
const bookFold: Fold<{ lentTo: string | null }, BookEvent> = {
  kind: 'book',
  initial: () => ({ lentTo: null }),
  evolve: (state, { type, data }) => {
    state.lentTo = type === 'BookLent' ? data.learner : null;
  },
};

const bookOut = refusal('book-out', (d: { book: string; lentTo: string }) => ({
  ru: `Книга ${d.book} на руках у ${d.lentTo}: сначала примите её`,
  en: `${d.lentTo} has the book ${d.book}: take it back first`,
}));

const lendBook = command(
  'lend-book',
  z.strictObject({ learner: identifier, book: identifier, on: localDate }),
);

function decideLend(
  { lentTo }: { lentTo: string | null },
  { learner, book, on: occurredOn }: z.output<typeof lendBook.schema>,
): Decision {
  if (lentTo !== null) return bookOut({ book, lentTo });
  return [bookLent.draft({ occurredOn, refs: { learner: [learner] }, data: { learner, book } })];
}

const onBook = on({
  fold: bookFold,
  key: ({ book }: { readonly book: string }) => [book],
  answer: receipt,
});

// A service is data: each row names the command and the function that decides it.
const bookService = service({
  /**
   * Lends a book to a learner.
   * Refuses `book-out`.
   */
  lend: onBook(lendBook, { decide: decideLend }),
});

// A view: the books that a learner has borrowed, with their days. One partition a learner.
const loans: Projection<{ lent: [book: string, on: string][] }, readonly string[], BookEvent> = {
  name: 'loans',
  version: 1,
  types: ['BookLent'],
  keysOf: ({ data }) => [data.learner],
  initial: () => ({ lent: [] }),
  apply: (view, { data, occurredOn }) => {
    view.lent.push([data.book, occurredOn]);
  },
  read: ({ lent }, day) =>
    lent.filter(([, since]) => day === null || since <= day).map(([book]) => book),
};

const store = await openMemory();
const school = letopis({ store, organisation: 'academy', events: bookEvents })
  .with({ books: bookService })
  .as('u-17');

must(await school.books.lend({ learner: 'l-1', book: 'b-1', on: '2025-10-05' }));
must(await school.books.lend({ learner: 'l-1', book: 'b-2', on: '2025-10-12' }));
const again = await school.books.lend({ learner: 'l-2', book: 'b-1', on: '2025-10-13' });
if (!again.ok) console.log('refused:', again.refusal.text.en);

const books = await project(store, codec(coreEvents, bookEvents), loans);
console.log('on 2025-10-06:', books.get('l-1', '2025-10-06').value.join(', '));
console.log('now:', books.get('l-1').value.join(', '));
