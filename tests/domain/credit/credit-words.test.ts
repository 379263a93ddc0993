import { must, order } from '@letopis/core';
import type { CreditEvent } from '@letopis/core/facts';
import { creditFold } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import {
  application,
  comparison,
  decision,
  grant,
  line,
  openCredit,
} from '../worlds/credit-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { asR5, listing, openGifted, withOlympiad } from '../worlds/gifted-school.ts';

const rules = asR5.credits ?? r2.credits;
const ids = { credit: 'c-1', learner: 'l-1', enrollment: 'l-1.mentor.1' };
const paper = { kind: 'application', number: null, date: '2026-10-05' };
const mother = {
  learner: 'l-1',
  representative: 'r-1',
  name: 'Ильина Ольга Павловна',
  relation: 'parent' as const,
  on: '2026-09-01',
};

async function credit(changes: Parameters<typeof openCredit>[0] = {}) {
  const school = await openCredit(changes);
  const last = async () => (await school.events('credit-c-1')).at(-1);
  const state = async (id = 'c-1') => (await school.session.load(creditFold, id)).state;
  return { ...school, last, state };
}

/** The same, compared. */
async function compared(changes: Parameters<typeof openCredit>[0] = {}) {
  const school = await credit(changes);
  must(await school.credits.compare(comparison));
  return school;
}

/** A decision that grants safety alone, with some of its fields. */
const granting = (fields: object) => ({
  ...decision,
  granted: [{ module: 'safety', kind: 'interim', value: '5', ...fields }],
  reason: 'остальное позже',
});

describe('D11: what each step of an application says', () => {
  test('before it is made an application is nothing', async () => {
    const { state } = await credit();
    expect(await state('c-9')).toEqual({
      id: null,
      learner: '',
      enrollment: '',
      achievement: null,
      source: { kind: 'own', organisation: null, achievedOn: null },
      appliedOn: '',
      application: null,
      documented: false,
      wanted: [],
      compared: new Map(),
      granted: [],
      decidedBy: null,
      decidedOn: null,
      withdrawnOn: null,
      notDone: [],
      entries: new Map(),
      latestDay: '',
      replaced: new Map(),
    });
  });

  test('who applies, for what, on what source, by which edition', async () => {
    const { last } = await credit();
    const event = await last();
    expect(event).toMatchObject({ type: 'CreditApplied', occurredOn: '2026-10-05' });
    const { source, document, wanted } = application;
    const what = { source, document: { value: document }, wanted, achievement: null };
    expect(event?.data).toEqual({ ...ids, applicant: 'learner', ...what, edition: 1 });
  });

  test('each later step whose it is, and by which edition', async () => {
    const { credits, last } = await compared();
    const { lines } = comparison;
    const signer = { person: 'p-9', office: 'teacher', position: null };
    const edition = 1;
    expect((await last())?.data).toEqual({ ...ids, lines, signer, edition });
    must(await credits.decide(decision));
    const none = { form: null, planned: null, scale: null };
    const granted = decision.granted.map((one) => ({ ...none, ...one }));
    const signers = {
      signer: { person: 'p-1', office: 'head', position: null },
      control: { person: 'p-2', office: 'deputy-head', position: null },
    };
    const outcome = { outcome: 'full', granted, source: application.source };
    expect((await last())?.data).toEqual({ ...ids, ...outcome, ...signers, edition });
  });

  test('R5 §5 (will): a withdrawal says by whom it was made', async () => {
    const { credits, learners, last } = await credit();
    must(await learners.nameRepresentative(mother));
    const back = { credit: 'c-1', applicant: { representative: 'r-1' }, on: '2026-10-06' };
    must(await credits.withdraw(back));
    expect(await last()).toMatchObject({ type: 'CreditWithdrawn', occurredOn: '2026-10-06' });
    expect((await last())?.data).toEqual({ ...ids, applicant: 'r-1', edition: 1 });
  });

  test('D11: what was not done says which subject, and why', async () => {
    const { credits, enrollments, store, last } = await compared();
    must(await credits.decide(granting({})));
    const { enrollment } = ids;
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-10-11' }));
    await grant(store);
    const event = await last();
    expect(event).toMatchObject({ type: 'CreditNotDone', occurredOn: '2026-10-12' });
    const refusal = { code: 'outside-study' };
    expect(event?.data).toMatchObject({ ...ids, module: 'safety', kind: 'interim', refusal });
  });

  test('RK 1.5: its steps stand on the application, by its number where it has one', async () => {
    const { credits, events, last, state } = await compared();
    expect((await last())?.ground).toEqual(paper);
    const other = { ...application, id: 'c-2', wanted: [{ module: 'safety', kind: 'final' }] };
    const numbered = { kind: 'application', number: '15', date: '2026-10-04' } as const;
    must(await credits.apply({ ...other, ground: numbered }));
    expect((await state('c-2')).application).toEqual(numbered);
    const byOrder = { ...other, id: 'c-3', ground: order('7-од', '2026-10-04') };
    must(await credits.apply(byOrder));
    expect((await state('c-3')).application).toEqual(paper);
    const [event] = (await events('credit-c-1')) as readonly CreditEvent[];
    const paperless = event === undefined ? [] : [{ ...event, ground: null }];
    expect(foldEvents(creditFold, paperless).application).toEqual(paper);
  });
});

