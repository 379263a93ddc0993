import { must } from '@letopis/core';
import {
  achievementFold,
  countsFor,
  dueDays,
  isVerifiedOn,
  overdueReplenishments,
} from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  asR5,
  diploma,
  olympiad,
  openGifted,
  team,
  verifying,
  withOlympiad,
} from '../worlds/gifted-school.ts';

const annulling = {
  achievement: 'a-1',
  reason: 'duplicate' as const,
  annulledBy: 'p-1',
  on: '2026-11-02',
};
const result = {
  enrollment: 'l-1.mentor.1',
  module: 'safety',
  kind: 'interim',
  value: '5',
  assessor: 'p-9',
  basis: { kind: 'achievement', id: 'a-1' },
  on: '2026-11-02',
};

describe('D12: days of an achievement', () => {
  test('it is evidenced and verified on its own day, and not the day before', async () => {
    const { achievements } = await openGifted();
    must(await achievements.record(olympiad));
    const paper = { achievement: 'a-1', learner: 'l-1', document: diploma };
    const early = await achievements.evidence({ ...paper, on: '2026-10-29' });
    expectRefused(early, 'act-out-of-order', '2026-10-29', '2026-10-30');
    must(await achievements.evidence({ ...paper, on: '2026-10-30' }));
    must(await achievements.verify({ ...verifying, on: '2026-10-30' }));
  });

  test('RK 1.5: a document is entered late, and verifies from its own day', async () => {
    const { achievements } = await openGifted();
    must(await achievements.record({ ...team, participants: [], group: 'm-1' }));
    const paper = { achievement: 'a-2', document: diploma };
    must(await achievements.evidence({ ...paper, on: '2026-10-12' }));
    const verify = { ...verifying, achievement: 'a-2', on: '2026-10-11' };
    expectRefused(await achievements.verify(verify), 'evidence-missing', 'a-2', 'group');
    must(await achievements.evidence({ ...paper, on: '2026-10-11' }));
    must(await achievements.verify(verify));
    must(await achievements.verify({ ...verify, on: '2026-10-12' }));
  });

  test('it is annulled on the day of its latest act, and not the day before', async () => {
    const { achievements } = await openGifted();
    must(await achievements.record({ ...team, participants: [], group: 'm-1' }));
    must(await achievements.evidence({ achievement: 'a-2', document: diploma, on: '2026-10-12' }));
    must(await achievements.verify({ ...verifying, achievement: 'a-2' }));
    const wrong = { ...annulling, achievement: 'a-2' };
    const early = await achievements.annul({ ...wrong, on: '2026-11-01' });
    expectRefused(early, 'act-out-of-order', '2026-11-01', '2026-11-02');
    must(await achievements.annul(wrong));
  });

  test('an annulled one takes neither a document nor a verification', async () => {
    const { achievements } = await withOlympiad();
    must(await achievements.annul(annulling));
    const paper = { achievement: 'a-1', learner: 'l-1', document: diploma, on: '2026-11-03' };
    const code = ['achievement-annulled', 'a-1', '2026-11-02'] as const;
    expectRefused(await achievements.evidence(paper), ...code);
    expectRefused(await achievements.verify({ ...verifying, on: '2026-11-03' }), ...code);
    const none = { ...paper, achievement: 'a-9' };
    expectRefused(await achievements.evidence(none), 'achievement-unknown', 'a-9');
    const unknown = await achievements.verify({ ...verifying, achievement: 'a-9' });
    expectRefused(unknown, 'achievement-unknown', 'a-9');
  });

  test('R3 §1.4: a result may rest on it from the day it was verified, not before', async () => {
    const { assessments } = await withOlympiad();
    const early = await assessments.record({ ...result, on: '2026-11-01' });
    expectRefused(early, 'achievement-not-verified', 'a-1', '2026-11-01');
    must(await assessments.record(result));
  });

  test('R3 §1.4: and, where none is asked to verify it, from its own day', async () => {
    const achievements = { ...asR5.achievements, ...r2.achievements, basisForKinds: ['interim'] };
    const lax = { achievements: { ...achievements, basisMustBeVerified: false } };
    const school = await openGifted(lax);
    must(await school.achievements.record(olympiad));
    const early = await school.assessments.record({ ...result, on: '2026-10-29' });
    expectRefused(early, 'achievement-of-another', 'a-1', 'l-1', '2026-10-29');
    must(await school.assessments.record({ ...result, on: '2026-10-30' }));
  });
});

describe('D12: for whom an achievement counts, and since when it is verified', () => {
  test('for who took part, from its day on, until it is annulled', async () => {
    const { achievements, session } = await withOlympiad();
    const state = async () => (await session.load(achievementFold, 'a-1')).state;
    const counts = async (learner: string, on: string) => countsFor(await state(), learner, on);
    expect(await counts('l-1', '2026-10-29')).toBe(false);
    expect(await counts('l-1', '2026-10-30')).toBe(true);
    expect(await counts('l-2', '2026-10-30')).toBe(false);
    const verified = ['2026-11-01', '2026-11-02'].map(async (on) =>
      isVerifiedOn(await state(), on),
    );
    expect(await Promise.all(verified)).toEqual([false, true]);
    must(await achievements.annul(annulling));
    expect(await counts('l-1', '2026-10-30')).toBe(false);
    expect(isVerifiedOn(achievementFold.initial(), '2026-11-02')).toBe(false);
  });
});

