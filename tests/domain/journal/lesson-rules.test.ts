import { must, order } from '@letopis/core';
import type { JournalState } from '@letopis/core/facts';
import { journalFold } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import { academyUnderR2 } from '../worlds/academy.ts';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const KEY = 'm-1.safety.2026';

/** The academy with `l-1` and `l-2` in m-1 from 1 September, and a plain lesson. */
async function taught() {
  const academy = await mentorAcademy();
  const { enrollments } = academy;
  for (const learner of ['l-1', 'l-2']) {
    must(await enrollments.enroll({ learner, group: 'm-1', from: '2026-09-01' }));
  }
  return academy;
}

const lesson = {
  group: 'm-1',
  module: 'safety',
  topic: 'Вводный инструктаж',
  hours: 2,
  teacher: 'p-9',
  present: ['l-1', 'l-2'],
  on: '2026-10-06',
} as const;

const correction = {
  journal: KEY,
  topic: lesson.topic,
  hours: 2,
  teacher: 'p-9',
  present: ['l-1', 'l-2'],
  reason: 'Не тот день',
  signer: 'p-9',
} as const;

type Academy = Awaited<ReturnType<typeof taught>>;

const stateOf = async ({ events }: Academy): Promise<JournalState> =>
  foldEvents(journalFold, (await events(`academy.journal-${KEY}`)) as never);

describe('D5: a lesson lists learners of its group', () => {
  test('an id that is a slip, and a learner of another group, are named', async () => {
    const { journals, enrollments } = await taught();
    must(await enrollments.enroll({ learner: 'l-3', group: 'm-2', from: '2026-09-01' }));
    expectRefused(
      await journals.holdLesson({ ...lesson, present: ['l-1', 'l-22', 'l-3'] }),
      'learner-not-in-group',
      'l-22, l-3',
      'm-1',
      '2026-10-06',
    );
    expectRefused(
      await journals.holdLesson({ ...lesson, absent: [{ learner: 'l-77', code: 'н' }] }),
      'learner-not-in-group',
      'l-77',
    );
  });

  test('from the day of enrollment to the day of discharge, that day included', async () => {
    const { journals, enrollments } = await taught();
    must(await enrollments.enroll({ learner: 'l-3', group: 'm-1', from: '2026-10-06' }));
    must(
      await enrollments.discharge({
        enrollment: 'l-3.mentor.1',
        reason: 'own-wish',
        on: '2026-10-20',
      }),
    );
    const of = (on: string) => journals.holdLesson({ ...lesson, present: ['l-3'], on });
    expectRefused(await of('2026-10-05'), 'learner-not-in-group', 'l-3');
    must(await of('2026-10-06'));
    must(await of('2026-10-20'));
    expectRefused(await of('2026-10-21'), 'learner-not-in-group', 'l-3');
  });

  test('one who came back under another number is in the group', async () => {
    const { journals, enrollments } = await taught();
    const left = { enrollment: 'l-1.mentor.1', reason: 'own-wish', on: '2026-10-01' } as const;
    must(await enrollments.discharge(left));
    must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-10-05' }));
    must(await journals.holdLesson(lesson));
  });

  test('a guest of another group is named as one, listed, and registered', async () => {
    const { journals, events } = await taught();
    const present = [...lesson.present, 'l-3'];
    must(await journals.holdLesson({ ...lesson, present, guests: ['l-3'] }));
    const [held] = await events(`academy.journal-${KEY}`);
    expect(held?.data).toMatchObject({ present, guests: ['l-3'] });
    const on = '2026-10-07';
    expectRefused(
      await journals.holdLesson({ ...lesson, on, guests: ['l-3'] }),
      'lesson-guest-unlisted',
      'l-3',
    );
    expectRefused(
      await journals.holdLesson({ ...lesson, on, present: ['l-44'], guests: ['l-44'] }),
      'learner-unknown',
      'l-44',
    );
  });

  test('a late transfer makes no old lesson invalid: its entry may be corrected', async () => {
    const academy = await taught();
    const { journals, enrollments } = academy;
    const { lesson: id } = must(await journals.holdLesson({ ...lesson, on: '2026-11-10' }));
    must(await enrollments.transfer({ enrollment: 'l-1.mentor.1', to: 'm-2', on: '2026-11-02' }));
    must(await journals.correctLesson({ ...correction, lesson: id, topic: 'Тема 2' }));
    expectRefused(
      await journals.correctLesson({
        ...correction,
        lesson: id,
        present: ['l-1', 'l-2', 'l-3'],
      }),
      'learner-not-in-group',
      'l-3',
    );
  });
});

