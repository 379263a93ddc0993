import * as events from '@letopis/core/events';
import type { EnrollmentEvent } from '@letopis/core/facts';
import { groupOfYear, isAnnulled, misfitsIn, openTogether } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import {
  back,
  completed,
  enrolled,
  happened,
  ids,
  left,
  moved,
  onLeave,
  stateOf,
  stepAnnulled,
} from '../worlds/enrollment-facts.ts';

/* What follows from the steps of a life alone: which do not fit, who is where. D4, RK 1.5, 1.8. */

/** A step of an enrollment's life. */
type LifeEvent = Parameters<typeof misfitsIn>[0][number];

const started = (on: string, group = 'm-1') =>
  happened(events.studyStarted, `started-${on}`, on, { ...ids, edition: 1 }, { group: [group] });
const away = (on: string, more: Parameters<typeof onLeave>[1] = 'illness') => ({
  ...onLeave(on, more),
  refs: { group: ['m-1'] },
});

/** The steps that do not fit where they stand, each with the group that it does not name. */
const misfits = (...steps: readonly LifeEvent[]) =>
  misfitsIn(steps).map(({ step, group }) => [step.id, group]);

describe('D4: a step needs the status that the steps before it made', () => {
  const first = enrolled('2026-09-01');
  const unbegun = enrolled('2026-09-01', 'm-1', null);

  test.each<[string, readonly LifeEvent[], LifeEvent]>([
    ['a second enrolling', [first], { ...enrolled('2026-10-01'), id: 'again' }],
    ['a start of study that had begun', [first], started('2026-10-01')],
    ['a start of study after a discharge', [unbegun, left('2026-10-01')], started('2026-10-02')],
    [
      'a leave before study begins',
      [enrolled('2026-09-01', 'm-1', '2026-09-10')],
      away('2026-09-09'),
    ],
    ['a leave where study never began', [unbegun], away('2026-09-09')],
    ['a leave after a discharge', [first, left('2026-10-01')], away('2026-10-02')],
    ['a completion before study begins', [unbegun], completed('2026-10-01')],
    [
      'a transfer after completion',
      [first, completed('2026-10-01')],
      moved('2026-10-02', 'm-1', 'm-2'),
    ],
    ['a discharge after completion', [first, completed('2026-10-01')], left('2026-10-02')],
    ['a return after completion', [first, completed('2026-10-01')], back('2026-10-02')],
    ['a return of who did not go', [first], back('2026-10-02')],
  ])('%s does not fit', (_name, before, step) => {
    expect(misfits(...before)).toEqual([]);
    expect(misfits(...before, step)).toEqual([[step.id, null]]);
  });

  test.each<[string, readonly LifeEvent[]]>([
    [
      'a leave on the first day of study',
      [enrolled('2026-08-25', 'm-1', '2026-09-01'), away('2026-09-01')],
    ],
    [
      'a start of study that had not begun',
      [unbegun, started('2026-09-05'), completed('2026-10-01')],
    ],
    ['a return after a discharge', [first, left('2026-10-01'), back('2026-10-02')]],
    ['a discharge during a leave', [first, away('2026-10-01'), left('2026-10-02')]],
    ['another leave after a leave', [first, away('2026-10-01'), away('2026-10-02', 'family')]],
  ])('%s fits', (_name, steps) => {
    expect(misfits(...steps)).toEqual([]);
  });
});

describe('D4: a step names the group in which the learner is', () => {
  const first = enrolled('2026-09-01');

  test.each<[string, LifeEvent]>([
    ['a transfer into the same group', moved('2026-10-01', 'm-1', 'm-1')],
    ['a transfer out of another', moved('2026-10-01', 'm-2', 'm-3')],
    ['a leave that names none', { ...away('2026-10-01'), refs: {} }],
    ['a leave from another', { ...away('2026-10-01'), refs: { group: ['m-2'] } }],
    ['a completion in another', { ...completed('2026-10-01', 'm-2'), refs: { group: ['m-1'] } }],
    [
      'a discharge from another',
      { ...left('2026-10-01', 'own-wish', 'm-2'), refs: { group: ['m-1'] } },
    ],
  ])('%s does not', (_name, step) => {
    expect(misfits(first, step)).toEqual([[step.id, 'm-1']]);
  });

  test('a completion or discharge names it in its data', () => {
    expect(misfits(first, { ...completed('2026-10-01'), refs: {} })).toEqual([]);
    expect(misfits(first, { ...left('2026-10-01'), refs: {} })).toEqual([]);
  });

  test('a return leads into the group that it names beside the one that was left', () => {
    const gone = [first, left('2026-10-01')];
    const both = { group: ['m-1', 'm-2'] };
    expect(
      misfits(...gone, back('2026-10-02', 'm-2', both), moved('2026-11-01', 'm-2', 'm-3')),
    ).toEqual([]);
    const unnamed = back('2026-10-02', 'm-2', {});
    expect(misfits(...gone, unnamed, moved('2026-11-01', 'm-2', 'm-3'))).toEqual([
      [unnamed.id, 'm-1'],
    ]);
  });
});

