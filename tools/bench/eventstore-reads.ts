import type { StoredLine } from '@letopis/core';
import type { Place } from './bare-eventstore.ts';
import type { Sides, Work } from './eventstore-sides.ts';
import type { Figure } from './figure.ts';
import type { Bench } from './workspace.ts';
import { besideBare, GOAL, prepared } from './eventstore-sides.ts';
import { yieldOf } from './measure.ts';

/** Reads of what the adapter wrote: the same bytes for both sides. */
export async function eventStoreReads(sides: Sides): Promise<readonly Figure[]> {
  const { bench, store, bare, oursPrefix, server } = sides;
  const start = await store.head();
  const [commit = '', prepare = ''] = start.split(':');
  const place: Place = { commit: BigInt(commit), prepare: BigInt(prepare) };
  const long = bench.quick ? 5_000 : 20_000;
  const shorts = bench.quick ? 200 : 500;
  const [one] = await prepared(sides, 1, long);
  const few = await prepared(sides, shorts, 20);
  const list = [...(one === undefined ? [] : [one]), ...few];
  for (const { stream, items } of list) {
    for (let from = 0; from < items.length; from += 500) {
      await store.append(stream, items.slice(from, from + 500), from - 1);
    }
  }
  const count = long + shorts * 20;
  const load = (name: string, streams: readonly Work[]) => {
    const events = streams.reduce((sum, { items }) => sum + items.length, 0);
    return compared(bench, `${server}: ${name}`, events, {
      ours: async (take) => {
        for (const { stream } of streams) {
          for await (const page of store.readStream(stream)) given(page, take);
        }
      },
      raw: async (take) => {
        for (const { stream, items } of streams) {
          await bare.readStream(oursPrefix + stream, 0, items.length + 1, take);
        }
      },
    });
  };
  return [
    ...(await load('load of 20 events', few)),
    ...(await load(`one stream of ${long.toLocaleString('en')}`, list.slice(0, 1))),
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

type Take = (line: string) => void;
type Reading = (take: Take) => Promise<void>;

function given(lines: readonly StoredLine[], take: Take): void {
  for (const { line } of lines) take(line);
}

/** Measures two ways of reading the same; throws where one gives another number of lines. */
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
