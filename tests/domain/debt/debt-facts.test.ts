import * as events from '@letopis/core/events';
import type { DebtTerm, YearDecision } from '@letopis/core/facts';
import {
  debtFacts,
  debtRules,
  lastRetakeDay,
  pausesOf,
  programmeFold,
  regulationFold,
  termsOf,
} from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import {
  annulment,
  back,
  enrolled,
  happened,
  ids,
  left,
  onLeave,
  recorded,
  stateOf,
  stepAnnulled,
} from '../worlds/enrollment-facts.ts';

/* The facts that debts rest on, and what puts one of them right. D9, RK 1.2, RK 1.6. */

const about = { ...ids, module: 'safety', kind: 'interim', edition: 1 };
const failed = recorded('failed', '2026-10-05', '2');
const pause = (id: string, debt = 'failed') =>
  happened(events.debtTermPaused, id, '2026-10-10', {
    ...about,
    debt,
    until: '2026-10-20',
    reason: 'illness',
  });
const granted = happened(events.retakeGranted, 'granted', '2026-10-06', {
  ...about,
  group: 'm-1',
  of: 'failed',
  attempt: 1,
  plannedOn: '2026-10-20',
  commission: null,
});
const movedTo = (plannedOn: string) =>
  happened(events.retakeMoved, 'moved', '2026-10-08', {
    ...about,
    retake: 'granted',
    from: '2026-10-20',
    plannedOn,
  });
const undone = (corrects: string, entry: string, id = `undone-${corrects}`) =>
  happened(events.debtEntryAnnulled, id, '2026-10-10', {
    ...ids,
    module: 'safety',
    ...annulment(corrects, entry, '2026-10-11'),
  });
const start = [enrolled('2026-09-01'), failed];

describe('what the debts of an enrollment rest on', () => {
  test('how study ended is said by the last step, whatever came before', () => {
    const steps = [enrolled('2026-09-01'), onLeave('2026-10-01'), back('2026-10-10')];
    expect(debtFacts(stateOf(steps)).left).toBeNull();
    const { left: last } = debtFacts(stateOf([...steps, left('2026-11-01', 'death')]));
    expect(last).toEqual({ on: '2026-11-01', reason: 'death' });
  });

  test('RK 1.8: of an enrollment that was annulled it says nothing', () => {
    const annulled = stepAnnulled('enrolled', 'Enrolled', '2026-09-10');
    expect(debtFacts(stateOf([enrolled('2026-09-01'), annulled])).left).toBeNull();
  });

  test('a result that is not there is of no subject', () => {
    const { subjectOf } = debtFacts(stateOf(start));
    expect(subjectOf('failed')).toBe('safety|interim|2026||');
    expect(subjectOf('unknown')).toBeNull();
  });

  test('the edition of a day is looked up once', () => {
    const regulation = regulationFold.initial();
    const rules = debtRules({ regulation, programme: programmeFold.initial() });
    expect(rules.editionOn('2026-09-01')).toBeNull();
    regulation.editions.push({
      edition: 1,
      from: '2026-09-01',
      annulled: false,
      repealedFrom: null,
      title: { ru: 'Правила', en: 'Rules' },
      rules: {},
    });
    const fresh = debtRules({ regulation, programme: programmeFold.initial() });
    expect(fresh.editionOn('2026-09-01')).not.toBeNull();
    expect(fresh.editionOn('2026-09-01')).toBe(fresh.editionOn('2026-09-01'));
  });
});

describe('D9, RK 1.8: an entry about debts is put right once', () => {
  test('of two pauses the one that is named goes', () => {
    const both = [...start, pause('one'), pause('two')];
    const first = stateOf([...both, undone('one', 'DebtTermPaused')]);
    expect(first.pauses.map(({ event }) => event)).toEqual(['two']);
    const second = stateOf([...both, undone('two', 'DebtTermPaused')]);
    expect(second.pauses.map(({ event }) => event)).toEqual(['one']);
  });

  test('a second annulment of it takes nothing else away', () => {
    const twice = [undone('one', 'DebtTermPaused'), undone('one', 'DebtTermPaused', 'again')];
    const { pauses, debtEntries } = stateOf([...start, pause('one'), pause('two'), ...twice]);
    expect(pauses.map(({ event }) => event)).toEqual(['two']);
    expect(debtEntries.get('one')?.annulled?.event).toBe('undone-one');
  });

  test('a granted retake waits, until it is annulled', () => {
    expect(stateOf([...start, granted]).retakes.get('granted')).toEqual({
      event: 'granted',
      on: '2026-10-06',
      of: 'failed',
      attempt: 1,
      module: 'safety',
      kind: 'interim',
      plannedOn: '2026-10-20',
      commission: null,
      withdrawn: false,
      takenBy: null,
    });
    const gone = stateOf([...start, granted, undone('granted', 'RetakeGranted')]);
    expect([...gone.retakes]).toEqual([]);
  });

  test('a moved retake stands on its new day, and on its old one without the move', () => {
    const steps = [...start, granted, movedTo('2026-10-27')];
    expect(stateOf(steps).retakes.get('granted')?.plannedOn).toBe('2026-10-27');
    const undo = undone('moved', 'RetakeMoved');
    expect(stateOf([...steps, undo]).retakes.get('granted')?.plannedOn).toBe('2026-10-20');
  });

  test('a move, or its annulment, without the grant changes nothing', () => {
    expect([...stateOf([...start, movedTo('2026-10-27')]).retakes]).toEqual([]);
    const late = [undone('granted', 'RetakeGranted'), undone('moved', 'RetakeMoved')];
    expect([...stateOf([...start, granted, movedTo('2026-10-27'), ...late]).retakes]).toEqual([]);
  });
});

