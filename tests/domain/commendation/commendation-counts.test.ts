import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openGifted } from '../worlds/gifted-school.ts';

const proposal = {
  id: 'k-1',
  learner: 'l-1',
  basis: 'petition' as const,
  proposedBy: { body: 'ООО «Лучик»' },
  on: '2026-11-02',
};
const order = {
  commendation: 'k-1',
  kind: 'letter-of-thanks',
  orderedBy: 'p-1',
  on: '2026-11-05',
};
const result = {
  enrollment: 'l-1.mentor.1',
  module: 'safety',
  kind: 'interim',
  value: '5',
  assessor: 'p-9',
  basis: { kind: 'commendation', id: 'k-1' },
  on: '2026-11-10',
};
const commended = async (changes: Parameters<typeof openGifted>[0] = {}) => {
  const school = await openGifted(changes);
  must(await school.commendations.propose(proposal));
  must(await school.commendations.order(order));
  return school;
};

describe('D14 R1 §5.5: a commendation may count in an assessment', () => {
  test('R1 §5.5: in a current or interim one, not in a final one', async () => {
    const { assessments, events } = await commended();
    must(await assessments.record(result));
    const told = (await events('enrollment-l-1.mentor.1')).at(-1);
    expect(told?.data).toMatchObject({ basis: { kind: 'commendation', id: 'k-1' } });
    must(await assessments.record({ ...result, kind: 'current' }));
    const final = await assessments.record({ ...result, kind: 'final', on: '2026-11-20' });
    expectRefused(final, 'basis-not-for-kind', 'k-1', 'final', 'current, interim');
  });

  test('R1 §5.5: in which kinds is a field', async () => {
    const commendation = { ...r2.commendation, countsIn: ['current'] };
    const { assessments } = await commended({ commendation });
    expectRefused(await assessments.record(result), 'basis-not-for-kind', 'interim', 'current');
  });

  test('R1 §5.5: only the learner’s own, ordered by then, and not revoked', async () => {
    const { assessments, commendations } = await commended();
    const other = await assessments.record({ ...result, enrollment: 'l-2.mentor.1' });
    expectRefused(other, 'commendation-of-another', 'k-1', 'l-2');
    const early = await assessments.record({ ...result, on: '2026-11-04' });
    expectRefused(early, 'commendation-not-ordered', 'k-1');
    must(await commendations.propose({ ...proposal, id: 'k-2' }));
    const proposed = { ...result, basis: { kind: 'commendation', id: 'k-2' } };
    expectRefused(await assessments.record(proposed), 'commendation-not-ordered', 'k-2');
    const none = { ...result, basis: { kind: 'commendation', id: 'k-9' } };
    expectRefused(await assessments.record(none), 'commendation-unknown', 'k-9');
    const revoked = { commendation: 'k-1', revokedBy: 'p-1', on: '2026-11-08' };
    must(await commendations.revoke(revoked));
    expectRefused(await assessments.record(result), 'commendation-revoked', 'k-1', '2026-11-08');
    must(await assessments.record({ ...result, on: '2026-11-07' }));
  });
});

describe('D14 R4 §4.8, R5 §3.3: kinds of a separate local act', () => {
  const act = { title: { ru: 'Положение о поощрении', en: 'Act on commendation' }, number: '14' };
  const rules = { ...r2.commendation, kinds: [], separateAct: act };

  test('R4 §4.8: none is given before the act’s kinds are entered by a new edition', async () => {
    const school = await openGifted({ commendation: rules });
    must(await school.commendations.propose(proposal));
    const no = await school.commendations.order(order);
    const { text } = expectRefused(no, 'commendation-kind-unknown', 'letter-of-thanks');
    expect(text.ru).toContain(act.title.ru);
    expect(text.en).toContain(act.title.en);
    const commendation = { ...rules, kinds: r2.commendation.kinds };
    must(await school.regulation.amend({ from: '2026-11-04', sections: { commendation } }));
    must(await school.commendations.order(order));
    expect((await school.events('commendation-k-1')).at(-1)?.data).toMatchObject({ edition: 2 });
  });
});
