import { DatabaseSync } from 'node:sqlite';
import type { CoreEvent, EventStore } from '@letopis/core';
import type { LineFields } from '@letopis/core/store';
import { journal, openViews } from '@letopis/projections';
import { openSqlite, openSqliteViews } from '@letopis/store-sqlite';
import type { Figure } from './figure.ts';
import { figure } from './figure.ts';
import { interleaved, median, thousandsPerSecond } from './measure.ts';
import type { RawLog } from './raw-sqlite.ts';
import { openRaw } from './raw-sqlite.ts';
import { benchCodec, encoded, markDraft, streamOf } from './sample.ts';
import { filledPair } from './sqlite.ts';
import type { Bench } from './workspace.ts';

/** Rebuilds of the journal, and what one more event costs a live view. */
export async function rebuildFigures(bench: Bench): Promise<readonly Figure[]> {
  const sizes = bench.quick ? [10_000, 100_000] : [100_000, 1_000_000];
  const figures: Figure[] = [];
  const perEvent: number[] = [];
  for (const size of sizes) {
    const files = await filledPair(bench, size, size / 20);
    const store = await openSqlite(files.ours, { durability: 'normal' });
    const raw = openRaw(files.raw, 'NORMAL');
    const rounds = size >= 1_000_000 ? 1 : 3;
    const {
      ours,
      raw: floor,
      ratio,
    } = await interleaved(
      rounds,
      () => rebuild(bench, store, size),
      () => rebuildByHand(bench, raw, size),
    );
    const name = `journal rebuild at ${size.toLocaleString('en')} events`;
    figures.push(figure(name, 'k events/s', ours, floor, '≥ 0.8', ratio));
    perEvent.push(1 / ours);
    raw.close();
    await store.close();
  }
  const [small = 0, large = 0] = perEvent;
  const growth = 'journal rebuild: time per event, larger against smaller';
  figures.push(figure(growth, 'ms', large, small, null));
  figures.push(await liveCost(bench));
  return figures;
}

async function rebuild(bench: Bench, store: EventStore, size: number): Promise<number> {
  const viewStore = await openSqliteViews(bench.path('rebuilt.views'));
  const views = await openViews(store, viewStore, [journal], { codec: benchCodec });
  const speed = await thousandsPerSecond(size, () => views.rebuild(journal));
  await viewStore.close();
  return speed;
}

/**
 * Reads, parses and folds by hand; the finished partitions are written once, as the runtime writes
 * them.
 */
async function rebuildByHand(bench: Bench, raw: RawLog, size: number): Promise<number> {
  const out = new DatabaseSync(bench.path('by-hand.sqlite'));
  out.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
    CREATE TABLE pages (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`);
  const put = out.prepare('INSERT INTO pages VALUES (?, ?)');
  const speed = await thousandsPerSecond(size, () => {
    const pages = new Map<string, object>();
    for (let after = 0, page = raw.page(after, 2000); page.length > 0;) {
      for (const [position, line] of page) foldByHand(pages, position, line);
      after = page.at(-1)?.[0] ?? after;
      page = raw.page(after, 2000);
    }
    out.exec('BEGIN');
    for (const [key, view] of pages) put.run(key, JSON.stringify(view));
    out.exec('COMMIT');
  });
  out.close();
  return speed;
}

function foldByHand(pages: Map<string, object>, position: number, line: string): void {
  const fields = JSON.parse(line) as LineFields;
  const event = {
    ...fields,
    position: String(position),
    refs: fields.refs ?? {},
  } as unknown as CoreEvent;
  for (const key of journal.keysOf(event)) {
    let view = pages.get(key);
    if (view === undefined) pages.set(key, (view = journal.initial(key)));
    journal.apply(view as never, event, key);
  }
}

/** The time for one more event in a live view: after many events, beside after few. */
async function liveCost(bench: Bench): Promise<Figure> {
  const few = 10_000;
  const many = bench.quick ? 100_000 : 1_000_000;
  const [small, large] = [await liveAt(bench, few), await liveAt(bench, many)];
  const name = `live view: one more event after ${many.toLocaleString('en')} against after 10,000`;
  return figure(name, 'ms', large, small, '≤ 1.2');
}

async function liveAt(bench: Bench, size: number): Promise<number> {
  const files = await filledPair(bench, size, size / 20);
  const store = await openSqlite(files.ours, { durability: 'normal' });
  const viewStore = await openSqliteViews(bench.path('live.views'));
  const views = await openViews(store, viewStore, [journal], { codec: benchCodec });
  await views.catchUp();
  const times: number[] = [];
  for (let index = 0; index < 400; index += 1) {
    const learner = (index * 7919) % (size / 20);
    await store.append(streamOf(learner), [encoded(markDraft(learner, 20), store)], 19);
    const from = performance.now();
    await views.catchUp();
    times.push(performance.now() - from);
  }
  await viewStore.close();
  await store.close();
  return median(times.slice(100));
}