const life = (...steps: readonly EnrollmentEvent[]) => stateOf(steps);

describe('RK 1.8: an enrollment of which no step counts is annulled', () => {
  test('one that nobody began is not', () => {
    expect(isAnnulled(life())).toBe(false);
    expect(isAnnulled(life(enrolled('2026-09-01')))).toBe(false);
    const undone = stepAnnulled('enrolled', 'Enrolled', '2026-09-02');
    expect(isAnnulled(life(enrolled('2026-09-01'), undone))).toBe(true);
  });
});

const silent = () => null;

describe('RK 1.6: the group of a study year', () => {
  const state = life(
    enrolled('2026-09-01', 'a'),
    moved('2027-02-01', 'a', 'b'),
    moved('2027-09-01', 'b', 'c'),
  );
  const years: Readonly<Record<string, string>> = { a: '2026', b: '2026', c: '2027' };
  const of = (studyYear: string, until: string, yearOf = (group: string) => years[group] ?? null) =>
    groupOfYear(state, { studyYear, until }, yearOf);

  test('is the last that began by the day, that day included', () => {
    expect(of('2026', '2026-08-31')).toBeNull();
    expect(of('2026', '2026-09-01')).toBe('a');
    expect(of('2026', '2027-01-31')).toBe('a');
    expect(of('2026', '2027-02-01')).toBe('b');
    expect(of('2026', '2027-09-01')).toBe('b');
    expect(of('2027', '2027-09-01')).toBe('c');
    expect(of('2025', '2027-09-01')).toBeNull();
  });

  test('where groups do not say their year, one left on its first day is none of it', () => {
    expect(of('2026', '2027-10-01', silent)).toBe('b');
    expect(of('2027', '2027-10-01', silent)).toBe('c');
    const ended = life(enrolled('2026-09-01', 'a'), left('2027-09-01', 'own-wish', 'a'));
    const year = { studyYear: '2027', until: '2027-10-01' };
    expect(groupOfYear(ended, year, silent)).toBeNull();
    const later = life(enrolled('2026-09-01', 'a'), left('2027-09-02', 'own-wish', 'a'));
    expect(groupOfYear(later, year, silent)).toBe('a');
    const whole = life(enrolled('2026-09-01', 'a'));
    expect(groupOfYear(whole, { studyYear: '2028', until: '2029-01-01' }, silent)).toBe('a');
  });
});

describe('D4: two enrollments are open together', () => {
  const in1 = life(enrolled('2026-09-01'), left('2026-10-01'));

  test('on a day that both have, not where one begins as the other ends', () => {
    const after = life(enrolled('2026-10-01'));
    expect(openTogether(in1, after, false)).toBeNull();
    expect(openTogether(after, in1, false)).toBeNull();
    const meeting = life(enrolled('2026-09-30'));
    expect(openTogether(in1, meeting, false)).toBe('m-1');
    expect(openTogether(meeting, in1, false)).toBe('m-1');
    const within = life(enrolled('2026-09-10'), left('2026-09-20'));
    expect(openTogether(in1, within, false)).toBe('m-1');
    expect(openTogether(within, in1, false)).toBe('m-1');
  });

  test('in one group, or in any where a programme has one enrollment', () => {
    const other = life(enrolled('2026-09-10', 'm-2'));
    expect(openTogether(in1, other, false)).toBeNull();
    expect(openTogether(in1, other, true)).toBe('m-1');
    const comes = life(enrolled('2026-08-01', 'm-2'), moved('2026-09-20', 'm-2', 'm-1'));
    expect(openTogether(in1, comes, false)).toBe('m-1');
  });
});
