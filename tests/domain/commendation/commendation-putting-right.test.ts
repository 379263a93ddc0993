import { must } from '@letopis/core';
import { commendationFold, unfitCommendationSteps } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openGifted } from '../worlds/gifted-school.ts';

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
const wrong = { reason: 'не тот приказ', signer: 'p-1', office: 'head', on: '2026-11-21' };
const strange = '01990000-0000-7000-8000-000000000001';

/** A commendation that was ordered, presented, published and revoked, each by its event id. */
async function commended(more = {}) {
  const rules = { ...r2.commendation, publicationNeedsConsent: false };
  const school = await openGifted({ commendation: rules });
  const { commendations, events, session } = school;
  const proposed = must(await commendations.propose({ ...proposal, ...more })).eventId;
  const ordered = must(await commendations.order(order)).eventId;
  const annul = async (entry: string, asked = {}) =>
    commendations.annulEntry({ commendation: 'k-1', entry, ...wrong, ...asked });
  const state = async () => (await session.load(commendationFold, 'k-1')).state;
  const last = async () => (await events('commendation-k-1')).at(-1);
  return { ...school, proposed, ordered, annul, state, last };
}

describe('D14, RK 1.8: a step of a commendation is annulled', () => {
  test('it never was, by whom and why stays on record, the reason beside the line', async () => {
    const { annul, commendations, last, ordered, state } = await commended();
    must(await annul(ordered));
    const annulment = await last();
    expect(annulment).toMatchObject({
      type: 'CommendationEntryAnnulled',
      occurredOn: '2026-11-05',
    });
    expect(annulment?.refs).toEqual({
      commendation: ['k-1'],
      learner: ['l-1'],
      enrollment: ['l-1.mentor.1'],
      official: ['p-1'],
    });
    expect(annulment?.data).toEqual({
      commendation: 'k-1',
      learner: 'l-1',
      corrects: ordered,
      entry: 'CommendationOrdered',
      actedOn: '2026-11-21',
      replacedBy: null,
      signer: { person: 'p-1', office: 'head', position: null },
      reason: { value: 'не тот приказ' },
      edition: 1,
    });
    expect(await state()).toMatchObject({ id: 'k-1', orderedOn: null, revokedOn: null });
    must(await commendations.order({ ...order, on: '2026-11-04' }));
    expect(await state()).toMatchObject({ orderedOn: '2026-11-04' });
  });

  test('without a reason, where the regulation asks for none', async () => {
    const correction = { ...r2.correction, entryReasonRequired: false };
    const { commendations, events } = await openGifted({ correction });
    const { eventId: entry } = must(await commendations.propose(proposal));
    const silent = { ...wrong, commendation: 'k-1', entry, reason: undefined };
    must(await commendations.annulEntry(silent));
    expect((await events('commendation-k-1')).at(-1)?.data).not.toHaveProperty('reason');
  });

  test('what rests on it is named, and is annulled first', async () => {
    const { annul, commendations, ordered, proposed, state } = await commended();
    const about = { commendation: 'k-1' };
    const presented = must(await commendations.present({ ...about, on: '2026-11-06' })).eventId;
    const shown = { ...about, place: 'сайт', on: '2026-11-07' };
    const published = must(await commendations.publish(shown)).eventId;
    const revoking = { ...about, revokedBy: 'p-1', on: '2026-11-08' };
    const revoked = must(await commendations.revoke(revoking)).eventId;
    const rests = [presented, published, revoked];
    expectRefused(await annul(ordered), 'entry-rested-on', ordered, ...rests);
    expectRefused(await annul(proposed), 'entry-rested-on', 'CommendationOrdered', ordered);
    must(await annul(revoked));
    expect(await state()).toMatchObject({ revokedOn: null });
    for (const entry of [published, presented]) must(await annul(entry));
    expect(await state()).toMatchObject({ presentedOn: null, places: [] });
    for (const entry of [ordered, proposed]) must(await annul(entry));
    expectRefused(await commendations.order(order), 'commendation-unknown', 'k-1');
    must(await commendations.propose({ ...proposal, learner: 'l-2', enrollment: null }));
    expect(await state()).toMatchObject({ id: 'k-1', learner: 'l-2', enrollment: null });
  });

  test('a proposal rests on nothing, so that it fits alone', async () => {
    const { annul, ordered, state } = await commended();
    expect(unfitCommendationSteps(await state())).toEqual([]);
    must(await annul(ordered));
    expect(unfitCommendationSteps(await state())).toEqual([]);
  });

  test('an order, and no other step, after the items of the portfolio that show it', async () => {
    const { annul, commendations, ordered, portfolios, proposed } = await commended();
    const holder = { learner: 'l-1' };
    const item = {
      item: 'i-1',
      holder,
      title: 'Благодарность',
      kind: 'commendation-copy',
      medium: 'paper' as const,
      locator: 'шкаф 2',
      commendation: 'k-1',
      addedBy: 'p-9',
      on: '2026-11-07',
    };
    const { eventId } = must(await portfolios.add(item));
    must(await portfolios.add({ ...item, item: 'i-2', commendation: null }));
    const about = { commendation: 'k-1', on: '2026-11-06' };
    const presented = must(await commendations.present(about)).eventId;
    must(await annul(presented));
    const rests = ['PortfolioItemAdded', '2026-11-07', eventId];
    const no = expectRefused(await annul(ordered), 'entry-rested-on', ordered, ...rests);
    expect(no.data).toMatchObject({ facts: [{ id: eventId }] });
    const [fact] = (no.data as { readonly facts: readonly unknown[] }).facts;
    expect(fact).toEqual({ type: 'PortfolioItemAdded', id: eventId, on: '2026-11-07' });
    must(await portfolios.annulEntry({ holder, entry: eventId, ...wrong }));
    must(await annul(ordered));
    must(await annul(proposed));
  });

  test('R1 §5.5: an order is annulled after the results that count it', async () => {
    const { annul, assessments, ordered } = await commended();
    const enrollment = 'l-1.mentor.1';
    const basis = { kind: 'commendation', id: 'k-1' };
    const mark = { enrollment, module: 'safety', kind: 'interim', value: '5', assessor: 'p-9' };
    const { eventId } = must(await assessments.record({ ...mark, basis, on: '2026-11-10' }));
    must(await assessments.record({ ...mark, kind: 'current', on: '2026-11-11' }));
    const no = expectRefused(await annul(ordered), 'entry-rested-on', eventId);
    expect(no.data).toMatchObject({
      facts: [{ type: 'AssessmentRecorded', id: eventId, on: '2026-11-10' }],
    });
    const undo = { enrollment, result: eventId, reason: 'ошибка', signer: 'p-1', office: 'head' };
    must(await assessments.annul({ ...undo, on: '2026-11-20' }));
    must(await annul(ordered));
  });

  test('where it names no enrollment, the steps and the portfolio alone are asked', async () => {
    const { annul, ordered, last } = await commended({ enrollment: null });
    must(await annul(ordered));
    expect((await last())?.refs).not.toHaveProperty('enrollment');
  });

  test('RK 1.8: once, by its event id, for a reason, by who may put entries right', async () => {
    const { annul, commendations, ordered: entry } = await commended();
    const silent = await annul(entry, { reason: undefined });
    expectRefused(silent, 'reason-missing', 'annul-commendation-entry', entry);
    expectRefused(await annul(entry, { signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, '2026-11-21');
    expectRefused(await annul(strange), 'entry-unknown', strange, 'k-1');
    const none = await commendations.annulEntry({ commendation: 'k-9', entry, ...wrong });
    expectRefused(none, 'commendation-unknown', 'k-9');
  });
});
