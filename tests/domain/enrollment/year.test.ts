import { must, order } from '@letopis/core';
import type { EnrollmentState } from '@letopis/core/facts';
import {
  debtRules,
  debtsOn,
  enrollmentFold,
  failingSubjects,
  placeOn,
  readStudy,
} from '@letopis/core/facts';
import { foldEvents, isRefusal } from '@letopis/core/kernel';
import { r5 } from '@letopis/core/presets/r5';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { YearSchool } from '../worlds/year-school.ts';
import {
  decision,
  promotionOrder,
  protocol,
  pupil,
  yearMark,
  yearSchool,
} from '../worlds/year-school.ts';

const stateOf = async ({ events }: YearSchool): Promise<EnrollmentState> =>
  foldEvents(enrollmentFold, (await events(`academy.enrollment-${pupil}`)) as never);

const toNextYear = { to: '11a', from: '2027-09-01' } as const;

const application = { number: '3', date: '2027-05-24' } as const;

describe('RK 1.6, 273-FZ art. 58 part 8: promotion to the next form', () => {
  test('a learner of form 10 with a year mark 2 is not transferred to form 11', async () => {
    const school = await yearSchool();
    await yearMark(school, 'algebra', '2');
    expectRefused(
      await school.enrollments.transfer({ enrollment: pupil, to: '11a', on: '2027-09-01' }),
      'promotion-required',
      '10a (10)',
      '11a (11)',
      'decideYear',
    );
  });

  test('nor is one without failing marks, until the council has decided', async () => {
    const school = await yearSchool();
    const move = { enrollment: pupil, to: '11a', on: '2027-09-01' } as const;
    expectRefused(await school.enrollments.transfer(move), 'promotion-required', '11a');
    must(await school.enrollments.decideYear(decision));
    must(await school.enrollments.transfer(move));
    expect(placeOn(await stateOf(school), '2027-09-01').group).toBe('11a');
  });

  test('the decision and the transfer that it carries are one act, on one order', async () => {
    const school = await yearSchool();
    await yearMark(school, 'algebra', '4');
    must(await school.enrollments.decideYear({ ...decision, ...toNextYear }));
    const [decided, moved] = (await school.events(`academy.enrollment-${pupil}`)).slice(-2);
    expect(decided).toMatchObject({
      type: 'YearDecided',
      occurredOn: '2027-05-25',
      ground: promotionOrder,
      refs: { group: ['10a', '11a'], learner: ['l-1'] },
      data: {
        group: '10a',
        studyYear: '2026',
        decision: 'promoted',
        outcome: 'advances',
        debts: [],
        debtsUntil: null,
        toGroup: '11a',
        protocol,
        application: null,
      },
    });
    expect(moved).toMatchObject({
      type: 'Transferred',
      occurredOn: '2027-09-01',
      ground: promotionOrder,
      data: { fromGroup: '10a', toGroup: '11a' },
    });
  });

  test('a parallel group of the same form and year needs no decision', async () => {
    const school = await yearSchool();
    must(await school.enrollments.transfer({ enrollment: pupil, to: '10b', on: '2027-01-11' }));
  });

  test('the same form of a later study year needs one: that is a repeated year', async () => {
    const school = await yearSchool();
    const move = { enrollment: pupil, to: '10v', on: '2027-09-01' } as const;
    expectRefused(await school.enrollments.transfer(move), 'promotion-required', '10v (10)');
    must(await school.enrollments.decideYear({ ...decision, decision: 'repeats', application }));
    must(await school.enrollments.transfer(move));
  });

  test('a group that does not say its form is told to, since nobody can decide', async () => {
    const school = await yearSchool();
    must(await school.groups.open({ id: 'new', programme: 'senior', on: '2026-09-01' }));
    expectRefused(
      await school.enrollments.transfer({ enrollment: pupil, to: 'new', on: '2027-09-01' }),
      'group-stage-missing',
      'new',
    );
  });

  test('a regulation whose programme has no study years moves learners as before', async () => {
    const enrollment = { ...r5.enrollment, promotionRequired: [] };
    const { enrollments } = await yearSchool({ enrollment });
    must(await enrollments.transfer({ enrollment: pupil, to: '11a', on: '2027-09-01' }));
  });
});

