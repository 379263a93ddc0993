import type { JournalOptions } from '@letopis/forms';
import { journalHtml } from '@letopis/forms';
import type { JournalPage } from '@letopis/projections';
import type { ShownValue } from '@letopis/projections/reports';
import { describe, expect, test } from 'vitest';
import { cellsOf, rowsOf, tableOf, textOf } from './reading.ts';
import {
  basis,
  correction,
  corrected,
  keptJournal,
  mark,
  options,
  passed,
  result,
  sampleJournal,
} from './samples.ts';

const page = sampleJournal();
const text = journalHtml(page, options);
const html = (changed: JournalPage, more: Partial<JournalOptions> = {}): string =>
  journalHtml(changed, { ...options, ...more });

/** The journal with one learner, one column and these results in it. */
function onlyResult(...results: JournalPage['rows'][number]['cells'][number]['results']) {
  const [row, column] = [page.rows[0], page.columns[0]];
  if (row === undefined || column === undefined) throw new Error('the sample is empty');
  const corrections = results.flatMap((one) =>
    one.corrections.map((act, index) => ({
      line: index + 1,
      learner: row.learner,
      result: one,
      correction: act,
    })),
  );
  const rows = [{ ...row, cells: [{ column: column.key, attendance: null, results }] }];
  return { ...page, columns: [column], rows, corrections };
}