describe('D12: what the facts about an achievement name', () => {
  test('D12: each participant with the enrollment, and the group where one has it', async () => {
    const { achievements, events } = await openGifted();
    const participants = [{ learner: 'l-1', enrollment: 'l-1.mentor.1' }, { learner: 'l-2' }];
    must(await achievements.record({ ...team, participants }));
    const [told, first, second] = await events('achievement-a-2');
    const whose = { achievement: ['a-2'], learner: ['l-1', 'l-2'], enrollment: ['l-1.mentor.1'] };
    expect(told?.refs).toEqual(whose);
    const { achievement } = whose;
    expect(first?.refs).toEqual({ achievement, learner: ['l-1'], enrollment: ['l-1.mentor.1'] });
    expect(second?.refs).toEqual({ achievement, learner: ['l-2'] });
    expect(second?.data).toMatchObject({ learner: 'l-2', enrollment: null });
    expect(second?.data).not.toHaveProperty('result');
  });

  test('D12: one learner is no team, unless it is said; a group has its own document', async () => {
    const { achievements, events } = await openGifted();
    const alone = { ...team, participants: [{ learner: 'l-1' }] };
    must(await achievements.record(alone));
    expect((await events('achievement-a-2'))[0]?.data).toMatchObject({ team: false });
    must(await achievements.record({ ...alone, id: 'a-3', team: true }));
    expect((await events('achievement-a-3'))[0]?.data).toMatchObject({ team: true });
    const ofGroup = { ...team, id: 'a-4', participants: [], group: 'm-1', document: diploma };
    must(await achievements.record(ofGroup));
    const [, paper] = await events('achievement-a-4');
    expect(paper?.refs).toEqual({ achievement: ['a-4'], group: ['m-1'] });
    const house = { ...ofGroup, id: 'a-5', group: null, ofInstitution: true };
    must(await achievements.record(house));
    expect((await events('achievement-a-5'))[1]?.refs).toEqual({ achievement: ['a-5'] });
  });

  test('R3 §3.6: a later document names its learner, or the group', async () => {
    const { achievements, events } = await openGifted();
    must(await achievements.record(team));
    const paper = { achievement: 'a-2', document: diploma, on: '2026-10-12' };
    must(await achievements.evidence({ ...paper, learner: 'l-2' }));
    const last = async (id: string) => (await events(`achievement-${id}`)).at(-1)?.refs;
    expect(await last('a-2')).toEqual({ achievement: ['a-2'], learner: ['l-2'] });
    must(await achievements.record({ ...team, id: 'a-4', participants: [], group: 'm-1' }));
    must(await achievements.evidence({ ...paper, achievement: 'a-4' }));
    expect(await last('a-4')).toEqual({ achievement: ['a-4'], group: ['m-1'] });
    const house = { ...team, id: 'a-5', participants: [], ofInstitution: true };
    must(await achievements.record(house));
    must(await achievements.evidence({ ...paper, achievement: 'a-5' }));
    expect(await last('a-5')).toEqual({ achievement: ['a-5'] });
  });

  test('R3 §3.6: without a document, group or institution is told by its kind', async () => {
    const { achievements } = await openGifted();
    must(await achievements.record({ ...team, participants: [], group: 'm-1' }));
    const verify = async (achievement: string) =>
      achievements.verify({ ...verifying, achievement });
    expectRefused(await verify('a-2'), 'evidence-missing', 'a-2', 'group');
    must(await achievements.record({ ...team, group: 'm-1', id: 'a-3' }));
    expectRefused(await verify('a-3'), 'evidence-missing', 'a-3', 'l-1', 'l-2');
    const paper = { achievement: 'a-3', document: diploma, on: '2026-10-12' };
    must(await achievements.evidence(paper));
    must(await verify('a-3'));
  });
});

describe('R3 §3.5: days of a bank', () => {
  test('where it is replenished once a year, a year begins after its day', async () => {
    const achievements = { ...r2.achievements, ...asR5.achievements, replenishBy: ['11-20'] };
    const school = await openGifted({ achievements });
    const next = { bank: 'learners', due: '2027-11-20', replenishedBy: 'p-5' };
    const early = await school.achievements.replenish({ ...next, on: '2026-11-20' });
    expectRefused(early, 'replenished-too-early', '2026-11-20', '2027-11-20');
    must(await school.achievements.replenish({ ...next, on: '2026-11-21' }));
  });

  test('each of its days is replenished for by itself', async () => {
    const { achievements } = await openGifted();
    const done = { bank: 'learners', replenishedBy: 'p-5', on: '2026-11-20' };
    must(await achievements.replenish({ ...done, due: '2026-06-30' }));
    must(await achievements.replenish({ ...done, due: '2026-12-31' }));
    const again = await achievements.replenish({ ...done, due: '2026-12-31' });
    expectRefused(again, 'bank-replenished-already', 'learners', '2026-12-31', '2026-11-20');
  });

  test('due days are told from one day to another, both of them included', () => {
    expect(dueDays(['06-30', '12-31'], '2026-06-30', '2026-12-31')).toHaveLength(2);
    expect(dueDays(['06-30', '12-31'], '2026-07-01', '2026-12-30')).toEqual([]);
    const rules = { banks: asR5.achievements?.banks.slice(0, 1) ?? [], replenishBy: ['06-30'] };
    const overdue = (on: string) => overdueReplenishments(rules, new Map(), '2026-06-30', on);
    expect(overdue('2026-06-30')).toEqual([]);
    expect(overdue('2026-07-01')).toEqual([{ bank: 'learners', due: '2026-06-30' }]);
  });
});
