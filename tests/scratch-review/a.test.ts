import type { EventStore } from '@letopis/core';
import { assessmentRoom, codec, coreEvents, Desk, enrollmentRoom, Kernel, must, order, letopis, transferRoom, commendationRoom } from '@letopis/core';
import { it, expect } from 'vitest';
import { mentorAcademy, withLearner, passAll, mark, roomsOf, countersigned } from '../domain/enrollment-academy.ts';
import { wrapped } from '../kernel/wrapped-store.ts';
const CID = '01980000-0000-7000-8000-0000000000aa';
function rival(store: EventStore, actor='u-17') {
  const kernel = new Kernel(store, codec(coreEvents));
  const desk = new Desk('academy', { actor, onBehalfOf: null, ground: order('2-л', '2026-09-01') }, kernel);
  return { desk, enrollments: enrollmentRoom(desk), assessments: assessmentRoom(desk) };
}
function before(store: EventStore, stream: string, nth: number, run: () => Promise<unknown>) {
  let n = 0;
  return wrapped(store, { async *readStream(name, o) { if (name === stream && ++n === nth) await run(); yield* store.readStream(name, o); } });
}
it('R1 planned record sent twice', async () => {
  const a = await withLearner(); const store = a.desk.kernel.store;
  const raw = { enrollment: a.id, planned: 'test-1', value: '4', on: '2026-11-01', assessor: 'p-9', commandId: CID };
  let first: any;
  const s2 = before(store, 'academy.enrollment-l-1.mentor.1', 2, async () => { first = await a.assessments.record(raw); });
  const second = await rival(s2).assessments.record(raw);
  expect(second).toEqual(first);
});
it('R2 enroll sent twice', async () => {
  const a = await mentorAcademy(); const store = a.desk.kernel.store;
  const raw = { learner: 'l-1', group: 'm-1', from: '2026-09-01', commandId: CID };
  for (const nth of [1, 2, 3]) {
    const l = `l-${nth}`; let first: any;
    const r = { ...raw, learner: l };
    const s2 = before(store, `academy.enrollment-${l}.mentor.1`, nth, async () => { first = await a.enrollments.enroll(r); });
    const second = await rival(s2).enrollments.enroll(r);
    expect.soft(second, String(nth)).toEqual(first);
  }
});
it('R3 id reused across processes', async () => {
  const a = await withLearner(); const store = a.desk.kernel.store;
  const raw = { enrollment: a.id, module: 'safety', value: '4', on: '2026-11-01', assessor: 'p-9', commandId: CID };
  let first: any; let done = false;
  const s2 = wrapped(store, { append: async (...args) => { if (!done) { done = true; first = await a.assessments.record(raw);} return store.append(...args); } });
  const b = rival(s2);
  const second = await b.assessments.record({ ...raw, value: '2' }).catch((e) => e.code);
  expect.soft(second).toBe('command-id-reused');
  const again = await b.assessments.correct({ enrollment: a.id, replaces: must(first as any).eventId, value: '4', words: 'четыре', reason: 'x', signer: 'p-9' });
  expect.soft(again.ok ? 'ok' : again.refusal.code).toBe('same-value');
});
it('S16 personal value in refusal text', async () => {
  const a = await mentorAcademy();
  const r = await a.learners.register({ id: 'x', name: 'Ильина Анна', nmae: 1 } as never);
  expect.soft(r.ok ? '' : r.refusal.text.en).not.toContain('Ильина');
  const r2 = await a.learners.change({ learner: 'x', name: undefined, on: '2026-09-01' } as never);
  console.info(r2.ok ? '' : r2.refusal.text.en);
});
it('S17 bigint / cyclic', async () => {
  const a = await mentorAcademy();
  const cyc: any = {}; cyc.a = cyc;
  for (const v of [5n, cyc, Symbol('x')]) {
    const r = await a.assessments.record({ enrollment: v, value: v, module: v, assessor: v, on: v } as never).catch((e) => e);
    expect.soft(r.ok, String(r)).toBe(false);
  }
});
it('S14 uppercase causation / lone surrogate ground', async () => {
  const a = await mentorAcademy();
  for (const more of [{ causationId: '01980000-0000-7000-8000-0000000000AA' }, { ground: { kind: 'order', number: '\ud800', date: '2026-09-01' } }, { ground: { kind: 'order', number: '  ', date: '2026-09-01' } }]) {
    const r: any = await a.learners.register({ id: 'q', on: '2026-09-01', ...more } as never).catch((e) => e);
    expect.soft(r.ok === false && r.refusal.code, String(r) + JSON.stringify(more)).toBe('invalid-input');
  }
});
it('S15 sender ground', async () => {
  const a = await mentorAcademy();
  const l = letopis({ store: a.desk.kernel.store, organisation: 'academy' });
  let threw = false;
  try { const s = l.as('u-1', { ground: { kind: 'Order!', number: '1', date: '25.08.2026' } as never }); must(await s.learners.register({ id: 'z9', on: '2026-09-01' })); } catch { threw = true; }
  expect.soft(threw).toBe(true);
});
it('E5 credited corrected to unsatisfactory', async () => {
  const a = await withLearner();
  const c = must(await a.assessments.credit({ enrollment: a.id, module: 'safety', kind: 'interim', value: '4', source: { kind: 'own' }, on: '2026-09-01', decidedBy: 'p-9' }));
  const r = await a.assessments.correct({ enrollment: a.id, replaces: c.eventId, value: '2', words: 'два', reason: 'x', signer: 'p-9' });
  expect.soft(r.ok ? 'ok' : r.refusal.code).toBe('credit-not-satisfactory');
});
it('S22 commendation', async () => {
  const a = await withLearner();
  const room = commendationRoom(a.desk);
  const base = { basis: 'petition' as const, proposedBy: 'p-9', on: '2026-12-01' };
  const r1 = await room.propose({ ...base, learner: 'l-2', enrollment: a.id });
  const r2 = await room.propose({ ...base, learner: 'l-2', enrollment: 'Иванов Иван' });
  const r3 = await room.propose({ ...base, learner: 'nobody' });
  expect.soft([r1.ok, r2.ok, r3.ok]).toEqual([false, false, false]);
});
it('S9 throws', async () => {
  const a = await mentorAcademy({ archive: { deadlineDays: 3000, handOverOffices: ['head'] } });
  const r: any = await transferRoom(a.desk).begin({ records: ['file-l-1.1'], handsOver: 'p-1', orderDate: '2199-12-01', on: '2026-12-01' }).catch((e) => e);
  expect.soft(r.ok, String(r)).toBeDefined();
  must(await a.learners.register({ id: 'b', birthDate: '2190-01-01', on: '2190-02-01' }));
  const q: any = await a.learners.giveConsent({ learner: 'b', purpose: 'publication', givenBy: 'learner', on: '2190-03-01' }).catch((e) => e);
  expect.soft(q.ok, String(q)).toBeDefined();
});
it('W reinstate + enroll skew', async () => {
  const a = await withLearner();
  must(await a.enrollments.discharge({ enrollment: a.id, reason: 'own-wish', on: '2026-10-01' }));
  let done = false; const store = a.desk.kernel.store;
  const s2 = wrapped(store, { append: async (...args) => { if (!done) { done = true; must(await a.enrollments.reinstate({ enrollment: a.id, on: '2026-11-01' })); } return store.append(...args); } });
  const r = await rival(s2).enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-11-01' });
  expect.soft(r.ok).toBe(false);
});
