import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { codec, coreEvents, CommandHandler } from '@letopis/core';
import { coreProjections, openViews } from '@letopis/projections';
import { openSqliteViews } from '@letopis/store-sqlite';
import { playedClock } from './demo/calendar.ts';
import { chance } from './demo/chance.ts';
import { highlights } from './demo/highlights.ts';
import { writePages } from './demo/pages.ts';
import { openDemoStore } from './demo/store.ts';
import { FIRST_DAY, ORGANISATION, playYear, SEED } from './demo/year.ts';

// Simulates a study year of one organisation under the regulation R2. Writes the history into a
// SQLite file, or with `--eventstore URL` or `--test-server` into EventStoreDB, and its journals,
// personal files and reports as pages; prints what was corrected and refused.

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { eventstore: { type: 'string' }, 'test-server': { type: 'boolean' } },
});
const [given] = positionals;
const folder = given ?? join(import.meta.dirname, '../out');
const shown = given ?? 'out';
await mkdir(folder, { recursive: true });
// Replaces only what the demo itself writes: the folder may contain other histories.
const own = /^(academy\.|journals$|files$|index\.html$|corrections\.html$|self-evaluation-)/;
for (const name of await readdir(folder)) {
  if (own.test(name)) await rm(join(folder, name), { recursive: true });
}

const clock = playedClock(FIRST_DAY);
// The clock and the random numbers are simulated too: one seed gives one history, byte for byte.
const drawn = chance(SEED);
const random = (count: number): Uint8Array =>
  Uint8Array.from({ length: count }, () => drawn.whole(0, 255));
const ports = { clock: clock.now, random };
const history = await openDemoStore({ folder, shown, ...options }, ports);
const { store } = history;
const year = await playYear(store, clock);

const viewStore = await openSqliteViews(join(folder, 'academy.views'));
const views = await openViews(store, viewStore, coreProjections, {
  codec: codec(coreEvents),
  streamPrefix: `${ORGANISATION}.`,
});
await views.catchUp();
const pages = await writePages(folder, store, views, year);

let events = 0;
for await (const { lines } of store.readAll('')) events += lines.length;
const { groups, counts } = year;
const learners = groups.reduce((sum, group) => sum + group.learners.length, 0);
console.log(
  `A study year under R2: ${groups.length} groups, ${learners} learners, ${events} events,`,
);
console.log(
  `${counts.corrections} corrections, ${counts.commendations} commendations, ` +
    `${counts.transfers} transfers to the archive.\n`,
);
const handler = new CommandHandler(store, codec(coreEvents));
for (const line of await highlights(handler, views, year)) console.log(line);
console.log(`\n${pages} pages: ${join(shown, 'index.html')}`);
console.log(`The history: ${history.name}`);
await viewStore.close();
await history.close();
