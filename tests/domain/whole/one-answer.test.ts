import { must, order } from '@letopis/core';
import type { EnrollmentState } from '@letopis/core/facts';
import {
  bySubject,
  countsAsPass,
  debtRules,
  excusedBy,
  debtsOn,
  enrollmentFold,
  isExcusedIn,
  isFailing,
  lastInForce,
  readStudy,
  resultInForce,
  validResults,
} from '@letopis/core/facts';
import { isRefusal } from '@letopis/core/kernel';
import { r2 } from '@letopis/core/presets/r2';
import { debtsReport, outcomesReport } from '@letopis/projections';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readerOver } from '../../projections/event-log.ts';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';

/*
 * One question has one answer: whatever happened to a learner, completion, debts, averages and the
 * reports say the same about which result counts. RK 1.2, RK 1.3.
 */

let academy: Awaited<ReturnType<typeof mentorAcademy>>;
let learners = 0;

beforeAll(async () => {
  academy = await mentorAcademy();
});

const KINDS = ['interim', 'interim', 'final', 'current'] as const;

interface Act {
  readonly act:
    | 'record'
    | 'absent'
    | 'credit'
    | 'correct'
    | 'annul'
    | 'excuse'
    | 'retake'
    | 'pause';
  readonly kind: (typeof KINDS)[number];
  readonly module: 'safety' | 'practice';
  readonly passes: boolean;
  readonly day: number;
  readonly pick: number;
  readonly period: 'half-year-1' | 'half-year-2' | undefined;
}

const anyAct: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(
    ...(['record', 'record', 'record', 'absent', 'credit', 'correct', 'annul'] as const),
    ...(['excuse', 'retake', 'retake', 'pause'] as const),
  ),
  kind: fc.constantFrom(...KINDS),
  module: fc.constantFrom('safety', 'safety', 'practice'),
  passes: fc.boolean(),
  day: fc.nat(80),
  pick: fc.nat(5),
  period: fc.constantFrom(undefined, undefined, 'half-year-1', 'half-year-2'),
});

const dayOf = (offset: number): string =>
  new Date(Date.UTC(2026, 8, 5 + offset)).toISOString().slice(0, 10);

const valueOf = ({ module, passes }: Act): { value: string; words: string } => {
  if (module === 'practice') {
    const value = passes ? 'зачтено' : 'не зачтено';
    return { value, words: value };
  }
  return passes ? { value: '4', words: 'четыре' } : { value: '2', words: 'два' };
};

/** The order by which results are put right. */
const RIGHTED = order('9-од', '2026-08-25');

/** Lives one act of a learner; refusals are lawful. The event id of a new result, or null. */
async function live(enrollment: string, made: readonly string[], act: Act): Promise<string | null> {
  const { assessments, debts } = academy;
  const on = dayOf(act.day);
  const { kind, module, period } = act;
  const subject = { enrollment, module, kind, period, on, assessor: 'p-9' };
  const { value, words } = valueOf(act);
  const named = made.at(-1 - act.pick) ?? made.at(-1);
  const credit = { enrollment, module, kind, period, on, source: { kind: 'own' as const } };
  const about = { enrollment, reason: 'р', signer: 'p-9', ground: RIGHTED };
  const id = async (answer: ReturnType<typeof assessments.record>) => {
    const done = await answer;
    return done.ok ? done.value.eventId : null;
  };
  switch (act.act) {
    case 'record':
      return id(assessments.record({ ...subject, value }));
    case 'absent':
      return id(
        assessments.record({ ...subject, outcome: 'absent', reason: act.passes ? 'б' : 'н' }),
      );
    case 'credit':
      return id(assessments.credit(act.passes ? credit : { ...credit, value }));
    default:
  }
  if (named === undefined) return null;
  if (act.act === 'correct') {
    const basis = { kind: 'grade-sheet', number: '1' };
    await assessments.correct({ ...about, record: named, replaces: named, value, words, basis });
  } else if (act.act === 'annul') await assessments.annul({ ...about, result: named });
  else if (act.act === 'excuse') {
    const ground = { kind: 'certificate', number: '1', date: on };
    await assessments.correctAbsence({ ...about, replaces: named, code: 'б', ground });
  } else if (act.act === 'pause') {
    const days = { from: on, until: dayOf(act.day + 9), reason: 'illness' };
    await debts.pauseTerm({ enrollment, debt: named, ...days });
  } else {
    const granted = await debts.grantRetake({ enrollment, of: named, plannedOn: on, on });
    if (!granted.ok) return null;
    const taken = { enrollment, retake: granted.value.eventId, value, on, assessor: 'p-9' };
    return id(assessments.record(taken));
  }
  return null;
}

const history = fc.array(anyAct, { minLength: 3, maxLength: 14 });

