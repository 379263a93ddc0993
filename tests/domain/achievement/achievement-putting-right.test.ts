import { must } from '@letopis/core';
import { achievementFold, bankFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { grant } from '../worlds/credit-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  asR5,
  diploma,
  listing,
  olympiad,
  openGifted,
  verifying,
  withOlympiad,
} from '../worlds/gifted-school.ts';

const wrong = { reason: 'не тот документ', signer: 'p-1', office: 'head', on: '2026-11-21' };
const strange = '01990000-0000-7000-8000-000000000001';
const enrollment = 'l-1.mentor.1';
const mark = { enrollment, module: 'safety', kind: 'interim', value: '5', assessor: 'p-9' };
const result = { ...mark, basis: { kind: 'achievement', id: 'a-1' } };

/** The olympiad with its document and verification, each by its event id. */
async function verified() {
  const school = await withOlympiad();
  const { achievements, events, session } = school;
  const idOf = async (type: string) =>
    (await events('achievement-a-1')).find((event) => event.type === type)?.id ?? '';
  const annul = async (entry: string, more = {}) =>
    achievements.annulEntry({ achievement: 'a-1', entry, ...wrong, ...more });
  const state = async () => (await session.load(achievementFold, 'a-1')).state;
  const last = async () => (await events('achievement-a-1')).at(-1);
  const document = await idOf('AchievementEvidenced');
  const verification = await idOf('AchievementVerified');
  return { ...school, idOf, annul, state, last, document, verification };
}

