import type { RegulationPreset } from '@letopis/core';
import { must, order } from '@letopis/core';
import { disclosureFold, shownOn } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { given, likeR1, openDisclosures } from '../worlds/disclosure-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const news = {
  id: 'd-1',
  learners: [{ learner: 'l-4', consent: 'c-2' }],
  purpose: 'openness',
  place: 'Сайт, раздел «Новости»',
  given,
  signer: 'p-1',
  on: '2026-10-01',
};

/** A regulation that lets law open publication beside consent. */
const byLawToo: RegulationPreset = {
  ...likeR1,
  disclosure: {
    ...likeR1.disclosure,
    publication: { ...likeR1.disclosure.publication, opensBy: ['consent', 'law'] },
  },
};

describe('D16 R3 §3.5 (site), R1 §5.3: results are published on a ground of their own', () => {
  test('on an order and each learner’s consent, and it is on record', async () => {
    const { disclosures, events } = await openDisclosures();
    expect(must(await disclosures.publish(news)).id).toBe('d-1');
    expect((await events('disclosure-d-1'))[0]).toMatchObject({
      type: 'ResultsPublished',
      ground: { kind: 'order' },
      refs: { disclosure: ['d-1'], learner: ['l-4'], official: ['p-1'] },
      data: { learners: [{ learner: 'l-4', consent: 'c-2' }], norm: null, place: news.place },
    });
    expectRefused(await disclosures.publish(news), 'already-exists', 'd-1');
  });

  test('R3 §4.2: without its own ground it is refused, consent or not', async () => {
    const { disclosures } = await openDisclosures();
    const ground = { kind: 'application', number: null, date: '2026-10-01' };
    const no = await disclosures.publish({ ...news, ground });
    expectRefused(no, 'publication-ground-missing', 'application', 'order', 'head-decision');
    const none = await disclosures.publish({ ...news, ground: null });
    expectRefused(none, 'publication-ground-missing', '—');
    const decided = { kind: 'head-decision', number: null, date: '2026-10-01' };
    must(await disclosures.publish({ ...news, ground: decided }));
  });

  test('152-FZ art. 10.1: every learner’s consent holds on the day, for publication', async () => {
    const { disclosures, learners } = await openDisclosures();
    const of = (learner: string, consent: string | null, on = news.on) =>
      disclosures.publish({ ...news, learners: [...news.learners, { learner, consent }], on });
    expectRefused(await of('l-1', null), 'disclosure-not-open', 'public', 'consent');
    expectRefused(await of('l-1', 'c-1'), 'consent-not-holding', 'c-1', 'l-1', 'publication');
    expectRefused(await of('l-9', 'c-1'), 'learner-unknown', 'l-9');
    expectRefused(await of('l-4', 'c-2'), 'published-twice', 'l-4');
    const wrong = { ...news, learners: [{ learner: 'l-4', consent: 'c-1' }] };
    expectRefused(await disclosures.publish(wrong), 'consent-not-holding', 'c-1', 'l-4');
    const grown = await disclosures.publish({ ...news, on: '2026-11-10' });
    expectRefused(grown, 'consent-not-holding', 'c-2', '2026-11-10');
    const withdrawal = { learner: 'l-4', consent: 'c-2', withdrawnBy: 'r-1', on: '2026-10-01' };
    must(await learners.withdrawConsent(withdrawal));
    expectRefused(await disclosures.publish(news), 'consent-not-holding', 'c-2', '2026-10-01');
  });

  test('a norm of law opens it only where the regulation says so', async () => {
    const byLaw = { ...news, learners: [{ learner: 'l-4' }], norm: '273-FZ art. 29' };
    const { disclosures } = await openDisclosures();
    expectRefused(await disclosures.publish(byLaw), 'disclosure-not-open', 'public', 'law');
    const other = await openDisclosures(byLawToo);
    const unnamed = { ...byLaw, norm: null };
    expectRefused(await other.disclosures.publish(unnamed), 'disclosure-not-open', 'public');
    must(await other.disclosures.publish(byLaw));
  });

  test('what is published about a learner is taken down, and is shown no longer', async () => {
    const { disclosures, learners, handler } = await openDisclosures();
    const mine = { learner: 'l-1', purpose: 'publication' as const, givenBy: 'learner' };
    must(await learners.giveConsent({ ...mine, id: 'c-3', on: '2026-09-01' }));
    const both = [...news.learners, { learner: 'l-1', consent: 'c-3' }];
    must(await disclosures.publish({ ...news, learners: both }));
    const down = {
      disclosure: 'd-1',
      learners: ['l-4'],
      reason: 'consent-withdrawn' as const,
      signer: 'p-1',
      ground: order('7-од', '2026-10-06'),
      on: '2026-10-06',
    };
    must(await disclosures.withdrawPublication(down));
    const { state } = await handler.load(disclosureFold, 'academy.disclosure-d-1');
    const days = ['2026-09-30', '2026-10-01', '2026-10-05', '2026-10-06'];
    expect(days.map((day) => shownOn(state, day))).toEqual([
      [],
      ['l-4', 'l-1'],
      ['l-4', 'l-1'],
      ['l-1'],
    ]);
    const again = await disclosures.withdrawPublication({ ...down, on: '2026-10-07' });
    expectRefused(again, 'not-published', 'l-4', 'd-1');
    const early = await disclosures.withdrawPublication({ ...down, on: '2026-10-05' });
    expectRefused(early, 'entry-contradicted', '2026-10-05', 'PublicationWithdrawn', '2026-10-06');
    const { learners: _, ...all } = down;
    must(await disclosures.withdrawPublication({ ...all, on: '2026-10-08' }));
    const none = await disclosures.withdrawPublication({ ...down, disclosure: 'd-9' });
    expectRefused(none, 'publication-unknown', 'd-9');
  });

  test('the head signs it, and for a purpose of the regulation', async () => {
    const { disclosures } = await openDisclosures();
    expectRefused(await disclosures.publish({ ...news, signer: 'p-9' }), 'not-appointed', 'p-9');
    const vain = await disclosures.publish({ ...news, purpose: 'vanity' });
    expectRefused(vain, 'purpose-unknown', 'vanity', 'openness');
  });
});

