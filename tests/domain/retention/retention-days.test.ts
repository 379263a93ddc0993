import type { Refusal, Result } from '@letopis/core';
import { isRefusal, must } from '@letopis/core';
import type { CarrierTerm, Hold, RetentionState, StartRule } from '@letopis/core/facts';
import {
  anyRecordRefs,
  destructionDay,
  holdOn,
  longestKept,
  retentionFold,
  startOf,
  termOf,
} from '@letopis/core/facts';
import { protocol } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { runActs } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  approveBoth,
  destruction,
  file,
  journal,
  lists,
  oldSchool,
  on,
  paperOnly,
  planned,
  selection,
} from '../worlds/retention-school.ts';

const title = { ru: 'Закрытие', en: 'Closing' };
const start: StartRule = { id: 'closing', title, from: 'closing', counts: 'next-year' };
const term: CarrierTerm = {
  carrier: 'lesson-journal',
  index: null,
  term: 'exact',
  years: 1,
  start,
};
const asResult = <T>(value: T | Refusal): Result<T> =>
  isRefusal(value) ? { ok: false, refusal: value } : { ok: true, value };

const holding = (hold: Omit<Hold, 'authority'>): RetentionState => {
  const state = retentionFold.initial();
  state.holds.set('h-1', { authority: null, ...hold });
  return state;
};
const all = { kind: 'all' } as const;

describe('D19: days of a hold', () => {
  test.each([
    ['2031-01-31', null],
    ['2031-02-01', 'h-1'],
    ['2031-02-09', 'h-1'],
    ['2031-02-10', null],
  ])('placed on 1 February and lifted on the 10th: on %s it is %s', (day, held) => {
    const state = holding({ scope: all, placedOn: '2031-02-01', liftedOn: '2031-02-10' });
    expect(holdOn(state, file, null, day)).toBe(held);
  });

  test('without a day, any hold that nobody lifted counts', () => {
    const placedOn = '2031-02-01';
    expect(holdOn(holding({ scope: all, placedOn, liftedOn: null }), file)).toBe('h-1');
    expect(holdOn(holding({ scope: all, placedOn, liftedOn: placedOn }), file)).toBe(null);
    const lasting = holding({ scope: all, placedOn, liftedOn: null });
    expect(holdOn(lasting, file, null, '2031-02-20')).toBe('h-1');
  });

  test('of a carrier covers it alone, of a learner whatever has the learner in its name', () => {
    const placed = { placedOn: '2031-02-01', liftedOn: null };
    const carrier = holding({ ...placed, scope: { kind: 'carrier', carrier: 'grade-sheets' } });
    expect(holdOn(carrier, file, 'grade-sheets')).toBe('h-1');
    expect(holdOn(carrier, file, 'personal-files')).toBe(null);
    expect(holdOn(carrier, file)).toBe(null);
    const learner = holding({ ...placed, scope: { kind: 'learner', learner: 'l-1' } });
    expect(holdOn(learner, 'enrollment-l-1.mentor.1')).toBe('h-1');
    expect(holdOn(learner, 'file-l-2.1')).toBe(null);
    expect(holdOn(learner, 'register-diplomas.2027')).toBe(null);
  });

  test('it is lifted on the day it was placed, and names whom it is about', async () => {
    const { retention, events } = await oldSchool();
    const hold = { reason: 'проверка', signer: 'p-1', on } as const;
    must(await retention.hold({ ...hold, id: 'h-1', scope: { kind: 'learner', learner: 'l-1' } }));
    must(await retention.hold({ ...hold, id: 'h-2', scope: { kind: 'record', record: file } }));
    must(await retention.hold({ ...hold, id: 'h-3', scope: all }));
    for (const id of ['h-1', 'h-2', 'h-3']) {
      must(await retention.lift({ hold: id, signer: 'p-1', on }));
    }
    const refs = (await events('retention-main')).map((event) => event.refs);
    const official = ['p-1'];
    const ofFile = { file: ['l-1.1'], learner: ['l-1'], official };
    const told = [{ learner: ['l-1'], official }, ofFile, { official }];
    expect(refs).toEqual([...told, ...told]);
    const other = { signer: 'p-9', on };
    must(await retention.hold({ ...hold, id: 'h-4', scope: all }));
    expectRefused(await retention.lift({ ...other, hold: 'h-4' }), 'not-appointed', 'p-9');
    const odd = { ...hold, id: 'h-5', scope: { kind: 'carrier' as const, carrier: 'papyrus' } };
    expectRefused(await retention.hold(odd), 'carrier-unknown', 'papyrus', 'lesson-journal');
  });
});

