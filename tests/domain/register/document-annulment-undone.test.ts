import { must, order } from '@letopis/core';
import { entryOf, registerFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { ordered, putRight } from '../worlds/put-right-school.ts';
import type { DocumentAcademy } from '../worlds/register-academy.ts';
import { certificate, documentAcademy, participation, school } from '../worlds/register-academy.ts';

/* RK 1.8: the annulment of a document, and what its entry says wrongly, can be put right. D15. */

const stream = 'academy.register-issued-documents.2026';
const ground = order('40-з', '2026-12-23');
const byHand = { way: 'in-person', signed: true } as const;

async function issued() {
  const academy = await documentAcademy();
  const { document, eventId: line } = must(await academy.documents.issue(certificate));
  const state = async () =>
    (await academy.session.load(registerFold, 'issued-documents', '2026')).state;
  const entry = async () => entryOf(await state(), document);
  const annul = async (more: object = {}) =>
    academy.documents.annul({
      document,
      reason: 'не тот номер',
      signer: 'p-1',
      on: '2026-12-24',
      ground,
      ...more,
    });
  return { ...academy, document, line, state, entry, annul, right: { document, ...putRight } };
}

const annulOf = async (documents: DocumentAcademy['documents'], document: string) =>
  documents.annul({ document, reason: 'не тот', signer: 'p-1', on: '2026-12-24', ground });

describe('RK 1.8: an annulment of a document is annulled', () => {
  test('the document is valid again, with its blank and its delivery', async () => {
    const { documents, document, right, entry, state, annul, events } = await issued();
    must(await documents.deliver({ document, ...byHand, on: '2026-12-23' }));
    const { eventId } = must(await annul());
    expect(await entry()).toMatchObject({
      annulledOn: '2026-12-24',
      annulment: { on: '2026-12-24', event: eventId, enteredInError: false },
      lineOn: '2026-12-22',
      lastActOn: '2026-12-24',
    });
    expectRefused(await documents.issue({ ...certificate, on: '2026-12-24' }), 'blank-used');
    must(await documents.annulAct({ ...right, entry: eventId, on: '2026-12-25' }));
    expect(await entry()).toMatchObject({
      annulledOn: null,
      annulment: null,
      deliveredOn: '2026-12-23',
      lastActOn: '2026-12-23',
    });
    expect((await state()).originals.get('upgrade-certificate/l-1.mentor.1')).toBe(document);
    expect((await events(stream)).at(-1)).toMatchObject({
      type: 'DocumentActAnnulled',
      occurredOn: '2026-12-22',
      data: { corrects: eventId, entry: 'DocumentAnnulled', actedOn: '2026-12-25' },
    });
    const again = await documents.issue({ ...certificate, number: '0002', on: '2026-12-25' });
    expectRefused(again, 'document-issued-already', document);
  });

  test('not once another document has its place', async () => {
    const { documents, right, annul } = await issued();
    const { eventId: entry } = must(await annul());
    const next = { ...certificate, number: '0002', on: '2026-12-24' };
    const { eventId, document: second } = must(await documents.issue(next));
    const no = await documents.annulAct({ ...right, entry });
    expectRefused(no, 'entry-rested-on', entry, `DocumentIssued 2026-12-24 (${eventId})`);
    // Its day is corrected in place, up to the day of the other document.
    const late = { ...right, entry, to: { on: '2026-12-25' } };
    expectRefused(await documents.correctAct(late), 'entry-contradicted', eventId, '2026-12-25');
    must(await documents.correctAct({ ...late, to: { on: '2026-12-23' } }));
    must(await annulOf(documents, second));
  });

  test('a duplicate, only while the first document is withdrawn and has no other', async () => {
    const { documents, document, right, state } = await issued();
    const lost = { document, reason: 'lost', on: '2026-12-23' };
    const { eventId: withdrawal } = must(await documents.withdraw(lost));
    const next = { ...certificate, number: '0002', inPlaceOf: document, on: '2026-12-24' };
    const duplicate = must(await documents.issue(next)).document;
    const { eventId: entry } = must(await annulOf(documents, duplicate));
    expect((await state()).successors.has(document)).toBe(false);
    must(await documents.annulAct({ ...right, entry: withdrawal }));
    const undo = { ...putRight, document: duplicate, entry };
    const stands = await documents.annulAct(undo);
    expectRefused(stands, 'document-not-withdrawn', document, '2026-12-24');
    const again = must(await documents.withdraw({ ...lost, on: '2026-12-25' })).eventId;
    expectRefused(await documents.annulAct(undo), 'document-not-withdrawn', document);
    must(await documents.correctAct({ ...right, entry: again, to: { on: '2026-12-24' } }));
    must(await documents.annulAct(undo));
    expect((await state()).successors.get(document)).toBe(duplicate);
  });

  test('not once the completion that it confirms was annulled', async () => {
    const { documents, enrollments, id, right, annul, events } = await issued();
    const { eventId: entry } = must(await annul());
    const life = await events(`academy.enrollment-${id}`);
    const completed = life.findLast(({ type }) => type === 'Completed')?.id ?? '';
    const step = { enrollment: id, entry: completed, ...putRight, ...ordered };
    must(await enrollments.annul(step));
    const no = await documents.annulAct({ ...right, entry });
    expectRefused(no, 'study-not-completed', id, '2026-12-22');
  });

  test('its day and paper are corrected, not before what happened to the document', async () => {
    const { documents, document, right, entry, annul, events } = await issued();
    must(await documents.deliver({ document, ...byHand, on: '2026-12-23' }));
    const { eventId } = must(await annul());
    const to = async (fields: { on?: string; ground?: typeof ground | null; reason?: string }) =>
      documents.correctAct({ ...right, entry: eventId, to: fields });
    expectRefused(await to({ on: '2026-12-22' }), 'act-out-of-order', '2026-12-22', '2026-12-23');
    expectRefused(await to({ on: '2026-12-24' }), 'entry-unchanged', eventId);
    expectRefused(await to({ ground: null }), 'order-required', 'annul-document');
    expectRefused(await to({ reason: 'lost' }), 'entry-field-unknown', 'reason', 'on, ground');
    must(await to({ on: '2026-12-23', ground: order('41-з', '2026-12-23') }));
    expect(await entry()).toMatchObject({ annulledOn: '2026-12-23', lastActOn: '2026-12-23' });
    expect((await events(stream)).at(-1)).toMatchObject({
      type: 'DocumentAnnulled',
      occurredOn: '2026-12-22',
      ground: { number: '41-з' },
      data: { actedOn: '2026-12-23', reason: { value: 'не тот номер' } },
    });
  });
});

describe('RK 1.8: an entry that was made in error leaves its blank', () => {
  test('which is used, spoilt or released again, and then not taken back', async () => {
    const { documents, document, right, annul, events } = await issued();
    const { eventId: entry } = must(await annul({ enteredInError: true }));
    expect((await events(stream)).at(-1)?.data).toMatchObject({ enteredInError: true });
    const lost = await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' });
    expectRefused(lost, 'document-annulled', document, '2026-12-24');
    const next = must(await documents.issue({ ...certificate, on: '2026-12-24' }));
    expectRefused(await documents.annulAct({ ...right, entry }), 'entry-rested-on', next.eventId);
    must(await annul({ document: next.document }));
    const used = await documents.annulAct({ ...right, entry });
    expectRefused(used, 'blank-used', 'ПК 0001', next.document);
    must(await documents.correctAct({ ...right, entry, to: { on: '2026-12-23' } }));
    const third = await documents.issue({ ...certificate, on: '2026-12-25' });
    expectRefused(third, 'blank-used', 'ПК 0001', next.document);
  });

  test('and has it again where nobody took it', async () => {
    const { documents, document, right, annul } = await issued();
    const { eventId: entry } = must(await annul({ enteredInError: true }));
    must(await documents.annulAct({ ...right, entry }));
    must(await documents.withdraw({ document, reason: 'damaged', on: '2026-12-23' }));
    const next = { ...certificate, inPlaceOf: document, on: '2026-12-24' };
    expectRefused(await documents.issue(next), 'blank-used', 'ПК 0001', document);
  });
});

describe('RK 1.8: who signed a document is corrected', () => {
  test('to who held one of the offices of its kind on the day of issue', async () => {
    const { documents, officials, document, line, entry, events } = await issued();
    must(await officials.appoint({ person: 'p-6', office: 'head', from: '2026-12-22' }));
    must(await officials.appoint({ person: 'p-7', office: 'head', from: '2026-12-23' }));
    const correct = { document, replaces: line, reason: 'подписал другой', signer: 'p-5' };
    const to = async (changes: { signer?: string; office?: string; hours?: number }) =>
      documents.correct({ ...correct, changes });
    expectRefused(await to({ signer: 'p-7' }), 'not-appointed', 'p-7', '2026-12-22');
    expectRefused(await to({ signer: 'p-9' }), 'not-appointed', 'p-9');
    expectRefused(await to({ office: 'teacher' }), 'office-not-entitled', 'teacher');
    expectRefused(await to({ signer: 'p-1' }), 'document-line-same', document);
    const { eventId } = must(await to({ signer: 'p-6' }));
    expect((await events(stream)).at(-1)).toMatchObject({
      refs: { official: ['p-1', 'p-6'] },
      data: {
        changed: ['signer'],
        documentSigner: { person: 'p-6', office: 'head' },
        signer: { person: 'p-5', office: 'records-keeper' },
      },
    });
    expect((await entry())?.signer).toMatchObject({ person: 'p-6', office: 'head' });
    must(await documents.correct({ ...correct, replaces: eventId, changes: { hours: 72 } }));
    const data = (await events(stream)).at(-1)?.data;
    expect(data).toMatchObject({ changed: ['hours'] });
    expect(data).not.toHaveProperty('documentSigner');
    expect((await entry())?.signer).toMatchObject({ person: 'p-6' });
  });

  test('a received document has no signer here', async () => {
    const { documents } = await documentAcademy(school);
    const paper = { kind: 'progress-certificate', learner: 'l-2', issuer: 'Школа № 7' };
    const { document, eventId: replaces } = must(
      await documents.receive({
        ...paper,
        number: '18',
        issuedOn: '2026-12-02',
        sealed: true,
        signedBy: 'head',
        on: '2026-12-02',
      }),
    );
    const correct = { document, replaces, reason: 'описка', signer: 'p-5' };
    for (const field of ['signer', 'office'] as const) {
      const no = await documents.correct({ ...correct, changes: { [field]: 'p-1' } });
      expectRefused(no, 'entry-field-unknown', document, field, 'issuedOn');
    }
  });
});

describe('RK 1.5: the day of a document and of its acts', () => {
  test('a corrected day of issue does not come after what happened to it', async () => {
    const { documents, document, line } = await issued();
    must(await documents.deliver({ document, ...byHand, on: '2026-12-23' }));
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-24' }));
    const correct = { document, replaces: line, reason: 'описка', signer: 'p-5' };
    const late = await documents.correct({ ...correct, changes: { issuedOn: '2026-12-24' } });
    expectRefused(late, 'document-day-out-of-place', '2026-12-24', '2026-12-23');
    must(await documents.correct({ ...correct, changes: { issuedOn: '2026-12-23' } }));
  });

  test('a correction of a line is dated by itself, not by the acts since', async () => {
    const { documents, document, line } = await issued();
    must(await documents.deliver({ document, ...byHand, on: '2026-12-25' }));
    const correct = { document, reason: 'описка', signer: 'p-5' };
    const first = { ...correct, replaces: line, changes: { hours: 40 }, on: '2026-12-23' };
    const { eventId: replaces } = must(await documents.correct(first));
    const before = { ...correct, replaces, changes: { hours: 50 }, on: '2026-12-22' };
    expectRefused(await documents.correct(before), 'act-out-of-order', '2026-12-22', '2026-12-23');
    must(await documents.issue({ ...participation, on: '2026-12-25' }));
  });
});
