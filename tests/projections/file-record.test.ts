import type { RecordedEvent } from '@letopis/core';
import { nameOfLine } from '@letopis/core';
import { personalFileHtml } from '@letopis/forms';
import {
  disclosureLedger,
  dueReport,
  personalFileReport,
  registerReport,
} from '@letopis/projections';
import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { head, openAcademy, teacher, whose } from './academy.ts';
import { readerOver } from './event-log.ts';
import { addToPortfolio, content, issue } from './papers.ts';

const L1 = 'l-1.p-1.1';
const DOC = 'certificates.2026.1';
const signed = { signer: head, edition: 1 };

function begun(): Academy {
  const academy = openAcademy();
  academy.enroll(L1, 'g-1', '2026-09-01');
  return academy;
}

const recordOf = async (academy: Academy, on: string | null = null, learner = 'l-1') =>
  (await personalFileReport(readerOver(academy.events, { on }), { learner })).record;

function ask(academy: Academy) {
  return academy.add('DisclosureAsked', '2026-10-01', {
    disclosure: 'd-1',
    learner: 'l-1',
    applicant: { kind: 'third-person', representative: null },
    applicantName: { value: 'ООО «Работодатель»' },
    way: 'application',
    form: 'written',
    asked: { value: 'сведения об обучении' },
    purpose: 'study-or-work',
    deadline: 'appeal',
    dueOn: '2026-10-31',
    edition: 1,
  });
}

