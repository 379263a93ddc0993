import { personalFileHtml } from '@letopis/forms';
import type { AnnulledFileEntry } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { cellsOf, rowsOf, tableOf, textOf } from './reading.ts';
import { erasedFile, options, sampleFile } from './samples.ts';

const page = sampleFile();
const text = personalFileHtml(page, options);

describe('cover and inventory', () => {
  test('the cover names the file, its days and its sheets', () => {
    const seen = textOf(text);
    expect(seen).toContain('Личное дело № 05-12/2026/17');
    expect(seen).toContain('Крайние даты 01.09.2026 – 20.12.2026');
    expect(seen).toContain('Листов 12');
    expect(seen).toContain('Хранение принято архивом 15.01.2027 (передача tr-2026-1)');
  });

  test('the inventory numbers the sheets through and spells the totals', () => {
    const rows = rowsOf(tableOf(text, 'inventory')).map((row) => cellsOf(row).map(textOf));
    expect(rows.map(([line, , , , sheets]) => [line, sheets])).toEqual([
      ['1', '1'],
      ['2', '2–5'],
      ['3', '6–7'],
      ['4', '8–10'],
      ['5', '11'],
      ['6', '12'],
    ]);
    expect(rows[1]).toContain('Договор об оказании платных образовательных услуг с приложениями');
    expect(textOf(text)).toContain('Итого: документов 6 (шесть), листов 12 (двенадцать).');
  });
});

test('RK 1.8: an entry of the file that was annulled stands below, struck through', () => {
  const [volume] = page.files;
  const entered = volume?.inventory[1];
  if (volume === undefined || entered === undefined) throw new Error('no second document');
  const { file, learner } = entered.data;
  const by = { signer: { person: 'p-1', office: 'head', position: null }, edition: 1 };
  const about = { corrects: entered.source.event, entry: entered.type, replacedBy: null };
  const annulment: AnnulledFileEntry['annulment'] = {
    ...entered,
    type: 'FileEntryAnnulled',
    source: { ...entered.source, event: 'a-1' },
    data: { file, learner, ...about, ...by, actedOn: '2026-12-19' },
  };
  const fact = { ...entered, on: '2026-09-03' };
  const withAnnulled = { ...volume, annulled: [{ fact, annulment }] };
  const shown = personalFileHtml({ ...page, files: [withAnnulled] }, options);
  expect(shown).toContain('<s>03.09.2026 документ внесён в опись (№ 2)</s>');
  expect(textOf(shown)).toContain('(№ 2) аннулировано 19.12.2026 как внесённое ошибочно');
  expect(shown).toContain(`data-events="${entered.source.event} a-1"`);
  expect(text).not.toContain('inventory-annulled');
});

test('D4: a leave has the title that the regulation gives its reason', () => {
  const reasonTitle = { ru: 'Военная служба', en: 'Military service' };
  const enrollments = page.enrollments.map((one) => ({
    ...one,
    steps: one.steps.map((shown) =>
      shown.step.type === 'Suspended' ? { ...shown, reasonTitle } : shown,
    ),
  }));
  const shown = textOf(personalFileHtml({ ...page, enrollments }, options));
  expect(shown).toContain('Отпуск: Военная служба до 01.11.2026');
});

