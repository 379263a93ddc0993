import type { JournalPage } from '@letopis/projections';
import type { JournalLesson } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Column, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { nameRun } from '../tables/labels.ts';

/**
 * Makes the table of lesson contents: day, topic, kind, hours, homework, teacher, and room for the
 * teacher's signature. An annulled lesson keeps its row, struck through, and counts in no sum; one
 * for one learner alone says so, and is summed up apart. Source: domain D5, R2 §2.2.
 */
export function lessonsTable(page: JournalPage, labels: Labels): Table {
  const { lessons } = page;
  return {
    key: 'lesson-contents',
    caption: caption(page, labels),
    columns: columns(labels),
    rows: lessons.map((lesson) => row(lesson, labels)),
    empty: labels.say('noLessons'),
  };
}

function caption({ lessons, hoursHeld, heldAlone }: JournalPage, { say }: Labels): string {
  const inClass = lessons.filter((one) => one.annulled === null && one.individual === null);
  const text = say('lessonContents', inClass.length, hoursHeld);
  const alone = heldAlone.lessons;
  return alone === 0 ? text : say('lessonContentsAlone', text, alone, heldAlone.hours);
}

function columns({ say }: Labels): readonly Column[] {
  return [
    { key: 'line', heading: say('number'), widthMm: 9, align: 'center' },
    { key: 'date', heading: say('date'), widthMm: 19, align: 'center' },
    { key: 'topic', heading: say('topic') },
    { key: 'lessonKind', heading: say('lessonKind'), widthMm: 27 },
    { key: 'hours', heading: say('hours'), widthMm: 12, align: 'center' },
    { key: 'attended', heading: say('attended'), widthMm: 18, align: 'center' },
    { key: 'homework', heading: say('homework'), widthMm: 50 },
    { key: 'teacher', heading: say('teacher'), widthMm: 34 },
    { key: 'signature', heading: say('teacherSignature'), widthMm: 26 },
  ];
}

function row(lesson: JournalLesson, labels: Labels): readonly Cell[] {
  const { say, titled } = labels;
  const { annulled, source, presentCount, absentCount } = lesson;
  const events = [source.event, ...(annulled === null ? [] : [annulled.source.event])];
  const about = { events, ...(annulled === null ? {} : { state: 'annulled' }) };
  const lessonCell = (text: string | number): Cell => ({
    lines: [[struckIf(annulled, text)]],
    ...about,
  });
  const topic: Cell = {
    lines: [
      [struckIf(annulled, lesson.topic)],
      ...mode(lesson, labels),
      ...trace(lesson, labels),
      ...individual(lesson, labels),
      ...annulment(lesson, labels),
    ],
    ...about,
  };
  return [
    cell(lesson.line),
    lessonCell(shortDate(lesson.on)),
    topic,
    lessonCell(titled(lesson.kindTitle, lesson.kind)),
    lessonCell(lesson.hours),
    lessonCell(say('presentOf', presentCount, presentCount + absentCount)),
    lesson.homework === null ? cell(null) : lessonCell(lesson.homework),
    { lines: [[nameRun(lesson.teacher, say)], ...substitution(lesson, labels)], ...about },
    cell(null),
  ];
}

function struckIf(annulled: JournalLesson['annulled'], text: string | number): Run {
  return annulled === null ? { text: String(text) } : { text: String(text), as: 'struck' };
}

/** The text under the topic of a lesson whose mode is named: the mode and its order. */
function mode({ mode: id, modeTitle, modeGround }: JournalLesson, labels: Labels) {
  if (id === undefined) return [];
  const order = labels.ground(modeGround);
  const text = labels.titled(modeTitle, id) + (order === '' ? '' : `, ${order}`);
  return [[{ text, as: 'quiet' }]] satisfies readonly Run[][];
}

/** The text under the topic of a lesson whose attendance was found by a trace. RK 4 no. 6. */
function trace({ attendanceBy }: JournalLesson, { say }: Labels): readonly Run[][] {
  if (attendanceBy === undefined) return [];
  return [[{ text: say('attendanceBy', attendanceBy), as: 'quiet' }]];
}

/** The text under the topic of a lesson for one learner alone: for whom. 273-FZ art. 17. */
function individual({ individual: learner }: JournalLesson, { say }: Labels): readonly Run[][] {
  if (learner === null) return [];
  return [[{ text: `${say('lessonAlone')} `, as: 'quiet' }, nameRun(learner, say)]];
}

/** The text under the teacher's name: whose lesson it was. */
function substitution({ substituteFor }: JournalLesson, { say }: Labels): readonly Run[][] {
  if (substituteFor === null) return [];
  return [[{ text: `${say('substituteFor')} `, as: 'quiet' }, nameRun(substituteFor, say)]];
}

/** The text under the topic of an annulled lesson: when, by whom and why. */
function annulment({ annulled }: JournalLesson, { say }: Labels): readonly Run[][] {
  if (annulled === null) return [];
  const { actedOn, reason, signer, moved } = annulled;
  const why = reason === null ? '' : `: ${reason}`;
  return [
    [
      {
        text: `${say(moved ? 'lessonMoved' : 'lessonAnnulled', shortDate(actedOn))}, `,
        as: 'quiet',
      },
      nameRun(signer.name, say),
      { text: why, as: 'quiet' },
    ],
  ];
}
