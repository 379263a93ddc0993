import { codec, coreEvents, must, newCommandId } from '@letopis/core';
import { lessonHeld } from '@letopis/core/events';
import { journalFold, studyYearOf } from '@letopis/core/facts';
import { streamKey } from '@letopis/core/kernel';
import { r2 } from '@letopis/core/presets/r2';
import { scenario } from '@letopis/core/testing';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lesson, openSchool, regulation } from '../worlds/records-school.ts';

const absentee = [{ learner: 'l-2', code: 'н' }];
const present = ['l-1'];

describe('D5 R2 §2.2: a lesson is held', () => {
  test('D5: day, topic, hours, teacher and attendance stand in one event', async () => {
    const school = await openSchool();
    const held = must(
      await school.journals.holdLesson({ ...lesson, id: 'z-1', present, absent: absentee }),
    );
    expect(held).toMatchObject({ journal: 'm-1.safety.2026', lesson: 'z-1', revision: 0 });
    const [event, ...rest] = await school.events('journal-m-1.safety.2026');
    expect(rest).toEqual([]);
    expect(event).toMatchObject({
      type: 'LessonHeld',
      occurredOn: '2026-09-07',
      refs: {
        group: ['m-1'],
        journal: ['m-1.safety.2026'],
        learner: ['l-1', 'l-2'],
        module: ['safety'],
        official: ['p-9'],
        programme: ['mentor'],
      },
      data: {
        lesson: 'z-1',
        kind: 'lesson',
        topic: 'Вводный инструктаж',
        hours: 2,
        homework: null,
        teacher: 'p-9',
        present,
        absent: absentee,
        edition: 1,
      },
    });
  });

  test('D5: the study year follows the day, 1 September to 31 August, unless it is named', () => {
    expect(['2026-08-31', '2026-09-01', '2027-08-31'].map(studyYearOf)).toEqual([
      '2025',
      '2026',
      '2026',
    ]);
  });

  test('D5: a study year that is named is the one of the journal', async () => {
    const school = await openSchool();
    const held = must(await school.journals.holdLesson({ ...lesson, studyYear: '2025' }));
    expect(streamKey(held.stream)).toEqual(['m-1', 'safety', '2025']);
  });

  test('D5 R5 §4.4: kinds of the regulation differ in kind, not in shape', async () => {
    const school = await openSchool();
    const held = await school.journals.holdLesson({ ...lesson, kind: 'practical' });
    expect(held.ok).toBe(true);
  });

  test('D5: a lesson sent twice is held once, and its id is the command’s', async () => {
    const school = await openSchool();
    const commandId = newCommandId(school.store.ports);
    const [first, second] = [
      await school.journals.holdLesson({ ...lesson, commandId }),
      await school.journals.holdLesson({ ...lesson, commandId }),
    ];
    expect(second).toEqual(first);
    expect(must(first).lesson).toBe(commandId);
    expect(await school.events('journal-m-1.safety.2026')).toHaveLength(1);
  });
});

describe('D5: a lesson is refused', () => {
  const school = openSchool();
  const refuses = async (change: object, code: string, ...values: string[]): Promise<void> => {
    const { journals } = await school;
    expectRefused(await journals.holdLesson({ ...lesson, ...change }), code, ...values);
  };

  test('R2 §1.2: whose teacher holds no such office on that day', async () => {
    await refuses({ teacher: 'p-5' }, 'not-appointed', 'p-5', 'teacher', '2026-09-07');
  });
  test('whose attendance code is none of the regulation', async () => {
    const absent = [{ learner: 'l-3', code: 'x' }];
    await refuses({ absent }, 'attendance-code-unknown', 'x', 'н');
  });
  test('whose kind is none of the regulation', async () => {
    await refuses({ kind: 'circle' }, 'lesson-kind-unknown', 'circle', 'lecture');
  });
  test('that lists one learner twice: present and absent, or present twice', async () => {
    await refuses({ absent: [{ learner: 'l-1', code: 'н' }] }, 'learner-listed-twice', 'l-1');
    await refuses({ present: ['l-3', 'l-3'] }, 'learner-listed-twice', 'l-3');
  });
  test('that took no time', async () => {
    await refuses({ hours: 0 }, 'invalid-input', 'hours');
  });
  test('that lies ahead', async () => {
    await refuses({ on: '2026-11-23' }, 'dated-ahead', '2026-11-23', '2026-11-22');
  });
  test('before the first edition', async () => {
    await refuses({ on: '2026-08-31' }, 'regulation-missing', '2026-08-31');
  });
  test('of a group that is not open', async () => {
    await refuses({ group: 'm-9' }, 'group-unknown', 'm-9');
  });
  test('of a module that is none of the group’s programme', async () => {
    await refuses({ module: 'first-aid' }, 'module-unknown', 'first-aid', 'practice');
    await refuses({ module: 'constructor' }, 'module-unknown', 'constructor');
  });
  test('that lists more learners than a line holds', async () => {
    const absent = Array.from({ length: 299 }, (_, n) => ({ learner: `a-${n}`, code: 'н' }));
    await refuses({ absent }, 'invalid-input', '300');
  });
  test('whose id the journal has already, annulled or not', async () => {
    const { journals } = await school;
    must(await journals.holdLesson({ ...lesson, id: 'z-1' }));
    await refuses({ id: 'z-1' }, 'already-exists', 'z-1', '2026-09-07');
    const signed = { signer: 'p-1', reason: 'не та группа' };
    must(await journals.annulLesson({ journal: 'm-1.safety.2026', lesson: 'z-1', ...signed }));
    await refuses({ id: 'z-1' }, 'already-exists', 'z-1');
  });
  test('but an id that only the language knows is free', async () => {
    const { journals } = await school;
    expect((await journals.holdLesson({ ...lesson, id: 'constructor' })).ok).toBe(true);
  });
});