describe('RK 1.6, 273-FZ art. 58 part 8: who fails', () => {
  test('is not promoted unconditionally; the subjects are named', async () => {
    const school = await yearSchool();
    await yearMark(school, 'history', '5');
    const failed = await yearMark(school, 'algebra', '2');
    expectRefused(
      await school.enrollments.decideYear(decision),
      'year-subjects-failing',
      'algebra/interim 2027-05-20',
      failed,
    );
  });

  test('is promoted conditionally with every debt named and a term', async () => {
    const school = await yearSchool();
    const debts = [await yearMark(school, 'algebra', '2'), await yearMark(school, 'history', '2')];
    const conditional = { ...decision, decision: 'promoted-conditionally' } as const;
    const { enrollments } = school;
    expectRefused(
      await enrollments.decideYear({ ...conditional, debts: debts.slice(0, 1) }),
      'year-debts-unnamed',
      'history/interim',
      debts[1] ?? '',
    );
    expectRefused(
      await enrollments.decideYear({ ...conditional, debts }),
      'year-debt-term-missing',
      'debtsUntil',
    );
    expectRefused(
      await enrollments.decideYear({ ...conditional, debts, debtsUntil: '2027-05-25' }),
      'year-debt-term-missing',
      '2027-05-25',
    );
    const late = await enrollments.decideYear({ ...conditional, debts, debtsUntil: '2028-05-21' });
    expectRefused(late, 'year-debt-term-late', '2028-05-20', '2028-05-21');
    must(await enrollments.decideYear({ ...conditional, debts, debtsUntil: '2027-10-01' }));
    expect((await stateOf(school)).study.years.get('2026')).toMatchObject({
      debts: [
        { result: debts[0], module: 'algebra', kind: 'interim' },
        { result: debts[1], module: 'history', kind: 'interim' },
      ],
      debtsUntil: '2027-10-01',
    });
  });

  test('the term that the decision sets binds debts and their retakes', async () => {
    const school = await yearSchool();
    const debts = [await yearMark(school, 'algebra', '2')];
    const until = { decision: 'promoted-conditionally', debts, debtsUntil: '2027-10-01' };
    must(await school.enrollments.decideYear({ ...decision, ...until }));
    const study = await readStudy(school.session, { enrollment: pupil });
    if (isRefusal(study)) throw new Error(study.text.en);
    const state = await stateOf(school);
    const on = (day: string) => debtsOn(state, debtRules(study), day);
    expect(on('2027-10-01')).toMatchObject([{ status: 'open', deadline: '2027-10-01' }]);
    expect(on('2027-10-02')).toMatchObject([{ status: 'expired', expiredOn: '2027-10-02' }]);
    const retake = { enrollment: pupil, of: debts[0] ?? '', on: '2027-06-01' };
    const late = await school.debts.grantRetake({ ...retake, plannedOn: '2027-10-02' });
    expectRefused(late, 'retake-after-term', '2027-10-02', '2027-10-01');
    must(await school.debts.grantRetake({ ...retake, plannedOn: '2027-10-01' }));
  });

  test('RK §4 no. 11: who died owes nothing', async () => {
    const school = await yearSchool();
    await yearMark(school, 'algebra', '2');
    const left = { enrollment: pupil, reason: 'death', on: '2027-05-24' };
    must(await school.enrollments.discharge({ ...left, ground: order('41-уч', '2027-05-24') }));
    const study = await readStudy(school.session, { enrollment: pupil });
    if (isRefusal(study)) throw new Error(study.text.en);
    const state = await stateOf(school);
    const status = (day: string) => debtsOn(state, debtRules(study), day)[0]?.status;
    expect([status('2027-05-23'), status('2027-05-24')]).toEqual(['open', 'closed']);
  });

  test('a conditional promotion needs a debt, and one that is a debt', async () => {
    const school = await yearSchool();
    const good = await yearMark(school, 'history', '4');
    const conditional = { ...decision, decision: 'promoted-conditionally' } as const;
    expectRefused(await school.enrollments.decideYear(conditional), 'year-debts-unnamed');
    expectRefused(
      await school.enrollments.decideYear({ ...conditional, debts: [good] }),
      'year-debt-not-failing',
      good,
    );
  });

  test('the latest mark of a subject counts, up to the day of the decision', async () => {
    const school = await yearSchool();
    await yearMark(school, 'algebra', '4', '2026-12-20');
    await yearMark(school, 'algebra', '3', '2027-05-20');
    await yearMark(school, 'history', '2', '2027-05-26');
    must(await school.enrollments.decideYear(decision));
  });

  test('a current mark is no attestation and stops nobody', async () => {
    const school = await yearSchool();
    const current = { enrollment: pupil, module: 'algebra', value: '2', on: '2027-05-20' };
    must(await school.assessments.record({ ...current, kind: 'current', assessor: 'p-9' }));
    must(await school.enrollments.decideYear(decision));
  });
});

