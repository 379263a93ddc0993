import { order } from '@letopis/core';
import type { RegisterEvent } from '@letopis/core/facts';
import { registerFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  certificate,
  documentAcademy,
  must,
  noOrder,
  participation,
  clerkOf,
  school,
} from '../worlds/register-academy.ts';

const stream = 'academy.register-issued-documents.2026';
const issued = async (documents: Parameters<typeof documentAcademy>[0] = {}) => {
  const academy = await documentAcademy(documents);
  return { ...academy, ...must(await academy.documents.issue(certificate)) };
};

describe('D15: a document gives way to another', () => {
  test('D15: a duplicate has a line and a number of its own, and names the first', async () => {
    const { documents, document, events } = await issued();
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
    const next = { ...certificate, number: '0002', inPlaceOf: document, on: '2026-12-24' };
    const duplicate = must(await documents.issue({ ...next, enrollment: null }));
    expect(duplicate.registrationNumber).toBe('Д-0002/26');
    const [, lost, line] = await events(stream);
    expect(lost).toMatchObject({ type: 'DocumentWithdrawn', data: { outcome: 'loss' } });
    expect(line).toMatchObject({
      refs: { document: [document, duplicate.document], enrollment: ['l-1.mentor.1'] },
      data: { standing: 'duplicate', first: document, enrollment: 'l-1.mentor.1' },
    });
    // The duplicate may be lost too, and only then be followed.
    const third = { ...next, number: '0003', on: '2026-12-25' };
    expectRefused(await documents.issue(third), 'document-succeeded', document, duplicate.document);
    const followed = { ...third, inPlaceOf: duplicate.document };
    expectRefused(await documents.issue(followed), 'document-not-withdrawn', duplicate.document);
    const again = { document: duplicate.document, reason: 'name-changed', on: '2026-12-25' };
    must(await documents.withdraw(again));
    must(await documents.issue({ ...followed, name: 'Кузнецова Анна Петровна' }));
    expect((await events(stream)).at(-1)?.data).toMatchObject({ standing: 'replacement' });
  });

  test('D15: duplicates may have a register of their own', async () => {
    const kinds = school.kinds?.map((one) => ({ ...one, duplicateRegister: 'study-certificates' }));
    const { documents, document, blanks } = await issued({ ...school, kinds: kinds ?? [] });
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
    const next = { ...certificate, inPlaceOf: document, number: '0021', on: '2026-12-24' };
    const register = 'study-certificates.2026';
    expectRefused(await documents.issue(next), 'blank-not-at-hand', 'ПК 0021', register);
    const range = { blank: 'certificate-blank', series: 'ПК', from: '0020', to: '0029' };
    const by = { signer: 'p-5', on: '2026-12-24' };
    must(await blanks.receive({ ...range, ...by }));
    must(await blanks.assign({ ...range, ...by, register }));
    const duplicate = must(await documents.issue(next));
    expect(duplicate.document).toBe(`${register}.1`);
    const other = { ...next, number: '0022' };
    expectRefused(await documents.issue(other), 'document-succeeded', document, duplicate.document);
  });

  test('D15: followed is a withdrawn document of one kind, learner and study', async () => {
    const { documents, document } = await issued();
    const next = { ...certificate, number: '0002', inPlaceOf: document };
    expectRefused(await documents.issue(next), 'document-not-withdrawn', document, '2026-12-22');
    const other = { ...participation, inPlaceOf: document, learner: 'l-1' };
    const refused = await documents.issue(other);
    expectRefused(refused, 'document-of-another', 'participant-certificate', 'upgrade-certificate');
    const stranger = { ...next, learner: 'l-2', enrollment: 'l-2.mentor.1' };
    expectRefused(await documents.issue(stranger), 'document-of-another', 'l-2', 'l-1');
    const unknown = { ...next, inPlaceOf: 'issued-documents.2026.9' };
    expectRefused(await documents.issue(unknown), 'document-unknown', unknown.inPlaceOf);
    const elsewhere = { ...next, inPlaceOf: 'issued-documents.2025.1' };
    expectRefused(await documents.issue(elsewhere), 'document-unknown', elsewhere.inPlaceOf);
  });

  test('D15: it is withdrawn once, for a known reason, not before its issue', async () => {
    const { documents, document } = await issued();
    const lost = { document, reason: 'lost', on: '2026-12-23' };
    const unheard = { ...lost, reason: 'eaten' };
    expectRefused(await documents.withdraw(unheard), 'not-in-regulation', 'eaten', 'lost');
    const early = { ...lost, on: '2026-12-21' };
    expectRefused(await documents.withdraw(early), 'act-out-of-order', '2026-12-21', '2026-12-22');
    must(await documents.withdraw(lost));
    expectRefused(await documents.withdraw(lost), 'document-withdrawn', document, '2026-12-23');
  });
});

