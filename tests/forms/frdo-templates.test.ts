import { must } from '@letopis/core';
import type { FrdoLine, FrdoRow, FrdoTemplate } from '@letopis/forms/frdo';
import {
  frdoDiffering,
  frdoDpo,
  frdoOo,
  frdoPo,
  frdoProblems,
  frdoRows,
  frdoXlsx,
} from '@letopis/forms/frdo';
import { describe, expect, test } from 'vitest';
import { certificate, documentAcademy } from '../domain/worlds/register-academy.ts';
import {
  changed,
  checked,
  defaults,
  found,
  goodRow,
  lines,
  linesOf,
  people,
  person,
  programmes,
  reported,
  today,
} from './frdo-world.ts';

/** The line of an original with another kind, content or withdrawal, as the test needs it. */
async function lineOf(change: (line: FrdoLine) => FrdoLine = (line) => line): Promise<FrdoLine> {
  const [line] = await lines();
  if (line === undefined) throw new Error('there is a line');
  return change({ ...line, withdrawn: null });
}

const ofKind =
  (kind: string) =>
  (line: FrdoLine): FrdoLine => {
    const { entered } = line;
    if (entered.type !== 'DocumentIssued') return line;
    return { ...line, entered: { ...entered, data: { ...entered.data, kind } } };
  };

const rowsOf = (
  template: FrdoTemplate,
  list: readonly FrdoLine[],
  own: Readonly<Record<string, string>> = {},
) =>
  frdoRows(template, { lines: list, people, programmes, defaults: { ...defaults, ...own } }).rows;

const problemsOf = (template: FrdoTemplate, ...rows: readonly FrdoRow[]) =>
  found(frdoProblems(template, rows, { today }));

/** The original, withdrawn for a reason. */
async function withdrawn(reason: string, outcome: string): Promise<FrdoLine> {
  const [line] = await lines();
  const fact = line?.withdrawn;
  if (line === undefined || fact === null || fact === undefined) throw new Error('it is withdrawn');
  return { ...line, withdrawn: { ...fact, data: { ...fact.data, reason, outcome } } };
}

/** The row of an attestat. */
async function attestat(own: Readonly<Record<string, string>> = {}): Promise<FrdoRow> {
  const list = [await lineOf(ofKind('attestat-basic'))];
  const [row] = rowsOf(frdoOo, list, { documentName: 'Аттестат', ...own });
  if (row === undefined) throw new Error('there is a row');
  return row;
}

