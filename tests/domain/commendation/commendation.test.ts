import { must, newCommandId } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

const diploma = { title: 'Диплом олимпиады', number: '14', date: '2026-10-30' };
const proposal = {
  id: 'k-1',
  learner: 'l-1',
  enrollment: 'l-1.mentor.1',
  basis: 'documented-success' as const,
  area: 'study',
  documents: [diploma],
  merit: 'за победу в олимпиаде',
  proposedBy: 'p-9',
  on: '2026-11-02',
};
const order = {
  commendation: 'k-1',
  kind: 'certificate-of-honour',
  orderedBy: 'p-1',
  on: '2026-11-05',
};
const presenting = { commendation: 'k-1', on: '2026-11-06' };
const publishing = { commendation: 'k-1', place: 'academy.example/awards', on: '2026-11-07' };
const revocation = { commendation: 'k-1', revokedBy: 'p-1', on: '2026-11-10' };
const consent = { learner: 'l-1', id: 'c-1', purpose: 'publication' as const };

const rules = r2.commendation;
/** The school, with `l-1` enrolled in `m-1`. */
const awarding = async (preset = regulation()) => {
  const school = await openSchool(preset);
  const from = '2026-09-01';
  must(await school.enrollments.enroll({ learner: 'l-1', group: 'm-1', from }));
  return school;
};
const proposed = async (preset = regulation()) => {
  const school = await awarding(preset);
  must(await school.commendations.propose(proposal));
  return school;
};
const ordered = async (preset = regulation()) => {
  const school = await proposed(preset);
  must(await school.commendations.order(order));
  return school;
};

describe('D14 R1 §5: a commendation', () => {
  test('D14 R1 §5.1-5.4: proposed, ordered, presented, published, revoked', async () => {
    const { commendations, learners, events } = await ordered();
    must(await learners.giveConsent({ ...consent, givenBy: 'learner', on: '2026-11-01' }));
    must(await commendations.present(presenting));
    must(await commendations.publish(publishing));
    must(await commendations.revoke({ ...revocation, reason: 'ошибка жюри' }));
    const story = await events('commendation-k-1');
    const whose = { commendation: ['k-1'], enrollment: ['l-1.mentor.1'], learner: ['l-1'] };
    expect(story).toMatchObject([
      {
        type: 'CommendationProposed',
        refs: whose,
        data: {
          basis: 'documented-success',
          area: 'study',
          merit: { value: proposal.merit },
          documents: { value: [diploma] },
        },
      },
      {
        type: 'CommendationOrdered',
        refs: { ...whose, official: ['p-1'] },
        ground: { kind: 'order', number: '12-од', date: '2026-08-25' },
        data: { kind: 'certificate-of-honour', office: 'head', copiesTo: rules.copiesTo },
      },
      { type: 'CommendationPresented', occurredOn: '2026-11-06', refs: whose },
      { type: 'CommendationPublished', data: { place: publishing.place, consent: 'c-1' } },
      { type: 'CommendationRevoked', data: { office: 'head', reason: { value: 'ошибка жюри' } } },
    ]);
  });

  test('D14: its merit and documents are personal and stand in no line', async () => {
    const { store } = await proposed();
    for await (const page of store.readStream('academy.commendation-k-1')) {
      expect(page[0]?.line).not.toMatch(/олимпиад|2026-10-30/);
      expect(page[0]?.beside).toMatchObject({
        merit: { value: JSON.stringify(proposal.merit) },
        documents: { value: JSON.stringify([diploma]) },
      });
    }
  });

  test('D14: a proposal sent twice is one, named by its command', async () => {
    const { commendations, store } = await awarding();
    const { id: _, ...unnamed } = proposal;
    const sent = { ...unnamed, commandId: newCommandId(store.ports) };
    const first = must(await commendations.propose(sent));
    expect(first.commendation).toBe(sent.commandId);
    expect(must(await commendations.propose(sent))).toEqual(first);
    const reworded = { ...sent, merit: 'иначе', documents: [{ title: 'Грамота' }] };
    expect(must(await commendations.propose(reworded))).toEqual(first);
  });

  test('D14 R1 §5.1.3: a petition needs neither area nor document', async () => {
    const { commendations, events } = await awarding();
    const body = 'ООО «Лучик»';
    const petition = { learner: 'l-2', basis: 'petition' as const, proposedBy: { body } };
    must(await commendations.propose({ ...petition, id: 'k-2', on: '2026-11-02' }));
    const [told] = await events('commendation-k-2');
    expect(told?.data).toMatchObject({ proposedBy: { kind: 'body', id: body } });
    expect(told?.data).not.toHaveProperty('documents');
  });

  test('D14: who proposes is named by id: a name in the line could not be erased', async () => {
    const { commendations } = await awarding();
    const named = await commendations.propose({ ...proposal, proposedBy: 'Ильина Анна' });
    expectRefused(named, 'invalid-input', 'proposedBy');
  });
});

