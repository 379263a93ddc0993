import type { CommissionState, Edition, EnrollmentEvent, StudyContext } from '@letopis/core/facts';
import {
  commissionFold,
  creditableResult,
  findSubject,
  FORM_NOT_NAMED,
  markOf,
  placeOfResult,
  programmeFold,
  refuseIfPlannedTaken,
  refuseUnlessCommissionServes,
  regulationFold,
  groupFold,
} from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import {
  back,
  completed,
  editionOf,
  enrolled,
  ids,
  left,
  onLeave,
  recorded,
  stateOf,
} from '../worlds/enrollment-facts.ts';

/* Where a result belongs, what it assesses, on which scale, before which commission. D2, D6, D8. */

const { enrollment } = ids;

const form = (kind: string, id: string) => ({ kind, form: id, criteria: null });

/** What is read for a result: R2 from 1 September, `safety` and `practice`, the plan of `m-1`. */
function contextOf(edition: Edition = editionOf()): StudyContext {
  const { edition: number, from, title, ...rules } = edition;
  const regulation = regulationFold.initial();
  const fresh = { annulled: false, repealedFrom: null };
  regulation.editions.push({ edition: number, from, title, rules, ...fresh });
  const forms = [form('interim', 'test'), form('final', 'exam'), form('final', 'project')];
  const named = { id: 'safety', title: 'Безопасность', kind: 'module', hours: null };
  const rest = { scale: 'five-point', stateFinal: false, forms, mandatory: [] };
  const programme = {
    ...programmeFold.initial(),
    id: 'mentor',
    modules: { safety: { ...named, ...rest } },
    scales: [{ module: 'safety', scale: 'five-point', from: '2026-09-01', chosenBy: null }],
  };
  const plan = { module: 'safety', kind: 'interim', form: 'test', title: 'Тест', on: null };
  const about = { programme: 'mentor', group: 'm-1', weightPercent: null, edition: 1 };
  const planned = { 'test-1': { planned: 'test-1', ...plan, ...about } };
  const group = { ...groupFold.initial(), id: 'm-1', planned };
  return { regulation, programme, officials: new Map(), group, today: '2026-12-25' };
}

const edition = editionOf();
const context = contextOf();

const place = (facts: readonly EnrollmentEvent[], on: string, afterDischarge = false) =>
  placeOfResult(stateOf(facts), { enrollment, on }, false, context, afterDischarge);

describe('R1 §3.2: a result belongs to the group of a day of study', () => {
  const studied = [enrolled('2026-08-01'), onLeave('2026-10-01'), back('2026-10-10')];

  test('on a day with an edition', () => {
    expect(place(studied, '2026-09-01')).toEqual({ group: 'm-1', edition });
    const early = place(studied, '2026-08-31');
    expect(early).toMatchObject({ code: 'regulation-missing', data: { on: '2026-08-31' } });
  });

  test('after the end only of who was discharged, and may be assessed so', () => {
    const gone = [...studied, left('2026-11-01')];
    const ended = { on: '2026-11-02', status: 'ended', since: '2026-11-01' };
    expect(place(gone, '2026-11-02', true)).toEqual({ group: 'm-1', edition });
    expect(place(gone, '2026-11-02')).toMatchObject({ code: 'outside-study', data: ended });
    const done = [...studied, completed('2026-11-01')];
    expect(place(done, '2026-11-02', true)).toMatchObject({ code: 'outside-study', data: ended });
    const first = [enrolled('2026-08-01'), left('2026-11-01')];
    expect(place(first, '2026-11-02', true)).toEqual({ group: 'm-1', edition });
  });

  test('not during a leave or before the enrollment, even so', () => {
    const leave = { on: '2026-10-02', status: 'suspended', since: '2026-10-01' };
    expect(place(studied, '2026-10-02', true)).toMatchObject({
      code: 'outside-study',
      data: leave,
    });
    const before = { on: '2026-09-05', status: 'not-enrolled', since: null };
    expect(place([enrolled('2026-09-10')], '2026-09-05', true)).toMatchObject({
      code: 'outside-study',
      data: before,
    });
  });
});

describe('D6: a planned assessment is taken once', () => {
  const state = stateOf([
    enrolled('2026-09-01'),
    recorded('r', '2026-10-05', '4', { planned: 'null' }),
  ]);

  test('its id is a word like any other', () => {
    const data = { planned: 'null', event: 'r' };
    const taken = { code: 'already-assessed', data };
    expect(refuseIfPlannedTaken(state, 'm-1', 'null')).toMatchObject(taken);
    expect(refuseIfPlannedTaken(state, 'm-2', 'null')).toBeNull();
    expect(refuseIfPlannedTaken(state, 'm-1', null)).toBeNull();
  });
});

