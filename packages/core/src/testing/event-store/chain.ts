import type { StoredLine } from '../../kernel/event-store.ts';
import { LINE_VERSION } from '../../kernel/line.ts';
import { holds, same } from '../suite/expectation.ts';
import { sha256 } from '../suite/sha256.ts';
import type { EventStoreConcern } from './bench.ts';
import {
  fieldsOf,
  logLines,
  sampleItem,
  sampleItems,
  sampleStream,
  sealedItem,
  streamLines,
} from './sample.ts';

const FORM =
  'v,id,type,schema,stream,revision,prev,salt,occurredOn,recordedAt,actor,onBehalfOf,ground,' +
  'commandId,commandDigest,causationId,refs,data,sealed';

/**
 * Fails unless lines, in log order, are what a log may have: each in its canonical form, revisions
 * dense from 0, `prev` the hash of the line before in the stream, positions rising and times never
 * going back.
 *
 * @param timesRise `stream`: times go back in no stream; in the log several writers' times may.
 */
export function checkLog(lines: readonly StoredLine[], timesRise: 'log' | 'stream' = 'log'): void {
  const ends = new Map<string, { revision: number; hash: string; recordedAt: string }>();
  let position = '';
  let newest = '';
  for (const stored of lines) {
    const fields = fieldsOf(stored);
    const at = `${fields.stream}@${fields.revision}`;
    const end = ends.get(fields.stream) ?? { revision: -1, hash: null, recordedAt: '' };
    if (timesRise === 'stream') newest = end.recordedAt;
    same(Object.keys(fields).join(), FORM, `${at}: the fields`);
    same(fields.v, LINE_VERSION, `${at}: the version of the form`);
    same(fields.revision, end.revision + 1, `${at}: its revision`);
    same(fields.prev, end.hash, `${at}: its prev, the hash of the line before`);
    holds(/^[A-Za-z0-9+/]{22}==$/.test(fields.salt), `${at}: its salt is ${fields.salt}`);
    holds(stored.position > position, `${at}: ${stored.position} must come after ${position}`);
    holds(fields.recordedAt >= newest, `${at}: ${fields.recordedAt} is earlier than ${newest}`);
    ({ position } = stored);
    newest = fields.recordedAt;
    ends.set(fields.stream, {
      revision: fields.revision,
      hash: sha256(`\0${stored.line}`, 'base64'),
      recordedAt: fields.recordedAt,
    });
  }
}

/** The chain of hashes, the salts and the form of each line. */
export const chain: EventStoreConcern = {
  name: 'line and chain',
  cases: {
    'stores every line in its one form': async ({ store }) => {
      await store.append(
        sampleStream('a'),
        [sampleItem(1, { 'б"\\': '\u0001\u2028😀', z: 1, a: [1e21, 0.1] })],
        -1,
      );
      await store.append(sampleStream('a'), [sealedItem(2), sampleItem(3)], 0);
      for (const { line } of await logLines(store)) {
        same(JSON.stringify(JSON.parse(line)), line, 'the line, parsed and written again');
      }
      checkLog(await logLines(store));
    },
    'keeps personal values out of the line': async ({ store }) => {
      await store.append(sampleStream('a'), [sealedItem(2, 'Ильина')], -1);
      const [stored] = await logLines(store);
      holds(
        stored !== undefined && !stored.line.includes('Ильина'),
        'the value stands in the line',
      );
    },
    'chains each stream, within a batch and between batches': async ({ store, time }) => {
      const [a, b] = [sampleStream('a'), sampleStream('b')];
      await store.append(a, sampleItems(0, 3), -1);
      await store.append(b, sampleItems(10, 1), -1);
      time.advance(5);
      await store.append(a, sampleItems(3, 1), 2);
      await store.append(b, sampleItems(11, 4), 0);
      await store.append(a, sampleItems(4, 2), 3);
      const lines = await logLines(store);
      same(lines.length, 11, 'lines in the log');
      checkLog(lines);
      checkLog(await streamLines(store, a));
      checkLog(await streamLines(store, b));
    },
    'starts each stream with no prev': async ({ store }) => {
      await store.append(sampleStream('a'), sampleItems(0, 1), -1);
      await store.append(sampleStream('b'), sampleItems(1, 1), -1);
      same(
        (await logLines(store)).map((one) => fieldsOf(one).prev),
        [null, null],
        'the first links',
      );
    },
    'goes on with the chain after a conflict': async ({ store }) => {
      await store.append(sampleStream('a'), sampleItems(0, 2), -1);
      await store.append(sampleStream('a'), sampleItems(7, 2), 5).catch(() => null);
      await store.append(sampleStream('a'), sampleItems(2, 1), 1);
      const lines = await logLines(store);
      same(lines.length, 3, 'lines in the log');
      checkLog(lines);
    },
    'gives each line its own salt, from the port of chance': async ({ store }) => {
      await store.append(sampleStream('a'), sampleItems(0, 50), -1);
      const salts = new Set((await logLines(store)).map((one) => fieldsOf(one).salt));
      same(salts.size, 50, 'different salts among 50 lines');
    },
    'is unbroken after reopening': async ({ store, reopen }) => {
      await store.append(sampleStream('a'), sampleItems(0, 2), -1);
      const again = await reopen();
      await again.append(sampleStream('a'), sampleItems(2, 2), 1);
      const lines = await logLines(again);
      same(lines.length, 4, 'lines in the log');
      checkLog(lines);
    },
  },
};
