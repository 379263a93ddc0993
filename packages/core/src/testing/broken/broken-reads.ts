import type { EventStore, StoredLine } from '../../kernel/event-store.ts';
import { START } from '../../kernel/event-store.ts';
import type { BrokenStore } from './wrapper.ts';
import { altered, alteredLines } from './wrapper.ts';

/** Stores that give something other than what was stored in them. */
export const brokenReads: readonly BrokenStore<EventStore>[] = [
  {
    fault: 'gives every reader the same object',
    caughtBy: 'what one reader does to its lines no other reader sees',
    wrap: (store) => {
      const given = new Map<string, StoredLine>();
      return alteredLines(store, (stored) => {
        const same = given.get(stored.position) ?? structuredClone(stored);
        given.set(stored.position, same);
        return same;
      });
    },
  },
  {
    fault: 'has no prev in any line',
    caughtBy: 'chains each stream, within a batch and between batches',
    wrap: (store) =>
      alteredLines(store, (stored) => {
        return { ...stored, line: stored.line.replace(/"prev":"[^"]+"/, '"prev":null') };
      }),
  },
  {
    fault: 'hashes the line without the leaf’s zero byte',
    caughtBy: 'chains each stream, within a batch and between batches',
    wrap: (store) => {
      const { hash } = store.ports;
      let before = '';
      return alteredLines(store, (stored) => {
        const prev = `"prev":"${hash(before, 'base64')}"`;
        before = stored.line;
        return { ...stored, line: stored.line.replace(/"prev":"[^"]+"/, prev) };
      });
    },
  },
  {
    fault: 'takes the same salt for every line',
    caughtBy: 'gives each line its own salt, from the port of chance',
    ports: (ports) => ({ ...ports, random: (byteCount) => new Uint8Array(byteCount) }),
  },
  {
    fault: 'writes lines in another form',
    caughtBy: 'stores every line in its one form',
    wrap: (store) =>
      alteredLines(store, (stored) => ({ ...stored, line: stored.line.replace('{', '{ ') })),
  },
  {
    fault: 'lets recordedAt follow the clock',
    caughtBy: 'never lets recordedAt follow a clock that goes back, in the log',
    wrap: (store) => {
      const times = new Map<string, string>();
      const lines = alteredLines(store, (stored) => {
        const { id, recordedAt } = JSON.parse(stored.line) as { id: string; recordedAt: string };
        return { ...stored, line: stored.line.replace(recordedAt, times.get(id) ?? recordedAt) };
      });
      const append: EventStore['append'] = (stream, items, expected) => {
        const now = new Date(store.ports.clock()).toISOString();
        for (const { event } of items) times.set(event.id, times.get(event.id) ?? now);
        return store.append(stream, items, expected);
      };
      return { ...lines, append };
    },
  },
  {
    fault: 'gives the log stream by stream',
    caughtBy: 'keeps the order of appends in each stream and in the log',
    wrap: (store) =>
      altered(store, {
        async *readAll(after, options) {
          for await (const page of store.readAll(after, options)) {
            const lines = page.lines.toSorted((a, b) => (streamOf(a) < streamOf(b) ? -1 : 1));
            yield { ...page, lines };
          }
        },
      }),
  },
  {
    fault: 'finds a prefix anywhere in the name',
    caughtBy: 'gives only streams whose names begin with the prefix',
    wrap: (store) =>
      altered(store, {
        async *readAll(after, options = {}) {
          const { streamPrefix, ...rest } = options;
          for await (const page of store.readAll(after, rest)) {
            const lines = page.lines.filter(({ line }) => {
              const { stream } = JSON.parse(line) as { readonly stream: string };
              return stream.includes(streamPrefix ?? '');
            });
            yield { ...page, lines };
          }
        },
      }),
  },
  {
    fault: 'claims to have scanned to the end on every page',
    caughtBy: 'says how far a filtered scan came, so that resuming there loses nothing',
    wrap: (store) =>
      altered(store, {
        async *readAll(after, options) {
          for await (const page of store.readAll(after, options)) {
            yield { ...page, scannedTo: await store.head() };
          }
        },
      }),
  },
  {
    fault: 'takes positionAt as before the instant',
    caughtBy: 'is the end of the longest prefix that is not later',
    wrap: (store) =>
      altered(store, {
        positionAt: (instant) => store.positionAt(new Date(Date.parse(instant) - 1).toISOString()),
      }),
  },
  {
    fault: 'reads backward from the end, wherever it is asked to begin',
    caughtBy: 'reads backward from every revision, and from the end',
    wrap: (store) =>
      altered(store, {
        readStream: (stream, { from, ...rest } = {}) =>
          store.readStream(stream, {
            ...rest,
            ...(from === undefined || rest.direction === 'backward' ? {} : { from }),
          }),
      }),
  },
  {
    fault: 'has positions that are plain numbers',
    caughtBy: 'has positions whose plain order is log order',
    wrap: (store) => plainNumbers(store),
  },
];

const streamOf = ({ line }: StoredLine): string =>
  (JSON.parse(line) as { readonly stream: string }).stream;

/** Positions `1`, `2`, … `10`: right as numbers, out of order as strings. */
function plainNumbers(store: EventStore): EventStore {
  const all = async (): Promise<readonly string[]> => {
    const found: string[] = [START];
    for await (const { lines } of store.readAll(START)) found.push(...lines.map((l) => l.position));
    return found;
  };
  const out = async (position: string): Promise<string> =>
    position === START ? START : String((await all()).indexOf(position));
  const back = async (position: string): Promise<string> =>
    (await all())[Number(position)] ?? START;
  const renamed = (lines: readonly StoredLine[]): Promise<readonly StoredLine[]> =>
    Promise.all(lines.map(async (one) => ({ ...one, position: await out(one.position) })));
  return altered(store, {
    append: async (stream, items, expected) => {
      const { events } = await store.append(stream, items, expected);
      const moved = events.map(async (e) => ({ ...e, position: await out(e.position) }));
      return { stream, events: await Promise.all(moved) };
    },
    async *readStream(stream, options) {
      for await (const page of store.readStream(stream, options)) yield renamed(page);
    },
    async *readAll(after, options) {
      for await (const page of store.readAll(await back(after), options)) {
        yield { lines: await renamed(page.lines), scannedTo: await out(page.scannedTo) };
      }
    },
    head: async () => out(await store.head()),
  });
}
