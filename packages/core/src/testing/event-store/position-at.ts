import { START } from '../../kernel/event-store.ts';
import { same } from '../suite/expectation.ts';
import type { EventStoreConcern } from './bench.ts';
import { logLines, sampleItem, sampleItems, sampleStream } from './sample.ts';

const at = (time: string): string => `2026-09-01T${time}Z`;

/** `positionAt`: the end of the part of the log that was recorded up to an instant. */
export const positionAt: EventStoreConcern = {
  name: 'position at an instant',
  cases: {
    'is the start in an empty log': async ({ store }) => {
      same(await store.positionAt(at('08:00:00.000')), START, 'the position');
    },
    'is the end of the longest prefix that is not later': async ({ store, time }) => {
      const times = [
        '10:00:00.000',
        '10:00:00.001',
        '10:00:05.000',
        '10:00:05.000',
        '11:00:00.000',
      ];
      for (const [n, one] of times.entries()) {
        time.setClock(at(one));
        await store.append(sampleStream(n), [sampleItem(n)], -1);
      }
      const positions = (await logLines(store)).map((one) => one.position);
      const expected: readonly (readonly [string, number])[] = [
        ['09:59:59.999', -1],
        ['10:00:00.000', 0],
        ['10:00:00.001', 1],
        ['10:00:00.002', 1],
        ['10:00:04.999', 1],
        ['10:00:05.000', 3],
        ['10:00:05.001', 3],
        ['10:59:59.999', 3],
        ['11:00:00.000', 4],
        ['23:00:00.000', 4],
      ];
      for (const [instant, index] of expected) {
        const position = index < 0 ? START : positions[index];
        same(await store.positionAt(at(instant)), position, `at ${instant}`);
      }
    },
    'takes a whole batch of one time': async ({ store }) => {
      const { events } = await store.append(sampleStream('a'), sampleItems(0, 7), -1);
      const [first] = events;
      const instant = first?.recordedAt ?? '';
      same(await store.positionAt(instant), events.at(-1)?.position, 'at its time');
      const before = new Date(Date.parse(instant) - 1).toISOString();
      same(await store.positionAt(before), START, 'a millisecond before');
    },
    'rests on recorded times, also where the clock went back': async ({ store, time }) => {
      time.setClock(at('10:00:00.000'));
      await store.append(sampleStream('a'), [sampleItem(0)], -1);
      time.setClock(at('09:00:00.000'));
      await store.append(sampleStream('a'), [sampleItem(1)], 0);
      same(await store.positionAt(at('09:30:00.000')), START, 'between the clock’s two times');
      same(await store.positionAt(at('10:00:00.000')), await store.head(), 'at the recorded time');
    },
    'reads an instant in any of its spellings': async ({ store, time }) => {
      time.setClock(at('10:00:00.000'));
      const { events } = await store.append(sampleStream('a'), [sampleItem(0)], -1);
      for (const instant of [
        '2026-09-01T10:00:00Z',
        '2026-09-01T13:00:00+03:00',
        at('10:00:00.000'),
      ]) {
        same(await store.positionAt(instant), events[0]?.position, instant);
      }
      same(
        await store.positionAt('2026-09-01T12:59:59+03:00'),
        START,
        'a second before, in Moscow',
      );
    },
    'reads the log up to there as it was then': async ({ store, time }) => {
      await store.append(sampleStream('a'), sampleItems(0, 3), -1);
      const known = new Date(time.clock()).toISOString();
      const then = await logLines(store);
      time.advance(1);
      await store.append(sampleStream('a'), sampleItems(3, 3), 2);
      const position = await store.positionAt(known);
      const upTo = (await logLines(store)).filter((one) => one.position <= position);
      same(upTo, then, 'the prefix');
    },
  },
};
