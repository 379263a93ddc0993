import { APPEND_BYTES_MAX } from '../../kernel/append.ts';
import type { AppendItem, EventStore } from '../../kernel/event-store.ts';
import { utf8Bytes } from '../../kernel/json.ts';
import { LINE_BYTES_MAX } from '../../kernel/line.ts';
import { EVENTS_PER_APPEND_MAX } from '../../kernel/uuid.ts';
import { refuses, same } from '../suite/expectation.ts';
import type { EventStoreConcern } from './bench.ts';
import {
  logLines,
  sampleEvent,
  sampleItem,
  sampleItems,
  sampleStream,
  streamLines,
} from './sample.ts';

const stream = sampleStream('a');

/** Fails unless the append is refused for this reason and nothing of it is stored. */
async function leavesNothing(
  store: EventStore,
  reason: string,
  append: () => Promise<unknown>,
): Promise<void> {
  const before = await logLines(store);
  await refuses(append, 'invalid-append', { reason });
  same(await logLines(store), before, `the log after a refusal for ${reason}`);
}

/** A sample item with wrongly typed fields. */
const wrong = (over: Readonly<Record<string, unknown>>): AppendItem =>
  ({ event: { ...sampleEvent(2), ...over } }) as AppendItem;

/**
 * A good item and a bad one in one append: if the refused append left anything, the good one shows
 * it.
 */
async function refusesBad(store: EventStore, reason: string, bad: AppendItem): Promise<void> {
  await leavesNothing(store, reason, () => store.append(stream, [sampleItem(1), bad], -1));
}

/** An item whose line has exactly that many bytes at a one-digit revision above 0. */
function itemOfBytes(n: number, bytes: number, unit = 'x'): AppendItem {
  const bare = utf8Bytes(JSON.stringify(sampleEvent(n, { data: { fill: '' } })));
  const allocated = utf8Bytes(
    `"v":1,"stream":"${stream}","revision":1,"prev":"${'x'.repeat(44)}",` +
      `"salt":"${'x'.repeat(24)}","recordedAt":"2026-09-01T08:00:00.000Z",`,
  );
  const left = bytes - bare - allocated;
  const units = Math.floor(left / utf8Bytes(unit));
  const fill = unit.repeat(units) + 'x'.repeat(left - units * utf8Bytes(unit));
  return sampleItem(n, { fill });
}

const BAD_STREAMS = [
  '',
  'academy',
  'academy.x',
  'academy.x-',
  'Academy.x-1',
  'academy.X-1',
  '.x-1',
  'academy.-1',
  'academy.x-1.',
  'academy.x-.1',
  'academy.x-1..2',
  'academy.x-a b',
  'academy.x-ё',
  'academy.x-1\n',
  ' academy.x-1',
  `${'a'.repeat(25)}.x-1`,
  `academy.${'x'.repeat(25)}-1`,
  `academy.x-${'i'.repeat(49)}`,
  `academy.x-${Array(5).fill('i'.repeat(48)).join('.')}`,
];

class Sample {
  readonly b = 1;
}

const BAD_DATA: Readonly<Record<string, unknown>> = {
  undefined: { a: undefined },
  NaN: { a: [Number.NaN] },
  infinity: { a: -Infinity },
  'minus zero': { a: { b: -0 } },
  'a date': { a: new Date(0) },
  'a bigint': { a: 1n },
  'a function': { a: () => 1 },
  'a symbol': { a: Symbol('x') },
  'a map': { a: new Map() },
  'a lone surrogate': { a: 'x\ud800y' },
  'a class instance': { a: new Sample() },
  'a list': [1],
  'a text': 'x',
  null: null,
  'a hole': { a: Array(2) },
  'a key of half a sign': { 'x\udc00': 1 },
  'its own toJSON': { toJSON: () => 1 },
  'typed bytes': { a: new Uint8Array(2) },
};

const BAD_FIELDS: Readonly<Record<string, readonly unknown[]>> = {
  type: ['', '1A', 'A-B', 'Ё', 'A'.repeat(65), null, 5, 'A"'],
  schema: [0, 1.5, -1, '1', null],
  occurredOn: ['', '2026-9-1', '01.09.2026', '2026-09-01T00:00:00Z', null],
  actor: ['', null, 1, 'x\ud800'],
  onBehalfOf: [undefined, 1, 'x\udfff'],
  ground: [undefined, 'order', { kind: 1 }, { kind: 'order', number: 'x\ud800', date: null }],
  commandId: ['', 'x', null],
  commandDigest: ['', 'g'.repeat(32), 'a'.repeat(31), null],
  causationId: ['', 'x', undefined],
};

