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
});
