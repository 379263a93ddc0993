import { must } from '@letopis/core';
import { r1 } from '@letopis/core/presets/r1';
import { describe, expect, test } from 'vitest';
import {
  expectArchivedInBothMedia,
  expectPathOnly,
  mark,
  resultsOf,
  schoolUnder,
  signSheetsOf,
} from '../worlds/clauses-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const preset = r1({ archiveDeadlineDays: 30 });

describe('R1 at work', () => {
  test('R1 §3.3-3.4: planned are competences, or results of three groups', async () => {
    const { programmes, events } = await schoolUnder(preset);
    const planned = { programme: 'mentor', title: 'Проводит инструктаж' };
    must(await programmes.setPlannedResult({ ...planned, id: 'pk-1', module: 'safety' }));
    const circle = { id: 'circle', type: 'general-development', on: '2026-09-01' };
    must(await programmes.open({ ...circle, modules: [{ id: 'clay', scale: 'pass-fail' }] }));
    for (const kind of ['personal', 'metasubject', 'subject'] as const) {
      must(await programmes.setPlannedResult({ ...planned, programme: 'circle', id: kind, kind }));
    }
    const kinds = async (programme: string) =>
      (await events(`programme-${programme}`)).flatMap(({ type: name, data }) =>
        name === 'PlannedResultSet' ? [(data as { kind: string }).kind] : [],
      );
    expect(await kinds('mentor')).toEqual(['competence']);
    expect(await kinds('circle')).toEqual(['personal', 'metasubject', 'subject']);
  });

  test('R1 §3.4b: current control shows mark by mark how a competence grows', async () => {
    const school = await schoolUnder(preset);
    for (const [value, on] of [
      ['2', '2026-09-10'],
      ['3', '2026-10-05'],
      ['5', '2026-11-02'],
    ]) {
      must(await school.assessments.record({ ...mark, value: value!, on: on! }));
    }
    expect(await resultsOf(school)).toMatchObject(
      ['2', '3', '5'].map((digits) => ({ kind: 'current', result: { mark: { digits } } })),
    );
  });

  test('R1 §4.1, §4.2.1-4.2.8: sheets of each paper carrier are signed, of no other', async () => {
    const school = await schoolUnder(preset);
    const paper = [
      'grade-sheets',
      'teacher-reports',
      'protocols',
      'retake-protocols',
      'reviews',
      'issued-documents',
      'study-certificates',
      'commendations',
    ];
    const [electronic, ...signed] = await signSheetsOf(school, ['electronic-records', ...paper]);
    expect(signed.map((one) => must(one).firstSheet)).toEqual(paper.map(() => 1));
    expectRefused(electronic!, 'carrier-not-paper', 'electronic-records');
  });

  test('R1 §4.2.7: a certificate of study is a line of a book of its own', async () => {
    const { documents, events } = await schoolUnder(preset);
    const certificate = {
      kind: 'study-certificate',
      learner: 'l-1',
      enrollment: 'l-1.mentor.1',
      signer: 'p-1',
      name: 'Ильина Анна Петровна',
      on: '2026-11-10',
    };
    expect(must(await documents.issue(certificate)).number).toBe(1);
    const participant = { ...certificate, kind: 'participant-certificate', enrollment: null };
    must(await documents.issue(participant));
    expect(await events('register-study-certificates.2026')).toHaveLength(1);
    expect(await events('register-issued-documents.2026')).toHaveLength(1);
  });

  test('R1 §6.1: results are told for the learner’s path, for no purpose but the rules’', () =>
    expectPathOnly(preset));

  test('R1 §7.3: the archive takes what is on paper and what is electronic', () =>
    expectArchivedInBothMedia(preset));
});
