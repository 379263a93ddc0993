import type { EventStore, RestoredLine } from '../../kernel/event-store.ts';
import { fixedPorts } from '../suite/fixed-ports.ts';
import { sha256 } from '../suite/sha256.ts';
import type { EventStoreBench, OpenEventStore } from './bench.ts';
import { clockAndChance } from './bench.ts';
import { logLines, sampleId, sampleItem, sampleItems, sampleStream, sealedItem } from './sample.ts';

/** The two streams of the sample log. */
export const [a, b] = [sampleStream('a'), sampleStream('b')];

/** Appends eight lines to two streams and empties one of them. */
export async function fill({
  store,
  time,
}: Pick<EventStoreBench, 'store' | 'time'>): Promise<RestoredLine[]> {
  await store.append(
    a,
    [sampleItem(0), sealedItem(1), { ...sealedItem(2), metadata: { t: [1] } }],
    -1,
  );
  time.advance(1000);
  await store.append(b, sampleItems(3, 2), -1);
  time.advance(1000);
  await store.append(a, sampleItems(5, 3), 2);
  if (store.guarantees.erasure === 'in-place') await store.emptyBeside(a, [sampleId(1)]);
  return (await logLines(store)).map(({ line, beside, metadata }, n) => {
    // Where the store cannot empty, an emptied line may still come from a store that can.
    return { line, beside: n === 1 ? 'emptied' : beside, metadata };
  });
}

/** All lines of a store in the form that `restore` takes, without positions. */
export const without = async (store: EventStore): Promise<RestoredLine[]> =>
  (await logLines(store)).map(({ line, beside, metadata }) => ({ line, beside, metadata }));

/** Runs a test on a second, empty log, whose clock is behind that of the first. */
export async function onAnother(
  open: OpenEventStore,
  test: (store: EventStore) => Promise<void>,
): Promise<void> {
  const time = fixedPorts({ at: '2020-01-01T00:00:00.000Z', seed: 99 });
  const { store, cleanup } = await open({ ports: clockAndChance(time) });
  try {
    await test(store);
  } finally {
    await cleanup();
  }
}

/** The lines in pages of a given size, as `restore` takes them. */
export function* inPages(
  lines: readonly RestoredLine[],
  size: number,
): Generator<readonly RestoredLine[]> {
  for (let at = 0; at < lines.length; at += size) yield lines.slice(at, at + size);
}

/** Gives some pages and then fails, as a broken disk or a killed process does. */
export async function* interrupted(
  lines: readonly RestoredLine[],
  after: number,
): AsyncGenerator<readonly RestoredLine[]> {
  yield* inPages(lines.slice(0, after), 2);
  throw new RangeError('interrupted');
}

/** The lines with one of a stream altered; the chain is not repaired. */
export const altered = (
  lines: readonly RestoredLine[],
  index: number,
  from: string,
  to: string,
): RestoredLine[] =>
  lines.map((one, n) => (n === index ? { ...one, line: one.line.replace(from, to) } : one));

/**
 * The lines with their chain computed anew, so that nothing is wrong with them but the change
 * itself.
 */
export function rechained(lines: readonly RestoredLine[]): RestoredLine[] {
  const ends = new Map<string, string>();
  return lines.map((one) => {
    const { stream, prev } = JSON.parse(one.line) as { stream: string; prev: string | null };
    const last = ends.get(stream);
    const line =
      prev === null || last === undefined
        ? one.line
        : one.line.replace(`"prev":"${prev}"`, `"prev":"${last}"`);
    ends.set(stream, sha256(`\0${line}`, 'base64'));
    return { ...one, line };
  });
}
