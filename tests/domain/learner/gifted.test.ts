import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { listing, openGifted } from '../worlds/gifted-school.ts';

const exam = {
  enrollment: 'l-1.mentor.1',
  module: 'safety',
  kind: 'interim',
  value: '5',
  assessor: 'p-9',
  conditions: ['more-time'],
  on: '2026-10-20',
};
const needs = { learner: 'l-1', needs: 'слух', on: '2026-09-15' };

describe('D3 R5 §3.4: special conditions of attestation', () => {
  test('R5 §3.4: are granted to one who is listed as gifted, from that day on', async () => {
    const { learners, assessments, events } = await openGifted();
    must(await learners.listAsGifted({ ...listing, until: '2026-10-31' }));
    must(await assessments.record(exam));
    const told = (await events('enrollment-l-1.mentor.1')).at(-1);
    expect(told?.data).toMatchObject({ conditions: ['more-time'] });
    for (const on of ['2026-09-14', '2026-11-01']) {
      const no = await assessments.record({ ...exam, on });
      expectRefused(no, 'conditions-not-open', 'l-1', on, 'gifted');
    }
  });

  test('R4 §2.2.7: or to one whose special needs are on record', async () => {
    const { learners, assessments } = await openGifted();
    expectRefused(await assessments.record(exam), 'conditions-not-open', 'l-1', 'special-needs');
    must(await learners.recordSpecialNeeds(needs));
    must(await assessments.record(exam));
    const other = await assessments.record({ ...exam, enrollment: 'l-2.mentor.1' });
    expectRefused(other, 'conditions-not-open', 'l-2');
  });

  test('R5 §3.4: only at kinds of the regulation, and of its list', async () => {
    const { learners, assessments } = await openGifted();
    must(await learners.listAsGifted(listing));
    const current = await assessments.record({ ...exam, kind: 'current' });
    expectRefused(current, 'conditions-not-for-kind', 'current', 'interim');
    const odd = await assessments.record({ ...exam, conditions: ['more-time', 'a-crown'] });
    expectRefused(odd, 'condition-unknown', 'a-crown', 'more-time');
  });

  test('R5 §3.4: to the gifted not in a subject taken at the state final attestation', async () => {
    const { learners, assessments } = await openGifted();
    must(await learners.listAsGifted(listing));
    const physics = { ...exam, module: 'physics' };
    const no = await assessments.record(physics);
    expectRefused(no, 'taken-at-state-final', 'physics', 'interim');
    must(await learners.recordSpecialNeeds(needs));
    must(await assessments.record(physics));
  });

  test('R5 §3.4: that this binds interim attestation too is a field', async () => {
    const { specialConditions } = r2.assessment;
    const lax = { ...specialConditions, kindsNotStateFinal: ['final'] };
    const assessment = { ...r2.assessment, specialConditions: lax };
    const { learners, assessments } = await openGifted({ assessment });
    must(await learners.listAsGifted(listing));
    must(await assessments.record({ ...exam, module: 'physics' }));
    const final = await assessments.record({ ...exam, module: 'physics', kind: 'final' });
    expectRefused(final, 'taken-at-state-final', 'physics', 'final');
  });

  test('D3: what opens them is a field', async () => {
    const { specialConditions } = r2.assessment;
    const only = { ...specialConditions, grounds: ['special-needs' as const] };
    const assessment = { ...r2.assessment, specialConditions: only };
    const { learners, assessments } = await openGifted({ assessment });
    must(await learners.listAsGifted(listing));
    expectRefused(await assessments.record(exam), 'conditions-not-open', 'special-needs');
    const gifted = { ...specialConditions, grounds: ['gifted' as const] };
    const other = await openGifted({ assessment: { ...r2.assessment, specialConditions: gifted } });
    must(await other.learners.recordSpecialNeeds(needs));
    expectRefused(await other.assessments.record(exam), 'conditions-not-open', 'gifted');
  });

  test('D3: and end with the listing, or with the needs, from a day on', async () => {
    const { learners, assessments, events } = await openGifted();
    const end = { learner: 'l-1', status: 'gifted' as const, on: '2026-10-10' };
    expectRefused(await learners.endSpecialStatus(end), 'special-status-not-held', 'l-1', 'gifted');
    const nobody = await learners.endSpecialStatus({ ...end, learner: 'l-9' });
    expectRefused(nobody, 'learner-unknown', 'l-9');
    must(await learners.listAsGifted(listing));
    must(await learners.endSpecialStatus(end));
    expect((await events('learner-l-1')).at(-1)).toMatchObject({
      type: 'SpecialStatusEnded',
      occurredOn: '2026-10-10',
      data: { status: 'gifted' },
    });
    must(await assessments.record({ ...exam, on: '2026-10-09' }));
    const late = await assessments.record({ ...exam, on: '2026-10-10' });
    expectRefused(late, 'conditions-not-open', 'l-1', '2026-10-10');
    must(await learners.listAsGifted({ ...listing, on: '2026-10-15' }));
    must(await assessments.record(exam));
    must(await learners.recordSpecialNeeds(needs));
    must(await learners.endSpecialStatus({ ...end, status: 'special-needs' }));
    must(await learners.endSpecialStatus({ ...end, on: '2026-10-16' }));
    expectRefused(await assessments.record(exam), 'conditions-not-open', 'l-1');
  });

  test('D3: an assessment without them asks nothing of the learner', async () => {
    const { assessments } = await openGifted();
    must(await assessments.record({ ...exam, conditions: [] }));
  });
});
