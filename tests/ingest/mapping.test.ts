import { must } from '@letopis/core';
import type { MappingGiven, Rule } from '@letopis/ingest';
import { describe, expect, test } from 'vitest';
import { expectRefused, expectSaid } from '../domain/worlds/expect-refused.ts';
import { csv, job, learnersMapping, logOf, openSchool, rowRefusal, statuses } from './school.ts';

const lesson = (fields: Record<string, Rule>, more: Partial<MappingGiven> = {}): MappingGiven => ({
  id: 'lessons',
  command: 'hold-lesson',
  ...more,
  fields: {
    group: { constant: 'm-1' },
    module: { constant: 'safety' },
    topic: { column: 'topic' },
    hours: { column: 'hours', number: true },
    teacher: { constant: 'p-9' },
    present: { constant: null, when: [{ column: 'topic', in: ['никогда'] }] },
    on: { column: 'day', date: 'dd.MM.yyyy' },
    ...fields,
  },
});

const refuses = async (mapping: object, code: string, ...values: string[]): Promise<void> => {
  const school = await openSchool();
  const before = await logOf(school.store);
  const file = csv('id;name;id2;id2\nl-1;А;1;2\n', 'learners.csv');
  const given = job({ ...learnersMapping, ...mapping });
  expectRefused(await school.ingest.run(given, [file]), code, ...values);
  expect(await logOf(school.store)).toEqual(before);
};

const rule = (one: object) => ({ fields: { id: one } });

describe('D22: a mapping is data, checked before anything is written', () => {
  test('a column that the file lacks, or has twice, is named with those that it has', async () => {
    const fields = { id: { column: 'Код' } };
    await refuses({ fields }, 'column-missing', 'Код', 'learners.csv', 'id, name, id2');
    await refuses({ fields: { id: { column: 'id2' } } }, 'column-twice', 'id2', 'learners.csv');
    const where = [{ column: 'Роль', in: ['слушатель'] }];
    await refuses({ where }, 'column-missing', 'Роль');
    await refuses({ groupBy: ['Урок'] }, 'column-missing', 'Урок');
  });

  test('a command, a field, a file or a sheet that there is not', async () => {
    await refuses({ command: 'drop' }, 'mapping-command-unknown', 'drop', 'register-learner');
    const fields = { id: { column: 'id' }, nickname: { column: 'name' } };
    await refuses({ fields }, 'mapping-field-unknown', 'nickname', 'register-learner', 'snils');
    await refuses({ file: 'x.csv' }, 'mapping-file-missing', 'x.csv', 'learners.csv');
    await refuses({ sheet: 'Лист9' }, 'mapping-file-missing', 'Лист9');
  });

  test('nonsense in it is refused with its path and the repair', async () => {
    const at = 'mappings.0.fields.id';
    await refuses(rule({ colum: 'id' }), 'invalid-input', at, 'colum');
    await refuses(rule({ column: 'id', constant: 1 }), 'invalid-input', at, 'enrollmentOf');
    await refuses(rule({ constant: 1, date: 'yyyy' }), 'invalid-input', at, 'lookup');
    const both = { column: 'id', date: 'yyyy', number: true };
    await refuses(rule(both), 'invalid-input', at, 'date, number, lookup');
    await refuses(rule({ column: 'id', orAsIs: true }), 'invalid-input', `${at}.orAsIs`);
    await refuses({ where: [{ column: 'id' }] }, 'invalid-input', 'mappings.0.where.0', 'notIn');
    const school = await openSchool();
    const twice = job(learnersMapping, learnersMapping);
    expectRefused(await school.ingest.run(twice, [csv('id\nl-1')]), 'invalid-input', 'mappings');
  });
});

