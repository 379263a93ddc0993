import type { StoredLine } from '../../kernel/event-store.ts';
import { same, tryTo } from '../suite/expectation.ts';
import type { EventStoreConcern } from './bench.ts';
import {
  logLines,
  logPages,
  sampleEvent,
  sampleStream,
  sealedItem,
  streamLines,
} from './sample.ts';

const stream = sampleStream('a');

/** Overwrites every field that can be written to, at all depths. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    spoil((value as Record<string, unknown>)[key]);
    tryTo(() => void ((value as Record<string, unknown>)[key] = 'spoilt'));
  }
  tryTo(() => void ((value as Record<string, unknown>)['more'] = 'spoilt'));
  if (Array.isArray(value)) tryTo(() => void (value.length = 0));
}

const batch = () =>
  [1, 2].map((n) => ({ ...sealedItem(n), metadata: { trace: { id: `t-${n}` } } }));
const copy = <T>(value: T): T => structuredClone(value);

/** Isolation: nobody can change what is stored through what they gave or were given. */
export const isolation: EventStoreConcern = {
  name: 'isolation of what is given and returned',
  cases: {
    'what was appended does not follow later changes of the input': async ({ store }) => {
      const items = batch();
      await store.append(stream, items, -1);
      const before = copy(await streamLines(store, stream));
      spoil(items);
      same(await streamLines(store, stream), before, 'the stream after its input was spoilt');
      same(await logLines(store), before, 'the log after its input was spoilt');
    },
    'takes the batch as it is when append is called': async ({ store }) => {
      const items = batch();
      const data = { n: 1, list: ['first'] };
      items[0] = {
        ...sealedItem(1),
        event: sampleEvent(1, { data }),
        metadata: { trace: { id: 't-1' } },
      };
      const pending = store.append(stream, items, -1);
      data.list.push('later');
      items.length = 0;
      await pending;
      const lines = await streamLines(store, stream);
      same(lines.length, 2, 'lines that stand');
      same(
        (JSON.parse(lines[0]?.line ?? '{}') as { data: unknown }).data,
        { n: 1, list: ['first'] },
        'the data',
      );
    },
    'what one reader does to its lines no other reader sees': async ({ store }) => {
      await store.append(stream, batch(), -1);
      const before = copy(await streamLines(store, stream));
      spoil(await streamLines(store, stream));
      spoil(await logPages(store));
      for await (const page of store.follow('')) {
        spoil(page);
        break;
      }
      same(await streamLines(store, stream), before, 'the stream after its readers spoilt it');
      same(await logLines(store), before, 'the log after its readers spoilt it');
      const seen: StoredLine[] = [];
      for await (const page of store.follow('')) {
        seen.push(...page.lines);
        break;
      }
      same(seen, before, 'what a follower sees');
    },
    'the answer to an append is the caller’s own': async ({ store }) => {
      const answer = await store.append(stream, batch(), -1);
      const before = copy(answer);
      spoil(answer);
      same(await store.append(stream, batch(), -1), before, 'the answer to a repetition');
    },
  },
};
