import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { OldBookAcademy } from '../worlds/old-book-academy.ts';
import {
  book,
  firstLine,
  line,
  must,
  oldBookAcademy,
  oldStream,
  order,
  withOldLine,
} from '../worlds/old-book-academy.ts';
import { participation } from '../worlds/register-academy.ts';

/* RK §4 situation 8, RK 1.15: old books and a predecessor's, taken over as lines without study. */

async function refuses(
  given: Partial<typeof line & { from: string; until: string }>,
  of: Partial<typeof book>,
  code: string,
  ...named: string[]
) {
  const { documents, events } = await oldBookAcademy();
  const refused = await documents.takeOver({ ...book, ...of, lines: [{ ...line, ...given }] });
  expectRefused(refused, code, ...named);
  expect(await events(oldStream)).toEqual([]);
}

describe('RK §4 situation 8: lines of an old book are taken over', () => {
  test('not with a period that ends before it begins, nor of who was born later', async () => {
    const period = { from: '1998-06-01', until: '1987-09-01' };
    await refuses(period, {}, 'period-reversed', period.until, period.from);
    const born = '2014-03-15';
    await refuses({ birthDate: born }, {}, 'act-out-of-order', line.issuedOn, born);
  });

  test('as they are written, without a learner or a study, by whom, from which book', async () => {
    const { documents, events } = await oldBookAcademy();
    const second = { ...line, line: '4', registrationNumber: '42', name: 'Иванов Пётр' };
    const taken = must(await documents.takeOver({ ...book, lines: [line, second] }));
    expect(taken.documents).toEqual([firstLine, 'attestats-1998.old.2']);
    const [first] = await events(oldStream);
    expect(first).toMatchObject({
      type: 'DocumentTakenOver',
      occurredOn: '2026-12-10',
      actor: 'u-5',
      refs: { document: [firstLine], official: ['p-5'] },
      data: {
        kind: 'attestat',
        paper: { blank: null, series: 'А', number: '0456789' },
        content: { issuedOn: '1998-06-20' },
        marks: line.marks,
        old: {
          carrier: 'document-book',
          bookTitle: book.title,
          volume: '2',
          page: '12',
          line: '3',
          archive: 'городской архив, фонд 12',
          predecessor: 'school-7',
          issuer: 'Школа № 7',
          registrationNumber: '41',
        },
        birthDate: { value: '1981-03-15' },
        signer: { person: 'p-5', office: 'records-keeper' },
      },
    });
    expect(first?.refs).not.toHaveProperty('learner');
  });

  test('no name stands in the line of the event', async () => {
    const { session } = await withOldLine();
    for await (const page of session.handler.store.readStream(oldStream)) {
      for (const stored of page) expect(stored.line).not.toMatch(/Ильина|1981-03-15/);
    }
  });

  test('under the organisation’s own former name of the day, where it issued them', async () => {
    const { documents, events } = await oldBookAcademy();
    must(await documents.takeOver({ ...book, predecessor: null, lines: [line] }));
    expect((await events(oldStream))[0]?.data).toMatchObject({
      old: { predecessor: null, issuer: 'Училище наставников', archive: null },
    });
    const early = { ...line, line: '5', issuedOn: '1985-06-20' };
    const unnamed = await documents.takeOver({ ...book, predecessor: null, lines: [early] });
    expectRefused(unnamed, 'issuer-missing', '1985-06-20');
    const given = { ...book, predecessor: null, issuer: 'Курсы', lines: [early] };
    must(await documents.takeOver(given));
  });

  test('in two batches, with numbers that go on; all of a batch or none', async () => {
    const { documents, events } = await oldBookAcademy();
    must(await documents.takeOver({ ...book, lines: [line] }));
    const next = { ...line, line: '4' };
    const refused = await documents.takeOver({ ...book, lines: [next, line] });
    expectRefused(refused, 'old-line-taken', firstLine, '12', '3');
    expect(await events(oldStream)).toHaveLength(1);
    const { documents: taken } = must(await documents.takeOver({ ...book, lines: [next] }));
    expect(taken).toEqual(['attestats-1998.old.2']);
  });

  test('a command that is sent again takes nothing over twice', async () => {
    const { documents, events } = await oldBookAcademy();
    const commandId = '01890000-0000-7000-8000-000000000001';
    const sent = { ...book, commandId, lines: [line] };
    const once = must(await documents.takeOver(sent));
    expect(must(await documents.takeOver(sent))).toEqual(once);
    expect(await events(oldStream)).toHaveLength(1);
  });

  test('and take no number of a register', async () => {
    const { documents } = await withOldLine();
    expect(must(await documents.issue(participation)).number).toBe(1);
  });
});