describe('273-FZ art. 17, RK 4 no. 7: who is not taught in class', () => {
  test('is not listed by the class; at home, a lesson is held for them alone', async () => {
    const { journals, enrollments } = await taught();
    const ground = order('5-уч', '2026-10-01');
    must(
      await enrollments.setStudyForm({
        enrollment: 'l-1.mentor.1',
        aspect: 'arrangement',
        form: 'home-study',
        paper: { number: '7', date: '2026-09-30' },
        on: '2026-10-01',
        ground,
      }),
    );
    expectRefused(
      await journals.holdLesson(lesson),
      'learner-not-in-class',
      'l-1 (home-study)',
      'individual',
    );
    must(await journals.holdLesson({ ...lesson, present: ['l-2'] }));
    const alone = { ...lesson, present: ['l-1'], individual: 'l-1' } as const;
    must(await journals.holdLesson(alone));
    expectRefused(await journals.holdLesson(alone), 'lesson-held-already');
    expectRefused(
      await journals.holdLesson({ ...alone, present: ['l-1', 'l-2'] }),
      'lesson-individual-unfit',
      'l-1, l-2',
    );
  });

  test('for an extern there are no lessons at all, nor a truancy', async () => {
    const { journals, enrollments } = await taught();
    must(
      await enrollments.setStudyForm({
        enrollment: 'l-1.mentor.1',
        aspect: 'arrangement',
        form: 'extern',
        on: '2026-10-01',
      }),
    );
    const away = [{ learner: 'l-1', code: 'н' }];
    expectRefused(
      await journals.holdLesson({ ...lesson, present: ['l-2'], absent: away }),
      'learner-not-in-class',
      'l-1 (extern)',
    );
    expectRefused(
      await journals.holdLesson({ ...lesson, present: ['l-1'], individual: 'l-1' }),
      'learner-not-in-class',
      'extern',
    );
  });
});

describe('D5: the same lesson is entered once', () => {
  test('a second one of the day has a number of its own', async () => {
    const { journals } = await taught();
    const { lesson: first } = must(await journals.holdLesson(lesson));
    expectRefused(
      await journals.holdLesson({ ...lesson, topic: 'Тема' }),
      'lesson-held-already',
      first,
      '2026-10-06',
      'number',
    );
    must(await journals.holdLesson({ ...lesson, number: 2 }));
    expectRefused(await journals.holdLesson({ ...lesson, number: 2 }), 'lesson-held-already');
    must(await journals.holdLesson({ ...lesson, kind: 'practical' }));
  });

  test('an annulled lesson stands in nobody’s way', async () => {
    const { journals } = await taught();
    const { lesson: id } = must(await journals.holdLesson(lesson));
    const annul = { journal: KEY, lesson: id, signer: 'p-9', reason: 'Ошибка' } as const;
    must(await journals.annulLesson(annul));
    must(await journals.holdLesson(lesson));
  });

  test('a correction may not make two lessons one', async () => {
    const { journals } = await taught();
    must(await journals.holdLesson(lesson));
    const { lesson: id } = must(await journals.holdLesson({ ...lesson, number: 2 }));
    expectRefused(
      await journals.correctLesson({ ...correction, lesson: id }),
      'lesson-held-already',
    );
  });
});

