import * as events from '@letopis/core/events';
import type { EnrollmentEvent, EnrollmentState } from '@letopis/core/facts';
import {
  deadlineOf,
  failureWith,
  mayBeRetaken,
  resultInForce,
  waitingRetake,
} from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import {
  credited,
  editionOf,
  enrolled,
  happened,
  ids,
  recorded,
  resultAnnulled,
  stateOf,
} from '../worlds/enrollment-facts.ts';

/* What was failed, whether it may be retaken on a day, and until when. 273-FZ art. 58. */

const [interim, final] = r2.retakes.limits;
if (interim === undefined || final === undefined) throw new Error('R2 limits two kinds');
const twoLimits = [interim, final];
const state = (...facts: readonly EnrollmentEvent[]) => stateOf([enrolled('2026-09-01'), ...facts]);
const isExcused = (code: string) => code === 'б';
const asFinal = { kind: 'final', form: 'exam' };
const retaken = (of: string) => ({
  retake: { granted: `for-${of}`, of, attempt: 1, counts: true },
});

/** May the failure that lasts with this result be retaken on the day, by these limits? */
function may(
  facts: EnrollmentState,
  failed: string,
  on: string,
  change: Partial<(typeof twoLimits)[number]> = {},
): boolean {
  const limits = twoLimits.map((one) => ({ ...one, ...change }));
  const edition = editionOf({ retakes: { limits } });
  const programme = {
    programmeType: 'qualification-improvement',
    mandatory: [],
    modules: { safety: { forms: [{ kind: 'interim' }, { kind: 'final' }], mandatory: [] } },
  };
  const result = facts.results.get(failed);
  const failure = result === undefined ? null : failureWith(facts, result, isExcused);
  if (failure === null) throw new Error(`${failed} failed`);
  return mayBeRetaken(facts, failure, { editionOn: () => edition, programme }, edition.retakes, on);
}

describe('273-FZ art. 58 part 5: a failure that makes no debt', () => {
  const failed = state(recorded('f', '2026-10-05', '2', asFinal));

  test('is retaken until the last day of its term', () => {
    expect(may(failed, 'f', '2027-10-05')).toBe(true);
    expect(may(failed, 'f', '2027-10-06')).toBe(false);
    expect(may(failed, 'f', '2036-10-06', { termMonths: null, debt: false })).toBe(true);
  });

  test('is retaken while an attempt is left, where their number is limited', () => {
    const again = recorded('g', '2026-10-20', '2', { ...asFinal, ...retaken('f') });
    const used = state(recorded('f', '2026-10-05', '2', asFinal), again);
    expect(may(used, 'f', '2026-11-01')).toBe(false);
    expect(may(used, 'f', '2026-11-01', { attemptsMax: 2, debt: false })).toBe(true);
    expect(may(used, 'f', '2026-11-01', { attemptsMax: null, debt: false })).toBe(true);
    expect(may(failed, 'f', '2026-11-01', { attemptsMax: 0, debt: false })).toBe(false);
  });
});

describe('273-FZ art. 58 part 5: a debt', () => {
  test('is retaken while it is open, whatever became of another one', () => {
    const facts = state(
      recorded('planned', '2026-10-01', '2', { planned: 'test-1' }),
      credited('settled', '2026-10-02', { planned: 'test-1' }),
      recorded('f', '2026-10-05', '2'),
    );
    expect(may(facts, 'f', '2027-10-05')).toBe(true);
    expect(may(facts, 'f', '2027-10-06')).toBe(false);
    expect(may(facts, 'planned', '2026-10-05')).toBe(false);
  });
});

describe('RK 1.3: the result in force of a subject', () => {
  const subject = {
    module: 'safety',
    kind: 'interim',
    studyYear: '2026',
    period: null,
    planned: null,
  };
  const inForce = (...facts: readonly EnrollmentEvent[]) =>
    resultInForce(state(...facts), subject, null, isExcused)?.event ?? null;

  test('is none that was annulled, and none where nothing was recorded', () => {
    const [two, four] = [recorded('two', '2026-10-05', '2'), recorded('four', '2026-10-06', '4')];
    expect(inForce()).toBeNull();
    expect(inForce(two, four)).toBe('four');
    expect(inForce(two, four, resultAnnulled('four', '2026-10-07'))).toBe('two');
  });
});

