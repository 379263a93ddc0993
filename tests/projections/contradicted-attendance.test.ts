import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { openDebtsOf } from '../domain/worlds/debt-academy.ts';
import { withLearner } from '../domain/worlds/enrollment-academy.ts';
import { lesson as ofDay, linesOf, pageOf } from './contradictions.ts';

/* What rests on the attendance of a lesson, after it was corrected. RK 1.4. */

const on = ofDay.on;
const absent = (code: string) => ({ present: [], absent: [{ learner: 'l-1', code }] });
const there = { present: ['l-1'], absent: [] };
const lesson = { ...ofDay, group: 'm-1', module: 'safety' };
const ground = { kind: 'certificate', number: '14', date: '2026-11-12' } as const;
const line = (standing: string, later: string) => ['absence-against-lesson', on, standing, later];

/** An interim absence «н» of a lesson with «н», and how both are corrected. */
async function missed() {
  const academy = await withLearner();
  const { assessments, journals, id: enrollment } = academy;
  const { journal, lesson: id } = must(await journals.holdLesson({ ...lesson, ...absent('н') }));
  const basis = { kind: 'lesson', id } as const;
  const sent = { enrollment, module: 'safety', kind: 'interim', on, assessor: 'p-9', basis };
  const { eventId: replaces } = must(
    await assessments.record({ ...sent, outcome: 'absent', reason: 'н' }),
  );
  const by = { reason: 'справка', signer: 'p-9', ground };
  const said = { journal, lesson: id, topic: 'Т1', hours: 1, teacher: 'p-9' };
  const attend = async (entry: object) =>
    must(await journals.correctLesson({ ...said, ...absent('н'), ...entry, ...by }));
  const excuse = async (code: string) =>
    must(await assessments.correctAbsence({ enrollment, replaces, code, ...by }));
  const toMark = { enrollment, replaces, value: '4', words: 'четыре', basis, ...by };
  return { ...academy, replaces, attend, excuse, toMark, id: enrollment };
}

describe('RK 1.4: an absence beside a lesson whose attendance was corrected', () => {
  test('absent → ill: listed, and gone with the debt when the absence follows', async () => {
    const academy = await missed();
    expect(await linesOf(academy)).toEqual([]);
    await academy.attend(absent('б'));
    expect(await linesOf(academy)).toEqual([line('AssessmentRecorded', 'LessonCorrected')]);
    const { lines } = await pageOf(academy);
    expect(lines).toMatchObject([
      {
        module: 'safety',
        clause: expect.stringContaining('RK 1.4') as string,
        toDo: {
          ru: expect.stringContaining('correctAbsence') as string,
          en: expect.stringContaining('correctAbsence') as string,
        },
      },
    ]);
    expect(await openDebtsOf(academy)).toHaveLength(1);
    await academy.excuse('б');
    expect(await linesOf(academy)).toEqual([]);
    expect(await openDebtsOf(academy)).toEqual([]);
  });

  test('the other order: the absence is excused, and the lesson has «н» yet', async () => {
    const academy = await missed();
    await academy.excuse('б');
    expect(await linesOf(academy)).toEqual([line('LessonHeld', 'AbsenceCorrected')]);
    await academy.attend(absent('б'));
    expect(await linesOf(academy)).toEqual([]);
  });

  test('absent → present: listed until the absence is a mark, or annulled', async () => {
    const academy = await missed();
    await academy.attend(there);
    expect(await linesOf(academy)).toEqual([line('AssessmentRecorded', 'LessonCorrected')]);
    must(await academy.assessments.correct(academy.toMark));
    expect(await linesOf(academy)).toEqual([]);

    const other = await missed();
    await other.attend(there);
    const { replaces: result, id: enrollment } = other;
    const annul = { enrollment, result, reason: 'был на уроке', signer: 'p-1' };
    must(await other.assessments.annul(annul));
    expect(await linesOf(other)).toEqual([]);
    expect(await openDebtsOf(other)).toEqual([]);
  });

  test('an absence from another lesson of the day does not stand for the named one', async () => {
    const academy = await missed();
    must(await academy.journals.holdLesson({ ...lesson, ...absent('н'), number: 2 }));
    await academy.attend(there);
    expect(await linesOf(academy)).toEqual([line('AssessmentRecorded', 'LessonCorrected')]);
  });
});

/** An interim absence «н» without a basis, or with one. */
async function away(basis: { kind: string; number: string; date: string } | null = null) {
  const academy = await withLearner();
  const sent = { enrollment: academy.id, module: 'safety', kind: 'interim', on };
  const by = { assessor: 'p-9', basis };
  must(await academy.assessments.record({ ...sent, outcome: 'absent', reason: 'н', ...by }));
  return academy;
}

describe('RK 1.4: a lesson entered late beside an absence', () => {
  test('it lists the learner as present, unless another of the day does not', async () => {
    const academy = await away();
    must(await academy.journals.holdLesson({ ...lesson, ...there, number: 1 }));
    expect(await linesOf(academy)).toEqual([line('AssessmentRecorded', 'LessonHeld')]);
    must(await academy.journals.holdLesson({ ...lesson, present: [], number: 2 }));
    expect(await linesOf(academy)).toEqual([]);
  });

  test('an absence that a sheet says is of no lesson', async () => {
    const academy = await away({ kind: 'sheet', number: '4', date: on });
    must(await academy.journals.holdLesson({ ...lesson, ...there }));
    expect(await linesOf(academy)).toEqual([]);
  });
});
