import { newCommandId, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  certificate,
  documentAcademy,
  mark,
  must,
  participation,
  progress,
  school,
} from '../worlds/register-academy.ts';

const stream = 'academy.register-issued-documents.2026';

describe('D15: issuing a document', () => {
  test('D15 R1 §4.2.6: a line has number, paper, study, completion and signer', async () => {
    const { documents, events, id } = await documentAcademy();
    const issued = must(await documents.issue(certificate));
    expect(issued).toMatchObject({
      document: 'issued-documents.2026.1',
      number: 1,
      registrationNumber: 'Д-0001/26',
      stream,
    });
    const [line] = await events(stream);
    const completion = (await events(`academy.enrollment-${id}`)).at(-1);
    expect(line).toMatchObject({
      type: 'DocumentIssued',
      occurredOn: '2026-12-22',
      ground: { kind: 'order', number: '31-з', date: '2026-12-01' },
      refs: {
        learner: ['l-1'],
        enrollment: [id],
        programme: ['mentor'],
        group: ['m-1'],
        official: ['p-1'],
        register: ['issued-documents'],
        document: ['issued-documents.2026.1'],
      },
      data: {
        kind: 'upgrade-certificate',
        enrollment: id,
        completedBy: completion?.id,
        edition: 1,
        paper: { blank: 'certificate-blank', series: 'ПК', number: '0001' },
        standing: 'original',
        first: null,
        marks: [],
        content: { issuedOn: '2026-12-22', hours: 36, qualification: 'Наставник' },
        signer: { person: 'p-1', office: 'head', position: 'директор' },
        name: { value: { family: 'Ильина', given: 'Анна', patronymic: 'Петровна' } },
      },
    });
    expect(completion?.type).toBe('Completed');
  });

  test('D15: the name on a document stands beside its line, never in it', async () => {
    const { documents, session } = await documentAcademy();
    must(await documents.issue(certificate));
    for await (const page of session.handler.store.readStream(stream)) {
      expect(page[0]?.line).not.toMatch(/Ильина/);
      expect(page[0]?.beside).toMatchObject({
        name: { value: '{"family":"Ильина","given":"Анна","patronymic":"Петровна"}' },
      });
    }
  });

  test('D15: numbers run without gap in a register and year, a refusal takes none', async () => {
    const { documents } = await documentAcademy();
    const paper = { ...certificate, kind: 'study-certificate' };
    expect(must(await documents.issue(participation)).number).toBe(1);
    expectRefused(
      await documents.issue({ ...certificate, learner: 'l-2' }),
      'enrollment-of-another',
    );
    expect(must(await documents.issue(certificate)).registrationNumber).toBe('Д-0002/26');
    expect(must(await documents.issue(paper)).registrationNumber).toBe('С-0001/26');
    expect(must(await documents.issue(participation)).number).toBe(3);
  });

  test('D15: numbers may run through the organisation, or never begin again', async () => {
    const shared = school.registers?.map((one) => ({ ...one, scope: 'organisation' as const }));
    const one = shared?.map((each) => ({ ...each, reset: 'never' as const, firstNumber: 500 }));
    const { documents } = await documentAcademy({ ...school, registers: one ?? [] });
    const first = must(await documents.issue(participation));
    const paper = { ...certificate, kind: 'study-certificate' };
    const second = must(await documents.issue(paper));
    expect([first.document, second.document]).toEqual([
      'organisation.all.500',
      'organisation.all.501',
    ]);
    expect(second.registrationNumber).toBe('С-0501/26');
  });

  test('D15: the same command twice takes one number and gives one answer', async () => {
    const { documents, session, events } = await documentAcademy();
    const sent = { ...participation, commandId: newCommandId(session.handler.store.ports) };
    const [first, second] = await Promise.all([documents.issue(sent), documents.issue(sent)]);
    expect(first).toEqual(second);
    must(await documents.issue(participation));
    expect(await documents.issue(sent)).toEqual(first);
    expect(await events(stream)).toHaveLength(2);
  });

  test('D15 R5 §4.10: an attestat and its line hold the marks and their events', async () => {
    const { documents, events, id, marks } = await documentAcademy(school);
    const issued = must(await documents.issue({ ...certificate, kind: 'attestat' }));
    expect(issued).toMatchObject({ document: 'attestats.all.41', registrationNumber: '41' });
    const [line] = await events('academy.register-attestats.all');
    expect(line?.data).toMatchObject({
      enrollment: id,
      marks: [
        { module: 'safety', kind: 'interim', record: marks[0], mark: { words: 'четыре' } },
        { module: 'safety', kind: 'final', record: marks[2], mark: { digits: '5', words: 'пять' } },
        { module: 'practice', kind: 'interim', inForce: marks[1], mark: { value: 'pass' } },
      ],
    });
  });
});

