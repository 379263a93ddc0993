import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { r5 } from '@letopis/core/presets/r5';
import { resultGroupsReport } from '@letopis/projections';
import { expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { openGifted } from '../domain/worlds/gifted-school.ts';
import { readerOver } from './school-reader.ts';

/* R5 §2.3, §3.2.4: subject, metasubject and personal results, and what these are divided into. */

const { resultGroups } = r5.assessment;
const assessment = { ...r2.assessment, resultGroups };
const mark = { enrollment: 'l-1.mentor.1', value: '5', kind: 'current', assessor: 'p-9' };
const project = { id: 'p-2', kind: 'current', form: 'project', plannedOn: '2026-09-02' };

const of = (what: string) => resultGroups.filter((one) => one.of === what).map(({ id }) => id);

test('R5 §3.2.4: metasubject results are divided into four learning actions', () => {
  expect(of('metasubject')).toEqual([
    'uud-personal',
    'uud-reflexive',
    'uud-cognitive',
    'uud-communicative',
  ]);
  expect([of('subject'), of('personal')]).toEqual([['subject'], ['personal']]);
});

test('R5 §2.3: results are divided by the planned assessment, else by the module', async () => {
  const { assessments, groups, programmes, store } = await openGifted({ assessment });
  const maths = { id: 'maths', scale: 'five-point', resultGroup: 'subject' };
  must(await programmes.addModule({ programme: 'mentor', module: maths, on: '2026-09-01' }));
  const planned = { ...project, group: 'm-1', module: 'maths', resultGroup: 'uud-cognitive' };
  must(await groups.planAssessment(planned));
  must(await assessments.record({ ...mark, module: 'maths', on: '2026-10-06' }));
  const own = { ...mark, module: 'maths', planned: 'p-2', form: 'project', value: '4' };
  must(await assessments.record({ ...own, on: '2026-10-07' }));
  must(await assessments.record({ ...mark, module: 'safety', on: '2026-10-08' }));
  const wrong = must(await assessments.record({ ...mark, module: 'safety', on: '2026-10-09' }));
  const annulling = { enrollment: mark.enrollment, result: wrong.eventId, signer: 'p-9' };
  must(await assessments.annul({ ...annulling, reason: 'не тот', on: '2026-10-10' }));
  const page = await resultGroupsReport(await readerOver(store), { group: 'm-1' });
  const told = page.parts.map(({ resultGroup, title, rows }) => [
    resultGroup,
    title?.of ?? null,
    rows.flatMap(({ learner, results }) => [learner.person, ...results.map(({ on }) => on)]),
  ]);
  expect(told).toEqual([
    ['subject', 'subject', ['l-1', '2026-10-06']],
    ['uud-cognitive', 'metasubject', ['l-1', '2026-10-07']],
    [null, null, ['l-1', '2026-10-08']],
  ]);
});

test('R5 §3.2.4: a group of results is one of the regulation', async () => {
  const { groups, programmes } = await openGifted({ assessment });
  const odd = { id: 'maths', scale: 'five-point', resultGroup: 'odd' };
  const module = await programmes.addModule({ programme: 'mentor', module: odd, on: '2026-09-01' });
  expectRefused(module, 'result-group-unknown', 'odd', 'uud-cognitive');
  const planned = { ...project, group: 'm-1', module: 'safety', resultGroup: 'odd' };
  expectRefused(await groups.planAssessment(planned), 'result-group-unknown', 'odd');
  const { group: _group, plannedOn: _on, ...one } = planned;
  const all = await groups.planAssessments({ group: 'm-1', assessments: [one] });
  expectRefused(all, 'result-group-unknown', 'odd');
});
