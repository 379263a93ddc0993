import { must } from '@letopis/core';
import { disclosureLedger } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { certificateOf, give, leavingSchool, marksIn, shortly } from '../worlds/leaving-school.ts';
import { readerOn } from '../worlds/presence-school.ts';

/* RK 4 no. 10, R5 §6.2: an inspector wants an extract and the orders tomorrow. */

const demand = {
  id: 'd-1',
  learner: 'l-1',
  applicant: { kind: 'authority' },
  applicantName: 'Рособрнадзор',
  way: 'demand',
  form: 'written',
  asked: 'выписка, листы журнала, приказы о зачислении',
  purpose: 'lawful-demand',
  dueOn: '2027-06-26',
  on: '2027-06-25',
} as const;
const law = { by: 'law', norm: '273-ФЗ, ст. 93' } as const;
const signed = { disclosure: 'd-1', signer: 'p-1', office: 'head', on: '2027-06-26' };

describe('RK 4 no. 10: a demand of an inspector under R5', () => {
  test('is answered with an extract and what goes with it, by the day that it names', async () => {
    const school = await leavingSchool();
    await give(school, 'ninth', ['physics', 'year', '4', '2027-05-20']);
    must(await school.disclosures.ask(demand));
    const extract = await school.documents.issue({ ...certificateOf('ninth'), kind: 'extract' });
    expect(shortly(await marksIn(school, extract))).toEqual(['physics 4']);
    const { document } = must(extract);
    const given = {
      documents: [document],
      forms: [{ form: 'class-journal' }, { form: 'audit' }, { form: 'order-register' }],
    };
    const bundle = { given, medium: 'paper' } as const;
    must(await school.disclosures.grant({ ...signed, basis: law, give: bundle }));
    const events = await school.events('academy.disclosure-d-1');
    expect(events.at(-1)).toMatchObject({
      type: 'InformationGiven',
      occurredOn: '2027-06-26',
      data: { given: { documents: [document] }, medium: 'paper' },
    });
    const period = { from: '2027-06-01', until: '2027-06-30' };
    const ledger = await disclosureLedger(await readerOn(school.store, '2027-06-30'), period);
    expect(JSON.stringify(ledger.cases)).toContain(document);
  });

  test('on a norm of law alone, and never for one who does not represent the child', async () => {
    const school = await leavingSchool();
    must(await school.disclosures.ask(demand));
    const mere = await school.disclosures.grant({ ...signed, basis: { by: 'interest' } });
    expectRefused(mere, 'disclosure-not-open', 'authority', 'interest');
    const relative = { ...demand, id: 'd-2', applicant: { kind: 'third-person' } } as const;
    must(await school.disclosures.ask(relative));
    const basis = { by: 'consent', consent: 'c-1' } as const;
    const refused = await school.disclosures.grant({ ...signed, disclosure: 'd-2', basis });
    expectRefused(refused, 'disclosure-not-open', 'third-person', 'consent');
  });
});
