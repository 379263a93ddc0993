import {
  backupMade,
  entriesChecked,
  integrityChecked,
  studyPeriodClosed,
  studyPeriodDefined,
} from '@letopis/core/events';
import type { PreservationHistory } from '@letopis/core/facts';
import {
  backupDueOn,
  preservationDueOf,
  preservationHistoryOf,
  wholeMedia,
} from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { backupRules, medium, r4, sha } from '../worlds/preservation-school.ts';

/* What is due for a study year on a day, from what was done: boundaries of days. */

const { custody } = r4();
const whole = { sha256: sha('a'), since: '2027-06-15', damagedOn: null, replacedBy: null };

type Media = Record<string, Partial<Omit<typeof whole, 'damagedOn'>> & { damagedOn?: string }>;

/** A history with one backup of these media, made on 15 June 2027. */
const backedUp = (
  media: Media = { 'm-1': {}, 'm-2': {} },
  checkedOn: string[] = [],
  madeOn = '2027-06-15',
): PreservationHistory => {
  const all = Object.entries(media).map(([id, one]) => [id, { ...whole, ...one }] as const);
  const backup = { madeOn, media: new Map(all), checkedOn, restoredOn: null };
  return { periods: new Map(), backups: new Map([['b-1', backup]]) };
};

const due = (history: PreservationHistory, on: string, rules = custody) =>
  preservationDueOf(rules, history, '2026', on);

/** What of one kind is due on each of these days: its last day, and its standing. */
const dueOn = (
  what: ReturnType<typeof due>[number]['what'],
  history: PreservationHistory,
  days: readonly string[],
  rules = custody,
) =>
  days.map((day) => {
    const one = due(history, day, rules).find((found) => found.what === what);
    return one === undefined ? null : `${one.dueOn} ${one.standing}`;
  });

/** A history with one period of September and October, and what was done of it. */
const period = (changes: object) => {
  const done = { closedOn: null, exportedOn: null, checkedOn: null };
  const one = { from: '2026-09-01', until: '2026-10-31', ...done, ...changes };
  return { periods: new Map([['q1', one]]), backups: new Map() };
};

const signer = { person: 'p-1', office: 'head', position: null };
const at = (occurredOn: string) => ({ refs: {}, occurredOn });