const refusesProposal = async (change: object, code: string, ...values: string[]) => {
  const { commendations } = await awarding();
  expectRefused(await commendations.propose({ ...proposal, ...change }), code, ...values);
};

describe('D14: a proposal is refused', () => {
  test('for a learner who is not registered', () =>
    refusesProposal({ learner: 'l-9', enrollment: null }, 'learner-unknown', 'l-9'));

  test('for an enrollment that is not there, or that is another learner’s', async () => {
    await refusesProposal({ enrollment: 'l-1.mentor.2' }, 'enrollment-unknown', 'l-1.mentor.2');
    const other = { learner: 'l-2' };
    await refusesProposal(other, 'enrollment-of-another', 'l-1.mentor.1', 'l-2');
    await refusesProposal({ enrollment: 'Ильина Анна' }, 'invalid-input', 'enrollment');
  });

  test('R1 §5.1: on a ground that the regulation does not take', async () => {
    const bases = ['petition'];
    const school = await awarding(regulation({ commendation: { ...rules, bases } }));
    const no = await school.commendations.propose(proposal);
    expectRefused(no, 'commendation-basis-unknown', 'documented-success', 'petition');
    await refusesProposal({ basis: 'luck' }, 'invalid-input', 'luck');
  });
  test('R1 §5.1.1: in an area that is none of the regulation, or in none', async () => {
    await refusesProposal({ area: 'cooking' }, 'commendation-area-unknown', 'cooking', 'sport');
    await refusesProposal({ area: null }, 'commendation-area-unknown', '—', 'sport');
  });
  test('R1 §5.1.1-5.1.2: of success that nothing documents', async () => {
    await refusesProposal({ documents: [] }, 'success-undocumented', 'documented-success');
    const practice = { basis: 'practice', area: null, documents: [] };
    await refusesProposal(practice, 'success-undocumented', 'practice');
  });
  test('under an id that stands, or ahead', async () => {
    const { commendations } = await proposed();
    const again = await commendations.propose({ ...proposal, learner: 'l-2' });
    expectRefused(again, 'already-exists', 'k-1', 'l-1');
    await refusesProposal({ on: '2026-11-23' }, 'dated-ahead', '2026-11-23', '2026-11-22');
  });
});

const refusesOrder = async (change: object, code: string, ...values: string[]) => {
  const { commendations } = await proposed();
  expectRefused(await commendations.order({ ...order, ...change }), code, ...values);
};

describe('D14 R1 §5.3: an order is refused', () => {
  test('by who may not order', async () => {
    await refusesOrder({ orderedBy: 'p-9' }, 'not-appointed', 'p-9', 'head');
    await refusesOrder({ office: 'teacher' }, 'office-not-entitled', 'teacher', 'head');
  });
  test('R1 §5.2: of a kind that is none of the regulation', async () => {
    await refusesOrder({ kind: 'medal' }, 'commendation-kind-unknown', 'medal', 'letter-of-thanks');
  });
  test('without an order with number and date as its ground', async () => {
    const code = 'order-required';
    await refusesOrder({ ground: null }, code, 'order-commendation', '—');
    const dateless = { kind: 'order', number: '3', date: null };
    await refusesOrder({ ground: dateless }, code, 'order 3');
    const act = { kind: 'act', number: '3', date: '2026-11-05' };
    await refusesOrder({ ground: act }, code, 'act 3 2026-11-05');
  });
  test('of what nobody proposed, before its proposal, or twice', async () => {
    await refusesOrder({ commendation: 'k-9' }, 'commendation-unknown', 'k-9');
    await refusesOrder({ on: '2026-11-01' }, 'act-out-of-order', '2026-11-01', '2026-11-02');
    const { commendations } = await ordered();
    const again = await commendations.order({ ...order, kind: 'letter-of-thanks' });
    expectRefused(again, 'commendation-ordered-already', 'k-1', '2026-11-05');
  });
  test('but not for want of a paper where the regulation asks for none', async () => {
    const commendation = { ...rules, orderRequired: false };
    const { commendations } = await proposed(regulation({ commendation }));
    expect((await commendations.order({ ...order, ground: null })).ok).toBe(true);
  });
});

