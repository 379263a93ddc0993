import { correctionsHtml, selfEvaluationHtml } from '@letopis/forms';
import { describe, expect, test } from 'vitest';
import { cellsOf, rowsOf, tableOf, textOf } from './reading.ts';
import { options, sampleCorrections, sampleEvaluation } from './samples.ts';

describe('P10 R1 §4/5.5: the self-evaluation report', () => {
  const page = sampleEvaluation();
  const text = selfEvaluationHtml(page, options);
  const rows = [1, 2, 3, 4].flatMap((part) => rowsOf(tableOf(text, `indicators-${part}`)));
  const rowOf = (number: string): readonly string[] =>
    cellsOf(rows.find((row) => cellsOf(row).map(textOf)[0] === number) ?? '');

  test('has every indicator of the annex once, in its order, with name and unit', () => {
    expect(rows.map((row) => cellsOf(row).map(textOf).slice(0, 3))).toEqual(
      page.lines.map(({ number, ru, unit }) => [number, ru.replaceAll(/\s+/g, ' '), unit.ru]),
    );
  });

  test('a computed number stands with its share, and the records behind it', () => {
    const row = rowOf('1.1');
    expect(row.slice(3, 5).map(textOf)).toEqual(['45', '38']);
    expect(row[5]).toMatch(/<details class="screen-only"><summary>записей: 45<\/summary>/);
    expect(row[5]?.match(/<li>/g)).toHaveLength(45);
    const events = page.lines[0]?.behind.flatMap((one) => one.events) ?? [];
    expect(events.filter(({ event }) => !row[3]?.includes(event))).toEqual([]);
  });

  test('the annex for print names the same records', () => {
    const annex = /data-part="annex">([\s\S]*?)<\/section>/.exec(text)?.[1] ?? '';
    const behind = page.lines.reduce((sum, line) => sum + line.behind.length, 0);
    expect(annex.match(/<li>/g)).toHaveLength(behind);
  });

  test('a number alone has no share, a share alone no number', () => {
    expect(rowOf('1.4').slice(3, 5).map(textOf)).toEqual(['45', '–']);
    expect(rowOf('1.6').slice(3, 5).map(textOf)).toEqual(['–', '38']);
  });

  test('an entered fact is marked, with its day and source', () => {
    const entered = rowOf('2.1');
    expect(textOf(entered[5] ?? '')).toBe('внесено 01.02.2027, кадровая справка № 4');
    expect(textOf(entered[3] ?? '')).toBe('12,5');
    const line = page.lines.find(({ number }) => number === '2.1');
    expect(entered[3]).toContain(`data-events="${line?.entered?.event.event}"`);
  });

  test('what nobody entered says «нет данных»', () => {
    const missing = page.lines.filter(({ origin }) => origin === 'missing');
    expect(missing.length).toBeGreaterThan(0);
    for (const { number } of missing) {
      expect(rowOf(number).slice(3).map(textOf)).toEqual(['нет данных', '–', '']);
    }
    const english = selfEvaluationHtml(page, { ...options, language: 'en' });
    expect(english).toContain('no data');
    expect(textOf(tableOf(english, 'indicators-1'))).not.toContain('нет данных');
  });

  test('the head signs', () => {
    expect(text).toContain('data-role="Руководитель"');
  });
});

describe('the register of corrections', () => {
  const text = correctionsHtml(sampleCorrections(), options);
  const rows = rowsOf(tableOf(text, 'corrections')).map((row) => cellsOf(row).map(textOf));

  test('has a line for each correction, decision and annulment, with before and after', () => {
    expect(rows.map((row) => [row[1], ...row.slice(4, 8), row[11]])).toEqual([
      ['12.11.2026', '3', 'три', '4', 'четыре', 'исправлено'],
      ['01.12.2026', '4', 'четыре', '5', 'пять', 'исправлено'],
      [
        '12.11.2026',
        '3',
        'три',
        '4',
        'четыре',
        'отклонено 14.11.2026, Орлов Игорь Борисович директор работа не представлена',
      ],
      ['14.11.2026', '3', 'три', '4', 'четыре', 'исправление отклонено'],
      ['20.11.2026', '3', 'три', '–', 'аннулировано', 'аннулировано'],
    ]);
  });

  test('a decision is signed by whoever decided, with their reason', () => {
    const told = ['работа не представлена', 'Орлов Игорь Борисович директор'];
    expect(rows[3]?.slice(8, 10)).toEqual(told);
  });

  test('each line says where the mark stands', () => {
    expect(rows[0]?.[3]).toBe('19.09.2026 Текущий контроль Безопасность труда гр. Н-1/2026');
  });

  test('the counts stand in the head', () => {
    expect(textOf(text)).toContain('Исправлений 3 Ждут утверждения 0 Аннулировано записей 1');
  });

  test('a result that no journal holds leaves dashes, not nothing', () => {
    const page = sampleCorrections();
    const lines = page.lines.slice(-1).map((line) => ({ ...line, result: null }));
    const [row = ''] = rowsOf(tableOf(correctionsHtml({ ...page, lines }, options), 'corrections'));
    expect(cellsOf(row).map(textOf).slice(4, 8)).toEqual(['–', '–', '–', 'аннулировано']);
  });
});