describe('D15: handing a document over', () => {
  test('D15: to the learner, who signs; on a power of attorney; by post', async () => {
    const { documents, document, events, session } = await issued();
    const handing = { document, way: 'in-person' as const, signed: false, on: '2026-12-23' };
    expectRefused(await documents.deliver(handing), 'delivery-unsigned', document, 'in-person');
    must(await documents.deliver({ ...handing, signed: true }));
    const again = await documents.deliver({ ...handing, signed: true });
    expectRefused(again, 'document-delivered-already', document, '2026-12-23');
    const second = must(await documents.issue({ ...participation, on: '2026-12-23' })).document;
    const attorney = { number: '77 АВ 123', date: '2026-12-20' };
    const by = { document: second, way: 'representative' as const, on: '2026-12-23' };
    must(await documents.deliver({ ...by, attorney, signed: true }));
    const third = must(await documents.issue({ ...participation, on: '2026-12-23' })).document;
    const post = { document: third, way: 'post' as const, postal: { number: '80110' } };
    must(await documents.deliver({ ...post, signed: false, on: '2026-12-24' }));
    const facts = (await events(stream)).filter(({ type }) => type === 'DocumentDelivered');
    expect(facts.map(({ data }) => data)).toMatchObject([
      { way: 'in-person', signed: true },
      { way: 'representative', proof: { value: [{ title: 'attorney', ...attorney }] } },
      { way: 'post', signed: false, proof: { value: [{ title: 'postal', number: '80110' }] } },
    ]);
    for await (const page of session.handler.store.readStream(stream)) {
      for (const { line } of page) expect(line).not.toMatch(/77 АВ 123|80110/);
    }
  });

  test('D15 D3: to a legal representative who has rights on that day', async () => {
    const { documents, document, learners } = await issued();
    const by = { document, way: 'representative' as const, signed: true, on: '2026-12-23' };
    const handing = { ...by, representative: 'r-1' };
    expectRefused(await documents.deliver(handing), 'representative-not-entitled', 'r-1', 'l-1');
    const parent = { representative: 'r-1', relation: 'parent' as const, name: 'Ильин Пётр' };
    must(await learners.nameRepresentative({ learner: 'l-1', ...parent, on: '2026-09-02' }));
    must(await documents.deliver(handing));
  });

  test('D15: papers go with their way, and only the ways of the regulation', async () => {
    const { documents, document } = await issued({ deliveryWays: ['in-person'] });
    const by = { document, signed: true, on: '2026-12-23' };
    const unnamed = await documents.deliver({ ...by, way: 'representative' });
    expectRefused(unnamed, 'invalid-input', 'representative');
    expectRefused(await documents.deliver({ ...by, way: 'post' }), 'invalid-input', 'post');
    const post = { ...by, way: 'post' as const, postal: { number: '80110' } };
    expectRefused(await documents.deliver(post), 'delivery-way-unknown', 'post', 'in-person');
  });
});