describe('D14: presenting', () => {
  test('it follows the order, and is done once', async () => {
    const { commendations } = await proposed();
    expectRefused(await commendations.present(presenting), 'commendation-not-ordered', 'k-1');
    must(await commendations.order(order));
    const early = await commendations.present({ ...presenting, on: '2026-11-04' });
    expectRefused(early, 'act-out-of-order', '2026-11-04', '2026-11-05');
    must(await commendations.present(presenting));
    const again = await commendations.present({ ...presenting, on: '2026-11-08' });
    expectRefused(again, 'commendation-presented-already', 'k-1', '2026-11-06');
  });
});

describe('D14 R1 §5.3: publishing needs a consent that holds that day', () => {
  const missing = 'publication-consent-missing';

  test('of the learner: given by then, and not withdrawn', async () => {
    const { commendations, learners } = await ordered();
    expectRefused(await commendations.publish(publishing), missing, 'l-1', '2026-11-07');
    must(await learners.giveConsent({ ...consent, givenBy: 'learner', on: '2026-11-08' }));
    expectRefused(await commendations.publish(publishing), missing, 'l-1', '2026-11-07');
    const withdrawal = { learner: 'l-1', consent: 'c-1', withdrawnBy: 'learner' };
    must(await learners.withdrawConsent({ ...withdrawal, on: '2026-11-12' }));
    const late = { ...publishing, on: '2026-11-12' };
    expectRefused(await commendations.publish(late), missing, '2026-11-12');
    must(await commendations.publish({ ...publishing, on: '2026-11-11' }));
    const place = await commendations.publish({ ...publishing, on: '2026-11-11' });
    expectRefused(place, 'commendation-published-already', 'k-1', publishing.place);
  });

  test('of the representative while the learner is a minor', async () => {
    const { commendations, learners } = await ordered();
    const born = { learner: 'l-1', birthDate: '2008-11-10', on: '2026-09-01' };
    must(await learners.change(born));
    const parent = { learner: 'l-1', representative: 'r-1', name: 'Ильин Пётр Ильич' };
    must(await learners.nameRepresentative({ ...parent, relation: 'parent', on: '2026-09-01' }));
    must(await learners.giveConsent({ ...consent, givenBy: 'r-1', on: '2026-09-02' }));
    const grown = { ...publishing, on: '2026-11-10' };
    expectRefused(await commendations.publish(grown), missing, 'l-1', '2026-11-10');
    expect((await commendations.publish(publishing)).ok).toBe(true);
  });

  test('but none where the regulation asks for none', async () => {
    const commendation = { ...rules, publicationNeedsConsent: false };
    const { commendations, events } = await ordered(regulation({ commendation }));
    must(await commendations.publish(publishing));
    expect((await events('commendation-k-1')).at(-1)?.data).toMatchObject({ consent: null });
  });

  test('and an order before it', async () => {
    const { commendations } = await proposed();
    expectRefused(await commendations.publish(publishing), 'commendation-not-ordered', 'k-1');
    const unknown = { ...publishing, commendation: 'k-9' };
    expectRefused(await commendations.publish(unknown), 'commendation-unknown', 'k-9');
  });
});

const refusesRevoking = async (change: object, code: string, ...values: string[]) => {
  const { commendations } = await ordered();
  must(await commendations.present(presenting));
  expectRefused(await commendations.revoke({ ...revocation, ...change }), code, ...values);
};

describe('D14: revoking', () => {
  test('it is by order, of those who order, and not before what it revokes', async () => {
    await refusesRevoking({ revokedBy: 'p-9' }, 'not-appointed', 'p-9', 'head');
    await refusesRevoking({ ground: null }, 'order-required', 'revoke-commendation', '—');
    const rests = ['CommendationPresented', '2026-11-06'];
    await refusesRevoking({ on: '2026-11-05' }, 'entry-contradicted', '2026-11-05', ...rests);
  });
  test('nothing is done with what was revoked', async () => {
    const { commendations } = await ordered();
    must(await commendations.revoke(revocation));
    const gone = 'commendation-revoked';
    const later = { on: '2026-11-11' };
    expectRefused(await commendations.revoke({ ...revocation, ...later }), gone, 'k-1');
    expectRefused(await commendations.present({ ...presenting, ...later }), gone, '2026-11-10');
    expectRefused(await commendations.publish({ ...publishing, ...later }), gone, 'k-1');
    expectRefused(await commendations.order({ ...order, ...later }), gone, 'k-1');
  });
  test('not where the regulation lets none be revoked', async () => {
    const commendation = { ...rules, revocable: false };
    const { commendations } = await ordered(regulation({ commendation }));
    expectRefused(await commendations.revoke(revocation), 'commendation-irrevocable', 'k-1', '1');
  });
});