const find = (asked: Parameters<typeof findSubject>[0], group = 'm-1', of = context) =>
  findSubject(asked, group, edition, of);

const notPlanned = (group: string) => ({
  code: 'planned-unknown',
  data: { planned: 'test-1', group },
});

describe('D2, D6: the subject of an assessment', () => {
  test('is that of the plan, with which what is said beside it agrees', () => {
    const planned = 'test-1';
    const plan = { module: { id: 'safety' }, kind: 'interim', form: 'test', planned };
    expect(find({ planned })).toMatchObject(plan);
    expect(find({ planned, module: 'safety', kind: 'interim' })).toMatchObject(plan);
    const other = { planned, field: 'module', plan: 'safety' };
    expect(find({ planned, module: 'practice' })).toMatchObject({
      code: 'planned-disagrees',
      data: { ...other, given: 'practice' },
    });
    expect(find({ planned, module: null })).toMatchObject({ data: { ...other, given: '—' } });
    expect(find({ planned, kind: 'final' })).toMatchObject({
      code: 'planned-disagrees',
      data: { planned, field: 'kind', given: 'final', plan: 'interim' },
    });
  });

  test('is not that of the plan of another group', () => {
    expect(find({ planned: 'test-1' }, 'm-2')).toMatchObject(notPlanned('m-2'));
    const none = { ...context, group: null };
    expect(find({ planned: 'test-1' }, 'm-1', none)).toMatchObject(notPlanned('m-1'));
  });

  test('has the only form that the module has for the kind', () => {
    expect(FORM_NOT_NAMED).toBe('unspecified');
    expect(find({ module: 'safety', kind: 'interim' })).toMatchObject({ form: 'test' });
    expect(find({ module: 'safety', kind: 'final' })).toMatchObject({ form: 'unspecified' });
    expect(find({ module: 'safety', kind: 'current' })).toMatchObject({ form: 'unspecified' });
    expect(find({ kind: 'interim' })).toMatchObject({ module: null, form: 'unspecified' });
    const final = { module: 'safety', kind: 'final', form: 'project' };
    expect(find(final)).toMatchObject({ form: 'project' });
  });
});

const mark = (
  scale: string | undefined,
  written: string,
  module: string | null = null,
  of = edition,
) => markOf({ module, scale }, written, '2026-10-05', of, context.programme);

const only = (id: string): Edition => {
  const scales = r2.scales.scales.filter((one) => one.id === id);
  return editionOf({ scales: { ...r2.scales, scales } });
};

describe('D2: a written mark', () => {
  test('of a module is on its scale, which may be named', () => {
    expect(mark('five-point', '4', 'safety')).toMatchObject({ scale: 'five-point', value: '4' });
    expect(mark(undefined, '4', 'safety')).toMatchObject({ scale: 'five-point', value: '4' });
    expect(mark('pass-fail', 'зачтено', 'safety')).toMatchObject({
      code: 'other-scale',
      data: { of: 'safety', scale: 'five-point', given: 'pass-fail' },
    });
  });

  test('of the whole is on the only scale, else on the one that is named', () => {
    expect(mark(undefined, '4', null, only('five-point'))).toMatchObject({ value: '4' });
    expect(mark(undefined, '4')).toMatchObject({
      code: 'scale-not-named',
      data: { scales: r2.scales.scales.map(({ id }) => id) },
    });
    expect(mark('five-point', '4')).toMatchObject({ scale: 'five-point' });
  });

  test('has its digits as they are written in Russian', () => {
    const scale = r2.scales.scales.find(({ kind }) => kind === 'points');
    if (scale?.kind !== 'points') throw new Error('R2 has a scale of points');
    const tenths = { ...scale, id: 'tenths', step: '0.1' };
    const of = editionOf({ scales: { ...r2.scales, scales: [tenths] } });
    expect(mark(undefined, '4,5', null, of)).toMatchObject({ digits: '4,5' });
  });
});

const own = (achievedOn: string | null) => ({ source: { achievedOn } });