describe('regulation-verified §3.3: rules of further professional education', () => {
  test('forty columns in the order of the tools, each key once', () => {
    const keys = frdoDpo.columns.map(({ key }) => key);
    expect(keys).toHaveLength(40);
    expect(new Set(keys).size).toBe(40);
    const [, , third, , , , , , , tenth] = frdoDpo.columns;
    expect([third?.heading, tenth?.heading]).toEqual([
      'Подтверждение утраты',
      'Дополнительная профессиональная программа (повышение квалификации/ профессиональная ' +
        'переподготовка)',
    ]);
  });

  test('§3.4: thirty-four professional areas; another one is to be looked at', async () => {
    const row = await goodRow();
    const areas = frdoDpo.columns.find(({ key }) => key === 'professionalArea')?.values;
    expect(areas).toHaveLength(34);
    expect(checked(changed(row, { professionalArea: 'Атомная промышленность' }))).toEqual([]);
    expect(found(checked(changed(row, { professionalArea: 'Музейное дело' })))).toEqual([
      'professionalArea not-in-list?',
    ]);
  });

  test('§3.5: 254 codes of countries, each of three digits', () => {
    const codes = frdoDpo.columns.find(({ key }) => key === 'citizenship')?.values ?? [];
    expect(new Set(codes).size).toBe(254);
    expect(codes.filter((code) => !/^\d{3}$/.test(code))).toEqual([]);
    expect(codes).toEqual(expect.arrayContaining(['000', '643', '840', '728']));
  });

  test('from 2021 on form, funding and citizenship are required, before not', async () => {
    const row = await goodRow();
    const none = { studyForm: '', funding: '', educationForm: '', citizenship: '', snils: '' };
    expect(found(checked(changed(row, none)))).toEqual([
      'studyForm required',
      'funding required',
      'educationForm required',
      'citizenship required',
    ]);
    const old = { ...none, issuedOn: '31.12.2020', startYear: '2020', endYear: '2020' };
    expect(checked(changed(row, old))).toEqual([]);
    expect(checked(changed(row, { ...old, citizenship: '643' }))).toEqual([]);
    const young = { ...old, citizenship: '643', issuedOn: '01.01.2021' };
    expect(found(checked(changed(row, young)))).toContain('snils required');
  });

  test('the hours of the law are looked at: 16 and 250 by the programme’s type', async () => {
    const row = await goodRow();
    const retraining = {
      documentKind: 'Диплом о профессиональной переподготовке',
      programmeType: 'Профессиональная переподготовка',
    };
    const hours = (value: string, more = {}) =>
      found(checked(changed(row, { hours: value, ...more })));
    expect(hours('15')).toEqual(['hours out-of-range?']);
    expect(hours('16')).toEqual([]);
    expect(hours('249', retraining)).toEqual(['hours out-of-range?']);
    expect(hours('250', retraining)).toEqual([]);
    const [problem] = checked(changed(row, { hours: '15' }));
    expect(problem?.hint.ru).toContain('≥ 16');
  });

  test('the first year is 1978 for an original, 1955 for a duplicate', async () => {
    const [, row] = (await reported()).rows;
    if (row === undefined) throw new Error('there is a duplicate');
    expect(checked(changed(row, { startYear: '1955' }))).toEqual([]);
    expect(found(checked(changed(row, { startYear: '1954' })))).toEqual(['startYear out-of-range']);
    expect(found(checked(changed(await goodRow(), { startYear: '1977' })))).toEqual([
      'startYear out-of-range',
    ]);
  });

  test('§8.2: a length of which sources disagree is looked at, a longer one refused', async () => {
    const row = await goodRow();
    const number = (length: number) => found(checked(changed(row, { number: '1'.repeat(length) })));
    expect([number(30), number(31), number(41)]).toEqual([
      [],
      ['number too-long?'],
      ['number too-long'],
    ]);
  });

  test('no series is «нет», as tools write it; «Нет» of sister templates passes', async () => {
    const bare = await lineOf((line) => ({
      ...line,
      inForce: { ...line.inForce, paper: { ...line.inForce.paper, series: null } },
    }));
    const [row] = rowsOf(frdoDpo, [bare]);
    expect(row?.values['series']).toBe('нет');
    expect(checked(changed(row ?? (await goodRow()), { series: 'Нет' }))).toEqual([]);
  });

  test('RK 1.10: the title of the programme is the one that was printed', async () => {
    const renamed = await lineOf((line) => {
      const { entered } = line;
      if (entered.type !== 'DocumentIssued') return line;
      const printed = { programme: 'Наставник в школе', organisation: null };
      return { ...line, entered: { ...entered, data: { ...entered.data, printed } } };
    });
    const [row] = rowsOf(frdoDpo, [renamed]);
    expect(row?.values['programmeName']).toBe('Наставник в школе');
  });
});

describe('regulation-verified §8.2: a reason of withdrawal is a value of the template', () => {
  const columns = ['lossConfirmed', 'exchangeConfirmed', 'destructionConfirmed'];
  const valuesOf = async (template: FrdoTemplate, reason: string, outcome: string) => {
    const kind = template.kinds[0]?.kind ?? '';
    const [row] = rowsOf(template, [ofKind(kind)(await withdrawn(reason, outcome))]);
    return columns.map((key) => row?.values[key]);
  };
  const untrue = 'Обмен по причине наличия недостоверной информации';

  test.each([
    ['lost', 'loss', ['Другое', 'Нет', 'Нет']],
    ['damaged', 'exchange', ['Нет', 'Обмен по причине порчи', 'Нет']],
    ['name-changed', 'exchange', ['Нет', untrue, 'Нет']],
    ['error-found', 'exchange', ['Нет', untrue, 'Нет']],
    ['destroyed', 'destruction', ['Нет', 'Нет', 'Да']],
    // A reason of one's own: a loss is a loss, but an exchange has no known word.
    ['stolen', 'loss', ['Другое', 'Нет', 'Нет']],
    ['redesigned', 'exchange', ['Нет', '', 'Нет']],
  ])('%s', async (reason, outcome, expected) => {
    expect(await valuesOf(frdoDpo, reason, outcome)).toEqual(expected);
    expect(await valuesOf(frdoPo, reason, outcome)).toEqual(expected);
    const yesNo = expected.map((one) => (one === 'Нет' ? 'Нет' : 'Да'));
    expect(await valuesOf(frdoOo, reason, outcome)).toEqual(yesNo);
  });

  test('an exchange of unknown reason is asked for; known proof is given', async () => {
    const [row] = rowsOf(frdoDpo, [await withdrawn('redesigned', 'exchange')]);
    expect(found(checked(row ?? (await goodRow())))).toEqual(['exchangeConfirmed required']);
    const line = await withdrawn('lost', 'loss');
    const { rows } = frdoRows(frdoDpo, {
      lines: [line],
      people,
      programmes,
      defaults,
      byDocument: new Map([[line.document, { lossConfirmed: 'Объявление в газете' }]]),
    });
    expect(rows[0]?.values['lossConfirmed']).toBe('Объявление в газете');
    expect(checked(...rows)).toEqual([]);
  });
});

