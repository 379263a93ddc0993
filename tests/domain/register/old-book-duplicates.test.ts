import { succeededSince } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  duplicate,
  firstLine,
  line,
  must,
  oldStream,
  order,
  withLostOldLine,
  withOldLine,
} from '../worlds/old-book-academy.ts';
import { attestat, school } from '../worlds/register-academy.ts';

/* RK §4 situation 8: a duplicate for a closed predecessor, or from a book older than the system. */

const stream = 'academy.register-attestats.all';

describe('RK §4 situation 8: a duplicate on the ground of an old line', () => {
  test('has our number and our organisation, and names issuer and archive', async () => {
    const { documents, events } = await withLostOldLine();
    const issued = must(await documents.issue(duplicate));
    expect(issued).toMatchObject({ document: 'attestats.all.41', registrationNumber: '41' });
    expect((await events(stream)).at(-1)).toMatchObject({
      refs: { learner: ['l-98'], document: [firstLine, issued.document] },
      data: {
        standing: 'duplicate',
        first: firstLine,
        enrollment: null,
        completedBy: null,
        content: { issuedOn: '2026-12-15' },
        marks: [],
        marksWritten: line.marks,
        printed: {
          programme: line.programme,
          organisation: { fullName: 'Академия «Наставник»' },
          original: {
            document: firstLine,
            title: line.title,
            issuer: 'Школа № 7',
            archive: 'городской архив, фонд 12',
          },
        },
      },
    });
  });

  test('RK 1.10: its face has the name of the identity document', async () => {
    const { documents, events } = await withLostOldLine();
    must(await documents.issue(duplicate));
    expect((await events(stream)).at(-1)?.data).toMatchObject({
      name: { value: { family: 'Орлова', given: 'Анна', patronymic: 'Петровна' } },
      birthDate: { value: '1981-03-15' },
    });
  });

  test('states what the line has where nothing else is given', async () => {
    const { documents, events, eventId } = await withLostOldLine();
    const by = { document: firstLine, replaces: eventId, reason: 'из книги', signer: 'p-5' };
    const changes = { qualification: 'Чертёжник', hours: 900, from: '1996-09-01' };
    must(await documents.correct({ ...by, changes }));
    must(await documents.issue({ ...duplicate, hours: 910 }));
    expect((await events(stream)).at(-1)?.data).toMatchObject({
      content: { qualification: 'Чертёжник', hours: 910, from: '1996-09-01', until: null },
    });
  });

  test('is for whom the line names, in its kind, once it is lost', async () => {
    const { documents, learners } = await withOldLine();
    expectRefused(await documents.issue(duplicate), 'document-unlinked', firstLine);
    must(await documents.link({ document: firstLine, learner: 'l-98', on: '2026-12-12' }));
    expectRefused(await documents.issue(duplicate), 'document-not-withdrawn', firstLine);
    must(await documents.withdraw({ document: firstLine, reason: 'lost', on: '2026-12-12' }));
    must(await learners.register({ id: 'l-99', on: '2026-12-11' }));
    const other = await documents.issue({ ...duplicate, learner: 'l-99' });
    expectRefused(other, 'document-of-another', 'l-99', 'l-98');
    const kind = await documents.issue({ ...duplicate, kind: 'participant-certificate' });
    expectRefused(kind, 'document-of-another', 'participant-certificate', 'attestat');
    const study = await documents.issue({ ...duplicate, enrollment: 'l-1.mentor.1' });
    expectRefused(study, 'document-of-another', 'l-1.mentor.1');
  });

  test('R5 §4.10: shows marks, which are entered from the book first', async () => {
    const { documents, eventId } = await withLostOldLine();
    const by = { document: firstLine, replaces: eventId, reason: 'оценок нет', signer: 'p-5' };
    must(await documents.correct({ ...by, changes: { marks: [] } }));
    const refused = await documents.issue(duplicate);
    expectRefused(refused, 'old-marks-missing', 'attestat', firstLine);
  });

  test('R5 §4.10: where the kind may lack marks, it is issued without', async () => {
    const kinds = (school.kinds ?? []).filter(({ id }) => id !== attestat.id);
    const lacking = { ...attestat, mayLackMarks: true };
    const { documents, eventId } = await withLostOldLine({ kinds: [...kinds, lacking] });
    const by = { document: firstLine, replaces: eventId, reason: 'оценок нет', signer: 'p-5' };
    must(await documents.correct({ ...by, changes: { marks: [] } }));
    must(await documents.issue(duplicate));
  });

  test('is issued once, and a second one follows the first', async () => {
    const { documents, events } = await withLostOldLine();
    const { document } = must(await documents.issue(duplicate));
    const again = await documents.issue(duplicate);
    expectRefused(again, 'document-succeeded', firstLine, document);
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-16' }));
    must(await documents.issue({ ...duplicate, inPlaceOf: document, on: '2026-12-17' }));
    expect((await events(stream)).at(-1)?.data).toMatchObject({
      first: document,
      marksWritten: line.marks,
      printed: { original: { document: firstLine, issuer: 'Школа № 7' } },
    });
  });

  test('may be older than the day on which its line was taken over', async () => {
    const { documents } = await withOldLine();
    must(await documents.link({ document: firstLine, learner: 'l-98', on: '2026-12-12' }));
    must(await documents.withdraw({ document: firstLine, reason: 'lost', on: '2026-12-02' }));
    const { document } = must(await documents.issue({ ...duplicate, on: '2026-12-03' }));
    const again = await documents.issue({ ...duplicate, on: '2026-12-20' });
    expectRefused(again, 'document-succeeded', firstLine, document);
    const on = '2026-12-10';
    expect(succeededSince({ on, withdrawn: null })).toBe(on);
    expect(succeededSince({ on, withdrawn: { on: '2025-12-02' } })).toBe('2025-12-02');
    expect(succeededSince({ on, withdrawn: { on: '2026-12-20' } })).toBe(on);
  });

  test('its written marks can be corrected, those made of results cannot', async () => {
    const { documents, events } = await withLostOldLine();
    const { document, eventId } = must(await documents.issue(duplicate));
    const marks = [{ title: 'Алгебра', value: '4', words: null }];
    const by = { document, replaces: eventId, reason: 'описка', signer: 'p-5' };
    must(await documents.correct({ ...by, changes: { marks } }));
    expect((await events(stream)).at(-1)?.data).toMatchObject({
      changed: ['marks'],
      marksWritten: marks,
    });
    const own = must(await documents.issue({ ...OWN, enrollment: 'l-1.mentor.1' }));
    const refused = await documents.correct({
      ...by,
      document: own.document,
      replaces: own.eventId,
      changes: { marks },
    });
    expectRefused(refused, 'entry-field-unknown', 'marks', 'DocumentIssued');
  });
});

