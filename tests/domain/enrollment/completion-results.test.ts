import type { EnrollmentEvent, PlannedProgramme } from '@letopis/core/facts';
import { latestYears, lostResults, mandatoryResults, missingResults } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../worlds/enrollment-academy.ts';
import {
  credited,
  editionOf,
  enrolled,
  missed,
  recorded,
  resultAnnulled,
  stateOf,
} from '../worlds/enrollment-facts.ts';

/* Which results completion asks for, which are missing, and which were lost. RK 1.3, RK 1.13. */

const type = 'qualification-improvement';
/** R2, where this type of programme asks for some kinds and the other type for `final`. */
const asking = (kinds: readonly string[], changes: Changes = {}) => {
  const programmeTypes = r2.general.programmeTypes.map((one) => ({
    ...one,
    mandatory: one.id === type ? [...kinds] : ['final'],
  }));
  return editionOf({ general: { programmeTypes }, ...changes });
};

const module = (forms: readonly string[], mandatory: readonly string[] = []) => ({
  forms: forms.map((kind) => ({ kind })),
  mandatory,
});
const programmeOf = (
  modules: PlannedProgramme['modules'],
  mandatory: readonly string[] = [],
  programmeType = type,
): PlannedProgramme => ({ programmeType, mandatory, modules });

const tested = programmeOf({ safety: module(['interim']), practice: module([]) });
const whole = { module: null, kind: 'final' };
const final = { kind: 'final', form: 'exam' };
const inYear = (studyYear: string) => ({ countsFor: { studyYear, period: null, planned: null } });
const since = enrolled('2026-09-01');
const notAssessed = { outcome: 'not-assessed', reason: 'submitted' } as const;

const missing = (
  facts: readonly EnrollmentEvent[],
  edition = asking(['interim']),
  programme = tested,
) =>
  missingResults(stateOf([since, ...facts]), edition, programme).map(
    ({ module: of, kind }) => `${of}/${kind}`,
  );

describe('R2 §1.5: what completion asks for', () => {
  test('the kinds of the type, of each module with such a form, else of the whole', () => {
    expect(mandatoryResults(asking(['interim', 'final']), tested)).toEqual([
      { module: 'safety', kind: 'interim' },
      whole,
    ]);
    const own = programmeOf({ safety: module([], ['interim']) }, ['final'], 'unknown');
    expect(mandatoryResults(asking(['interim']), own)).toEqual([
      { module: 'safety', kind: 'interim' },
      whole,
    ]);
  });

  test('not the kinds that another type of programme asks for', () => {
    const other = programmeOf({ safety: module([]) }, [], 'professional-retraining');
    expect(mandatoryResults(asking(['interim']), other)).toEqual([whole]);
    expect(mandatoryResults(asking([]), programmeOf({ safety: module(['final']) }))).toEqual([]);
  });
});

const planned = (id: string, value: '2' | '4', more = {}) =>
  recorded(id, '2026-10-05', value, { planned: id, ...more });

describe('RK 1.3: what is missing', () => {
  test('one that is not there, fails or was not assessed; a pass or a credit is enough', () => {
    expect(missing([])).toEqual(['safety/interim']);
    expect(missing([recorded('r', '2026-10-05', '2')])).toEqual(['safety/interim']);
    expect(missing([recorded('r', '2026-10-05', notAssessed)])).toEqual(['safety/interim']);
    expect(missing([recorded('r', '2026-10-05', '3')])).toEqual([]);
    expect(missing([credited('r', '2026-10-05')])).toEqual([]);
  });

  test('of two planned assessments none may fail', () => {
    expect(missing([planned('one', '4'), planned('two', '2')])).toEqual(['safety/interim']);
    expect(missing([planned('two', '2'), planned('one', '4')])).toEqual(['safety/interim']);
    expect(missing([planned('one', '4'), planned('two', '4')])).toEqual([]);
    const put = recorded('two', '2026-10-06', notAssessed, { planned: 'two' });
    expect(missing([planned('one', '4'), put])).toEqual([]);
    expect(missing([put, planned('one', '4')])).toEqual([]);
  });

  test('a pass in another module serves only where no module has such a form', () => {
    const elsewhere = recorded('r', '2026-10-05', '4', { module: 'practice' });
    expect(missing([elsewhere])).toEqual(['safety/interim']);
    const none = programmeOf({ safety: module([]), practice: module([]) });
    expect(missing([], asking(['interim']), none)).toEqual(['null/interim']);
    expect(missing([elsewhere], asking(['interim']), none)).toEqual([]);
    const asked = programmeOf({ practice: module([]) }, ['interim']);
    expect(missing([elsewhere], asking(['interim']), asked)).toEqual(['null/interim']);
  });

  test('nor where the whole programme has a result of its own', () => {
    const none = programmeOf({ practice: module([]) });
    const elsewhere = recorded('r', '2026-10-05', '4', { module: 'practice' });
    const own = recorded('own', '2026-10-06', notAssessed, { module: null });
    expect(missing([elsewhere, own], asking(['interim']), none)).toEqual(['null/interim']);
    const passes = recorded('own', '2026-10-06', '3', { module: null });
    expect(missing([passes], asking(['interim']), none)).toEqual([]);
  });

  test('a kind that is no attestation is there once a mark passes', () => {
    const daily = programmeOf({ safety: module([], ['current']) });
    const current = { kind: 'current' };
    const [bad, good] = [
      recorded('bad', '2026-10-05', '2', current),
      recorded('good', '2026-10-06', '4', current),
    ];
    expect(missing([bad], asking([]), daily)).toEqual(['safety/current']);
    expect(missing([bad, good], asking([]), daily)).toEqual([]);
    expect(missing([good, { ...bad, occurredOn: '2026-10-07' }], asking([]), daily)).toEqual([]);
  });

  test('of an attestation the latest study year counts, each assessment by itself', () => {
    const facts = [
      recorded('new', '2026-10-05', '2', inYear('2027')),
      recorded('old', '2027-10-05', '4', inYear('2026')),
    ];
    expect(missing(facts)).toEqual(['safety/interim']);
    const both = programmeOf({ safety: module(['interim']), practice: module(['interim']) });
    const other = recorded('other', '2027-10-05', '4', { module: 'practice', ...inYear('2027') });
    const first = recorded('first', '2026-10-05', '4', inYear('2026'));
    expect(missing([first, other], asking(['interim']), both)).toEqual([]);
  });
});

