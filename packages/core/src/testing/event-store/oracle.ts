import { isLetopisError } from '../../kernel/errors.ts';
import type { Appended, EventStore, StoredLine } from '../../kernel/event-store.ts';
import { holds, same } from '../suite/expectation.ts';
import { fixedPorts, seededChance } from '../suite/fixed-ports.ts';
import type { EventStoreConcern } from './bench.ts';
import { clockAndChance } from './bench.ts';
import { checkLog } from './chain.ts';
import { fieldsOf, logLines, sampleItem, sampleStream, streamLines } from './sample.ts';

/** One writer: what it does, and where it notes the answers. */
interface Writer {
  readonly number: number;
  readonly store: EventStore;
  readonly appends: number;
  readonly streams: readonly string[];
  readonly acknowledged: Appended[];
}

/**
 * Appends random batches, each at the revision that the writer last got, until enough of them
 * were acknowledged. Every event carries its own expectation: the revision at which it must be
 * stored.
 */
async function write(writer: Writer): Promise<void> {
  const chance = seededChance(writer.number);
  const heard = new Map<string, number>();
  let next = writer.number * 100_000;
  for (let done = 0; done < writer.appends;) {
    const stream = writer.streams[chance() % writer.streams.length] ?? '';
    const expected = heard.get(stream) ?? -1;
    const batch = Array.from({ length: 1 + (chance() % 3) }, (_, i) =>
      sampleItem((next += 1), { writer: writer.number, standsAt: expected + 1 + i }),
    );
    try {
      const { events } = await writer.store.append(stream, batch, expected);
      writer.acknowledged.push(...events);
      heard.set(stream, expected + batch.length);
      done += 1;
    } catch (error) {
      if (!isLetopisError(error, 'conflict')) throw error;
      const actual = Number(error.fields['actual']);
      holds(actual !== expected, `a conflict that names the expected revision ${expected}`);
      heard.set(stream, actual);
    }
  }
}

function answered(stored: StoredLine): Appended {
  const { id, revision, recordedAt } = fieldsOf(stored);
  return { id, revision, position: stored.position, recordedAt };
}

/**
 * Replays the log and checks that every expectation is met and every acknowledged event is stored.
 */
async function validate(
  store: EventStore,
  writers: readonly Writer[],
  timesRise = store.guarantees.timesRise,
): Promise<void> {
  const lines = await logLines(store);
  checkLog(lines, timesRise);
  for (const stored of lines) {
    const { stream, revision, data } = fieldsOf(stored);
    same(revision, data['standsAt'], `${stream}@${revision}: where its writer saw it stand`);
  }
  const acknowledged = writers.flatMap((writer) => writer.acknowledged);
  const byPosition = acknowledged.toSorted((a, b) => (a.position < b.position ? -1 : 1));
  same(lines.map(answered), byPosition, 'the log against what was acknowledged, each once');
  for (const stream of writers[0]?.streams ?? []) {
    const inLog = lines.filter((stored) => fieldsOf(stored).stream === stream);
    same(await streamLines(store, stream), inLog, `${stream} against its lines in the log`);
  }
}

const streams = ['a', 'b', 'c'].map((key) => sampleStream(key));

/** Several writers at once: whatever is acknowledged is stored where the answer says. */
export const oracle: EventStoreConcern = {
  name: 'many writers, and an oracle that replays the log',
  cases: {
    'holds every expectation and keeps every acknowledged event once': async ({ store }) => {
      const writers = [1, 2, 3, 4, 5, 6].map((number): Writer => ({
        number,
        store,
        appends: 25,
        streams,
        acknowledged: [],
      }));
      await Promise.all(writers.map(write));
      await validate(store, writers, 'log');
    },
    'holds every expectation among writers of several instances': async (bench) => {
      const stores = [bench.store];
      for (const seed of [11, 12]) {
        const at = `2026-09-01T0${seed - 10}:00:00.000Z`;
        stores.push(await bench.second(clockAndChance(fixedPorts({ at, seed }))));
      }
      const writers = [1, 2, 3, 4, 5, 6].map((number): Writer => {
        const store = stores[number % stores.length] ?? bench.store;
        return { number, store, appends: 15, streams, acknowledged: [] };
      });
      await Promise.all(writers.map(write));
      for (const store of stores) await validate(store, writers);
    },
  },
};
