import type { RegulationPreset } from '@letopis/core';
import { must, newCommandId } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lesson, openSchool, regulation } from '../worlds/records-school.ts';

const { group: _group, module: _module, on: _on, ...line } = lesson;
const corrected = {
  ...line,
  journal: 'm-1.safety.2026',
  lesson: 'z-1',
  topic: 'Пожарная безопасность',
  hours: 3,
  present: ['l-1'],
  absent: [{ learner: 'l-3', code: 'б' }],
  reason: 'описка',
  signer: 'p-9',
  ground: { kind: 'certificate', number: '14', date: '2026-09-08' },
} as const;

async function withLesson(preset: RegulationPreset = regulation()) {
  const school = await openSchool(preset);
  const held = must(await school.journals.holdLesson({ ...lesson, id: 'z-1' }));
  return { ...school, held };
}

describe('D5, D7: a lesson is corrected by a line that names the first', () => {
  test('topic, hours, attendance read anew; the first line stays', async () => {
    const { journals, events, held } = await withLesson();
    const answer = must(await journals.correctLesson({ ...corrected, on: '2026-09-09' }));
    expect(answer).toMatchObject({ journal: 'm-1.safety.2026', lesson: 'z-1', revision: 1 });
    const [first, second] = await events('journal-m-1.safety.2026');
    expect(first?.data).toMatchObject({ topic: 'Вводный инструктаж', hours: 2 });
    expect(second).toMatchObject({
      type: 'LessonCorrected',
      occurredOn: '2026-09-07',
      refs: { ...first?.refs, learner: ['l-1', 'l-2', 'l-3'] },
      data: {
        corrects: held.eventId,
        actedOn: '2026-09-09',
        topic: 'Пожарная безопасность',
        hours: 3,
        present: ['l-1'],
        absent: [{ learner: 'l-3', code: 'б' }],
        kind: 'lesson',
        teacher: 'p-9',
        reason: 'описка',
        signer: { person: 'p-9', office: 'teacher' },
        edition: 1,
      },
    });
  });

  test('a second one names the first line too, and keeps all whom any line named', async () => {
    const { journals, events, held } = await withLesson();
    must(await journals.correctLesson(corrected));
    must(await journals.correctLesson({ ...corrected, absent: [], topic: 'Тема' }));
    expect((await events('journal-m-1.safety.2026')).at(-1)).toMatchObject({
      refs: { learner: ['l-1', 'l-2', 'l-3'] },
      data: { corrects: held.eventId, absent: [] },
    });
    must(
      await journals.annulLesson({
        journal: 'm-1.safety.2026',
        lesson: 'z-1',
        reason: 'дубль',
        signer: 'p-1',
      }),
    );
    expectRefused(await journals.correctLesson(corrected), 'lesson-annulled-already', 'z-1');
  });

  test('another teacher’s name is written only of who taught on that day', async () => {
    const { journals, officials } = await withLesson();
    must(await officials.appoint({ person: 'p-8', office: 'teacher', from: '2026-09-08' }));
    const other = await journals.correctLesson({ ...corrected, teacher: 'p-8' });
    expectRefused(other, 'not-appointed', 'p-8', '2026-09-07');
    must(await journals.correctLesson({ ...corrected, signer: 'p-8', on: '2026-09-08' }));
  });

  test('it is refused where it is nonsense', async () => {
    const { journals } = await withLesson();
    const refuses = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await journals.correctLesson({ ...corrected, ...change }), code, ...values);
    await refuses({ lesson: 'z-2' }, 'lesson-unknown', 'z-2', 'm-1.safety.2026');
    const moved = { lesson: 'z-2', lessonOn: '2026-09-08' };
    await refuses(moved, 'lesson-unknown', 'z-2', 'm-1.safety.2026');
    await refuses({ journal: 'm-9.safety.2026' }, 'group-unknown', 'm-9');
    await refuses({ reason: null }, 'reason-missing', 'z-1');
    await refuses({ signer: 'p-77' }, 'not-appointed', 'p-77');
    // A records keeper corrects attendance, and this corrects the topic too. RK 1.4.
    await refuses({ signer: 'p-5' }, 'lesson-corrected-in-parts', 'records-keeper', 'teacher');
    const attendance = { present: lesson.present, absent: [] };
    await refuses({ signer: 'p-5', ...attendance }, 'not-appointed', 'p-5');
    await refuses({ on: '2026-09-06' }, 'act-out-of-order', '2026-09-06', '2026-09-07');
    await refuses({ kind: 'walk' }, 'lesson-kind-unknown', 'walk', 'lecture');
    await refuses({ absent: [{ learner: 'l-2', code: 'х' }] }, 'attendance-code-unknown', 'х');
    await refuses({ absent: [{ learner: 'l-1', code: 'н' }] }, 'learner-listed-twice', 'l-1');
    await refuses({ hours: 0 }, 'invalid-input', 'hours');
  });

  test('sent twice it is written once', async () => {
    const { journals, store, events } = await withLesson();
    const once = { ...corrected, commandId: newCommandId(store.ports) };
    expect(must(await journals.correctLesson(once))).toEqual(
      must(await journals.correctLesson(once)),
    );
    expect(await events('journal-m-1.safety.2026')).toHaveLength(2);
  });
});

describe('D5 R5 §4.3.1, §4.5-4.6: journals differ in kind, not in shape', () => {
  const kinds = [
    { id: 'lesson', title: { ru: 'Урок', en: 'Lesson' } },
    { id: 'elective', title: { ru: 'Элективный курс', en: 'Elective course' } },
    { id: 'optional', title: { ru: 'Факультатив', en: 'Optional class' } },
    { id: 'extracurricular', title: { ru: 'Внеурочное занятие', en: 'Extracurricular' } },
    { id: 'circle', title: { ru: 'Кружок', en: 'Circle' } },
    { id: 'section', title: { ru: 'Секция', en: 'Section' } },
  ];

  test('each kind of the regulation is held in the same event and the same stream', async () => {
    const preset = regulation({ lessons: { ...r2.lessons, attendeesEnrolled: false, kinds } });
    const { journals, events } = await openSchool(preset);
    for (const { id: kind } of kinds) {
      must(await journals.holdLesson({ ...lesson, kind, id: `z-${kind}` }));
    }
    const held = await events('journal-m-1.safety.2026');
    expect(held.map(({ type }) => type)).toEqual(kinds.map(() => 'LessonHeld'));
    expect(held.map(({ data }) => (data as { kind: string }).kind)).toEqual(
      kinds.map(({ id }) => id),
    );
    const strange = await journals.holdLesson({ ...lesson, kind: 'lecture' });
    expectRefused(strange, 'lesson-kind-unknown', 'lecture', 'circle');
  });
});