describe('RK 1.3: a failing result of the final kind', () => {
  test('is missing though nothing asks for it, and is named once', () => {
    const failed = recorded('f', '2026-12-20', '2', final);
    expect(missing([failed], asking([]))).toEqual(['safety/final']);
    const asked = programmeOf({ safety: module(['final']) });
    expect(missing([failed], asking(['final']), asked)).toEqual(['safety/final']);
    expect(missing([recorded('f', '2026-12-20', '3', final)], asking([]))).toEqual([]);
    expect(missing([recorded('i', '2026-12-20', '2')], asking([]))).toEqual([]);
  });

  test('so it is beside another assessment of the kind that passed', () => {
    const two = [planned('one', '4', final), planned('two', '2', final)];
    expect(missing(two, asking([]))).toEqual(['safety/final']);
  });

  test('an absence is one, unless it is excused', () => {
    expect(missing([missed('f', '2026-12-20', null, final)], asking([]))).toEqual(['safety/final']);
    expect(missing([missed('f', '2026-12-20', 'н', final)], asking([]))).toEqual(['safety/final']);
    expect(missing([missed('f', '2026-12-20', 'б', final)], asking([]))).toEqual([]);
  });

  test('so is one of the state final attestation', () => {
    const state = { kind: 'interim', closes: [] };
    const edition = asking([], { assessment: { finalKind: null, stateFinal: state } });
    expect(missing([recorded('i', '2026-12-20', '2')], edition)).toEqual(['safety/interim']);
    expect(missing([recorded('f', '2026-12-20', '2', final)], edition)).toEqual([]);
  });
});

const lost = (facts: readonly EnrollmentEvent[], edition = asking(['interim']), of = tested) =>
  lostResults(stateOf([since, ...facts]), edition, of).map(({ module: name, kind, results }) => [
    name,
    kind,
    results.map(({ event }) => event),
  ]);

describe('RK 1.13: a result that was lost', () => {
  test('is one of which there is a record: all of it, annulled ones too', () => {
    const failed = recorded('failed', '2026-10-05', '2');
    const wrong = recorded('wrong', '2026-10-06', '4');
    const others = [
      recorded('final', '2026-12-20', '4', final),
      recorded('practice', '2026-10-05', '4', { module: 'practice' }),
    ];
    const facts = [failed, ...others, wrong, resultAnnulled('wrong', '2026-10-07')];
    expect(lost(facts)).toEqual([['safety', 'interim', ['failed', 'wrong']]]);
  });

  test('not one that was never recorded', () => {
    expect(lost([])).toEqual([]);
    const elsewhere = recorded('practice', '2026-10-05', '4', { module: 'practice' });
    expect(lost([elsewhere])).toEqual([]);
  });

  test('of the whole programme, a result of the kind in any module', () => {
    const none = programmeOf({ safety: module([]), practice: module([]) });
    const facts = [
      recorded('one', '2026-10-05', '2'),
      recorded('two', '2026-10-05', '4', { module: 'practice' }),
      recorded('final', '2026-12-20', '4', final),
    ];
    expect(lost(facts, asking(['interim']), none)).toEqual([[null, 'interim', ['one', 'two']]]);
  });
});

describe('RK 1.3: of one assessment in several years', () => {
  test('the results of the latest year are left, in the order given', () => {
    const { results } = stateOf([
      since,
      recorded('new', '2027-10-05', '4', inYear('2027')),
      recorded('old', '2028-10-05', '4', inYear('2026')),
      recorded('again', '2027-10-06', '4', inYear('2027')),
      recorded('final', '2026-12-20', '4', { ...final, ...inYear('2026') }),
    ]);
    const left = latestYears([...results.values()]).map(({ event }) => event);
    expect(left).toEqual(['new', 'again', 'final']);
  });
});
