import { must } from '@letopis/core';
import { carrierFold, isKept } from '@letopis/core/facts';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import {
  adopted,
  expectArchivedInBothMedia,
  expectPathOnly,
  mark,
  resultsOf,
  schoolUnder,
  signSheetsOf,
} from '../worlds/clauses-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { olympiad } from '../worlds/gifted-school.ts';

const physics = { id: 'physics', scale: 'five-point', stateFinal: true };

describe('R5 at work', () => {
  test('R5 §1.4: the council accepts it, families give an opinion, the head approves', async () => {
    const bodies = ['Педагогический совет', 'Совет обучающихся', 'Совет родителей'];
    const considered = bodies.map((body) => ({ body, opinion: 'за', on: '2026-08-20' }));
    const approvedBy = { person: 'p-1', office: 'head', on: '2026-08-25' };
    const { events } = await adopted(r5, { considered, approvedBy });
    const [edition] = await events('academy.regulation-main');
    expect(edition?.data).toMatchObject({ considered, approvedBy });
  });

  test('R5 §1.5: a change goes the same way, and is an edition of its own', async () => {
    const { regulation, events, on } = await adopted(r5, {});
    const lessons = { ...r5.lessons, kinds: r5.lessons.kinds.slice(0, 1) };
    const considered = [{ body: 'Педагогический совет', opinion: 'за', on: '2026-11-18' }];
    const approvedBy = { person: 'p-1', office: 'head', on: '2026-11-20' };
    const change = { from: '2027-01-01', sections: { lessons }, considered, approvedBy };
    must(await regulation.amend(change));
    const amended = (await events('academy.regulation-main')).find(
      ({ data }) => (data as { edition?: number; sections?: unknown }).edition === 2,
    );
    expect(amended?.data).toMatchObject({ considered, approvedBy });
    expect([await on('2026-12-31'), await on('2027-01-01')]).toEqual([1, 2]);
  });

  test('R5 §3.2.1, §4.1: school and state attestation, and project work', async () => {
    const school = await schoolUnder(r5);
    const { assessments, programmes } = school;
    must(await programmes.addModule({ programme: 'mentor', module: physics, on: '2026-09-01' }));
    must(await assessments.record(mark));
    must(await assessments.record({ ...mark, form: 'project', on: '2026-10-06' }));
    must(await assessments.record({ ...mark, kind: 'interim', form: 'test', on: '2026-11-02' }));
    const exam = { ...mark, form: 'exam', on: '2026-11-20' };
    must(await assessments.record({ ...exam, kind: 'final' }));
    const commission = { organisation: 'Государственная экзаменационная комиссия' };
    const state = { ...exam, module: 'physics', kind: 'state-final', assessor: commission };
    must(await assessments.record({ ...state, origin: 'external' }));
    const results = (await resultsOf(school)).map(({ kind, origin }) => `${kind} ${origin}`);
    expect(results).toEqual([
      'current internal',
      'current internal',
      'interim internal',
      'final internal',
      'state-final external',
    ]);
    const own = await assessments.record({ ...state, on: '2026-11-21' });
    expectRefused(own, 'assessor-is-outside');
  });

  test('R5 §4.1: a final one where the state takes none, else the state’s own', async () => {
    const { assessments, programmes } = await schoolUnder(r5);
    must(await programmes.addModule({ programme: 'mentor', module: physics, on: '2026-09-01' }));
    const exam = { ...mark, form: 'exam', on: '2026-11-20' };
    const taken = await assessments.record({ ...exam, module: 'physics', kind: 'final' });
    expectRefused(taken, 'closed-by-state-final', 'physics', 'final', 'state-final');
    const not = await assessments.record({ ...exam, kind: 'state-final' });
    expectRefused(not, 'not-at-state-final', mark.module, 'state-final');
    must(await assessments.record({ ...exam, module: 'physics', kind: 'interim' }));
  });

  test('R5 §3.2.3: volunteering and self-government are achievements, no marks', async () => {
    const { achievements, programmes, assessments, events } = await schoolUnder(r5);
    for (const kind of ['volunteering', 'self-government']) {
      const { officialList: _, ...event } = { ...olympiad, id: `a-${kind}`, kind };
      must(await achievements.record({ ...event, outcome: 'participation' }));
      expect((await events(`achievement-a-${kind}`))[0]?.data).toMatchObject({ kind });
    }
    const own = { programme: 'mentor', id: 'self-education', title: 'Готовность к нему' };
    must(await programmes.setPlannedResult({ ...own, kind: 'personal' }));
    const no = await assessments.record({ ...mark, module: 'self-education' });
    expectRefused(no, 'module-unknown', 'self-education');
  });

  test('R5 §4.2: monitoring and diagnostics, also of the region, are on record', async () => {
    const school = await schoolUnder(r5);
    const region = { organisation: 'Центр мониторинга' };
    const outside = { ...mark, form: 'monitoring', origin: 'external', assessor: region };
    must(await school.assessments.record(outside));
    must(await school.assessments.record({ ...mark, form: 'diagnostic', on: '2026-10-06' }));
    expect((await resultsOf(school)).map(({ form, origin }) => [form, origin])).toEqual([
      ['monitoring', 'external'],
      ['diagnostic', 'internal'],
    ]);
  });

  test('R5 §4.3-4.3.2: five carriers are signed on paper, a diary is electronic', async () => {
    const school = await schoolUnder(r5);
    const paper = [
      'extracurricular-journals',
      'elective-journals',
      'optional-journals',
      'personal-files',
      'portfolios',
    ];
    const electronic = ['electronic-journal', 'electronic-diary', 'progress-database'];
    const sheets = await signSheetsOf(school, [...paper, ...electronic]);
    expect(sheets.slice(0, 5).map((one) => must(one).lastSheet)).toEqual([1, 1, 1, 1, 1]);
    for (const [n, carrier] of electronic.entries()) {
      expectRefused(sheets[5 + n]!, 'carrier-not-paper', carrier);
    }
  });

  test('R5 §4.3.4: a collegial body decides on an optional carrier', async () => {
    const { carriers, officials, session } = await schoolUnder(r5);
    const decision = { carrier: 'achievement-sheets', keep: true, on: '2026-10-01' };
    const teacher = await carriers.decide({ ...decision, decidedBy: 'p-9' });
    expectRefused(teacher, 'not-appointed', 'p-9', 'pedagogical-council');
    const council = { person: 'p-4', office: 'pedagogical-council', from: '2026-09-01' };
    must(await officials.appoint(council));
    must(await carriers.decide({ ...decision, decidedBy: 'p-4' }));
    const { state } = await session.load(carrierFold, 'achievement-sheets');
    expect(['2026-09-30', '2026-10-01'].map((day) => isKept(state, day))).toEqual([false, true]);
  });

  test('R5 §6.1: results are told for the learner’s path, for no purpose but the rules’', () =>
    expectPathOnly(r5));

  test('R5 §6.3: an application names commendation or social support as its purpose', async () => {
    const { disclosures, events } = await schoolUnder(r5);
    for (const purpose of ['commendation', 'social-support']) {
      const ask = { id: `d-${purpose}`, learner: 'l-1', applicant: { kind: 'learner' as const } };
      const given = { forms: [{ form: 'transcript' }] };
      must(await disclosures.ask({ ...ask, form: 'written', purpose, on: '2026-10-01' }));
      const signed = { disclosure: ask.id, signer: 'p-1', on: '2026-10-02' };
      const give = { given, medium: 'paper' as const };
      must(await disclosures.grant({ ...signed, basis: { by: 'right' }, give }));
      expect((await events(`disclosure-${ask.id}`)).at(-1)).toMatchObject({
        type: 'InformationGiven',
        data: { purpose },
      });
    }
  });

  test('R5 §7.1: the archive takes what is on paper and what is electronic', () =>
    expectArchivedInBothMedia(r5));
});