const OWN = { kind: 'attestat', learner: 'l-1', signer: 'p-1', on: '2026-12-22' };

describe('RK 1.8: what a duplicate of an old line rests on', () => {
  test('the link and the loss stand while it does', async () => {
    const { documents, link, loss, events } = await withLostOldLine();
    const { document, eventId } = must(await documents.issue(duplicate));
    const by = { document: firstLine, reason: 'ошибка', signer: 'p-1', office: 'head' };
    for (const entry of [link, loss]) {
      const refused = await documents.annulAct({ ...by, entry });
      expectRefused(refused, 'entry-rested-on', 'DocumentIssued', eventId);
    }
    const another = await documents.correctAct({ ...by, entry: link, to: { learner: 'l-1' } });
    expectRefused(another, 'entry-rested-on', 'DocumentIssued', eventId);
    must(await documents.correctAct({ ...by, entry: link, to: { on: '2026-12-13' } }));
    const ground = order('41-з', '2026-12-20');
    const annul = { document, reason: 'не тому', signer: 'p-1', on: '2026-12-20', ground };
    must(await documents.annul(annul));
    const relinked = (await events(oldStream)).at(-1)?.id ?? '';
    must(await documents.annulAct({ ...by, entry: relinked }));
    expectRefused(await documents.issue(duplicate), 'document-unlinked', firstLine);
  });
});
