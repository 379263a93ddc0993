import { must } from '@letopis/core';
import { commendationFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openGifted } from '../worlds/gifted-school.ts';
import { regulation } from '../worlds/records-school.ts';

const proposal = {
  id: 'k-1',
  learner: 'l-1',
  enrollment: 'l-1.mentor.1',
  basis: 'petition' as const,
  proposedBy: 'p-9',
  on: '2026-11-02',
};
const order = {
  commendation: 'k-1',
  kind: 'letter-of-thanks',
  orderedBy: 'p-1',
  on: '2026-11-05',
};
const publishing = { commendation: 'k-1', place: 'academy.example/awards' };
const revocation = { commendation: 'k-1', revokedBy: 'p-1' };
const whose = { commendation: ['k-1'], learner: ['l-1'], enrollment: ['l-1.mentor.1'] };
const diploma = { title: 'Диплом', number: '14', date: '2026-10-30' };

async function proposed(changes = {}, more = {}) {
  const school = await openGifted({ ...regulation(), ...changes });
  must(await school.commendations.propose({ ...proposal, ...more }));
  const last = async () => (await school.events('commendation-k-1')).at(-1);
  const state = async () => (await school.session.load(commendationFold, 'k-1')).state;
  return { ...school, last, state };
}
const ordered = async (changes = {}) => {
  const school = await proposed(changes);
  must(await school.commendations.order(order));
  return school;
};

describe('D14: days of a commendation', () => {
  test('each step may be on the day of the step before it', async () => {
    const { commendations } = await proposed();
    must(await commendations.order({ ...order, on: proposal.on }));
    must(await commendations.present({ commendation: 'k-1', on: proposal.on }));
    must(await commendations.revoke({ ...revocation, on: proposal.on }));
  });

  test('none is on the day before its order; a revocation follows every other step', async () => {
    const { commendations, state } = await ordered();
    const day = { commendation: 'k-1', on: '2026-11-04' };
    const early = ['act-out-of-order', '2026-11-04', '2026-11-05'] as const;
    expectRefused(await commendations.present(day), ...early);
    expectRefused(await commendations.publish({ ...publishing, ...day }), ...early);
    expectRefused(await commendations.revoke({ ...revocation, ...day }), ...early);
    must(await commendations.present({ commendation: 'k-1', on: '2026-11-08' }));
    expect(await state()).toMatchObject({ proposedOn: '2026-11-02', presentedOn: '2026-11-08' });
    const before = await commendations.revoke({ ...revocation, on: '2026-11-07' });
    const rests = ['2026-11-07', 'CommendationPresented', '2026-11-08'];
    expectRefused(before, 'entry-contradicted', ...rests);
    must(await commendations.revoke({ ...revocation, on: '2026-11-08' }));
  });

  test('RK 1.5: what was before the revocation is entered after it', async () => {
    const commendation = { ...r2.commendation, publicationNeedsConsent: false };
    const { commendations, state } = await ordered({ commendation });
    must(await commendations.revoke({ ...revocation, on: '2026-11-10' }));
    must(await commendations.publish({ ...publishing, on: '2026-11-05' }));
    const sameDay = await commendations.present({ commendation: 'k-1', on: '2026-11-10' });
    expectRefused(sameDay, 'commendation-revoked', 'k-1', '2026-11-10');
    must(await commendations.present({ commendation: 'k-1', on: '2026-11-09' }));
    expect(await state()).toMatchObject({
      places: [publishing.place],
      presentedOn: '2026-11-09',
      revokedOn: '2026-11-10',
    });
    const again = await commendations.revoke({ ...revocation, on: '2026-11-09' });
    expectRefused(again, 'entry-contradicted', 'CommendationRevoked', '2026-11-10');
  });

  test('R1 §5.3: a consent counts from its day until the day before it is withdrawn', async () => {
    const { commendations, learners } = await ordered();
    const given = { learner: 'l-1', id: 'c-1', purpose: 'publication' as const };
    must(await learners.giveConsent({ ...given, givenBy: 'learner', on: '2026-11-06' }));
    const withdrawal = { learner: 'l-1', consent: 'c-1', withdrawnBy: 'learner' };
    must(await learners.withdrawConsent({ ...withdrawal, on: '2026-11-12' }));
    const publish = async (place: string, on: string) =>
      commendations.publish({ ...publishing, place, on });
    expectRefused(await publish('a', '2026-11-05'), 'publication-consent-missing', 'l-1');
    must(await publish('a', '2026-11-06'));
    must(await publish('b', '2026-11-11'));
    expectRefused(await publish('c', '2026-11-12'), 'publication-consent-missing', 'l-1');
  });

  test('R1 §5.3: one who comes of age consents from that day on', async () => {
    const { commendations, learners } = await ordered();
    must(await learners.change({ learner: 'l-1', birthDate: '2008-11-10', on: '2026-09-01' }));
    const given = { learner: 'l-1', id: 'c-1', purpose: 'publication' as const };
    must(await learners.giveConsent({ ...given, givenBy: 'learner', on: '2026-11-10' }));
    must(await commendations.publish({ ...publishing, on: '2026-11-10' }));
  });

  test('R1 §5.5: it counts in a result from the order’s day until it is revoked', async () => {
    const { assessments, commendations } = await ordered();
    const result = {
      enrollment: 'l-1.mentor.1',
      module: 'safety',
      kind: 'interim',
      value: '5',
      assessor: 'p-9',
      basis: { kind: 'commendation', id: 'k-1' },
    };
    const record = async (on: string) => assessments.record({ ...result, on });
    expectRefused(await record('2026-11-04'), 'commendation-not-ordered', 'k-1');
    must(await record('2026-11-05'));
    must(await commendations.revoke({ ...revocation, on: '2026-11-08' }));
    must(await record('2026-11-07'));
    expectRefused(await record('2026-11-08'), 'commendation-revoked', 'k-1', '2026-11-08');
    const nameless = await assessments.record({
      ...result,
      basis: { kind: 'commendation' },
      on: '2026-11-05',
    });
    expectRefused(nameless, 'commendation-unknown', '—');
  });
});