const refuses = async (change: object, code: string, ...values: string[]) => {
  const { documents } = await documentAcademy(school);
  expectRefused(await documents.issue({ ...certificate, ...change }), code, ...values);
};

describe('D15: what is refused', () => {
  test('D15 R4 §2.2.11: before completion, and on a day before it', async () => {
    const open = { learner: 'l-2', enrollment: 'l-2.mentor.1' };
    await refuses(open, 'study-not-completed', 'l-2.mentor.1', '2026-12-22');
    await refuses({ on: '2026-12-20' }, 'study-not-completed', '2026-12-20');
  });

  test('D15: a kind that asks for study, without it', async () => {
    await refuses({ enrollment: null }, 'document-needs-enrollment', 'upgrade-certificate');
  });

  test('D15 R1 §4/5.7: an unknown kind, and one that is never taken in', async () => {
    await refuses({ kind: 'passport' }, 'document-kind-unknown', 'passport', 'retraining-diploma');
    const { documents } = await documentAcademy();
    const paper = { kind: 'extract', learner: 'l-1', issuer: 'Школа 7', on: '2026-12-01' };
    const sealed = { issuedOn: '2026-11-30', sealed: true, signedBy: 'head' as const };
    expectRefused(
      await documents.receive({ ...paper, ...sealed }),
      'document-kind-unknown',
      'extract',
    );
  });

  test('D15: a diploma of retraining for a programme of another category', async () => {
    const diploma = { kind: 'retraining-diploma' };
    await refuses(diploma, 'document-category-wrong', 'qualification-improvement');
  });

  test('D15: a second original for one study; after annulment it may be issued again', async () => {
    const { documents } = await documentAcademy();
    const { document } = must(await documents.issue(certificate));
    const again = { ...certificate, number: '0002' };
    expectRefused(
      await documents.issue(again),
      'document-issued-already',
      document,
      'l-1.mentor.1',
    );
    const annul = { document, reason: 'ошибка в имени', signer: 'p-1' };
    must(await documents.annul({ ...annul, ground: order('40-з', '2026-12-24') }));
    const later = must(await documents.issue({ ...again, on: '2026-12-25' }));
    expect(later.number).toBe(2);
  });

  test('D15: a day before the latest line, where a register keeps the order', async () => {
    const { documents } = await documentAcademy();
    must(await documents.issue(participation));
    const before = { ...participation, on: '2026-12-10' };
    expectRefused(await documents.issue(before), 'act-out-of-order', '2026-12-10', '2026-12-22');
    const registers = school.registers?.map((one) => ({ ...one, chronological: false })) ?? [];
    const free = await documentAcademy({ ...school, registers });
    must(await free.documents.issue(participation));
    expect(must(await free.documents.issue(before)).number).toBe(2);
  });

  test('D15: without a paper that the kind rests on', async () => {
    const application = { kind: 'application', number: '7', date: '2026-12-20' };
    await refuses({ ground: application }, 'document-ground-missing', 'order', 'application');
    await refuses({ ground: null }, 'document-ground-missing', 'protocol');
    await refuses(
      { ground: { ...order('1', '2026-12-01'), number: null } },
      'document-ground-missing',
    );
  });

  test('D15: signed by who is not entitled, dated ahead, for a stranger', async () => {
    await refuses({ signer: 'p-9' }, 'not-appointed', 'p-9');
    await refuses({ signer: 'p-5', office: 'records-keeper' }, 'office-not-entitled');
    await refuses({ on: '2026-12-26' }, 'dated-ahead', '2026-12-26');
    await refuses({ learner: 'l-9' }, 'learner-unknown', 'l-9');
  });

  test('D15 R5 §4.10: an attestat while a correction of its mark waits', async () => {
    const correction = { countersignOffices: ['head'] };
    const academy = await documentAcademy(school, { correction });
    const { documents, assessments, marks, id } = academy;
    const replaces = marks[2] ?? '';
    const change = { enrollment: id, replaces, value: '4', words: 'четыре', reason: 'описка' };
    const { eventId } = must(await assessments.correct({ ...change, signer: 'p-9' }));
    const issue = { ...certificate, kind: 'attestat', on: '2026-12-25' };
    expectRefused(await documents.issue(issue), 'document-mark-waiting', eventId);
  });

  test('RK 1.13 R1 §4/5.7: a certificate of study and an extract show failing marks', async () => {
    const academy = await documentAcademy();
    const { documents, handler } = academy;
    const of = { learner: 'l-2', enrollment: 'l-2.mentor.1', signer: 'p-1', on: '2026-12-22' };
    await mark({ ...academy, id: of.enrollment }, '2', '2026-12-01', { kind: 'interim' });
    for (const kind of ['study-certificate', 'extract']) {
      const issued = must(await documents.issue({ ...of, kind }));
      const [line] = await handler.events(issued.stream, issued.revision, 1);
      expect([kind, line?.data]).toMatchObject([kind, { marks: [{ mark: { digits: '2' } }] }]);
    }
  });

  test('D15 R5 §4.7: a certificate of progress without any mark to show', async () => {
    const academy = await documentAcademy(school);
    const paper = { ...certificate, kind: progress.id, learner: 'l-2', enrollment: 'l-2.mentor.1' };
    const refused = await academy.documents.issue(paper);
    expectRefused(refused, 'document-marks-missing', 'l-2.mentor.1', 'current');
    await mark({ ...academy, id: 'l-2.mentor.1' }, '4', '2026-12-01', { kind: 'current' });
    expect(must(await academy.documents.issue(paper)).number).toBe(1);
  });
});