describe('RK 4 no. 6, RK 3 C1: mode of a lesson, substitute', () => {
  test('a remote lesson names its mode and rests on its order', async () => {
    const { journals, events } = await taught();
    const ground = order('9-уч', '2026-10-05');
    const remote = { ...lesson, mode: 'remote', ground } as const;
    expectRefused(
      await journals.holdLesson({ ...remote, ground: null }),
      'order-required',
      'remote',
    );
    expectRefused(
      await journals.holdLesson({ ...remote, mode: 'by-post' }),
      'lesson-mode-unknown',
      'by-post',
      'remote',
    );
    const { lesson: id } = must(await journals.holdLesson(remote));
    const [held] = await events(`academy.journal-${KEY}`);
    expect(held).toMatchObject({ ground, data: { mode: 'remote' } });
    // The order was named when the mode was: a correction of the topic needs none.
    const same = { ...correction, lesson: id, mode: 'remote', ground: null } as const;
    must(await journals.correctLesson({ ...same, topic: 'Тема 2' }));
  });

  test('RK 1.5, 1.8: a corrected lesson keeps its own order, moved or not', async () => {
    const { journals, events } = await taught();
    const ground = order('15-од', '2026-10-05');
    const remote = { ...lesson, mode: 'remote', ground } as const;
    const { lesson: id } = must(await journals.holdLesson(remote));
    const by = order('88-од', '2026-12-01');
    const right = { ...correction, lesson: id, mode: 'remote' } as const;
    must(await journals.correctLesson({ ...right, lessonOn: '2026-10-13' }));
    must(await journals.correctLesson({ ...right, lessonOn: '2026-10-14', ground: by }));
    must(await journals.correctLesson({ ...right, topic: 'Тема 2', ground: by }));
    const papers = (await events(`academy.journal-${KEY}`)).map((event) => [
      event.type,
      event.ground?.number ?? null,
    ]);
    expect(papers).toEqual([
      ['LessonHeld', '15-од'],
      ['LessonAnnulled', null],
      ['LessonHeld', '15-од'],
      ['LessonAnnulled', '88-од'],
      ['LessonHeld', '15-од'],
      ['LessonCorrected', '88-од'],
    ]);
  });

  test('RK 1.5, 1.8: a substitution keeps its order when its day is corrected', async () => {
    const { journals, events } = await taught();
    const ground = order('3-зам', '2026-10-05');
    const stoodIn = { teacher: 'p-8', substituteFor: 'p-9' } as const;
    const { lesson: id } = must(await journals.holdLesson({ ...lesson, ...stoodIn, ground }));
    const lessonOn = '2026-10-07';
    must(await journals.correctLesson({ ...correction, ...stoodIn, lesson: id, lessonOn }));
    expect((await events(`academy.journal-${KEY}`)).at(-1)).toMatchObject({ ground });
  });

  test('RK 1.5, 1.8: a forgotten mode comes with the own order of the lesson', async () => {
    const academy = await taught();
    const { journals, events } = academy;
    const { lesson: id } = must(await journals.holdLesson({ ...lesson, ground: null }));
    const right = { ...correction, lesson: id, mode: 'remote' } as const;
    const ground = order('88-од', '2026-12-01');
    const entryGround = order('15-од', '2026-10-05');
    // The order of the correction is not the one by which the lesson was remote.
    expectRefused(await journals.correctLesson({ ...right, ground }), 'order-required', 'remote');
    expectRefused(
      await journals.correctLesson({ ...right, ground, entryGround: ground }),
      'paper-after-effect',
      '88-од',
      '2026-10-06',
    );
    must(await journals.correctLesson({ ...right, ground, entryGround }));
    const [, annulled, held] = await events(`academy.journal-${KEY}`);
    expect(annulled).toMatchObject({ type: 'LessonAnnulled', ground });
    expect(held).toMatchObject({
      type: 'LessonHeld',
      occurredOn: lesson.on,
      ground: entryGround,
      data: { lesson: id, mode: 'remote' },
    });
    expectRefused(await journals.correctLesson({ ...right, entryGround }), 'lesson-unchanged');
    expectRefused(
      await journals.correctLesson({ ...right, entryGround: null }),
      'order-required',
      'entryGround',
    );
    expect((await stateOf(academy)).lessons.get(id)).toMatchObject({ ground: entryGround });
  });

  test('a substitute is not the teacher whose lesson it is, who teaches on that day', async () => {
    const { journals, events } = await taught();
    must(await journals.holdLesson({ ...lesson, teacher: 'p-8', substituteFor: 'p-9' }));
    const [held] = await events(`academy.journal-${KEY}`);
    expect(held).toMatchObject({
      refs: { official: ['p-8', 'p-9'] },
      data: { teacher: 'p-8', substituteFor: 'p-9' },
    });
    const on = '2026-10-07';
    expectRefused(
      await journals.holdLesson({ ...lesson, on, substituteFor: 'p-9' }),
      'lesson-substitute-same',
      'p-9',
    );
    expectRefused(
      await journals.holdLesson({ ...lesson, on, substituteFor: 'p-1' }),
      'not-appointed',
      'p-1',
    );
  });
});

describe('RK 4 no. 4: the teacher whose lesson it is has left', () => {
  const standIn = { ...lesson, teacher: 'p-8', substituteFor: 'p-30' } as const;

  test('they are named all the same, as they taught here before', async () => {
    const { journals, officials } = await taught();
    const scope = { groups: ['m-1'] };
    const held = { person: 'p-30', office: 'teacher', scope, from: '2026-09-01' } as const;
    must(await officials.appoint({ ...held, until: '2026-10-05' }));
    must(await journals.holdLesson(standIn));
  });

  test.each([
    ['nobody taught who was appointed later', { from: '2026-10-07' }],
    ['nor who has left since, and came later', { from: '2026-10-07', until: '2026-10-20' }],
    ['nor who taught another group', { scope: { groups: ['m-2'] }, until: '2026-10-05' }],
    ['nor who held another office', { office: 'archivist', until: '2026-10-05' }],
  ] as const)('%s', async (_, changes) => {
    const { journals, officials } = await taught();
    const held = { person: 'p-30', office: 'teacher', from: '2026-09-01', ...changes };
    must(await officials.appoint(held));
    expectRefused(await journals.holdLesson(standIn), 'not-appointed', 'p-30');
  });
});