describe('D14: what the facts about a commendation name', () => {
  test('its learner and enrollment, and who ordered or revoked it', async () => {
    const { commendations, last } = await ordered();
    expect((await last())?.refs).toEqual({ ...whose, official: ['p-1'] });
    must(await commendations.present({ commendation: 'k-1', on: '2026-11-06' }));
    expect((await last())?.refs).toEqual(whose);
    expect((await last())?.data).toEqual({ commendation: 'k-1', learner: 'l-1' });
    must(await commendations.revoke({ ...revocation, on: '2026-11-06' }));
    expect((await last())?.refs).toEqual({ ...whose, official: ['p-1'] });
    expect((await last())?.data).not.toHaveProperty('reason');
  });

  test('where it was published, and nothing of an enrollment that it does not have', async () => {
    const commendation = { ...r2.commendation, publicationNeedsConsent: false };
    const { commendations, last } = await proposed({ commendation }, { enrollment: null });
    expect((await last())?.refs).toEqual({ commendation: ['k-1'], learner: ['l-1'] });
    expect((await last())?.data).toMatchObject({ proposedBy: { kind: 'person', id: 'p-9' } });
    expect((await last())?.data).not.toHaveProperty('merit');
    must(await commendations.order(order));
    must(await commendations.publish({ ...publishing, on: '2026-11-06' }));
    expect((await last())?.refs).toEqual({ commendation: ['k-1'], learner: ['l-1'] });
    expect((await last())?.data).toMatchObject({ learner: 'l-1', place: publishing.place });
  });
});

describe('D14 R1 §5.1: grounds and areas', () => {
  test('R1 §5.1.1: success needs an area only where the regulation has some', async () => {
    const bare = { commendation: { ...r2.commendation, areas: [] } };
    const success = { basis: 'documented-success', documents: [diploma], area: null };
    const { last } = await proposed(bare, success);
    expect((await last())?.data).toMatchObject({ area: null });
  });

  test('R1 §5.1: an area of the regulation may be named on any ground', async () => {
    const { commendations, last } = await proposed({}, { area: 'study', documents: [diploma] });
    expect((await last())?.data).toMatchObject({ area: 'study', documents: { value: [diploma] } });
    const odd = await commendations.propose({ ...proposal, id: 'k-2', area: 'cooking' });
    expectRefused(odd, 'commendation-area-unknown', 'cooking');
  });
});
