import { isLetopisError } from '../../kernel/errors.ts';
import type { AppendItem, EventStore } from '../../kernel/event-store.ts';
import type { BrokenStore } from './wrapper.ts';
import { altered, alteredLines, endOf } from './wrapper.ts';

type Fault = BrokenStore<EventStore>;

/** Stores that append wrongly. */
export const brokenAppends: readonly Fault[] = [
  {
    fault: 'checks no expected revision',
    caughtBy: 'refuses expected revision -1 on a stream of 2',
    wrap: (store) =>
      altered(store, {
        append: async (stream, items) => store.append(stream, items, await endOf(store, stream)),
      }),
  },
  {
    fault: 'checks only whether the stream exists',
    caughtBy: 'refuses expected revision 0 on a stream of 2',
    wrap: (store) =>
      altered(store, {
        append: async (stream, items, expected) => {
          const end = await endOf(store, stream);
          return store.append(stream, items, expected >= 0 && end >= 0 ? end : expected);
        },
      }),
  },
  {
    fault: 'looks at the revision and then writes wherever the stream has come to',
    caughtBy: 'holds every expectation and keeps every acknowledged event once',
    wrap: (store) =>
      altered(store, {
        append: async (stream, items, expected) => {
          const end = await endOf(store, stream);
          if (end !== expected) return store.append(stream, items, expected);
          await Promise.resolve();
          return store.append(stream, items, await endOf(store, stream));
        },
      }),
  },
  {
    fault: 'acknowledges a batch and drops its last event',
    caughtBy: 'answers with id, revision, position and time of each event',
    wrap: (store) => altered(store, { append: droppingTheLast(store) }),
  },
  {
    fault: 'doubles a batch that is sent again',
    caughtBy: 'gives the first result, with the first time',
    wrap: (store) =>
      altered(store, {
        append: async (stream, items, expected) => {
          const end = await endOf(store, stream);
          const answer = await store.append(stream, items, expected);
          if (end > expected) await store.append(stream, items, end);
          return answer;
        },
      }),
  },
  {
    fault: 'answers a repetition with the time of the repetition',
    caughtBy: 'gives the first result, with the first time',
    wrap: (store) =>
      altered(store, {
        append: async (stream, items, expected) => {
          const answer = await store.append(stream, items, expected);
          const recordedAt = new Date(store.ports.clock()).toISOString();
          return { stream, events: answer.events.map((event) => ({ ...event, recordedAt })) };
        },
      }),
  },
  {
    fault: 'takes a batch for standing when its first event stands',
    caughtBy: 'meets a conflict when only the beginning stands',
    wrap: (store) =>
      altered(store, {
        append: async (stream, items, expected) => {
          try {
            return await store.append(stream, items, expected);
          } catch (error) {
            if (!isLetopisError(error, 'conflict')) throw error;
            return store.append(stream, items.slice(0, 1), expected);
          }
        },
      }),
  },
  {
    fault: 'meets a repetition with a conflict',
    caughtBy: 'gives the first result of the first batch of a stream',
    wrap: (store) =>
      altered(store, {
        append: async (stream, items, expected) => {
          const changed = (await endOf(store, stream)) !== expected;
          return store.append(stream, changed ? items.map(otherId) : items, expected);
        },
      }),
  },
  {
    fault: 'leaves the good part of a refused batch',
    caughtBy: 'takes a line of exactly 65,535 bytes and refuses one byte more',
    wrap: (store) =>
      altered(store, {
        append: async (stream, items, expected) => {
          try {
            return await store.append(stream, items, expected);
          } catch (error) {
            if (!isLetopisError(error, 'invalid-append')) throw error;
            const good = Number(error.fields['index'] ?? 0);
            if (good > 0) await store.append(stream, items.slice(0, good), expected);
            throw error;
          }
        },
      }),
  },
  {
    fault: 'names no actual revision in a conflict',
    caughtBy: 'refuses expected revision 0 on a stream of 2',
    wrap: (store) =>
      altered(store, {
        append: async (stream, items, expected) => {
          try {
            return await store.append(stream, items, expected);
          } catch (error) {
            if (isLetopisError(error, 'conflict')) Object.assign(error.fields, { actual: null });
            throw error;
          }
        },
      }),
  },
  {
    fault: 'forgets the metadata',
    caughtBy: 'keeps what lies beside and the metadata, each with its event',
    wrap: (store) => alteredLines(store, (stored) => ({ ...stored, metadata: null })),
  },
  {
    fault: 'keeps the caller’s own objects',
    caughtBy: 'what was appended does not follow later changes of the input',
    wrap: (store) => {
      const kept = new Map<string, AppendItem['beside']>();
      const append: EventStore['append'] = (stream, items, expected) => {
        for (const { event, beside } of items) kept.set(event.id, beside);
        return store.append(stream, items, expected);
      };
      const lines = alteredLines(store, (stored) => {
        const { id } = JSON.parse(stored.line) as { readonly id: string };
        return { ...stored, beside: kept.get(id) ?? stored.beside };
      });
      return { ...lines, append };
    },
  },
];

/** Appends all but the last event of a batch, and answers as if it had stored them all. */
function droppingTheLast(store: EventStore): EventStore['append'] {
  return async (stream, items, expected) => {
    if (items.length < 2) return store.append(stream, items, expected);
    const { events } = await store.append(stream, items.slice(0, -1), expected);
    const [last, id] = [events.at(-1), items.at(-1)?.event.id];
    if (last === undefined || id === undefined) return { stream, events };
    return { stream, events: [...events, { ...last, id, revision: last.revision + 1 }] };
  };
}

const otherId = (item: AppendItem): AppendItem => {
  const id = `f${item.event.id.slice(1)}`;
  return { ...item, event: { ...item.event, id } };
};
