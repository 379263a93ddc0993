import type { EnrollmentEvent, YearDecision } from '@letopis/core/facts';
import { debtsUnsettled, unfitDecision, unfitYearDebts } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { decided, editionOf, enrolled, recorded, stateOf } from '../worlds/enrollment-facts.ts';

/* Whether a decision on a study year says of the learner's failures what there is. RK 1.6. */

const edition = editionOf();
const asked = { forms: [{ kind: 'interim' }], mandatory: [] };
const programme = {
  programmeType: 'qualification-improvement',
  mandatory: [],
  modules: { safety: asked, practice: asked, history: asked },
};
const rules = { editionOn: () => edition, programme };
const on = '2027-05-25';
const inYear = (studyYear: string, module = 'safety') => ({
  module,
  countsFor: { studyYear, period: null, planned: null },
});
const nothing = { notFailing: [], unnamed: [], spent: [] };
const named = (result: string) => ({ result, module: 'safety', kind: 'interim' });
const failing = (event: string, day: string, module = 'safety') => ({
  event,
  on: day,
  module,
  kind: 'interim',
});

/** What stands against a decision on study year 2026, made on 25 May 2027, by these results. */
function unfit(
  results: readonly EnrollmentEvent[],
  decision = 'promoted',
  more: Partial<YearDecision> = {},
) {
  const state = stateOf([
    enrolled('2026-09-01'),
    ...results,
    decided('d', '2026', on, { decision, ...more }),
  ]);
  const [made] = state.study.decisions;
  if (made === undefined) throw new Error('a decision was made');
  return unfitDecision(state, made, edition, rules);
}

const retake = (id: string, day: string, attempt: number) =>
  recorded(id, day, '2', {
    ...inYear('2026'),
    retake: { granted: `g-${attempt}`, of: 'then', attempt, counts: true },
  });

describe('RK 1.5, 1.6: what stands against a decision by all that is known', () => {
  const then = recorded('then', '2027-05-20', '2', inYear('2026'));

  test('nothing, where the edition has no such decision', () => {
    expect(unfit([then], 'unknown')).toEqual(nothing);
    expect(unfit([])).toEqual(nothing);
  });

  test('a subject that failed on its day, once', () => {
    expect(unfit([then])).toEqual({ ...nothing, unnamed: [failing('then', '2027-05-20')] });
    const same = recorded('same', on, '2', inYear('2026'));
    expect(unfit([same])).toEqual({ ...nothing, unnamed: [failing('same', on)] });
  });

  test('a later failure in another subject of the year that was decided', () => {
    const later = recorded('later', '2027-05-26', '2', inYear('2026', 'practice'));
    const other = recorded('other', '2027-05-26', '2', inYear('2027', 'history'));
    expect(unfit([then, later, other])).toEqual({
      ...nothing,
      unnamed: [failing('then', '2027-05-20'), failing('later', '2027-05-26', 'practice')],
    });
  });

  test('not a later failure in a subject that failed then', () => {
    const again = recorded('again', '2027-05-26', '2', {
      ...inYear('2026'),
      retake: { granted: 'g', of: 'then', attempt: 1, counts: true },
    });
    expect(unfit([then, again])).toEqual({ ...nothing, unnamed: [failing('then', '2027-05-20')] });
  });

  test('what it names as failing and passed', () => {
    const passed = recorded('passed', '2027-05-20', '4', inYear('2026', 'practice'));
    const debts = [named('then'), named('passed')];
    const conditional = { debts, debtsUntil: '2027-10-01' };
    expect(unfit([then, passed], 'promoted-conditionally', conditional)).toEqual({
      ...nothing,
      notFailing: ['passed'],
    });
  });

  test('273-FZ art. 58: a debt without an attempt left, where it promotes on named debts', () => {
    const spent = [then, retake('one', '2027-05-21', 1), retake('two', '2027-05-22', 2)];
    const last = failing('two', '2027-05-22');
    const debts = { debts: [named('two')], debtsUntil: '2027-10-01' };
    expect(unfit(spent, 'promoted-conditionally', debts)).toEqual({ ...nothing, spent: [last] });
    expect(unfit(spent)).toEqual({ ...nothing, unnamed: [last] });
    const repeats = { ...debts, outcome: 'repeats' };
    expect(unfit(spent, 'repeats', repeats)).toEqual(nothing);
  });
});

describe('273-FZ art. 58 part 8: the failures that a decision names', () => {
  const both = [failing('a', '2027-05-20'), failing('b', '2027-05-20', 'practice')];

  test.each([
    ['none', both],
    ['named', both.slice(1)],
    ['any', []],
  ] as const)('by a rule that there may be %s', (debts, unnamed) => {
    expect(unfitYearDebts({ debts }, ['a', 'c'], both)).toEqual({ notFailing: ['c'], unnamed });
  });

  test('are unsettled while their subject fails, by whichever result', () => {
    const state = stateOf([
      enrolled('2026-09-01'),
      recorded('first', '2027-05-20', '2', inYear('2026')),
      recorded('second', '2027-05-21', '2', inYear('2026')),
    ]);
    const debts = [named('first'), named('unknown')];
    const now = [failing('second', '2027-05-21')];
    expect(debtsUnsettled(state, { debts }, now)).toEqual([named('first')]);
    expect(debtsUnsettled(state, { debts }, [])).toEqual([]);
    const lost = [failing('unknown', '2027-05-21')];
    expect(debtsUnsettled(state, { debts }, lost)).toEqual([named('unknown')]);
  });
});
