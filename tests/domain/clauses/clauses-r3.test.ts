import { must } from '@letopis/core';
import { r3 } from '@letopis/core/presets/r3';
import { describe, expect, test } from 'vitest';
import {
  adopted,
  expectPathOnly,
  mark,
  resultsOf,
  schoolUnder,
  signSheetsOf,
} from '../worlds/clauses-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

describe('R3 at work', () => {
  test('R3 §1.3: it holds without a last day, until it is changed', async () => {
    const { regulation, on } = await adopted(r3, {});
    expect(await on('2099-12-31')).toBe(1);
    const lessons = { ...r3.lessons, kinds: r3.lessons.kinds.slice(0, 1) };
    must(await regulation.amend({ from: '2027-01-01', sections: { lessons } }));
    expect([await on('2026-12-31'), await on('2099-12-31')]).toEqual([1, 2]);
  });

  test('R3 §1.4 (current), §3.1: each work is assessed in a form of its own', async () => {
    const school = await schoolUnder(r3);
    const works = ['survey', 'diagnostic', 'monitoring', 'control-event'];
    for (const form of works) must(await school.assessments.record({ ...mark, form }));
    expect(await resultsOf(school)).toMatchObject(
      works.map((form) => ({ kind: 'current', origin: 'internal', form, module: 'safety' })),
    );
    const odd = await school.assessments.record({ ...mark, form: 'guess' });
    expectRefused(odd, 'not-in-regulation', 'guess');
  });

  test('R3 §1.4 (final): the programme as a whole is assessed after its parts', async () => {
    const school = await schoolUnder(r3);
    must(await school.assessments.record(mark));
    const whole = {
      ...mark,
      module: null,
      kind: 'final',
      form: 'portfolio',
      scale: 'portfolio',
      value: 'собрано',
      on: '2026-11-20',
    };
    must(await school.assessments.record(whole));
    expect((await resultsOf(school)).at(-1)).toMatchObject({ module: null, kind: 'final' });
    const later = await school.assessments.record({ ...mark, on: '2026-11-21' });
    expectRefused(later, 'final-not-last', '2026-11-21', '2026-11-20');
  });

  test('R3 §1.4 (forms): the form is the one that the teacher set for the programme', async () => {
    const school = await schoolUnder(r3);
    const { programmes, groups, assessments } = school;
    const kind = 'interim';
    const drawing = { id: 'drawing', scale: 'pass-fail', forms: [{ kind, form: 'portfolio' }] };
    const robots = { id: 'robots', scale: 'five-point', forms: [{ kind, form: 'project' }] };
    for (const module of [drawing, robots]) {
      must(await programmes.addModule({ programme: 'mentor', module, on: '2026-09-01' }));
    }
    const { form: _, ...unnamed } = { ...mark, kind };
    must(await assessments.record({ ...unnamed, module: 'drawing', value: 'зачтено' }));
    must(await assessments.record({ ...unnamed, module: 'robots' }));
    const plan = { group: 'm-1', id: 'test-1', title: 'Зачёт', plannedOn: '2026-11-01' };
    const asked = { module: 'robots', kind: 'current', form: 'interview' };
    must(await groups.planAssessment({ ...plan, ...asked }));
    const { module: _module, kind: _kind, ...planned } = unnamed;
    must(await assessments.record({ ...planned, planned: 'test-1', on: '2026-11-01' }));
    const forms = (await resultsOf(school)).map((result) => result['form']);
    expect(forms).toEqual(['portfolio', 'project', 'interview']);
  });

  test('R3 §3.2-3.3: journals and protocols are signed on paper, none elsewhere', async () => {
    const school = await schoolUnder(r3);
    const carriers = ['group-journals', 'protocols', 'group-journals-electronic'];
    const [journals, protocols, electronic] = await signSheetsOf(school, carriers);
    expect([must(journals!), must(protocols!)]).toMatchObject([{ lastSheet: 1 }, { lastSheet: 1 }]);
    expectRefused(electronic!, 'carrier-not-paper', 'group-journals-electronic');
  });

  test('R3 §4.1: results are told for the learner’s path, for no purpose but the rules’', () =>
    expectPathOnly(r3));

  test('R3 §4.3: a success on record is the ground of a commendation', async () => {
    const { commendations, events } = await schoolUnder(r3);
    must(
      await commendations.propose({
        id: 'k-1',
        learner: 'l-1',
        enrollment: 'l-1.mentor.1',
        basis: 'documented-success',
        area: 'creative',
        documents: [{ title: 'Диплом лауреата', number: '14' }],
        merit: 'за победу в конкурсе',
        proposedBy: 'p-9',
        on: '2026-11-02',
      }),
    );
    const order = { commendation: 'k-1', kind: 'certificate-of-honour', orderedBy: 'p-1' };
    must(await commendations.order({ ...order, on: '2026-11-05' }));
    expect((await events('commendation-k-1')).map(({ type }) => type)).toEqual([
      'CommendationProposed',
      'CommendationOrdered',
    ]);
  });
});
