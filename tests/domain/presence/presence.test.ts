import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
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
import { file, journal, paperOnly } from '../worlds/retention-school.ts';

/* R4 §6.6, RK 4 no. 3: what is absent is sought; it is found, or an act says that it is not. */

const strange = '01990000-0000-7000-8000-000000000001';
const found = { ...fileItem, signer: 'p-7', on: '2028-03-01' };
const lost = {
  ...journalItem,
  state: 'lost',
  circumstances: 'затопление кабинета',
  signer: 'p-7',
  on: '2028-02-10',
} as const;

describe('R4 §6.6: a check of presence', () => {
  test('says of each carrier what was found; an absent one is sought for the term', async () => {
    const { presence, last, course, mark } = await presenceSchool();
    must(await presence.check(check));
    expect(await last()).toMatchObject({
      type: 'PresenceChecked',
      occurredOn: '2028-02-01',
      refs: { file: ['l-1.1'], learner: ['l-1'], journal: ['m-1.safety.2026'] },
      data: { check: 'pc-1', number: '1-п', members: ['p-5'], part: 1, parts: 1 },
    });
    // 2028 is a leap year: 365 days from 1 February.
    expect(await course()).toMatchObject({ standing: 'sought', searchUntil: '2029-01-31' });
    expect((await mark())?.ru).toBe('разыскивается с 2028-02-01 по 2029-01-31');
    expect((await mark())?.en).toBe('sought since 2028-02-01 until 2029-01-31');
    expect(await course(journalItem)).toMatchObject({
      standing: 'in-place',
      checkedOn: '2028-02-01',
    });
    expect(await mark(journalItem)).toBeNull();
  });

  test('the term of a search is the regulation’s; without one, none is set', async () => {
    const preset = paperOnly();
    const rules = { ...preset.presence, searchDays: null };
    const school = await soughtSchool({ ...preset, presence: rules });
    expect(await school.course()).toMatchObject({ standing: 'sought', searchUntil: null });
    expect((await school.mark())?.ru).toBe('разыскивается с 2028-02-01');
  });

  test('a later check that finds it ends the search, another leaves its term', async () => {
    const { presence, course, standing } = await soughtSchool();
    must(await presence.check({ ...check, id: 'pc-2', on: '2028-05-01' }));
    expect(await course()).toMatchObject({ since: '2028-02-01', searchUntil: '2029-01-31' });
    const items = [{ ...fileItem, found: 'present' }] as const;
    must(await presence.check({ ...check, id: 'pc-3', items, on: '2028-06-01' }));
    expect(await standing()).toBe('in-place');
  });

  test('lists what exists, once, in carriers that hold such records', async () => {
    const { presence } = await presenceSchool();
    const of = (item: { carrier: string; record: string }) =>
      presence.check({ ...check, items: [{ ...item, found: 'present' }] });
    expectRefused(await of({ ...fileItem, carrier: 'album' }), 'carrier-unknown', 'album');
    expectRefused(await of({ ...fileItem, record: journal }), 'carrier-holds-other', journal);
    const none = { ...fileItem, record: 'file-l-7.1' };
    expectRefused(await of(none), 'record-unknown', 'file-l-7.1');
    const twice = { ...fileItem, found: 'present' } as const;
    const listed = await presence.check({ ...check, items: [twice, twice] });
    expectRefused(listed, 'carrier-listed-twice', 'personal-files', file);
  });

  test('is recorded once under its id, by persons named once, in an office', async () => {
    const { presence } = await soughtSchool();
    expectRefused(await presence.check(check), 'already-exists', 'pc-1');
    const again = { ...check, id: 'pc-2' };
    const twice = await presence.check({ ...again, members: ['p-7'] });
    expectRefused(twice, 'commission-few', 'p-7');
    expectRefused(await presence.check({ ...again, signer: 'p-9' }), 'not-appointed', 'p-9');
    const ghost = await presence.check({ ...again, members: ['p-5', 'ghost'] });
    expectRefused(ghost, 'not-appointed', 'ghost', '2028-02-01');
  });

  test('a long list is several parts of one append', async () => {
    const { presence, events, annul, standing } = await presenceSchool();
    const items = Array.from({ length: 45 }, (_, n) => {
      return { carrier: 'personal-files', record: `learner-x-${n}`, found: 'absent' } as const;
    });
    const { eventId } = must(await presence.check({ ...check, items }));
    const parts = (await events('retention-main')).slice(-2);
    expect(parts).toMatchObject([{ data: { part: 1, parts: 2 } }, { data: { part: 2, parts: 2 } }]);
    must(await annul(eventId));
    for (const one of [items[0], items[44]]) expect(await standing(one)).toBe('in-place');
  });
});

