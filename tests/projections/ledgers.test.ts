import { isLetopisError, nameOfLine } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import {
  disclosureLedger,
  dueReport,
  entryCorrectionsReport,
  registerReport,
} from '@letopis/projections';
import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { head, openAcademy, teacher } from './academy.ts';
import { readerOver } from './event-log.ts';
import { content, issue as issueIn } from './papers.ts';

const L1 = 'l-1.p-1.1';
const signed = { signer: head, edition: 1 };
const paper = (number: string) => ({ blank: 'upgrade', series: 'АБ', number });

function issue(academy: Academy, document: string, first: string | null = null, learner = 'l-1') {
  const number = document.split('.')[2];
  return issueIn(academy, document, { first, learner, paper: paper(`000${number}`) });
}

function annul(academy: Academy, line: ReturnType<typeof issue>, actedOn: string) {
  const { document, learner } = line.data;
  academy.add('DocumentAnnulled', line.occurredOn, {
    document,
    learner,
    corrects: line.id,
    reason: { value: 'ошибка' },
    actedOn,
    ...signed,
  });
}

const SEPTEMBER = { from: '2026-09-01', until: '2026-09-30' };

describe('P14 corrections of lines', () => {
  it('D5: a corrected lesson shows each field and each learner before and after', async () => {
    const academy = openAcademy();
    const held = academy.lesson('g-1', 'z-1', '2026-09-07', ['l-1', 'l-2']);
    const { present: _p, absent: _a, ...line } = held.data;
    const correct = (topic: string, present: string[], code: string, actedOn: string) =>
      academy.add(
        'LessonCorrected',
        '2026-09-07',
        {
          ...line,
          topic,
          present,
          absent: [{ learner: 'l-2', code }],
          corrects: held.id,
          actedOn,
          reason: 'описка',
          signer: teacher,
        },
        { refs: held.refs },
      );
    correct('Право', ['l-1'], 'н', '2026-09-09');
    correct('Право', ['l-1'], 'б', '2026-09-20');
    const page = await entryCorrectionsReport(readerOver(academy.events), SEPTEMBER);
    expect(page.lines).toMatchObject([
      {
        act: 'LessonCorrected',
        about: 'z-1',
        on: '2026-09-07',
        actedOn: '2026-09-09',
        reason: { text: 'описка' },
        signer: { name: { text: 'Орлова Мария Ивановна' } },
        changes: [
          { field: 'topic', before: 'Тема z-1', after: 'Право' },
          { field: 'attendance.l-2', before: 'present', after: 'н' },
        ],
      },
      { changes: [{ field: 'attendance.l-2', before: 'н', after: 'б' }] },
    ]);
    const first = { from: '2026-09-01', until: '2026-09-09' };
    expect((await entryCorrectionsReport(readerOver(academy.events), first)).lines).toHaveLength(1);
  });

  it('D15, D17: lines of a register and an inventory with words before and after', async () => {
    const academy = openAcademy();
    const line = issue(academy, 'certificates.2026.1');
    academy.add('DocumentLineCorrected', '2026-12-25', {
      document: 'certificates.2026.1',
      learner: 'l-1',
      corrects: line.id,
      replaces: line.id,
      changed: ['hours', 'name'],
      paper: paper('0001'),
      content: { ...content, hours: 80 },
      marks: [],
      name: { value: nameOfLine('Лунёва Анна') },
      reason: { value: 'описка' },
      actedOn: '2026-12-28',
      ...signed,
    });
    annul(academy, line, '2026-12-29');
    const file = { file: 'l-1.1', learner: 'l-1' };
    academy.add('FileOpened', '2026-09-01', { ...file, number: '1', index: null });
    const item = { ...file, item: 1, date: null, medium: 'paper', original: true };
    const added = academy.add('FileDocumentAdded', '2026-09-02', {
      ...item,
      sheets: 2,
      about: null,
      title: { value: 'Копия' },
    });
    academy.add(
      'InventoryLineCorrected',
      '2026-09-02',
      {
        ...item,
        sheets: 3,
        corrects: added.id,
        actedOn: '2026-12-30',
        title: { value: 'Подлинник' },
        signer: head,
        edition: 1,
      },
      { stream: 'academy.file-l-1.1' },
    );
    const december = { from: '2026-12-01', until: '2026-12-31' };
    const { lines } = await entryCorrectionsReport(readerOver(academy.events), december);
    expect(lines.map(({ act, changes }) => [act, changes])).toEqual([
      [
        'DocumentLineCorrected',
        [
          { field: 'content.hours', before: '72', after: '80' },
          { field: 'name', before: null, after: 'Лунёва Анна' },
        ],
      ],
      ['DocumentAnnulled', []],
      [
        'InventoryLineCorrected',
        [
          { field: 'sheets', before: '2', after: '3' },
          { field: 'title', before: 'Копия', after: 'Подлинник' },
        ],
      ],
    ]);
    expect(lines[1]).toMatchObject({ about: 'certificates.2026.1', reason: { text: 'ошибка' } });
  });

  it('D8: a protocol line names the result before and after; null: struck out', async () => {
    const academy = openAcademy();
    const own = {
      commission: 'k-1',
      protocol: 'k-1.1',
      line: 1,
      enrollment: L1,
      learner: 'l-1',
      edition: 1,
    };
    const line = academy.add('ProtocolLineEntered', '2026-09-10', { ...own, result: 'r-1' });
    academy.add('ProtocolLineCorrected', '2026-09-10', {
      ...own,
      corrects: line.id,
      replaces: line.id,
      actedOn: '2026-09-12',
      result: null,
      reason: { value: 'не тот' },
      signer: { person: 't-2', role: 'chair' },
    });
    const { lines } = await entryCorrectionsReport(readerOver(academy.events), SEPTEMBER);
    expect(lines).toMatchObject([
      {
        about: 'k-1.1, 1',
        reason: { text: 'не тот' },
        signer: { office: 'chair' },
        changes: [{ field: 'result', before: 'r-1', after: null }],
      },
    ]);
  });
});

