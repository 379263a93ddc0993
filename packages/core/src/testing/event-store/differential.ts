import { isLetopisError } from '../../kernel/errors.ts';
import type { EventStore, StoredLine } from '../../kernel/event-store.ts';
import type { Ports } from '../../kernel/ports.ts';
import { same } from '../suite/expectation.ts';
import type { FixedPorts } from '../suite/fixed-ports.ts';
import { fixedPorts, seededChance } from '../suite/fixed-ports.ts';
import type { TestRunner } from '../suite/run-suite.ts';
import type { OpenedEventStore, OpenEventStore } from './bench.ts';
import { logLines, logPages, sampleItem, sampleStream, sealedItem, streamLines } from './sample.ts';

/** Two stores to compare, and the random operations to compare them by. */
export interface DifferentialOptions {
  readonly it: TestRunner['it'];
  readonly openA: OpenEventStore;
  readonly openB: OpenEventStore;
  /** The seed of the operations; by default one that the first store's random bytes give. */
  readonly seed?: number;
  /** Number of operations; default 300. */
  readonly operations?: number;
}

/**
 * Declares one test that does the same random operations on two stores, and compares their answers
 * and, byte by byte, their logs. A failure names the seed that repeats it.
 *
 * @example
 * differentialRun({ it, openA: openReference, openB: openMine, seed: 20260901 });
 */
export function differentialRun(options: DifferentialOptions): void {
  const { it, openA, openB, operations = 300 } = options;
  const given = options.seed === undefined ? 'a new seed' : `seed ${options.seed}`;
  it(`two stores do the same from ${given}`, async () => {
    const seed = options.seed ?? (await drawnSeed(openA));
    const [timeA, timeB] = [fixedPorts({ seed }), fixedPorts({ seed })];
    const a = await openA({ ports: pairedPorts(timeA, seed) });
    try {
      const b = await openB({ ports: pairedPorts(timeB, seed) });
      try {
        const empties = inPlace(a) && inPlace(b);
        await runBoth([a.store, b.store], [timeA, timeB], seed, operations, empties);
      } catch (error) {
        throw new Error(`the stores differ; repeat it with seed ${seed}`, { cause: error });
      } finally {
        await b.cleanup();
      }
    } finally {
      await a.cleanup();
    }
  });
}

/** A seed from the store's own random bytes, since core has no randomness. */
async function drawnSeed(open: OpenEventStore): Promise<number> {
  const { store, cleanup } = await open({ ports: {} });
  const drawn = store.ports.random(4).reduce((sum, byte) => sum * 256 + byte, 0);
  await cleanup();
  return drawn;
}

/**
 * Salts (16 bytes) come from a source of their own, because a store may draw other bytes at any
 * time.
 */
function pairedPorts(time: FixedPorts, seed: number): Pick<Ports, 'clock' | 'random'> {
  const salts = fixedPorts({ seed: seed ^ 0x5a5a5a5a });
  return {
    clock: time.clock,
    random: (byteCount) => (byteCount === 16 ? salts : time).random(byteCount),
  };
}

const inPlace = ({ store }: OpenedEventStore): boolean => store.guarantees.erasure === 'in-place';

type Operation = (store: EventStore) => Promise<unknown>;

async function runBoth(
  stores: readonly [EventStore, EventStore],
  times: readonly FixedPorts[],
  seed: number,
  operations: number,
  empties: boolean,
): Promise<void> {
  const chance = seededChance(seed);
  const lengths = new Map<string, number>();
  for (let step = 0; step < operations; step += 1) {
    const ms = (chance() % 2000) - 500; // a clock that also goes back
    for (const time of times) time.advance(ms);
    const [name, operation] = randomOperation(chance, lengths, step);
    if (name === 'emptyBeside' && !empties) continue;
    const [fromA, fromB] = [
      await settled(stores[0], operation),
      await settled(stores[1], operation),
    ];
    same(fromB, fromA, `step ${step}, ${name}: the second store against the first`);
  }
  const [linesA, linesB] = [await logLines(stores[0]), await logLines(stores[1])];
  same(
    linesB.map((one) => one.line),
    linesA.map((one) => one.line),
    'the logs, byte for byte',
  );
  same(linesB.map(withoutPosition), linesA.map(withoutPosition), 'the logs, and what lies beside');
}

