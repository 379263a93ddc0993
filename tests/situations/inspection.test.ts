import { must } from '@letopis/core';
import { correctionsHtml } from '@letopis/forms';
import {
  correctionsReport,
  disclosureLedger,
  dueReport,
  journalPage,
  orderRegister,
  presenceReport,
  withDigest,
} from '@letopis/projections';
import { expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { namedSchool } from '../domain/worlds/named-school.ts';
import { rowsOf, tableOf, textOf } from '../forms/reading.ts';
import { printedFile, printedJournal, reading } from './printed.ts';

/* RK §4 no. 10. An inspector wants an extract and the orders tomorrow; a file is seized. */

const enrollment = 'l-3.basic.1';
const journal = { group: '8a', module: 'algebra' };
const month = { from: '2026-11-01', until: '2026-11-30' };

test('RK §4 no. 10: an inspector gets extract, journal, audit and orders', async () => {
  const school = await namedSchool();
  const { assessments, disclosures, documents, printouts, store } = school;
  school.onDay('2026-11-18');
  const mark = { enrollment, module: 'algebra', kind: 'current', form: 'survey', assessor: 'p-9' };
  const { eventId } = must(await assessments.record({ ...mark, value: '2', on: '2026-10-06' }));
  const right = { enrollment, replaces: eventId, value: '4', words: 'четыре', signer: 'p-9' };
  must(await assessments.correct({ ...right, reason: 'описка' }));

  // Given the demand, which names tomorrow.
  const asked = {
    learner: 'l-3',
    purpose: 'lawful-demand',
    form: 'written',
    way: 'demand',
  } as const;
  const applicant = { kind: 'authority' } as const;
  const applicantName = 'Рособрнадзор';
  const demand = { ...asked, id: 'd-1', applicant, applicantName, dueOn: '2026-11-19' };
  must(await disclosures.ask({ ...demand, on: '2026-11-18' }));
  const due = async () =>
    (await dueReport(await reading(school, '2026-11-19'))).items.filter(
      ({ what }) => what === 'disclosure',
    );
  expect(await due()).toMatchObject([{ of: 'd-1', dueOn: '2026-11-19', overdue: false }]);

  // When the bundle is made: an extract is registered, the printed journal is certified.
  school.onDay('2026-11-19');
  const made = { learner: 'l-3', enrollment, signer: 'p-1', on: '2026-11-19' };
  const extract = must(await documents.issue({ ...made, kind: 'extract' }));
  const page = await journalPage(await reading(school, '2026-11-19'), journal);
  const { basis } = withDigest(page, (text) => store.ports.hash(text, 'hex'));
  const source = {
    last: basis.last ?? '',
    event: basis.event ?? '',
    recordedAt: basis.recordedAt ?? '',
    digest: basis.digest ?? '',
    on: basis.on,
  };
  const bound = { sheets: 3, stitched: true, sealed: true, signer: 'p-1', on: '2026-11-19' };
  const records = [`enrollment-${enrollment}`];
  must(await printouts.certify({ id: 'x-1', form: 'lesson-journal', records, source, ...bound }));
  const given = {
    documents: [extract.document],
    printouts: ['x-1'],
    forms: [{ form: 'corrections-register' }, { form: 'order-register' }],
    period: month,
  };
  const basisOfLaw = { by: 'law', norm: '273-ФЗ, ст. 93' } as const;
  const grant = { disclosure: 'd-1', signer: 'p-1', office: 'head', on: '2026-11-19' };
  const give = { given, medium: 'paper' } as const;
  must(await disclosures.grant({ ...grant, basis: basisOfLaw, give }));

  // Then nothing is due any more, and the ledger and his file say what was given to whom.
  expect(await due()).toEqual([]);
  const ledger = await disclosureLedger(await reading(school), month);
  expect(ledger.cases).toMatchObject([
    {
      state: 'given',
      applicantName: { text: 'Рособрнадзор' },
      given: [{ data: { given: { documents: [extract.document], printouts: ['x-1'] } } }],
    },
  ]);
  const file = await printedFile(school, 'l-3');
  const told = file.rows('disclosures').map((row) => row.slice(0, 3));
  expect(told).toEqual([['18.11.2026', 'орган власти Рособрнадзор', 'Требование закона']]);
  expect(file.rows('disclosures').flat().at(-1)).toContain('выдано 19.11.2026');
  expect(file.rows('documents').map((row) => row[1])).toEqual(['Выписка']);

  // And the pages of the bundle are those of that day: journal, audit of corrections, orders.
  const printedPage = await printedJournal(school, journal, '2026-11-19');
  expect(printedPage.rows('marks-1').flat()).toContain('2 41) (четыре)');
  const audit = await correctionsReport(await reading(school, '2026-11-19'), month);
  const options = { organisation: { name: 'Школа № 7' }, timeZone: 'Europe/Moscow' };
  const sheet = rowsOf(tableOf(correctionsHtml(audit, options), 'corrections')).map(textOf);
  expect(sheet).toEqual([expect.stringContaining('2 два 4 четыре описка Белова Ольга Юрьевна')]);
  const { lines } = await orderRegister(await reading(school), { year: '2026' });
  const [first] = lines;
  expect(first?.number).toBe('1-од');
  expect(first?.uses.map(({ type }) => type)).toContain('Enrolled');
});

test('RK §4 no. 10: a seized file: a copy stays, a hold, no day of return', async () => {
  const school = await namedSchool();
  const { files, seizures, presence } = school;
  const { file } = must(await files.open({ learner: 'l-3', number: '8-17', on: '2026-09-01' }));
  school.onDay('2026-11-20');

  // When the act of seizure is entered, with the investigator's paper.
  const item = { carrier: 'personal-files', record: `file-${file}` };
  must(
    await seizures.seize({
      id: 's-1',
      number: '1-и',
      authority: 'СУ СК по Свердловской области',
      takerPosition: 'следователь',
      takerName: 'Орлов Павел Ильич',
      paper: { kind: 'decision', number: '17', date: '2026-11-19' },
      items: [{ ...item, sheets: 40, copySheets: 40 }],
      reviewOn: '2027-05-20',
      signer: 'p-1',
      on: '2026-11-20',
    }),
  );

  // Then the list says who has it and which certified copy stays, and his file prints it.
  const { seizures: away } = await presenceReport(await reading(school, '2026-11-20'));
  expect(away).toMatchObject([
    {
      takerName: { text: 'Орлов Павел Ильич' },
      items: [{ copySheets: 40, standing: 'seized' }],
      holds: ['s-1-1'],
    },
  ]);
  const printed = await printedFile(school, 'l-3', '2026-11-20');
  expect(printed.text).toContain('Наличие: Личные дела: изъято 20.11.2026.');
  expect(printed.rows('keeping')).toEqual([
    ['20.11.2026', 'Запрет на уничтожение: изъятие, акт № 1-и', 'действует'],
  ]);

  // And no day of return is asked for: due is a look at the hold. It is neither lent nor lost.
  const due = (await dueReport(await reading(school, '2027-05-21'))).items;
  expect(due.filter(({ what }) => what === 'loan' || what === 'search')).toEqual([]);
  expect(due.find(({ what }) => what === 'hold-review')).toMatchObject({ dueOn: '2027-05-20' });
  const lost = { ...item, state: 'lost', circumstances: 'нет на полке' } as const;
  const missing = await presence.report({ ...lost, signer: 'p-5', on: '2026-11-20' });
  expectRefused(missing, 'carrier-unfit', item.record);

  // When it comes back, the hold is lifted by the same entry, and the file is in place.
  school.onDay('2027-06-01');
  const paper = { kind: 'letter', number: '90', date: '2027-05-31' } as const;
  const end = { seizure: 's-1', outcome: 'returned', paper, signer: 'p-1' } as const;
  must(await seizures.end({ ...end, on: '2027-06-01' }));
  const back = await printedFile(school, 'l-3');
  expect(back.text).not.toContain('Наличие');
  expect(back.rows('keeping').flat().at(-1)).toBe('снят 01.06.2027');
});