describe('D11: an earlier result that is credited', () => {
  const state = stateOf([enrolled('2026-09-01')]);
  const credit = (more: Partial<Parameters<typeof creditableResult>[1]> = {}) =>
    creditableResult(
      state,
      { enrollment, module: 'safety', kind: 'interim', on: '2026-10-05', ...own(null), ...more },
      context,
    );
  const credited = { group: 'm-1', module: 'safety', kind: 'interim', form: 'test', planned: null };

  test('was achieved on the day of the credit at the latest', () => {
    expect(credit()).toEqual({ ...credited, mark: null });
    expect(credit(own('2026-10-05'))).toEqual({ ...credited, mark: null });
    expect(credit(own('2026-10-06'))).toMatchObject({
      code: 'achieved-later',
      data: { on: '2026-10-05', achievedOn: '2026-10-06' },
    });
  });

  test('may be of the programme as a whole', () => {
    expect(credit({ module: null })).toEqual({
      ...credited,
      module: null,
      form: 'unspecified',
      mark: null,
    });
  });

  test('is of a module that there is, and on its scale', () => {
    expect(credit({ module: 'unknown' })).toMatchObject({
      code: 'module-unknown',
      data: { module: 'unknown', programme: 'mentor', modules: ['safety'] },
    });
    expect(credit({ value: '9' })).toMatchObject({ code: 'not-on-scale' });
    expect(credit({ value: '4' })).toMatchObject({ mark: { value: '4' } });
  });
});

const kind = (id: string, attests: string[], attempts: 'any' | 'first' | 'retake') => ({
  id,
  title: { ru: id, en: id },
  attests,
  attempts,
});

describe('D8: a commission that is to hold an attestation', () => {
  const kinds = [
    kind('any', [], 'any'),
    kind('finals', ['final'], 'first'),
    kind('retakes', ['interim'], 'retake'),
  ];
  const of = editionOf({ commissions: { kinds } });
  const working = { ...commissionFold.initial(), id: 'c-1', kind: 'any', from: '2026-10-01' };
  const asked = { kind: 'final', programme: 'mentor', group: 'm-1', retake: false };
  const serves = (
    more: Partial<CommissionState> | null,
    about: Partial<typeof asked> = {},
    on = '2026-10-05',
  ) =>
    refuseUnlessCommissionServes(
      more === null ? null : { ...working, ...more },
      'c-1',
      { ...asked, ...about, on },
      of,
    );

  test('must be one', () => {
    const unknown = { code: 'commission-unknown', data: { commission: 'c-1' } };
    expect(serves(null)).toMatchObject(unknown);
    expect(serves({ id: null })).toMatchObject(unknown);
    expect(serves({})).toBeNull();
  });

  test('works on the day; the refusal says until when it did', () => {
    const data = { commission: 'c-1', from: '2026-10-01', until: null };
    expect(serves({}, {}, '2026-09-30')).toMatchObject({
      code: 'commission-not-working',
      data: { ...data, on: '2026-09-30' },
    });
    const until = '2026-11-01';
    const late = { on: '2026-12-01', until };
    expect(serves({ until }, {}, '2026-12-01')).toMatchObject({ data: { ...data, ...late } });
    const dissolved = { until: '2026-12-31', dissolvedFrom: until };
    expect(serves(dissolved, {}, '2026-12-01')).toMatchObject({ data: { ...data, ...late } });
  });

  test.each<[string, Partial<CommissionState>, Partial<typeof asked>, boolean]>([
    ['any kind', {}, { kind: 'interim' }, true],
    ['any attempt', {}, { retake: true }, true],
    ['a kind that the edition has not', { kind: 'unknown' }, {}, false],
    ['the kind that it attests', { kind: 'finals' }, {}, true],
    ['another kind', { kind: 'finals' }, { kind: 'interim' }, false],
    ['a first attempt, and is asked for a retake', { kind: 'finals' }, { retake: true }, false],
    ['a retake', { kind: 'retakes' }, { kind: 'interim', retake: true }, true],
    ['retakes, and is asked for a first attempt', { kind: 'retakes' }, { kind: 'interim' }, false],
    ['its programme', { programmes: ['mentor'] }, {}, true],
    ['another programme', { programmes: ['other'] }, {}, false],
    ['its group', { groups: ['m-1'] }, {}, true],
    ['another group', { groups: ['m-2'] }, {}, false],
  ])('attests %s', (_name, commission, about, fits) => {
    const { kind: attested, group, retake } = { ...asked, ...about };
    const data = { commission: 'c-1', kind: attested, retake, group };
    const refused = expect.objectContaining({ code: 'commission-not-for', data });
    expect(serves(commission, about)).toEqual(fits ? null : refused);
  });
});
