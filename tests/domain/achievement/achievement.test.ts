import { must, newCommandId } from '@letopis/core';
import { achievementFold } from '@letopis/core/facts';
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
  on: '2026-11-05',
};

describe('D12 R3 §3.1 (external): an achievement', () => {
  test('R3 §3.1 (external), R5 §3.2.2: has event, level, outcome and document', async () => {
    const { events } = await withOlympiad();
    expect(await events('achievement-a-1')).toMatchObject([
      {
        type: 'AchievementRecorded',
        occurredOn: '2026-10-30',
        refs: { achievement: ['a-1'], learner: ['l-1'], enrollment: ['l-1.mentor.1'] },
        data: {
          holder: 'learner',
          kind: 'olympiad',
          level: 'regional',
          outcome: 'winner',
          team: false,
          officialList: 'gifted-list',
          edition: 1,
        },
      },
      { type: 'AchievementParticipantNamed', data: { result: { value: '1 место, 98 баллов' } } },
      { type: 'AchievementEvidenced', data: { document: { value: { number: '14' } } } },
      {
        type: 'AchievementVerified',
        refs: { learner: ['l-1'], official: ['p-9'] },
        data: { byDocument: true, signer: { person: 'p-9', office: 'teacher' } },
      },
    ]);
  });

  test('D12: the learner’s result and document stand beside the line, never in it', async () => {
    const { store } = await withOlympiad();
    for await (const page of store.readStream('academy.achievement-a-1')) {
      for (const { line } of page) expect(line).not.toMatch(/98 баллов|Диплом/);
      expect(page[2]?.beside).toHaveProperty('document');
    }
  });

  test('D12: of a team names each learner in a fact of their own', async () => {
    const { achievements, events } = await openGifted();
    must(await achievements.record(team));
    const [told, ...named] = await events('achievement-a-2');
    expect(told).toMatchObject({ refs: { learner: ['l-1', 'l-2'] }, data: { team: true } });
    expect(named.map(({ refs }) => refs.learner)).toEqual([['l-1'], ['l-2']]);
  });

  test('D12 R3 §3.5: of a collective or of the institution is evidenced as such', async () => {
    const { achievements, events } = await openGifted();
    const ofGroup = { ...team, group: 'm-1', participants: [] };
    must(await achievements.record(ofGroup));
    const shown = { achievement: 'a-2', document: diploma, on: '2026-10-12' };
    must(await achievements.evidence(shown));
    must(await achievements.verify({ ...verifying, achievement: 'a-2' }));
    const house = { ...team, id: 'a-3', participants: [], ofInstitution: true, document: diploma };
    must(await achievements.record(house));
    const [told, paper] = await events('achievement-a-2');
    expect(told).toMatchObject({ refs: { group: ['m-1'] }, data: { holder: 'group' } });
    expect(paper).toMatchObject({ type: 'CollectiveEvidenced', data: { document: diploma } });
    const [ofHouse] = await events('achievement-a-3');
    expect(ofHouse?.data).toMatchObject({ holder: 'institution', group: null });
  });

  test('D12: is annulled as a fact about its record, on the record’s own day', async () => {
    const { achievements, events, session } = await withOlympiad();
    must(await achievements.annul(annulling));
    const story = await events('achievement-a-1');
    expect(story.at(-1)).toMatchObject({
      type: 'AchievementAnnulled',
      occurredOn: '2026-10-30',
      refs: story[0]?.refs,
      data: { corrects: story[0]?.id, actedOn: '2026-11-05', reason: 'duplicate' },
    });
    const { state } = await session.load(achievementFold, 'a-1');
    expect(state.annulledOn).toBe('2026-11-05');
  });

  test('D12: verified again, it was verified from the first day on', async () => {
    const { achievements, session } = await withOlympiad();
    must(await achievements.verify({ ...verifying, on: '2026-11-02' }));
    must(await achievements.verify({ ...verifying, on: '2026-11-05' }));
    const { state } = await session.load(achievementFold, 'a-1');
    expect(state.verifiedOn).toBe('2026-11-02');
  });

  test('D12: sent twice it is one, named by its command', async () => {
    const { achievements, events, store } = await openGifted();
    const { id: _, ...unnamed } = olympiad;
    const sent = { ...unnamed, commandId: newCommandId(store.ports) };
    const first = must(await achievements.record(sent));
    expect(first.achievement).toBe(sent.commandId);
    expect(must(await achievements.record(sent))).toEqual(first);
    expect(await events(`achievement-${sent.commandId}`)).toHaveLength(3);
  });
});

const refuses = async (change: object, code: string, ...values: string[]) => {
  const { achievements } = await openGifted();
  expectRefused(await achievements.record({ ...olympiad, ...change }), code, ...values);
};