describe('D5, RK 1.5: the day of a lesson is corrected', () => {
  test('the lesson moves to its true day under its id; the wrong one stays read', async () => {
    const academy = await taught();
    const { journals, events } = academy;
    const { lesson: id } = must(await journals.holdLesson({ ...lesson, id: 'z-1' }));
    must(await journals.correctLesson({ ...correction, lesson: id, lessonOn: '2026-10-13' }));
    const [, annulled, held] = await events(`academy.journal-${KEY}`);
    expect(annulled).toMatchObject({
      type: 'LessonAnnulled',
      occurredOn: '2026-10-06',
      data: { lesson: 'z-1', actedOn: '2026-12-25', replacedBy: held?.id, reason: 'Не тот день' },
    });
    expect(held).toMatchObject({
      type: 'LessonHeld',
      occurredOn: '2026-10-13',
      refs: { learner: ['l-1', 'l-2'], official: ['p-9'] },
      data: { lesson: 'z-1', topic: lesson.topic },
    });
    expect((await stateOf(academy)).lessons.get('z-1')).toMatchObject({
      on: '2026-10-13',
      annulled: false,
    });
    must(await journals.holdLesson(lesson));
  });

  test('a day of another study year, one ahead, and one after the act are refused', async () => {
    const { journals } = await taught();
    const { lesson: id } = must(await journals.holdLesson(lesson));
    const move = { ...correction, lesson: id } as const;
    expectRefused(
      await journals.correctLesson({ ...move, lessonOn: '2025-10-13' }),
      'regulation-missing',
    );
    expectRefused(
      await journals.correctLesson({ ...move, lessonOn: '2026-12-26', on: '2026-12-25' }),
      'dated-ahead',
    );
    expectRefused(
      await journals.correctLesson({ ...move, lessonOn: '2026-10-13', on: '2026-10-12' }),
      'act-out-of-order',
      '2026-10-13',
    );
  });

  test('a day of another study year is of another journal: annul and hold anew', async () => {
    const academy = await academyUnderR2('2027-10-10T09:00:00.000Z');
    const { officials, programmes, groups, learners, enrollments, journals } = academy;
    const on = '2026-09-01';
    must(await officials.appoint({ person: 'p-9', office: 'teacher', from: on }));
    const modules = [{ id: 'safety', scale: 'five-point' }];
    must(await programmes.open({ id: 'mentor', modules, on }));
    must(await groups.open({ id: 'm-1', programme: 'mentor', on }));
    must(await learners.register({ id: 'l-1', on }));
    must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: on }));
    const present = ['l-1'];
    const { lesson: id } = must(
      await journals.holdLesson({ ...lesson, present, on: '2027-09-02' }),
    );
    const move = { ...correction, present, journal: 'm-1.safety.2027', lesson: id } as const;
    expectRefused(
      await journals.correctLesson({ ...move, lessonOn: '2027-08-31' }),
      'lesson-other-journal',
      'm-1.safety.2027',
    );
    must(await journals.correctLesson({ ...move, lessonOn: '2027-09-01' }));
  });

  test('everybody listed was in the group on the true day', async () => {
    const { journals, enrollments } = await taught();
    must(await enrollments.enroll({ learner: 'l-3', group: 'm-1', from: '2026-10-06' }));
    const present = ['l-1', 'l-3'];
    const { lesson: id } = must(await journals.holdLesson({ ...lesson, present }));
    expectRefused(
      await journals.correctLesson({ ...correction, present, lesson: id, lessonOn: '2026-10-05' }),
      'learner-not-in-group',
      'l-3',
      '2026-10-05',
    );
  });

  test('a correction that says nothing new is told where the day goes', async () => {
    const { journals } = await taught();
    const { lesson: id } = must(await journals.holdLesson(lesson));
    // `on` is the day of the act, as in every correction: the lesson would not have moved.
    expectRefused(
      await journals.correctLesson({ ...correction, lesson: id, on: '2026-10-13' }),
      'lesson-unchanged',
      id,
      'lessonOn',
    );
  });
});