/** Limits: what every store refuses before any I/O, and what it still takes. */
export const limits: EventStoreConcern = {
  name: 'limits',
  cases: {
    'refuses an empty append': async ({ store }) => {
      await leavesNothing(store, 'empty', () => store.append(stream, [], -1));
      await store.append(stream, sampleItems(0, 1), -1);
      await leavesNothing(store, 'empty', () => store.append(stream, [], 0));
    },
    'refuses a bad stream name': async ({ store }) => {
      for (const bad of BAD_STREAMS) {
        await leavesNothing(store, 'stream-name', () => store.append(bad, sampleItems(0, 1), -1));
      }
    },
    'takes a stream name of 200 characters': async ({ store }) => {
      const ids = [...['i', 'I', '_'].map((one) => one.repeat(48)), '--9'].join('.');
      const longest = `${'o'.repeat(24)}.${'k'.repeat(24)}-${ids}`;
      same(longest.length, 200, 'its length');
      await store.append(longest, sampleItems(0, 1), -1);
      same((await streamLines(store, longest)).length, 1, 'lines of that stream');
      await leavesNothing(store, 'stream-name', () =>
        store.append(`${longest}x`, sampleItems(1, 1), -1),
      );
    },
    'refuses an expected revision that is none': async ({ store }) => {
      for (const bad of [-2, 0.5, Number.NaN, Infinity, 2 ** 53, null, undefined, '0', 'any']) {
        await leavesNothing(store, 'expected-revision', () =>
          store.append(stream, sampleItems(0, 1), bad as number),
        );
      }
    },
    'refuses an id that is no UUID in small letters': async ({ store }) => {
      for (const id of [
        '',
        'x',
        '01990000-0000-7000-8000-00000000000A',
        '0199000000007000800000000000000a',
        null,
      ]) {
        await refusesBad(store, 'event-id', wrong({ id }));
      }
    },
    'refuses an id repeated within a batch': async ({ store }) => {
      await leavesNothing(store, 'repeated-id', () =>
        store.append(stream, [...sampleItems(0, 3), sampleItem(1)], -1),
      );
    },
    'refuses fields that a line cannot hold': async ({ store }) => {
      for (const [field, values] of Object.entries(BAD_FIELDS)) {
        for (const value of values) await refusesBad(store, 'field', wrong({ [field]: value }));
      }
    },
    'refuses data that JSON could not give back': async ({ store }) => {
      for (const data of Object.values(BAD_DATA)) {
        await refusesBad(store, 'not-json', wrong({ data }));
        if (data === null) continue;
        const [event] = [sampleEvent(2)];
        await refusesBad(store, 'not-json', { event, metadata: data as never });
        await refusesBad(store, 'not-json', { event, beside: data as never });
      }
    },
    'takes a line of exactly 65,535 bytes and refuses one byte more': async ({ store }) => {
      await store.append(stream, [sampleItem(0)], -1);
      for (const [n, unit] of ['x', 'Ё', '😀', '\n', '\u2028'].entries()) {
        const tooLong = itemOfBytes(9, LINE_BYTES_MAX + 1, unit === '\n' ? 'x' : unit);
        await leavesNothing(store, 'line-too-long', () =>
          store.append(stream, [sampleItem(8), tooLong], n),
        );
        await store.append(
          stream,
          [itemOfBytes(n + 1, LINE_BYTES_MAX, unit === '\n' ? 'x' : unit)],
          n,
        );
      }
      const lengths = (await streamLines(store, stream))
        .slice(1)
        .map(({ line }) => utf8Bytes(line));
      same(lengths, Array(5).fill(LINE_BYTES_MAX), 'bytes of the lines that stand');
    },
    'refuses an append of over a mebibyte': async ({ store }) => {
      const fill = 'x'.repeat(60_000);
      const big = Array.from({ length: 18 }, (_, n) => sampleItem(n, { fill }));
      await leavesNothing(store, 'too-large', () => store.append(stream, big, -1));
      const besides = { ...sampleItem(0), metadata: { fill: 'x'.repeat(APPEND_BYTES_MAX) } };
      await leavesNothing(store, 'too-large', () =>
        store.append(stream, [sampleItem(1), besides], -1),
      );
      await store.append(stream, big.slice(0, 17), -1);
      same((await streamLines(store, stream)).length, 17, 'lines of an append just below it');
    },
    'refuses 4,097 events for their number, before it looks at their bytes': async ({ store }) => {
      // Lines as short as possible exceed a mebibyte long before 4,096 of them: only the reason
      // differs.
      const many = Array.from({ length: EVENTS_PER_APPEND_MAX + 1 }, (_, n) => sampleItem(n, {}));
      await leavesNothing(store, 'too-many-events', () => store.append(stream, many, -1));
      await leavesNothing(store, 'too-large', () => store.append(stream, many.slice(1), -1));
    },
    'can be used again after every refusal': async ({ store }) => {
      await refuses(() => store.append(stream, [], -1), 'invalid-append');
      await refuses(() => store.append('x', sampleItems(0, 1), -1), 'invalid-append');
      const { events } = await store.append(stream, sampleItems(0, 2), -1);
      same(
        events.map(({ revision }) => revision),
        [0, 1],
        'revisions of the next append',
      );
    },
  },
};
