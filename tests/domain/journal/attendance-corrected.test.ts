import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* Who corrects the attendance of a lesson, and on which paper. RK 1.4; R5 §2.4, R2 §2.3. */

const lesson = {
  group: 'm-1',
  module: 'safety',
  id: 'z-1',
  topic: 'Тема',
  hours: 2,
  teacher: 'p-9',
  present: ['l-2'],
  on: '2026-10-06',
};
const ground = { kind: 'certificate', number: '14', date: '2026-10-12' } as const;
const absent = (code: string) => [{ learner: 'l-1', code }];
const to = (code: string) => ({ present: ['l-2'], absent: absent(code) });
const there = { present: ['l-1', 'l-2'], absent: [] };
const same = to('н');

/** An academy with a lesson that lists `l-1` with «н», and how it is corrected by `p-9`. */
async function missed(changes: Changes = {}, entry: object = same) {
  const academy = await mentorAcademy(changes);
  const { enrollments, journals } = academy;
  for (const learner of ['l-1', 'l-2']) {
    must(await enrollments.enroll({ learner, group: 'm-1', from: '2026-09-01' }));
  }
  must(await journals.holdLesson({ ...lesson, ...entry }));
  const { group: _group, module: _module, id: _id, on: _on, ...said } = lesson;
  const line = { ...said, journal: 'm-1.safety.2026', lesson: 'z-1', reason: 'справка' };
  const correct = (more: object) =>
    journals.correctLesson({ ...line, ...entry, signer: 'p-9', ...more });
  const last = async () => (await academy.events('academy.journal-m-1.safety.2026')).at(-1);
  return { ...academy, correct, last };
}

const headOnly = { correction: { attendanceOffices: ['head'] } };

describe('RK 1.4: an absence from a lesson is corrected on a paper', () => {
  test('absent → ill, with number and day of the paper', async () => {
    const { correct, last } = await missed();
    for (const paper of [null, { ...ground, number: null }, { ...ground, date: null }]) {
      const no = await correct({ ...to('б'), ground: paper });
      const { data } = expectRefused(no, 'attendance-paper-missing', 'l-1', 'z-1');
      expect(data).toEqual({ lesson: 'z-1', learners: ['l-1'] });
    }
    must(await correct({ ...to('б'), ground }));
    expect(await last()).toMatchObject({ type: 'LessonCorrected', ground, data: to('б') });
  });

  test.each([
    ['present', there],
    ['not listed', { present: ['l-2'], absent: [] }],
    ['present, on another day', { ...there, lessonOn: '2026-10-07' }],
  ])('absent → %s takes the absence away, so it needs one too', async (_, entry) => {
    const { correct } = await missed();
    expectRefused(await correct(entry), 'attendance-paper-missing', 'l-1');
    must(await correct({ ...entry, ground }));
  });

  test.each([
    ['present', there],
    ['not listed', { present: ['l-2'], absent: [] }],
  ])('%s → ill is an excuse given later; → absent shows in no paper', async (_, entry) => {
    const { correct } = await missed({}, entry);
    expectRefused(await correct(to('у')), 'attendance-paper-missing', 'l-1');
    must(await correct(to('н')));
  });

  test('none where the regulation asks for none, or nobody’s absence changes', async () => {
    const { correct } = await missed();
    must(await correct({ topic: 'Тема 2', lessonOn: '2026-10-07' }));
    must(await correct({ topic: 'Тема 3', ...to('н'), present: [] }));
    const free = await missed({ correction: { attendancePaperRequired: false } });
    must(await free.correct(to('б')));
  });
});

