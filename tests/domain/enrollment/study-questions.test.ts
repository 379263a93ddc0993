import type { Edition, EnrollmentEvent, FormHeld } from '@letopis/core/facts';
import {
  formHeldWithin,
  formsHeldOn,
  isApart,
  limitsInGroup,
  pauseInGroup,
  secondDecisionIn,
  studyFormsOn,
  studyLimitsOn,
  yearDecisionOf,
} from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import {
  back,
  decided,
  editionOf,
  enrolled,
  formSet,
  left,
  moved,
  onLeave,
  stateOf,
} from '../worlds/enrollment-facts.ts';

/* How a learner studies on a day, by forms, lessons and decisions. 273-FZ art. 17, 34, 58. */

type Rule = Edition['enrollment']['arrangements'][number];
const form = (id: string, lessons: Rule['lessons'], results: Rule['results']): Rule => ({
  id,
  title: { ru: id, en: id },
  programmeTypes: [],
  lessons,
  results,
  orderRequired: false,
  paperRequired: false,
});
const day = '2026-10-05';
const set = (aspect: string, id: string, on = '2026-09-10', until: string | null = null) =>
  formSet(aspect, id, on, until);
const studying = (...facts: readonly EnrollmentEvent[]) =>
  stateOf([enrolled('2026-09-01'), ...facts]);

describe('273-FZ art. 17, 34: what the forms of a day allow', () => {
  const edition = editionOf({
    enrollment: {
      educationForms: [form('school', 'class', 'all')],
      studyForms: [form('full', 'class', 'all'), form('remote', 'class', 'attestation')],
      arrangements: [form('home', 'individual', 'all'), form('none', 'none', 'all')],
    },
  });
  const empty = editionOf({
    enrollment: { educationForms: [], studyForms: [], arrangements: [] },
  });

  test('without an entry the first of the regulation hold, and limit nothing', () => {
    const forms = { education: 'school', study: 'full', arrangements: [] };
    expect(studyFormsOn(studying(), day, edition)).toEqual(forms);
    const free = { lessons: 'class', results: 'all', form: null };
    expect(studyLimitsOn(studying(), day, edition)).toEqual(free);
    const none = { education: '', study: '', arrangements: [] };
    expect(studyFormsOn(studying(), day, empty)).toEqual(none);
    expect(studyLimitsOn(studying(), day, empty)).toEqual(free);
  });

  test('attestation only is narrower than all results in the same lessons', () => {
    const remote = studying(set('study', 'remote'));
    const limits = { lessons: 'class', results: 'attestation', form: 'remote' };
    expect(studyLimitsOn(remote, day, edition)).toEqual(limits);
  });

  test('of lessons the narrowest count, of results those of any form', () => {
    const both = studying(set('study', 'remote'), set('arrangement', 'home'));
    const limits = { lessons: 'individual', results: 'attestation', form: 'home' };
    expect(studyLimitsOn(both, day, edition)).toEqual(limits);
    const all = studying(set('arrangement', 'home'), set('arrangement', 'none'));
    const narrow = { lessons: 'none', results: 'all', form: 'none' };
    expect(studyLimitsOn(all, day, edition)).toEqual(narrow);
  });
});

const held = (id: string, from: string, until: string | null, more: Partial<FormHeld> = {}) => ({
  event: `${id}-${from}`,
  aspect: 'study',
  form: id,
  from,
  until,
  endedFrom: null,
  endedBy: null,
  ...more,
});

const within = (forms: readonly FormHeld[], aspect: string, id: string, until: string | null) =>
  formHeldWithin({ forms }, { aspect, form: id }, { from: day, until })?.event ?? null;

const heldOn = (date: string, among: readonly FormHeld[], aspect: string) =>
  formsHeldOn({ forms: among }, aspect, date).map((one) => one.form);

describe('273-FZ art. 17: on which days a form holds', () => {
  const arrangement = { aspect: 'arrangement' };

  test('of study only the last set can, of arrangements each can', () => {
    const forms = [held('full', '2026-09-01', null), held('remote', '2026-09-10', '2026-09-30')];
    expect(heldOn('2026-09-09', forms, 'study')).toEqual(['full']);
    expect(heldOn('2026-09-30', forms, 'study')).toEqual(['remote']);
    expect(heldOn(day, forms, 'study')).toEqual([]);
    const beside = forms.map((one) => ({ ...one, ...arrangement }));
    expect(heldOn('2026-09-30', beside, 'arrangement')).toEqual(['full', 'remote']);
    expect(heldOn(day, beside, 'arrangement')).toEqual(['full']);
    expect(heldOn('2026-08-31', beside, 'arrangement')).toEqual([]);
  });

  test('an arrangement meets one that begins later, a form of study does not', () => {
    const later = held('home', '2026-10-20', null);
    expect(within([later], 'study', 'home', null)).toBeNull();
    const beside = [{ ...later, ...arrangement }];
    expect(within(beside, 'arrangement', 'home', null)).toBe('home-2026-10-20');
    expect(within(beside, 'arrangement', 'home', '2026-10-20')).toBe('home-2026-10-20');
    expect(within(beside, 'arrangement', 'home', '2026-10-19')).toBeNull();
    expect(within(beside, 'arrangement', 'extern', null)).toBeNull();
    expect(within([later], 'arrangement', 'home', null)).toBeNull();
    const over = held('home', '2026-09-01', '2026-09-30', arrangement);
    expect(within([over], 'arrangement', 'home', null)).toBeNull();
  });
});

