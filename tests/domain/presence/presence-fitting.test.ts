import { must } from '@letopis/core';
import { unfitRetentionEntries, retentionFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { runActs } from '../worlds/act-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  back,
  check,
  copy,
  fileItem,
  journalItem,
  nonDiscovery,
  presenceSchool,
  seizure,
  soughtSchool,
} from '../worlds/presence-school.ts';
import { approveBoth, file, journal, lists, selection } from '../worlds/retention-school.ts';

/*
 * RK 1.5, 1.8: entries about presence come in any order; one that comes late, or is annulled, must
 * leave no other without what it rests on.
 */

const both = [fileItem, journalItem];
const end = { ...back, paper: { ...back.paper, date: '2028-03-03' } } as const;
const lost = {
  state: 'lost',
  circumstances: 'нет на полке',
  signer: 'p-7',
  on: '2028-03-01',
} as const;
const damaged = { ...lost, state: 'damaged' } as const;
const found = { signer: 'p-7', on: '2028-03-01' };

/** A check that finds both carriers in place. */
const present = {
  ...check,
  items: both.map((item) => ({ ...item, found: 'present' }) as const),
  on: '2028-04-01',
};

/** A school whose act released both carriers for destruction. */
async function released() {
  const school = await presenceSchool();
  must(await school.retention.select(selection));
  await approveBoth(school);
  await runActs(school.store);
  return school;
}

describe('RK 1.5: an entry that comes late contradicts what came before it', () => {
  test('a seizure of one carrier: the later check that found it in place', async () => {
    const { presence, seizures } = await presenceSchool();
    const { eventId } = must(await presence.check(present));
    const late = await seizures.seize({ ...seizure, items: [journalItem] });
    expectRefused(late, 'entry-contradicted', '2028-03-02', 'PresenceChecked', eventId);
    must(await seizures.seize({ ...seizure, items: [journalItem], on: '2028-04-02' }));
  });

  test('a loss: the later check fits it, because a check may find what is sought', async () => {
    const { presence, standing } = await presenceSchool();
    must(await presence.check(present));
    must(await presence.report({ ...fileItem, ...lost }));
    expect(await standing()).toBe('in-place');
  });

  test('a damage or a loss: the later report of the same', async () => {
    const { presence } = await presenceSchool();
    const { eventId } = must(await presence.report({ ...fileItem, ...damaged, on: '2028-05-01' }));
    const twice = await presence.report({ ...fileItem, ...damaged });
    expectRefused(twice, 'entry-contradicted', '2028-03-01', 'CarrierReported', eventId);
    const sought = await presence.report({ ...fileItem, ...lost });
    expectRefused(sought, 'entry-contradicted', '2028-03-01', 'CarrierReported', eventId);
    must(await presence.report({ ...journalItem, ...damaged }));
  });

  test('a find of one carrier: the later act of non-discovery of both', async () => {
    const { presence } = await presenceSchool();
    const items = both.map((item) => ({ ...item, found: 'absent' }) as const);
    must(await presence.check({ ...check, items }));
    const { eventId } = must(await presence.approveNonDiscovery({ ...nonDiscovery, items: both }));
    const late = await presence.found({ ...journalItem, ...found });
    expectRefused(late, 'entry-contradicted', '2028-03-01', 'NonDiscoveryApproved', eventId);
  });

  test('a loss of one carrier: the later seizure of both', async () => {
    const { presence, seizures } = await presenceSchool();
    const { eventId } = must(await seizures.seize(seizure));
    const late = await presence.report({ ...journalItem, ...lost });
    expectRefused(late, 'entry-contradicted', '2028-03-01', 'CarriersSeized', eventId);
    must(await presence.report({ ...journalItem, ...damaged }));
  });

  test('an end of a seizure for one carrier: the later end for both', async () => {
    const { seizures } = await presenceSchool();
    must(await seizures.seize(seizure));
    const { eventId } = must(await seizures.end(end));
    const before = { ...end, items: [journalItem], on: '2028-11-01' };
    const late = await seizures.end(before);
    expectRefused(late, 'entry-contradicted', '2028-11-01', 'SeizureEnded', eventId);
  });

  test('what was not contradicted before stands beside what is entered on', async () => {
    const { session, presence, seizures, retention } = await soughtSchool();
    must(await presence.approveNonDiscovery(nonDiscovery));
    must(await presence.restoreCopy(copy));
    must(await presence.found({ ...fileItem, ...found, on: '2028-06-21' }));
    must(await presence.report({ ...fileItem, ...damaged, on: '2028-06-22' }));
    must(await seizures.seize({ ...seizure, on: '2028-07-01' }));
    must(await seizures.end(end));
    must(await retention.approvePermanentLists({ ...lists, signer: 'p-2' }));
    const { state } = await session.load(retentionFold, 'main');
    expect(state.entries.size).toBe(12);
    expect(unfitRetentionEntries(state)).toEqual([]);
  });
});

describe('RK 1.8: an entry is annulled after those that rest on it', () => {
  test('a loss after the find, an act of non-discovery after the restored copy', async () => {
    const { presence, annul, standing } = await presenceSchool();
    const { eventId: loss } = must(await presence.report({ ...journalItem, ...lost }));
    const { eventId: find } = must(
      await presence.found({ ...journalItem, ...found, on: '2028-03-05' }),
    );
    expectRefused(await annul(loss), 'entry-rested-on', loss, 'CarrierFound', find);
    must(await annul(find));
    must(await annul(loss));
    expect(await standing(journalItem)).toBe('in-place');
    must(await presence.check(check));
    const { eventId: act } = must(await presence.approveNonDiscovery(nonDiscovery));
    const { eventId: copied } = must(await presence.restoreCopy(copy));
    expectRefused(await annul(act), 'entry-rested-on', act, 'CopyRestored', copied);
    must(await annul(copied));
    must(await annul(act));
  });

  test('a report and what it is about: the record of its one carrier', async () => {
    const { presence, annul, last } = await presenceSchool();
    const { eventId } = must(await presence.report({ ...journalItem, ...lost }));
    must(await annul(eventId));
    expect(await last()).toMatchObject({
      type: 'RetentionEntryAnnulled',
      data: { entry: 'CarrierReported', corrects: eventId, records: [journal] },
    });
  });

  test('a release rests on no report of its carrier: this is annulled after it', async () => {
    const school = await presenceSchool();
    const { presence, retention, annul } = school;
    const { eventId } = must(await presence.report({ ...journalItem, ...damaged }));
    must(await retention.select(selection));
    await approveBoth(school);
    await runActs(school.store);
    must(await annul(eventId));
    expect(await school.standing(journalItem)).toBe('in-place');
  });
});

describe('RK 4 no. 3, 10: what was released is neither sought nor seized', () => {
  test('not taken by an authority, also where the seizure comes late', async () => {
    const { seizures } = await released();
    const late = await seizures.seize({ ...seizure, items: [fileItem] });
    expectRefused(late, 'carrier-released', 'personal-files', file, 'd-1');
    const after = await seizures.seize({ ...seizure, items: [journalItem], on: '2031-02-01' });
    expectRefused(after, 'carrier-released', 'lesson-journal', journal, 'd-1');
  });

  test('not listed as present from the day of its release on; before it, it was', async () => {
    const { presence } = await released();
    const { id: _id, ...rest } = present;
    const sameDay = await presence.check({ ...rest, on: selection.on });
    expectRefused(sameDay, 'carrier-released', 'personal-files', file, 'd-1');
    must(await presence.check({ ...rest, on: '2031-01-31' }));
  });
});