describe('P7 the register of a year', () => {
  it('lists lines by number with how each document stands, and spoilt blanks', async () => {
    const academy = openAcademy();
    issue(academy, 'certificates.2026.1');
    const second = issue(academy, 'certificates.2026.2', 'certificates.2026.1');
    issue(academy, 'certificates.2026.10', null, 'l-2');
    issue(academy, 'certificates.2027.1');
    const stream = 'academy.register-certificates.2026';
    academy.add(
      'BlankSpoilt',
      '2026-12-25',
      {
        blank: 'upgrade',
        series: 'АБ',
        number: '0003',
        cause: 'залит',
        ...signed,
      },
      { stream },
    );
    const page = async (on: string | null = null) =>
      registerReport(readerOver(academy.events, { on }), { series: 'certificates', year: '2026' });
    const shown = async () =>
      (await page()).lines.map(({ number, state, replacedBy }) => [number, state, replacedBy]);
    expect(await shown()).toEqual([
      [1, 'replaced', 'certificates.2026.2'],
      [2, 'in-force', null],
      [10, 'in-force', null],
    ]);
    expect(await page()).toMatchObject({
      counts: { 'in-force': 2, replaced: 1 },
      blanks: { spoilt: [{ number: '0003', writtenOff: null }] },
    });
    annul(academy, second, '2027-01-10');
    expect(await shown()).toEqual([
      [1, 'in-force', null],
      [2, 'annulled', null],
      [10, 'in-force', null],
    ]);
    academy.add(
      'BlanksWrittenOff',
      '2027-01-15',
      {
        blank: 'upgrade',
        items: [{ series: 'АБ', number: '0003' }],
        ...signed,
      },
      { stream },
    );
    expect((await page()).blanks?.spoilt[0]?.writtenOff?.on).toBe('2027-01-15');
    expect((await page('2027-01-14')).blanks?.spoilt[0]?.writtenOff).toBeNull();
    expect((await page('2026-12-24')).lines).toEqual([]);
  });
});

function ask(academy: Academy, on: string, dueOn: string) {
  academy.add('DisclosureAsked', on, {
    disclosure: 'd-1',
    learner: 'l-1',
    applicant: { kind: 'learner', representative: null },
    way: 'application',
    form: 'oral',
    purpose: 'acquaintance',
    deadline: null,
    dueOn,
    edition: 1,
  });
}

describe('P13 the ledger of disclosures', () => {
  it('holds a case in each month in which something of it happened', async () => {
    const academy = openAcademy();
    ask(academy, '2026-09-20', '2026-10-04');
    academy.add('AnswerPutOff', '2026-10-02', {
      disclosure: 'd-1',
      learner: 'l-1',
      dueOn: '2026-10-11',
      ...signed,
    });
    academy.add('ConsentGiven', '2026-10-05', {
      learner: 'l-2',
      consent: 'k-1',
      purpose: 'publication',
      givenBy: 'learner',
      until: null,
    });
    const ledger = async (from: string, until: string) =>
      disclosureLedger(readerOver(academy.events), { from, until });
    expect(await ledger('2026-09-01', '2026-09-30')).toMatchObject({
      cases: [{ disclosure: 'd-1', learners: [{ text: 'Яшина Анна Петровна' }] }],
      consents: [],
    });
    expect(await ledger('2026-10-01', '2026-10-31')).toMatchObject({
      cases: [{ state: 'waiting', dueOn: '2026-10-11' }],
      consents: [{ data: { learner: 'l-2' } }],
    });
    expect(await ledger('2026-10-03', '2026-10-04')).toMatchObject({ cases: [], consents: [] });
  });
});

const due = async (academy: Academy, on: string) => {
  const { items } = await dueReport(readerOver(academy.events, { on }));
  return items.map(({ what, of, dueOn, overdue }) => [what, of, dueOn, overdue]);
};

