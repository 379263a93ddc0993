import { must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { withCommissions } from '../worlds/commission-academy.ts';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/*
 * Of which study year a result is that names none: of its day, or of an earlier one in which the
 * same thing was failed, or the final kind was assessed at all. RK 1.2, RK 1.3, RK 1.6.
 */

const enrolled = '2025-09-01';
const lastYear = { studyYear: '2025' };
const thisYear = { studyYear: '2026' };
const interim = { kind: 'interim' };
const final = { kind: 'final' };

/** An academy whose learner has studied since September 2025, and its latest event. */
const twoYears = async (changes: Changes = {}) => {
  const academy = await withCommissions(changes, enrolled);
  const { assessments, events, id: enrollment } = academy;
  const record = (on: string, more: object) =>
    assessments.record({ enrollment, module: 'safety', assessor: 'p-9', on, ...more });
  const yearOf = async (on: string, more: object) => {
    must(await record(on, more));
    const data = (await events(`academy.enrollment-${enrollment}`)).at(-1)?.data;
    return (data as { countsFor: { studyYear: string } }).countsFor.studyYear;
  };
  return { ...academy, record, yearOf };
};

describe('RK 1.3: a result that names no year, of a kind that is given many times', () => {
  test('is of the year of its day where the earlier year was passed', async () => {
    const { yearOf } = await twoYears();
    expect(await yearOf('2026-05-20', { ...interim, value: '4' })).toBe('2025');
    expect(await yearOf('2026-10-03', { ...interim, value: '4' })).toBe('2026');
  });

  test('is of the year of its day where a later year has a result already', async () => {
    const { yearOf } = await twoYears();
    expect(await yearOf('2026-10-03', { ...interim, value: '4' })).toBe('2026');
    expect(await yearOf('2026-05-20', { ...interim, value: '5' })).toBe('2025');
  });

  test('repeats the failure of the earlier year also where this year is failed too', async () => {
    const { record } = await twoYears();
    const first = must(await record('2026-05-20', { ...interim, value: '2' })).eventId;
    must(await record('2026-10-03', { ...interim, value: '2', ...thisYear }));
    const more = await record('2026-10-10', { ...interim, value: '4' });
    expect(expectRefused(more, 'retake-needed', first).data).toMatchObject({ failed: first });
  });
});

describe('RK 1.3: a final result that names no year', () => {
  const given = { ...final, value: '4' };
  const away = { ...final, outcome: 'absent', reason: 'б' };

  test('is a second one of the earlier year, if that has a mark besides absences', async () => {
    const { record } = await twoYears();
    must(await record('2026-05-10', away));
    const first = must(await record('2026-05-20', given)).eventId;
    const again = await record('2026-10-03', given);
    expectRefused(again, 'second-result', first, '2026-05-20');
  });

  test('is of this year where the earlier one has an excused absence only', async () => {
    const { yearOf } = await twoYears();
    expect(await yearOf('2026-05-10', away)).toBe('2025');
    expect(await yearOf('2026-10-03', given)).toBe('2026');
  });

  test('is of this year where the mark of the earlier one was annulled', async () => {
    const { assessments, id: enrollment, record, yearOf } = await twoYears();
    const result = must(await record('2026-05-20', given)).eventId;
    const undo = { enrollment, result, reason: 'не тому', signer: 'p-9', on: '2026-05-21' };
    must(await assessments.annul(undo));
    expect(await yearOf('2026-10-03', given)).toBe('2026');
  });

  test('counts what was given by its own day, and nothing later', async () => {
    const late = await twoYears();
    must(await late.record('2026-10-02', { ...given, ...lastYear }));
    expect(await late.yearOf('2026-10-01', given)).toBe('2026');

    const sameDay = await twoYears();
    const first = must(await sameDay.record('2026-10-02', { ...given, ...lastYear })).eventId;
    expectRefused(await sameDay.record('2026-10-02', given), 'second-result', first);
  });
});

describe('RK 1.2: a kind without retakes', () => {
  test('begins anew each year: a 2 of a quarter of the last year is over', async () => {
    const { yearOf } = await twoYears({ assessment: { kinds: r5.assessment.kinds } });
    const quarter = { kind: 'period', period: 'quarter-1' };
    expect(await yearOf('2025-10-30', { ...quarter, value: '2' })).toBe('2025');
    expect(await yearOf('2026-10-30', { ...quarter, value: '4' })).toBe('2026');
  });

  test('that is no attestation does so too, whatever retakes it may have', async () => {
    const current = { kinds: ['current'], debt: false, commissionFromAttempt: null };
    const limits = r2.retakes.limits.flatMap((one, at) =>
      at === 0 ? [one, { ...one, ...current }] : [one],
    );
    const { yearOf } = await twoYears({ retakes: { limits } });
    expect(await yearOf('2026-05-20', { kind: 'current', value: '2' })).toBe('2025');
    expect(await yearOf('2026-10-03', { kind: 'current', value: '4' })).toBe('2026');
  });
});

/** Study year 2025 was decided, in which the interim test was failed unless a value is given. */
const decidedYear = async (value = '2') => {
  const { yearDecisions } = r5.enrollment;
  const academy = await twoYears({ enrollment: { yearDecisions } });
  const { enrollments, id: enrollment } = academy;
  const of = await mark(academy, value, '2026-05-20', interim);
  const conditional = { decision: 'promoted-conditionally', debtsUntil: '2026-12-31', debts: [of] };
  const ground = order('40-уч', '2026-05-26');
  const protocol = { number: '9', date: '2026-05-25' };
  const decision = value === '2' ? conditional : { decision: 'promoted' };
  const decided = { enrollment, studyYear: '2025', on: '2026-05-25', ground, protocol };
  must(await enrollments.decideYear({ ...decided, ...decision }));
  return { ...academy, of };
};

describe('RK 1.6: after the earlier year was decided', () => {
  const passing = { ...interim, value: '4' };

  test('a result is of this year, where that year was passed', async () => {
    const { yearOf } = await decidedYear('4');
    expect(await yearOf('2026-10-10', passing)).toBe('2026');
  });

  test('a result is of this year, where no retake waits of what was failed', async () => {
    const { yearOf } = await decidedYear();
    expect(await yearOf('2026-10-10', passing)).toBe('2026');
  });

  test('a retake that waits makes it unclear, but not once its failure was an error', async () => {
    const academy = await decidedYear();
    const { assessments, debts, of, record, yearOf, id: enrollment } = academy;
    const days = { plannedOn: '2026-10-10', on: '2026-09-05' };
    const retake = must(await debts.grantRetake({ enrollment, of, ...days })).eventId;
    const no = expectRefused(await record('2026-10-10', passing), 'retake-or-year', retake);
    const said = { retake, plannedOn: '2026-10-10', of: '2025', studyYear: '2026' };
    expect(no.data).toEqual(said);
    const mended = { enrollment, replaces: of, value: '4', words: 'четыре', reason: 'описка' };
    must(await assessments.correct({ ...mended, signer: 'p-9', on: '2026-09-06' }));
    expect(await yearOf('2026-10-10', passing)).toBe('2026');
  });
});

describe('RK 1.3: a failure that is entered late', () => {
  const failing = { ...interim, value: '2' };

  test('is refused before a plain pass of the next year, unless its year is named', async () => {
    const { record, yearOf } = await twoYears();
    const later = must(await record('2026-10-03', { ...interim, value: '4' })).eventId;
    const no = expectRefused(await record('2026-05-20', failing), 'later-result-stands', later);
    const said = { module: 'safety', kind: 'interim', result: later, on: '2026-10-03' };
    expect(no.data).toEqual(said);
    expect(await yearOf('2026-05-20', { ...failing, ...lastYear })).toBe('2025');
  });

  test('may be of the day of a pass, or before an absence with an excuse', async () => {
    const academy = await withLearner();
    const { assessments, id: enrollment } = academy;
    await mark(academy, '4', '2026-10-05', interim);
    const plain = { enrollment, module: 'safety', ...interim, assessor: 'p-9' };
    const sick = { ...plain, outcome: 'absent', reason: 'б', on: '2026-10-12' } as const;
    must(await assessments.record(sick));
    must(await assessments.record({ ...plain, value: '2', on: '2026-10-05' }));

    const other = await withLearner();
    must(await other.assessments.record(sick));
    must(await other.assessments.record({ ...plain, value: '2', on: '2026-10-05' }));
  });

  test('may be before a pass that was a retake', async () => {
    const academy = await withCommissions();
    const { assessments, debts, id: enrollment } = academy;
    const plain = { enrollment, module: 'safety', ...interim, assessor: 'p-9' };
    const missed = { ...plain, outcome: 'absent', reason: 'н', on: '2026-10-05' } as const;
    const of = must(await assessments.record(missed)).eventId;
    const days = { plannedOn: '2026-10-20', on: '2026-10-06' };
    const retake = must(await debts.grantRetake({ enrollment, of, ...days })).eventId;
    await mark(academy, '4', '2026-10-20', { retake });
    must(await assessments.record({ ...plain, value: '2', on: '2026-10-03' }));
  });
});