describe('D20 R4 §6.2, §5.6: what is due of a study period', () => {
  test('R4 §6.2: its export in ten days, R4 §5.6: its check in five; each done or late', () => {
    const days = ['2026-11-05', '2026-11-06', '2026-11-10', '2026-11-11'];
    expect(dueOn('export', period({}), days)).toEqual([
      '2026-11-10 waiting',
      '2026-11-10 waiting',
      '2026-11-10 waiting',
      '2026-11-10 overdue',
    ]);
    expect(dueOn('entries-check', period({}), days.slice(0, 2))).toEqual([
      '2026-11-05 waiting',
      '2026-11-05 overdue',
    ]);
    const inTime = period({ exportedOn: '2026-11-10', checkedOn: '2026-11-05' });
    const late = period({ exportedOn: '2026-11-11', checkedOn: '2026-11-06' });
    const on = ['2026-11-11'];
    expect(dueOn('export', inTime, on)).toEqual(['2026-11-10 done']);
    expect(dueOn('entries-check', inTime, on)).toEqual(['2026-11-05 done']);
    expect(dueOn('export', late, on)).toEqual(['2026-11-10 done-late']);
    expect(dueOn('entries-check', late, on)).toEqual(['2026-11-05 done-late']);
  });

  test('it is done from its own day on, and names that day', () => {
    const exported = period({ exportedOn: '2026-11-09' });
    const told = ['2026-11-08', '2026-11-09'].map((day) => due(exported, day)[0]);
    const one = { what: 'export', of: 'q1', dueOn: '2026-11-10' };
    expect(told).toEqual([
      { ...one, doneOn: null, standing: 'waiting' },
      { ...one, doneOn: '2026-11-09', standing: 'done' },
    ]);
  });

  test('the history of a year is what its facts say', () => {
    const about = { studyYear: '2026', signer, edition: 1, period: 'q1' };
    const on = { refs: {}, occurredOn: '2026-11-02' };
    const days = { from: '2026-09-01', until: '2026-10-31' };
    const facts = [
      studyPeriodDefined.draft({ ...on, data: { ...about, ...days } }),
      studyPeriodClosed.draft({ ...on, data: about }),
    ];
    const told = { ...days, closedOn: '2026-11-02', exportedOn: null, checkedOn: null };
    expect([...preservationHistoryOf(facts).periods]).toEqual([['q1', told]]);
  });

  test('of what was done twice the earliest day counts, in whatever order it is told', () => {
    const said = { studyYear: '2026', signer, edition: 1 };
    const about = { ...said, period: 'q1' };
    const days = { from: '2026-09-01', until: '2026-10-31' };
    const checked = (check: string, on: string) =>
      entriesChecked.draft({ ...at(on), data: { ...about, check, findings: [] } });
    const media = [{ medium: 'm-1', sha256: null, outcome: 'damaged' as const }];
    const damage = (check: string, on: string) =>
      integrityChecked.draft({ ...at(on), data: { ...said, backup: 'b-1', check, media } });
    const made = { ...said, backup: 'b-1', contents: 'выгрузки', media: [medium('m-1')] };
    const { periods, backups, early } = preservationHistoryOf([
      studyPeriodDefined.draft({ ...at('2026-09-01'), data: { ...about, ...days } }),
      checked('c-1', '2026-11-05'),
      checked('c-2', '2026-11-03'),
      checked('c-3', '2026-11-04'),
      backupMade.draft({ ...at('2027-06-15'), data: made }),
      damage('i-1', '2028-01-12'),
      damage('i-2', '2028-01-10'),
      damage('i-3', '2028-01-11'),
    ]);
    expect(periods.get('q1')).toMatchObject({ checkedOn: '2026-11-03' });
    expect(backups.get('b-1')?.media.get('m-1')).toMatchObject({ damagedOn: '2028-01-10' });
    // Nothing waits for a period that is known.
    expect([...early]).toEqual([]);
  });

  test('nothing of it is due where the regulation asks for nothing', () => {
    const none = { ...custody, periodExport: null, entriesCheck: null, backup: null };
    expect(due(period({}), '2026-12-01', none)).toEqual([]);
  });
});

/** A history with a backup of each day. */
const made = (...days: string[]): PreservationHistory => {
  const all = days.map((madeOn, n) => {
    const [backup] = backedUp({ 'm-1': {}, 'm-2': {} }, [], madeOn).backups.values();
    return [`b-${n}`, backup!] as const;
  });
  return { periods: new Map(), backups: new Map(all) };
};

describe('D20 R4 §6.3: the backup of the year', () => {
  test('its day comes after the end of the study year: the same day a year later', () => {
    const onTheEnd = { ...custody, backup: { ...backupRules, dueMonth: 5, dueDay: 31 } };
    expect(backupDueOn(onTheEnd, '2026')).toBe('2028-05-31');
    const dayAfter = { ...custody, backup: { ...backupRules, dueMonth: 6, dueDay: 1 } };
    expect(backupDueOn(dayAfter, '2026')).toBe('2027-06-01');
    const autumn = { ...custody, backup: { ...backupRules, dueMonth: 11, dueDay: 9 } };
    expect(backupDueOn(autumn, '2026')).toBe('2027-11-09');
  });

  test('the first that was made by the day counts, made on the last day in time', () => {
    const day = '2028-02-01';
    const told = (history: PreservationHistory, on = day) =>
      due(history, on).find(({ what }) => what === 'backup');
    expect(told(made('2028-01-25'))).toMatchObject({ doneOn: '2028-01-25', standing: 'done' });
    expect(told(made('2028-01-26'))).toMatchObject({ standing: 'done-late' });
    expect(told(made('2027-09-01', '2027-06-15'))).toMatchObject({ doneOn: '2027-06-15' });
    expect(told(made('2027-05-30'))).toMatchObject({ doneOn: null, standing: 'overdue' });
    expect(told(made('2028-01-20'), '2028-01-19')).toMatchObject({ doneOn: null });
    expect(told(made('2028-01-20'), '2028-01-20')).toMatchObject({ doneOn: '2028-01-20' });
  });
});

