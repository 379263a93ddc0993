import { must } from '@letopis/core';
import { commendationFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openGifted } from '../worlds/gifted-school.ts';

const diploma = { title: 'Диплом', number: '14', date: '2026-10-30' };
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
const whose = { commendation: 'k-1', learner: 'l-1' };
const publishing = { commendation: 'k-1', place: 'academy.example/awards', on: '2026-11-07' };
const revocation = { commendation: 'k-1', revokedBy: 'p-1', on: '2026-11-10' };
const consent = { learner: 'l-1', purpose: 'publication' as const };

/** R2 with some rules of commendation changed. */
const rules = (changes: Partial<typeof r2.commendation>) => ({
  commendation: { ...r2.commendation, ...changes },
});

async function school(changes: Parameters<typeof openGifted>[0] = {}) {
  const opened = await openGifted(changes);
  const last = async () => (await opened.events('commendation-k-1')).at(-1);
  const state = async () => (await opened.session.load(commendationFold, 'k-1')).state;
  return { ...opened, last, state };
}

async function ordered(changes: Parameters<typeof openGifted>[0] = {}) {
  const opened = await school(changes);
  must(await opened.commendations.propose(proposal));
  must(await opened.commendations.order(order));
  return opened;
}

describe('D14 R1 §5: what each step of a commendation says', () => {
  test('before it is proposed it is nothing', async () => {
    const { state } = await school();
    expect(await state()).toEqual({
      id: null,
      learner: '',
      enrollment: null,
      proposedOn: '',
      orderedOn: null,
      presentedOn: null,
      revokedOn: null,
      places: [],
      entries: new Map(),
      latestDay: '',
      replaced: new Map(),
    });
  });

  test('the proposal: of whom, on what ground, with which documents, by whom', async () => {
    const { commendations, last, state } = await school();
    const success = { basis: 'documented-success', area: 'study', documents: [diploma] } as const;
    must(await commendations.propose({ ...proposal, ...success, merit: 'победа' }));
    const event = await last();
    expect(event).toMatchObject({ type: 'CommendationProposed', occurredOn: '2026-11-02' });
    expect(event?.data).toEqual({
      ...whose,
      enrollment: 'l-1.mentor.1',
      basis: 'documented-success',
      area: 'study',
      documents: { value: [diploma] },
      merit: { value: 'победа' },
      proposedBy: { kind: 'person', id: 'p-9' },
      edition: 1,
    });
    const about = { id: 'k-1', learner: 'l-1', enrollment: 'l-1.mentor.1' };
    expect(await state()).toMatchObject({ ...about, proposedOn: '2026-11-02' });
  });

  test('the order: its kind, who ordered in which office, where a copy is kept', async () => {
    const { last, state } = await ordered(rules({ copiesTo: 'portfolio' }));
    const event = await last();
    expect(event).toMatchObject({ type: 'CommendationOrdered', occurredOn: '2026-11-05' });
    const act = { kind: 'letter-of-thanks', orderedBy: 'p-1', office: 'head' };
    expect(event?.data).toEqual({ ...whose, ...act, copiesTo: 'portfolio', edition: 1 });
    expect(await state()).toMatchObject({ orderedOn: '2026-11-05', presentedOn: null });
    const plain = await ordered(rules({ copiesTo: null }));
    expect((await plain.last())?.data).toMatchObject({ copiesTo: null });
  });

  test('the presentation and the publication: their days and place', async () => {
    const { commendations, learners, last, state } = await ordered();
    must(await commendations.present({ commendation: 'k-1', on: '2026-11-06' }));
    expect((await state()).presentedOn).toBe('2026-11-06');
    const given = { ...consent, id: 'c-1', givenBy: 'learner', on: '2026-11-01' };
    must(await learners.giveConsent(given));
    must(await commendations.publish(publishing));
    const event = await last();
    expect(event).toMatchObject({ type: 'CommendationPublished', occurredOn: '2026-11-07' });
    const { place } = publishing;
    expect(event?.data).toEqual({ ...whose, place, consent: 'c-1', edition: 1 });
    expect((await state()).places).toEqual([place]);
    must(await commendations.publish({ ...publishing, place: 'стенд' }));
    expect((await state()).places).toEqual([place, 'стенд']);
  });

  test('the revocation: by whom, in which office, and why', async () => {
    const { commendations, last, state } = await ordered();
    must(await commendations.revoke({ ...revocation, reason: 'ошибка жюри' }));
    const event = await last();
    expect(event).toMatchObject({ type: 'CommendationRevoked', occurredOn: '2026-11-10' });
    const act = { revokedBy: 'p-1', office: 'head', reason: { value: 'ошибка жюри' } };
    expect(event?.data).toEqual({ ...whose, ...act, edition: 1 });
    expect((await state()).revokedOn).toBe('2026-11-10');
  });
});

