import type {
  CountedResult,
  DebtFacts,
  DebtRules,
  Edition,
  ResultSubject,
} from '@letopis/core/facts';
import { debtsOf, excusedBy, makesDebt, resultSubjectKey } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { editionOf } from '../worlds/enrollment-facts.ts';

/* Which failures are debts, and how one stands: tables of the rules of debts. RK 1.2. */

const [interim] = r2.retakes.limits;
if (interim === undefined) throw new Error('R2 limits retakes of the interim kind');
const limited = (change: Partial<typeof interim>): Changes => ({
  retakes: { limits: [{ ...interim, ...change }] },
});

const modules = {
  m: { forms: [{ kind: 'interim' }], mandatory: [] },
  n: { forms: [{ kind: 'interim' }], mandatory: [] },
  bare: { forms: [], mandatory: [] },
};
const programme = { programmeType: 'qualification-improvement', mandatory: [], modules };

/** Rules of one edition, or of another one from a day on; before `since` there is none. */
const rulesOf = (
  first: Edition | null = editionOf(),
  from = '2099-01-01',
  second: Edition | null = null,
  more: Partial<DebtRules['programme']> = {},
): DebtRules => ({
  editionOn: (on) => (on < from ? first : second),
  programme: { ...programme, ...more },
});

const subject: ResultSubject = {
  module: 'm',
  kind: 'interim',
  studyYear: '2026',
  period: null,
  planned: null,
};
const result = (event: string, on: string, more: Partial<CountedResult> = {}): CountedResult => ({
  event,
  on,
  countsFor: subject,
  outcome: 'mark',
  reason: null,
  mark: { passes: false },
  appealOf: null,
  retake: null,
  ...more,
});
const passed = { mark: { passes: true } };
const inModule = (module: string | null) => ({ countsFor: { ...subject, module } });

const factsOf = (
  results: readonly CountedResult[],
  more: Partial<DebtFacts<CountedResult>> = {},
): DebtFacts<CountedResult> => ({
  results,
  pauses: [],
  subjectOf: (event) => {
    const found = results.find((one) => one.event === event);
    return found === undefined ? null : resultSubjectKey(found.countsFor);
  },
  suspensions: [],
  yearsRepeated: new Set(),
  terms: [],
  left: null,
  ...more,
});

const asOf = '2026-12-20';
const failed = result('failed', '2026-10-05');
const debtsIn = (results: readonly CountedResult[], rules = rulesOf(), on = asOf) =>
  debtsOf(factsOf(results), rules, null, on);
const found = (...args: Parameters<typeof debtsIn>) => debtsIn(...args).map(({ debt }) => debt);

describe('debts come in the order in which they arose', () => {
  test('not in that of the first results of their subjects', () => {
    const results = [
      result('passed', '2026-10-01', passed),
      result('in-n', '2026-10-03', inModule('n')),
      result('again', '2026-10-05'),
    ];
    expect(found(results)).toEqual(['in-n', 'again']);
  });

  test('those of one day stay as they were recorded', () => {
    expect(found([result('in-n', '2026-10-05', inModule('n')), failed])).toEqual([
      'in-n',
      'failed',
    ]);
    expect(found([failed, result('in-n', '2026-10-05', inModule('n'))])).toEqual([
      'failed',
      'in-n',
    ]);
  });
});

describe('RK 1.2: a result is judged by the edition of its own day', () => {
  const none = editionOf({ retakes: { limits: [] } });
  const early = result('early', '2026-09-20');

  test('one from before the kind had retakes begins no debt, and hides none', () => {
    expect(found([early, failed], rulesOf(none, '2026-10-01', editionOf()))).toEqual(['failed']);
  });

  test('nor does one from before the first edition', () => {
    const rules = rulesOf(null, '2026-10-01', editionOf());
    expect(makesDebt(early, rules)).toBe(false);
    expect(makesDebt(failed, rules)).toBe(true);
    expect(found([early, failed], rules)).toEqual(['failed']);
  });

  test('without an edition on the day no absence is excused', () => {
    const isExcused = excusedBy(rulesOf(null, '2026-10-01', editionOf()));
    expect(isExcused('б', '2026-09-20')).toBe(false);
    expect(isExcused('б', '2026-10-01')).toBe(true);
    expect(isExcused('н', '2026-10-01')).toBe(false);
  });
});

const owed = (more: Partial<ResultSubject>, rules: DebtRules) =>
  makesDebt(result('r', '2026-10-05', { countsFor: { ...subject, ...more } }), rules);

describe('RK 1.2: only an attestation that was planned makes a debt', () => {
  const limits = [{ ...interim, kinds: ['current', 'interim', 'final'] }];

  test('not a kind that is no attestation, though others are', () => {
    const rules = rulesOf(editionOf({ retakes: { limits } }));
    expect(owed({ kind: 'current', planned: 'm-1.test' }, rules)).toBe(false);
    expect(owed({ kind: 'interim', planned: 'm-1.test' }, rules)).toBe(true);
  });

  test('a kind that the type of the programme asks for, not one that another type does', () => {
    const types = r2.general.programmeTypes.map((one) => ({ ...one, mandatory: ['final'] }));
    const [first, second] = types;
    if (first === undefined || second === undefined) throw new Error('R2 has two types');
    const programmeTypes = [first, { ...second, mandatory: ['interim'] }];
    const edition = editionOf({ general: { programmeTypes } });
    const rules = (programmeType: string) =>
      rulesOf(edition, '2099-01-01', null, { programmeType, modules: { bare: modules.bare } });
    expect(owed({ module: 'bare' }, rules(first.id))).toBe(false);
    expect(owed({ module: 'bare' }, rules(second.id))).toBe(true);
    expect(owed({ module: 'bare' }, rules('unknown'))).toBe(false);
  });

  test('the id of a module is a word like any other', () => {
    const edition = editionOf({
      general: {
        programmeTypes: r2.general.programmeTypes.map((one) => ({ ...one, mandatory: [] })),
      },
    });
    const named = { null: { forms: [{ kind: 'interim' }], mandatory: [] } };
    const rules = rulesOf(edition, '2099-01-01', null, { modules: named });
    expect(owed({ module: 'null' }, rules)).toBe(true);
    expect(owed({ module: null }, rules)).toBe(false); // of the whole, not of the module `null`
    expect(owed({ module: 'constructor' }, rules)).toBe(false);
  });
});