describe('P3 the record in the personal file', () => {
  it('D11: an application for credit stands with its paper, reason and outcome', async () => {
    const academy = begun();
    const own = { credit: 'c-1', learner: 'l-1', enrollment: L1 };
    const source = { kind: 'other-organisation', organisation: 'УрФУ', achievedOn: null } as const;
    academy.add('CreditApplied', '2026-09-10', {
      ...own,
      applicant: 'learner',
      source,
      achievement: null,
      document: { value: { title: 'Диплом', number: '107', date: '2025-06-30' } },
      wanted: [{ module: 'safety', kind: 'interim' }],
      edition: 1,
    });
    expect((await recordOf(academy)).credits).toMatchObject([{ state: 'applied', decided: null }]);
    academy.add('CreditDecided', '2026-09-15', {
      ...own,
      outcome: 'refused',
      granted: [],
      source,
      reason: { value: 'иной объём' },
      control: null,
      ...signed,
    });
    expect((await recordOf(academy)).credits).toMatchObject([
      {
        state: 'refused',
        documents: { documents: [{ title: 'Диплом', number: '107' }] },
        reason: { text: 'иной объём' },
      },
    ]);
    expect((await recordOf(academy, '2026-09-14')).credits).toMatchObject([{ state: 'applied' }]);
    expect((await recordOf(academy, '2026-09-09')).credits).toEqual([]);
  });

  it('R4 §2.2.6: debts, and that the learner was told of none', async () => {
    const academy = begun();
    academy.add('InformedOfDebts', '2026-10-01', {
      ...whose(L1),
      debts: [],
      way: 'written',
      informed: 'learner',
      edition: 1,
    });
    expect(await recordOf(academy)).toMatchObject({
      debts: [],
      notices: [{ data: { debts: [] } }],
    });
    expect((await recordOf(academy, '2026-09-30')).notices).toEqual([]);
  });

  it('RK 1.1: a mark on a document shows digits, words and the results it is made of', async () => {
    const academy = begun();
    const mark = {
      scale: 'five-point',
      value: '4',
      digits: '4',
      words: 'четыре',
      passes: true,
      points: '4',
    };
    const own = { module: 'safety', title: 'Охрана труда', credited: false } as const;
    const part = { studyYear: '2026', period: null };
    const year = { ...part, kind: 'year', value: '3', event: 'e-1' };
    const exam = { ...part, kind: 'state-final', value: '5', event: 'e-2' };
    const last = { kind: 'state-final', record: 'e-2', inForce: 'e-2' };
    issue(academy, DOC, {
      marks: [
        { ...own, ...last, mark, method: 'mean', parts: [year, exam] },
        { ...own, kind: 'final', mark, record: 'e-3', inForce: 'e-4' },
      ],
    });
    const [document] = (await recordOf(academy)).documents;
    expect(document?.marksShown).toMatchObject([
      { digits: '4', words: 'четыре', isMean: true, parts: [year, exam] },
      { isMean: false, parts: [{ kind: 'final', studyYear: null, value: '4', event: 'e-4' }] },
    ]);
    const { lines } = await registerReport(readerOver(academy.events), {
      series: 'certificates',
      year: '2026',
    });
    expect(lines[0]?.marksShown).toEqual(document?.marksShown);
    const page = await personalFileReport(readerOver(academy.events), { learner: 'l-1' });
    const text = personalFileHtml(page, {
      organisation: { name: 'Школа' },
      timeZone: 'Europe/Moscow',
    });
    expect(text).toMatch(/data-events="[^"]*e-1 e-2"[^>]*>\s*4 \(четыре\)/);
    expect(text).toContain('среднее:');
  });

  it('D15: a document has its line, corrections, delivery, what took its place', async () => {
    const academy = begun();
    const line = issue(academy, DOC);
    academy.add('DocumentLineCorrected', '2026-12-25', {
      document: DOC,
      learner: 'l-1',
      corrects: line.id,
      replaces: line.id,
      changed: ['number', 'name'],
      paper: { blank: null, series: 'АБ', number: '0002' },
      content,
      marks: [],
      name: { value: nameOfLine('Лунёва Анна') },
      reason: { value: 'описка' },
      actedOn: '2026-12-28',
      ...signed,
    });
    academy.add('DocumentDelivered', '2026-12-29', {
      document: DOC,
      learner: 'l-1',
      way: 'in-person',
      representative: null,
      signed: true,
      edition: 1,
    });
    expect((await recordOf(academy)).documents).toMatchObject([
      {
        document: DOC,
        state: 'in-force',
        nameOn: { text: 'Лунёва Анна' },
        inForce: { paper: { number: '0002' } },
        corrections: [{ before: { paper: { number: '0001' } } }],
        delivered: { on: '2026-12-29' },
      },
    ]);
    academy.add('DocumentWithdrawn', '2027-02-01', {
      document: DOC,
      learner: 'l-1',
      reason: 'lost',
      outcome: 'loss',
      edition: 1,
    });
    expect((await recordOf(academy)).documents).toMatchObject([{ state: 'withdrawn' }]);
    issue(academy, 'certificates.2026.2', { first: DOC });
    const states = async () =>
      (await recordOf(academy)).documents.map(({ state, standing }) => [state, standing]);
    expect(await states()).toEqual([
      ['replaced', 'original'],
      ['in-force', 'duplicate'],
    ]);
    academy.add('DocumentAnnulled', '2026-12-25', {
      document: 'certificates.2026.2',
      learner: 'l-1',
      corrects: academy.events.at(-1)?.id ?? '',
      reason: { value: 'ошибка' },
      actedOn: '2027-02-05',
      ...signed,
    });
    expect(await states()).toEqual([
      ['withdrawn', 'original'],
      ['annulled', 'duplicate'],
    ]);
  });

  it('RK 1.8: a withdrawal in error is shown as annulled, a delivery by its true day', async () => {
    const academy = begun();
    issue(academy, DOC);
    const own = { document: DOC, learner: 'l-1', edition: 1 };
    const handed = { ...own, way: 'in-person', representative: null, signed: true };
    const late = academy.add('DocumentDelivered', '2026-12-29', handed);
    const lost = { ...own, reason: 'lost', outcome: 'loss' };
    const withdrawal = academy.add('DocumentWithdrawn', '2027-02-01', lost);
    const annul = (entry: typeof late | typeof withdrawal, replacedBy: string | null) =>
      academy.add('DocumentActAnnulled', entry.occurredOn, {
        ...own,
        corrects: entry.id,
        entry: entry.type,
        actedOn: '2027-02-05',
        replacedBy,
        ...signed,
      });
    annul(withdrawal, null);
    annul(late, '0');
    academy.add('DocumentDelivered', '2026-12-28', handed);
    const [line] = (await recordOf(academy)).documents;
    expect(line).toMatchObject({
      state: 'in-force',
      withdrawn: null,
      delivered: { on: '2026-12-28' },
    });
    expect(line?.actsAnnulled.map(({ act }) => [act.type, act.on])).toEqual([
      ['DocumentWithdrawn', '2027-02-01'],
      ['DocumentDelivered', '2026-12-29'],
    ]);
  });

  it('D12, D13: achievements with the learner’s own papers, portfolio with removals', async () => {
    const academy = begun();
    academy.add('AchievementRecorded', '2026-10-05', {
      achievement: 'a-1',
      holder: 'learner',
      group: null,
      kind: 'olympiad',
      event: 'Олимпиада',
      internal: false,
      officialList: null,
      level: 'regional',
      outcome: 'winner',
      team: true,
      edition: 1,
    });
    for (const learner of ['l-1', 'l-2']) {
      academy.add('AchievementParticipantNamed', '2026-10-05', {
        achievement: 'a-1',
        learner,
        enrollment: null,
        result: { value: `место ${learner}` },
        edition: 1,
      });
    }
    academy.add('AchievementEvidenced', '2026-10-06', {
      achievement: 'a-1',
      learner: 'l-2',
      edition: 1,
      document: { value: { title: 'Диплом', number: '2', date: null } },
    });
    addToPortfolio(
      academy,
      '2026-10-07',
      { title: { value: 'Проект' }, locator: { value: 'шкаф 3' } },
      'a-1',
    );
    const [own] = (await recordOf(academy)).achievements;
    expect(own).toMatchObject({
      result: { text: 'место l-1' },
      documents: { documents: [] },
      verified: null,
      outcomeTitle: { ru: 'Победитель' },
    });
    expect((await recordOf(academy, null, 'l-2')).achievements).toMatchObject([
      { documents: { documents: [{ number: '2' }] } },
    ]);
    const items = async (on: string | null = null) => (await recordOf(academy, on)).portfolio;
    expect(await items()).toMatchObject([
      { title: { text: 'Проект' }, locator: { text: 'шкаф 3' }, removed: null },
    ]);
    academy.add(
      'PortfolioItemRemoved',
      '2026-11-01',
      {
        holder: { kind: 'learner', id: 'l-1' },
        item: 'i-1',
        reason: 'returned',
        removedBy: teacher.person,
        office: 'teacher',
        edition: 1,
      },
      { stream: 'academy.portfolio-learner.l-1' },
    );
    expect(await items()).toMatchObject([{ removed: { on: '2026-11-01' } }]);
    expect(await items('2026-10-31')).toMatchObject([{ removed: null }]);
  });

  it('D16: consents and disclosures; of a publication only the learner’s own entry', async () => {
    const academy = begun();
    const consent = { learner: 'l-1', consent: 'k-1' };
    academy.add('ConsentGiven', '2026-09-05', {
      ...consent,
      purpose: 'publication',
      givenBy: 'learner',
      until: null,
    });
    ask(academy);
    const given = { facts: [], forms: [], printouts: [], documents: [], period: null };
    academy.add('ResultsPublished', '2026-10-10', {
      disclosure: 'd-2',
      norm: null,
      purpose: 'openness',
      place: 'сайт',
      given,
      ...signed,
      learners: [
        { learner: 'l-1', consent: 'k-1' },
        { learner: 'l-2', consent: null },
      ],
    });
    const shown = await recordOf(academy);
    expect(shown.disclosures).toMatchObject([
      { state: 'waiting', dueOn: '2026-10-31', applicantName: { text: 'ООО «Работодатель»' } },
      { state: 'published', published: { data: { learners: [{ learner: 'l-1' }] } } },
    ]);
    expect(JSON.stringify(shown.disclosures)).not.toContain('l-2');
    academy.add('ConsentWithdrawn', '2026-10-20', { ...consent, withdrawnBy: 'learner' });
    academy.add('PublicationWithdrawn', '2026-10-21', {
      disclosure: 'd-2',
      learners: ['l-1'],
      reason: 'consent-withdrawn',
      ...signed,
    });
    const after = await recordOf(academy);
    expect(after.consents).toMatchObject([{ withdrawn: { on: '2026-10-20' } }]);
    expect(after.disclosures[1]).toMatchObject({ state: 'taken-down' });
    expect((await recordOf(academy, null, 'l-2')).disclosures).toMatchObject([
      { state: 'published' },
    ]);
    expect((await recordOf(academy, '2026-10-20')).disclosures[1]?.state).toBe('published');
  });

  it('RK 1.8: annulled entries leave the state of a case, and are shown as such', async () => {
    const academy = begun();
    const asked = ask(academy);
    const own = { disclosure: 'd-1', learner: 'l-1' };
    const annul = (
      entry: Pick<RecordedEvent, 'id' | 'type' | 'occurredOn' | 'refs'>,
      actedOn: string,
    ) =>
      academy.add(
        'DisclosureEntryAnnulled',
        entry.occurredOn,
        {
          ...own,
          corrects: entry.id,
          entry: entry.type,
          actedOn,
          replacedBy: null,
          reason: { value: 'описка' },
          ...signed,
        },
        { refs: entry.refs },
      );
    const refused = academy.add('DisclosureRefused', '2026-10-05', {
      ...own,
      refusalGround: 'no-records',
      norm: null,
      ...signed,
    });
    const first = annul(refused, '2026-11-01');
    const shown = await recordOf(academy);
    expect(shown.disclosures).toMatchObject([
      {
        state: 'waiting',
        refused: null,
        began: { source: { event: asked.id } },
        annulled: [
          {
            fact: { type: 'DisclosureRefused' },
            annulment: { source: { event: first.id }, data: { actedOn: '2026-11-01' } },
          },
        ],
      },
    ]);
    expect((await recordOf(academy, '2026-10-04')).disclosures[0]?.annulled).toEqual([]);
    annul(asked, '2026-11-02');
    expect((await recordOf(academy)).disclosures).toMatchObject([
      {
        state: 'annulled',
        asked: null,
        dueOn: null,
        began: { source: { event: asked.id } },
        applicantName: { text: 'ООО «Работодатель»' },
      },
    ]);
    const page = await personalFileReport(readerOver(academy.events), { learner: 'l-1' });
    const options = { organisation: { name: 'Академия' }, timeZone: 'Europe/Moscow' };
    const text = personalFileHtml(page, options);
    expect(text).toContain('запрошено, 01.10.2026: аннулировано 02.11.2026');
    expect(text).toContain('отказано, 05.10.2026: аннулировано 01.11.2026');
    expect(text).not.toContain('ответить до');
    const ledger = await disclosureLedger(readerOver(academy.events), {
      from: '2026-10-01',
      until: '2026-10-31',
    });
    expect(ledger.cases).toMatchObject([
      {
        state: 'annulled',
        learners: [{ person: 'l-1' }],
        purposeTitle: { en: 'Study or work elsewhere' },
      },
    ]);
    const due = await dueReport(readerOver(academy.events, { on: '2026-12-01' }));
    expect(due.items.filter(({ what }) => what === 'disclosure')).toEqual([]);
  });

  it('RK 1.8: what was told in study is a case of its own, and annulled', async () => {
    const academy = begun();
    const own = { disclosure: 'd-3', learner: 'l-1' };
    const refs = { disclosure: ['d-3'], learner: ['l-1'] };
    const given = { facts: [], forms: [], printouts: [], documents: [], period: null };
    const told = academy.add(
      'InformationGiven',
      '2026-10-10',
      {
        ...own,
        recipient: { kind: 'learner', representative: null },
        way: 'in-study',
        purpose: 'path',
        basis: { by: 'right', consent: null, norm: null },
        given,
        medium: 'oral',
        ...signed,
      },
      { refs },
    );
    academy.add(
      'DisclosureEntryAnnulled',
      '2026-10-10',
      {
        ...own,
        corrects: told.id,
        entry: 'InformationGiven',
        actedOn: '2026-11-01',
        replacedBy: null,
        ...signed,
      },
      { refs },
    );
    const period = { from: '2026-10-10', until: '2026-10-10' };
    const ledger = await disclosureLedger(readerOver(academy.events), period);
    expect(ledger.cases).toMatchObject([
      { state: 'annulled', given: [], learners: [{ person: 'l-1' }] },
    ]);
  });

  it('RK 1.8: a publication that was annulled shows nobody, and says whose it was', async () => {
    const academy = begun();
    const given = { facts: [], forms: [], printouts: [], documents: [], period: null };
    const learners = [
      { learner: 'l-1', consent: 'k-1' },
      { learner: 'l-2', consent: null },
    ];
    const refs = { disclosure: ['d-2'], learner: ['l-1', 'l-2'] };
    const published = academy.add(
      'ResultsPublished',
      '2026-10-10',
      {
        disclosure: 'd-2',
        norm: null,
        purpose: 'openness',
        place: 'сайт',
        given,
        ...signed,
        learners,
      },
      { refs },
    );
    academy.add(
      'PublicationEntryAnnulled',
      '2026-10-10',
      {
        disclosure: 'd-2',
        corrects: published.id,
        entry: 'ResultsPublished',
        actedOn: '2026-11-01',
        replacedBy: null,
        reason: null,
        ...signed,
      },
      { refs },
    );
    for (const learner of ['l-1', 'l-2']) {
      expect((await recordOf(academy, null, learner)).disclosures).toMatchObject([
        { state: 'annulled', published: null, began: { data: { learners: [{ learner }] } } },
      ]);
    }
    const ledger = await disclosureLedger(readerOver(academy.events), {
      from: '2026-10-10',
      until: '2026-10-10',
    });
    expect(ledger.cases).toMatchObject([
      { state: 'annulled', learners: [{ person: 'l-1' }, { person: 'l-2' }] },
    ]);
  });

  it('D19: holds that cover the learner, loans and releases of the records', async () => {
    const academy = begun();
    const main = { stream: 'academy.retention-main' };
    const place = (hold: string, scope: object) =>
      academy.add(
        'HoldPlaced',
        '2026-10-01',
        {
          hold,
          scope: scope as { kind: 'all' },
          reason: 'проверка',
          authority: null,
          reviewOn: null,
          ...signed,
        },
        main,
      );
    place('h-1', { kind: 'learner', learner: 'l-1' });
    place('h-2', { kind: 'learner', learner: 'l-2' });
    place('h-3', { kind: 'record', record: `enrollment-${L1}` });
    academy.add('HoldLifted', '2026-10-15', { hold: 'h-1', ...signed }, main);
    academy.add(
      'RecordLent',
      '2026-11-01',
      {
        record: `enrollment-${L1}`,
        borrower: 't-1',
        unit: 'Учебный отдел',
        purpose: 'справка',
        until: '2026-11-15',
        ...signed,
      },
      { stream: `academy.loan-enrollment.${L1}` },
    );
    const { holds, loans } = await recordOf(academy);
    expect(holds.map(({ hold, lifted }) => [hold, lifted?.on ?? null])).toEqual([
      ['h-1', '2026-10-15'],
      ['h-3', null],
    ]);
    expect(loans).toMatchObject([{ data: { unit: 'Учебный отдел' } }]);
    expect((await recordOf(academy, null, 'l-2')).holds.map(({ hold }) => hold)).toEqual(['h-2']);
    academy.add(
      'LoanReturned',
      '2026-11-10',
      {
        record: `enrollment-${L1}`,
        defects: [],
        ...signed,
      },
      { stream: `academy.loan-enrollment.${L1}` },
    );
    academy.add(
      'CarrierReleased',
      '2032-01-10',
      {
        act: 'x-1',
        carrier: 'paper-file',
        record: `enrollment-${L1}`,
      },
      main,
    );
    const released = [{ data: { act: 'x-1' } }];
    expect(await recordOf(academy)).toMatchObject({ loans: [], released });
  });

  it('D18, RK 1.8: an annulled return leaves it lent; a late loan is earlier', async () => {
    const academy = begun();
    const record = `enrollment-${L1}`;
    const place = { stream: `academy.loan-enrollment.${L1}` };
    const lend = (on: string, unit: string) =>
      academy.add(
        'RecordLent',
        on,
        { record, borrower: 't-1', unit, purpose: 'справка', until: '2026-12-15', ...signed },
        place,
      );
    const takeBack = (on: string) =>
      academy.add('LoanReturned', on, { record, defects: [], ...signed }, place);
    const annul = (entry: Pick<RecordedEvent, 'id' | 'type' | 'occurredOn'>) =>
      academy.add(
        'LoanEntryAnnulled',
        entry.occurredOn,
        {
          record,
          corrects: entry.id,
          entry: entry.type,
          actedOn: '2026-12-01',
          replacedBy: null,
          reason: null,
          ...signed,
        },
        place,
      );
    const units = async (on: string | null = null) =>
      (await recordOf(academy, on)).loans.map(({ data }) => data.unit);
    lend('2026-11-10', 'Отдел кадров');
    const returned = takeBack('2026-11-20');
    expect(await units()).toEqual([]);
    annul(returned);
    expect(await units()).toEqual(['Отдел кадров']);
    expect(await units('2026-11-09')).toEqual([]);
    lend('2026-11-01', 'Учебный отдел');
    takeBack('2026-11-05');
    expect(await units()).toEqual(['Отдел кадров']);
    expect(await units('2026-11-04')).toEqual(['Учебный отдел']);
  });

  it('a link names the other record in the files of both, until it is undone', async () => {
    const academy = begun();
    const pair = { learner: 'l-1', other: 'l-2', reason: { value: 'одно лицо' } };
    academy.add('LearnersLinked', '2026-10-01', { ...pair, ...signed });
    academy.add('LearnersUnlinked', '2026-10-05', { ...pair, ...signed });
    const links = async (learner: string, on: string | null = null) =>
      (await recordOf(academy, on, learner)).links.map((one) => [
        one.learner,
        one.name.text,
        one.unlinked?.on ?? null,
      ]);
    expect(await links('l-1', '2026-10-04')).toEqual([['l-2', 'Ёлкин Борис Ильич', null]]);
    expect(await links('l-2')).toEqual([['l-1', 'Яшина Анна Петровна', '2026-10-05']]);
  });

  it('is printed: each part with its words, and erased words as erased', async () => {
    const academy = begun();
    issue(academy, DOC);
    ask(academy);
    addToPortfolio(academy, '2026-10-07', { title: { erased: true }, locator: { erased: true } });
    const page = await personalFileReport(readerOver(academy.events), { learner: 'l-1' });
    const options = { organisation: { name: 'Академия' }, timeZone: 'Europe/Moscow' };
    const text = personalFileHtml(page, options);
    const part = (key: string): string =>
      new RegExp(`<table[^>]* data-table="${key}">[\\s\\S]*?</table>`).exec(text)?.[0] ?? '';
    expect(part('documents')).toContain('УД-1');
    expect(part('documents')).toContain('25.12.2026');
    expect(part('disclosures')).toContain('ООО «Работодатель»');
    expect(part('disclosures')).toContain('ответить до 31.10.2026');
    expect(part('portfolio')).toContain('сведения удалены');
    expect(text).not.toContain('data-table="debts"');
    expect(personalFileHtml(page, { ...options, language: 'en' })).toContain(
      'Documents and registers',
    );
  });
});