describe('RK 1.2: the failure that a result belongs to', () => {
  const facts = state(
    recorded('passed', '2026-10-01', '4', { planned: 'test-1' }),
    recorded('failed', '2026-10-05', '2'),
    recorded('again', '2026-10-06', '2', retaken('failed')),
    credited('credit', '2026-10-07'),
    recorded('later', '2026-10-08', '4'),
    recorded('new', '2026-10-09', '2'),
    recorded('wrong', '2026-10-10', '4'),
    resultAnnulled('wrong', '2026-10-11'),
  );
  const of = (event: string) => {
    const result = facts.results.get(event);
    if (result === undefined) throw new Error(`${event} was recorded`);
    return failureWith(facts, result, isExcused)?.failed.event ?? null;
  };

  test('is that which it began, was an attempt at, or ended', () => {
    expect(of('failed')).toBe('failed');
    expect(of('again')).toBe('failed');
    expect(of('credit')).toBe('failed');
    expect(of('new')).toBe('new');
  });

  test('one that neither failed nor made a failure good belongs to none', () => {
    expect(of('passed')).toBeNull();
    expect(of('later')).toBeNull();
    expect(of('wrong')).toBeNull();
  });
});

const granted = (id: string, of: string) =>
  happened(events.retakeGranted, id, '2026-10-10', {
    ...ids,
    module: 'safety',
    kind: 'interim',
    group: 'm-1',
    of,
    attempt: 1,
    plannedOn: '2026-10-20',
    commission: null,
    edition: 1,
  });

describe('D9: the retake of a subject that waits', () => {
  test('is one of that subject, not of another or of a result that is not there', () => {
    const facts = state(
      recorded('interim', '2026-10-05', '2'),
      recorded('final', '2026-10-05', '2', asFinal),
      granted('for-nothing', 'unknown'),
      granted('for-interim', 'interim'),
      granted('for-final', 'final'),
    );
    expect(waitingRetake(facts, 'safety|final|2026||')?.event).toBe('for-final');
    expect(waitingRetake(facts, 'safety|interim|2026||')?.event).toBe('for-interim');
    expect(waitingRetake(facts, 'practice|interim|2026||')).toBeNull();
  });
});

const days = (from: string, until: string | null) => ({ reason: 'illness', from, until });

const end = (...pauses: readonly (readonly [string, string])[]) =>
  deadlineOf(
    [],
    { on: '2026-10-05', pauses: pauses.map(([from, until]) => ({ from, until })) },
    { termMonths: 1 },
    [],
    '2026-12-20',
  );

const asked = (from: string, until: string | null, asOf = '2026-10-20') =>
  deadlineOf(
    [days(from, until)],
    { on: '2026-10-05', pauses: [] },
    { termMonths: 1 },
    ['illness'],
    asOf,
  );

describe('273-FZ art. 58 part 5: days that do not count move the end of a term', () => {
  test('those before the term do not, its first day does', () => {
    expect(end()).toBe('2026-11-05');
    expect(end(['2026-09-01', '2026-09-20'])).toBe('2026-11-05');
    expect(end(['2026-09-01', '2026-10-05'])).toBe('2026-11-05');
    expect(end(['2026-09-01', '2026-10-06'])).toBe('2026-11-06');
    expect(end(['2026-10-06', '2026-10-06'])).toBe('2026-11-06');
  });

  test('each day once, and the days between two pauses not at all', () => {
    expect(end(['2026-10-10', '2026-10-12'], ['2026-10-20', '2026-10-21'])).toBe('2026-11-10');
    expect(end(['2026-10-20', '2026-10-21'], ['2026-10-10', '2026-10-12'])).toBe('2026-11-10');
    expect(end(['2026-10-10', '2026-10-12'], ['2026-10-12', '2026-10-13'])).toBe('2026-11-09');
    expect(end(['2026-10-10', '2026-10-19'], ['2026-10-12', '2026-10-13'])).toBe('2026-11-15');
  });

  test('a leave without an end counts up to the day asked, one that is to begin not yet', () => {
    expect(asked('2026-10-11', null)).toBe('2026-11-15');
    expect(asked('2026-10-20', null)).toBe('2026-11-06');
    expect(asked('2026-10-30', null)).toBe('2026-11-05');
    expect(asked('2026-10-11', '2026-10-11')).toBe('2026-11-06');
  });
});