/** The cell with this state in the grid of marks. */
function gridCell(shown: string, state: string): string {
  const found = cellsOf(tableOf(shown, 'marks-1')).filter((cell) =>
    new RegExp(`data-state="[^"]*\\b${state}\\b`).test(cell),
  );
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

describe('the grid of attendance and marks', () => {
  test('has every learner on every sheet and every lesson date once', () => {
    const sheets = [1, 2].map((sheet) => tableOf(text, `marks-${sheet}`));
    for (const sheet of sheets) expect(rowsOf(sheet)).toHaveLength(30);
    const keys = page.columns.filter(({ annulled }) => !annulled).map(({ key }) => key);
    const heads = sheets.flatMap((sheet) =>
      [...sheet.matchAll(/<th scope="col" data-column="([^"]+)"/g)].map(([, key]) => key),
    );
    expect(heads.filter((key) => keys.includes(key ?? ''))).toEqual(keys);
  });

  test.each([1, 2, 5, 7, 100])('loses no date on sheets of %i dates', (datesPerSheet) => {
    const shown = html(page, { datesPerSheet });
    const heads = [...shown.matchAll(/<th scope="col" data-column="(lesson:[^"]+)"/g)];
    const held = page.columns.filter((column) => column.lesson !== null && !column.annulled);
    expect(heads.map(([, key]) => key)).toEqual(held.map(({ key }) => key));
    for (const [, sheet] of shown.matchAll(/data-table="marks-\d+">([\s\S]*?)<\/table>/g)) {
      const dates = sheet?.match(/<th scope="col" data-column="(lesson|planned):/g) ?? [];
      expect(dates.length).toBeLessThanOrEqual(datesPerSheet);
    }
  });

  test('shows every mark and every absence with the events that they come from', () => {
    const grid = [1, 2].map((sheet) => tableOf(text, `marks-${sheet}`)).join('');
    const cells = page.rows.flatMap((row) => row.cells);
    const behind = cells.flatMap(({ results, attendance }) => [
      ...results.flatMap(({ events }) => events),
      ...(attendance === null ? [] : [attendance.source]),
    ]);
    expect(behind.filter(({ event }) => !grid.includes(event))).toEqual([]);
    const shown = cellsOf(grid).filter((cell) => /data-state="[^"]*\bmark\b/.test(cell));
    const marks = cells.filter(({ results }) =>
      results.some(({ recorded }) => recorded.outcome === 'mark'),
    );
    expect(shown).toHaveLength(marks.length);
  });

  test('shades the days on which a learner was not in the group', () => {
    const row = rowsOf(tableOf(text, 'marks-1'))[13] ?? '';
    expect(row.match(/data-state="outside"/g)).toHaveLength(7);
    expect(textOf(row)).toContain('из группы «Н-2/2026» с 05.10.2026');
  });

  test('has room for the longest words of a corrected mark', () => {
    const words = 'девяносто четыре';
    const value: ShownValue = {
      outcome: 'mark',
      mark: { scale: 'p', value: '94', digits: '94', words, passes: true, points: '94' },
    };
    const one = page.corrections[0];
    if (one === undefined) throw new Error('the sample has no corrections');
    const line = { ...one, correction: { ...one.correction, after: value } };
    const sheets = html({ ...page, corrections: [line] }).match(/data-table="marks-/g) ?? [];
    expect(sheets).toHaveLength(3);
    expect(text.match(/data-table="marks-/g)).toHaveLength(2);
  });
});

describe('R2 §2.3 (correction): a corrected mark', () => {
  const first = result('2026-09-19', mark('3'));
  const act = correction(mark('3'), mark('4'));

  test('stands struck through beside the new one in digits and in words, with its number', () => {
    const cell = gridCell(html(onlyResult(corrected(first, act))), 'corrected');
    expect(cell).toContain('<s>3</s>');
    expect(cell).toContain('<b>4</b><sup>1)</sup>');
    expect(cell).toContain('(четыре)');
  });

  test('has its line on the sheet of corrections, with reason, position and room to sign', () => {
    const table = tableOf(html(onlyResult(corrected(first, act))), 'corrections');
    const [row = ''] = rowsOf(table);
    expect(cellsOf(row).map(textOf)).toEqual([
      '1',
      '12.11.2026',
      'Абдурахманова Анна Петровна',
      '19.09.2026 Текущий контроль',
      '3',
      'три',
      '4',
      'четыре',
      'арифметическая ошибка при подсчёте баллов за практическую часть',
      'Семёнова-Тян-Шанская Екатерина Владимировна доцент кафедры охраны труда',
      '',
      'исправлено',
    ]);
    for (const cell of [0, 6, 7]) expect(cellsOf(row)[cell]).toContain(act.source.event);
  });

  test('corrected again shows both earlier values, the last one in force', () => {
    const again = correction(mark('4'), mark('5'));
    const cell = gridCell(html(onlyResult(corrected(corrected(first, act), again))), 'corrected');
    expect(cell).toContain('<s>3</s> <s>4</s>');
    expect(cell).toContain('<b>5</b><sup>2)</sup>');
  });

  test('that waits for its countersignature stays as it was, and is marked', () => {
    const waiting = correction(mark('3'), mark('4'), { state: 'waiting' });
    const cell = gridCell(html(onlyResult(corrected(first, waiting))), 'waiting');
    expect(textOf(cell)).toBe('3 → 4?1)');
    expect(cell).not.toContain('<s>');
  });

  test('that was declined stays as it was, and refers to its line', () => {
    const declined = correction(mark('3'), mark('4'), { state: 'declined' });
    const shown = html(onlyResult(corrected(first, declined)));
    expect(textOf(gridCell(shown, 'mark'))).toBe('31)');
    expect(textOf(tableOf(shown, 'corrections'))).toContain('отклонено');
  });

  test('RK 1.9: after the archive says so, and where its paper lies', () => {
    const late = { ...act, afterArchive: true, groundAt: 'архив, оп. 2, д. 14' };
    const shown = textOf(tableOf(html(onlyResult(corrected(first, late))), 'corrections'));
    expect(shown).toContain('после приёма архивом; основание хранится: архив, оп. 2, д. 14');
  });

  test('whose reason was erased keeps its line', () => {
    const erased = { ...act, reason: { text: null, erased: true } };
    const shown = tableOf(html(onlyResult(corrected(first, erased))), 'corrections');
    expect(textOf(shown)).toContain('четыре сведения удалены');
  });
});

describe('other results', () => {
  test('an annulled one is struck through and listed apart', () => {
    const row = rowsOf(tableOf(text, 'annulments'))[0] ?? '';
    expect(cellsOf(row).map(textOf).slice(0, 9)).toEqual([
      'А1',
      '20.11.2026',
      'Ёлкин Владислав Константинович',
      '19.09.2026 Текущий контроль',
      '3',
      'три',
      '–',
      'аннулировано',
      'оценка внесена не тому слушателю',
    ]);
    expect(textOf(gridCell(text, 'annulled'))).toBe('3 аннул.А1)');
  });

  test('a credited one is marked as such', () => {
    expect(text).toMatch(/data-state="credited"[^>]*>5<br><span class="quiet">зач\.<\/span>/);
  });

  test('one without digits is written in words, once', () => {
    const act = correction(mark('3'), passed);
    const shown = html(onlyResult(corrected(result('2026-09-19', mark('3')), act)));
    expect(textOf(gridCell(shown, 'corrected'))).toBe('3 зачтено1)');
  });
});

describe('the other parts', () => {
  test('a lesson recorded in error keeps its line, and no column', () => {
    const wrong = rowsOf(tableOf(text, 'lesson-contents')).at(-1) ?? '';
    expect(wrong).toContain('<s>Занятие, которого не было</s>');
    expect(textOf(wrong)).toContain('запись аннулирована 20.11.2026');
    expect(text).toContain('проведено занятий: 24, часов: 48');
    expect(text.match(/data-column="lesson:/g)).toHaveLength(48);
  });

  test('the roster names the orders', () => {
    const roster = textOf(tableOf(text, 'roster'));
    expect(roster).toContain('01.09.2026, приказ № 112-о от 01.09.2026');
    expect(roster).toContain('16.11.2026, приказ № 171-о от 13.11.2026');
  });

  test('the legend tells the codes that occur, in one place', () => {
    const legend = textOf(/data-part="legend">([\s\S]*?)<\/section>/.exec(text)?.[1] ?? '');
    expect(legend).toContain('н – отсутствовал без уважительной причины');
    expect(legend).toContain('К1 – Контрольная работа № 1 «Риски», 13.10.2026');
  });

  test('an erased learner keeps line and marks', () => {
    const row = rowsOf(tableOf(text, 'marks-1'))[17] ?? '';
    expect(textOf(row)).toMatch(/^18 сведения удалены/);
    expect(row).toMatch(/data-state="mark"/);
  });

  test('a learner without a name is named by the id', () => {
    const rows = page.rows.map((row) => ({
      ...row,
      learner: { person: row.learner.person, text: null, erased: false },
    }));
    const shown = rowsOf(tableOf(html({ ...page, rows }), 'marks-1'));
    expect(textOf(shown[0] ?? '')).toMatch(/^1 l-1\b/);
  });

  test('an empty journal says so in each table', () => {
    const none = { ...page, columns: [], rows: [], lessons: [], corrections: [], teachers: [] };
    const shown = html(none);
    for (const word of ['В группе никого нет', 'Занятий не было', 'Исправлений нет']) {
      expect(shown).toContain(word);
    }
  });
});

describe('in English', () => {
  const english = html(page, { language: 'en' });

  test('headings, states and days are English', () => {
    expect(english).toContain('<html lang="en">');
    const words = textOf(english.replace(/<style>[\s\S]*<\/style>/, ''));
    for (const word of [
      'Lesson journal',
      'Full name',
      'Sheet of corrections',
      'in words',
      'Roster',
      'waits for countersignature',
      '20 December 2026',
      'data erased',
    ]) {
      expect(words).toContain(word);
    }
    expect(english).toContain('content: "Sheet\\20 " counter(page)');
  });

  test('no Russian heading is left', () => {
    for (const [, heading] of english.matchAll(/<th scope="col(?:group)?"[^>]*>([^<]*)</g)) {
      expect(heading).not.toMatch(/[а-яё]/i);
    }
  });
});

test('a page without basis says so with dashes', () => {
  const nothing = { ...basis, last: null, recordedAt: null, digest: null, on: null };
  const shown = html({ ...page, basis: nothing });
  expect(textOf(shown)).toContain('по всем внесённым фактам');
  expect(shown).toContain('data-last="–"');
});

describe('RK 4 no. 4, 5: a journal that is handed over or continued', () => {
  const kept = keptJournal();
  const shown = html(kept);

  test('the head names both other journals with lessons and hours, and adds up the hours', () => {
    const seen = textOf(shown);
    expect(seen).toContain(
      'Продолжение журнала журнал группы «Н-2/2026» с 01.10.2026 (занятий: 12, часов: 24)',
    );
    expect(seen).toContain('Продолжен в журнал группы «m-3» с 21.12.2026 (занятий: 24, часов: 48)');
    expect(seen).toContain('52 / 72 (в том числе перенесено 24)');
    expect(textOf(text)).toContain('52 / 48');
    expect(textOf(text)).not.toMatch(/Продолжен|перенесено/);
  });

  test('each line says from whom to whom, from which day, by which paper, and who signed', () => {
    const rows = rowsOf(tableOf(shown, 'journal-keeping')).map((row) => cellsOf(row).map(textOf));
    const signed = 'Орлов Игорь Борисович, руководитель';
    const was = 'Семёнова-Тян-Шанская Екатерина Владимировна → Белов Пётр Ильич';
    expect(rows).toEqual([
      [
        '01.10.2026',
        'Продолжение журнала группы «Н-2/2026»; перенесено занятий: 12, часов: 24',
        'приказ № 30-уч от 30.11.2026',
        signed,
      ],
      [
        '20.10.2026',
        `Журнал передан: ${was} ` +
          'Аннулировано с начала 21.10.2026, Орлов Игорь Борисович: не тот журнал',
        '–',
        signed,
      ],
      ['02.11.2026', `Журнал передан: ${was}`, 'акт № 1-пж от 01.11.2026', signed],
      [
        '21.12.2026',
        'Журнал продолжен в журнале группы «m-3»; перенесено занятий: 24, часов: 48',
        'приказ № 30-уч от 30.11.2026',
        signed,
      ],
    ]);
  });

  test('what was annulled is struck through; every line names its events', () => {
    const table = tableOf(shown, 'journal-keeping');
    expect(table.match(/<s>/g)).toHaveLength(3);
    const sources = kept.keeping.flatMap(({ source, annulled }) => [source, annulled?.source]);
    const events = sources.flatMap((one) => one?.event ?? []);
    expect(events).toHaveLength(5);
    expect(events.filter((event) => !table.includes(event))).toEqual([]);
    expect(text).not.toContain('data-table="journal-keeping"');
  });

  test('in English too', () => {
    const seen = textOf(html(kept, { language: 'en' }));
    expect(seen).toContain('Continued in the journal of group "m-3"; carried over: 24 lessons');
    expect(seen).toContain('Continues the journal of group "Н-2/2026"');
    expect(seen).toContain('Journal handed over: Семёнова-Тян-Шанская');
  });
});