describe('regulation-verified §3.6: professional training, by data alone', () => {
  const own = {
    programmeType:
      'Программа профессиональной подготовки по профессии рабочего, должности служащего',
    profession: 'Кассир',
    rank: 'Нет',
  };
  const worker = async () => {
    const [row] = rowsOf(frdoPo, [await lineOf(ofKind('worker-certificate'))], own);
    if (row === undefined) throw new Error('there is a row');
    return row;
  };

  test('thirty-five columns; a certificate of a profession passes', async () => {
    expect(frdoPo.columns).toHaveLength(35);
    const row = await worker();
    expect(row.values).toMatchObject({
      documentKind: 'Свидетельство о профессии рабочего, должности служащего',
      profession: 'Кассир',
      surname: 'Ильина',
    });
    expect(problemsOf(frdoPo, row)).toEqual([]);
    expect((await frdoXlsx(frdoPo, [row])).length).toBeGreaterThan(1000);
  });

  test('a certificate of arts leaves the programme’s kind and the profession empty', async () => {
    const line = await lineOf(ofKind('arts-certificate'));
    expect(line.inForce.content.qualification).toBe('Наставник');
    const [row] = rowsOf(frdoPo, [line], own);
    if (row === undefined) throw new Error('there is a row');
    expect(row.values).toMatchObject({ programmeType: '', profession: '', rank: 'Нет' });
    expect(problemsOf(frdoPo, row)).toEqual([]);
    const { rows: told } = frdoRows(frdoPo, {
      lines: [line],
      people,
      programmes,
      defaults,
      byDocument: new Map([[line.document, { profession: 'Кассир' }]]),
    });
    expect(problemsOf(frdoPo, ...told)).toEqual(['profession must-be-empty']);
    expect(problemsOf(frdoPo, changed(row, own))).toEqual([
      'programmeType must-be-empty',
      'profession must-be-empty',
    ]);
    const [problem] = frdoProblems(frdoPo, [changed(row, own)], { today });
    expect(problem?.hint.ru).toContain('«Вид документа»');
  });

  test('a certificate of study may lack series and number, a profession may not', async () => {
    const row = await worker();
    const none = { series: '', number: '', programmeType: '', profession: '' };
    const reference = changed(row, { ...none, documentKind: 'Справка об обучении' });
    expect(problemsOf(frdoPo, reference)).toEqual(['profession required']);
    expect(problemsOf(frdoPo, changed(row, none))).toEqual([
      'series required',
      'number required',
      'programmeType required',
      'profession required',
    ]);
  });

  test('six hours at least; an original’s number in digits; a row for each rank', async () => {
    const row = await worker();
    expect(problemsOf(frdoPo, changed(row, { hours: '5' }))).toEqual(['hours out-of-range']);
    const [first, second] = [changed(row, { rank: '2' }), changed(row, { rank: '3' })];
    expect(problemsOf(frdoPo, first, second)).toEqual([]);
    expect(problemsOf(frdoPo, first, first)).toEqual(['number document-twice']);
    const original = {
      documentStatus: 'Дубликат',
      originalKind: 'Свидетельство',
      originalSeries: 'Нет',
      originalNumber: '12-А',
      originalRegNumber: '7',
      originalIssuedOn: '01.02.2026',
      originalSurname: 'Ильина',
      originalGivenName: 'Анна',
      originalPatronymic: 'Нет',
    };
    expect(problemsOf(frdoPo, changed(row, original))).toEqual(['originalNumber not-a-number']);
    expect(problemsOf(frdoPo, changed(row, { ...original, originalNumber: '12' }))).toEqual([]);
  });
});

describe('regulation-verified §3.7: attestats, by data alone', () => {
  test('thirty-three columns; an attestat passes, with its years of study', async () => {
    expect(frdoOo.columns).toHaveLength(33);
    const row = await attestat({ startYear: '2017', endYear: '2026' });
    expect(row.values).toMatchObject({
      documentKind: 'Аттестат об основном общем образовании',
      level: 'Основное общее образование',
      studyYears: '9',
      lossConfirmed: 'Нет',
    });
    expect(problemsOf(frdoOo, row)).toEqual([]);
  });

  test('words that no record has are asked for; over fifteen years is refused', async () => {
    const row = await attestat();
    expect(problemsOf(frdoOo, changed(row, { documentName: '' }))).toEqual([
      'documentName required',
    ]);
    expect(problemsOf(frdoOo, changed(row, { studyYears: '16' }))).toEqual([
      'studyYears out-of-range',
    ]);
    expect(problemsOf(frdoOo, changed(row, { lossConfirmed: 'Другое' }))).toEqual([
      'lossConfirmed not-in-list',
    ]);
  });

  test('each kind of document goes to its own template', async () => {
    const list = [await lineOf(ofKind('attestat-basic'))];
    const { rows, leftOut } = frdoRows(frdoDpo, { lines: list, people, programmes });
    expect(rows).toEqual([]);
    expect(leftOut.map(({ why }) => why)).toEqual(['other-kind']);
  });
});