describe('RK 4 no. 3: a loss or a damage is reported without a check', () => {
  test('a lost carrier is sought, a damaged one is not', async () => {
    const { presence, course, mark } = await presenceSchool();
    must(await presence.report({ ...lost, state: 'damaged' }));
    expect((await mark(journalItem))?.ru).toBe('повреждено, с 2028-02-10');
    must(await presence.report({ ...lost, on: '2028-02-12' }));
    expect(await course(journalItem)).toMatchObject({
      standing: 'sought',
      since: '2028-02-12',
      searchUntil: '2029-02-11',
    });
  });

  test('once: what is sought, or damaged as said, has nothing to report', async () => {
    const { presence } = await soughtSchool();
    const again = await presence.report({ ...lost, ...fileItem });
    expectRefused(again, 'carrier-unfit', 'personal-files', file, '2028-02-10');
    must(await presence.report({ ...lost, state: 'damaged' }));
    const twice = await presence.report({ ...lost, state: 'damaged' });
    expectRefused(twice, 'carrier-unfit', journal);
  });
});

describe('RK 4 no. 3: a search ends', () => {
  test('by the find, with the state in which it was found', async () => {
    const { presence, standing } = await soughtSchool();
    must(await presence.found({ ...found, state: 'damaged', place: 'кабинет 12' }));
    expect(await standing()).toBe('damaged');
    expectRefused(await presence.found(found), 'carrier-unfit', file);
  });

  test('by an act of non-discovery, approved by the head, that inventories cite', async () => {
    const { presence, last, course, mark } = await soughtSchool();
    must(await presence.approveNonDiscovery(nonDiscovery));
    expect(await last()).toMatchObject({
      type: 'NonDiscoveryApproved',
      occurredOn: '2028-06-02',
      ground: { kind: 'act', number: '3', date: '2028-06-01' },
      data: {
        act: { number: '3', date: '2028-06-01' },
        done: nonDiscovery.done,
        members: nonDiscovery.members,
        copyDueOn: '2028-07-02',
        signer: { person: 'p-1', office: 'head' },
      },
    });
    expect(await course()).toMatchObject({ standing: 'not-discovered', copyDueOn: '2028-07-02' });
    expect((await mark())?.ru).toBe('не обнаружено, акт № 3 от 2028-06-01');
    expect((await mark())?.en).toBe('not discovered, act no. 3 of 2028-06-01');
  });

  test('which a commission draws up, in the time of the search, on what is sought', async () => {
    const { presence } = await soughtSchool();
    const act = presence.approveNonDiscovery;
    const few = await act({ ...nonDiscovery, members: ['p-5', 'p-7'] });
    expectRefused(few, 'commission-few', 'p-5', 'p-7', '3');
    const twice = await act({ ...nonDiscovery, members: ['p-5', 'p-7', 'p-2', 'p-2'] });
    expectRefused(twice, 'commission-few', '4');
    const other = await act({ ...nonDiscovery, items: [journalItem] });
    expectRefused(other, 'carrier-unfit', journal);
    const early = await act({ ...nonDiscovery, drawnUpOn: '2028-01-31' });
    expectRefused(early, 'act-out-of-order', '2028-01-31', '2028-02-01');
    const after = await act({ ...nonDiscovery, drawnUpOn: '2028-06-03' });
    expectRefused(after, 'act-out-of-order', '2028-06-02', '2028-06-03');
    expectRefused(await act({ ...nonDiscovery, signer: 'p-7' }), 'not-appointed', 'p-7');
  });

  test('whose members hold an office of any kind on the day on which it is drawn up', async () => {
    const { presence, officials, last } = await soughtSchool();
    const act = presence.approveNonDiscovery;
    const strangers = await act({ ...nonDiscovery, members: ['p-5', 'p-7', 'l-1'] });
    expectRefused(strangers, 'not-appointed', 'l-1', '2028-06-01');
    const scope = { groups: ['m-1'] };
    const from = '2028-06-01';
    must(await officials.appoint({ person: 'p-8', office: 'teacher', scope, from }));
    must(await officials.relieve({ person: 'p-8', office: 'teacher', on: '2028-06-02' }));
    const members = ['p-5', 'p-7', 'p-8'];
    const early = await act({ ...nonDiscovery, members, drawnUpOn: '2028-05-31' });
    expectRefused(early, 'not-appointed', 'p-8', '2028-05-31');
    const { drawnUpOn, ...approved } = nonDiscovery;
    expectRefused(await act({ ...approved, members }), 'not-appointed', 'p-8', approved.on);
    must(await act({ ...approved, drawnUpOn, members }));
    expect(await last()).toMatchObject({ data: { members } });
  });

  test('a copy is restored from the log, marked as such, and stands in its place', async () => {
    const { presence, course, mark, standing } = await soughtSchool();
    expectRefused(await presence.restoreCopy(copy), 'carrier-unfit', file, '2028-06-20');
    must(await presence.approveNonDiscovery(nonDiscovery));
    must(await presence.restoreCopy(copy));
    expect(await course()).toMatchObject({ standing: 'restored', copyDueOn: null });
    expect((await mark())?.ru).toBe(
      'восстановлено по журналу событий, 2028-06-20; подлинник утрачен, акт № 3 от 2028-06-01',
    );
    // The copy is what a check finds; the original may turn up still.
    const items = [{ ...fileItem, found: 'present' }] as const;
    must(await presence.check({ ...check, id: 'pc-2', items, on: '2028-09-01' }));
    expect(await standing()).toBe('restored');
    must(await presence.found({ ...found, on: '2028-10-01' }));
    expect(await course()).toMatchObject({ standing: 'in-place', copy: null, gone: null });
  });

  test('a copy is restored of a damaged carrier too, and a lost copy is sought anew', async () => {
    const { presence, mark, course } = await presenceSchool();
    must(await presence.report({ ...lost, ...fileItem, state: 'damaged' }));
    must(await presence.restoreCopy(copy));
    expect((await mark())?.en).toBe(
      'restored from журналу событий, 2028-06-20; the original is damaged',
    );
    must(await presence.report({ ...lost, ...fileItem, on: '2028-07-01' }));
    expect(await course()).toMatchObject({ standing: 'sought', since: '2028-07-01' });
  });
});