describe('D16 R1 §5.3, R3 §3.5: what a publication and its withdrawal say', () => {
  const down = {
    disclosure: 'd-1',
    reason: 'error' as const,
    signer: 'p-1',
    ground: order('7-од', '2026-10-01'),
    on: '2026-10-06',
  };
  const head = { person: 'p-1', office: 'head', position: null };
  const mine = { learner: 'l-1', purpose: 'publication' as const, givenBy: 'learner' };

  /** A school that published results of l-4 and of l-1, each by a consent. */
  async function published() {
    const school = await openDisclosures();
    must(await school.learners.giveConsent({ ...mine, id: 'c-3', on: '2026-09-01' }));
    const learners = [...news.learners, { learner: 'l-1', consent: 'c-3' }];
    must(await school.disclosures.publish({ ...news, learners }));
    return { ...school, learners };
  }

  test('whose results, on which consent, what, where, and who signed', async () => {
    const { events, learners } = await published();
    const [fact] = await events('disclosure-d-1');
    const forms = [{ form: 'transcript', version: null }];
    expect(fact?.refs).toEqual({
      disclosure: ['d-1'],
      learner: ['l-1', 'l-4'],
      official: ['p-1'],
    });
    expect(fact?.data).toEqual({
      disclosure: 'd-1',
      learners,
      norm: null,
      purpose: 'openness',
      place: news.place,
      given: { facts: [], forms, printouts: [], documents: [], period: null },
      signer: head,
      edition: 1,
    });
  });

  test('152-FZ art. 10.1 §12: whose are withdrawn, each named once, and why', async () => {
    const { disclosures, events } = await published();
    must(await disclosures.withdrawPublication({ ...down, learners: ['l-4', 'l-4'] }));
    const [, fact] = await events('disclosure-d-1');
    expect(fact).toMatchObject({
      type: 'PublicationWithdrawn',
      occurredOn: '2026-10-06',
      refs: { disclosure: ['d-1'], learner: ['l-4'], official: ['p-1'] },
    });
    const said = { disclosure: 'd-1', reason: 'error', signer: head, edition: 1 };
    expect(fact?.data).toEqual({ ...said, learners: ['l-4'] });
  });

  test('by default all that is still shown; and once nothing is, nothing', async () => {
    const { disclosures, events } = await published();
    must(await disclosures.withdrawPublication({ ...down, learners: ['l-4'] }));
    must(await disclosures.withdrawPublication(down));
    expect((await events('disclosure-d-1'))[2]?.data).toMatchObject({ learners: ['l-1'] });
    const none = await disclosures.withdrawPublication({ ...down, on: '2026-10-07' });
    expectRefused(none, 'not-published', 'd-1', '—');
  });

  test('on the day of the publication too, by who publishes', async () => {
    const { disclosures, handler } = await published();
    const early = await disclosures.withdrawPublication({
      ...down,
      on: '2026-09-30',
      ground: null,
    });
    expectRefused(early, 'act-out-of-order', '2026-09-30', '2026-10-01');
    const teacher = await disclosures.withdrawPublication({ ...down, signer: 'p-9' });
    expectRefused(teacher, 'not-appointed', 'p-9');
    must(await disclosures.withdrawPublication({ ...down, on: '2026-10-01' }));
    const { state } = await handler.load(disclosureFold, 'academy.disclosure-d-1');
    expect(shownOn(state, '2026-10-01')).toEqual([]);
  });

  test('an application is no publication, and shows nothing', async () => {
    const { disclosures, handler } = await openDisclosures();
    const asked = { id: 'd-1', learner: 'l-4', applicant: { kind: 'learner' as const } };
    const form = 'oral' as const;
    must(await disclosures.ask({ ...asked, form, purpose: 'acquaintance', on: '2026-10-01' }));
    const { state } = await handler.load(disclosureFold, 'academy.disclosure-d-1');
    expect(shownOn(state, '2026-10-02')).toEqual([]);
    expectRefused(await disclosures.withdrawPublication(down), 'publication-unknown', 'd-1');
  });

  test('of some by law, of others by consent: each consent is looked at', async () => {
    const { disclosures, events } = await openDisclosures(byLawToo);
    const both = { ...news, norm: '273-FZ art. 29' };
    const byLaw = { learner: 'l-1', consent: null };
    const no = await disclosures.publish({
      ...both,
      learners: [byLaw, { learner: 'l-4', consent: 'c-1' }],
    });
    expectRefused(no, 'consent-not-holding', 'c-1', 'l-4', 'publication');
    const unknown = await disclosures.publish({
      ...both,
      learners: [byLaw, { learner: 'l-9', consent: null }],
    });
    expectRefused(unknown, 'learner-unknown', 'l-9');
    must(await disclosures.publish({ ...both, learners: [byLaw, ...news.learners] }));
    expect((await events('disclosure-d-1'))[0]?.data).toMatchObject({
      learners: [byLaw, { learner: 'l-4', consent: 'c-2' }],
      norm: '273-FZ art. 29',
    });
  });

  test('where law alone opens it, a consent does not, and the refusal says what does', async () => {
    const publication = { ...likeR1.disclosure.publication, opensBy: ['law' as const] };
    const lawOnly = { ...likeR1, disclosure: { ...likeR1.disclosure, publication } };
    const { disclosures } = await openDisclosures(lawOnly);
    const no = await disclosures.publish({ ...news, norm: '273-FZ art. 29' });
    expectRefused(no, 'disclosure-not-open', 'public', 'consent', 'law');
    const unnamed = await disclosures.publish({ ...news, learners: [{ learner: 'l-4' }] });
    expectRefused(unnamed, 'disclosure-not-open', 'public', '—', 'law');
  });
});