describe('D15 R5 §4.7: a certificate of progress received from another school', () => {
  const paper = {
    kind: 'progress-certificate',
    learner: 'l-2',
    enrollment: 'l-2.mentor.1',
    issuer: 'Школа № 7',
    number: '18',
    issuedOn: '2026-11-30',
    marks: [{ title: 'Алгебра', value: '4', words: 'четыре' }],
    sealed: true,
    signedBy: 'head' as const,
    on: '2026-12-02',
  };

  test('is entered in its own register with issuer, number, marks and signature', async () => {
    const { documents, events } = await documentAcademy(school);
    const entered = must(await documents.receive(paper));
    expect(entered).toMatchObject({
      document: 'received-papers.2026.1',
      registrationNumber: 'В-1',
    });
    const [line] = await events('academy.register-received-papers.2026');
    expect(line).toMatchObject({
      type: 'DocumentReceived',
      data: { issuer: 'Школа № 7', paper: { number: '18' }, marks: paper.marks, signedBy: 'head' },
    });
  });

  test('is sent back without seal or signature, or dated after its entry', async () => {
    const { documents } = await documentAcademy(school);
    const unsealed = await documents.receive({ ...paper, sealed: false });
    expectRefused(unsealed, 'received-uncertified', 'Школа № 7', 'head');
    const unsigned = await documents.receive({ ...paper, signedBy: null });
    expectRefused(unsigned, 'received-uncertified', 'Школа № 7');
    const ahead = await documents.receive({ ...paper, issuedOn: '2026-12-03' });
    expectRefused(ahead, 'act-out-of-order', '2026-12-02', '2026-12-03');
    const unknown = await documents.receive({ ...paper, enrollment: 'l-2.mentor.9' });
    expectRefused(unknown, 'enrollment-unknown', 'l-2.mentor.9');
  });

  test('RK 1.8: its issuer and its marks are corrected in place', async () => {
    const { documents, events } = await documentAcademy(school);
    const { document, eventId } = must(await documents.receive(paper));
    const marks = [{ title: 'Алгебра', value: '5', words: 'пять' }];
    const by = { document, reason: 'описка', signer: 'p-5', office: 'records-keeper' };
    const changes = { issuer: 'Гимназия № 7', marks };
    const { eventId: second } = must(
      await documents.correct({ ...by, replaces: eventId, changes }),
    );
    const received = 'academy.register-received-papers.2026';
    expect((await events(received)).at(-1)?.data).toMatchObject({
      changed: ['issuer', 'marks'],
      issuer: 'Гимназия № 7',
      marksWritten: marks,
    });
    const again = await documents.correct({ ...by, replaces: second, changes });
    expectRefused(again, 'document-line-same', document);
    const later = { ...by, replaces: second, changes: { issuedOn: '2026-12-03' } };
    expectRefused(await documents.correct(later), 'document-day-out-of-place', '2026-12-02');
    const page = { ...by, replaces: second, changes: { page: '3' } };
    expectRefused(await documents.correct(page), 'entry-field-unknown', 'page', 'issuer');
  });

  test('is no document of ours: it is not delivered or withdrawn', async () => {
    const { documents } = await documentAcademy(school);
    const { document } = must(await documents.receive(paper));
    const lost = await documents.withdraw({ document, reason: 'lost', on: '2026-12-03' });
    expectRefused(lost, 'document-unknown', document);
  });
});
