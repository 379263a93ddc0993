import type { EventStore } from '../../kernel/event-store.ts';
import { refuses, same } from '../suite/expectation.ts';
import { fixedPorts } from '../suite/fixed-ports.ts';
import type { EventStoreBench, EventStoreConcern } from './bench.ts';
import { clockAndChance } from './bench.ts';
import { checkLog } from './chain.ts';
import {
  fieldsOf,
  followUntil,
  logLines,
  numbersOf,
  sampleItems,
  sampleStream,
  streamLines,
} from './sample.ts';

const stream = sampleStream('a');

/** A second instance, whose clock is an hour behind and whose salts differ. */
function behind(bench: EventStoreBench): Promise<EventStore> {
  const time = fixedPorts({ at: '2026-09-01T07:00:00.000Z', seed: 4242 });
  return bench.second(clockAndChance(time));
}

/** Two instances over one log: both may write, and neither overwrites the other. */
export const twoInstances: EventStoreConcern = {
  name: 'two instances over one log',
  cases: {
    'give equal answers to the same batch, and the second goes on with the chain': async (
      bench,
    ) => {
      const { store } = bench;
      const other = await behind(bench);
      const first = await store.append(stream, sampleItems(0, 3), -1);
      same(
        await other.append(stream, sampleItems(0, 3), -1),
        first,
        'the second instance’s answer',
      );
      const { events } = await other.append(stream, sampleItems(3, 2), 2);
      same(
        events.map((one) => one.revision),
        [3, 4],
        'revisions of the next append',
      );
      await store.append(stream, sampleItems(5, 2), 4);
      const lines = await logLines(store);
      same(numbersOf(lines), [...Array(7).keys()], 'the log');
      checkLog(lines);
      same(await logLines(other), lines, 'the log, read by the other');
    },
    'give equal answers to the same batch sent at once': async (bench) => {
      const other = await behind(bench);
      for (let n = 0; n < 20; n += 1) {
        const name = sampleStream(n);
        const items = sampleItems(n * 10, 3);
        const [one, two] = await Promise.all([
          bench.store.append(name, items, -1),
          other.append(name, items, -1),
        ]);
        same(two, one, `the answers to batch ${n}`);
        await other.append(name, sampleItems(n * 10 + 5, 2), 2);
      }
      const lines = await logLines(bench.store);
      same(lines.length, 100, 'lines in the log');
      checkLog(lines);
    },
    'see each other’s appends and conflicts at once': async (bench) => {
      const other = await behind(bench);
      await bench.store.append(stream, sampleItems(0, 2), -1);
      await refuses(() => other.append(stream, sampleItems(9, 1), -1), 'conflict', { actual: 1 });
      await other.append(stream, sampleItems(2, 1), 1);
      await refuses(() => bench.store.append(stream, sampleItems(8, 1), 1), 'conflict', {
        actual: 2,
      });
      same((await streamLines(bench.store, stream)).length, 3, 'lines that stand');
      same(await bench.store.head(), await other.head(), 'the head');
      same(await bench.store.logId(), await other.logId(), 'the log’s id');
    },
    'never record a time earlier than the other’s newest': async (bench) => {
      const other = await behind(bench);
      await bench.store.append(stream, sampleItems(0, 1), -1);
      await other.append(sampleStream('b'), sampleItems(1, 1), -1);
      const [one, two] = (await logLines(other)).map((stored) => fieldsOf(stored).recordedAt);
      same(two, one, 'the time of the instance whose clock is behind');
    },
    'follow what the other appends': async (bench) => {
      const other = await behind(bench);
      const seen: number[] = [];
      await followUntil(bench.store, '', { pollMs: 10 }, async (page) => {
        seen.push(...numbersOf(page.lines));
        const n = seen.length;
        if (n < 3) await other.append(stream, sampleItems(n, 1), n - 1);
        return n >= 3;
      });
      same(seen, [0, 1, 2], 'events that came');
    },
  },
};
