import { START } from '../../kernel/event-store.ts';
import { same, holds } from '../suite/expectation.ts';
import type { EventStoreConcern } from './bench.ts';
import {
  fieldsOf,
  logLines,
  sampleEvent,
  sampleItem,
  sampleItems,
  sampleStream,
  sealedItem,
  streamLines,
} from './sample.ts';

/** Appending: what an append answers and what is stored then. */
export const appending: EventStoreConcern = {
  name: 'append',
  cases: {
    'is empty at first': async ({ store }) => {
      same(await store.head(), START, 'the head of an empty log');
      same(await logLines(store), [], 'the lines of an empty log');
      same(await streamLines(store, sampleStream('a')), [], 'the lines of no stream');
    },
    'answers with id, revision, position and time of each event': async ({ store, time }) => {
      const stream = sampleStream('a');
      await store.append(stream, sampleItems(0, 2), -1);
      const answer = await store.append(stream, sampleItems(2, 3), 1);
      const now = new Date(time.clock()).toISOString();
      const stored = (await streamLines(store, stream)).slice(2);
      const expected = stored.map((one, index) => {
        const { id, revision, recordedAt } = fieldsOf(one);
        same(recordedAt, now, `the time of line ${index}`);
        return { id, revision, position: one.position, recordedAt };
      });
      same(answer, { stream, events: expected }, 'the answer');
      same(
        answer.events.map(({ revision }) => revision),
        [2, 3, 4],
        'the revisions',
      );
      same(await store.head(), answer.events.at(-1)?.position, 'the head');
    },
    'keeps every field of an event': async ({ store }) => {
      const event = sampleEvent(1, {
        type: 'LessonHeld2',
        schema: 12,
        occurredOn: '2027-02-28',
        actor: 'u-"1"\\',
        onBehalfOf: 'директор',
        ground: { kind: 'order', number: '1-од', date: '2026-08-25' },
        causationId: sampleEvent(9).id,
        refs: { group: ['g-1', 'g-2'], learner: ['l-1'] },
        data: { topic: 'Ёж \u2028 \u0007 😀', none: null, deep: [{ a: [1.5, -3, 1e21] }], '': {} },
      });
      await store.append(sampleStream('a'), [{ event }], -1);
      const [stored] = await streamLines(store, sampleStream('a'));
      holds(stored !== undefined, 'the event is there');
      const { v: _v, stream, revision, prev, salt: _s, recordedAt: _r, ...kept } = fieldsOf(stored);
      same(
        { stream, revision, prev },
        { stream: sampleStream('a'), revision: 0, prev: null },
        'its place',
      );
      same(kept, event, 'the fields that were given');
    },
    'keeps what lies beside and the metadata, each with its event': async ({ store }) => {
      const metadata = { trace: 'а-1', n: [1, { b: null }] };
      const items = [
        sampleItem(1),
        sealedItem(2),
        { ...sealedItem(3, 'Ы'), metadata },
        { ...sampleItem(4), metadata },
      ];
      await store.append(sampleStream('a'), items, -1);
      const expected = items.map(
        ({ beside, metadata: m }: { beside?: unknown; metadata?: unknown }) => [
          beside ?? null,
          m ?? null,
        ],
      );
      const lines = await streamLines(store, sampleStream('a'));
      same(
        lines.map((one) => [one.beside, one.metadata]),
        expected,
        'through readStream',
      );
      const log = await logLines(store);
      same(
        log.map((one) => [one.beside, one.metadata]),
        expected,
        'through readAll',
      );
    },
    'gives the same line through both ways of reading': async ({ store }) => {
      await store.append(sampleStream('a'), sampleItems(0, 3), -1);
      await store.append(sampleStream('b'), sampleItems(3, 1), -1);
      const one = [
        ...(await streamLines(store, sampleStream('a'))),
        ...(await streamLines(store, sampleStream('b'))),
      ];
      same(await logLines(store), one, 'lines of readAll against those of readStream');
    },
  },
};
