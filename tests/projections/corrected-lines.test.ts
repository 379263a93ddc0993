import { journalPage } from '@letopis/projections';
import { journal, journalKey, personalFile, personalFileKey } from '@letopis/projections/views';
import { describe, expect, it } from 'vitest';
import { openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

const signer = { person: 't-1', office: 'teacher', position: null };

describe('P1 a corrected lesson', () => {
  it('reads as corrected on its own day, and keeps the line before', async () => {
    const academy = openAcademy();
    academy.enroll('l-1.p-1.1', 'g-1', '2026-09-01');
    academy.enroll('l-2.p-1.1', 'g-1', '2026-09-01');
    const held = academy.lesson('g-1', 'z-1', '2026-09-07', ['l-1', 'l-2']);
    const { id: corrects, data, refs } = held;
    academy.add(
      'LessonCorrected',
      '2026-09-07',
      {
        ...data,
        corrects,
        actedOn: '2026-09-09',
        topic: 'Тема иная',
        hours: 3,
        present: ['l-2'],
        absent: [{ learner: 'l-1', code: 'б' }],
        reason: 'описка',
        signer,
      },
      { refs, stream: held.stream },
    );
    const reader = readerOver(academy.events);
    const page = await journalPage(reader, { group: 'g-1', module: 'safety' });
    expect(
      page.lessons.map(({ topic, hours, presentCount, absentCount }) => [
        topic,
        hours,
        presentCount,
        absentCount,
      ]),
    ).toEqual([['Тема иная', 3, 1, 1]]);
    expect(page.hoursHeld).toBe(3);
    const cells = page.rows.map(({ cells: [cell] }) => cell?.attendance?.code);
    expect(cells).toEqual([null, 'б']);
    expect(page.rows.map(({ attendance }) => attendance.lessonsAttended)).toEqual([1, 0]);
    const view = await reader.get(journal, journalKey.lessons('g-1', 'safety'));
    expect(view?.kind === 'lessons' && view.lessons[0]?.before[0]?.data.entry.topic).toBe(
      data.topic,
    );
  });
});

describe('P3 the inventory of a personal file', () => {
  it('reads as corrected; what left the file keeps its line', async () => {
    const academy = openAcademy();
    const whose = { file: 'l-1.1', learner: 'l-1' };
    academy.add('FileOpened', '2026-09-01', { ...whose, number: '1', index: null });
    const line = {
      title: { value: 'Диплом' },
      date: null,
      sheets: 3,
      medium: 'paper',
      original: true,
    };
    const first = academy.add('FileDocumentAdded', '2026-09-02', {
      ...whose,
      item: 1,
      ...line,
      about: null,
    });
    const acts = { stream: 'academy.file-l-1.1' };
    academy.add(
      'InventoryLineCorrected',
      '2026-09-02',
      {
        ...whose,
        item: 1,
        corrects: first.id,
        actedOn: '2026-09-05',
        ...line,
        sheets: 4,
        signer,
        edition: 1,
      },
      acts,
    );
    academy.add(
      'FileDocumentRemoved',
      '2026-09-10',
      {
        ...whose,
        item: 1,
        replacedBy: null,
        reason: { value: 'возвращён' },
        signer,
        edition: 1,
      },
      acts,
    );
    const card = await readerOver(academy.events).get(personalFile, personalFileKey.card('l-1'));
    const [file] = card?.kind === 'card' ? card.files : [];
    expect(file?.inventory.map(({ data }) => [data.item, data.sheets])).toEqual([[1, 4]]);
    expect(file?.removed.map(({ on, data }) => [on, data.item])).toEqual([['2026-09-10', 1]]);
  });
});