describe('RK 1.5, D4: who is in a group on a day, and does not study there', () => {
  const steps = [enrolled('2026-09-01', 'm-1', '2026-09-10'), onLeave('2026-10-01')];
  const state = stateOf([...steps, back('2026-10-10'), left('2026-11-01')]);
  const pause = (on: string, group: string | null = 'm-1') =>
    pauseInGroup(state, { group, on })?.status ?? null;
  const limits = (on: string, group: string | null = 'm-1') =>
    limitsInGroup(state, { group, on }, editionOf()) !== null;

  test('has not begun, or is on leave; of another group nothing is said', () => {
    const days = ['2026-08-31', '2026-09-09', '2026-09-10', '2026-10-01', '2026-10-10'];
    const said = [null, 'not-begun', null, 'suspended', null];
    expect(days.map((on) => pause(on))).toEqual(said);
    expect(days.map((on) => pause(on, null))).toEqual(said);
    expect(days.map((on) => pause(on, 'm-2'))).toEqual(days.map(() => null));
    expect(pauseInGroup(state, { group: null, on: '2026-09-09' })).toEqual({
      status: 'not-begun',
      group: 'm-1',
      since: '2026-09-01',
    });
  });

  test('the day of the end is one of lessons, the day after it is none of the group', () => {
    expect(pause('2026-11-01')).toBeNull();
    expect(pause('2026-11-02')).toBeNull();
    expect(pause('2026-11-02', null)).toBeNull();
    expect([limits('2026-11-01'), limits('2026-11-02')]).toEqual([true, false]);
    expect([limits('2026-10-01'), limits('2026-10-10')]).toEqual([false, true]);
    expect([limits('2026-10-10', 'm-2'), limits('2026-10-10', null)]).toEqual([false, true]);
    expect([limits('2026-08-31'), limits('2026-08-31', null)]).toEqual([false, false]);
  });

  test('273-FZ art. 34: lessons of a class are for its own, individual ones for more', () => {
    const kinds = ['class', 'individual', 'none'] as const;
    const apart = (individual: boolean) => kinds.map((lessons) => isApart({ lessons }, individual));
    expect(apart(false)).toEqual([false, true, true]);
    expect(apart(true)).toEqual([false, false, true]);
  });
});

describe('273-FZ art. 58 part 8: the decision on a study year', () => {
  const { study } = studying(
    decided('elsewhere', '2026', '2027-05-20', { group: 'm-9' }),
    decided('next', '2027', '2028-05-20'),
    decided('again', '2026', '2028-06-01'),
  );
  const of = (studyYear: string | null, groups: readonly string[], on = '2029-01-01') =>
    yearDecisionOf(study, { studyYear, groups }, on)?.event ?? null;

  test('is that of the year, in whichever group; where groups say none, of the latest year', () => {
    expect(of('2026', ['m-1'], '2027-05-20')).toBe('elsewhere');
    expect(of('2026', ['m-1'], '2027-05-19')).toBeNull();
    expect(of('2026', ['m-1'])).toBe('again');
    expect(of('2027', ['m-9'])).toBe('next');
    expect(of(null, ['m-1'])).toBe('next');
    expect(of(null, ['m-9'])).toBe('elsewhere');
    expect(of(null, ['m-2'])).toBeNull();
  });
});

const second = (
  groups: readonly string[],
  on: string,
  decisions: readonly EnrollmentEvent[],
  life: readonly EnrollmentEvent[] = [enrolled('2026-09-01')],
) => secondDecisionIn(stateOf([...life, ...decisions]), groups, on)?.event ?? null;

describe('273-FZ art. 58 part 9: the second decision on a study year', () => {
  const [before, first, again] = [
    decided('before', '2025', '2026-05-20'),
    decided('first', '2026', '2027-05-20'),
    decided('again', '2026', '2027-10-02'),
  ];

  test('is one of which the same year had one before', () => {
    expect(second(['m-1'], '2028-01-01', [before, first, again])).toBe('again');
    expect(second(['m-9', 'm-1'], '2027-10-02', [before, first, again])).toBe('again');
    expect(second(['m-1'], '2027-10-01', [before, first, again])).toBeNull();
    expect(second(['m-1'], '2028-01-01', [before, first])).toBeNull();
    expect(second(['m-2'], '2028-01-01', [before, first, again])).toBeNull();
  });

  test('is made of who was in the group before its day', () => {
    const move = moved('2027-10-02', 'm-1', 'm-2');
    const life = [enrolled('2026-09-01'), move];
    expect(second(['m-1'], '2028-01-01', [first, again], life)).toBe('again');
    expect(second(['m-2'], '2028-01-01', [first, again], life)).toBeNull();
    const late = [enrolled('2027-10-02')];
    expect(second(['m-1'], '2028-01-01', [first, again], late)).toBeNull();
  });
});
