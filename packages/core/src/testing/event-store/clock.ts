import { same } from '../suite/expectation.ts';
import type { EventStoreConcern } from './bench.ts';
import { checkLog } from './chain.ts';
import { fieldsOf, logLines, sampleItem, sampleStream } from './sample.ts';

/** What the clock says at each append, and what must be recorded then. */
const TIMES = [
  ['2026-09-01T10:00:00.500Z', '2026-09-01T10:00:00.500Z'],
  ['2026-09-01T09:00:00.000Z', '2026-09-01T10:00:00.500Z'],
  ['2026-09-01T10:00:00.499Z', '2026-09-01T10:00:00.500Z'],
  ['2026-09-01T10:00:00.501Z', '2026-09-01T10:00:00.501Z'],
  ['1999-12-31T23:59:59.999Z', '2026-09-01T10:00:00.501Z'],
] as const;
const times = TIMES.map(([said]) => said);
const recorded = TIMES.map(([, kept]) => kept);

/** Times: `recordedAt` follows the clock, and never goes back with it. */
export const clock: EventStoreConcern = {
  name: 'clock',
  cases: {
    'never lets recordedAt follow a clock that goes back, in a stream': async ({ store, time }) => {
      for (const [n, instant] of times.entries()) {
        time.setClock(instant);
        await store.append(sampleStream('a'), [sampleItem(n)], n - 1);
      }
      const lines = await logLines(store);
      same(
        lines.map((one) => fieldsOf(one).recordedAt),
        recorded,
        'the recorded times',
      );
      checkLog(lines);
    },
    'never lets recordedAt follow a clock that goes back, in the log': async ({ store, time }) => {
      for (const [n, instant] of times.entries()) {
        time.setClock(instant);
        const answer = await store.append(sampleStream(n), [sampleItem(n)], -1);
        same(answer.events[0]?.recordedAt, recorded[n], `the answer to append ${n}`);
      }
      same(
        (await logLines(store)).map((one) => fieldsOf(one).recordedAt),
        recorded,
        'the recorded times',
      );
    },
    'remembers the newest time after reopening': async ({ store, time, reopen }) => {
      time.setClock('2026-09-01T10:00:00.500Z');
      await store.append(sampleStream('a'), [sampleItem(0)], -1);
      const again = await reopen();
      time.setClock('2026-09-01T09:00:00.000Z');
      const answer = await again.append(sampleStream('b'), [sampleItem(1)], -1);
      same(answer.events[0]?.recordedAt, '2026-09-01T10:00:00.500Z', 'the recorded time');
    },
    'takes a millisecond of a fraction down': async ({ store, time }) => {
      time.setClock('2026-09-01T10:00:00.500Z');
      time.advance(0.7);
      const answer = await store.append(sampleStream('a'), [sampleItem(0)], -1);
      same(answer.events[0]?.recordedAt, '2026-09-01T10:00:00.500Z', 'the recorded time');
    },
  },
};
