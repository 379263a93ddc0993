import { known, must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { move, noOrder, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* What a correction of an absence states, and when an absence becomes a mark. RK 1.4. */

const on = '2026-10-05';
const ground = { kind: 'certificate', number: '14', date: '2026-10-12' } as const;

/** `l-1` was absent on 5 October, by this code; `excuse` corrects it to ill. */
async function missed(reason: string | undefined = undefined, changes: Changes = {}) {
  const academy = await withLearner(changes);
  const { assessments, id: enrollment } = academy;
  const away = { enrollment, module: 'safety', kind: 'interim', outcome: 'absent' as const };
  const entered = await assessments.record({ ...away, reason, on, assessor: 'p-9' });
  const absent = must(entered).eventId;
  const asked = { enrollment, replaces: absent, code: 'б', signer: 'p-9', ground };
  const excuse = (more: object = {}) =>
    assessments.correctAbsence({ ...asked, reason: 'справка', ...more });
  const last = async () => (await academy.events(`academy.enrollment-${enrollment}`)).at(-1);
  return { ...academy, enrollment, absent, excuse, last };
}

describe('RK 1.4: a correction of an absence', () => {
  test('states its reason, and none where the regulation lets it be left out', async () => {
    const { excuse, last } = await missed('н');
    must(await excuse());
    expect((await last())?.data).toMatchObject({ reason: known('справка') });

    const lenient = await missed('н', { correction: { reasonRequired: false } });
    must(await lenient.excuse({ reason: undefined }));
    expect(await lenient.last()).toMatchObject({ type: 'AbsenceCorrected', data: { code: 'б' } });
    expect((await lenient.last())?.data).not.toHaveProperty('reason');
  });

  test('takes a code away that was given in error', async () => {
    const { excuse, last } = await missed('б');
    must(await excuse({ code: null }));
    expect(await last()).toMatchObject({ type: 'AbsenceCorrected', data: { code: null } });
  });

  test('takes none away where there is none', async () => {
    const { excuse, absent } = await missed();
    expectRefused(await excuse({ code: null }), 'same-absence', absent, '—');
    must(await excuse());
  });

  test('of a result that the enrollment has not is refused', async () => {
    const { excuse, absent, enrollment } = await missed('н');
    const replaces = absent.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expectRefused(await excuse({ replaces }), 'result-unknown', replaces, enrollment);
  });

  test('D7, RK 1.9: stands on an order once the archive has the enrollment', async () => {
    const academy = await missed('н', { correction: { attendancePaperRequired: false } });
    const { enrollments, excuse, enrollment } = academy;
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-12-01' }));
    must(await move(academy, 'handOver', enrollment, 't-1'));
    must(await move(academy, 'accept', enrollment, 't-1'));
    const no = await excuse({ ground: noOrder });
    expectRefused(no, 'order-required', 'correct-absence', 'application');
  });
});

describe('RK 1.4: a mark in place of an absence, beside the lessons of the day', () => {
  const sheet = { kind: 'grade-sheet', id: null, number: '7', date: on };
  const four = { value: '4', words: 'четыре', reason: 'описка', signer: 'p-9' };

  /** Two lessons of 5 October; from `z-0` `l-1` was absent, at `z-1` present. */
  async function ofLesson(basis: { kind: string; id: string } | null) {
    const academy = await withLearner();
    const { assessments, journals, id: enrollment } = academy;
    const lesson = { group: 'm-1', module: 'safety', topic: 'Тема', hours: 2, teacher: 'p-9', on };
    const absent = [{ learner: 'l-1', code: 'н' }];
    must(await journals.holdLesson({ ...lesson, id: 'z-0', number: 1, present: [], absent }));
    const there = { present: ['l-1'], absent: [] };
    must(await journals.holdLesson({ ...lesson, id: 'z-1', number: 2, ...there }));
    const away = { module: 'safety', kind: 'interim', outcome: 'absent' as const, reason: 'н' };
    const sent = { enrollment, ...away, on, assessor: 'p-9', basis };
    const replaces = must(await assessments.record(sent)).eventId;
    return assessments.correct({ enrollment, replaces, ...four, basis: sheet });
  }

  test('the lesson that the absence names is corrected first, whatever others say', async () => {
    const answer = await ofLesson({ kind: 'lesson', id: 'z-0' });
    expectRefused(answer, 'absent-from-lesson', 'l-1', 'z-0', on);
  });

  test('of an absence without a lesson, presence at one of the day is enough', async () => {
    must(await ofLesson(null));
  });

  test('what is no lesson names none, though it bears the id of one', async () => {
    must(await ofLesson({ kind: 'grade-sheet', id: 'z-0' }));
  });
});