/** Positions differ between stores: a place is compared by the number of lines before it. */
const withoutPosition = ({ line, beside, metadata }: StoredLine): unknown => ({
  line,
  beside,
  metadata,
});

async function ordinal(store: EventStore, position: string): Promise<number> {
  return (await logLines(store)).filter((one) => one.position <= position).length;
}

async function settled(store: EventStore, operation: Operation): Promise<unknown> {
  try {
    return await operation(store);
  } catch (error) {
    if (!isLetopisError(error)) throw error;
    return { code: error.code, fields: error.fields };
  }
}

function randomOperation(
  chance: () => number,
  lengths: Map<string, number>,
  step: number,
): readonly [string, Operation] {
  const stream = sampleStream(chance() % 4, chance() % 3 === 0 ? 'college' : 'academy');
  const [from, pageSize, kind] = [chance() % 12, 1 + (chance() % 5), chance() % 10];
  if (kind < 5) return ['append', randomAppend(chance, lengths, stream, step)];
  if (kind === 5) {
    const direction = chance() % 2 === 0 ? 'forward' : 'backward';
    const options = { from, pageSize, direction } as const;
    return [
      'readStream',
      async (store) => (await streamLines(store, stream, options)).map(withoutPosition),
    ];
  }
  if (kind === 6) {
    const streamPrefix = ['academy.', 'college.', 'academy.sample-1'][chance() % 3] ?? '';
    const read: Operation = async (store) => {
      const pages = await logPages(store, '', { streamPrefix, pageSize });
      return pages.map((page) => page.lines.map(withoutPosition));
    };
    return ['readAll', read];
  }
  if (kind === 7) {
    return ['positionAt', randomInstant(chance(), (chance() % 3) - 1)];
  }
  if (kind === 8) return ['head', async (store) => ordinal(store, await store.head())];
  return ['emptyBeside', randomEmptying(stream, from)];
}

function randomAppend(
  chance: () => number,
  lengths: Map<string, number>,
  stream: string,
  step: number,
): Operation {
  const right = (lengths.get(stream) ?? 0) - 1;
  const expected = chance() % 5 === 0 ? right + (chance() % 3) - 1 : right;
  const count = 1 + (chance() % 4);
  const items = Array.from({ length: count }, (_, i) => {
    const n = step * 10 + i + 1;
    const data = { text: 'Ёж'.repeat(chance() % 40), n: chance() / 7 };
    return chance() % 3 === 0
      ? { ...sealedItem(n, `имя ${n}`), metadata: { n } }
      : sampleItem(n, data);
  });
  if (expected === right) lengths.set(stream, right + 1 + count);
  return async (store) => {
    const answer = await store.append(stream, items, expected);
    const again = await store.append(stream, items, expected);
    same(again, answer, 'a repetition of the append');
    return answer.events.map(({ id, revision, recordedAt }) => ({ id, revision, recordedAt }));
  };
}

/** The position at the time of some line, or some milliseconds before or after it. */
function randomInstant(pick: number, offMs: number): Operation {
  return async (store) => {
    const lines = await logLines(store);
    const { line = null } = lines[pick % Math.max(1, lines.length)] ?? {};
    if (line === null) return null;
    const { recordedAt } = JSON.parse(line) as { readonly recordedAt: string };
    const instant = new Date(Date.parse(recordedAt) + offMs).toISOString();
    return ordinal(store, await store.positionAt(instant));
  };
}

function randomEmptying(stream: string, from: number): Operation {
  return async (store) => {
    const [line] = await streamLines(store, stream, { from, pageSize: 1 });
    if (line === undefined) return null;
    const { id } = JSON.parse(line.line) as { readonly id: string };
    return (await store.emptyBeside(stream, [id])) ?? null;
  };
}
