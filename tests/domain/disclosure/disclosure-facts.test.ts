import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import {
  asked,
  demand,
  employer,
  given,
  mother,
  openDisclosures,
  right,
  ruled,
  signed,
} from '../worlds/disclosure-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const head = { person: 'p-1', office: 'head', position: null };
const whose = { disclosure: ['d-1'], learner: ['l-4'] };
const whole = { facts: [], printouts: [], documents: [], period: null };

describe('D16: each fact of an application says all of it, and is found by its ids', () => {
  test('who asks, in which form and way, for what, and until when', async () => {
    const { disclosures, events } = await openDisclosures();
    must(await disclosures.ask({ ...asked, applicant: mother, applicantName: 'Ильина О. П.' }));
    must(await disclosures.ask({ ...demand, id: 'd-2', asked: 'Ведомость', dueOn: asked.on }));
    const said = { learner: 'l-4', form: 'written', purpose: 'acquaintance', edition: 1 };
    const [first] = await events('disclosure-d-1');
    expect(first?.refs).toEqual(whose);
    expect(first?.data).toEqual({
      ...said,
      disclosure: 'd-1',
      applicant: mother,
      applicantName: { value: 'Ильина О. П.' },
      way: 'application',
      deadline: 'personal-data',
      dueOn: '2026-10-15',
    });
    const [second] = await events('disclosure-d-2');
    expect(second?.data).toEqual({
      ...said,
      disclosure: 'd-2',
      applicant: { kind: 'authority', representative: null },
      asked: { value: 'Ведомость' },
      way: 'demand',
      deadline: null,
      dueOn: asked.on,
    });
  });

  test('put off: the new day, the reason, and who signed', async () => {
    const { disclosures, events } = await openDisclosures();
    must(await disclosures.ask(asked));
    const off = { ...signed, days: 1, reason: 'Архив на переезде' };
    must(await disclosures.putOff(off));
    expect((await events('disclosure-d-1'))[1]).toMatchObject({
      type: 'AnswerPutOff',
      occurredOn: '2026-10-02',
      refs: { ...whose, official: ['p-1'] },
      data: {
        disclosure: 'd-1',
        learner: 'l-4',
        dueOn: '2026-10-16',
        reason: { value: 'Архив на переезде' },
        signer: head,
        edition: 1,
      },
    });
  });

  test('granted by a consent, by law, or by right: the basis alone stands there', async () => {
    const { disclosures, events } = await openDisclosures();
    const bases = [
      { by: 'consent' as const, consent: 'c-1' },
      { by: 'law' as const, norm: '273-FZ art. 29' },
    ];
    const none = { consent: null, norm: null };
    for (const [n, basis] of bases.entries()) {
      const id = `d-${n + 5}`;
      must(await disclosures.ask({ ...employer, id }));
      must(await disclosures.grant({ ...signed, disclosure: id, basis }));
      const [, granted, ...more] = await events(`disclosure-${id}`);
      expect(more).toEqual([]);
      expect(granted?.refs).toEqual({ disclosure: [id], learner: ['l-4'], official: ['p-1'] });
      expect(granted?.data).toMatchObject({ basis: { ...none, ...basis } });
    }
    must(await disclosures.ask(asked));
    must(await disclosures.grant({ ...signed, basis: right }));
    expect((await events('disclosure-d-1'))[1]?.data).toEqual({
      disclosure: 'd-1',
      learner: 'l-4',
      basis: { by: 'right', consent: null, norm: null },
      signer: head,
      edition: 1,
    });
  });

  test('refused: the ground, the norm and the words where there are some', async () => {
    const { disclosures, events } = await openDisclosures();
    must(await disclosures.ask(asked));
    const no = { ...signed, refusalGround: 'no-records' };
    must(await disclosures.refuse(no));
    const said = { learner: 'l-4', refusalGround: 'no-records', signer: head, edition: 1 };
    const [, bare] = await events('disclosure-d-1');
    expect(bare?.refs).toEqual({ ...whose, official: ['p-1'] });
    expect(bare?.data).toEqual({ ...said, disclosure: 'd-1', norm: null });
    must(await disclosures.ask({ ...asked, id: 'd-2' }));
    const why = { norm: '152-FZ art. 20 §2', reason: 'Дел нет' };
    must(await disclosures.refuse({ ...no, disclosure: 'd-2', ...why }));
    expect((await events('disclosure-d-2'))[1]?.data).toEqual({
      ...said,
      disclosure: 'd-2',
      norm: '152-FZ art. 20 §2',
      reason: { value: 'Дел нет' },
    });
  });

  test('given: what, to whom, on which basis; found by the papers too', async () => {
    const { disclosures, events } = await openDisclosures();
    must(await disclosures.ask({ ...asked, applicant: mother }));
    must(await disclosures.grant({ ...signed, basis: right }));
    const content = { ...given, printouts: ['x-1'], documents: ['diploma-7'] };
    const what = { ...signed, given: content, medium: 'paper' as const };
    must(await disclosures.give({ ...what, signer: 'p-5', on: '2026-10-03' }));
    const [, , told] = await events('disclosure-d-1');
    expect(told?.occurredOn).toBe('2026-10-03');
    const official = ['p-5'];
    expect(told?.refs).toEqual({ ...whose, official, printout: ['x-1'], document: ['diploma-7'] });
    const forms = [{ form: 'transcript', version: null }];
    expect(told?.data).toEqual({
      disclosure: 'd-1',
      learner: 'l-4',
      recipient: mother,
      way: 'application',
      purpose: 'acquaintance',
      basis: { by: 'right', consent: null, norm: null },
      given: { ...whole, ...content, forms },
      medium: 'paper',
      signer: { person: 'p-5', office: 'records-keeper', position: null },
      edition: 1,
    });
  });

  test('told in study: to the learner by right, in nobody’s application', async () => {
    const { disclosures, events } = await openDisclosures();
    const told = { id: 'd-5', learner: 'l-4', purpose: 'path', given, signer: 'p-9' };
    const said = { ...told, medium: 'electronic' as const, on: '2026-10-01' };
    must(await disclosures.tell({ ...said, to: 'learner' }));
    const [fact] = await events('disclosure-d-5');
    expect(fact?.refs).toEqual({ disclosure: ['d-5'], learner: ['l-4'], official: ['p-9'] });
    expect(fact?.data).toMatchObject({
      recipient: { kind: 'learner', representative: null },
      way: 'in-study',
      basis: { by: 'right', consent: null, norm: null },
      medium: 'electronic',
    });
    const step = { ...signed, disclosure: 'd-5' };
    expectRefused(await disclosures.grant({ ...step, basis: right }), 'application-unknown', 'd-5');
    const give = await disclosures.give({ ...step, given, medium: 'paper' });
    expectRefused(give, 'application-unknown', 'd-5');
  });
});

