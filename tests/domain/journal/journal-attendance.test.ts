import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lesson as plain, openSchool, regulation } from '../worlds/records-school.ts';

/* D5, 273-FZ art. 17: whom a lesson lists, and which lessons of one day are the same one. */

const journal = 'm-1.safety.2026';
const lesson = {
  group: 'm-1',
  module: 'safety',
  topic: 'Тема',
  hours: 2,
  teacher: 'p-9',
  present: ['l-1', 'l-2'],
  on: '2026-10-06',
};
const line = { journal, topic: 'Тема', hours: 2, teacher: 'p-9', signer: 'p-9', reason: 'описка' };

async function taught() {
  const academy = await mentorAcademy();
  for (const learner of ['l-1', 'l-2']) {
    must(await academy.enrollments.enroll({ learner, group: 'm-1', from: '2026-09-01' }));
  }
  return academy;
}

describe('273-FZ art. 17: whom a lesson lists', () => {
  test('a lesson for one learner lists that one, present or absent, and nobody else', async () => {
    const { journals } = await taught();
    const alone = { ...lesson, individual: 'l-1' };
    for (const present of [['l-2'], [], ['l-1', 'l-2']]) {
      const no = await journals.holdLesson({ ...alone, present });
      expect(expectRefused(no, 'lesson-individual-unfit', 'l-1').data).toEqual({
        learner: 'l-1',
        listed: present,
      });
    }
    must(await journals.holdLesson({ ...alone, present: ['l-1'] }));
    const absent = [{ learner: 'l-2', code: 'б' }];
    must(await journals.holdLesson({ ...alone, individual: 'l-2', present: [], absent }));
  });

  test('all who have lessons apart are named, each with their form', async () => {
    const { journals, enrollments } = await taught();
    const ground = order('5-уч', '2026-10-01');
    const paper = { number: '7', date: '2026-09-30' };
    const on = '2026-10-01';
    const home = { aspect: 'arrangement' as const, form: 'home-study', paper, on, ground };
    must(await enrollments.setStudyForm({ ...home, enrollment: 'l-1.mentor.1' }));
    must(await enrollments.setStudyForm({ ...home, enrollment: 'l-2.mentor.1' }));
    const both = await journals.holdLesson(lesson);
    const learners = ['l-1 (home-study)', 'l-2 (home-study)'];
    const { data } = expectRefused(both, 'learner-not-in-class', learners.join(', '));
    expect(data).toEqual({ learners, on: lesson.on });
  });

  test('a guest is named who is not listed, and one who is not registered', async () => {
    const { journals } = await taught();
    const guests = ['l-1', 'l-3'];
    const unlisted = await journals.holdLesson({ ...lesson, id: 'z-1', guests });
    expectRefused(unlisted, 'lesson-guest-unlisted', 'l-3', 'z-1');
    const away = { ...lesson, absent: [{ learner: 'l-9', code: 'н' }], guests: ['l-9'] };
    expectRefused(await journals.holdLesson(away), 'learner-unknown', 'l-9');
  });

  test('nobody is asked about where the regulation does not ask for it', async () => {
    const { journals } = await openSchool();
    must(await journals.holdLesson({ ...plain, present: ['l-77'] }));
    const unfit = { ...plain, number: 2, individual: 'l-1' };
    expectRefused(await journals.holdLesson(unfit), 'lesson-individual-unfit', 'l-1, l-2');
  });

  test('an unknown code and a learner listed twice are named', async () => {
    const { journals } = await openSchool();
    const absent = [
      { learner: 'l-3', code: 'б' },
      { learner: 'l-2', code: 'н' },
    ];
    const twice = await journals.holdLesson({ ...plain, id: 'z-1', absent });
    expectRefused(twice, 'learner-listed-twice', 'l-2', 'z-1');
    const code = await journals.holdLesson({ ...plain, absent: [{ learner: 'l-3', code: 'x' }] });
    expectRefused(code, 'attendance-code-unknown', 'н, б, у');
    const kind = await journals.holdLesson({ ...plain, kind: 'walk' });
    expectRefused(kind, 'lesson-kind-unknown', 'lesson, lecture, seminar');
  });

  test('where the regulation has no kind of lesson, none is held', async () => {
    const { lessons } = regulation();
    const { journals } = await openSchool(regulation({ lessons: { ...lessons, kinds: [] } }));
    expectRefused(await journals.holdLesson(plain), 'lesson-kind-unknown', 'lesson');
  });
});

/** A lesson of a day that lists `l-1` alone. */
const on = (day: string) => ({ ...lesson, present: ['l-1'], on: day });