type Term = Pick<YearDecision, 'studyYear' | 'on' | 'outcome' | 'debts' | 'debtsUntil'>;
const named = (result: string) => ({ result, module: 'safety', kind: 'interim' });
const decided = (studyYear: string, on: string, more: Partial<Term> = {}): Term => ({
  studyYear,
  on,
  outcome: 'advances',
  debts: [named('failed')],
  debtsUntil: '2027-10-01',
  ...more,
});

describe('RK 1.6: the terms that decisions on study years set', () => {
  test('come in the order of the decisions, each with what it names', () => {
    const second = decided('2027', '2028-05-25', { outcome: 'repeats', debtsUntil: '2028-10-01' });
    const first = decided('2026', '2027-05-25', { debts: [named('failed'), named('other')] });
    const until = '2027-10-01';
    expect(termsOf([second, first])).toEqual([
      { debt: 'failed', on: '2027-05-25', until, promotes: true },
      { debt: 'other', on: '2027-05-25', until, promotes: true },
      { debt: 'failed', on: '2028-05-25', until: '2028-10-01', promotes: false },
    ]);
  });

  test('a decision that names no term sets none', () => {
    expect(termsOf([decided('2026', '2027-05-25', { debtsUntil: null })])).toEqual([]);
  });

  test('273-FZ art. 58 part 9: the second decision on a year takes the place of the first', () => {
    const again = decided('2026', '2027-10-02', { outcome: 'repeats', debtsUntil: null });
    expect(termsOf([decided('2026', '2027-05-25'), again])).toEqual([]);
    const other = { ...again, debtsUntil: '2027-12-01' };
    expect(termsOf([other, decided('2026', '2027-05-25')])).toMatchObject([
      { on: '2027-10-02', until: '2027-12-01' },
    ]);
  });
});

const setTo = (until: string, more: Partial<DebtTerm> = {}): DebtTerm => ({
  debt: 'failed',
  on: '2026-12-01',
  until,
  promotes: true,
  ...more,
});

const subjectOf = (debt: string) => ({ failed: 'this', other: 'that' })[debt] ?? null;

const lastDay = (terms: readonly DebtTerm[], termMonths: number | null = 12) =>
  lastRetakeDay(
    { pauses: [], subjectOf, suspensions: [], terms },
    {
      subject: 'this',
      on: '2026-10-05',
      limit: { termMonths },
      excludedReasons: [],
      asOf: '2026-12-20',
    },
  );

describe('273-FZ art. 58 parts 5, 9: the last day of a retake', () => {
  test('is that of the law, or the earlier one that a decision sets', () => {
    expect(lastDay([])).toBe('2027-10-05');
    expect(lastDay([setTo('2027-06-01')])).toBe('2027-06-01');
    expect(lastDay([setTo('2027-12-01')])).toBe('2027-10-05');
  });

  test('is that of the decision where the law sets none', () => {
    expect(lastDay([], null)).toBeNull();
    expect(lastDay([setTo('2028-12-01')], null)).toBe('2028-12-01');
  });

  test('is not moved by a decision about another subject', () => {
    expect(lastDay([setTo('2027-06-01', { debt: 'other' })])).toBe('2027-10-05');
  });

  test('is set anew by a promotion on the last day, and not after it', () => {
    const first = setTo('2027-06-01');
    expect(lastDay([first, setTo('2027-07-01', { on: '2027-06-01' })])).toBe('2027-07-01');
    expect(lastDay([first, setTo('2027-07-01', { on: '2027-06-02' })])).toBe('2027-06-01');
    const repeats = setTo('2027-07-01', { on: '2027-06-02', promotes: false });
    expect(lastDay([first, repeats])).toBe('2027-07-01');
  });

  test('is moved by the pauses of its own subject only', () => {
    const days = { from: '2026-10-10', until: '2026-10-20' };
    const pauses = [
      { debt: 'failed', ...days },
      { debt: 'other', from: '2026-11-01', until: '2026-11-02' },
      { debt: 'unknown', from: '2026-12-01', until: '2026-12-02' },
    ];
    expect(pausesOf({ pauses, subjectOf }, 'this')).toEqual([days]);
  });
});