const after = (attemptsMax: number) => rulesOf(editionOf(limited({ attemptsMax })));

describe('273-FZ art. 58 part 5: term and attempts are by the edition of the day asked', () => {
  const later = editionOf(limited({ termMonths: 1, attemptsMax: 1 }));

  test('a later edition counts once it is in force', () => {
    const rules = rulesOf(editionOf(), '2026-12-01', later);
    expect(debtsIn([failed], rules, '2026-11-30')).toMatchObject([
      { deadline: '2027-10-05', status: 'open', expiredOn: null },
    ]);
    expect(debtsIn([failed], rules, '2026-12-01')).toMatchObject([
      { deadline: '2026-11-05', status: 'expired', expiredOn: '2026-11-06' },
    ]);
  });

  test('where none is in force any more, that of the failure counts', () => {
    const rules = rulesOf(later, '2026-11-01', null);
    expect(debtsIn([failed], rules)).toMatchObject([{ deadline: '2026-11-05', status: 'expired' }]);
  });

  test('where the kind has no retakes any more, nothing limits the debt', () => {
    const rules = rulesOf(later, '2026-12-01', editionOf({ retakes: { limits: [] } }));
    expect(debtsIn([failed], rules, '2028-01-01')).toMatchObject([
      { deadline: null, attemptsOver: false, expiredOn: null, status: 'open' },
    ]);
  });

  test('the attempts are over on the day of the last, not before', () => {
    const one = result('one', '2026-10-20');
    const two = result('two', '2026-11-10');
    const three = result('three', '2026-11-20');
    const fresh = { attemptsUsed: 1, attemptsOver: false, expiredOn: null, status: 'open' };
    expect(debtsIn([failed, one])).toMatchObject([fresh]);
    const over = { attemptsOver: true, status: 'expired' };
    expect(debtsIn([failed, one, two])).toMatchObject([{ ...over, expiredOn: '2026-11-10' }]);
    expect(debtsIn([failed, one], after(1))).toMatchObject([{ ...over, expiredOn: '2026-10-20' }]);
    expect(debtsIn([failed, one, two, three], after(3))).toMatchObject([
      { ...over, expiredOn: '2026-11-20' },
    ]);
  });

  test('a debt expires by the term or by the attempts, whichever is first', () => {
    const rules = rulesOf(editionOf(limited({ termMonths: 1, attemptsMax: 1 })));
    const inTerm = result('one', '2026-11-05');
    expect(debtsIn([failed, inTerm], rules)).toMatchObject([{ expiredOn: '2026-11-05' }]);
    const late = result('one', '2026-11-10');
    expect(debtsIn([failed, late], rules)).toMatchObject([{ expiredOn: '2026-11-06' }]);
  });

  test('where no retake is given, a failure is expired from its own day', () => {
    const rules = rulesOf(editionOf(limited({ attemptsMax: 0 })));
    expect(debtsIn([failed], rules)).toMatchObject([
      { attemptsUsed: 0, attemptsOver: true, expiredOn: '2026-10-05', status: 'expired' },
    ]);
  });

  test('what was settled by the last attempt has not expired', () => {
    const results = [failed, result('one', '2026-10-20'), result('two', '2026-11-10', passed)];
    expect(debtsIn(results)).toMatchObject([
      { status: 'settled', settledBy: { event: 'two' }, attemptsOver: true, expiredOn: null },
    ]);
  });
});

describe('RK 1.6: a debt of a study year that is repeated', () => {
  test('is owed no more, and still says what it was', () => {
    const facts = factsOf([failed], { yearsRepeated: new Set(['2026']) });
    expect(debtsOf(facts, rulesOf(), null, asOf)).toMatchObject([
      { debt: 'failed', on: '2026-10-05', status: 'repeated', settledBy: null, attemptsUsed: 0 },
    ]);
    const other = factsOf([failed], { yearsRepeated: new Set(['2025']) });
    expect(debtsOf(other, rulesOf(), null, asOf)).toMatchObject([{ status: 'open' }]);
  });
});

const statusOf = (reason: string, rules = rulesOf(), on = asOf) => {
  const facts = factsOf([failed], { left: { on: '2026-11-01', reason } });
  return debtsOf(facts, rules, null, on).map(({ status }) => status);
};

describe('RK §4 no. 11: a discharge closes debts by its own reason', () => {
  const closing = r2.enrollment.dischargeReasons.filter(({ closesDebts }) => closesDebts);

  test('only where the edition of its day says so of it', () => {
    const [{ id = '' } = {}] = closing;
    expect(closing.length).toBeGreaterThan(0);
    expect(statusOf(id)).toEqual(['closed']);
    expect(statusOf('own-wish')).toEqual(['open']);
    expect(statusOf('unknown')).toEqual(['open']);
  });

  test('not on a day without an edition', () => {
    const [{ id = '' } = {}] = closing;
    expect(statusOf(id, rulesOf(editionOf(), '2026-10-20', null))).toEqual(['open']);
  });
});