describe('273-FZ art. 58 part 9: repeated year, adapted programme, individual plan', () => {
  test('the results of a repeated year stop counting as failing', async () => {
    const school = await yearSchool();
    await yearMark(school, 'algebra', '2');
    const repeats = { ...decision, decision: 'repeats', application } as const;
    must(await school.enrollments.decideYear({ ...repeats, to: '10v', from: '2027-09-01' }));
    const state = await stateOf(school);
    expect([...state.study.yearsRepeated]).toEqual(['2026']);
    expect(placeOn(state, '2027-09-01').group).toBe('10v');
  });

  test.each(['repeats', 'adapted-programme', 'individual-plan'])(
    '%s is decided on the application of the parents',
    async (word) => {
      const school = await yearSchool();
      const { enrollments } = school;
      const asked = { ...decision, decision: word };
      expectRefused(await enrollments.decideYear(asked), 'year-paper-missing', 'application');
      must(await enrollments.decideYear({ ...asked, application }));
    },
  );

  test('the protocol of the council is named', async () => {
    const { enrollments } = await yearSchool();
    expectRefused(
      await enrollments.decideYear({ ...decision, protocol: null }),
      'year-paper-missing',
      'protocol',
    );
  });

  test('who repeats the year does not go to the next form', async () => {
    const { enrollments } = await yearSchool();
    const repeats = { ...decision, decision: 'repeats', application, ...toNextYear } as const;
    expectRefused(
      await enrollments.decideYear(repeats),
      'year-group-unfit',
      '10a (10)',
      '11a (11)',
    );
    must(await enrollments.decideYear({ ...decision, decision: 'repeats', application }));
    const move = { enrollment: pupil, to: '11a', on: '2027-09-01' } as const;
    expectRefused(await enrollments.transfer(move), 'promotion-required', 'repeats');
  });
});

describe('RK 1.6: what every decision on a year needs', () => {
  test('an order, a known decision, one for each year, and a year that has begun', async () => {
    const { enrollments } = await yearSchool();
    const ground = { kind: 'application', number: null, date: '2027-05-25' } as const;
    expectRefused(await enrollments.decideYear({ ...decision, ground }), 'order-required');
    expectRefused(
      await enrollments.decideYear({ ...decision, decision: 'skips' }),
      'year-decision-unknown',
      'skips',
      'promoted-conditionally',
    );
    expectRefused(
      await enrollments.decideYear({ ...decision, studyYear: '2027' }),
      'year-not-begun',
      '2027',
    );
    expectRefused(
      await enrollments.decideYear({ ...decision, on: '2027-06-11' }),
      'dated-ahead',
      '2027-06-11',
    );
    must(await enrollments.decideYear(decision));
    expectRefused(
      await enrollments.decideYear(decision),
      'year-decided-already',
      '2026',
      'promoted',
    );
  });

  test('a learner who studies here on that day', async () => {
    const { enrollments } = await yearSchool();
    must(await enrollments.discharge({ enrollment: pupil, reason: 'own-wish', on: '2027-05-01' }));
    expectRefused(await enrollments.decideYear(decision), 'not-possible-now', '2027-05-01');
  });
});