describe('D12: an achievement is refused', () => {
  test('for words that the regulation has not', async () => {
    await refuses({ kind: 'chess' }, 'achievement-word-unknown', 'chess', 'olympiad');
    await refuses({ level: 'cosmic' }, 'achievement-word-unknown', 'cosmic', 'regional');
    await refuses({ outcome: 'fame' }, 'achievement-word-unknown', 'fame', 'winner');
    await refuses({ officialList: 'x' }, 'achievement-word-unknown', 'x', 'gifted-list');
  });

  test('for who is not there, or is another', async () => {
    await refuses({ participants: [{ learner: 'l-9' }] }, 'learner-unknown', 'l-9');
    const not = [{ learner: 'l-1', enrollment: 'l-1.mentor.7' }];
    await refuses({ participants: not }, 'enrollment-unknown', 'l-1.mentor.7');
    const other = [{ learner: 'l-2', enrollment: 'l-1.mentor.1' }];
    await refuses({ participants: other }, 'enrollment-of-another', 'l-1.mentor.1', 'l-2');
    await refuses({ participants: [], group: 'm-9' }, 'group-unknown', 'm-9');
  });

  test('for nobody, for somebody twice, for a document in the wrong place', async () => {
    await refuses({ participants: [] }, 'invalid-input', 'group');
    const twice = [{ learner: 'l-1' }, { learner: 'l-1' }];
    await refuses({ participants: twice }, 'invalid-input', 'participants');
    await refuses({ document: diploma }, 'invalid-input', 'participants[].document');
    await refuses({ group: 'm-1', ofInstitution: true }, 'invalid-input', 'ofInstitution');
  });

  test('ahead, and under an id that stands', async () => {
    await refuses({ on: '2026-11-23' }, 'dated-ahead', '2026-11-23');
    const { achievements } = await withOlympiad();
    expectRefused(await achievements.record(olympiad), 'already-exists', 'a-1');
  });
});

describe('D12 R3 §3.6: verifying', () => {
  test('asks for a document of each who took part, where the regulation does', async () => {
    const { achievements } = await openGifted();
    must(await achievements.record(team));
    const verify = { ...verifying, achievement: 'a-2' };
    expectRefused(await achievements.verify(verify), 'evidence-missing', 'a-2', 'l-1', 'l-2');
    const paper = { achievement: 'a-2', document: diploma, on: '2026-10-12' };
    must(await achievements.evidence({ ...paper, learner: 'l-1' }));
    expectRefused(await achievements.verify(verify), 'evidence-missing', 'l-2');
    expectRefused(await achievements.evidence(paper), 'evidence-misplaced', 'a-2');
    const other = await achievements.evidence({ ...paper, learner: 'l-3' });
    expectRefused(other, 'achievement-of-another', 'a-2', 'l-3');
  });

  test('without one is on record as such, where the regulation lets it', async () => {
    const lax = { ...r2.achievements, evidenceRequired: false };
    const { achievements, events } = await openGifted({ achievements: lax });
    must(await achievements.record(team));
    must(await achievements.verify({ ...verifying, achievement: 'a-2' }));
    expect((await events('achievement-a-2')).at(-1)?.data).toMatchObject({ byDocument: false });
  });

  test('is signed in an office of the regulation, in the order of days', async () => {
    const { achievements } = await openGifted();
    must(await achievements.record(olympiad));
    const by = await achievements.verify({ ...verifying, verifiedBy: 'p-7' });
    expectRefused(by, 'not-appointed', 'p-7');
    const as = await achievements.verify({ ...verifying, office: 'archivist' });
    expectRefused(as, 'office-not-entitled', 'archivist');
    const early = await achievements.verify({ ...verifying, on: '2026-10-29' });
    expectRefused(early, 'act-out-of-order', '2026-10-29');
  });

  test('and annulling: only of one that stands', async () => {
    const { achievements } = await withOlympiad();
    const none = { ...annulling, achievement: 'a-9' };
    expectRefused(await achievements.annul(none), 'achievement-unknown', 'a-9');
    expectRefused(await achievements.annul({ ...annulling, annulledBy: 'p-5' }), 'not-appointed');
    must(await achievements.annul(annulling));
    const again = await achievements.annul(annulling);
    expectRefused(again, 'achievement-annulled', 'a-1', '2026-11-05');
  });
});

describe('D12 R3 §1.4: a result may rest on an achievement', () => {
  const result = {
    enrollment: 'l-1.mentor.1',
    module: 'safety',
    kind: 'interim',
    value: '5',
    assessor: 'p-9',
    basis: { kind: 'achievement', id: 'a-1' },
    on: '2026-11-10',
  };

  test('R3 §1.4 (interim): of the learner, verified, at a kind of the regulation', async () => {
    const { assessments, events } = await withOlympiad();
    must(await assessments.record(result));
    expect((await events('enrollment-l-1.mentor.1')).at(-1)?.data).toMatchObject({
      basis: { kind: 'achievement', id: 'a-1' },
    });
    const current = await assessments.record({ ...result, kind: 'current' });
    expectRefused(current, 'basis-not-for-kind', 'a-1', 'current', 'interim');
  });

  test('and on none that is another’s, later, unknown, unverified or annulled', async () => {
    const { assessments, achievements } = await withOlympiad();
    const other = await assessments.record({ ...result, enrollment: 'l-2.mentor.1' });
    expectRefused(other, 'achievement-of-another', 'a-1', 'l-2');
    const early = await assessments.record({ ...result, on: '2026-10-29' });
    expectRefused(early, 'achievement-of-another', '2026-10-29');
    const before = await assessments.record({ ...result, on: '2026-11-01' });
    expectRefused(before, 'achievement-not-verified', 'a-1', '2026-11-01');
    const nameless = await assessments.record({ ...result, basis: { kind: 'achievement' } });
    expectRefused(nameless, 'achievement-unknown', '—');
    must(await achievements.annul(annulling));
    expectRefused(await assessments.record(result), 'achievement-annulled', 'a-1');
  });

  test('that is unverified, where the regulation asks for nothing more', async () => {
    const lax = { ...asR5.achievements, ...r2.achievements, basisMustBeVerified: false };
    const { assessments, achievements } = await openGifted({ achievements: lax });
    must(await achievements.record(olympiad));
    must(await assessments.record(result));
  });
});
