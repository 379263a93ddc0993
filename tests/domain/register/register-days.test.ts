import { must, order } from '@letopis/core';
import { registerFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { mark } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  attestat,
  certificate,
  documentAcademy,
  participation,
  progress,
  school,
} from '../worlds/register-academy.ts';

const stream = 'academy.register-issued-documents.2026';
const paper = {
  kind: 'progress-certificate',
  learner: 'l-2',
  enrollment: 'l-2.mentor.1',
  issuer: 'Школа № 7',
  number: '18',
  issuedOn: '2026-12-02',
  sealed: true,
  signedBy: 'head' as const,
  on: '2026-12-02',
};

async function academy(documents: Parameters<typeof documentAcademy>[0] = {}) {
  const opened = await documentAcademy(documents);
  const last = async () => (await opened.events(stream)).at(-1);
  const state = async () => (await opened.handler.load(registerFold, stream)).state;
  return { ...opened, last, state };
}

describe('D15: days of issue', () => {
  test('a period of study does not end before it begins, however it is entered', async () => {
    const { documents, state } = await academy(school);
    const period = { from: '2026-12-01', until: '2026-11-30' };
    const days = [period.until, period.from];
    expectRefused(await documents.issue({ ...certificate, ...period }), 'period-reversed', ...days);
    expectRefused(await documents.receive({ ...paper, ...period }), 'period-reversed', ...days);
    const { document } = must(await documents.issue(certificate));
    const { inForce: replaces } = (await state()).entries.get(1)!;
    const change = { document, replaces, reason: 'описка', signer: 'p-5' };
    expectRefused(await documents.correct({ ...change, changes: period }), 'period-reversed');
    must(await documents.correct({ ...change, changes: { ...period, until: '2026-12-01' } }));
  });

  test('R4 §2.2.11: a document of completion is issued from the day of completion on', async () => {
    const { documents } = await academy();
    const early = await documents.issue({ ...certificate, on: '2026-12-20' });
    expectRefused(early, 'study-not-completed', 'l-1.mentor.1', '2026-12-20');
    must(await documents.issue({ ...certificate, on: '2026-12-21' }));
  });

  test('a register by days takes the day of its latest line, none before', async () => {
    const { documents, state } = await academy();
    must(await documents.issue({ ...participation, on: '2026-12-22' }));
    const early = await documents.issue({ ...participation, on: '2026-12-21' });
    expectRefused(early, 'act-out-of-order', '2026-12-21', '2026-12-22');
    must(await documents.issue({ ...participation, on: '2026-12-22' }));
    expect(await state()).toMatchObject({ lastNumber: 2, lastOn: '2026-12-22' });
  });

  test('one out of order, where it may be, does not move the latest day back', async () => {
    const registers = school.registers?.map((one) => ({ ...one, chronological: false })) ?? [];
    const { documents, state } = await academy({ ...school, registers });
    must(await documents.issue(participation));
    must(await documents.issue({ ...participation, on: '2026-12-10' }));
    expect(await state()).toMatchObject({ lastNumber: 2, lastOn: '2026-12-22' });
    must(await documents.receive({ ...paper, on: '2026-12-02' }));
    must(await documents.receive({ ...paper, issuedOn: '2026-12-01', on: '2026-12-01' }));
  });

  test('a duplicate is issued from the day of the withdrawal on', async () => {
    const { documents, last } = await academy();
    const { document } = must(await documents.issue(certificate));
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
    expect((await last())?.refs).toMatchObject({ document: [document], learner: ['l-1'] });
    const next = { ...certificate, number: '0002', inPlaceOf: document };
    const early = await documents.issue({ ...next, on: '2026-12-22' });
    expectRefused(early, 'document-not-withdrawn', document, '2026-12-22');
    must(await documents.issue({ ...next, on: '2026-12-23' }));
  });
});