describe('RK §4 situation 8: a line is refused', () => {
  test('of a book or a kind that the regulation does not have', async () => {
    await refuses({}, { carrier: 'scroll' }, 'carrier-unknown', 'scroll', 'document-book');
    await refuses({ kind: 'charter' }, {}, 'document-kind-unknown', 'charter', 'attestat');
  });

  test('of a predecessor that the passport does not name', async () => {
    await refuses({}, { predecessor: 'school-9' }, 'predecessor-unknown', 'school-9', 'school-7');
  });

  test('of a document that is younger than its taking over', async () => {
    await refuses({ issuedOn: '2026-12-11' }, {}, 'act-out-of-order', '2026-12-10', '2026-12-11');
  });

  test('signed by who does not correct registers', async () => {
    await refuses({}, { signer: 'p-9' }, 'not-appointed', 'p-9');
  });

  test('without a number of its own', async () => {
    const { documents } = await oldBookAcademy();
    const bare = { ...line, line: null, registrationNumber: null };
    expectRefused(await documents.takeOver({ ...book, lines: [bare] }), 'invalid-input', 'lines');
  });

  test('without a line number it is told apart by its registration number', async () => {
    const { documents } = await oldBookAcademy();
    const bare = { ...line, line: null };
    const other = { ...bare, registrationNumber: '42' };
    must(await documents.takeOver({ ...book, lines: [bare, other] }));
    const again = await documents.takeOver({ ...book, lines: [bare] });
    expectRefused(again, 'old-line-taken', firstLine, '41');
  });
});

describe('RK §4 situation 8: whose line it is', () => {
  test('is found later: one learner, on the day of the finding', async () => {
    const { documents, events } = await withOldLine();
    const link = { document: firstLine, learner: 'l-98', on: '2026-12-12' };
    must(await documents.link(link));
    expect((await events(oldStream)).at(-1)).toMatchObject({
      type: 'DocumentLinked',
      occurredOn: '2026-12-12',
      refs: { document: [firstLine], learner: ['l-98'] },
      data: { document: firstLine, learner: 'l-98' },
    });
    const again = await documents.link({ ...link, learner: 'l-1' });
    expectRefused(again, 'document-linked-already', firstLine, 'l-98');
  });

  test('is not found before the line was taken over', async () => {
    const { documents } = await withOldLine();
    const link = { document: firstLine, learner: 'l-98' };
    const early = await documents.link({ ...link, on: '2026-12-09' });
    expectRefused(early, 'act-out-of-order', '2026-12-09', '2026-12-10');
    const { eventId: entry } = must(await documents.link({ ...link, on: '2026-12-10' }));
    const by = { document: firstLine, entry, reason: 'не тот день', signer: 'p-1', office: 'head' };
    const moved = await documents.correctAct({ ...by, to: { on: '2026-12-09' } });
    expectRefused(moved, 'act-out-of-order', '2026-12-09', '2026-12-10');
  });

  test('is somebody registered, and no document of our own is linked', async () => {
    const { documents } = await withOldLine();
    const stranger = await documents.link({ document: firstLine, learner: 'l-77' });
    expectRefused(stranger, 'learner-unknown', 'l-77');
    const none = await documents.link({ document: 'attestats-1998.old.9', learner: 'l-98' });
    expectRefused(none, 'document-unknown', 'attestats-1998.old.9');
    const { document } = must(await documents.issue(participation));
    const own = await documents.link({ document, learner: 'l-98' });
    expectRefused(own, 'document-not-of-book', document);
  });

  test('RK 1.8: is corrected and annulled like any act on a document', async () => {
    const { documents, events } = await withOldLine();
    const link = { document: firstLine, learner: 'l-1', on: '2026-12-12' };
    const { eventId } = must(await documents.link(link));
    const by = { document: firstLine, reason: 'другой человек', signer: 'p-1', office: 'head' };
    must(await documents.correctAct({ ...by, entry: eventId, to: { learner: 'l-98' } }));
    const [, , , instead] = await events(oldStream);
    expect(instead).toMatchObject({ type: 'DocumentLinked', refs: { learner: ['l-98'] } });
    const unheard = { ...by, entry: instead?.id ?? '', to: { learner: 'l-77' } };
    expectRefused(await documents.correctAct(unheard), 'learner-unknown', 'l-77');
    const wrong = { ...by, entry: instead?.id ?? '', to: { way: 'post' as const } };
    expectRefused(await documents.correctAct(wrong), 'entry-field-unknown', 'way', 'learner');
    must(await documents.annulAct({ ...by, entry: instead?.id ?? '' }));
    must(await documents.link({ ...link, learner: 'l-2' }));
  });

  test('a line is not handed over: a duplicate is', async () => {
    const { documents } = await withOldLine();
    const handing = { document: firstLine, way: 'in-person' as const, signed: true };
    const refused = await documents.deliver({ ...handing, on: '2026-12-12' });
    expectRefused(refused, 'document-of-book', firstLine);
  });
});

