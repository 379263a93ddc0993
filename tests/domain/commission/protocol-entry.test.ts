import { must, newCommandId } from '@letopis/core';
import { enterProtocolEntry } from '@letopis/core/commands';
import { decideEnterProtocolEntry } from '@letopis/core/decisions';
import { commissionFold, enrollmentFold, readEdition } from '@letopis/core/facts';
import { isRefusal } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import type { AttestingAcademy } from '../worlds/commission-academy.ts';
import { attested, byProtocol, sitting, withCommissions } from '../worlds/commission-academy.ts';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { mark } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const on = '2026-12-20';

/** A commission that has sat, with a numbered protocol without entries. */
async function sat(changes: Changes = {}) {
  const academy = await withCommissions(changes);
  return { ...academy, protocol: await sitting(academy, 'c-1', on) };
}

/** The same, with the final mark of `l-1` in its protocol. */
async function entered(changes: Changes = {}) {
  const academy = await sat(changes);
  return { ...academy, ...(await attested(academy, academy.protocol, on)) };
}

/** Enrolls `l-2` in `m-1`, and records their final mark by the protocol; gives both ids. */
async function secondLearner(academy: AttestingAcademy, protocol: string) {
  const { id } = must(
    await academy.enrollments.enroll({ learner: 'l-2', group: 'm-1', from: '2026-09-01' }),
  );
  const facts = { kind: 'final', ...byProtocol(protocol) };
  return { id, result: await mark({ ...academy, id }, '3', on, facts) };
}

const lastOf = async ({ events }: AttestingAcademy) =>
  (await events('academy.commission-c-1')).at(-1);

const correcting = { signer: 'p-1', reason: 'не тот слушатель', on: '2026-12-22' } as const;

describe('D8: a result that is entered in a protocol', () => {
  test('D8: the entry names commission, protocol, learner and result', async () => {
    const academy = await entered();
    const { data } = (await lastOf(academy)) ?? {};
    expect(data).toEqual({
      commission: 'c-1',
      protocol: 'c-1.1',
      line: 1,
      enrollment: academy.id,
      learner: 'l-1',
      result: academy.result,
      edition: 1,
    });
  });

  test('D8: is of an enrollment that there is, and has that result', async () => {
    const academy = await sat();
    const { protocols, protocol, id } = academy;
    const other = await secondLearner(academy, protocol);
    const nobody = { protocol, enrollment: 'l-9.mentor.1', result: other.result };
    expectRefused(await protocols.enter(nobody), 'enrollment-unknown', 'l-9.mentor.1');
    const mixed = await protocols.enter({ protocol, enrollment: id, result: other.result });
    expectRefused(mixed, 'result-unknown', other.result, id);
  });

  test('D7 D8: is valid, and names the mark in force', async () => {
    const academy = await sat();
    const { assessments, protocols, protocol, id: enrollment } = academy;
    const result = await mark(academy, '4', on, { kind: 'final', ...byProtocol(protocol) });
    const act = { enrollment, signer: 'p-9', reason: 'опечатка', on: '2026-12-21' };
    const better = { ...act, replaces: result, value: '5', words: 'пять' };
    const inForce = must(await assessments.correct(better)).eventId;
    const old = await protocols.enter({ protocol, enrollment, result });
    expect(expectRefused(old, 'not-in-force').data).toEqual({ given: result, inForce });
    must(await assessments.annul({ ...act, result, on: '2026-12-22' }));
    const gone = await protocols.enter({ protocol, enrollment, result: inForce });
    expect(expectRefused(gone, 'result-annulled').data).toEqual({
      result: inForce,
      annulledOn: '2026-12-22',
    });
  });

  test.each([
    ['—', null],
    ['grade-sheet', { kind: 'grade-sheet', number: '7' }],
    ['grade-sheet sheet-7', { kind: 'grade-sheet', id: 'sheet-7' }],
    ['protocol c-1.2', { kind: 'protocol', id: 'c-1.2' }],
    ['order c-1.1', { kind: 'order', id: 'c-1.1' }],
  ])('D8: rests on its protocol, not on %s', async (said, basis) => {
    const academy = await sat();
    const { protocol, protocols, id: enrollment } = academy;
    await sitting(academy, 'c-1', on);
    const result = await mark(academy, '4', on, { kind: 'final', basis });
    const no = await protocols.enter({ protocol, enrollment, result });
    const data = { result, basis: said, protocol };
    expect(expectRefused(no, 'result-of-other-basis').data).toEqual(data);
  });

  test('D8: one learner may have several results in a protocol, each of them once', async () => {
    const academy = await entered();
    const { assessments, protocols, protocol, id: enrollment } = academy;
    const facts = { kind: 'interim', ...byProtocol(protocol) };
    const interim = await mark(academy, '3', on, facts);
    must(await protocols.enter({ protocol, enrollment, result: interim }));
    expect((await lastOf(academy))?.data).toMatchObject({ line: 2, result: interim });
    const act = { enrollment, signer: 'p-9', reason: 'опечатка', on: '2026-12-21' };
    const better = { ...act, replaces: interim, value: '5', words: 'пять' };
    const result = must(await assessments.correct(better)).eventId;
    const twice = await protocols.enter({ protocol, enrollment, result });
    expectRefused(twice, 'line-entered-already', enrollment, protocol, '2');
  });

  test('D8: a sitting that was annulled meanwhile takes none', async () => {
    const academy = await sat();
    const { commissions, session, protocol, id: enrollment } = academy;
    const [, held] = await academy.events('academy.commission-c-1');
    const undo = { commission: 'c-1', signer: 'p-1', reason: 'не состоялось' };
    must(await commissions.annulEntry({ ...undo, entry: held?.id ?? '' }));
    const { state } = await session.load(commissionFold, 'c-1');
    const study = (await session.load(enrollmentFold, enrollment)).state;
    const edition = await readEdition(session, on);
    if (isRefusal(edition)) throw new Error('R2 is in force');
    const result = newCommandId(academy.ports);
    const input = enterProtocolEntry.schema.parse({ protocol, enrollment, result });
    expect(decideEnterProtocolEntry(state, input, { edition, study })).toMatchObject({
      code: 'protocol-unknown',
      data: { protocol },
    });
  });
});

