import { must } from '@letopis/core';
import {
  achievementFold,
  editionOn,
  refuseUnlessBasisAllowed,
  regulationFold,
} from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectSaid } from '../worlds/expect-refused.ts';
import { diploma, olympiad, openGifted, team, verifying } from '../worlds/gifted-school.ts';

/* On which papers an achievement stands, and what is told of a paper that is taken back. */

const protocol = {
  id: 'k-1',
  title: 'Звонкие голоса',
  kind: 'festival',
  level: 'municipal',
  organiser: 'Управление образования',
  heldOn: '2026-10-10',
  number: '3',
  medium: 'paper' as const,
  locator: 'папка 04-07',
  signer: 'p-9',
  on: '2026-10-15',
};
const wrong = { reason: 'не тот документ', signer: 'p-1', office: 'head', on: '2026-11-21' };

describe('R3 §3.4, RK 1.8: a document that is annulled', () => {
  test('says which copy of a protocol it was, for the page of the contest', async () => {
    const { achievements, contests, events } = await openGifted();
    must(await contests.keepProtocol(protocol));
    must(await achievements.record(team));
    const of = { achievement: 'a-2', learner: 'l-1', on: '2026-10-20' };
    const copy = must(await achievements.evidence({ ...of, contest: 'k-1' })).eventId;
    const paper = must(await achievements.evidence({ ...of, document: diploma })).eventId;
    must(await achievements.annulEntry({ achievement: 'a-2', entry: copy, ...wrong }));
    must(await achievements.annulEntry({ achievement: 'a-2', entry: paper, ...wrong }));
    const [ofCopy, ofPaper] = (await events('achievement-a-2')).slice(-2);
    expect(ofCopy?.data).toMatchObject({ corrects: copy, contest: 'k-1' });
    expect(ofPaper?.data).toMatchObject({ corrects: paper });
    expect(ofPaper?.data).not.toHaveProperty('contest');
  });

  test('R3 §3.6: is free to go where the verification did without documents', async () => {
    const lax = { ...r2.achievements, evidenceRequired: false };
    const { achievements, session } = await openGifted({ achievements: lax });
    must(await achievements.record(team));
    must(await achievements.verify({ ...verifying, achievement: 'a-2' }));
    // Both documents are of a day before the verification, and are entered after it.
    const of = { achievement: 'a-2', document: diploma, on: '2026-10-12' };
    const { eventId: entry } = must(await achievements.evidence({ ...of, learner: 'l-1' }));
    must(await achievements.evidence({ ...of, learner: 'l-2' }));
    must(await achievements.annulEntry({ achievement: 'a-2', entry, ...wrong }));
    const { state } = await session.load(achievementFold, 'a-2');
    expect(state).toMatchObject({ evidenced: ['l-2'], verifiedOn: '2026-11-02' });
  });
});

describe('D12: what an achievement keeps of those who took part', () => {
  test('D12: a document given at once names the achievement and its learner', async () => {
    const { achievements, events } = await openGifted();
    must(await achievements.record(olympiad));
    const paper = (await events('achievement-a-1')).at(-1);
    expect(paper?.type).toBe('AchievementEvidenced');
    expect(paper?.refs).toEqual({ achievement: ['a-1'], learner: ['l-1'] });
  });

  test('D12: the enrollments in which it was achieved are those that were named', async () => {
    const { achievements, session } = await openGifted();
    const participants = [{ learner: 'l-1', enrollment: 'l-1.mentor.1' }, { learner: 'l-2' }];
    must(await achievements.record({ ...team, participants }));
    const { state } = await session.load(achievementFold, 'a-2');
    expect(state.enrollments).toEqual(['l-1.mentor.1']);
  });
});

describe('R3 §1.4, R1 §5.5: a result rests on what was recorded', () => {
  const result = { learner: 'l-1', kind: 'interim', on: '2026-11-10' };

  test('and on no achievement or commendation that was not', async () => {
    const { session } = await openGifted();
    const { state: regulation } = await session.load(regulationFold, 'main');
    const edition = editionOn(regulation, result.on);
    if (edition === null) throw new Error('the regulation is in force');
    const { state: achievement } = await session.load(achievementFold, 'a-9');
    const read = { learner: null, achievement, commendation: null };
    const no = refuseUnlessBasisAllowed({ kind: 'achievement', id: 'a-9' }, read, result, edition);
    expectSaid(no, 'achievement-unknown', 'a-9');
    for (const restsOn of [read, undefined]) {
      const basis = { kind: 'commendation', id: 'k-9' };
      const none = refuseUnlessBasisAllowed(basis, restsOn, result, edition);
      expectSaid(none, 'commendation-unknown', 'k-9');
    }
  });
});
