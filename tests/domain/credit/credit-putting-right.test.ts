import type { EventStore } from '@letopis/core';
import { listOwed, must } from '@letopis/core';
import { creditFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import {
  application,
  comparison,
  decision,
  grant,
  granting,
  line,
  openCredit,
} from '../worlds/credit-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const enrollment = 'l-1.mentor.1';
const wrong = { reason: 'не то заявление', signer: 'p-1', office: 'head', on: '2026-11-21' };
const strange = '01990000-0000-7000-8000-000000000001';
const back = { credit: 'c-1', applicant: 'learner' as const };

/** An application, each of its steps by its event id. */
async function applied() {
  const school = await openCredit();
  const { credits, events, session } = school;
  const annul = async (entry: string, more = {}) =>
    credits.annulEntry({ credit: 'c-1', entry, ...wrong, ...more });
  const state = async () => (await session.load(creditFold, 'c-1')).state;
  const steps = async () => events('credit-c-1');
  const credited = async () =>
    (await events(`enrollment-${enrollment}`)).filter(({ type }) => type === 'ResultCredited');
  const first = (await steps())[0]?.id ?? '';
  return { ...school, annul, state, steps, credited, application: first };
}

async function decided() {
  const school = await applied();
  const compared = must(await school.credits.compare(comparison)).eventId;
  const granted = must(await school.credits.decide(decision)).eventId;
  return { ...school, compared, decision: granted };
}

const stillOwed = async (store: EventStore): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const { event } of listOwed({ store, ...granting(store) })) found.push(event.id);
  return found;
};