describe('the story', () => {
  test('every step stands with its order and names its event', () => {
    const rows = rowsOf(tableOf(text, 'steps-1'));
    expect(rows.map((row) => textOf(row))).toEqual([
      '01.09.2026 Зачисление в группу «Н-2/2026»; обучение с 07.09.2026 ' +
        'приказ № 112-о от 01.09.2026 01.09.2026',
      '05.10.2026 Перевод из группы «Н-2/2026» в группу «Н-1/2026» ' +
        'приказ № 130-п от 02.10.2026 17.10.2026 внесено позже на 12 дн.',
      '20.10.2026 Отпуск: академический отпуск до 01.11.2026 ' +
        'приказ № 140-п от 19.10.2026 20.10.2026',
      '02.11.2026 Восстановление в группе «Н-1/2026» ' + 'приказ № 150-п от 01.11.2026 02.11.2026',
      '20.12.2026 Обучение завершено (с отличием) приказ № 190-о от 19.12.2026 20.12.2026',
    ]);
    const steps = page.enrollments[0]?.life.steps ?? [];
    expect(steps).toHaveLength(5);
    for (const { source } of steps) expect(tableOf(text, 'steps-1')).toContain(source.event);
  });

  test('RK 1.5: the days of effect, paper and entry have columns; late ones are marked', () => {
    const table = tableOf(text, 'steps-1');
    expect(textOf(table)).toContain('День действия Событие Основание и его дата День внесения');
    const late = cellsOf(table).filter((cell) => cell.includes('data-state="late"'));
    expect(late.map(textOf)).toEqual(['17.10.2026 внесено позже на 12 дн.']);
    const english = tableOf(personalFileHtml(page, { ...options, language: 'en' }), 'steps-1');
    expect(textOf(english)).toContain('Day of effect Act Ground and its date Day of entry');
    expect(textOf(english)).toContain('entered 12 days late');
  });

  test('a corrected result shows what stands, and was and is in digits and in words', () => {
    const [row = ''] = rowsOf(tableOf(text, 'results-1'));
    const cells = cellsOf(row);
    expect(cells.slice(3, 5).map(textOf)).toEqual(['4', 'четыре']);
    expect(cells[6]).toContain('<s>3 (три)</s> → <b>4 (четыре)</b>');
    expect(textOf(cells[6] ?? '')).toMatch(/^12\.11\.2026: .*исправлено; Семёнова-Тян-Шанская/);
  });

  test('what waits, was declined or annulled leaves the mark as it was', () => {
    const rows = rowsOf(tableOf(text, 'results-1')).map((row) => cellsOf(row).map(textOf));
    expect(rows[1]?.slice(3, 5)).toEqual(['3', 'три']);
    expect(rows[1]?.[6]).toContain('ждёт утверждения');
    expect(rows[2]?.slice(3, 5)).toEqual(['–', 'аннулировано']);
    expect(rows[4]?.slice(3, 5)).toEqual(['3', 'три']);
    expect(rows[4]?.[6]).toContain('отклонено');
  });

  test('a credit names its source; a module without results says so', () => {
    const rows = rowsOf(tableOf(text, 'results-1')).map(textOf);
    expect(rows.find((row) => row.startsWith('Правовые основы'))).toContain(
      'зачтено: УрФУ диплом 107704 0012345 30.06.2025',
    );
    expect(rows.at(-1)).toMatch(/^Стажировка .*Результатов нет$/);
  });

  test('every event behind a result is named', () => {
    const events = page.enrollments
      .flatMap(({ modules }) => modules.flatMap(({ results }) => results))
      .flatMap((result) => result.events.map(({ event }) => event));
    expect(events.length).toBeGreaterThan(10);
    expect(events.filter((event) => !text.includes(event))).toEqual([]);
  });

  test('a commendation stands with its order, merit and presentation', () => {
    expect(textOf(tableOf(text, 'commendations'))).toContain(
      'Почётная грамота за успехи в освоении программы и помощь товарищам по группе ' +
        'Ведомость итоговой аттестации № 4 от 14.12.2026 ' +
        'приказ № 15-п от 18.12.2026 20.12.2026 вручено',
    );
  });
});

describe('after an erasure', () => {
  const erased = personalFileHtml(erasedFile(), options);

  test('personal data stand as «сведения удалены», the facts stay', () => {
    for (const gone of ['Константинопольская', '1987', '112-233-445', 'konst@', '+7 900']) {
      expect(text).toContain(gone);
      expect(erased).not.toContain(gone);
    }
    expect(textOf(erased)).toContain('ФИО сведения удалены Дата рождения сведения удалены СНИЛС');
    expect(tableOf(erased, 'results-1')).toBe(tableOf(text, 'results-1'));
  });

  test('documents of the file and of a commendation lose their words, not their lines', () => {
    const rows = rowsOf(tableOf(erased, 'inventory')).map((row) => cellsOf(row).map(textOf));
    const gone = 'сведения удалены';
    expect(rows.slice(0, 2)).toEqual([
      ['1', '–', '28.08.2026', gone, '1', '1', 'бумажный, подлинник'],
      ['2', gone, '29.08.2026', gone, '2–5', '4', 'бумажный, подлинник'],
    ]);
    expect(erased).not.toContain('Копия диплома');
    expect(textOf(tableOf(erased, 'commendations'))).toContain(
      `Почётная грамота ${gone} приказ № 15-п`,
    );
    expect(erased).not.toContain('Ведомость итоговой аттестации');
  });
});