describe('D15: days of what happens to a document', () => {
  test('each act may be on the day of the act before it, and not the day before', async () => {
    const { documents, state } = await academy();
    const { document, eventId } = must(await documents.issue(certificate));
    const handing = { document, way: 'in-person' as const, signed: true };
    const early = await documents.deliver({ ...handing, on: '2026-12-21' });
    expectRefused(early, 'act-out-of-order', '2026-12-21', '2026-12-22');
    must(await documents.deliver({ ...handing, on: '2026-12-22' }));
    const change = { document, replaces: eventId, reason: 'описка', signer: 'p-5' };
    must(await documents.correct({ ...change, changes: { hours: 40 }, on: '2026-12-22' }));
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
    const entry = (await state()).entries.get(1);
    expect(entry).toMatchObject({ deliveredOn: '2026-12-22', lastActOn: '2026-12-23' });
    expect(entry?.withdrawn).toEqual({ on: '2026-12-23', outcome: 'loss' });
    const ground = order('40-з', '2026-12-22');
    const annul = { document, reason: 'ошибка', signer: 'p-1', ground };
    const before = await documents.annul({ ...annul, on: '2026-12-22' });
    expectRefused(before, 'act-out-of-order', '2026-12-22', '2026-12-23');
    must(await documents.annul({ ...annul, on: '2026-12-23' }));
    expect((await state()).entries.get(1)?.lastActOn).toBe('2026-12-23');
  });

  test('one that was lost is neither handed over nor lost again', async () => {
    const { documents } = await academy();
    const { document } = must(await documents.issue(certificate));
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
    const late = { document, way: 'in-person' as const, signed: true, on: '2026-12-24' };
    expectRefused(await documents.deliver(late), 'document-withdrawn', document, '2026-12-23');
    const none = await documents.deliver({ ...late, document: 'issued-documents.2026.9' });
    expectRefused(none, 'document-unknown', 'issued-documents.2026.9');
  });

  test('D3: of two representatives either receives it; the learner needs none', async () => {
    const { documents, learners, last } = await academy();
    const parent = { learner: 'l-2', relation: 'parent' as const, name: 'Ильин', on: '2026-09-02' };
    for (const representative of ['r-1', 'r-2']) {
      must(await learners.nameRepresentative({ ...parent, representative }));
      const { document } = must(await documents.issue(participation));
      const by = { document, way: 'representative' as const, representative, signed: true };
      must(await documents.deliver({ ...by, on: '2026-12-23' }));
      expect((await last())?.data).toMatchObject({ representative, way: 'representative' });
      expect((await last())?.data).not.toHaveProperty('proof');
    }
  });
});

const correction = (document: string, replaces: string, issuedOn: string) => ({
  document,
  replaces,
  reason: 'описка',
  signer: 'p-5',
  changes: { issuedOn },
});

describe('D15 D7: a corrected day stays in its place', () => {
  test('between the days of its neighbours, both of them included', async () => {
    const { documents } = await academy();
    must(await documents.issue({ ...participation, on: '2026-12-20' }));
    const { document, eventId } = must(await documents.issue(participation));
    must(await documents.issue({ ...participation, on: '2026-12-24' }));
    const correct = async (replaces: string, day: string) =>
      documents.correct(correction(document, replaces, day));
    const between = ['2026-12-20', '2026-12-24'] as const;
    for (const day of ['2026-12-19', '2026-12-25']) {
      expectRefused(await correct(eventId, day), 'document-day-out-of-place', day, ...between);
    }
    const first = must(await correct(eventId, '2026-12-20'));
    must(await correct(first.eventId, '2026-12-24'));
  });

  test('in the register’s year, and not after the day of the correction', async () => {
    const { documents } = await academy();
    const { document, eventId } = must(await documents.issue(participation));
    const early = await documents.correct(correction(document, eventId, '2025-12-31'));
    const edges = ['2026-01-01', '2026-12-25'] as const;
    expectRefused(early, 'document-day-out-of-place', '2025-12-31', ...edges);
    const late = await documents.correct(correction(document, eventId, '2026-12-26'));
    expectRefused(late, 'dated-ahead', '2026-12-26', '2026-12-25');
    const first = must(await documents.correct(correction(document, eventId, '2026-01-01')));
    must(await documents.correct(correction(document, first.eventId, '2026-12-25')));
  });

  test('of any year where numbers never begin again; in any order where none is', async () => {
    const free = school.registers?.map((one) => ({
      ...one,
      chronological: false,
      reset: 'never' as const,
    }));
    const { documents } = await academy({ ...school, registers: free ?? [] });
    must(await documents.issue({ ...participation, on: '2026-12-20' }));
    const { document, eventId } = must(await documents.issue(participation));
    const first = must(await documents.correct(correction(document, eventId, '2026-12-19')));
    must(await documents.correct(correction(document, first.eventId, '1999-12-31')));
  });

  test('a neighbour from elsewhere has the day of its entry, not that of its issue', async () => {
    const kinds = [{ ...progress, receivedRegister: 'issued-documents' }, ...(school.kinds ?? [])];
    const own = kinds.filter(({ id }, at) => kinds.findIndex((one) => one.id === id) === at);
    const { documents } = await academy({ ...school, kinds: own });
    const { document, eventId } = must(
      await documents.issue({ ...participation, on: '2026-12-10' }),
    );
    must(await documents.receive({ ...paper, on: '2026-12-20' }));
    const correct = async (replaces: string, day: string) =>
      documents.correct(correction(document, replaces, day));
    const late = await correct(eventId, '2026-12-21');
    expectRefused(late, 'document-day-out-of-place', '2026-12-21', '2026-12-20');
    must(await correct(eventId, '2026-12-20'));
  });

  test('a day of issue elsewhere may be any day', async () => {
    const { documents } = await academy(school);
    const { document, eventId } = must(await documents.receive(paper));
    must(await documents.correct(correction(document, eventId, '2025-06-01')));
  });
});

