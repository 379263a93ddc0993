import type { EventStore } from '@letopis/core';
import { letopis, must, START } from '@letopis/core';
import type { AppendItem } from '@letopis/core/kernel';
import { overlayStore } from '@letopis/ingest';
import { describe, expect, test } from 'vitest';
import {
  csv,
  enrollMapping,
  fixedStore,
  job,
  learnersMapping,
  logOf,
  marksMapping,
  openSchool,
  servicesOf,
  statuses,
} from './school.ts';

const files = [csv('id;name;day;mark\nl-1;А Б;05.10.2026;5\nl-2;В Г;05.10.2026;6\nИв;;;\n')];
const all = job(learnersMapping, enrollMapping, marksMapping);

describe('D22: a dry run decides everything and writes nothing', () => {
  test('it says what the run then says, later mappings resting on earlier ones', async () => {
    const school = await openSchool();
    const before = await logOf(school.store);
    const dry = must(await school.ingest.dryRun(all, files));
    expect(await logOf(school.store)).toEqual(before);
    const real = must(await school.ingest.run(all, files));
    expect([dry.dryRun, real.dryRun]).toEqual([true, false]);
    expect(statuses(dry)).toEqual(statuses(real));
    expect(statuses(dry)).toContain('2 accepted');
    expect(dry.totals).toEqual(real.totals);
    expect(dry.totals).toMatchObject({ accepted: 5, rejected: 1, invalid: 3 });
  });

  test('after a run it finds everything there', async () => {
    const school = await openSchool();
    must(await school.ingest.run(all, files));
    const dry = must(await school.ingest.dryRun(all, files));
    expect(dry.totals).toMatchObject({ accepted: 0, alreadyThere: 5 });
  });
});

const linesOf = async (
  store: EventStore,
  stream: string,
  options = {},
): Promise<readonly string[]> => {
  const found = [];
  for await (const page of store.readStream(stream, options)) found.push(...page);
  return found.map(({ line }) => line);
};

const numbers = (lines: readonly string[]): readonly number[] =>
  lines.map((line) => (JSON.parse(line) as { data: { n: number } }).data.n);

const item = (n: number): AppendItem =>
  ({
    event: {
      id: `00000000-0000-7000-8000-00000000000${n}`,
      type: 'Noted',
      schema: 1,
      occurredOn: '2026-10-05',
      actor: 'u-1',
      onBehalfOf: null,
      ground: null,
      commandId: `00000000-0000-7000-8000-00000000000${n}`,
      commandDigest: 'ab'.repeat(16),
      causationId: null,
      refs: {},
      data: { n },
      sealed: null,
    },
  }) as const;

describe('an overlay reads through and keeps what is appended to itself', () => {
  test('its lines follow those below, in every direction and page', async () => {
    const under = fixedStore();
    const stream = 'academy.note-1';
    await under.append(stream, [item(1), item(2)], -1);
    const over = overlayStore(under);
    const { events } = await over.append(stream, [item(3), item(4)], 1);
    expect(events.map(({ revision }) => revision)).toEqual([2, 3]);
    expect(await linesOf(under, stream)).toHaveLength(2);
    const read = async (options: object) => numbers(await linesOf(over, stream, options));
    for (const pageSize of [1, 3, 1000]) {
      expect(await read({ pageSize })).toEqual([1, 2, 3, 4]);
      expect(await read({ pageSize, from: 1 })).toEqual([2, 3, 4]);
      expect(await read({ pageSize, from: 3 })).toEqual([4]);
      expect(await read({ pageSize, direction: 'backward' })).toEqual([4, 3, 2, 1]);
      expect(await read({ pageSize, direction: 'backward', from: 2 })).toEqual([3, 2, 1]);
      expect(await read({ pageSize, direction: 'backward', from: 0 })).toEqual([1]);
    }
    const whole = [];
    for await (const { lines } of over.readAll(START)) whole.push(...lines.map((l) => l.line));
    expect(numbers(whole)).toEqual([1, 2, 3, 4]);
    expect((await over.head()) > (await under.head())).toBe(true);
  });

  test('the chain goes on, and a wrong revision is a conflict', async () => {
    const under = fixedStore();
    await under.append('academy.note-1', [item(1)], -1);
    const over = overlayStore(under);
    await over.append('academy.note-1', [item(2)], 0);
    const [first = '', second = ''] = await linesOf(over, 'academy.note-1');
    const { prev } = JSON.parse(second) as { prev: string };
    expect(prev).toBe(under.ports.hash(`\0${first}`, 'base64'));
    await expect(over.append('academy.note-1', [item(3)], 0)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('a stream that was appended to stands still at what the store below held then', async () => {
    const under = fixedStore();
    await under.append('academy.note-1', [item(1)], -1);
    const over = overlayStore(under);
    await over.append('academy.note-1', [item(2)], 0);
    await under.append('academy.note-1', [item(3)], 0);
    const lines = await linesOf(over, 'academy.note-1');
    expect(numbers(lines)).toEqual([1, 2]);
  });

  test('a whole school works on it, and closing it leaves the store below open', async () => {
    const under = fixedStore();
    await openSchool(under);
    const before = await logOf(under);
    const over = overlayStore(under);
    const school = letopis({ store: over, organisation: 'academy' }).as('u-17');
    must(await school.learners.register({ id: 'l-1' }));
    expect(await logOf(over)).toHaveLength(before.length + 1);
    expect(() => over.follow(START)).toThrow('follow');
    await expect(over.restore([])).rejects.toMatchObject({ code: 'misuse' });
    await expect(over.emptyBeside('academy.note-1', [])).rejects.toMatchObject({ code: 'misuse' });
    await over.close();
    expect(await logOf(under)).toEqual(before);
    must(await servicesOf(under).learners.register({ id: 'l-1' }));
  });
});