describe('D15 D7: a wrong line is answered, never overwritten', () => {
  test('D15 D7: a correcting line carries the line’s day, its own, and what differs', async () => {
    const { documents, document, events, eventId } = await issued();
    const [line] = await events(stream);
    const correct = { document, replaces: eventId, reason: 'описка', signer: 'p-5' };
    const changes = { hours: 72, number: '0004', issuedOn: '2026-12-21' };
    const name = 'Ильина Анна Павловна';
    const { eventId: second } = must(await documents.correct({ ...correct, changes, name }));
    const facts = await events(stream);
    expect(facts[0]).toEqual(line);
    expect(facts[1]).toMatchObject({
      type: 'DocumentLineCorrected',
      occurredOn: '2026-12-22',
      refs: line?.refs,
      data: {
        corrects: eventId,
        replaces: eventId,
        actedOn: '2026-12-25',
        changed: ['number', 'issuedOn', 'hours', 'name'],
        paper: { series: 'ПК', number: '0004' },
        content: { hours: 72, issuedOn: '2026-12-21' },
        reason: { value: 'описка' },
        signer: { person: 'p-5', office: 'records-keeper' },
      },
    });
    const stale = await documents.correct({ ...correct, changes: { hours: 40 } });
    expectRefused(stale, 'not-in-force', eventId, second);
    // The blank that was written down by mistake is free, the right one is used.
    const next = { ...participation, kind: 'upgrade-certificate', learner: 'l-1' };
    const other = { ...next, enrollment: 'l-1.mentor.1', series: 'ПК', on: '2026-12-25' };
    const taken = await documents.issue({ ...other, number: '0004' });
    expectRefused(taken, 'document-issued-already', document);
  });

  test('D15: it changes something, on a blank at hand, in the year and its order', async () => {
    const { documents, document, eventId } = await issued();
    must(await documents.issue({ ...participation, on: '2026-12-23' }));
    const correct = { document, replaces: eventId, reason: 'описка', signer: 'p-5' };
    const same = await documents.correct({ ...correct, changes: { hours: 36 } });
    expectRefused(same, 'document-line-same', document, eventId);
    const blank = await documents.correct({ ...correct, changes: { number: '0011' } });
    expectRefused(blank, 'blank-not-at-hand', 'ПК 0011');
    const none = await documents.correct({ ...correct, changes: { number: null } });
    expectRefused(none, 'document-blank-missing', 'certificate-blank');
    const late = await documents.correct({ ...correct, changes: { issuedOn: '2026-12-24' } });
    expectRefused(late, 'document-day-out-of-place', '2026-12-24', '2026-12-23');
    const year = await documents.correct({ ...correct, changes: { issuedOn: '2025-12-31' } });
    expectRefused(year, 'document-day-out-of-place', '2025-12-31', '2026-01-01');
    const early = { ...correct, changes: { hours: 40 }, on: '2026-12-21' };
    expectRefused(await documents.correct(early), 'act-out-of-order', '2026-12-21', '2026-12-22');
    const teacher = { ...correct, changes: { hours: 40 }, signer: 'p-9' };
    expectRefused(await documents.correct(teacher), 'not-appointed', 'p-9');
  });

  test('D15 R5 §4.10: marks are taken anew, the first line still shows the old', async () => {
    const academy = await documentAcademy(school);
    const { documents, assessments, events, id, marks } = academy;
    const attestat = { ...certificate, kind: 'attestat' };
    const { document, eventId } = must(await documents.issue(attestat));
    const replaces = marks[2] ?? '';
    const change = { enrollment: id, replaces, value: '4', words: 'четыре', reason: 'описка' };
    const { eventId: inForce } = must(await assessments.correct({ ...change, signer: 'p-9' }));
    const correct = { document, replaces: eventId, reason: 'исправлена оценка', signer: 'p-1' };
    must(await documents.correct({ ...correct, marksAnew: true }));
    const [first, second] = (await events('academy.register-attestats.all')) as RegisterEvent[];
    expect(first?.data).toMatchObject({ marks: [{}, { mark: { digits: '5' } }, {}] });
    expect(second?.data).toMatchObject({
      changed: ['marks'],
      marks: [{}, { mark: { digits: '4', words: 'четыре' }, record: replaces, inForce }, {}],
    });
  });

  test('RK 1.8 RK 1.13: marks taken anew are judged by the corrected completion', async () => {
    const { documents, assessments, enrollments, events, id, marks } =
      await documentAcademy(school);
    const { document, eventId } = must(await documents.issue({ ...certificate, kind: 'attestat' }));
    const completed = (await events(`academy.enrollment-${id}`)).at(-1)?.id ?? '';
    const act = { enrollment: id, reason: 'описка', signer: 'p-1' };
    const ground = order('32-з', '2026-12-01');
    const moved = { entry: completed, instead: { on: '2026-12-20' }, ground };
    must(await enrollments.correct({ ...act, ...moved }));
    must(await assessments.annul({ ...act, result: marks[2] ?? '', signer: 'p-9', ground }));
    const anew = { document, replaces: eventId, reason: 'описка', signer: 'p-1', marksAnew: true };
    expectRefused(await documents.correct(anew), 'document-mark-failing');
  });

  test('D15: annulled by order and signed by the head; the number stays used', async () => {
    const { documents, document, events, session, eventId } = await issued();
    const ground = order('40-з', '2026-12-24');
    const annul = { document, reason: 'выдан по ошибке', signer: 'p-1', ground };
    const unordered = await documents.annul({ ...annul, ground: noOrder });
    expectRefused(unordered, 'order-required', 'annul-document');
    expectRefused(await documents.annul({ ...annul, signer: 'p-5' }), 'not-appointed', 'p-5');
    const early = await documents.annul({ ...annul, on: '2026-12-21' });
    expectRefused(early, 'act-out-of-order', '2026-12-21', '2026-12-22');
    must(await documents.annul(annul));
    expect((await events(stream))[1]).toMatchObject({
      type: 'DocumentAnnulled',
      occurredOn: '2026-12-22',
      ground: { number: '40-з' },
      data: { corrects: eventId, actedOn: '2026-12-25', reason: { value: 'выдан по ошибке' } },
    });
    expectRefused(await documents.annul(annul), 'document-annulled', document, '2026-12-25');
    const lost = await documents.withdraw({ document, reason: 'lost', on: '2026-12-25' });
    expectRefused(lost, 'document-annulled', document);
    const inPlaceOf = { ...certificate, number: '0002', inPlaceOf: document, on: '2026-12-25' };
    expectRefused(await documents.issue(inPlaceOf), 'document-annulled', document);
    expect(must(await documents.issue({ ...participation, on: '2026-12-25' })).number).toBe(2);
    const { state } = await session.load(registerFold, 'issued-documents', '2026');
    expect(state.entries.get(1)?.annulledOn).toBe('2026-12-25');
  });

  test('D15: the same grounds and rooms serve another sender', async () => {
    const { documents } = clerkOf(await issued(), order('9', '2026-12-22'));
    expect(must(await documents.issue(participation)).number).toBe(2);
  });
});