describe('P12 what is due on a day', () => {
  it('R1 §7.2: an ended enrollment is handed over in time after the order', async () => {
    const academy = openAcademy();
    academy.add('EditionAdopted', '2026-02-01', {
      edition: 2,
      title: r2.title,
      change: 'edition',
      preset: null,
      considered: [],
      approvedBy: null,
      sections: ['archive'],
    });
    const rules = { ...r2.archive, deadlineDays: 30 };
    academy.add('ArchiveRulesSet', '2026-02-01', { edition: 2, rules });
    academy.enroll(L1, 'g-1', '2026-09-01');
    expect(await due(academy, '2027-06-01')).toEqual([]);
    academy.add(
      'Discharged',
      '2026-11-22',
      {
        enrollment: L1,
        learner: 'l-1',
        programme: 'p-1',
        group: 'g-1',
        reason: 'own-wish',
        edition: 2,
      },
      { order: ['7-о', '2026-11-20'] },
    );
    const of = `enrollment-${L1}`;
    expect(await due(academy, '2026-11-21')).toEqual([]);
    expect(await due(academy, '2026-12-20')).toEqual([['transfer', of, '2026-12-20', false]]);
    expect(await due(academy, '2026-12-21')).toEqual([['transfer', of, '2026-12-20', true]]);
    academy.archive('AcceptedByArchive', of, '2026-12-22');
    expect(await due(academy, '2026-12-22')).toEqual([]);
    expect(await due(academy, '2026-12-21')).toHaveLength(1);
  });

  it('D16, D18: answers to applications and lent records', async () => {
    const academy = openAcademy();
    academy.enroll(L1, 'g-1', '2026-09-01');
    ask(academy, '2026-10-01', '2026-10-15');
    academy.add(
      'RecordLent',
      '2026-10-01',
      {
        record: `enrollment-${L1}`,
        borrower: 't-1',
        unit: 'Отдел',
        purpose: 'справка',
        until: '2026-10-10',
        ...signed,
      },
      { stream: `academy.loan-enrollment.${L1}` },
    );
    expect(await due(academy, '2026-10-12')).toEqual([
      ['loan', `enrollment-${L1}`, '2026-10-10', true],
      ['disclosure', 'd-1', '2026-10-15', false],
    ]);
    academy.add('DisclosureRefused', '2026-10-14', {
      disclosure: 'd-1',
      learner: 'l-1',
      refusalGround: 'no-records',
      norm: null,
      ...signed,
    });
    expect(await due(academy, '2026-10-14')).toEqual([
      ['loan', `enrollment-${L1}`, '2026-10-10', true],
    ]);
  });

  it('R3 §3.5, R4 §6.2-6.3: banks, exports and backups by the rules in force', async () => {
    const academy = openAcademy();
    const bank = { id: 'learners', title: { ru: 'Банк', en: 'Bank' }, holder: 'learner' } as const;
    const achievements = { ...r2.achievements, banks: [bank], replenishBy: ['06-30', '12-31'] };
    const custody = {
      ...r2.custody,
      studyYearEnds: '05-31',
      studyYearEndsYearsLater: 1,
      periodExport: { dueDays: 10, offices: ['head'] },
      entriesCheck: null,
      backup: null,
      integrityCheck: null,
    };
    academy.add('EditionAdopted', '2026-09-01', {
      edition: 2,
      title: r2.title,
      change: 'edition',
      preset: null,
      considered: [],
      approvedBy: null,
      sections: ['achievements', 'custody'],
    });
    academy.add('AchievementRulesSet', '2026-09-01', { edition: 2, rules: achievements });
    academy.add('CustodyRulesSet', '2026-09-01', {
      edition: 2,
      rules: custody as typeof r2.custody,
    });
    const inYear = { stream: 'academy.custody-2026' };
    academy.add(
      'StudyPeriodDefined',
      '2026-09-01',
      {
        studyYear: '2026',
        period: 'q-1',
        from: '2026-09-01',
        until: '2026-10-25',
        ...signed,
      },
      inYear,
    );
    const late = (await due(academy, '2026-11-05')).filter(([what]) => what === 'export');
    expect(late).toEqual([['export', 'q-1', '2026-11-04', true]]);
    academy.add(
      'PeriodExported',
      '2026-11-05',
      {
        studyYear: '2026',
        export: 'e-1',
        period: 'q-1',
        source: 'lms',
        contents: ['marks'],
        keptAt: 'сервер',
        sha256: '0'.repeat(64),
        ...signed,
      },
      inYear,
    );
    expect((await due(academy, '2026-11-05')).filter(([what]) => what === 'export')).toEqual([]);
    const banks = async (on: string) =>
      (await due(academy, on)).filter(([, of, day]) => of === 'learners' && day === '2026-12-31');
    expect(await banks('2026-12-31')).toEqual([]);
    const overdue = [['bank-replenishment', 'learners', '2026-12-31', true]];
    expect(await banks('2027-01-01')).toEqual(overdue);
    academy.add(
      'BankReplenished',
      '2027-01-05',
      {
        bank: 'learners',
        due: '2026-12-31',
        ...signed,
      },
      { stream: 'academy.bank-learners' },
    );
    expect(await banks('2027-01-05')).toEqual([]);
    expect(await banks('2027-01-04')).toEqual(overdue);
  });

  it('asks for the day', async () => {
    const thrown = await dueReport(readerOver(openAcademy().events)).catch((e: unknown) => e);
    expect(isLetopisError(thrown, 'misuse')).toBe(true);
  });
});
