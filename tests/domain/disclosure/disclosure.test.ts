import { must, newCommandId } from '@letopis/core';
import { applicationOn, disclosureFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { given, likeR1, likeR3, openDisclosures } from '../worlds/disclosure-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const oral = {
  id: 'd-1',
  learner: 'l-4',
  applicant: { kind: 'learner' as const },
  form: 'oral' as const,
  purpose: 'acquaintance',
  on: '2026-10-01',
};
const mother = { ...oral, applicant: { kind: 'representative' as const, representative: 'r-1' } };
const employer = {
  ...oral,
  applicant: { kind: 'third-person' as const },
  applicantName: 'ООО «Лучик»',
  asked: 'Диплом Ильиной',
  form: 'written' as const,
  purpose: 'study-or-work',
};
const right = { by: 'right' as const };
const signed = { disclosure: 'd-1', signer: 'p-1', on: '2026-10-02' };

describe('D16 R1 §6.3, R3 §4.4, R5 §6.4: information is given on application', () => {
  test('an oral application is answered at once, by ids and never by content', async () => {
    const { disclosures, events } = await openDisclosures();
    expect(must(await disclosures.ask(oral)).id).toBe('d-1');
    const give = { given, medium: 'oral' as const };
    must(await disclosures.grant({ ...signed, basis: right, give }));
    const [asked, granted, told] = await events('disclosure-d-1');
    const refs = { disclosure: ['d-1'], learner: ['l-4'] };
    const signer = { person: 'p-1', office: 'head', position: null };
    expect(asked).toMatchObject({
      type: 'DisclosureAsked',
      occurredOn: '2026-10-01',
      refs,
      data: { way: 'application', form: 'oral', deadline: 'personal-data', edition: 1 },
    });
    expect(granted?.data).toMatchObject({ basis: { by: 'right', consent: null, norm: null } });
    expect(told).toMatchObject({
      type: 'InformationGiven',
      refs: { ...refs, official: ['p-1'] },
      data: {
        recipient: { kind: 'learner', representative: null },
        purpose: 'acquaintance',
        signer,
        given: { forms: [{ form: 'transcript', version: null }], facts: [] },
        medium: 'oral',
      },
    });
  });

  test('R5 §6.2: a mother’s rights end at the 18th birthday', async () => {
    const { disclosures } = await openDisclosures(likeR3);
    must(await disclosures.ask(mother));
    const late = { ...signed, basis: right, on: '2026-11-10' };
    expectRefused(await disclosures.grant(late), 'representative-unknown', 'r-1', '2026-11-10');
    must(await disclosures.grant({ ...late, on: '2026-11-09' }));
    const what = { disclosure: 'd-1', given, medium: 'paper' as const, signer: 'p-1' };
    const after = await disclosures.give({ ...what, on: '2026-11-10' });
    expectRefused(after, 'representative-unknown', 'r-1', '2026-11-10');
    must(await disclosures.give({ ...what, on: '2026-11-09' }));
  });

  test('R3 §4.2, R5 §6.2: a grandmother without powers is refused, on any basis', async () => {
    const { disclosures, events } = await openDisclosures(likeR3);
    must(await disclosures.ask(employer));
    const bases = [
      right,
      { by: 'interest' as const },
      { by: 'consent' as const, consent: 'c-1' },
      { by: 'law' as const, norm: '273-FZ' },
    ];
    for (const basis of bases) {
      const no = await disclosures.grant({ ...signed, basis });
      expectRefused(no, 'disclosure-not-open', 'third-person', basis.by);
    }
    const no = { ...signed, refusalGround: 'not-entitled', reason: 'Бабушка Ильиной' };
    expectRefused(
      await disclosures.refuse({ ...no, refusalGround: 'whim' }),
      'refusal-ground-unknown',
      'whim',
      'not-entitled',
    );
    must(await disclosures.refuse(no));
    expect((await events('disclosure-d-1')).at(-1)).toMatchObject({
      type: 'DisclosureRefused',
      data: { refusalGround: 'not-entitled', signer: { person: 'p-1' } },
    });
    const again = await disclosures.grant({ ...signed, basis: right });
    expectRefused(again, 'application-decided', 'd-1', '2026-10-02');
  });

  test('R1 §6.2: an employer gets it by a consent that holds on the day, or by law', async () => {
    const { disclosures, learners } = await openDisclosures(likeR1);
    must(await disclosures.ask(employer));
    const by = (consent: string) => ({ ...signed, basis: { by: 'consent' as const, consent } });
    for (const none of ['c-9', 'c-2']) {
      expectRefused(await disclosures.grant(by(none)), 'consent-not-holding', none, 'transfer');
    }
    must(await disclosures.grant(by('c-1')));
    const withdrawal = { learner: 'l-4', consent: 'c-1', withdrawnBy: 'r-1', on: '2026-10-05' };
    must(await learners.withdrawConsent(withdrawal));
    const what = { ...signed, given, medium: 'paper' as const };
    const late = await disclosures.give({ ...what, on: '2026-10-05' });
    expectRefused(late, 'consent-not-holding', 'c-1', 'l-4', '2026-10-05');
    must(await disclosures.give({ ...what, on: '2026-10-04' }));
    const twice = await disclosures.give({ ...what, on: '2026-10-06' });
    expectRefused(twice, 'information-given-already', 'd-1', '2026-10-04');
  });

  test('R1 §6.2: of age, only the learner’s own consent counts', async () => {
    const { disclosures } = await openDisclosures(likeR1);
    must(await disclosures.ask({ ...employer, on: '2026-11-10' }));
    const basis = { by: 'consent' as const, consent: 'c-1' };
    const no = await disclosures.grant({ ...signed, basis, on: '2026-11-10' });
    expectRefused(no, 'consent-not-holding', 'c-1', '2026-11-10');
  });

  test('R2 §1.6: it is open to all interested persons', async () => {
    const { disclosures } = await openDisclosures(r2);
    must(await disclosures.ask(employer));
    must(await disclosures.grant({ ...signed, basis: { by: 'interest' } }));
  });

  test('a lawful demand is answered on a norm alone, by the day that it names', async () => {
    const { disclosures, handler } = await openDisclosures(r2);
    const demand = {
      ...employer,
      applicant: { kind: 'authority' as const },
      way: 'demand' as const,
      purpose: 'lawful-demand',
      dueOn: '2026-10-03',
    };
    must(await disclosures.ask(demand));
    const asPerson = { ...demand, id: 'd-2', applicant: { kind: 'third-person' as const } };
    must(await disclosures.ask(asPerson));
    const interest = { ...signed, disclosure: 'd-2', basis: { by: 'interest' as const } };
    expectRefused(await disclosures.grant(interest), 'disclosure-not-open', 'interest', 'law');
    must(await disclosures.grant({ ...signed, basis: { by: 'law', norm: '2202-1-FZ art. 22' } }));
    const { state } = await handler.load(disclosureFold, 'academy.disclosure-d-1');
    expect(applicationOn(state, '2026-10-05')).toEqual({
      state: 'granted',
      dueOn: '2026-10-03',
      overdueDays: 2,
    });
    const past = await disclosures.ask({ ...demand, id: 'd-3', dueOn: '2026-09-30' });
    expectRefused(past, 'act-out-of-order', '2026-09-30', '2026-10-01');
    const own = await disclosures.ask({ ...employer, id: 'd-4', dueOn: '2026-10-09' });
    expectRefused(own, 'invalid-input', 'dueOn');
  });

  test('the name of who asks, what they ask and why it is refused stand in no line', async () => {
    const { disclosures, store } = await openDisclosures(likeR3);
    must(await disclosures.ask(employer));
    const no = { ...signed, refusalGround: 'not-entitled', reason: 'Ильина против' };
    must(await disclosures.refuse(no));
    for await (const page of store.readStream('academy.disclosure-d-1')) {
      for (const { line } of page) expect(line).not.toMatch(/Лучик|Ильин/);
      expect(Object.keys(page[0]?.beside ?? {}).toSorted()).toEqual(['applicantName', 'asked']);
      expect(Object.keys(page[1]?.beside ?? {})).toEqual(['reason']);
    }
  });

  test('a command sent twice has one answer', async () => {
    const { disclosures, events, store } = await openDisclosures();
    const once = { ...oral, commandId: newCommandId(store.ports) };
    expect(must(await disclosures.ask(once))).toEqual(must(await disclosures.ask(once)));
    expect(await events('disclosure-d-1')).toHaveLength(1);
    expectRefused(await disclosures.ask(oral), 'already-exists', 'd-1');
  });

  test('what does not fit the regulation, or comes in the wrong order, is refused', async () => {
    const { disclosures } = await openDisclosures();
    const ask = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await disclosures.ask({ ...oral, ...change }), code, ...values);
    await ask({ learner: 'l-9' }, 'learner-unknown', 'l-9');
    await ask({ purpose: 'gossip' }, 'purpose-unknown', 'gossip', 'path');
    await ask({ deadline: 'appeal' }, 'answer-term-unknown', 'appeal', 'learner', 'personal-data');
    await ask({ on: '2026-12-01' }, 'dated-ahead', '2026-12-01');
    const nobody = await disclosures.grant({ ...signed, basis: right });
    expectRefused(nobody, 'application-unknown', 'd-1');
    must(await disclosures.ask(oral));
    const what = { ...signed, given, medium: 'oral' as const };
    expectRefused(await disclosures.give(what), 'not-granted', 'd-1');
    const early = { ...signed, basis: right, on: '2026-09-30' };
    expectRefused(await disclosures.grant(early), 'act-out-of-order', '2026-09-30', '2026-10-01');
    const teacher = await disclosures.grant({ ...signed, signer: 'p-9', basis: right });
    expectRefused(teacher, 'not-appointed', 'p-9');
    const nothing = await disclosures.give({ ...what, given: {} });
    expectRefused(nothing, 'invalid-input', 'given');
  });

  test('R1 §6.3: where only written applications are taken, an oral one is refused', async () => {
    const written = { ...r2, disclosure: { ...r2.disclosure, forms: ['written' as const] } };
    const { disclosures } = await openDisclosures(written);
    expectRefused(await disclosures.ask(oral), 'application-form-unknown', 'oral', 'written');
  });
});

