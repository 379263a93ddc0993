import { refuses, same } from '../suite/expectation.ts';
import type { EventStoreConcern } from './bench.ts';
import {
  logLines,
  sampleId,
  sampleItem,
  sampleItems,
  sampleStream,
  sealedItem,
  streamLines,
} from './sample.ts';

const stream = sampleStream('a');

/** Personal values and metadata: what lies beside the line, and how it is emptied. */
export const beside: EventStoreConcern = {
  name: 'what lies beside a line',
  cases: {
    'is emptied for good, with a mark, and the line stays': async ({ store }) => {
      await store.append(stream, [sealedItem(1), sealedItem(2), sampleItem(3)], -1);
      const before = await streamLines(store, stream);
      await store.emptyBeside(stream, [sampleId(1)]);
      const expected = before.map((one, n) => (n === 0 ? { ...one, beside: 'emptied' } : one));
      same(await streamLines(store, stream), expected, 'the stream');
      same(await logLines(store), expected, 'the log');
      same(
        await streamLines(store, stream, { direction: 'backward' }),
        expected.toReversed(),
        'backward',
      );
      for await (const page of store.follow('')) {
        same(page.lines, expected, 'what a follower sees');
        break;
      }
    },
    'keeps its metadata when it is emptied': async ({ store }) => {
      await store.append(stream, [{ ...sealedItem(1), metadata: { trace: 't' } }], -1);
      await store.emptyBeside(stream, [sampleId(1)]);
      same((await streamLines(store, stream))[0]?.metadata, { trace: 't' }, 'the metadata');
    },
    'may be emptied twice': async ({ store }) => {
      await store.append(stream, [sealedItem(1), sealedItem(2)], -1);
      await store.emptyBeside(stream, [sampleId(1)]);
      await store.emptyBeside(stream, [sampleId(1), sampleId(2)]);
      same(
        (await streamLines(store, stream)).map((one) => one.beside),
        ['emptied', 'emptied'],
        'both',
      );
    },
    'stays null where there never was anything': async ({ store }) => {
      await store.append(stream, [sampleItem(1), sealedItem(2)], -1);
      await store.emptyBeside(stream, [sampleId(1), sampleId(2)]);
      same(
        (await streamLines(store, stream)).map((one) => one.beside),
        [null, 'emptied'],
        'both',
      );
    },
    'refuses an event that the stream does not hold, and empties none': async ({ store }) => {
      await store.append(stream, [sealedItem(1)], -1);
      await store.append(sampleStream('b'), [sealedItem(5)], -1);
      const before = await logLines(store);
      await refuses(() => store.emptyBeside(stream, [sampleId(1), sampleId(9)]), 'misuse');
      await refuses(() => store.emptyBeside(stream, [sampleId(5)]), 'misuse');
      await refuses(() => store.emptyBeside(sampleStream('none'), [sampleId(1)]), 'misuse');
      same(await logLines(store), before, 'the log');
    },
    'stays emptied after a repetition of its append': async ({ store }) => {
      await store.append(stream, [sealedItem(1)], -1);
      await store.emptyBeside(stream, [sampleId(1)]);
      await store.append(stream, [sealedItem(1)], -1);
      same(
        (await streamLines(store, stream)).map((one) => one.beside),
        ['emptied'],
        'it',
      );
    },
    'stays emptied after reopening': async ({ store, reopen }) => {
      await store.append(stream, [sealedItem(1), sealedItem(2)], -1);
      await store.emptyBeside(stream, [sampleId(1)]);
      const lines = await streamLines(await reopen(), stream);
      same(
        lines.map((one) => one.beside),
        ['emptied', sealedItem(2).beside],
        'both',
      );
    },
    'leaves the chain as it was': async ({ store }) => {
      await store.append(stream, [sealedItem(1)], -1);
      await store.emptyBeside(stream, [sampleId(1)]);
      const { events } = await store.append(stream, sampleItems(2, 2), 0);
      same(
        events.map((one) => one.revision),
        [1, 2],
        'revisions after it',
      );
    },
  },
};