describe('RK 1.5, R1 §3.2: nobody has lessons on leave, or before their study begins', () => {
  const id = 'l-1.mentor.1';

  test('from the first day of a leave until the day of the return', async () => {
    const { journals, enrollments } = await taught();
    must(await enrollments.suspend({ enrollment: id, reason: 'academic-leave', on: '2026-11-01' }));
    must(await enrollments.reinstate({ enrollment: id, on: '2026-12-01' }));
    must(await journals.holdLesson(on('2026-10-31')));
    const first = await journals.holdLesson(on('2026-11-01'));
    expect(expectRefused(first, 'learner-not-studying', 'l-1', '2026-11-01').data).toEqual({
      learners: [{ learner: 'l-1', status: 'suspended', since: '2026-11-01' }],
      group: 'm-1',
      on: '2026-11-01',
    });
    const absent = [{ learner: 'l-1', code: 'н' }];
    const last = { ...on('2026-11-30'), present: ['l-2'], absent };
    expectRefused(await journals.holdLesson(last), 'learner-not-studying', 'l-1');
    must(await journals.holdLesson({ ...last, absent: [] }));
    must(await journals.holdLesson(on('2026-12-01')));
  });

  test('from the first day of study on, until the day on which it ends', async () => {
    const { journals, enrollments } = await mentorAcademy();
    const from = '2026-09-01';
    const begins = { learner: 'l-1', group: 'm-1', from, studyFrom: '2026-10-01' };
    must(await enrollments.enroll(begins));
    const early = await journals.holdLesson(on('2026-09-30'));
    expectRefused(early, 'learner-not-studying', 'l-1', '2026-09-01');
    must(await journals.holdLesson(on('2026-10-01')));
    must(await enrollments.discharge({ enrollment: id, reason: 'own-wish', on: '2026-11-10' }));
    must(await journals.holdLesson(on('2026-11-10')));
    expectRefused(await journals.holdLesson(on('2026-11-11')), 'learner-not-in-group', 'l-1');
  });

  test('by a correction neither, save who was listed before the leave was entered', async () => {
    const { journals, enrollments } = await taught();
    const day = '2026-11-10';
    must(await journals.holdLesson({ ...on(day), id: 'z-1' }));
    must(await journals.holdLesson({ ...on(day), id: 'z-2', present: ['l-2'], number: 2 }));
    must(await enrollments.suspend({ enrollment: id, reason: 'academic-leave', on: '2026-11-01' }));
    const fix = { ...line, topic: 'Тема 2', present: ['l-1', 'l-2'] };
    must(await journals.correctLesson({ ...fix, lesson: 'z-1' }));
    const added = await journals.correctLesson({ ...fix, lesson: 'z-2', number: 2 });
    expectRefused(added, 'learner-not-studying', 'l-1');
  });

  test('a guest of another group may be listed: here is not where they study', async () => {
    const { journals, enrollments } = await taught();
    must(await enrollments.suspend({ enrollment: id, reason: 'academic-leave', on: '2026-11-01' }));
    must(await journals.holdLesson({ ...on('2026-11-10'), group: 'm-2', guests: ['l-1'] }));
  });
});

describe('D5: which lesson of a day is the same one', () => {
  test('that of the same kind, number and learner, whatever it was corrected from', async () => {
    const { journals } = await taught();
    must(await journals.holdLesson({ ...lesson, id: 'z-1' }));
    const own = { ...line, lesson: 'z-1', present: ['l-1'] };
    must(await journals.correctLesson({ ...own, number: 2 }));
    const second = await journals.holdLesson({ ...lesson, number: 2 });
    expect(expectRefused(second, 'lesson-held-already', 'z-1').data).toEqual({
      lesson: 'z-1',
      on: lesson.on,
      kind: 'lesson',
      number: 2,
    });
    must(await journals.holdLesson({ ...lesson, id: 'z-2' }));
    const first = await journals.holdLesson(lesson);
    expect(expectRefused(first, 'lesson-held-already', 'z-2', '—').data).toMatchObject({
      number: null,
    });
    must(await journals.holdLesson({ ...lesson, on: '2026-10-07' }));
    expectRefused(
      await journals.correctLesson({ ...own, number: 2, lessonOn: '2026-10-06' }),
      'lesson-unchanged',
      'z-1',
      '2026-10-06',
    );
    const moved = await journals.correctLesson({ ...own, lessonOn: '2026-10-07' });
    expectRefused(moved, 'lesson-held-already', '2026-10-07');
  });

  test('one of the same hour is asked about, of any kind; `another` answers that', async () => {
    const { journals } = await taught();
    must(await journals.holdLesson({ ...lesson, id: 'z-1', number: 2 }));
    const half = { ...lesson, id: 'z-2', number: 2, kind: 'practical' };
    const asked = expectRefused(await journals.holdLesson(half), 'lesson-held-already', 'z-1');
    expect(asked.text.en).toContain('another: true');
    must(await journals.holdLesson({ ...half, another: true }));
    // Without an hour, another kind is another lesson.
    must(await journals.holdLesson({ ...lesson, id: 'z-3' }));
    must(await journals.holdLesson({ ...lesson, id: 'z-4', kind: 'practical' }));
    const own = { ...line, lesson: 'z-2', present: ['l-1'], kind: 'practical', number: 2 };
    expectRefused(await journals.correctLesson(own), 'lesson-held-already', 'z-1');
    must(await journals.correctLesson({ ...own, another: true }));
  });
});
