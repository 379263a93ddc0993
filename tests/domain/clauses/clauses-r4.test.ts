import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { r4 } from '@letopis/core/presets/r4';
import { describe, expect, test } from 'vitest';
import { adopted, mark, resultsOf, schoolUnder } from '../worlds/clauses-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { olympiad, verifying } from '../worlds/gifted-school.ts';
import { medium } from '../worlds/preservation-school.ts';

const byPlatform = (platform: string) => ({ ...mark, assessor: { platform } });

describe('R4 at work', () => {
  test('R4 §1.4.4: the platform changes, and the history of a learner goes on', async () => {
    const school = await schoolUnder(r4);
    const { imports, assessments } = school;
    for (const [n, source] of ['old-platform', 'new-platform'].entries()) {
      const file = { name: 'marks.csv', sha256: `${n}`.repeat(64), bytes: 9, rows: 1 };
      const day = `2026-10-0${n + 1}`;
      must(await imports.receive({ id: `i-${n}`, source, files: [file], on: day }));
      must(await assessments.record({ ...byPlatform(source), on: day }));
    }
    expect(await resultsOf(school)).toMatchObject([
      { assessor: { kind: 'platform', id: 'old-platform' } },
      { assessor: { kind: 'platform', id: 'new-platform' } },
    ]);
  });

  test('R4 §2.2.10: success in each of nine areas may be commended', async () => {
    const { commendations, regulation } = await schoolUnder(r4);
    const commendation = { ...r4.commendation, kinds: r2.commendation.kinds };
    must(await regulation.amend({ from: '2026-10-01', sections: { commendation } }));
    const areas = [
      'study',
      'physical-culture',
      'sport',
      'social',
      'science',
      'technology',
      'creative',
      'experimental',
      'innovation',
    ];
    const proposal = {
      learner: 'l-1',
      enrollment: 'l-1.mentor.1',
      basis: 'documented-success' as const,
      documents: [{ title: 'Диплом' }],
      merit: 'за успехи',
      proposedBy: 'p-9',
      on: '2026-11-02',
    };
    for (const area of areas) {
      must(await commendations.propose({ ...proposal, id: `k-${area}`, area }));
      const order = { commendation: `k-${area}`, kind: 'letter-of-thanks', orderedBy: 'p-1' };
      must(await commendations.order({ ...order, on: '2026-11-05' }));
    }
    const tenth = await commendations.propose({ ...proposal, area: 'cooking' });
    expectRefused(tenth, 'commendation-area-unknown', 'cooking');
  });

  test('R4 §4.3-4.4: subject and personal results are planned, achievements kept', async () => {
    const { programmes, achievements, assessments, events } = await schoolUnder(r4);
    const planned = { programme: 'mentor', title: 'Умеет работать в группе' };
    must(await programmes.setPlannedResult({ ...planned, id: 's-1', kind: 'subject' }));
    must(await programmes.setPlannedResult({ ...planned, id: 'p-1', kind: 'personal' }));
    const kinds = (await events('programme-mentor'))
      .filter(({ type }) => type === 'PlannedResultSet')
      .map(({ data }) => (data as { kind: string }).kind);
    expect(kinds).toEqual(['subject', 'personal']);
    must(await assessments.record(byPlatform('platform-a')));
    const { officialList: _, ...event } = { ...olympiad, kind: 'festival', outcome: 'laureate' };
    must(await achievements.record(event));
    const personal = await assessments.record({ ...mark, module: 'p-1' });
    expectRefused(personal, 'module-unknown', 'p-1');
  });

  test('R4 §4.5: by current control, events and diagnostics; no attestation', async () => {
    const school = await schoolUnder(r4);
    const { assessments, achievements } = school;
    must(await assessments.record(byPlatform('platform-a')));
    must(await achievements.record(olympiad));
    must(await achievements.verify(verifying));
    const basis = { kind: 'achievement', id: 'a-1' };
    const { form: _, ...unnamed } = { ...mark, kind: 'event', on: '2026-11-03' };
    must(await assessments.record({ ...unnamed, basis }));
    const centre = { organisation: 'Центр оценки' };
    const outside = { ...mark, kind: 'diagnostics', form: 'monitoring', assessor: centre };
    must(await assessments.record({ ...outside, origin: 'independent', on: '2026-11-04' }));
    const kinds = (await resultsOf(school)).map(({ kind }) => kind);
    expect(kinds).toEqual(['current', 'event', 'diagnostics']);
    for (const kind of ['interim', 'final']) {
      expectRefused(await assessments.record({ ...mark, kind }), 'not-in-regulation', kind);
    }
  });

  test('R4 §4.6: what diagnostics find, inside and outside, is on record', async () => {
    const school = await schoolUnder(r4);
    const found = { ...mark, kind: 'diagnostics', form: 'diagnostic' };
    must(await school.assessments.record(found));
    const centre = { organisation: 'Центр оценки' };
    const outside = { ...found, origin: 'external', assessor: centre, on: '2026-10-06' };
    must(await school.assessments.record(outside));
    must(await school.assessments.record({ ...found, enrollment: 'l-2.mentor.1', value: '3' }));
    expect((await resultsOf(school)).map(({ origin }) => origin)).toEqual(['internal', 'external']);
    expect(await school.events('enrollment-l-2.mentor.1')).toHaveLength(2);
  });

  test('R4 §5.4: study and its progress are certified on paper, each in its register', async () => {
    const { documents, enrollments, events } = await schoolUnder(r4);
    const paper = {
      kind: 'progress-certificate',
      learner: 'l-1',
      enrollment: 'l-1.mentor.1',
      signer: 'p-1',
      name: 'Ильина Анна Петровна',
      on: '2026-11-10',
    };
    must(await documents.issue(paper));
    const whole = { ...paper, kind: 'study-document', on: '2026-11-21' };
    expectRefused(await documents.issue(whole), 'study-not-completed', 'l-1.mentor.1');
    must(await enrollments.complete({ enrollment: 'l-1.mentor.1', on: '2026-11-20' }));
    must(await documents.issue(whole));
    expect(await events('register-progress-certificates.2026')).toHaveLength(1);
    expect(await events('register-issued-documents.2026')).toHaveLength(1);
  });

  test('R4 §6.7: the head answers for the backup: nobody else makes it', async () => {
    const { custody } = await schoolUnder(r4);
    const backup = {
      studyYear: '2025',
      id: 'b-1',
      contents: 'выгрузки 2025/26',
      on: '2026-09-10',
      media: [medium('m-1'), medium('m-2', 'optical')],
    };
    expectRefused(await custody.recordBackup({ ...backup, signer: 'p-5' }), 'not-appointed', 'p-5');
    must(await custody.recordBackup({ ...backup, signer: 'p-1' }));
  });

  test('R4 §7.1-7.2: accepted by the council, approved by the head, no last day', async () => {
    const considered = [{ body: 'Педагогический совет', opinion: 'принять', on: '2024-12-26' }];
    const approvedBy = { person: 'p-1', office: 'head', on: '2024-12-27' };
    const { on, events } = await adopted(r4, { considered, approvedBy }, '2024-12-27');
    const [edition] = await events('academy.regulation-main');
    expect(edition?.data).toMatchObject({ considered, approvedBy });
    expect(await on('2099-12-31')).toBe(1);
  });
});