const correct = (
  { documents }: Pick<OldBookAcademy, 'documents'>,
  replaces: string,
  more: object,
) => {
  const by = { document: firstLine, reason: 'описка', signer: 'p-5', on: '2026-12-20' };
  return documents.correct({ ...by, replaces, ...more });
};

describe('RK 1.8: a line that was taken over wrongly', () => {
  test('is corrected in place: where it stands, what it says, name and birth date', async () => {
    const academy = await withOldLine();
    const marks = [{ title: 'Алгебра', value: '5', words: null }];
    const changes = { page: '13', registrationNumber: '14', marks, issuedOn: '1998-06-25' };
    const person = { name: 'Ильина Анна Павловна', birthDate: '1981-03-16' };
    const { eventId } = must(
      await correct(academy, academy.eventId, { changes: { ...changes, hours: 20 }, ...person }),
    );
    const facts = await academy.events(oldStream);
    expect(facts.at(-1)).toMatchObject({
      type: 'DocumentLineCorrected',
      data: {
        learner: firstLine,
        changed: ['issuedOn', 'hours', 'page', 'registrationNumber', 'marks', 'name', 'birthDate'],
        content: { issuedOn: '1998-06-25', hours: 20 },
        marksWritten: marks,
        old: { page: '13', line: '3', registrationNumber: '14', issuer: 'Школа № 7' },
        birthDate: { value: '1981-03-16' },
      },
    });
    const same = await correct(academy, eventId, { changes: { page: '13', marks } });
    expectRefused(same, 'document-line-same', firstLine);
    const later = await correct(academy, eventId, { changes: { issuedOn: '2026-12-11' } });
    expectRefused(later, 'document-day-out-of-place', '2026-12-11', '2026-12-10');
    const signed = await correct(academy, eventId, { changes: { signer: 'p-1' } });
    expectRefused(signed, 'entry-field-unknown', 'signer', 'DocumentTakenOver');
    const strange = await correct(academy, eventId, { changes: { predecessor: 'school-9' } });
    expectRefused(strange, 'predecessor-unknown', 'school-9');
  });

  test('does not move to the place of another line', async () => {
    const academy = await withOldLine();
    must(await academy.documents.takeOver({ ...book, lines: [{ ...line, line: '4' }] }));
    const moved = await correct(academy, academy.eventId, { changes: { line: '4' } });
    expectRefused(moved, 'old-line-taken', 'attestats-1998.old.2');
  });

  test('is annulled, and its place is free; undone only while it is', async () => {
    const { documents } = await withOldLine();
    const ground = order('40-з', '2026-12-20');
    const annul = { document: firstLine, reason: 'дважды', signer: 'p-1', on: '2026-12-20' };
    const { eventId } = must(await documents.annul({ ...annul, enteredInError: true, ground }));
    const link = await documents.link({ document: firstLine, learner: 'l-98' });
    expectRefused(link, 'document-annulled', firstLine);
    must(await documents.takeOver({ ...book, lines: [line] }));
    const by = { document: firstLine, entry: eventId, signer: 'p-1', office: 'head' };
    const undone = await documents.annulAct({ ...by, reason: 'ошибка' });
    expectRefused(undone, 'old-line-taken', 'attestats-1998.old.2');
  });

  test('of a document of our own nothing of this can be corrected', async () => {
    const { documents } = await withOldLine();
    const { document, eventId } = must(await documents.issue(participation));
    const by = { document, replaces: eventId, reason: 'описка', signer: 'p-5' };
    const changes = { issuer: 'Школа № 7' };
    expectRefused(await documents.correct({ ...by, changes }), 'entry-field-unknown', 'issuer');
    const born = await documents.correct({ ...by, birthDate: '1981-03-15' });
    expectRefused(born, 'entry-field-unknown', 'birthDate');
  });
});
