import { readFile } from 'node:fs/promises';
import type { EventOf } from '@letopis/core';
import { codec, coreEvents, START } from '@letopis/core';
import type { RestoredLine } from '@letopis/core/kernel';
import { eventType } from '@letopis/core/kernel';
import { openMemory } from '@letopis/store-memory';
import * as z from 'zod';

// Version 1, as it was first written. It never changes.
const first = z.strictObject({ learner: z.string(), book: z.string() });
// Version 2 says how many copies were lent; each loan of version 1 was of one.
const second = first.extend({ copies: z.number() });
const bookLent = eventType('BookLent', first).next(second, (old) => ({ ...old, copies: 1 }));
const bookEvents = [bookLent] as const;

// A file written with version 1, one line an event, is restored into a store unchanged.
const file = await readFile(new URL('event-version.jsonl', import.meta.url), 'utf8');
const old: RestoredLine[] = file
  .trimEnd()
  .split('\n')
  .map((line) => ({ line, beside: null, metadata: null }));
const store = openMemory();
await store.restore([old]);

// Readers get the newest version; the stored line keeps its own.
const books = codec(coreEvents, bookEvents);
for await (const { lines } of store.readAll(START)) {
  for (const stored of lines) {
    const { data, schemaVersion } = books.decode(stored) as EventOf<typeof bookLent>;
    console.log(`${data.learner} had ${data.copies} × ${data.book}, read as of version 2,`);
    console.log(`stored as of version ${schemaVersion}`);
  }
}