async function play(acts: readonly Act[]) {
  learners += 1;
  const learner = `h-${learners}`;
  must(await academy.learners.register({ id: learner, on: '2026-09-01' }));
  const sent = { learner, group: 'm-1', from: '2026-09-01' };
  const { id: enrollment } = must(await academy.enrollments.enroll(sent));
  const made: string[] = [];
  for (const act of acts) {
    const result = await live(enrollment, made, act);
    if (result !== null) made.push(result);
  }
  const { state } = await academy.session.load(enrollmentFold, enrollment);
  const study = await readStudy(academy.session, { enrollment });
  if (isRefusal(study)) throw new Error(study.text.en);
  return { learner, enrollment, state, study };
}

const isExcused = (code: string): boolean => isExcusedIn(r2.lessons, code);

/** The subjects of attestation whose result in force fails. */
function failing(state: EnrollmentState): readonly string[] {
  const found: string[] = [];
  for (const [key, own] of bySubject(validResults(state), null)) {
    const result = lastInForce(own, isExcused);
    if (result === null || result.countsFor.kind === 'current') continue;
    if (isFailing(result, isExcused)) found.push(key);
  }
  return found.toSorted();
}

const today = '2026-12-25';
const RUNS = { numRuns: Number(process.env['ONE_ANSWER_RUNS'] ?? 60) };

describe('one question has one answer', () => {
  test('a debt is open or expired where the result in force of its subject fails', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (acts) => {
        const { state, study } = await play(acts);
        const debts = debtsOn(state, debtRules(study), today);
        const owed = debts.filter(({ status }) => status !== 'settled');
        const keys = owed.map(({ failed }) => {
          const inForce = resultInForce(state, failed.countsFor, null, excusedBy(debtRules(study)));
          expect(inForce !== null && countsAsPass(inForce)).toBe(false);
          return [failed.countsFor.kind, failed.countsFor.module, failed.countsFor.period].join();
        });
        const failed = failing(state)
          .map((key) => key.split('|'))
          .filter(([, kind]) => kind === 'interim')
          .map(([module, kind, , period]) => [kind, module, period || null].join());
        expect(keys.toSorted()).toEqual(failed.toSorted());
        const settling = debts.flatMap(({ settledBy }) => settledBy ?? []);
        expect(settling.every((one) => countsAsPass(one))).toBe(true);
      }),
      RUNS,
    );
  });

  test('nobody completes with a failing result in force, nor without a mandatory one', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (acts) => {
        const { state, enrollment } = await play(acts);
        const done = await academy.enrollments.complete({ enrollment, on: today });
        const failed = failing(state);
        const passed = (module: string, kind: string): boolean =>
          [...bySubject(validResults(state), null).values()].some((own) => {
            const result = lastInForce(own);
            return result?.module === module && result.kind === kind && countsAsPass(result);
          });
        const all =
          passed('safety', 'interim') && passed('safety', 'final') && passed('practice', 'interim');
        expect(done.ok).toBe(all && failed.length === 0);
      }),
      RUNS,
    );
  });

  test('the report of debts and the averages say what the state says', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (acts) => {
        const { state, study, enrollment } = await play(acts);
        const events = await academy.events(`academy.enrollment-${enrollment}`);
        const rules = await academy.events('academy.regulation-main');
        const programme = await academy.events('academy.programme-mentor');
        const log = [...rules, ...programme, ...events] as never;
        const page = await debtsReport(readerOver(log, { on: today }), { group: 'm-1' });
        const shown = page.debts.map(({ debt, state: now, deadline }) => [debt, now, deadline]);
        const debts = debtsOn(state, debtRules(study), today);
        const own = debts.map(({ debt, status, deadline }) => [debt, status, deadline]);
        expect(shown.toSorted()).toEqual(own.toSorted());
        const counted = [...bySubject(validResults(state), null).values()].flatMap((results) => {
          const [first] = results;
          const each = first?.countsFor.kind === 'current' ? results : [lastInForce(results)];
          return each.filter((one) => one?.mark && !one.credited);
        });
        const outcome = await outcomesReport(readerOver(log, { on: today }), { group: 'm-1' });
        expect(outcome.marks).toBe(counted.length);
      }),
      RUNS,
    );
  });

  test('the order of entry changes neither debts nor deadlines', async () => {
    const pauses = fc.array(fc.record({ from: fc.nat(60), days: fc.nat(30) }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(pauses, fc.nat(20), fc.boolean(), async (list, failedOn, first) => {
        const debtsAfter = async (early: boolean) => {
          const { enrollment } = await play([]);
          const on = dayOf(failedOn);
          const facts = { enrollment, module: 'safety', kind: 'interim', assessor: 'p-9' };
          const record = () => academy.assessments.record({ ...facts, value: '2', on });
          const { eventId: debt } = must(await record());
          const ordered = early ? list : list.toReversed();
          for (const { from, days } of ordered) {
            const span = { from: dayOf(from), until: dayOf(from + days), reason: 'illness' };
            must(await academy.debts.pauseTerm({ enrollment, debt, ...span }));
          }
          const found = must(await academy.debts.raise({ enrollment, result: debt }));
          return [found.on, found.status, found.deadline];
        };
        expect(await debtsAfter(first)).toEqual(await debtsAfter(!first));
      }),
      RUNS,
    );
  });
});