const annulment = { journal: 'm-1.safety.2026', lesson: 'z-1', reason: 'дубль', signer: 'p-1' };
const withLesson = async (preset = regulation()) => {
  const school = await openSchool(preset);
  const held = must(await school.journals.holdLesson({ ...lesson, id: 'z-1' }));
  return { ...school, held };
};

describe('D5: a lesson recorded in error is annulled', () => {
  test('D5: it carries the lesson’s day and ids, and its own day beside', async () => {
    const { journals, events, held } = await withLesson();
    must(await journals.annulLesson({ ...annulment, on: '2026-11-02' }));
    const [first, annulled] = await events('journal-m-1.safety.2026');
    expect(annulled).toMatchObject({
      type: 'LessonAnnulled',
      occurredOn: '2026-09-07',
      refs: { ...first?.refs, official: ['p-1', 'p-9'] },
      data: {
        corrects: held.eventId,
        actedOn: '2026-11-02',
        reason: 'дубль',
        signer: { person: 'p-1', office: 'head', position: null },
      },
    });
  });

  test('D5: it is dated today by the organisation’s clock where no day is given', async () => {
    const { journals, events } = await withLesson();
    must(await journals.annulLesson(annulment));
    const data = (await events('journal-m-1.safety.2026')).at(-1)?.data;
    expect(data).toMatchObject({ actedOn: '2026-11-22' });
  });

  test('D5: it is refused where it is nonsense', async () => {
    const { journals } = await withLesson();
    const refuses = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await journals.annulLesson({ ...annulment, ...change }), code, ...values);
    await refuses({ lesson: 'z-2' }, 'lesson-unknown', 'z-2', 'm-1.safety.2026');
    await refuses({ signer: 'p-5' }, 'not-appointed', 'p-5', 'head');
    await refuses({ office: 'archivist' }, 'office-not-entitled', 'archivist', 'head');
    await refuses({ signer: 'p-9', office: 'head' }, 'not-appointed', 'p-9', 'head');
    await refuses({ reason: null }, 'reason-missing', 'annul-lesson', 'z-1');
    await refuses({ on: '2026-09-06' }, 'act-out-of-order', '2026-09-06', '2026-09-07');
    await refuses({ on: '2026-12-01' }, 'dated-ahead', '2026-12-01');
    await refuses({ journal: 'm-1.safety' }, 'invalid-input', 'm-1.safety');
    must(await journals.annulLesson(annulment));
    await refuses({}, 'lesson-annulled-already', 'z-1');
  });

  test('D5: the reason may be left out where the regulation asks for none', async () => {
    const correction = { ...r2.correction, annulmentReasonRequired: false };
    const { journals } = await withLesson(regulation({ correction }));
    expect((await journals.annulLesson({ ...annulment, reason: null })).ok).toBe(true);
  });
});

test('a journal’s fold knows its lessons', () => {
  const where = { journal: 'm-1.safety.2026', group: 'm-1', module: 'safety', studyYear: '2026' };
  const data = { ...where, lesson: 'z-1', kind: 'lesson', topic: 'Тема', hours: 1, homework: null };
  const held = { ...data, teacher: 'p-9', present: [], absent: [], edition: 1 };
  scenario(journalFold, codec(coreEvents))
    .given(lessonHeld.draft({ occurredOn: '2026-09-07', refs: {}, data: held }))
    .when((state) => [
      lessonHeld.draft({
        occurredOn: '2026-09-08',
        refs: {},
        data: {
          ...held,
          lesson: `z-${state.lessons.size + 1}`,
        },
      }),
    ])
    .thenState((state) => expect([...state.lessons.keys()]).toEqual(['z-1', 'z-2']));
});