describe('D15 R5 §4.10: marks in a line', () => {
  const final = { ...attestat, id: 'final-sheet', markKinds: ['final'] };
  const kinds = [...(school.kinds ?? []), final];
  const sheet = { ...certificate, kind: 'final-sheet', on: '2026-12-25' };

  test('are those of the kinds of the regulation, and the latest of a day counts', async () => {
    const { documents, events, marks } = await academy({ ...school, kinds });
    must(await documents.issue(sheet));
    const [line] = await events('academy.register-attestats.all');
    expect(line?.data).toMatchObject({ marks: [{ record: marks[2], kind: 'final' }] });
  });

  test('are none of annulled results', async () => {
    const { documents, assessments, events, id, marks } = await academy(school);
    const annulled = { enrollment: id, result: marks[0] ?? '', reason: 'не тот', signer: 'p-9' };
    must(await assessments.annul({ ...annulled, ground: order('41-з', '2026-12-23') }));
    const asked = { ...certificate, kind: 'attestat', on: '2026-12-25' };
    const missing = await documents.issue(asked);
    expectRefused(missing, 'document-mark-failing', 'safety', 'interim');
    const again = { enrollment: id, module: 'safety', kind: 'interim', value: '3' };
    const fresh = must(await assessments.record({ ...again, on: '2026-11-01', assessor: 'p-9' }));
    must(await documents.issue(asked));
    const [line] = await events('academy.register-attestats.all');
    const { marks: shown } = line!.data as { marks: readonly { record: string }[] };
    const records = shown.map(({ record }) => record);
    expect(records).toContain(fresh.eventId);
    expect(records).not.toContain(marks[0]);
  });

  test('are shown in the order of the modules and of the kinds, each once', async () => {
    const opened = await academy(school);
    const { documents, events } = opened;
    const of2 = { ...opened, id: 'l-2.mentor.1' };
    await mark(of2, 'зачтено', '2026-11-02', { kind: 'interim', module: 'practice' });
    await mark(of2, '3', '2026-11-01', { kind: 'interim' });
    const latest = await mark(of2, '4', '2026-11-01', { kind: 'interim' });
    await mark(of2, '5', '2026-11-03', { kind: 'current' });
    const asked = { ...certificate, kind: 'progress-certificate', learner: 'l-2' };
    must(await documents.issue({ ...asked, enrollment: 'l-2.mentor.1', on: '2026-12-25' }));
    const [line] = await events('academy.register-study-certificates.2026');
    expect(line?.data).toMatchObject({
      marks: [
        { module: 'safety', kind: 'current', mark: { value: '5' } },
        { module: 'safety', kind: 'interim', mark: { value: '4' }, record: latest },
        { module: 'practice', kind: 'interim' },
      ],
    });
  });
});