describe('D7 D8: an entry of a protocol is corrected', () => {
  test('D7 D8: to the result of another learner: the correction concerns both', async () => {
    const academy = await entered();
    const { protocols, protocol, line } = academy;
    const { id: enrollment, result } = await secondLearner(academy, protocol);
    const facts = { protocol, replaces: line, enrollment, result };
    must(await protocols.correct({ ...correcting, ...facts }));
    expect(await lastOf(academy)).toMatchObject({
      type: 'ProtocolLineCorrected',
      occurredOn: on,
      data: { commission: 'c-1', protocol, line: 1, enrollment, learner: 'l-2', result },
    });
    expect((await lastOf(academy))?.refs).toEqual({
      learner: ['l-1', 'l-2'],
      enrollment: [academy.id, enrollment],
      programme: ['mentor'],
      group: ['m-1'],
      module: ['safety'],
      official: ['p-9'],
      commission: ['c-1'],
    });
    expect((await lastOf(academy))?.data).not.toHaveProperty('questions');
  });

  test('D7 D8: to a result in a module from one of the programme as a whole', async () => {
    const academy = await sat();
    const { protocols, protocol, id: enrollment } = academy;
    const facts = { kind: 'final', ...byProtocol(protocol) };
    const whole = await mark(academy, '4', on, { ...facts, module: null, scale: 'five-point' });
    const result = await mark(academy, '3', on, facts);
    const replaces = must(await protocols.enter({ protocol, enrollment, result: whole })).eventId;
    expect((await lastOf(academy))?.refs).not.toHaveProperty('module');
    must(await protocols.correct({ ...correcting, protocol, replaces, result }));
    const { refs } = (await lastOf(academy)) ?? {};
    expect(refs).toMatchObject({ module: ['safety'], commission: ['c-1'] });
  });

  test('D7 D8: once more, where the earlier correction is named', async () => {
    const academy = await entered();
    const { protocols, protocol, line, result } = academy;
    const striking = { ...correcting, protocol, replaces: line, result: null };
    const struck = must(await protocols.correct(striking)).eventId;
    const again = { ...correcting, protocol, replaces: struck, result };
    const early = await protocols.correct({ ...again, on: '2026-12-21' });
    expectRefused(early, 'act-out-of-order', '2026-12-21', '2026-12-22');
    const old = await protocols.correct({ ...again, replaces: line });
    expectRefused(old, 'line-not-in-force', line, struck);
    must(await protocols.correct(again));
    expect((await lastOf(academy))?.data).toMatchObject({
      corrects: line,
      replaces: struck,
      learner: 'l-1',
      result,
    });
  });

  test('D8: in its questions alone; the reason is kept where one is given', async () => {
    const academy = await entered({ correction: { reasonRequired: false } });
    const { protocols, protocol, line: replaces, result } = academy;
    const { reason, ...plain } = correcting;
    const questions = ['Что такое допуск?'];
    const asked = { ...plain, protocol, replaces, result, questions };
    const { eventId } = must(await protocols.correct(asked));
    const first = (await lastOf(academy))?.data;
    expect(first).toMatchObject({ result, questions: { value: questions } });
    expect(first).not.toHaveProperty('reason');
    const striking = { ...plain, protocol, replaces: eventId, result: null, reason };
    must(await protocols.correct(striking));
    expect((await lastOf(academy))?.data).toMatchObject({ reason: { value: reason } });
  });

  test('D8: not to a result of another learner, or one that the protocol has already', async () => {
    const academy = await entered();
    const { protocols, protocol, line, result } = academy;
    const other = await secondLearner(academy, protocol);
    const replaces = must(
      await protocols.enter({ protocol, enrollment: other.id, result: other.result }),
    ).eventId;
    const change = { ...correcting, protocol, replaces, enrollment: academy.id };
    const foreign = await protocols.correct({ ...change, result: other.result });
    expectRefused(foreign, 'result-unknown', other.result, academy.id);
    const twice = await protocols.correct({ ...change, result });
    expectRefused(twice, 'line-entered-already', academy.id, protocol, '1');
    const stranger = { ...correcting, protocol, replaces: line, result: null, signer: 'p-77' };
    expectRefused(await protocols.correct(stranger), 'not-seated', 'p-77', 'c-1', '2026-12-22');
  });
});