describe('D16: each step of an application has its order and its office', () => {
  const off = { ...signed, days: 1, reason: 'Архив на переезде' };
  const no = { ...signed, refusalGround: 'no-records' };
  const what = { ...signed, given, medium: 'paper' as const };

  test('none without an application, none by another office', async () => {
    const { disclosures } = await openDisclosures();
    expectRefused(await disclosures.putOff(off), 'application-unknown', 'd-1');
    expectRefused(await disclosures.refuse(no), 'application-unknown', 'd-1');
    expectRefused(await disclosures.give(what), 'application-unknown', 'd-1');
    must(await disclosures.ask(asked));
    const signer = 'p-9';
    expectRefused(await disclosures.putOff({ ...off, signer }), 'not-appointed', 'p-9');
    expectRefused(await disclosures.refuse({ ...no, signer }), 'not-appointed', 'p-9');
    must(await disclosures.grant({ ...signed, basis: right }));
    expectRefused(await disclosures.give({ ...what, signer }), 'not-appointed', 'p-9');
  });

  test('each may be on the day of the one before it, and not earlier', async () => {
    const { disclosures } = await openDisclosures();
    must(await disclosures.ask(asked));
    const early = { on: '2026-09-30' };
    const order = ['2026-09-30', '2026-10-01'];
    expectRefused(await disclosures.putOff({ ...off, ...early }), 'act-out-of-order', ...order);
    expectRefused(await disclosures.refuse({ ...no, ...early }), 'act-out-of-order', ...order);
    must(await disclosures.putOff({ ...off, on: '2026-10-01' }));
    must(await disclosures.grant({ ...signed, basis: right, on: '2026-10-01' }));
    expectRefused(await disclosures.give({ ...what, ...early }), 'act-out-of-order', ...order);
    must(await disclosures.give({ ...what, on: '2026-10-01' }));
  });

  test('what was decided is neither put off nor decided again', async () => {
    const { disclosures } = await openDisclosures();
    must(await disclosures.ask(asked));
    must(await disclosures.grant({ ...signed, basis: right }));
    const later = { on: '2026-10-05' };
    const decided = ['d-1', '2026-10-02'];
    const code = 'application-decided';
    expectRefused(await disclosures.putOff({ ...off, ...later }), code, ...decided);
    expectRefused(await disclosures.refuse({ ...no, ...later }), code, ...decided);
    must(await disclosures.ask({ ...asked, id: 'd-2' }));
    must(await disclosures.refuse({ ...no, disclosure: 'd-2' }));
    const again = { ...signed, ...later, disclosure: 'd-2' };
    const twice = await disclosures.grant({ ...again, basis: right });
    expectRefused(twice, code, 'd-2', '2026-10-02');
    const given2 = await disclosures.give({ ...again, given, medium: 'paper' });
    expectRefused(given2, 'not-granted', 'd-2');
  });
});

describe('D16: terms of an application', () => {
  test('a demand that names its own day is not put off', async () => {
    const { disclosures } = await openDisclosures();
    must(await disclosures.ask({ ...demand, dueOn: '2026-10-05' }));
    const off = await disclosures.putOff({ ...signed, days: 1, reason: 'Болезнь' });
    expectRefused(off, 'put-off-too-far', 'd-1', '1', '0');
  });

  test('of several terms the first that lists the applicant holds, or the one named', async () => {
    const [own] = r2.disclosure.deadlines;
    const short = { ...own!, id: 'short', days: 3, unit: 'calendar-days' as const };
    const others = r2.disclosure.deadlines;
    const { disclosures, events } = await openDisclosures(ruled({ deadlines: [...others, short] }));
    const terms = async (id: string, change: object) => {
      must(await disclosures.ask({ ...asked, id, ...change }));
      const [fact] = await events(`disclosure-${id}`);
      return fact?.data;
    };
    expect(await terms('d-1', {})).toMatchObject({
      deadline: 'personal-data',
      dueOn: '2026-10-15',
    });
    expect(await terms('d-2', { deadline: 'short' })).toMatchObject({
      deadline: 'short',
      dueOn: '2026-10-04',
    });
    const foreign = await disclosures.ask({ ...asked, id: 'd-3', deadline: 'appeal' });
    expectRefused(foreign, 'answer-term-unknown', 'appeal', 'learner', 'personal-data, short');
    // Five calendar days more, because the term is in calendar days.
    must(await disclosures.putOff({ ...signed, disclosure: 'd-2', days: 5, reason: 'Переезд' }));
    const [, off] = await events('disclosure-d-2');
    expect(off?.data).toMatchObject({ dueOn: '2026-10-09' });
  });
});