describe('RK 1.6, 1.8: a decision on a year is put right', () => {
  const by = { signer: 'p-1', reason: 'Описка в протоколе', on: '2027-06-01' } as const;

  test('it is corrected with its true day, and the earlier one stays readable', async () => {
    const school = await yearSchool();
    const failed = await yearMark(school, 'algebra', '2', '2027-05-27');
    const { eventId } = must(await school.enrollments.decideYear(decision));
    const right = {
      enrollment: pupil,
      entry: eventId,
      ...by,
      decision: 'promoted-conditionally',
      debts: [failed],
      debtsUntil: '2027-10-01',
      protocol,
      decidedOn: '2027-05-28',
      ground: promotionOrder,
    } as const;
    const corrected = must(await school.enrollments.correctYearDecision(right));
    const [annulled, stands] = (await school.events(`academy.enrollment-${pupil}`)).slice(-2);
    expect(annulled).toMatchObject({
      type: 'StudyEntryAnnulled',
      occurredOn: '2027-05-25',
      data: {
        corrects: eventId,
        entry: 'YearDecided',
        actedOn: '2027-06-01',
        replacedBy: stands?.id,
        signer: { person: 'p-1', office: 'head' },
        reason: { value: 'Описка в протоколе' },
      },
    });
    expect(stands).toMatchObject({
      type: 'YearDecided',
      occurredOn: '2027-05-28',
      ground: promotionOrder,
    });
    expect(corrected.eventId).toBe(annulled?.id);
    expect((await stateOf(school)).study.years.get('2026')).toMatchObject({
      decision: 'promoted-conditionally',
      on: '2027-05-28',
    });
    expectRefused(
      await school.enrollments.annulStudyEntry({ enrollment: pupil, entry: eventId, ...by }),
      'entry-annulled-already',
      stands?.id ?? '',
    );
  });

  test('RK 1.8: corrected by a court, it keeps its order; a wrong order is corrected', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    const { eventId: entry } = must(await enrollments.decideYear(decision));
    const ground = { kind: 'court', number: '2-118/2027', date: '2027-06-01' } as const;
    const court = { enrollment: pupil, ...by, decision: 'repeats', protocol, application, ground };
    expectRefused(
      await enrollments.correctYearDecision({ ...court, entry, entryGround: null }),
      'order-required',
    );
    must(await enrollments.correctYearDecision({ ...court, entry }));
    const [annulled, stands] = (await school.events(`academy.enrollment-${pupil}`)).slice(-2);
    expect([annulled?.ground, stands?.ground]).toEqual([ground, promotionOrder]);
    const entryGround = order('41-уч', '2027-05-26');
    const again = { ...court, entry: stands?.id ?? '', entryGround };
    must(await enrollments.correctYearDecision(again));
    expect((await school.events(`academy.enrollment-${pupil}`)).at(-1)?.ground).toEqual(
      entryGround,
    );
  });

  test('annulled from the start, it counts as never made', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    const repeats = { ...decision, decision: 'repeats', application } as const;
    const { eventId } = must(await enrollments.decideYear(repeats));
    const annul = { enrollment: pupil, entry: eventId, ...by, ground: promotionOrder };
    must(await enrollments.annulStudyEntry(annul));
    const { study } = await stateOf(school);
    expect([study.years.size, study.yearsRepeated.size]).toEqual([0, 0]);
    must(await enrollments.decideYear(decision));
  });

  test('not while the learner moved on it, which is named; the same outcome may', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    const { eventId } = must(await enrollments.decideYear({ ...decision, ...toNextYear }));
    const entry = { enrollment: pupil, entry: eventId, ...by, ground: promotionOrder } as const;
    const [moved] = (await school.events(`academy.enrollment-${pupil}`)).slice(-1);
    expectRefused(
      await enrollments.annulStudyEntry(entry),
      'entry-rested-on',
      'Transferred 2027-09-01',
      moved?.id ?? '',
    );
    const repeats = { ...entry, decision: 'repeats', protocol, application } as const;
    expectRefused(await enrollments.correctYearDecision(repeats), 'entry-rested-on', 'Transferred');
    const same = { ...entry, decision: 'promoted', protocol: { number: '10', date: '2027-05-25' } };
    must(await enrollments.correctYearDecision(same));
  });

  test('by whom the regulation names, with a reason and an order', async () => {
    const { enrollments } = await yearSchool();
    const { eventId } = must(await enrollments.decideYear(decision));
    const entry = { enrollment: pupil, entry: eventId, ...by, ground: promotionOrder } as const;
    expectRefused(await enrollments.annulStudyEntry({ ...entry, signer: 'p-9' }), 'not-appointed');
    const { reason: _unsaid, ...silent } = entry;
    expectRefused(await enrollments.annulStudyEntry(silent), 'reason-missing');
    const ground = null;
    expectRefused(await enrollments.annulStudyEntry({ ...entry, ground }), 'order-required');
    expectRefused(
      await enrollments.correctStudyForm({ ...entry, form: 'family' }),
      'entry-of-another-kind',
      'YearDecided',
      'StudyFormSet',
    );
  });

  test('property: a decision that is annulled leaves no trace in what holds', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    const before = await stateOf(school);
    const words = ['promoted', 'repeats', 'adapted-programme', 'individual-plan'] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...words), async (word) => {
        const made = { ...decision, decision: word, application };
        const { eventId } = must(await enrollments.decideYear(made));
        const annul = { enrollment: pupil, entry: eventId, ...by, ground: promotionOrder };
        must(await enrollments.annulStudyEntry(annul));
        const { study } = await stateOf(school);
        expect(study.years).toEqual(before.study.years);
        expect(study.yearsRepeated).toEqual(before.study.yearsRepeated);
      }),
      { numRuns: 12 },
    );
  });
});