const isCopy =
  'восстановлено по журналу событий, 2028-06-20; подлинник утрачен, акт № 3 от 2028-06-01';

async function copied() {
  const school = await soughtSchool();
  must(await school.presence.approveNonDiscovery(nonDiscovery));
  must(await school.presence.restoreCopy(copy));
  return school;
}

describe('RK 4 no. 3: a copy in the place of a lost original stays a copy', () => {
  test('a copy that was sought and found is no original; that may turn up after it', async () => {
    const { presence, mark, standing } = await copied();
    must(await presence.report({ ...lost, ...fileItem, on: '2028-07-01' }));
    must(await presence.found({ ...found, on: '2028-07-05' }));
    expect((await mark())?.ru).toBe(isCopy);
    must(await presence.found({ ...found, on: '2028-07-06' }));
    expect(await standing()).toBe('in-place');
  });

  test('a copy that is damaged says so; mended, or made anew, it names the same act', async () => {
    const { presence, mark, standing } = await copied();
    must(await presence.report({ ...lost, ...fileItem, state: 'damaged', on: '2028-07-01' }));
    expect(await standing()).toBe('damaged');
    expect((await mark())?.ru).toBe(`${isCopy}; копия: повреждено, с 2028-07-01`);
    expect((await mark())?.en).toContain('; the copy is damaged, since 2028-07-01');
    const items = [{ ...fileItem, found: 'present' }] as const;
    must(await presence.check({ ...check, id: 'pc-2', items, on: '2028-07-10' }));
    expect((await mark())?.ru).toBe(isCopy);
    must(await presence.report({ ...lost, ...fileItem, state: 'damaged', on: '2028-08-01' }));
    must(await presence.restoreCopy({ ...copy, on: '2028-08-02' }));
    expect((await mark())?.ru).toBe(isCopy.replace('2028-06-20', '2028-08-02'));
  });

  test('a second act of non-discovery is of the copy; the next copy names the first', async () => {
    const { presence, mark } = await copied();
    must(await presence.report({ ...lost, ...fileItem, on: '2028-07-01' }));
    const second = { ...nonDiscovery, number: '4', drawnUpOn: '2028-08-01', on: '2028-08-01' };
    must(await presence.approveNonDiscovery(second));
    expect((await mark())?.ru).toBe('не обнаружено, акт № 4 от 2028-08-01');
    must(await presence.restoreCopy({ ...copy, on: '2028-08-20' }));
    expect((await mark())?.ru).toBe(isCopy.replace('2028-06-20', '2028-08-20'));
  });
});

describe('RK 1.5, 1.8: entries about presence come late and are put right', () => {
  test('a find that is entered late is judged on its day', async () => {
    const { presence, standing } = await soughtSchool();
    const early = await presence.found({ ...found, on: '2028-01-31' });
    expectRefused(early, 'carrier-unfit', '2028-01-31');
    must(await presence.approveNonDiscovery(nonDiscovery));
    const between = await presence.found(found);
    expectRefused(between, 'entry-contradicted', '2028-03-01', 'NonDiscoveryApproved');
    must(await presence.found({ ...found, on: '2028-06-03' }));
    expect(await standing()).toBe('in-place');
  });

  test('a check is annulled after the act that rests on it', async () => {
    const { presence, annul, standing, last } = await presenceSchool();
    const { eventId: checked } = must(await presence.check(check));
    const { eventId: act } = must(await presence.approveNonDiscovery(nonDiscovery));
    expectRefused(await annul(checked), 'entry-rested-on', checked, act);
    must(await annul(act));
    expect(await standing()).toBe('sought');
    must(await annul(checked));
    expect(await standing()).toBe('in-place');
    expect(await last()).toMatchObject({
      type: 'RetentionEntryAnnulled',
      occurredOn: '2028-02-01',
      data: { corrects: checked, entry: 'PresenceChecked', records: [file, journal] },
    });
    must(await presence.check(check));
    expectRefused(await annul(strange), 'entry-unknown', strange);
  });
});
