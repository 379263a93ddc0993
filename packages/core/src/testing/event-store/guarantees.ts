import { refuses, same } from '../suite/expectation.ts';
import { fixedPorts } from '../suite/fixed-ports.ts';
import type { EventStoreConcern } from './bench.ts';
import { clockAndChance } from './bench.ts';
import { checkLog } from './chain.ts';
import { logLines, sampleId, sampleItem, sampleItems, sampleStream, sealedItem } from './sample.ts';

const stream = sampleStream('a');

/** What a store states in its `guarantees`: each statement is tested. */
export const guarantees: EventStoreConcern = {
  name: 'the store’s own word',
  cases: {
    'on erasure: it empties in place, or refuses and changes nothing': async ({ store }) => {
      await store.append(stream, [sealedItem(1), sampleItem(2)], -1);
      const before = await logLines(store);
      if (store.guarantees.erasure === 'by-key') {
        await refuses(() => store.emptyBeside(stream, [sampleId(1)]), 'misuse', {
          reason: 'erasure-by-key',
        });
        same(await logLines(store), before, 'the log');
        return;
      }
      same(store.guarantees.erasure, 'in-place', 'the word');
      await store.emptyBeside(stream, [sampleId(1)]);
      const emptied = before.map((one, n) => (n === 0 ? { ...one, beside: 'emptied' } : one));
      same(await logLines(store), emptied, 'the log');
    },
    'on times, with one writer: they never go back in the log': async ({ store, time }) => {
      for (const [n, ms] of [0, 5000, -9000, 1, -1].entries()) {
        time.advance(ms);
        await store.append(sampleStream(n % 2), [sampleItem(n)], Math.floor(n / 2) - 1);
      }
      checkLog(await logLines(store), 'log');
    },
    'on times, with a second writer whose clock is behind': async (bench) => {
      const { store } = bench;
      const time = fixedPorts({ at: '2026-09-01T07:00:00.000Z', seed: 4243 });
      const other = await bench.second(clockAndChance(time));
      for (let n = 0; n < 6; n += 1) {
        bench.time.advance(1000);
        const writer = n % 2 === 0 ? store : other;
        await writer.append(sampleStream(n % 3), sampleItems(n * 10, 2), n < 3 ? -1 : 1);
      }
      checkLog(await logLines(store), store.guarantees.timesRise);
    },
  },
};