describe('D11 R5 §5 (will): who may apply and take back', () => {
  test('a representative only where the regulation takes their application', async () => {
    const own = { ...rules, applicants: ['learner' as const] };
    const { credits, learners } = await openGifted({ credits: own });
    must(await learners.nameRepresentative(mother));
    const byMother = { ...application, applicant: { representative: 'r-1' } };
    const no = await credits.apply(byMother);
    expectRefused(no, 'credit-applicant-unknown', 'representative', 'learner');
    must(await credits.apply(application));
  });
});

describe('D11: who compares, decides and controls', () => {
  test('one who holds two offices that fit names one of them', async () => {
    const two = { ...rules, decisionOffices: ['head', 'deputy-head'] };
    const { credits, officials, last } = await compared({ credits: two });
    must(await officials.appoint({ person: 'p-2', office: 'head', from: '2026-09-01' }));
    const by = { ...granting({}), decidedBy: 'p-2' };
    expectRefused(await credits.decide(by), 'office-not-named', 'p-2');
    must(await credits.decide({ ...by, office: 'deputy-head' }));
    expect((await last())?.data).toMatchObject({ signer: { office: 'deputy-head' } });
  });

  test('one who controls in two offices names one of them', async () => {
    const { credits, last } = await compared({ credits: { ...rules, controlOffices: null } });
    const by = { ...decision, controlledBy: 'p-6' };
    expectRefused(await credits.decide(by), 'office-not-named', 'p-6');
    must(await credits.decide({ ...by, controlOffice: 'archivist' }));
    expect((await last())?.data).toMatchObject({ control: { person: 'p-6', office: 'archivist' } });
  });

  test('one who compares names the office', async () => {
    const two = { ...rules, comparisonOffices: ['teacher', 'head'] };
    const { credits, officials, last } = await credit({ credits: two });
    must(await officials.appoint({ person: 'p-9', office: 'head', from: '2026-09-01' }));
    expectRefused(await credits.compare(comparison), 'office-not-named', 'p-9');
    must(await credits.compare({ ...comparison, office: 'teacher' }));
    expect((await last())?.data).toMatchObject({ signer: { office: 'teacher' } });
  });

  test('each on the day of the act', async () => {
    const { credits, officials } = await compared();
    must(await officials.relieve({ person: 'p-2', office: 'deputy-head', on: '2026-10-12' }));
    expectRefused(await credits.decide(decision), 'not-appointed', 'p-2', '2026-10-12');
    must(await credits.decide({ ...decision, on: '2026-10-11' }));
  });

  test('who decides heads this programme, not another one', async () => {
    const { credits, officials } = await compared();
    const head = { office: 'head', from: '2026-09-01' } as const;
    for (const [person, programme] of [
      ['p-21', 'other'],
      ['p-22', 'mentor'],
    ] as const) {
      must(await officials.appoint({ ...head, person, scope: { programmes: [programme] } }));
    }
    const by = (decidedBy: string) => credits.decide({ ...decision, decidedBy });
    expectRefused(await by('p-21'), 'not-appointed', 'p-21');
    must(await by('p-22'));
  });
});

