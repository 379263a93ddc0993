import { must, order } from '@letopis/core';
import { entryOf, registerFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../projections/contradictions.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { putRight } from '../worlds/put-right-school.ts';
import { certificate, documentAcademy } from '../worlds/register-academy.ts';

/* RK 1.5, 1.8: what happened to a document is entered late, and corrected in place. D15. */

const stream = 'academy.register-issued-documents.2026';
const byHand = { way: 'in-person', signed: true } as const;
const attorney = { number: '77 АВ 123', date: '2026-12-20' };

const proof = (number: string) => ({ value: [{ title: 'postal', number, date: null }] });

async function issued(documents: Parameters<typeof documentAcademy>[0] = {}) {
  const academy = await documentAcademy(documents);
  const { document } = must(await academy.documents.issue(certificate));
  const entry = async () =>
    entryOf((await academy.session.load(registerFold, 'issued-documents', '2026')).state, document);
  type To = Parameters<typeof academy.documents.correctAct>[0]['to'];
  const correct = async (act: string, to: To, more: object = {}) =>
    academy.documents.correctAct({ document, ...putRight, entry: act, to, ...more });
  const last = async () => (await academy.events(stream)).at(-1);
  return { ...academy, document, entry, correct, last };
}

describe('RK 1.5: an act on a document is decided by its own day', () => {
  test('a delivery before the withdrawal, or on its day, is entered after it', async () => {
    const { documents, document, entry } = await issued();
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
    const handed = { document, ...byHand };
    const late = await documents.deliver({ ...handed, on: '2026-12-24' });
    expectRefused(late, 'document-withdrawn', document, '2026-12-23', 'correctAct');
    const early = await documents.deliver({ ...handed, on: '2026-12-21' });
    expectRefused(early, 'act-out-of-order', '2026-12-21', '2026-12-22');
    const { eventId } = must(await documents.deliver({ ...handed, on: '2026-12-23' }));
    must(await documents.annulAct({ document, ...putRight, entry: eventId }));
    must(await documents.deliver({ ...handed, on: '2026-12-22' }));
    expect(await entry()).toMatchObject({
      deliveredOn: '2026-12-22',
      withdrawn: { on: '2026-12-23' },
    });
  });

  test('the true delivery is entered after a duplicate was issued', async () => {
    const { documents, document, last } = await issued();
    const { eventId } = must(await documents.deliver({ document, ...byHand, on: '2026-12-22' }));
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
    const next = { ...certificate, number: '0002', inPlaceOf: document, on: '2026-12-24' };
    must(await documents.issue(next));
    must(await documents.annulAct({ document, ...putRight, entry: eventId }));
    const way = { way: 'representative', attorney, signed: true } as const;
    must(await documents.deliver({ document, ...way, on: '2026-12-22' }));
    expect((await last())?.data).toMatchObject({ way: 'representative' });
  });

  test('delivery and withdrawal before an annulment are entered after it, not on it', async () => {
    const { documents, document } = await issued();
    const annul = { document, reason: 'ошибка', signer: 'p-1', on: '2026-12-24' };
    must(await documents.annul({ ...annul, ground: order('40-з', '2026-12-23') }));
    const handed = { document, ...byHand };
    const lost = { document, reason: 'lost' };
    expectRefused(await documents.deliver({ ...handed, on: '2026-12-24' }), 'document-annulled');
    expectRefused(await documents.withdraw({ ...lost, on: '2026-12-24' }), 'document-annulled');
    must(await documents.deliver({ ...handed, on: '2026-12-23' }));
    const early = await documents.withdraw({ ...lost, on: '2026-12-22' });
    expectRefused(early, 'act-out-of-order', '2026-12-22', '2026-12-23');
    must(await documents.withdraw({ ...lost, on: '2026-12-23' }));
  });

  test('neither waits for a correction of the entry', async () => {
    const { documents, document, entry } = await issued();
    const replaces = (await entry())?.inForce ?? '';
    const change = { document, replaces, reason: 'описка', signer: 'p-5', on: '2026-12-25' };
    must(await documents.correct({ ...change, changes: { hours: 40 } }));
    must(await documents.deliver({ document, ...byHand, on: '2026-12-22' }));
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
    expect((await entry())?.lastActOn).toBe('2026-12-25');
  });

  test('a corrected day of issue is the first day of either', async () => {
    const { documents, document, entry } = await issued();
    const replaces = (await entry())?.inForce ?? '';
    const change = { document, replaces, reason: 'описка', signer: 'p-5' };
    must(await documents.correct({ ...change, changes: { issuedOn: '2026-12-21' } }));
    const early = await documents.deliver({ document, ...byHand, on: '2026-12-20' });
    expectRefused(early, 'act-out-of-order', '2026-12-20', '2026-12-21');
    must(await documents.deliver({ document, ...byHand, on: '2026-12-21' }));
  });
});

describe('RK 1.8: the reason of a withdrawal is corrected', () => {
  test('beside the duplicate, which stays as printed; a list says where they differ', async () => {
    const academy = await issued();
    const { documents, document, entry, correct, last } = academy;
    const lost = { document, reason: 'lost', on: '2026-12-23' };
    const { eventId } = must(await documents.withdraw(lost));
    const next = { ...certificate, number: '0002', inPlaceOf: document, on: '2026-12-24' };
    const second = must(await documents.issue(next)).document;
    expectRefused(await correct(eventId, { reason: 'eaten' }), 'not-in-regulation', 'eaten');
    expectRefused(await correct(eventId, { reason: 'lost' }), 'entry-unchanged', eventId);
    expectRefused(await correct(eventId, { way: 'post' }), 'entry-field-unknown', 'way', 'reason');
    expectRefused(await correct(eventId, {}), 'invalid-input', 'to');
    must(await correct(eventId, { reason: 'destroyed' }));
    expect(await linesOf(academy)).toEqual([]);
    const destroyed = (await last())?.id ?? '';
    must(await correct(destroyed, { reason: 'damaged' }));
    expect(await last()).toMatchObject({
      type: 'DocumentWithdrawn',
      occurredOn: '2026-12-23',
      data: { document, learner: 'l-1', reason: 'damaged', outcome: 'exchange', edition: 1 },
    });
    expect((await entry())?.withdrawn).toEqual({ on: '2026-12-23', outcome: 'exchange' });
    const listed = 'standing-against-withdrawal';
    expect(await linesOf(academy)).toEqual([
      [listed, '2026-12-24', 'DocumentIssued', 'DocumentWithdrawn'],
    ]);
    // The way out: the second document is exchanged for one that is what it should be.
    must(await documents.withdraw({ document: second, reason: 'error-found', on: '2026-12-25' }));
    expect(await linesOf(academy)).toEqual([]);
    const third = { ...next, number: '0003', inPlaceOf: second, on: '2026-12-25' };
    must(await documents.issue(third));
    expect((await last())?.data).toMatchObject({ standing: 'replacement' });
    expect(await linesOf(academy)).toEqual([]);
  });
});

describe('RK 1.8: a delivery is corrected', () => {
  test('to another way with its papers, each decided as of its day', async () => {
    const { documents, document, correct, last, learners } = await issued({
      deliveryWays: ['in-person', 'representative'],
    });
    const { eventId } = must(await documents.deliver({ document, ...byHand, on: '2026-12-23' }));
    const way = 'representative';
    expectRefused(await correct(eventId, { way }), 'entry-field-needed', 'representative');
    const both = { way, attorney, representative: 'r-1' } as const;
    expectRefused(await correct(eventId, both), 'entry-field-needed', 'representative');
    expectRefused(await correct(eventId, { attorney }), 'entry-field-needed', 'representative');
    const post = { way: 'post', postal: { number: '80110' } } as const;
    expectRefused(await correct(eventId, post), 'delivery-way-unknown', 'post');
    expectRefused(await correct(eventId, { way: 'post' }), 'entry-field-needed', 'postal');
    expectRefused(await correct(eventId, { signed: false }), 'delivery-unsigned', document);
    expectRefused(await correct(eventId, { reason: 'lost' }), 'entry-field-unknown', 'reason');
    expectRefused(await correct(eventId, { way: 'in-person' }), 'entry-unchanged', eventId);
    must(await correct(eventId, { way, attorney }));
    expect(await last()).toMatchObject({
      type: 'DocumentDelivered',
      occurredOn: '2026-12-23',
      data: { way, representative: null, proof: { value: [{ title: 'attorney', ...attorney }] } },
    });
    const parent = { representative: 'r-1', relation: 'parent' as const, name: 'Ильин Пётр' };
    must(await learners.nameRepresentative({ learner: 'l-1', ...parent, on: '2026-12-23' }));
    const second = (await last())?.id ?? '';
    const early = await correct(second, { representative: 'r-1', on: '2026-12-22' });
    expectRefused(early, 'representative-not-entitled', 'r-1', '2026-12-22');
    must(await correct(second, { representative: 'r-1' }));
    expect((await last())?.data).toMatchObject({ way, representative: 'r-1' });
    expect((await last())?.data).not.toHaveProperty('proof');
    const third = (await last())?.id ?? '';
    must(await correct(third, { on: '2026-12-24' }));
    expect((await last())?.data).toMatchObject({ way, representative: 'r-1', signed: true });
    must(await correct((await last())?.id ?? '', { attorney }));
    must(await correct((await last())?.id ?? '', { way: 'in-person' }));
    expect((await last())?.data).not.toHaveProperty('proof');
  });

  test('to another number of its paper, which else stays', async () => {
    const { documents, document, correct, last } = await issued();
    const post = { way: 'post', postal: { number: '80110' }, signed: false } as const;
    const { eventId } = must(await documents.deliver({ document, ...post, on: '2026-12-23' }));
    expectRefused(await correct(eventId, { postal: null }), 'entry-field-needed', 'postal');
    must(await correct(eventId, { on: '2026-12-24' }));
    expect((await last())?.data).toMatchObject({ proof: proof('80110'), signed: false });
    must(await correct((await last())?.id ?? '', { postal: { number: '80111' } }));
    expect((await last())?.data).toMatchObject({ proof: proof('80111') });
  });

  test('to another paper that it rests on', async () => {
    const { documents, document, correct, last } = await issued();
    const { eventId } = must(await documents.deliver({ document, ...byHand, on: '2026-12-23' }));
    const ground = { kind: 'application', number: '7', date: '2026-12-22' };
    must(await correct(eventId, { ground }));
    expect(await last()).toMatchObject({ type: 'DocumentDelivered', ground });
    must(await correct((await last())?.id ?? '', { ground: null }));
    expect((await last())?.ground).toBeNull();
  });
});