test('every condition and mapping of a template names columns that it has', () => {
  for (const { id, columns, withdrawals, unique, personOnce, kinds } of [frdoDpo, frdoPo, frdoOo]) {
    const keys = new Set(columns.map(({ key }) => key));
    const named = [
      ...columns.flatMap(({ onlyWhen = [], requiredWhen = [], limits = [] }) =>
        [...onlyWhen, ...requiredWhen, ...limits.flatMap(({ when = [] }) => when)].map(
          ({ column }) => column,
        ),
      ),
      ...columns.flatMap(({ notBefore = [], yearsBetween = [] }) => [
        ...notBefore,
        ...yearsBetween,
      ]),
      ...withdrawals.map(({ column }) => column),
      ...unique,
      ...personOnce,
      ...kinds.flatMap(({ values }) => Object.keys(values)),
    ];
    expect([id, named.filter((key) => !keys.has(key))]).toEqual([id, []]);
    for (const { values } of kinds) {
      for (const [key, value] of Object.entries(values)) {
        expect(columns.find((one) => one.key === key)?.values).toContain(value);
      }
    }
    // What a mapping writes is of the column's own list.
    for (const { column, byReason, byOutcome, otherwise } of withdrawals) {
      const written = [...Object.values(byReason), ...Object.values(byOutcome), otherwise];
      expect(columns.find((one) => one.key === column)?.values).toEqual(
        expect.arrayContaining(written.filter((one) => one !== '')),
      );
    }
  }
});

describe('RK 1.9: a reported row is not recomputed but listed as differing', () => {
  test('a correction after the report, with both values; nothing else', async () => {
    const academy = await documentAcademy();
    const { documents } = academy;
    const issued = must(await documents.issue(certificate));
    const source = { people, programmes, defaults };
    const sent = frdoRows(frdoDpo, { ...source, lines: await linesOf(academy) }).rows;
    expect(frdoDiffering(sent, sent)).toEqual({ changed: [], gone: [] });
    must(
      await documents.correct({
        document: issued.document,
        replaces: issued.eventId,
        changes: { hours: 40 },
        reason: 'описка',
        signer: 'p-5',
        on: '2026-12-24',
      }),
    );
    const now = frdoRows(frdoDpo, { ...source, lines: await linesOf(academy) }).rows;
    const kept = JSON.parse(JSON.stringify(sent)) as readonly FrdoRow[];
    expect(frdoDiffering(kept, now)).toEqual({
      changed: [{ document: issued.document, column: 'hours', reported: '36', present: '40' }],
      gone: [],
    });
  });

  test('a document annulled since is gone; one never reported is not compared', async () => {
    const [first, second] = (await reported()).rows;
    if (first === undefined || second === undefined) throw new Error('there are two rows');
    expect(frdoDiffering([first], [second])).toEqual({ changed: [], gone: [first.document] });
    expect(frdoDiffering([first], [first, second])).toEqual({ changed: [], gone: [] });
  });

  test('a change of the person’s name later does not touch a row that was printed', async () => {
    const list = await lines();
    const married = { family: 'Орлова', given: 'Анна', patronymic: 'Петровна' };
    const later = new Map([
      ['l-1', { ...person, name: { value: 'Орлова Анна Петровна' }, nameParts: married }],
    ]);
    const [sent, now] = [people, later].map(
      (persons) => frdoRows(frdoDpo, { lines: list, people: persons, programmes, defaults }).rows,
    );
    expect(frdoDiffering(sent ?? [], now ?? [])).toEqual({ changed: [], gone: [] });
  });

  test('rows of one document by rank are compared one with one', async () => {
    const row = await goodRow();
    const sent = [changed(row, { rank: '2' }), changed(row, { rank: '3' })];
    const now = [changed(row, { rank: '4' }), changed(row, { rank: '3' })];
    expect(frdoDiffering(sent, now)).toEqual({
      changed: [{ document: row.document, column: 'rank', reported: '2', present: '4' }],
      gone: [],
    });
  });
});