describe('D11: a subject is granted only as the enrollment takes it', () => {
  test('its form, scale and plan are those of the records', async () => {
    const { credits } = await compared();
    const decide = (fields: object) => credits.decide(granting(fields));
    expectRefused(await decide({ form: 'oral' }), 'not-in-regulation', 'oral');
    expectRefused(await decide({ scale: 'pass-fail' }), 'other-scale', 'pass-fail');
    expectRefused(await decide({ planned: 'test-9' }), 'planned-unknown', 'test-9');
    must(await decide({ form: 'exam', scale: 'five-point' }));
  });

  test('a planned assessment that has its result is not credited besides', async () => {
    const { credits, groups, assessments } = await compared();
    const plan = { group: 'm-1', module: 'safety', kind: 'interim', form: 'test' } as const;
    for (const id of ['test-1', 'test-2']) {
      must(await groups.planAssessment({ ...plan, id, plannedOn: '2026-09-02' }));
    }
    const { enrollment } = ids;
    const result = { enrollment, planned: 'test-1', value: '4', assessor: 'p-9', on: '2026-10-01' };
    must(await assessments.record(result));
    const taken = await credits.decide(granting({ planned: 'test-1' }));
    expectRefused(taken, 'already-assessed', 'test-1');
    must(await credits.decide(granting({ planned: 'test-2' })));
  });

  test('a result may be credited without a mark', async () => {
    const { credits, store, events } = await compared();
    must(await credits.decide(granting({ value: null })));
    expect(await grant(store)).toMatchObject({ done: 1, 'not-done': 0 });
    const [told] = (await events('enrollment-l-1.mentor.1')).slice(-1);
    expect(told?.data).toMatchObject({ module: 'safety', mark: null, decision: 'c-1' });
  });

  test('R5 §5.2: the last comparison of a subject counts, of each its own', async () => {
    const { credits, state } = await compared();
    const short = { ...comparison, lines: [{ ...line, suffices: false }] };
    must(await credits.compare(short));
    const found = [...(await state()).compared];
    expect(found).toEqual([
      ['safety: interim', false],
      ['practice: interim', true],
    ]);
    const practice = decision.granted.slice(1);
    must(await credits.decide({ ...decision, granted: practice, reason: 'не соответствует' }));
  });
});

describe('D11 R5 §1.2 (gifted): what the regulation asks of an achievement', () => {
  const wish = {
    id: 'c-2',
    enrollment: ids.enrollment,
    applicant: 'learner' as const,
    source: { kind: 'achievement' as const },
    achievement: 'a-1',
    wanted: [
      { module: 'safety', kind: 'final' },
      { module: null, kind: 'final' },
    ],
    on: '2026-10-30',
  };
  const one = { module: 'safety', kind: 'final', value: '5' };
  const decide = { ...decision, credit: 'c-2', granted: [one], reason: 'одного хватает' };

  test('no entry in the state resource, where it asks for none', async () => {
    const lax = { ...rules, achievementNeedsListing: false };
    const { credits } = await withOlympiad({ credits: lax });
    must(await credits.apply(wish));
    must(await credits.decide({ ...decide, on: '2026-11-03' }));
  });

  test('no verification, where it asks for none', async () => {
    const achievements = { ...(asR5.achievements ?? r2.achievements), basisMustBeVerified: false };
    const { credits, learners } = await withOlympiad({ achievements });
    must(await learners.listAsGifted(listing));
    must(await credits.apply(wish));
    must(await credits.decide({ ...decide, on: '2026-11-01' }));
  });

  test('the programme as a whole is no subject of the state attestation', async () => {
    const { credits, learners, events } = await withOlympiad();
    must(await learners.listAsGifted(listing));
    must(await credits.apply(wish));
    const [applied] = await events('credit-c-2');
    expect(applied?.data).toMatchObject({ achievement: 'a-1', learner: 'l-1' });
    const whole = { module: null, kind: 'final', value: null };
    must(await credits.decide({ ...decide, granted: [whole], on: '2026-11-03' }));
  });
});
