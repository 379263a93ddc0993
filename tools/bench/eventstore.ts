import { randomBytes } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { openEventStore } from '@letopis/store-eventstore';
import { serverAt, startTestServerProcess } from '../test-server.ts';
import { openBare } from './bare-eventstore.ts';
import { eventStoreReads } from './eventstore-reads.ts';
import type { Sides } from './eventstore-sides.ts';
import { besideBare, GOAL, prepared } from './eventstore-sides.ts';
import type { Figure } from './figure.ts';
import type { Yield } from './measure.ts';
import { yieldOf } from './measure.ts';
import type { Bench } from './workspace.ts';

/**
 * Measures the adapter beside the bare client, at `EVENTSTORE_URL` or at a test server in a process
 * of its own: appends, loads, reads, catching up.
 */
export async function eventStoreFigures(bench: Bench): Promise<readonly Figure[]> {
  const url = process.env['EVENTSTORE_URL'];
  const running = url === undefined ? await startTestServerProcess() : serverAt(url);
  const run = randomBytes(4).toString('hex');
  const namespace = `bench_${run}`;
  const client = () => EventStoreDBClient.connectionString(running.url);
  const store = await openEventStore(client, { namespace });
  const bare = openBare(running.url);
  let learner = 0;
  const sides: Sides = {
    bench,
    server: url === undefined ? 'test server' : await serverName(running.name),
    store,
    bare,
    oursPrefix: `${namespace}.`,
    barePrefix: `bare_${run}.`,
    nextLearner: () => (learner += 1),
  };
  try {
    return [
      ...(await appends(sides, 1, bench.quick ? 500 : 2_000)),
      ...(await appends(sides, 64, bench.quick ? 3_000 : 12_000)),
      ...(await appends(sides, 256, bench.quick ? 3_000 : 12_000)),
      ...(await batches(sides)),
      ...(await eventStoreReads(sides)),
    ];
  } finally {
    await bare.close();
    await store.close();
    await running.stop();
  }
}

/** The version that a server reports over HTTP; its address where it reports none. */
async function serverName(hosts: string): Promise<string> {
  const asked = fetch(`http://${hosts.split(',')[0]}/info`, { signal: AbortSignal.timeout(2000) });
  const told = await asked.then((answer) => answer.json()).catch(() => ({}));
  const { esVersion, dbVersion } = told as Readonly<Record<string, unknown>>;
  const version = dbVersion ?? esVersion;
  return typeof version === 'string' ? `EventStoreDB ${version}` : hosts;
}

type Append<One> = (stream: string, some: readonly One[], expected: number) => Promise<unknown>;

/** Writes each stream one append after another, and all streams concurrently. */
async function write<One>(
  list: readonly { readonly stream: string; readonly all: readonly One[] }[],
  size: number,
  append: Append<One>,
): Promise<Yield> {
  const count = list.reduce((sum, { all }) => sum + all.length, 0);
  return yieldOf(count, () =>
    Promise.all(
      list.map(async ({ stream, all }) => {
        for (let from = 0; from < all.length; from += size) {
          await append(stream, all.slice(from, from + size), from - 1);
        }
      }),
    ),
  );
}

async function appends(sides: Sides, inFlight: number, count: number): Promise<readonly Figure[]> {
  const { bench, store, bare, barePrefix, server } = sides;
  const each = Math.ceil(count / inFlight);
  const fresh = () => prepared(sides, inFlight, each);
  return besideBare(
    bench,
    `${server}: append, ${inFlight} in flight`,
    GOAL,
    async () => {
      const list = (await fresh()).map(({ stream, items }) => ({ stream, all: items }));
      return write(list, 1, (...append) => store.append(...append));
    },
    async () => {
      const list = (await fresh()).map(({ stream, events }) => ({
        stream: barePrefix + stream,
        all: events,
      }));
      return write(list, 1, (...append) => bare.append(...append));
    },
  );
}

const BATCH = 100;
const BATCH_STREAMS = 8;

/**
 * An append answers with the position of each of its events, while the server answers with that of
 * the last one only: so the adapter reads a batch back, and the bare client beside it does the
 * same.
 */
async function batches(sides: Sides): Promise<readonly Figure[]> {
  const { bench, store, bare, barePrefix, server } = sides;
  const each = bench.quick ? 500 : 2_000;
  const fresh = () => prepared(sides, BATCH_STREAMS, each);
  const ours = async (): Promise<Yield> => {
    const list = (await fresh()).map(({ stream, items }) => ({ stream, all: items }));
    return write(list, BATCH, (...append) => store.append(...append));
  };
  const raw = (readsBack: boolean) => async (): Promise<Yield> => {
    const list = (await fresh()).map(({ stream, events }) => ({
      stream: barePrefix + stream,
      all: events,
    }));
    return write(list, BATCH, async (stream, some, expected) => {
      await bare.append(stream, some, expected);
      if (readsBack) await bare.readStream(stream, expected + 1, some.length, () => undefined);
    });
  };
  const name = `${server}: batches of ${BATCH}, ${BATCH_STREAMS} in flight`;
  const told = `${name}, position of each event told`;
  const less = `${name} (raw: the last one's only)`;
  return [
    ...(await besideBare(bench, told, GOAL, ours, raw(true))),
    ...(await besideBare(bench, less, null, ours, raw(false))),
  ];
}