describe('D11, RK 1.8: a step of an application is annulled', () => {
  test('it never was, by whom and why stays on record, the reason beside the line', async () => {
    const { annul, credits, decision: entry, steps, state } = await decided();
    must(await annul(entry));
    const annulment = (await steps()).at(-1);
    expect(annulment).toMatchObject({ type: 'CreditEntryAnnulled', occurredOn: '2026-10-12' });
    expect(annulment?.refs).toEqual({
      credit: ['c-1'],
      learner: ['l-1'],
      enrollment: [enrollment],
      programme: ['mentor'],
      module: ['practice', 'safety'],
      official: ['p-1', 'p-2'],
    });
    expect(annulment?.data).toEqual({
      credit: 'c-1',
      learner: 'l-1',
      enrollment,
      corrects: entry,
      entry: 'CreditDecided',
      actedOn: '2026-11-21',
      replacedBy: null,
      signer: { person: 'p-1', office: 'head', position: null },
      reason: { value: 'не то заявление' },
      edition: 1,
    });
    expect(await state()).toMatchObject({ decidedOn: null, decidedBy: null, granted: [] });
    must(await credits.decide({ ...decision, on: '2026-10-14' }));
    expect(await state()).toMatchObject({ decidedOn: '2026-10-14', decidedBy: 'p-1' });
  });

  test('what rests on it is named, and is annulled first', async () => {
    const { annul, credits, state, ...ids } = await decided();
    const ofDecision = ['CreditDecided', '2026-10-12', ids.decision];
    expectRefused(await annul(ids.compared), 'entry-rested-on', ids.compared, ...ofDecision);
    const ofAll = ['CreditCompared', ids.compared, ...ofDecision];
    expectRefused(await annul(ids.application), 'entry-rested-on', ids.application, ...ofAll);
    for (const entry of [ids.decision, ids.compared, ids.application]) must(await annul(entry));
    const gone = await credits.compare(comparison);
    expectRefused(gone, 'credit-unknown', 'c-1');
    must(await credits.apply({ ...application, on: '2026-10-06' }));
    expect(await state()).toMatchObject({ id: 'c-1', appliedOn: '2026-10-06' });
  });

  test('R5 §5.2: one of two comparisons that suffice carries nothing', async () => {
    const { annul, credits, state } = await decided();
    const { eventId } = must(await credits.compare({ ...comparison, on: '2026-10-06' }));
    must(await annul(eventId));
    expect(await state()).toMatchObject({ decidedOn: '2026-10-12' });
  });

  test('a withdrawal that was entered in error is taken back', async () => {
    const { annul, credits, state } = await applied();
    const { eventId } = must(await credits.withdraw({ ...back, on: '2026-10-06' }));
    must(await annul(eventId));
    expect(await state()).toMatchObject({ withdrawnOn: null });
    must(await credits.compare(comparison));
    must(await credits.decide(decision));
  });

  test('RK 1.8: once, by its event id, for a reason, by who may put entries right', async () => {
    const { annul, credits, decision: entry } = await decided();
    expectRefused(await annul(entry, { reason: undefined }), 'reason-missing', entry);
    expectRefused(await annul(entry, { signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, '2026-11-21');
    expectRefused(await annul(strange), 'entry-unknown', strange, 'c-1');
    const none = await credits.annulEntry({ credit: 'c-9', entry, ...wrong });
    expectRefused(none, 'credit-unknown', 'c-9');
  });
});

describe('D11, RK 1.8: an annulled decision and the enrollment', () => {
  test('the results that were credited by it are named, and are annulled first', async () => {
    const { annul, assessments, credited, store, ...ids } = await decided();
    await grant(store);
    const [one, other] = (await credited()).map(({ id }) => id);
    const rests = ['ResultCredited', '2026-10-12', one ?? '', other ?? ''];
    expectRefused(await annul(ids.decision), 'entry-rested-on', ids.decision, ...rests);
    const undo = { enrollment, reason: 'зачтено ошибочно', signer: 'p-1', office: 'head' };
    must(await assessments.annul({ ...undo, result: one ?? '', on: '2026-11-20' }));
    const left = expectRefused(await annul(ids.decision), 'entry-rested-on', other ?? '');
    expect(left.data).toMatchObject({ facts: [{ id: other }] });
    must(await assessments.annul({ ...undo, result: other ?? '', on: '2026-11-20' }));
    must(await annul(ids.decision));
  });

  test('what it granted is not carried out any more', async () => {
    const { annul, credited, store, steps, ...ids } = await decided();
    expect(await stillOwed(store)).toEqual([ids.decision, ids.decision]);
    must(await annul(ids.decision));
    expect(await stillOwed(store)).toEqual([]);
    expect(await grant(store)).toMatchObject({ done: 0, 'not-done': 0, unrecorded: 0 });
    expect(await credited()).toEqual([]);
    expect((await steps()).at(-1)).toMatchObject({ type: 'CreditEntryAnnulled' });
  });

  test('decided anew with the same words it is carried out once', async () => {
    const { annul, credits, credited, store, state, ...ids } = await decided();
    must(await annul(ids.decision));
    const { eventId } = must(await credits.decide(decision));
    expect(await stillOwed(store)).toEqual([eventId, eventId]);
    expect(await grant(store)).toMatchObject({ done: 2, 'not-done': 0, unrecorded: 0 });
    expect(await grant(store)).toMatchObject({ done: 0, settled: 2 });
    const causes = (await credited()).map(({ causationId }) => causationId);
    expect(causes).toEqual([eventId, eventId]);
    expect(await state()).toMatchObject({ notDone: [] });
  });

  test('carried out, undone and decided anew it is credited again', async () => {
    const { annul, assessments, credits, credited, store, ...ids } = await decided();
    await grant(store);
    for (const { id: result } of await credited()) {
      const undo = { enrollment, reason: 'ошибка', signer: 'p-1', office: 'head' };
      must(await assessments.annul({ ...undo, result, on: '2026-11-20' }));
    }
    must(await annul(ids.decision));
    const { eventId } = must(await credits.decide(decision));
    expect(await grant(store)).toMatchObject({ done: 2, 'not-done': 0, unrecorded: 0 });
    const causes = (await credited()).map(({ causationId }) => causationId);
    expect(causes).toEqual([ids.decision, ids.decision, eventId, eventId]);
  });

  test('what the enrollment refused of it is forgotten with it', async () => {
    const { annul, enrollments, state, store, ...ids } = await decided();
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-10-11' }));
    await grant(store);
    expect((await state()).notDone).toHaveLength(2);
    must(await annul(ids.decision));
    expect((await state()).notDone).toEqual([]);
  });
});

describe('D11, RK 1.5: a step that is entered late', () => {
  test('R5 §5.2: a comparison of a day before the decision is taken after it', async () => {
    const { credits, state, decision: entry } = await decided();
    const late = { ...comparison, on: '2026-10-11' };
    must(await credits.compare(late));
    const short = { ...late, lines: [{ ...line, suffices: false }] };
    const no = await credits.compare(short);
    expectRefused(no, 'entry-contradicted', '2026-10-11', 'CreditDecided', entry);
    must(await credits.compare({ ...short, on: '2026-10-07' }));
    expect(await state()).toMatchObject({ decidedOn: '2026-10-12' });
  });

  test('R5 §5.2: a decision rests on the comparisons of its own day and before', async () => {
    const { annul, credits, decision: entry } = await decided();
    must(await annul(entry));
    const early = await credits.decide({ ...decision, on: '2026-10-07' });
    expectRefused(early, 'credit-not-compared', 'c-1', 'safety: interim');
    must(await credits.compare({ ...comparison, on: '2026-10-06' }));
    const before = await credits.decide({ ...decision, on: '2026-10-07' });
    expectRefused(before, 'entry-contradicted', 'CreditCompared', '2026-10-08');
  });

  test('R5 §5: withdrawn before it was decided, it could not be decided', async () => {
    const { credits, decision: entry } = await decided();
    const late = await credits.withdraw({ ...back, on: '2026-10-11' });
    expectRefused(late, 'entry-contradicted', '2026-10-11', 'CreditDecided', entry);
    const after = await credits.withdraw({ ...back, on: '2026-10-12' });
    expectRefused(after, 'credit-decided-already', 'c-1', '2026-10-12');
    const early = await credits.withdraw({ ...back, on: '2026-10-04' });
    expectRefused(early, 'act-out-of-order', '2026-10-04', '2026-10-05');
  });
});
