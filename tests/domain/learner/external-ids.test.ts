import { must } from '@letopis/core';
import type { RecordedEvent } from '@letopis/core';
import { readExternalIdHolders } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../worlds/academy.ts';
import { academyUnderR2 } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* SEC 7: the ids of other systems lie beside the line, and are found wherever an id is taken in. */

const from = '2026-09-01';
const mail = { system: 'lms', value: 'ivanov@mail.ru' };

async function withTwo(): Promise<Academy> {
  const academy = await academyUnderR2();
  await appoint(academy);
  for (const id of ['l-1', 'l-2']) must(await academy.learners.register({ id, on: from }));
  return academy;
}

const appoint = async ({ officials }: Academy) =>
  must(await officials.appoint({ person: 'p-1', office: 'head', from }));

const found = async ({ learners }: Academy, value = mail.value, on?: string) =>
  must(await learners.find({ system: 'lms', value, on }));

describe('an id in another system', () => {
  test.each(['ivanov@mail.ru', '2023/045', 'Иванов Иван', '112-233-445 95'])(
    '«%s» lies beside the line and finds its learner',
    async (value) => {
      const academy = await withTwo();
      must(await academy.learners.giveExternalId({ learner: 'l-1', system: 'lms', value }));
      expect(await found(academy, value)).toBe('l-1');
      expect(await found(academy, `${value}0`)).toBeNull();
      expect(must(await academy.learners.find({ system: 'books', value }))).toBeNull();
      for await (const page of academy.store.readStream('academy.learner-l-1')) {
        for (const { line } of page) expect(line).not.toContain(value);
      }
    },
  );

  test('is one a system at a time: a later one takes its place from its day', async () => {
    const academy = await withTwo();
    const { learners } = academy;
    must(await learners.giveExternalId({ learner: 'l-1', ...mail, on: '2026-09-02' }));
    const later = { learner: 'l-1', system: 'lms', value: 'i2@mail.ru', on: '2026-10-01' };
    must(await learners.giveExternalId(later));
    must(await learners.giveExternalId({ learner: 'l-1', system: 'books', value: '2023/045' }));
    expect(await found(academy, mail.value, '2026-09-01')).toBeNull();
    expect(await found(academy, mail.value, '2026-09-30')).toBe('l-1');
    expect(await found(academy)).toBeNull();
    expect(await found(academy, 'i2@mail.ru')).toBe('l-1');
    expect(must(await learners.find({ system: 'books', value: '2023/045' }))).toBe('l-1');
  });

  test('that another learner has is refused, and the refusal names the learner only', async () => {
    const academy = await withTwo();
    const { learners } = academy;
    must(await learners.giveExternalId({ learner: 'l-1', ...mail, on: '2026-09-10' }));
    const second = { learner: 'l-2', ...mail };
    for (const on of ['2026-09-10', '2026-11-01', '2026-09-02']) {
      const no = expectRefused(
        await learners.giveExternalId({ ...second, on }),
        'external-id-taken',
        'l-1',
        'lms',
      );
      expect(JSON.stringify(no)).not.toContain('ivanov');
    }
    // Given up by the first, it is free from that day on.
    const other = { learner: 'l-1', system: 'lms', value: 'new@mail.ru', on: '2026-10-01' };
    must(await learners.giveExternalId(other));
    const early = await learners.giveExternalId({ ...second, on: '2026-09-30' });
    expectRefused(early, 'external-id-taken', 'l-1');
    must(await learners.giveExternalId({ ...second, on: '2026-10-01' }));
    expect(await found(academy)).toBe('l-2');
    expect(await found(academy, mail.value, '2026-09-30')).toBe('l-1');
  });

  test('is refused for a stranger, before the registration, and a second time', async () => {
    const { learners } = await withTwo();
    const given = { learner: 'l-1', ...mail };
    expectRefused(
      await learners.giveExternalId({ ...given, learner: 'x' }),
      'learner-unknown',
      'x',
    );
    const early = await learners.giveExternalId({ ...given, on: '2026-08-31' });
    expectRefused(early, 'change-before-registration', '2026-08-31');
    must(await learners.giveExternalId({ ...given, on: '2026-09-02' }));
    const again = await learners.giveExternalId({ ...given, on: '2026-09-03' });
    expectRefused(again, 'external-id-standing', 'l-1', 'lms');
    expectRefused(await learners.find({ system: 'л', value: 'x' }), 'invalid-input', 'system');
  });

  test('RK 1.8: is corrected and annulled, and then found by what is true', async () => {
    const academy = await withTwo();
    const { learners } = academy;
    const { eventId } = must(await learners.giveExternalId({ learner: 'l-1', ...mail, on: from }));
    const by = { learner: 'l-1', reason: 'описка', signer: 'p-1', ground: null };
    must(await learners.giveExternalId({ learner: 'l-2', system: 'lms', value: 'x', on: from }));
    const taken = await learners.correct({ ...by, entry: eventId, to: { value: 'x' } });
    expectRefused(taken, 'external-id-taken', 'l-2');
    const { replacedBy } = must(
      await learners.correct({ ...by, entry: eventId, to: { value: 'petrov@mail.ru' } }),
    );
    expect(await found(academy)).toBeNull();
    expect(await found(academy, 'petrov@mail.ru')).toBe('l-1');
    must(await learners.annul({ ...by, entry: replacedBy }));
    expect(await found(academy, 'petrov@mail.ru')).toBeNull();
  });

  test('that is erased is found no more, though the index has met it', async () => {
    const academy = await withTwo();
    const { eventId } = must(await academy.learners.giveExternalId({ learner: 'l-1', ...mail }));
    expect(await found(academy)).toBe('l-1');
    await academy.store.emptyBeside('academy.learner-l-1', [eventId]);
    expect(await found(academy)).toBeNull();
    must(await academy.learners.giveExternalId({ learner: 'l-2', ...mail }));
    expect(await found(academy)).toBe('l-2');
  });

  test('that two writers gave at one moment means neither, and both are named', async () => {
    const academy = await withTwo();
    const given = await Promise.all(
      ['l-1', 'l-2'].map((learner) => academy.learners.giveExternalId({ learner, ...mail })),
    );
    expect(given.map(({ ok }) => ok)).toEqual([true, true]);
    const no = await academy.learners.find(mail);
    expectRefused(no, 'external-id-ambiguous', 'l-1, l-2', 'lms');
  });
});

