import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { openDebtsOf } from '../worlds/debt-academy.ts';
import { withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* An absence from an assessment, beside the lesson in which it was held. RK 1.4, R2 §2.3. */

const on = '2026-10-06';
const absent = (code: string) => ({ present: [], absent: [{ learner: 'l-1', code }] });
const there = { present: ['l-1'], absent: [] };

/** An academy with lessons of one day, and how an absence of `l-1` of that day is recorded. */
async function taught(...entries: readonly object[]) {
  const academy = await withLearner();
  const { assessments, journals, id: enrollment } = academy;
  const lesson = { group: 'm-1', module: 'safety', topic: 'Тема', hours: 2, teacher: 'p-9', on };
  for (const [at, entry] of entries.entries()) {
    must(
      await journals.holdLesson({ ...lesson, ...there, ...entry, id: `z-${at}`, number: at + 1 }),
    );
  }
  const missed = { enrollment, module: 'safety', kind: 'interim', outcome: 'absent' as const, on };
  const record = (more: object = {}) =>
    assessments.record({ ...missed, reason: 'н', assessor: 'p-9', ...more });
  return { ...academy, record };
}

const basis = { kind: 'lesson', id: 'z-0' } as const;

describe('RK 1.4: an absence is not recorded of a lesson that says otherwise', () => {
  test('of who was present: by the named lesson, else by those of the day', async () => {
    const academy = await taught({});
    const { record } = academy;
    expectRefused(await record({ basis }), 'present-at-lesson', 'l-1', 'z-0', on);
    expectRefused(await record(), 'present-at-lesson', 'z-0');
    const other = await record({ basis, on: '2026-10-07' });
    expectRefused(other, 'present-at-lesson', 'z-0', on);
    expect(await openDebtsOf(academy)).toEqual([]);
    must(await record({ on: '2026-10-07' }));
  });

  test('a sheet says of an absence apart from the lessons', async () => {
    const { record } = await taught({});
    must(await record({ basis: { kind: 'sheet', id: null, number: '4', date: on } }));
  });

  test('nor by another code than the lesson has', async () => {
    const { record } = await taught(absent('б'));
    expectRefused(await record({ basis }), 'absence-differs', 'z-0', 'б', 'н');
    expectRefused(await record({ reason: 'у' }), 'absence-differs', 'z-0', 'б', 'у');
    const bare = { basis, reason: undefined };
    expect(expectRefused(await record(bare), 'absence-differs', 'б').data).toEqual({
      learner: 'l-1',
      lesson: 'z-0',
      on,
      code: 'б',
      reason: null,
    });
    must(await record({ basis, reason: 'б' }));
  });

  test('without a code it is one without an excuse, as «н» is', async () => {
    const { record } = await taught(absent('н'));
    must(await record({ basis, reason: undefined }));
  });

  test.each([
    ['absent from another lesson of the day', absent('н')],
    ['not listed in another lesson of the day', { present: [], absent: [] }],
  ])('%s: without a basis it may be of that one', async (_, second) => {
    const { record } = await taught({}, second);
    expectRefused(await record({ basis }), 'present-at-lesson', 'z-0');
    must(await record());
  });

  test('an annulled lesson says nothing; work done at a distance is of no lesson', async () => {
    const { journals, record } = await taught({});
    must(await record({ kind: 'current', form: 'project' }));
    const annulled = { lesson: 'z-0', reason: 'дубль', signer: 'p-1' };
    must(await journals.annulLesson({ journal: 'm-1.safety.2026', ...annulled }));
    must(await record());
  });
});
