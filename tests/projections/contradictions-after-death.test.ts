import { must, order } from '@letopis/core';
import { expect, test } from 'vitest';
import { openSchool } from '../domain/worlds/records-school.ts';
import { linesOf, pageOf } from './contradictions.ts';

/* RK §4 no. 11: who died is enrolled nowhere, so the discharge or the later step is wrong. */

const kind = 'step-after-last-discharge';
const enrollment = 'l-1.mentor.1';
const left = { enrollment, on: '2026-11-14' };

async function withTwoProgrammes() {
  const school = await openSchool();
  const { programmes, groups, enrollments } = school;
  const modules = [{ id: 'drawing', scale: 'five-point' }];
  must(await programmes.open({ id: 'art', on: '2026-09-01', modules }));
  must(await groups.open({ id: 'a-1', programme: 'art', on: '2026-09-01' }));
  must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-09-01' }));
  return school;
}

test('an enrollment elsewhere after a death is listed until it is put right', async () => {
  const school = await withTwoProgrammes();
  const { enrollments } = school;
  const death = must(await enrollments.discharge({ ...left, reason: 'death' }));
  must(await enrollments.enroll({ learner: 'l-1', group: 'a-1', from: '2026-11-19' }));
  const [line] = (await pageOf(school)).lines;
  expect(line).toMatchObject({
    kind,
    enrollment: 'l-1.art.1',
    day: '2026-11-19',
    standing: { type: 'Discharged', on: '2026-11-14' },
    later: { type: 'Enrolled', on: '2026-11-19' },
    clause: 'RK §4 no. 11; 273-FZ art. 53, 61',
  });
  const ground = order('71-уч', '2026-11-20');
  const by = { signer: 'p-1', reason: 'описка в причине', ground };
  const right = { enrollment, entry: death.eventId, ...by };
  must(await enrollments.correct({ ...right, instead: { reason: 'own-wish' } }));
  expect(await linesOf(school)).toEqual([]);
});

test('a reinstatement after a death is listed, what was before it is not', async () => {
  const school = await withTwoProgrammes();
  const { enrollments } = school;
  must(await enrollments.enroll({ learner: 'l-1', group: 'a-1', from: '2026-11-14' }));
  must(await enrollments.discharge({ ...left, reason: 'death' }));
  expect(await linesOf(school)).toEqual([]);
  must(await enrollments.reinstate({ enrollment, on: '2026-11-20' }));
  expect(await linesOf(school)).toEqual([[kind, '2026-11-20', 'Discharged', 'Reinstated']]);
});

test('who left for another reason may be enrolled again', async () => {
  const school = await withTwoProgrammes();
  must(await school.enrollments.discharge({ ...left, reason: 'own-wish' }));
  must(await school.enrollments.enroll({ learner: 'l-1', group: 'a-1', from: '2026-11-19' }));
  expect(await linesOf(school)).toEqual([]);
});
