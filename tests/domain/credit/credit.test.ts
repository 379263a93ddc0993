import { must, newCommandId } from '@letopis/core';
import { creditFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { application, comparison, decision, line, openCredit } from '../worlds/credit-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { asR5, openGifted } from '../worlds/gifted-school.ts';

const rules = asR5.credits ?? r2.credits;
const mother = {
  learner: 'l-1',
  representative: 'r-1',
  name: 'Ильина Ольга Павловна',
  relation: 'parent' as const,
  until: '2026-10-31',
  on: '2026-09-01',
};

describe('D11 R4 §2.2.9, R5 §1.2: an application for credit', () => {
  test('D11: is made, compared, and decided in full under control', async () => {
    const { credits, events, store } = await openCredit();
    must(await credits.compare(comparison));
    must(await credits.decide(decision));
    const whose = { credit: ['c-1'], learner: ['l-1'], enrollment: ['l-1.mentor.1'] };
    expect(await events('credit-c-1')).toMatchObject([
      {
        type: 'CreditApplied',
        refs: { ...whose, programme: ['mentor'], module: ['practice', 'safety'] },
        data: { applicant: 'learner', source: application.source, edition: 1 },
      },
      {
        type: 'CreditCompared',
        data: { lines: comparison.lines, signer: { person: 'p-9', office: 'teacher' } },
      },
      {
        type: 'CreditDecided',
        refs: { ...whose, official: ['p-1', 'p-2'] },
        data: {
          outcome: 'full',
          signer: { person: 'p-1', office: 'head' },
          control: { person: 'p-2', office: 'deputy-head' },
        },
      },
    ]);
    for await (const page of store.readStream('academy.credit-c-1')) {
      expect(page[0]?.line).not.toContain('справка-77');
      expect(page[0]?.beside).toHaveProperty('document');
    }
  });

  test('D11: is granted in part, or refused, with the reason', async () => {
    const { credits, events } = await openCredit();
    must(await credits.compare(comparison));
    const part = { ...decision, granted: decision.granted.slice(0, 1) };
    const no = await credits.decide(part);
    expectRefused(no, 'reason-missing', 'c-1', 'part');
    must(await credits.decide({ ...part, reason: 'часов не хватает' }));
    expect((await events('credit-c-1')).at(-1)?.data).toMatchObject({
      outcome: 'part',
      reason: { value: 'часов не хватает' },
    });
    const other = await openCredit();
    const nothing = { ...decision, granted: [], reason: 'программы различны' };
    must(await other.credits.decide(nothing));
    const told = (await other.events('credit-c-1')).at(-1);
    expect(told?.data).toMatchObject({ outcome: 'refused', granted: [] });
  });

  test('R5 §5 (will): a representative applies only while their rights hold', async () => {
    const { credits, learners, events } = await openGifted();
    must(await learners.nameRepresentative(mother));
    const byMother = { ...application, applicant: { representative: 'r-1' } };
    const late = await credits.apply({ ...byMother, on: '2026-11-01' });
    expectRefused(late, 'representative-unknown', 'r-1', '2026-11-01');
    must(await credits.apply(byMother));
    expect((await events('credit-c-1'))[0]?.data).toMatchObject({ applicant: 'r-1' });
  });

  test('R5 §5 (will): is taken back by who may apply, before it is decided', async () => {
    const { credits, events } = await openCredit();
    const back = { credit: 'c-1', applicant: 'learner' as const, on: '2026-10-06' };
    const stranger = { ...back, applicant: { representative: 'r-9' } };
    expectRefused(await credits.withdraw(stranger), 'representative-unknown', 'r-9');
    must(await credits.withdraw(back));
    expect((await events('credit-c-1')).at(-1)?.type).toBe('CreditWithdrawn');
    expectRefused(await credits.decide(decision), 'credit-withdrawn', 'c-1', '2026-10-06');
  });

  test('D11: sent twice it is one, named by its command', async () => {
    const { credits, events, store } = await openGifted();
    const { id: _, ...unnamed } = application;
    const sent = { ...unnamed, commandId: newCommandId(store.ports) };
    const first = must(await credits.apply(sent));
    expect(first.credit).toBe(sent.commandId);
    expect(must(await credits.apply(sent))).toEqual(first);
    expect(await events(`credit-${sent.commandId}`)).toHaveLength(1);
  });
});

const refusesWish = async (change: object, code: string, ...values: string[]) => {
  const { credits } = await openGifted();
  expectRefused(await credits.apply({ ...application, ...change }), code, ...values);
};

describe('D11: an application is refused', () => {
  test('for what is not there', async () => {
    await refusesWish({ enrollment: 'l-1.mentor.9' }, 'enrollment-unknown', 'l-1.mentor.9');
    const wanted = [{ module: 'law', kind: 'interim' }];
    await refusesWish({ wanted }, 'module-unknown', 'law', 'safety');
    const weekly = [{ module: 'safety', kind: 'weekly' }];
    await refusesWish({ wanted: weekly }, 'not-in-regulation', 'weekly', 'interim');
    const twice = [...application.wanted, ...application.wanted];
    await refusesWish({ wanted: twice }, 'invalid-input', 'wanted');
    await refusesWish({ source: { kind: 'other-organisation' } }, 'invalid-input', 'source.organ');
    await refusesWish({ achievement: 'a-1' }, 'invalid-input', 'achievement');
    await refusesWish({ on: '2026-11-23' }, 'dated-ahead', '2026-11-23');
  });

  test('from where, or by whom, the regulation takes none', async () => {
    const sources = ['own' as const];
    const { credits } = await openGifted({ credits: { ...rules, sources } });
    const foreign = await credits.apply(application);
    expectRefused(foreign, 'credit-source-unknown', 'other-organisation', 'own');
    const applicants = ['representative' as const];
    const strict = await openGifted({ credits: { ...rules, applicants } });
    const alone = await strict.credits.apply(application);
    expectRefused(alone, 'credit-applicant-unknown', 'learner', 'representative');
  });

  test('under an id that stands', async () => {
    const { credits } = await openCredit();
    expectRefused(await credits.apply(application), 'already-exists', 'c-1');
  });
});

const lines = (change: object) => ({ ...comparison, lines: [{ ...line, ...change }] });

describe('D11 R5 §5.2: comparing', () => {
  test('is of subjects that were applied for, by a method and in an office', async () => {
    const { credits } = await openCredit({ credits: { ...rules, methods: ['comparison'] } });
    const none = await credits.compare({ ...comparison, credit: 'c-9' });
    expectRefused(none, 'credit-unknown', 'c-9');
    const other = await credits.compare(lines({ module: 'physics' }));
    expectRefused(other, 'credit-not-wanted', 'physics', 'safety: interim');
    const method = await credits.compare(lines({ method: 're-assessment' }));
    expectRefused(method, 'credit-method-unknown', 're-assessment', 'comparison');
    const by = await credits.compare({ ...comparison, comparedBy: 'p-7' });
    expectRefused(by, 'not-appointed', 'p-7');
    const early = await credits.compare({ ...comparison, on: '2026-10-04' });
    expectRefused(early, 'act-out-of-order', '2026-10-04', '2026-10-05');
  });

  test('that does not suffice is made good by a re-assessment', async () => {
    const { credits } = await openCredit();
    const short = { ...comparison, lines: [{ ...line, suffices: false }] };
    must(await credits.compare(short));
    const one = { ...decision, granted: decision.granted.slice(0, 1), reason: 'остальное позже' };
    const no = await credits.decide(one);
    expectRefused(no, 'credit-not-compared', 'c-1', 'safety: interim');
    const again = { ...line, method: 're-assessment' as const, result: '4' };
    must(await credits.compare({ ...comparison, lines: [again] }));
    must(await credits.decide(one));
  });
});

const refusesDecision = async (change: object, code: string, ...values: string[]) => {
  const { credits } = await openCredit();
  must(await credits.compare(comparison));
  expectRefused(await credits.decide({ ...decision, ...change }), code, ...values);
};

describe('D11: a decision is refused', () => {
  test('R5 §5 (control): without the control that the regulation asks for', async () => {
    await refusesDecision({ controlledBy: null }, 'credit-uncontrolled', 'c-1', 'deputy-head');
    await refusesDecision({ controlledBy: 'p-9' }, 'not-appointed', 'p-9');
  });

  test('R5 §5 (control): by a deputy head of another level of education', async () => {
    const { credits, officials, programmes, groups, enrollments } = await openGifted();
    const from = '2026-09-01';
    const modules = [{ id: 'safety', scale: 'five-point' }];
    must(await programmes.open({ id: 'basic', level: 'basic-general', on: from, modules }));
    must(await groups.open({ id: 'b-1', programme: 'basic', on: from }));
    must(await enrollments.enroll({ learner: 'l-3', group: 'b-1', from }));
    const deputy = { office: 'deputy-head', from };
    must(
      await officials.appoint({ ...deputy, person: 'p-3', scope: { levels: ['primary-general'] } }),
    );
    must(
      await officials.appoint({ ...deputy, person: 'p-4', scope: { levels: ['basic-general'] } }),
    );
    const enrollment = 'l-3.basic.1';
    const wanted = [{ module: 'safety', kind: 'interim' }];
    must(await credits.apply({ ...application, enrollment, wanted }));
    must(await credits.compare({ ...comparison, lines: comparison.lines.slice(0, 1) }));
    const decide = { ...decision, granted: decision.granted.slice(0, 1) };
    const other = await credits.decide({ ...decide, controlledBy: 'p-3' });
    expectRefused(other, 'not-appointed', 'p-3', 'deputy-head');
    must(await credits.decide({ ...decide, controlledBy: 'p-4' }));
  });

  test('for what was not applied for, or the enrollment would not take', async () => {
    const other = { module: 'physics', kind: 'interim', value: '5' };
    await refusesDecision({ granted: [other] }, 'credit-not-wanted', 'physics');
    const off = { module: 'safety', kind: 'interim', value: '9' };
    await refusesDecision({ granted: [off] }, 'not-on-scale', '9');
    await refusesDecision({ decidedBy: 'p-9' }, 'not-appointed', 'p-9');
    await refusesDecision({ on: '2026-10-04' }, 'act-out-of-order', '2026-10-04', '2026-10-05');
    await refusesDecision({ on: '2026-10-07' }, 'credit-not-compared', 'c-1', 'safety: interim');
  });

  test('without the document, where the regulation asks for one', async () => {
    const { credits } = await openGifted();
    const { document: _, ...bare } = application;
    must(await credits.apply(bare));
    must(await credits.compare(comparison));
    expectRefused(await credits.decide(decision), 'credit-undocumented', 'c-1');
  });

  test('a second time', async () => {
    const { credits, session } = await openCredit();
    must(await credits.compare(comparison));
    must(await credits.decide(decision));
    const again = await credits.decide(decision);
    expectRefused(again, 'credit-decided-already', 'c-1', '2026-10-12');
    const late = await credits.compare({ ...comparison, on: '2026-10-12' });
    expectRefused(late, 'credit-decided-already', 'c-1');
    const { state } = await session.load(creditFold, 'c-1');
    expect(state.granted).toHaveLength(2);
  });

  test('where no control is asked for, who watched over it may still be named', async () => {
    const school = await openCredit({ credits: { ...rules, controlOffices: null } });
    must(await school.credits.compare(comparison));
    must(await school.credits.decide({ ...decision, controlledBy: 'p-5' }));
    expect((await school.events('credit-c-1')).at(-1)?.data).toMatchObject({
      control: { person: 'p-5', office: 'records-keeper' },
    });
  });
});