describe('D12, RK 1.8: a document or a verification of an achievement is annulled', () => {
  test('it never was; by whom and why stays on record', async () => {
    const { achievements, annul, last, state, verification: entry } = await verified();
    must(await annul(entry));
    const annulment = await last();
    expect(annulment).toMatchObject({
      type: 'AchievementEntryAnnulled',
      occurredOn: '2026-11-02',
    });
    expect(annulment?.refs).toEqual({
      achievement: ['a-1'],
      learner: ['l-1'],
      enrollment: [enrollment],
      official: ['p-1', 'p-9'],
    });
    expect(annulment?.data).toEqual({
      achievement: 'a-1',
      corrects: entry,
      entry: 'AchievementVerified',
      actedOn: '2026-11-21',
      replacedBy: null,
      signer: { person: 'p-1', office: 'head', position: null },
      reason: 'не тот документ',
      edition: 1,
    });
    expect(await state()).toMatchObject({ verifiedOn: null, evidenced: ['l-1'] });
    must(await achievements.verify({ ...verifying, on: '2026-11-01' }));
    expect(await state()).toMatchObject({ verifiedOn: '2026-11-01' });
  });

  test('R3 §3.6: a document is annulled after the verification that needs it', async () => {
    const { achievements, annul, document, state, verification } = await verified();
    const rests = ['AchievementVerified', '2026-11-02', verification];
    expectRefused(await annul(document), 'entry-rested-on', document, ...rests);
    const paper = { achievement: 'a-1', learner: 'l-1', document: diploma };
    const after = must(await achievements.evidence({ ...paper, on: '2026-11-03' })).eventId;
    expectRefused(await annul(document), 'entry-rested-on', document, ...rests);
    must(await annul(after));
    must(await achievements.evidence({ ...paper, on: '2026-11-02' }));
    const again = await annul(document);
    expectRefused(again, 'entry-rested-on', verification);
    must(await achievements.evidence({ ...paper, on: '2026-10-31' }));
    must(await annul(document));
    expect(await state()).toMatchObject({ evidenced: ['l-1', 'l-1'] });
  });

  test('R3 §3.5: so is the document of a group', async () => {
    const { achievements, events } = await openGifted();
    const of = { ...olympiad, id: 'a-3', participants: [], group: 'm-1', document: diploma };
    must(await achievements.record(of));
    must(await achievements.verify({ ...verifying, achievement: 'a-3' }));
    const told = await events('achievement-a-3');
    const idOf = (type: string) => told.find((event) => event.type === type)?.id ?? '';
    const annul = async (entry: string) =>
      achievements.annulEntry({ achievement: 'a-3', entry, ...wrong });
    const document = idOf('CollectiveEvidenced');
    expectRefused(await annul(document), 'entry-rested-on', idOf('AchievementVerified'));
    must(await annul(idOf('AchievementVerified')));
    must(await annul(document));
    const no = await achievements.verify({ ...verifying, achievement: 'a-3' });
    expectRefused(no, 'evidence-missing', 'a-3', 'group');
  });

  test('R3 §1.4: a verification is annulled after the results based on it', async () => {
    const { achievements, annul, assessments, verification } = await verified();
    const { eventId } = must(await assessments.record({ ...result, on: '2026-11-02' }));
    const no = expectRefused(await annul(verification), 'entry-rested-on', verification);
    expect(no.data).toMatchObject({
      facts: [{ type: 'AssessmentRecorded', id: eventId, on: '2026-11-02' }],
    });
    const later = must(await achievements.verify({ ...verifying, on: '2026-11-03' })).eventId;
    expectRefused(await annul(verification), 'entry-rested-on', eventId);
    must(await annul(later));
    must(await achievements.verify(verifying));
    must(await annul(verification));
  });

  test('R5 §1.2: and after the credits of it', async () => {
    const { annul, assessments, credits, events, learners, store, ...ids } = await verified();
    must(await learners.listAsGifted(listing));
    const wish = { enrollment, applicant: 'learner' as const, achievement: 'a-1' };
    const wanted = [{ module: 'safety', kind: 'final' }];
    const source = { kind: 'achievement' as const };
    must(await credits.apply({ ...wish, id: 'c-2', source, wanted, on: '2026-11-03' }));
    const granted = [{ module: 'safety', kind: 'final', value: '5' }];
    const by = { decidedBy: 'p-1', controlledBy: 'p-2', on: '2026-11-05' };
    must(await credits.decide({ credit: 'c-2', granted, ...by }));
    await grant(store);
    const credited = (await events(`enrollment-${enrollment}`)).at(-1)?.id ?? '';
    const no = expectRefused(await annul(ids.verification), 'entry-rested-on', credited);
    expect(no.data).toMatchObject({ facts: [{ type: 'ResultCredited', on: '2026-11-05' }] });
    const undo = { enrollment, result: credited, reason: 'ошибка', signer: 'p-1', office: 'head' };
    must(await assessments.annul({ ...undo, on: '2026-11-20' }));
    must(await annul(ids.verification));
  });

  test('what else is entered goes with the achievement as a whole', async () => {
    const { achievements, annul, document, idOf } = await verified();
    const needed = 'AchievementEvidenced, CollectiveEvidenced, AchievementVerified';
    for (const type of ['AchievementRecorded', 'AchievementParticipantNamed']) {
      const entry = await idOf(type);
      expectRefused(await annul(entry), 'entry-of-another-kind', entry, type, needed);
    }
    const whole = { achievement: 'a-1', reason: 'error' as const, annulledBy: 'p-1' };
    must(await achievements.annul({ ...whole, on: '2026-11-20' }));
    expectRefused(await annul(document), 'achievement-annulled', 'a-1', '2026-11-20');
    const none = await achievements.annulEntry({ achievement: 'a-9', entry: document, ...wrong });
    expectRefused(none, 'achievement-unknown', 'a-9');
  });

  test('RK 1.8: once, by its event id, for a reason, by who may put entries right', async () => {
    const { annul, verification: entry } = await verified();
    const unsaid = await annul(entry, { reason: undefined });
    expectRefused(unsaid, 'reason-missing', 'annul-achievement-entry', entry);
    expectRefused(await annul(entry, { signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, '2026-11-21');
    expectRefused(await annul(strange), 'entry-unknown', strange, 'a-1');
  });
});

describe('R3 §1.4, RK 1.8: a whole achievement is annulled after what rests on it', () => {
  const whole = { reason: 'error' as const, annulledBy: 'p-1', on: '2026-11-20' };

  test('after the result based on it, however it is taken back', async () => {
    const { achievements, assessments, idOf, last } = await verified();
    const entry = await idOf('AchievementRecorded');
    const { eventId } = must(await assessments.record({ ...result, on: '2026-11-02' }));
    const no = await achievements.annul({ ...whole, achievement: 'a-1' });
    expect(expectRefused(no, 'entry-rested-on', eventId).data).toEqual({
      entry,
      facts: [{ type: 'AssessmentRecorded', id: eventId, on: '2026-11-02' }],
    });
    const undo = { enrollment, result: eventId, reason: 'ошибка', signer: 'p-1', office: 'head' };
    must(await assessments.annul({ ...undo, on: '2026-11-20' }));
    must(await achievements.annul({ ...whole, achievement: 'a-1' }));
    expect(await last()).toMatchObject({ type: 'AchievementAnnulled', data: { corrects: entry } });
  });

  test('where no verification is asked for, too', async () => {
    const rules = { ...asR5.achievements, ...r2.achievements, basisForKinds: ['interim'] };
    const { achievements, assessments } = await openGifted({
      achievements: { ...rules, basisMustBeVerified: false },
    });
    must(await achievements.record(olympiad));
    const { eventId } = must(await assessments.record({ ...result, on: '2026-10-30' }));
    const no = await achievements.annul({ ...whole, achievement: 'a-1' });
    expectRefused(no, 'entry-rested-on', 'AssessmentRecorded', eventId);
  });

  test('after the credit of it', async () => {
    const { achievements, assessments, credits, events, learners, store } = await verified();
    must(await learners.listAsGifted(listing));
    const wish = { enrollment, applicant: 'learner' as const, achievement: 'a-1' };
    const wanted = [{ module: 'safety', kind: 'final' }];
    const source = { kind: 'achievement' as const };
    must(await credits.apply({ ...wish, id: 'c-2', source, wanted, on: '2026-11-03' }));
    const granted = [{ module: 'safety', kind: 'final', value: '5' }];
    const by = { decidedBy: 'p-1', controlledBy: 'p-2', on: '2026-11-05' };
    must(await credits.decide({ credit: 'c-2', granted, ...by }));
    await grant(store);
    const credited = (await events(`enrollment-${enrollment}`)).at(-1)?.id ?? '';
    const no = await achievements.annul({ ...whole, achievement: 'a-1' });
    expectRefused(no, 'entry-rested-on', 'ResultCredited', credited);
    const undo = { enrollment, result: credited, reason: 'ошибка', signer: 'p-1', office: 'head' };
    must(await assessments.annul({ ...undo, on: '2026-11-20' }));
    must(await achievements.annul({ ...whole, achievement: 'a-1' }));
  });

  test('R3 §3.6: after the item that shows it was removed or annulled; others stay', async () => {
    const { achievements, portfolios } = await verified();
    const item = {
      holder: { learner: 'l-1' },
      item: 'i-1',
      kind: 'certificate',
      medium: 'paper' as const,
      title: 'Диплом победителя',
      locator: 'папка 3',
      addedBy: 'p-9',
      on: '2026-11-03',
    };
    must(await portfolios.add({ ...item, item: 'i-2' }));
    const { eventId } = must(await portfolios.add({ ...item, achievement: 'a-1' }));
    const no = await achievements.annul({ ...whole, achievement: 'a-1' });
    expect(expectRefused(no, 'entry-rested-on').data).toMatchObject({
      facts: [{ type: 'PortfolioItemAdded', id: eventId, on: '2026-11-03' }],
    });
    const { holder } = item;
    const reason = 'added-in-error';
    const removing = { holder, item: 'i-1', reason, removedBy: 'p-9', on: '2026-11-04' };
    must(await portfolios.remove(removing));
    must(await achievements.annul({ ...whole, achievement: 'a-1' }));
  });
});

describe('R3 §3.5, RK 1.8: a replenishment is annulled', () => {
  const done = { bank: 'learners', due: '2026-12-31', replenishedBy: 'p-5', on: '2026-11-20' };

  test('the period is open again, and is replenished anew', async () => {
    const { achievements, events, session } = await openGifted();
    const { eventId: entry } = must(await achievements.replenish(done));
    const undo = { bank: 'learners', entry, ...wrong };
    const unsaid = await achievements.annulReplenishment({ ...undo, reason: undefined });
    expectRefused(unsaid, 'reason-missing', 'annul-replenishment', entry);
    must(await achievements.annulReplenishment(undo));
    const annulment = (await events('bank-learners')).at(-1);
    expect(annulment).toMatchObject({ type: 'ReplenishmentAnnulled', occurredOn: done.on });
    expect(annulment?.refs).toEqual({ official: ['p-1', 'p-5'] });
    expect(annulment?.data).toMatchObject({
      bank: 'learners',
      corrects: entry,
      entry: 'BankReplenished',
      reason: 'не тот документ',
    });
    expect((await session.load(bankFold, 'learners')).state.done).toEqual([]);
    must(await achievements.replenish({ ...done, on: '2026-11-19' }));
    const again = await achievements.annulReplenishment(undo);
    expectRefused(again, 'entry-annulled-already', entry, '2026-11-21');
    const none = { bank: 'groups', entry, ...wrong };
    expectRefused(await achievements.annulReplenishment(none), 'entry-unknown', entry, 'groups');
  });
});