describe('D22: a row is read by its mapping', () => {
  test('adjacent rows are one lesson with its attendance', async () => {
    const school = await openSchool();
    const text = `no;topic;hours;day;id;here
1;Вводный инструктаж;1,5;07.09.2026;l-1;+
1;Вводный инструктаж;1,5;07.09.2026;l-2;Б
2;Эвакуация;2;08.09.2026;l-1;+
`;
    const here: Rule = { column: 'id', when: [{ column: 'here', in: ['+'] }] };
    const away: Rule = {
      when: [{ column: 'here', notIn: ['+'] }],
      fields: { learner: { column: 'id' }, code: { column: 'here', lookup: { Б: 'б' } } },
    };
    const fields: Record<string, Rule> = { present: { each: here }, absent: { each: away } };
    const receipt = must(
      await school.ingest.run(job(lesson(fields, { groupBy: ['no'] })), [csv(text)]),
    );
    expect(receipt.rows).toMatchObject([
      { row: 2, lastRow: 3, status: 'accepted' },
      { row: 4, lastRow: 4, status: 'accepted' },
    ]);
    expect(receipt.totals).toMatchObject({ accepted: 3, rejected: 0 });
    const lessons = [];
    for await (const page of school.store.readStream('academy.journal-m-1.safety.2026')) {
      lessons.push(...page.map(({ line }) => (JSON.parse(line) as { data: object }).data));
    }
    expect(lessons).toMatchObject([
      { topic: 'Вводный инструктаж', hours: 1.5, present: ['l-1'] },
      { topic: 'Эвакуация', hours: 2, present: ['l-1'], absent: [] },
    ]);
    expect(lessons[0]).toMatchObject({ absent: [{ learner: 'l-2', code: 'б' }] });
  });

  test('a cell may hold a list, and rows may be left out', async () => {
    const school = await openSchool();
    const text = 'topic;hours;day;who\nТема;1;07.09.2026;l-1, l-2,\nИтого;1;;\n';
    const where = [{ column: 'topic', notIn: ['Итого'] }];
    const fields: Record<string, Rule> = { present: { column: 'who', split: ',' } };
    const receipt = must(await school.ingest.run(job(lesson(fields, { where })), [csv(text)]));
    expect(receipt.totals).toMatchObject({ accepted: 1, leftOut: 1, invalid: 0 });
  });

  test('rows of one group that do not stand together are refused', async () => {
    const school = await openSchool();
    const text = 'no;topic;hours;day\n1;А;1;07.09.2026\n2;Б;1;08.09.2026\n1;А;1;07.09.2026\n';
    const mapping = lesson({ present: { list: [{ constant: 'l-1' }] } }, { groupBy: ['no'] });
    const result = await school.ingest.run(job(mapping), [csv(text)]);
    expect(statuses(must(result))).toEqual(['2 accepted', '3 accepted', '4 invalid rows-apart']);
    expectSaid(rowRefusal(result, 4).refusal, 'rows-apart', '4', 'no');
  });

  test('a bad cell names its column, its value and the repair', async () => {
    const school = await openSchool();
    const text = `topic;hours;day
А;два;07.09.2026
А;2;31.09.2026
А;2;7.9.2026
А;;07.09.2026
А;2;07.09.2026;лишняя
`;
    const mapping = lesson({ kind: { column: 'topic', lookup: { Б: 'lesson' } } });
    const result = await school.ingest.run(job(mapping), [csv(text)]);
    const said = (row: number, code: string, ...values: string[]): void => {
      const receipt = rowRefusal(result, row);
      expect(receipt.status).toBe('invalid');
      expectSaid(receipt.refusal, code, ...values);
    };
    said(2, 'cell-no-number', 'hours', 'два');
    said(3, 'cell-no-date', 'day', '31.09.2026', 'dd.MM.yyyy');
    said(4, 'cell-no-date', '7.9.2026');
    said(5, 'cell-empty', 'hours', 'optional');
    said(6, 'row-too-long', '6', '4', '3');
    const right = await school.ingest.run(job(mapping), [csv('topic;hours;day\nА;2;07.09.2026\n')]);
    const { refusal } = rowRefusal(right, 2);
    expectSaid(refusal, 'cell-not-listed', 'topic', 'А', 'Б');
    expect(refusal).toMatchObject({ field: 'kind', column: 'topic' });
  });

  test('what the door refuses names the column that it came from', async () => {
    const school = await openSchool();
    const result = await school.ingest.run(job(learnersMapping), [csv('id;name\nИванов;А Б\n')]);
    const { status, refusal } = rowRefusal(result, 2);
    expect(status).toBe('invalid');
    expect(refusal).toMatchObject({ code: 'invalid-input', field: 'id', column: 'id' });
  });

  test('a personal cell is not shown', async () => {
    const school = await openSchool();
    const mapping: MappingGiven = {
      ...learnersMapping,
      fields: { id: { column: 'id' }, birthDate: { column: 'born', date: 'dd.MM.yyyy' } },
    };
    const result = await school.ingest.run(job(mapping), [csv('id;born\nl-1;31.02.1990\n')]);
    const { refusal } = rowRefusal(result, 2);
    expectSaid(refusal, 'cell-no-date', 'born', 'dd.MM.yyyy');
    expect(JSON.stringify(refusal)).not.toContain('1990');
  });
});
