import type { StoredLine } from '@letopis/core/store';
import type { Place } from './bare-eventstore.ts';
import type { Sides } from './eventstore-sides.ts';
import { besideBare, GOAL, prepared } from './eventstore-sides.ts';
import type { Figure } from './figure.ts';
import { yieldOf } from './measure.ts';
import type { Bench } from './workspace.ts';

/** Reads of what the adapter wrote: both sides read the same bytes. */
export async function eventStoreReads(sides: Sides): Promise<readonly Figure[]> {
  const { bench, store, bare, oursPrefix, server } = sides;
  const start = await store.head();
  const [commit = '', prepare = ''] = start.split(':');
  const place: Place = { commit: BigInt(commit), prepare: BigInt(prepare) };
  const long = bench.quick ? 5_000 : 20_000;
  const shorts = bench.quick ? 200 : 500;
  const one = await written(sides, 1, long);
  const few = await written(sides, shorts, 20);
  const count = long + shorts * 20;
  const load = (name: string, streams: readonly Written[]) => {
    const events = streams.reduce((sum, each) => sum + each.count, 0);
    return compared(bench, `${server}: ${name}`, events, {
      ours: async (take) => {
        for (const { stream } of streams) {
          for await (const page of store.readStream(stream)) given(page, take);
        }
      },
      raw: async (take) => {
        for (const each of streams) {
          await bare.readStream(oursPrefix + each.stream, 0, each.count + 1, take);
        }
      },
    });
  };
  return [
    ...(await load('load of 20 events', few)),
    ...(await load(`one stream of ${long.toLocaleString('en')}`, one)),
    ...(await compared(bench, `${server}: the log (raw: readAll)`, count, {
      ours: async (take) => {
        for await (const { lines } of store.readAll(start)) given(lines, take);
      },
      raw: (take) => bare.readAll(place, oursPrefix, count, take),
    })),
    ...(await compared(bench, `${server}: follow, catching up`, count, {
      ours: async (take) => {
        let left = count;
        for await (const { lines } of store.follow(start)) {
          given(lines, take);
          left -= lines.length;
          if (left <= 0) return;
        }
      },
      raw: (take) => bare.follow(place, oursPrefix, count, take),
    })),
  ];
}

interface Written {
  readonly stream: string;
  readonly count: number;
}

/**
 * Writes what is to be read, and keeps none of it in memory: objects of the bench make each full
 * garbage collection slow, and which side it hits is random.
 */
async function written(sides: Sides, streams: number, each: number): Promise<readonly Written[]> {
  const done: Written[] = [];
  for (const { stream, items } of await prepared(sides, streams, each)) {
    for (let from = 0; from < items.length; from += 500) {
      await sides.store.append(stream, items.slice(from, from + 500), from - 1);
    }
    done.push({ stream, count: items.length });
  }
  return done;
}

type Take = (line: string) => void;
type Reading = (take: Take) => Promise<void>;

function given(lines: readonly StoredLine[], take: Take): void {
  for (const { line } of lines) take(line);
}

/** Measures two ways of reading the same; throws where they give different numbers of lines. */
async function compared(
  bench: Bench,
  name: string,
  count: number,
  { ours, raw }: { readonly ours: Reading; readonly raw: Reading },
): Promise<readonly Figure[]> {
  const measured = (read: Reading) => () =>
    yieldOf(count, async () => {
      let [lines, bytes] = [0, 0];
      await read((line) => {
        lines += 1;
        bytes += line.length;
      });
      if (lines !== count || bytes < 100 * count) throw new Error(`${name}: ${lines} lines`);
    });
  return besideBare(bench, name, GOAL, measured(ours), measured(raw));
}