describe('RK 1.4: attendance is corrected by whom the regulation names', () => {
  test('a deputy head, who does not correct topic and hours', async () => {
    const { correct, last } = await missed();
    must(await correct({ ...to('б'), ground, signer: 'p-2' }));
    expect((await last())?.data).toMatchObject({
      signer: { person: 'p-2', office: 'deputy-head' },
    });
    const topic = { ...to('б'), topic: 'Тема 2' };
    expectRefused(await correct({ ...topic, signer: 'p-2' }), 'not-appointed', 'p-2', 'teacher');
    must(await correct(topic));
  });

  test('RK 4 no. 6: by which trace it was found is a matter of attendance too', async () => {
    const { correct, last } = await missed();
    const trace = { ...to('б'), attendanceBy: 'вход в платформу', ground };
    must(await correct({ ...trace, signer: 'p-2' }));
    expect((await last())?.data).toMatchObject({ attendanceBy: 'вход в платформу' });
    expectRefused(await correct({ ...trace, signer: 'p-9' }), 'lesson-unchanged', 'z-1');
  });

  test('the head alone, where it says so: the teacher only what is no attendance', async () => {
    const { correct } = await missed(headOnly);
    const ill = { ...to('б'), ground };
    expectRefused(await correct(ill), 'not-appointed', 'p-9', 'head');
    const forgotten = { present: [], absent: [{ learner: 'l-2', code: 'н' }, ...absent('н')] };
    expectRefused(await correct(forgotten), 'not-appointed', 'p-9', 'head');
    must(await correct({ ...ill, signer: 'p-1' }));
    must(await correct({ ...to('б'), hours: 1 }));
  });

  test('a guest who is listed later is a matter of attendance alone', async () => {
    const { correct } = await missed(headOnly);
    const guest = { present: ['l-2', 'l-3'], absent: absent('н'), guests: ['l-3'] };
    expectRefused(await correct(guest), 'not-appointed', 'p-9', 'head');
    must(await correct({ ...guest, signer: 'p-1' }));
  });

  test('attendance and topic at once by who may correct both, else by two commands', async () => {
    const both = { ...to('б'), topic: 'Тема 2', ground };
    const parted = await missed(headOnly);
    for (const signer of ['p-1', 'p-9']) {
      const no = await parted.correct({ ...both, signer });
      const { data } = expectRefused(no, 'lesson-corrected-in-parts', 'head', 'teacher');
      expect(data).toEqual({ attendanceOffices: ['head'], signerOffices: ['teacher'] });
    }
    expectRefused(await parted.correct({ ...both, signer: 'p-77' }), 'not-appointed', 'head');
    const { correct } = await missed();
    const deputy = await correct({ ...both, signer: 'p-2' });
    expectRefused(deputy, 'lesson-corrected-in-parts', 'deputy-head');
    must(await correct(both));
  });

  test('whichever office is named, or held beside: one part stays one part', async () => {
    const both = { ...to('б'), topic: 'Тема 2', ground };
    const { correct, officials } = await missed();
    const deputy = await correct({ ...both, signer: 'p-2', office: 'deputy-head' });
    expectRefused(deputy, 'lesson-corrected-in-parts', 'deputy-head', 'teacher');
    must(await officials.appoint({ person: 'p-2', office: 'head', from: '2026-09-01' }));
    expectRefused(await correct({ ...both, signer: 'p-2' }), 'lesson-corrected-in-parts');
  });

  test('who may correct both in several offices names one of them', async () => {
    const both = { ...to('б'), topic: 'Тема 2', ground };
    const wide = { correction: { signerOffices: ['teacher', 'head'] } };
    const { correct, officials, last } = await missed(wide);
    must(await officials.appoint({ person: 'p-1', office: 'teacher', from: '2026-09-01' }));
    const unsaid = await correct({ ...both, signer: 'p-1' });
    expectRefused(unsaid, 'office-not-named', 'p-1', 'teacher', 'head');
    must(await correct({ ...both, signer: 'p-1', office: 'head' }));
    expect((await last())?.data).toMatchObject({ signer: { person: 'p-1', office: 'head' } });
  });

  test('moved to its true day it is more than attendance', async () => {
    const { correct } = await missed();
    const moved = { ...to('б'), ground, lessonOn: '2026-10-07' };
    expectRefused(await correct({ ...moved, signer: 'p-2' }), 'lesson-corrected-in-parts');
    must(await correct(moved));
  });
});