/** A history with one backup whose media were found damaged, each on a day. */
const damaged = (...damagedOn: string[]) =>
  backedUp(Object.fromEntries(damagedOn.map((day, n) => [`m-${n}`, { damagedOn: day }])));

describe('D20 R4 §6.1: media that are damaged, and checks of integrity', () => {
  test('a medium is whole from its first day until the day it was found damaged', () => {
    const [backup] = backedUp({ 'm-1': { damagedOn: '2027-12-01' } }).backups.values();
    const days = ['2027-06-14', '2027-06-15', '2027-11-30', '2027-12-01'];
    expect(days.map((day) => wholeMedia(backup!, day))).toEqual([[], ['m-1'], ['m-1'], []]);
  });

  test('found damaged before the day of the backup it is due by then, later at once', () => {
    const on = ['2029-01-31'];
    expect(dueOn('medium', damaged('2028-01-24'), on)).toEqual(['2028-01-25 overdue']);
    expect(dueOn('medium', damaged('2028-01-25'), on)).toEqual(['2028-01-25 overdue']);
    expect(dueOn('medium', damaged('2028-01-26'), on)).toEqual(['2028-01-26 overdue']);
    // The first damage counts, in whatever order they stand.
    const two = damaged('2028-06-01', '2028-03-01');
    expect(dueOn('medium', two, on)).toEqual(['2028-03-01 overdue']);
    const oneYet = ['2028-04-01', '2028-03-01', '2028-02-29'];
    expect(dueOn('medium', damaged('2028-06-01', '2028-03-01'), oneYet)).toEqual([
      '2028-03-01 overdue',
      '2028-03-01 waiting',
      null,
    ]);
  });

  test('enough whole media owe none; too few from the first day are due from it', () => {
    const on = ['2027-06-14', '2027-06-15', '2028-01-26'];
    expect(dueOn('medium', backedUp(), on)).toEqual([null, null, null]);
    const three = { ...custody, backup: { ...backupRules, mediaMin: 3 } };
    expect(dueOn('medium', backedUp(), on, three)).toEqual([
      null,
      '2028-01-25 waiting',
      '2028-01-25 overdue',
    ]);
    // What is found damaged later makes nothing due before.
    const lone = backedUp({ 'm-1': { damagedOn: '2028-03-01' } });
    expect(dueOn('medium', lone, ['2028-02-01'])).toEqual(['2028-01-25 overdue']);
    const late = backedUp({ 'm-1': { since: '2028-02-01' } }, [], '2028-02-01');
    expect(dueOn('medium', late, ['2028-02-01'])).toEqual(['2028-02-01 waiting']);
  });

  test('where no backup is asked for, one that was made keeps one whole medium', () => {
    const none = { ...custody, backup: null };
    const lost = backedUp({ 'm-1': { damagedOn: '2027-12-01' } });
    expect(dueOn('medium', backedUp({ 'm-1': {} }), ['2027-12-01'], none)).toEqual([null]);
    expect(dueOn('medium', lost, ['2027-12-02'], none)).toEqual(['2027-12-01 overdue']);
  });

  test('the next check is a year after the last one by the day, or after the backup', () => {
    const days = ['2027-06-14', '2027-06-15', '2028-06-15', '2028-06-16'];
    expect(dueOn('integrity-check', backedUp(), days)).toEqual([
      null,
      '2028-06-15 waiting',
      '2028-06-15 waiting',
      '2028-06-15 overdue',
    ]);
    const checked = backedUp(undefined, ['2028-03-01', '2027-12-01']);
    const around = ['2027-11-30', '2027-12-01', '2028-02-29', '2028-03-01'];
    expect(dueOn('integrity-check', checked, around)).toEqual([
      '2028-06-15 waiting',
      '2028-12-01 waiting',
      '2028-12-01 waiting',
      '2029-03-01 waiting',
    ]);
    const unasked = { ...custody, integrityCheck: null };
    expect(dueOn('integrity-check', checked, ['2030-01-01'], unasked)).toEqual([null]);
  });
});