test('273-FZ art. 58: a subject fails from the day of its failing mark on', async () => {
  const school = await yearSchool();
  await yearMark(school, 'algebra', '2');
  const state = await stateOf(school);
  const failing = (limit: object, on: string, form = 'interim') => {
    const limits = [{ kinds: ['interim'], programmeTypes: [], debt: true, ...limit }];
    const kinds = [{ id: 'interim', attestation: true }];
    const general = { programmeTypes: [] };
    const edition = { general, assessment: { kinds }, retakes: { limits } } as never;
    const modules = { algebra: { forms: [{ kind: form }], mandatory: [] } };
    const programme = { programmeType: 'basic', mandatory: [], modules };
    return failingSubjects(state, { editionOn: () => edition, programme }, on);
  };
  expect(failing({}, '2027-05-19')).toEqual([]);
  expect(failing({}, '2027-05-20').map((one) => one.module)).toEqual(['algebra']);
  // RK 1.2: a kind that makes no debt, in this type of programme, holds nobody back.
  expect(failing({ debt: false }, '2027-05-20')).toEqual([]);
  expect(failing({ programmeTypes: ['other'] }, '2027-05-20')).toEqual([]);
  // Nor does an attestation that the programme does not plan.
  expect(failing({}, '2027-05-20', 'final')).toEqual([]);
});