describe('D19: the day that starts a term', () => {
  const asked = { record: journal, startedOn: null as string | null };
  const days = { closing: '2026-10-10' };

  test('is the one that the record shows; another one is refused', () => {
    expect(startOf(term, asked, days)).toBe('2026-10-10');
    expect(startOf(term, { ...asked, startedOn: '2026-10-10' }, days)).toBe('2026-10-10');
    const other = startOf(term, { ...asked, startedOn: '2026-10-11' }, days);
    expectRefused(asResult(other), 'start-differs', journal, '2026-10-11', '2026-10-10');
    expect(startOf({ ...term, start: null }, asked, days)).toBe(null);
  });

  test('is given only where the record cannot show it: an order’s, or another kind’s', () => {
    const given = { ...asked, startedOn: '2026-10-10' };
    for (const record of [journal, file, 'enrollment-l-1.mentor.1']) {
      const no = startOf(term, { ...given, record }, {});
      expectRefused(asResult(no), 'term-not-begun', 'lesson-journal', record, 'closing');
      const byOrder = { ...term, start: { ...start, from: 'order' as const } };
      expect(startOf(byOrder, { ...given, record }, {})).toBe('2026-10-10');
    }
    expect(startOf(term, { ...given, record: 'learner-l-1' }, {})).toBe('2026-10-10');
    const none = startOf(term, { record: 'learner-l-1', startedOn: null }, {});
    expectRefused(asResult(none), 'term-not-begun', 'learner-l-1', 'closing');
  });
});

describe('D19: the first day on which a carrier may be destroyed, at its edges', () => {
  const need = { ...term, term: 'until-no-longer-needed', years: null };

  test('R4 §6.4: the later of the term’s beginning and of the decision', () => {
    for (const [unneededOn, day] of [
      ['2026-12-31', '2027-01-01'],
      ['2027-01-01', '2027-01-01'],
      ['2027-01-02', '2027-01-02'],
    ] as const) {
      const allowed = destructionDay(need, { startedOn: '2026-11-20', unneededOn });
      expect(allowed).toEqual({ kind: 'from', day });
    }
  });

  test('a term without years, or without a start, has not begun', () => {
    const days = { startedOn: '2026-11-20', unneededOn: null };
    expect(destructionDay({ ...term, years: null }, days)).toEqual({ kind: 'not-begun' });
    expect(destructionDay({ ...term, start: null }, days)).toEqual({ kind: 'not-begun' });
    const permanent = { ...term, term: 'permanent' };
    expect(destructionDay(permanent, days)).toEqual({ kind: 'permanent' });
  });

  test('R2 §3.3 against §3.4: what has not begun is longer than a day, in either order', () => {
    const day = { kind: 'from', day: '2028-01-01' } as const;
    const waits = { kind: 'not-begun' } as const;
    expect(longestKept([day, waits])).toEqual(waits);
    expect(longestKept([waits, day])).toEqual(waits);
    expect(longestKept([{ kind: 'until-decided' }, waits])).toEqual({ kind: 'until-decided' });
    expect(longestKept([])).toEqual({ kind: 'from', day: '' });
  });

  test('a carrier whose start rule nobody wrote has none; unknown ones are refused', () => {
    const general = { ...planned().general, timeZone: 'Europe/Moscow' };
    const edition = { ...planned(), general, edition: 1, from: '2026-09-01' };
    const retention = { ...edition.retention, startRules: [] };
    const found = must(asResult(termOf({ ...edition, retention }, 'lesson-journal')));
    expect(found).toMatchObject({ carrier: 'lesson-journal', start: null });
    const no = termOf(edition, 'papyrus');
    expectRefused(asResult(no), 'carrier-unknown', 'papyrus', 'lesson-journal, ');
  });

  test.each([
    ['learner-l-1', { learner: ['l-1'] }],
    [
      'enrollment-l-1.mentor.1',
      { enrollment: ['l-1.mentor.1'], learner: ['l-1'], programme: ['mentor'] },
    ],
    [
      'journal-m-1.safety.2026',
      { journal: ['m-1.safety.2026'], group: ['m-1'], module: ['safety'] },
    ],
    ['file-l-1.1', { file: ['l-1.1'], learner: ['l-1'] }],
    ['register-diplomas.2027', {}],
  ])('a record’s name tells its ids: %s', (record, refs) => {
    expect(anyRecordRefs(record)).toEqual(refs);
  });
});