describe('D14 R1 §5.1: grounds of a proposal', () => {
  test('R1 §5.1.2: success in practice needs a document, and no area', async () => {
    const { commendations, last } = await school();
    const practice = { ...proposal, basis: 'practice' as const, documents: [diploma] };
    must(await commendations.propose(practice));
    expect((await last())?.data).toMatchObject({ basis: 'practice', area: null });
  });

  test('R1 §5.1.1: a regulation without areas takes none', async () => {
    const { commendations } = await school(rules({ areas: [] }));
    const odd = await commendations.propose({ ...proposal, area: 'study' });
    expectRefused(odd, 'commendation-area-unknown', 'study');
  });
});

describe('D14 R1 §5.2-5.3: who orders and revokes', () => {
  const two = rules({ orderOffices: ['head', 'deputy-head'] });

  test('one who holds two offices that fit names one of them', async () => {
    const { commendations, officials, last } = await school(two);
    must(await officials.appoint({ person: 'p-2', office: 'head', from: '2026-09-01' }));
    must(await commendations.propose(proposal));
    const by = { ...order, orderedBy: 'p-2' };
    expectRefused(await commendations.order(by), 'office-not-named', 'p-2');
    must(await commendations.order({ ...by, office: 'deputy-head' }));
    expect((await last())?.data).toMatchObject({ orderedBy: 'p-2', office: 'deputy-head' });
    const back = { ...revocation, revokedBy: 'p-2' };
    expectRefused(await commendations.revoke(back), 'office-not-named', 'p-2');
    must(await commendations.revoke({ ...back, office: 'head' }));
    expect((await last())?.data).toMatchObject({ revokedBy: 'p-2', office: 'head' });
  });

  test('and holds it on the day of the act', async () => {
    const { commendations, officials } = await school(two);
    must(await commendations.propose(proposal));
    must(await officials.relieve({ person: 'p-2', office: 'deputy-head', on: '2026-11-05' }));
    const by = { ...order, orderedBy: 'p-2' };
    expectRefused(await commendations.order(by), 'not-appointed', 'p-2', '2026-11-05');
    must(await commendations.order({ ...by, on: '2026-11-04' }));
    const back = { ...revocation, revokedBy: 'p-2' };
    expectRefused(await commendations.revoke(back), 'not-appointed', 'p-2', '2026-11-10');
  });

  test('without an order, where the regulation asks for none', async () => {
    const { commendations } = await ordered(rules({ orderRequired: false }));
    must(await commendations.revoke({ ...revocation, ground: null }));
  });

  test('R1 §5.2: the separate act is named only where there is one', async () => {
    const { commendations } = await school();
    must(await commendations.propose(proposal));
    const no = await commendations.order({ ...order, kind: 'medal' });
    const kinds = r2.commendation.kinds.map(({ id }) => id);
    const { data } = expectRefused(no, 'commendation-kind-unknown', 'medal');
    expect(data).toEqual({ kind: 'medal', kinds, act: null });
  });
});

describe('D14 R1 §5.3: whose consent a publication rests on', () => {
  const born = { learner: 'l-1', birthDate: '2008-11-10', on: '2026-09-01' };
  const parent = {
    learner: 'l-1',
    representative: 'r-1',
    name: 'Ильин Пётр Ильич',
    relation: 'parent' as const,
    on: '2026-09-01',
  };

  test('the learner’s own once they are of age, be there another’s', async () => {
    const { commendations, learners, last } = await ordered();
    must(await learners.change(born));
    must(await learners.nameRepresentative(parent));
    must(await learners.giveConsent({ ...consent, id: 'c-1', givenBy: 'r-1', on: '2026-09-02' }));
    must(await commendations.publish({ ...publishing, on: '2026-11-09' }));
    expect((await last())?.data).toMatchObject({ consent: 'c-1' });
    const grown = { ...publishing, place: 'стенд', on: '2026-11-12' };
    expectRefused(await commendations.publish(grown), 'publication-consent-missing', 'l-1');
    const own = { ...consent, id: 'c-2', givenBy: 'learner', on: '2026-11-10' };
    must(await learners.giveConsent(own));
    must(await commendations.publish(grown));
    expect((await last())?.data).toMatchObject({ consent: 'c-2' });
  });

  test('a consent to something else is none', async () => {
    const { commendations, learners } = await ordered();
    const other = { learner: 'l-1', id: 'c-1', purpose: 'processing' as const };
    must(await learners.giveConsent({ ...other, givenBy: 'learner', on: '2026-09-02' }));
    expectRefused(await commendations.publish(publishing), 'publication-consent-missing', 'l-1');
  });

  test('one that holds is named, though the regulation asks for none', async () => {
    const { commendations, learners, last } = await ordered(
      rules({ publicationNeedsConsent: false }),
    );
    const given = { ...consent, id: 'c-1', givenBy: 'learner', on: '2026-11-01' };
    must(await learners.giveConsent(given));
    must(await commendations.publish(publishing));
    expect((await last())?.data).toMatchObject({ consent: 'c-1' });
  });
});
