import { must } from '@letopis/core';
import {
  entriesInForce,
  isPresenceEntry,
  presenceCourseOf,
  retentionFold,
} from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import {
  back,
  check,
  copy,
  fileItem,
  journalItem,
  nonDiscovery,
  presenceSchool,
  seizure as seizedInMarch,
  soughtSchool,
} from '../worlds/presence-school.ts';

/* RK 4 no. 3, 10: how a carrier stands by its entries, since when, and by which paper. */

const act = { kind: 'act', number: '3', date: '2028-06-01' };
const damaged = {
  ...fileItem,
  state: 'damaged',
  circumstances: 'затопление',
  signer: 'p-7',
  on: '2028-07-01',
} as const;
const seizure = { ...seizedInMarch, on: '2028-08-01' };

/** A school where the file was not discovered, and its copy restored. */
async function copiedSchool() {
  const school = await soughtSchool();
  must(await school.presence.approveNonDiscovery(nonDiscovery));
  must(await school.presence.restoreCopy(copy));
  return school;
}

describe('RK 4 no. 3: what is absent still is so since the first day and by the same paper', () => {
  test('a check after the act of non-discovery begins no new search', async () => {
    const { presence, course } = await soughtSchool();
    must(await presence.approveNonDiscovery(nonDiscovery));
    const before = structuredClone(await course());
    expect(before).toMatchObject({ standing: 'not-discovered', since: '2028-06-02', gone: act });
    const items = [{ ...fileItem, found: 'absent' }] as const;
    must(await presence.check({ ...check, id: 'pc-2', items, on: '2028-09-01' }));
    expect(await course()).toEqual({ ...before, checkedOn: '2028-09-01' });
  });

  test('a damage that a later check finds again is as old as it was', async () => {
    const { presence, course } = await presenceSchool();
    must(await presence.report(damaged));
    const items = [{ ...fileItem, found: 'damaged' }] as const;
    must(await presence.check({ ...check, items, on: '2028-09-01' }));
    expect(await course()).toMatchObject({
      standing: 'damaged',
      since: '2028-07-01',
      checkedOn: '2028-09-01',
    });
  });
});

describe('RK 4 no. 3: a restored copy counts by the paper of its original', () => {
  test('while it stands in its place; a damaged or sought copy is not gone by it', async () => {
    const { presence, course } = await copiedSchool();
    expect(await course()).toMatchObject({ standing: 'restored', gone: act });
    must(await presence.report(damaged));
    expect(await course()).toMatchObject({ standing: 'damaged', gone: null });
    must(await presence.report({ ...damaged, state: 'lost', on: '2028-07-02' }));
    expect(await course()).toMatchObject({ standing: 'sought', gone: null });
    must(await presence.found({ ...fileItem, signer: 'p-7', on: '2028-07-03' }));
    expect(await course()).toMatchObject({ standing: 'restored', gone: act });
  });

  test('also after an authority had the copy', async () => {
    const { seizures, course } = await copiedSchool();
    must(await seizures.seize(seizure));
    expect(await course()).toMatchObject({ standing: 'seized', gone: null });
    must(await seizures.end(back));
    expect(await course()).toMatchObject({ standing: 'restored', since: '2028-06-20', gone: act });
  });
});

describe('RK 4 no. 10: what came back', () => {
  test('is in place since its return; what was damaged is so since its damage', async () => {
    const { presence, seizures, course } = await presenceSchool();
    must(await presence.report(damaged));
    must(await seizures.seize(seizure));
    must(await seizures.end(back));
    expect(await course()).toMatchObject({ standing: 'damaged', since: '2028-07-01' });
    expect(await course(journalItem)).toMatchObject({ standing: 'in-place', since: '2028-12-01' });
  });
});

test('the course of carriers is that of the entries that count, in the order of days', async () => {
  const { presence, seizures, session } = await copiedSchool();
  must(await presence.report({ ...damaged, ...journalItem, on: '2028-02-15' }));
  must(await seizures.seize(seizure));
  must(await seizures.end({ ...back, items: [journalItem] }));
  const { state } = await session.load(retentionFold, 'main');
  const { carriers, seizures: taken, checks } = state;
  expect(carriers.size).toBe(2);
  const course = presenceCourseOf(entriesInForce(state).filter(isPresenceEntry));
  expect(course).toEqual({ carriers, seizures: taken, checks });
});
