import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { runActs } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  check,
  copy,
  fileItem,
  journalItem,
  nonDiscovery,
  presenceSchool,
  soughtSchool,
} from '../worlds/presence-school.ts';
import {
  approveBoth,
  destruction,
  file,
  journal,
  on,
  selection,
} from '../worlds/retention-school.ts';

/* RK 4 no. 3, 10: what is away is not destroyed; what was never found has its act instead. */

const seizure = {
  id: 's-1',
  number: '1-и',
  authority: 'СУ СК',
  takerPosition: 'следователь',
  paper: { kind: 'decision', number: '17', date: '2030-03-01' },
  items: [fileItem],
  signer: 'p-1',
  on: '2030-03-02',
};
const lost = {
  state: 'lost',
  circumstances: 'нет на полке',
  signer: 'p-7',
  on: '2031-02-01',
} as const;

type School = Awaited<ReturnType<typeof presenceSchool>>;

async function destroyed(school: School) {
  await approveBoth(school);
  await runActs(school.store);
  return school.retention.recordDestruction(destruction);
}

const listed = async ({ events }: School) =>
  (await events('act-d-1')).find(({ type }) => type === 'CarriersSelected');

describe('RK 4 no. 3: a carrier that is sought is not selected for destruction', () => {
  test('until it is found', async () => {
    const { presence, retention } = await soughtSchool();
    const refused = await retention.select(selection);
    expectRefused(refused, 'carrier-sought', 'personal-files', file, '2028-02-01');
    must(await presence.found({ ...fileItem, signer: 'p-7', on: '2028-03-01' }));
    must(await retention.select(selection));
  });

  test('or until the act of non-discovery, which the selection then names', async () => {
    const school = await soughtSchool();
    must(await school.presence.approveNonDiscovery(nonDiscovery));
    must(await school.retention.select(selection));
    expect(await listed(school)).toMatchObject({
      data: {
        items: [
          { ...journalItem, from: '2028-01-01' },
          {
            ...fileItem,
            from: '2030-01-01',
            gone: { kind: 'act', number: '3', date: '2028-06-01' },
          },
        ],
      },
    });
    must(await destroyed(school));
    // One was destroyed; of the other there was nothing to destroy.
    expect((await school.events('act-d-1')).at(-1)).toMatchObject({
      type: 'CarriersDestroyed',
      data: { destroyed: 1, gone: 1, notDone: 0 },
    });
    const corrected = { act: 'd-1', to: { as: 'destruction', number: '2-уд' } } as const;
    const entry = (await school.events('act-d-1')).at(-1)?.id ?? '';
    must(
      await school.retention.correctActEntry({
        ...corrected,
        entry,
        reason: 'описка',
        signer: 'p-1',
        office: 'head',
        on,
      }),
    );
    expect((await school.events('act-d-1')).at(-1)).toMatchObject({
      data: { number: '2-уд', destroyed: 1, gone: 1 },
    });
  });

  test('a list with such a paper has 55 carriers in an event, and leaves none out', async () => {
    const school = await soughtSchool();
    must(await school.presence.approveNonDiscovery(nonDiscovery));
    const others = Array.from({ length: 55 }, (_, n) => ({
      carrier: 'personal-files',
      record: `learner-x-${n}`,
      startedOn: '2026-11-20',
    }));
    must(await school.retention.select({ ...selection, items: [fileItem, ...others] }));
    const parts = (await school.events('act-d-1')).map(
      ({ data }) => data as { part: number; parts: number; items: readonly { record: string }[] },
    );
    expect(parts.map(({ part, parts: of, items }) => [part, of, items.length])).toEqual([
      [1, 2, 55],
      [2, 2, 1],
    ]);
    expect(parts[1]?.items[0]).toMatchObject({ record: 'learner-x-54' });
  });

  test('a restored copy is kept for the term of the original, then destroyed', async () => {
    const school = await soughtSchool();
    must(await school.presence.approveNonDiscovery(nonDiscovery));
    must(await school.presence.restoreCopy(copy));
    const early = { ...selection, on: '2029-12-31' };
    expectRefused(await school.retention.select(early), 'term-runs', file, '2030-01-01');
    must(await school.retention.select({ ...selection, commandId: step(31) }));
    const selected = await listed(school);
    expect(selected).toMatchObject({ data: { items: [{}, { ...fileItem, from: '2030-01-01' }] } });
    expect(selected).not.toHaveProperty('data.items.1.gone');
    must(await destroyed(school));
    expect((await school.events('act-d-1')).at(-1)).toMatchObject({ data: { destroyed: 2 } });
  });

  test('lost between selection and release: its release waits for the search', async () => {
    const school = await presenceSchool();
    must(await school.retention.select(selection));
    must(await school.presence.report({ ...lost, ...fileItem }));
    await approveBoth(school);
    await runActs(school.store);
    const notes = (await school.events('act-d-1')).filter(({ type }) => type === 'ActStepNotDone');
    expect(notes).toMatchObject([{ data: { refusal: { code: 'carrier-sought' } } }]);
  });
});

describe('RK 4 no. 3: what was released for destruction is no longer sought', () => {
  test('neither checked nor lost, also not by an entry that comes late', async () => {
    const school = await presenceSchool();
    must(await school.retention.select(selection));
    await approveBoth(school);
    await runActs(school.store);
    const after = await school.presence.report({ ...lost, ...journalItem });
    expectRefused(after, 'carrier-released', journal, 'd-1');
    const late = await school.presence.check(check);
    expectRefused(late, 'carrier-released', file, 'd-1');
    const items = [{ ...fileItem, found: 'present' }] as const;
    must(await school.presence.check({ ...check, items }));
  });

  test('an act of non-discovery is annulled after the release that rests on it', async () => {
    const school = await soughtSchool();
    const { eventId } = must(await school.presence.approveNonDiscovery(nonDiscovery));
    must(await school.retention.select(selection));
    must(await destroyed(school));
    expectRefused(await school.annul(eventId), 'entry-rested-on', eventId, 'd-1');
  });
});

describe('RK 4 no. 10: what an authority has is not destroyed', () => {
  test('under the hold of its seizure, nor while it is away without the hold', async () => {
    const { seizures, retention } = await presenceSchool();
    must(await seizures.seize(seizure));
    const held = await retention.select(selection);
    expectRefused(held, 'under-hold', file, 's-1-1', seizure.authority);
    must(await retention.lift({ hold: 's-1-1', signer: 'p-1', on: '2030-04-01' }));
    expectRefused(await retention.select(selection), 'carrier-seized', file, 's-1', '2030-03-02');
    const paper = { kind: 'letter', number: '90', date: '2030-11-30' };
    const end = { seizure: 's-1', outcome: 'destroyed', paper, signer: 'p-1' } as const;
    must(await seizures.end({ ...end, on: '2030-12-01' }));
    must(await retention.select(selection));
  });
});