describe('D16 R1 §6.3, R4 §2.2.6, R5 §2.3: information is given in the course of study', () => {
  const told = {
    id: 'd-5',
    learner: 'l-4',
    to: 'r-1',
    purpose: 'path',
    given,
    medium: 'electronic' as const,
    signer: 'p-9',
    on: '2026-10-01',
  };

  test('to a representative with rights or to the learner, and it is on record', async () => {
    const { disclosures, events } = await openDisclosures();
    expect(must(await disclosures.tell(told)).id).toBe('d-5');
    must(await disclosures.tell({ ...told, id: 'd-6', to: 'learner' }));
    expect((await events('disclosure-d-5'))[0]).toMatchObject({
      type: 'InformationGiven',
      data: {
        way: 'in-study',
        recipient: { kind: 'representative', representative: 'r-1' },
        signer: { person: 'p-9', office: 'teacher' },
      },
    });
    expectRefused(await disclosures.tell(told), 'already-exists', 'd-5');
  });

  test('not to anybody else, nor for another purpose, nor by another office', async () => {
    const { disclosures } = await openDisclosures();
    const tell = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await disclosures.tell({ ...told, ...change }), code, ...values);
    await tell({ to: 'r-2' }, 'representative-unknown', 'r-2');
    await tell({ on: '2026-11-10' }, 'representative-unknown', 'r-1', '2026-11-10');
    await tell({ purpose: 'gossip' }, 'purpose-unknown', 'gossip');
    await tell({ signer: 'p-7' }, 'not-appointed', 'p-7');
    await tell({ learner: 'l-9' }, 'learner-unknown', 'l-9');
  });
});