describe('D19: days of an act of destruction', () => {
  test('R2 §3.4: a file may be selected on the first day after its term', async () => {
    const { retention } = await oldSchool(paperOnly());
    const item = { ...selection, items: [{ carrier: 'personal-files', record: file }] };
    const last = await retention.select({ ...item, on: '2029-12-31' });
    expectRefused(last, 'term-runs', file, '2030-01-01', '2029-12-31');
    must(await retention.select({ ...item, on: '2030-01-01' }));
  });

  test('inventories of a year are approved on its last day, by who approves', async () => {
    const { retention, events } = await oldSchool();
    must(await retention.approvePermanentLists({ ...lists, on: '2026-12-31' }));
    const [told] = await events('retention-main');
    expect(told).toMatchObject({ refs: { official: ['p-2'] }, data: { year: '2026' } });
    const other = { ...lists, year: '2027', signer: 'p-9', commandId: step(50) };
    expectRefused(await retention.approvePermanentLists(other), 'not-appointed', 'p-9');
  });

  test('approvals, and the destruction, may be on the day of the step before them', async () => {
    const school = await oldSchool();
    const { retention, store, events } = school;
    must(await retention.approvePermanentLists(lists));
    must(await retention.select({ ...selection, on: '2031-01-30' }));
    const ground = protocol('4', '2031-01-29');
    const commission = { act: 'd-1', approval: 'expert-commission', signer: 'p-2', ground };
    const early = await retention.approve({ ...commission, on: '2031-01-29' });
    expectRefused(early, 'act-out-of-order', '2031-01-29', '2031-01-30');
    must(await retention.approve({ ...commission, on: '2031-01-30', commandId: step(51) }));
    const head = { act: 'd-1', approval: 'head', signer: 'p-1' };
    must(await retention.approve({ ...head, on: '2031-01-30', commandId: step(52) }));
    await runActs(store);
    const before = { ...destruction, on: '2031-01-29' };
    expectRefused(await retention.recordDestruction(before), 'act-out-of-order', '2031-01-30');
    must(await retention.recordDestruction({ ...destruction, on: '2031-01-30' }));
    const story = await events('act-d-1');
    expect(story[0]?.refs).toMatchObject({ act: ['d-1'], official: ['p-7'], learner: ['l-1'] });
    expect(story[1]).toMatchObject({
      refs: { act: ['d-1'], official: ['p-2'] },
      data: { approval: 'expert-commission', last: false },
    });
    expect(story[2]?.data).toMatchObject({ approval: 'head', last: true });
    expect(story.at(-1)?.refs).toEqual({ act: ['d-1'], official: ['p-5', 'p-7'] });
  });

  test('a hold placed on the day of destruction stops it, one lifted then does not', async () => {
    const school = await oldSchool();
    const { retention, store } = school;
    must(await retention.approvePermanentLists(lists));
    must(await retention.select({ ...selection, on: '2031-01-20' }));
    await approveBoth(school);
    await runActs(store);
    const hold = { id: 'h-1', scope: all, reason: 'проверка', signer: 'p-1', on } as const;
    must(await retention.hold(hold));
    const held = await retention.recordDestruction(destruction);
    expectRefused(held, 'under-hold', journal, 'h-1');
    must(await retention.lift({ hold: 'h-1', signer: 'p-1', on }));
    must(await retention.recordDestruction({ ...destruction, commandId: step(53) }));
  });
});