const looking = (learners: readonly string[], events: readonly RecordedEvent[]) => {
  const digests = { digestOf: () => 'd', learners: new Map([['d', new Set(learners)]]) };
  return { index: async <State>() => digests as State, events: async () => events };
};

describe('the lookup', () => {
  test('confirms what the index says in the learner’s own stream', async () => {
    const academy = await withTwo();
    must(await academy.learners.giveExternalId({ learner: 'l-1', ...mail }));
    const events = await academy.events('academy.learner-l-1');
    const holders = await readExternalIdHolders(looking(['l-1'], events), mail);
    expect(holders.map(({ learner }) => learner)).toEqual(['l-1']);
    expect(await readExternalIdHolders(looking(['l-1'], []), mail)).toEqual([]);
    expect(await readExternalIdHolders(looking([], events), mail)).toEqual([]);
  });

  test('reads on from where it ended: what it costs is what has changed', async () => {
    const academy = await withTwo();
    const asked: string[] = [];
    const readAll = academy.store.readAll.bind(academy.store);
    academy.store.readAll = (after, options) => {
      asked.push(after);
      return readAll(after, options);
    };
    await found(academy);
    const { position } = must(await academy.learners.giveExternalId({ learner: 'l-1', ...mail }));
    expect(await found(academy)).toBe('l-1');
    expect(await found(academy)).toBe('l-1');
    expect(asked[0]).toBe('');
    expect(asked.slice(1).every((after) => after > '')).toBe(true);
    expect(asked.at(-1)).toBe(position);
  });
});
