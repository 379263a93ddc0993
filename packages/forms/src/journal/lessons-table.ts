import type { Personal } from '@letopis/core';
import type { LessonRecord, RegulationTitles } from '@letopis/projections';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../words/labels.ts';
import { personalRun } from '../words/labels.ts';

/**
 * The contents of the lessons: day, topic, kind, hours, homework, teacher, and room for the
 * teacher's signature. A lesson recorded in error keeps its line, struck through, and counts in no
 * sum. Source: domain D5, R2 §2.2.
 */
export function lessonsTable(
  lessons: readonly LessonRecord[],
  titles: RegulationTitles,
  person: (id: string) => Personal<string> | null,
  { say, titled }: Labels,
): Table {
  const held = lessons.filter(({ annulled }) => annulled === null);
  const hours = held.reduce((sum, { held: { data } }) => sum + data.hours, 0);
  return {
    key: 'lesson-contents',
    caption: say('lessonContents', held.length, hours),
    columns: [
      { key: 'line', heading: say('line'), widthMm: 9, align: 'center' },
      { key: 'date', heading: say('date'), widthMm: 20, align: 'center' },
      { key: 'topic', heading: say('topic') },
      { key: 'lessonKind', heading: say('lessonKind'), widthMm: 27 },
      { key: 'hours', heading: say('hours'), widthMm: 12, align: 'center' },
      { key: 'homework', heading: say('homework'), widthMm: 55 },
      { key: 'teacher', heading: say('teacher'), widthMm: 34 },
      { key: 'signature', heading: say('teacherSignature'), widthMm: 25 },
    ],
    rows: lessons.map(({ held: { data, on, source }, annulled }, index): readonly Cell[] => {
      const events = [source.event, ...(annulled === null ? [] : [annulled.source.event])];
      const about =
        annulled === null
          ? { events }
          : { events, state: 'annulled', title: annulled.data.reason };
      const told = (text: string | number): Cell => ({
        lines: [[{ text: String(text), ...(annulled === null ? {} : { as: 'struck' as const }) }]],
        ...about,
      });
      const topic = told(data.topic);
      const why = annulled === null ? [] : [[{ text: annulment(annulled.data), as: 'quiet' as const }]];
      return [
        cell(index + 1),
        told(shortDate(on)),
        { ...topic, lines: [...topic.lines, ...why] },
        told(titled(titles.lessonKinds, data.kind)),
        told(data.hours),
        cell(data.homework, { events }),
        { lines: [[personalRun(person(data.teacher), say)]], events },
        cell(null),
      ];
    }),
    empty: say('noLessons'),
  };

  function annulment({ actedOn, reason }: { actedOn: string; reason: string }): string {
    return say('lessonAnnulled', shortDate(actedOn), reason);
  }
}
