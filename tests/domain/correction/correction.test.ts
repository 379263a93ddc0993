import type { Ground } from '@letopis/core';
import { known, must, newCommandId, order } from '@letopis/core';
import { enrollmentFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../worlds/enrollment-academy.ts';
import {
  countersigned,
  mark,
  move,
  noOrder,
  passAll,
  servicesFor,
  today,
  withLearner,
} from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

type Academy = Awaited<ReturnType<typeof withThree>>;
type Sent = Parameters<Academy['assessments']['correct']>[0];

const recordedOn = '2026-10-05';

/** `l-1` with a 3 in `safety` on 5 October; `first` is its event id. */
async function withThree(changes: Changes = {}) {
  const academy = await withLearner(changes);
  return { ...academy, first: await mark(academy, '3', recordedOn) };
}

const four = { value: '4', words: 'четыре', reason: 'арифметическая ошибка', signer: 'p-9' };
const correct = ({ assessments, id, first }: Academy, more: Partial<Sent> = {}) =>
  assessments.correct({ enrollment: id, replaces: first, ...four, ...more });

/** The result as the stream's fold has it. */
async function resultOf({ session, id, first }: Academy) {
  const { state } = await session.load(enrollmentFold, id);
  return state.results.get(first);
}

const lastOf = async ({ events, id }: Academy) => (await events(`academy.enrollment-${id}`)).at(-1);

describe('a correction', () => {
  test('D7 R2 §2.3 (correction): states digits and words, with the signature', async () => {
    const academy = await withThree();
    const answer = must(await correct(academy));
    const event = await lastOf(academy);
    const before = (await academy.events(`academy.enrollment-${academy.id}`)).at(-2);
    expect(event).toMatchObject({
      id: answer.eventId,
      type: 'AssessmentCorrected',
      occurredOn: recordedOn,
      refs: before?.refs,
      data: {
        corrects: academy.first,
        replaces: academy.first,
        actedOn: today,
        module: 'safety',
        group: 'm-1',
        mark: { value: '4', digits: '4', words: 'четыре', passes: true },
        wordsGiven: 'четыре',
        reason: known('арифметическая ошибка'),
        signer: { person: 'p-9', office: 'teacher', position: 'преподаватель' },
        correctedBy: 'p-9',
        awaitsCountersignature: false,
        edition: 1,
      },
    });
    expect(before).toMatchObject({ data: { result: { mark: { value: '3' } } } });
    expect(await resultOf(academy)).toMatchObject({
      inForce: answer.eventId,
      mark: { value: '4' },
    });
  });

  test('the same command sent twice has one effect and one answer', async () => {
    const academy = await withThree();
    const commandId = newCommandId(academy.session.handler.store.ports);
    const first = await correct(academy, { commandId });
    academy.ports.setClock('2026-12-28T09:00:00.000Z'); // today has moved on
    expect(await correct(academy, { commandId })).toEqual(first);
  });

  test('D7 R2 §2.3 (correction): words that disagree with the digits are refused', async () => {
    const academy = await withThree();
    const answer = await correct(academy, { words: 'пять' });
    expectRefused(answer, 'words-disagree', '4', 'пять', 'четыре');
    expectRefused(await correct(academy, { words: undefined }), 'words-missing', '4', 'четыре');
    must(await correct(academy, { words: 'Четыре (хорошо)' }));
    expect((await lastOf(academy))?.data).toMatchObject({
      wordsGiven: 'Четыре (хорошо)',
      mark: { words: 'четыре' },
    });
  });

  test('where words are not asked for they may be missing, but not disagree', async () => {
    const academy = await withThree({ correction: { wordsRequired: false } });
    expectRefused(await correct(academy, { words: 'два' }), 'words-disagree', 'два');
    must(await correct(academy, { words: undefined }));
    expect((await lastOf(academy))?.data).toMatchObject({ wordsGiven: null });
  });

  test('D7: gives a reason where the regulation asks for one', async () => {
    const academy = await withThree();
    expectRefused(await correct(academy, { reason: undefined }), 'reason-missing', 'correct');
    const lenient = await withThree({ correction: { reasonRequired: false } });
    must(await correct(lenient, { reason: undefined }));
    expect((await lastOf(lenient))?.data).not.toHaveProperty('reason');
  });

  test('the reason is personal: it lies beside the line, and not in it', async () => {
    const academy = await withThree();
    must(await correct(academy));
    const lines: string[] = [];
    const stream = `academy.enrollment-${academy.id}`;
    for await (const page of academy.session.handler.store.readStream(stream)) {
      lines.push(...page.map(({ line }) => line));
    }
    expect(lines.filter((line) => line.includes('AssessmentCorrected'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('арифметическая'))).toEqual([]);
  });

  test('D7: gives the position of the signer where the regulation asks for it', async () => {
    const academy = await withThree({ correction: { positionRequired: true } });
    expectRefused(await correct(academy, { signer: 'p-8' }), 'position-missing', 'p-8', 'teacher');
    must(await correct(academy, { signer: 'p-8', position: 'доцент' }));
    expect((await lastOf(academy))?.data).toMatchObject({ signer: { position: 'доцент' } });
  });

  test('D7 R2 §2.3 (correction): the signer is a teacher on that day', async () => {
    const academy = await withThree();
    expectRefused(await correct(academy, { signer: 'p-1' }), 'not-appointed', 'p-1', 'teacher');
    const head = await correct(academy, { signer: 'p-1', office: 'head' });
    expectRefused(head, 'office-not-entitled', 'head', 'teacher');
    const { officials } = academy;
    must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-12-01' }));
    expectRefused(await correct(academy), 'not-appointed', 'p-9', today);
    must(await correct(academy, { on: '2026-11-30' }));
  });

  test('a teacher of another group does not sign, and of two offices one is named', async () => {
    const academy = await withThree({ correction: { signerOffices: ['teacher', 'head'] } });
    const { officials } = academy;
    const from = '2026-09-01';
    const scope = { groups: ['m-2'] };
    must(await officials.appoint({ person: 'p-5', office: 'teacher', from, scope }));
    expectRefused(await correct(academy, { signer: 'p-5' }), 'not-appointed', 'p-5');
    const own = { groups: ['m-1'] };
    must(await officials.appoint({ person: 'p-6', office: 'teacher', from, scope: own }));
    const six = must(await correct(academy, { signer: 'p-6' })).eventId;
    academy.first = six;
    must(await officials.appoint({ person: 'p-9', office: 'head', from }));
    expectRefused(await correct(academy), 'office-not-named', 'p-9', 'teacher', 'head');
    must(await correct(academy, { value: '5', words: 'пять', office: 'head' }));
    expect((await lastOf(academy))?.data).toMatchObject({
      signer: { office: 'head', position: null },
    });
  });

  test('D7 R2 §2.3 (correction): the one who corrected signs', async () => {
    const academy = await withThree();
    const answer = await correct(academy, { correctedBy: 'p-8' });
    expectRefused(answer, 'corrector-must-sign', 'p-8', 'p-9');
    const lenient = await withThree({ correction: { correctorSigns: false } });
    must(await correct(lenient, { correctedBy: 'p-8' }));
    expect((await lastOf(lenient))?.data).toMatchObject({ correctedBy: 'p-8' });
  });

  test('to the value in force is refused, and so is one that the scale has not', async () => {
    const academy = await withThree();
    const same = await correct(academy, { value: '3', words: 'три' });
    expectRefused(same, 'same-value', '3', academy.first);
    expectRefused(await correct(academy, { value: '6' }), 'not-on-scale', '6');
  });

  test('is dated from the last act on the result to today', async () => {
    const academy = await withThree();
    const early = await correct(academy, { on: '2026-10-04' });
    expectRefused(early, 'act-out-of-order', '2026-10-04', recordedOn);
    const ahead = await correct(academy, { on: '2026-12-26' });
    expectRefused(ahead, 'dated-ahead', '2026-12-26', today);
    const second = must(await correct(academy, { on: '2026-11-10' })).eventId;
    const five = { replaces: second, value: '5', words: 'пять' };
    const before = await correct(academy, { ...five, on: '2026-11-09' });
    expectRefused(before, 'act-out-of-order', '2026-11-09', '2026-11-10');
    must(await correct(academy, { ...five, on: '2026-11-10' }));
  });

  test('stays on the scale of the fact, in the edition of its day', async () => {
    const academy = await withThree();
    const { regulation } = academy;
    const { scales } = r2;
    const left = { ...scales, scales: scales.scales.filter(({ id }) => id !== 'five-point') };
    must(await regulation.amend({ from: '2026-12-01', sections: { scales: left } }));
    must(await correct(academy));
    expect((await lastOf(academy))?.data).toMatchObject({
      mark: { scale: 'five-point' },
      edition: 2,
    });
  });
});

const sheet = { kind: 'grade-sheet', id: null, number: '7', date: '2026-11-01' };

describe('which value is corrected', () => {
  test('D7: the one in force, also when a correction is corrected', async () => {
    const academy = await withThree();
    const second = must(await correct(academy)).eventId;
    const five = { value: '5', words: 'пять' };
    expectRefused(await correct(academy, five), 'not-in-force', academy.first, second);
    const third = must(await correct(academy, { ...five, replaces: second })).eventId;
    expect((await lastOf(academy))?.data).toMatchObject({
      corrects: academy.first,
      replaces: second,
    });
    expect(await resultOf(academy)).toMatchObject({ inForce: third, mark: { value: '5' } });
  });

  test('D7: naming it may be left out where the regulation lets it, by the record', async () => {
    const record = { replaces: undefined };
    const academy = await withThree();
    const { first } = academy;
    const strict = await correct(academy, { ...record, record: first });
    expectRefused(strict, 'replaced-not-named', first);
    expectRefused(await correct(academy, record), 'invalid-input', 'replaces');
    const lenient = await withThree({ correction: { replacedNamed: false } });
    const second = must(await correct(lenient, { ...record, record: lenient.first })).eventId;
    const five = { ...record, record: lenient.first, value: '5', words: 'пять' };
    must(await correct(lenient, five));
    expect((await lastOf(lenient))?.data).toMatchObject({ replaces: second });
    const other = await mark(lenient, '3', '2026-10-06');
    const crossed = await correct(lenient, { replaces: other, record: lenient.first });
    expectRefused(crossed, 'not-in-force', lenient.first, other);
  });

  test('an unknown event id is refused, and an annulled result too', async () => {
    const academy = await withThree();
    const { first, id, assessments } = academy;
    const none = first.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expectRefused(await correct(academy, { replaces: none }), 'result-unknown', none, id);
    const undo = { enrollment: id, result: first, reason: 'не тому', signer: 'p-9' };
    must(await assessments.annul(undo));
    expectRefused(await correct(academy), 'result-annulled', first, today);
    const bad = await correct(academy, { replaces: 'the last one' });
    expectRefused(bad, 'invalid-input', 'replaces', 'the last one');
  });

  test('RK 1.4: an absence that was the error becomes the mark of the named sheet', async () => {
    const academy = await withThree();
    const { assessments, id: enrollment } = academy;
    const facts = { enrollment, planned: 'test-1', on: '2026-11-01', assessor: 'p-9' };
    const excused = { outcome: 'absent' as const, reason: 'б' };
    const absent = must(await assessments.record({ ...facts, ...excused })).eventId;
    const bare = await correct(academy, { replaces: absent });
    expectRefused(bare, 'absence-basis-missing', absent);
    const other = must(await assessments.record({ ...facts, value: '5' })).eventId;
    const taken = await correct(academy, { replaces: absent, basis: sheet });
    expectRefused(taken, 'already-assessed', 'test-1', other);
    must(await assessments.annul({ enrollment, result: other, reason: 'сбой', signer: 'p-9' }));
    must(await correct(academy, { replaces: absent, basis: sheet }));
    expect(await lastOf(academy)).toMatchObject({ data: { basis: sheet, mark: { value: '4' } } });
    const again = await assessments.record({ ...facts, value: '5' });
    expectRefused(again, 'already-assessed', absent);
  });

  test('R2 §2.3 (final): an absence at the final becomes no mark before later ones', async () => {
    const academy = await withThree();
    const { assessments, id: enrollment } = academy;
    const facts = { enrollment, module: 'safety', assessor: 'p-9' };
    const absent = { ...facts, kind: 'final', outcome: 'absent' as const, on: '2026-12-01' };
    const replaces = must(await assessments.record(absent)).eventId;
    await mark(academy, '4', '2026-12-02');
    const answer = await correct(academy, { replaces, basis: sheet });
    expectRefused(answer, 'final-not-last', '2026-12-01', '2026-12-02');
  });

  test('D11: a credited result is corrected in the same way', async () => {
    const academy = await withThree();
    const { assessments, id: enrollment } = academy;
    const credit = { enrollment, module: 'safety', source: { kind: 'own' as const } };
    const bare = must(await assessments.credit({ ...credit, on: '2026-09-02' })).eventId;
    must(await correct(academy, { replaces: bare }));
    expect(await lastOf(academy)).toMatchObject({
      occurredOn: '2026-09-02',
      data: { corrects: bare, mark: { value: '4' } },
    });
  });

  test('of the whole programme from an absence names its scale', async () => {
    const academy = await withThree();
    const { assessments, id: enrollment } = academy;
    const facts = { enrollment, module: null, kind: 'final', outcome: 'absent' as const };
    const sent = { ...facts, on: '2026-12-20', assessor: 'p-9' };
    const replaces = must(await assessments.record(sent)).eventId;
    const toMark = { replaces, basis: sheet };
    expectRefused(await correct(academy, toMark), 'scale-not-named', 'five-point');
    must(await correct(academy, { ...toMark, scale: 'five-point' }));
  });

  test('of the whole programme stays on the scale of its mark', async () => {
    const academy = await withThree();
    const whole = { module: null, kind: 'final', scale: 'five-point' };
    const replaces = await mark(academy, '3', '2026-12-20', whole);
    const other = await correct(academy, { replaces, scale: 'pass-fail' });
    expectRefused(other, 'scale-stays', replaces, 'five-point', 'pass-fail');
    must(await correct(academy, { replaces }));
    expect(await lastOf(academy)).toMatchObject({ data: { mark: { scale: 'five-point' } } });
    const same = await withThree();
    const again = await mark(same, '3', '2026-12-20', whole);
    must(await correct(same, { replaces: again, scale: 'five-point' }));
  });
});

/** A waiting correction of 3 to 4 by `p-9`, entered by `u-17`; `u-18` is another account. */
async function waiting(changes: Changes = countersigned) {
  const academy = await withThree(changes);
  const correction = must(await correct(academy)).eventId;
  return { ...academy, correction, other: servicesFor(academy, 'u-18').assessments };
}

describe('a correction that waits for its countersignature', () => {
  test('D7: the old value stands until another person countersigns', async () => {
    const academy = await waiting();
    const { correction, other, id: enrollment, first } = academy;
    expect(await resultOf(academy)).toMatchObject({
      inForce: first,
      mark: { value: '3' },
      waiting: { event: correction, mark: { value: '4' } },
    });
    must(await other.countersign({ enrollment, correction, signer: 'p-2' }));
    expect(await resultOf(academy)).toMatchObject({
      inForce: correction,
      mark: { value: '4' },
      waiting: null,
    });
    expect(await lastOf(academy)).toMatchObject({
      type: 'CorrectionCountersigned',
      occurredOn: recordedOn,
      actor: 'u-18',
      data: {
        corrects: first,
        correction,
        actedOn: today,
        signer: { person: 'p-2', office: 'deputy-head', position: 'заместитель директора' },
      },
    });
  });

  test('D7: not by its signer, not through the same account, not out of office', async () => {
    const changes = { correction: { countersignOffices: ['deputy-head', 'teacher'] } };
    const academy = await waiting(changes);
    const { correction, other, assessments, id: enrollment } = academy;
    const own = await other.countersign({ enrollment, correction, signer: 'p-9' });
    expectRefused(own, 'same-person', 'p-9', correction);
    const account = await assessments.countersign({ enrollment, correction, signer: 'p-8' });
    expectRefused(account, 'same-actor', 'u-17', correction);
    const head = await other.countersign({ enrollment, correction, signer: 'p-1' });
    expectRefused(head, 'not-appointed', 'p-1', 'deputy-head');
    const days = { enrollment, correction, signer: 'p-8' };
    const early = await other.countersign({ ...days, on: '2026-12-24' });
    expectRefused(early, 'act-out-of-order', '2026-12-24', today);
    const ahead = await other.countersign({ ...days, on: '2026-12-26' });
    expectRefused(ahead, 'dated-ahead', '2026-12-26');
    must(await other.countersign(days));
    const twice = await other.countersign(days);
    expectRefused(twice, 'correction-not-waiting', correction);
  });

  test('declined: the old value stands, and a new correction may come', async () => {
    const academy = await waiting();
    const { correction, assessments, id: enrollment, first } = academy;
    const own = await assessments.declineCorrection({ enrollment, correction, signer: 'p-9' });
    expectRefused(own, 'same-person', 'p-9');
    const no = { enrollment, correction, signer: 'p-1', reason: 'нет работы' };
    must(await assessments.declineCorrection(no));
    expect(await lastOf(academy)).toMatchObject({
      type: 'CorrectionDeclined',
      data: { reason: known('нет работы'), signer: { person: 'p-1', office: 'head' } },
    });
    expect(await resultOf(academy)).toMatchObject({ inForce: first, waiting: null });
    expectRefused(await correct(academy, { replaces: correction }), 'not-in-force', first);
    must(await correct(academy));
  });

  test('withdrawn by its signer alone', async () => {
    const academy = await waiting();
    const { correction, assessments, id: enrollment, first } = academy;
    const other = await assessments.withdrawCorrection({ enrollment, correction, signer: 'p-8' });
    expectRefused(other, 'not-the-signer', 'p-9', correction);
    must(await assessments.withdrawCorrection({ enrollment, correction, signer: 'p-9' }));
    expect(await resultOf(academy)).toMatchObject({ inForce: first, waiting: null });
    const none = await assessments.withdrawCorrection({
      enrollment,
      correction: first,
      signer: 'p-9',
    });
    expectRefused(none, 'correction-unknown', first);
  });

  test('one at a time for a fact', async () => {
    const academy = await waiting();
    const { correction, first } = academy;
    for (const replaces of [first, correction]) {
      const answer = await correct(academy, { replaces, value: '5', words: 'пять' });
      expectRefused(answer, 'correction-waiting', correction, 'p-9', today);
    }
    const other = await mark(academy, '3', '2026-10-06');
    must(await correct(academy, { replaces: other }));
  });

  test('may still be countersigned after an edition that asks for none', async () => {
    const academy = await withThree(countersigned);
    const correction = must(await correct(academy, { on: '2026-11-01' })).eventId;
    const sections = { correction: { ...r2.correction, countersignOffices: null } };
    must(await academy.regulation.amend({ from: '2026-12-01', sections }));
    const { assessments } = servicesFor(academy, 'u-18');
    const sent = { enrollment: academy.id, correction, signer: 'p-2' };
    must(await assessments.countersign(sent));
  });

  test('D18: an enrollment is not handed over while one waits', async () => {
    const academy = await waiting();
    const { correction, other, enrollments, id } = academy;
    must(await enrollments.discharge({ enrollment: id, reason: 'own-wish', on: '2026-12-01' }));
    const answer = await move(academy, 'handOver', id, 't-1');
    expectRefused(answer, 'correction-waiting', correction);
    must(await other.countersign({ enrollment: id, correction, signer: 'p-2' }));
    must(await move(academy, 'handOver', id, 't-1'));
  });
});

describe('after the archive', () => {
  test('D7: while handed over nothing is corrected, after acceptance only by order', async () => {
    const academy = await withThree();
    const { enrollments, assessments, id, first } = academy;
    must(await enrollments.discharge({ enrollment: id, reason: 'own-wish', on: '2026-12-01' }));
    must(await move(academy, 'handOver', id, 't-1'));
    expectRefused(await correct(academy), 'record-handed-over', id, 't-1');
    must(await move(academy, 'accept', id, 't-1'));
    const ground = noOrder;
    expectRefused(await correct(academy, { ground }), 'order-required', 'correct', 'application');
    const undo = { enrollment: id, result: first, reason: 'не тому', signer: 'p-9' };
    expectRefused(await assessments.annul({ ...undo, ground }), 'order-required', 'annul');
    must(await correct(academy, { ground: order('44-к', today) }));
    must(await assessments.annul({ ...undo, ground: order('45-к', today) }));
  });

  test('without an order where the regulation lets it', async () => {
    const academy = await withThree({ correction: { orderAfterArchive: false } });
    const { enrollments, id } = academy;
    must(await enrollments.discharge({ enrollment: id, reason: 'own-wish', on: '2026-12-01' }));
    must(await move(academy, 'handOver', id, 't-1'));
    must(await move(academy, 'accept', id, 't-1'));
    must(await correct(academy, { ground: noOrder }));
  });
});

describe('an annulment', () => {
  const undo = { reason: 'записано не тому', signer: 'p-1' };

  test('D6: ends the result with all that hangs on it, and its line stays', async () => {
    const academy = await withThree(countersigned);
    const { assessments, events, id: enrollment, first } = academy;
    const correction = must(await correct(academy)).eventId;
    must(await assessments.annul({ enrollment, result: first, ...undo }));
    expect(await resultOf(academy)).toMatchObject({ annulledOn: today, waiting: null });
    expect(await lastOf(academy)).toMatchObject({
      type: 'AssessmentAnnulled',
      occurredOn: recordedOn,
      data: {
        corrects: first,
        actedOn: today,
        reason: known(undo.reason),
        signer: { person: 'p-1', office: 'head', position: 'директор' },
      },
    });
    expect(await events(`academy.enrollment-${enrollment}`)).toHaveLength(4);
    const { assessments: other } = servicesFor(academy, 'u-18');
    const late = await other.countersign({ enrollment, correction, signer: 'p-2' });
    expectRefused(late, 'correction-not-waiting', correction);
  });

  test('names the first record, once, with reason and a signer in office', async () => {
    const academy = await withThree();
    const { assessments, id: enrollment, first } = academy;
    const second = must(await correct(academy, { on: '2026-11-01' })).eventId;
    const bySecond = await assessments.annul({ enrollment, result: second, ...undo });
    expectRefused(bySecond, 'not-first-record', second, first);
    const sent = { enrollment, result: first, ...undo };
    const none = await assessments.annul({ ...sent, reason: undefined });
    expectRefused(none, 'reason-missing', 'annul');
    const deputy = await assessments.annul({ ...sent, signer: 'p-2' });
    expectRefused(deputy, 'not-appointed', 'p-2', 'head');
    const early = await assessments.annul({ ...sent, on: '2026-10-31' });
    expectRefused(early, 'act-out-of-order', '2026-10-31', '2026-11-01');
    must(await assessments.annul(sent));
    expectRefused(await assessments.annul(sent), 'already-annulled', first, today);
  });

  test('D4: a completion keeps its results, except on an order', async () => {
    const academy = await withThree();
    const { assessments, enrollments, id: enrollment } = academy;
    const [interim = '', , final = ''] = await passAll(academy);
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    const ground = noOrder;
    const sent = { enrollment, result: final, ...undo };
    const answer = await assessments.annul({ ...sent, ground });
    expectRefused(answer, 'completion-undone', '2026-12-21', 'safety: final');
    const two = { replaces: interim, value: '2', words: 'два', ground };
    const failed = await correct(academy, two);
    expectRefused(failed, 'completion-undone', 'safety: interim');
    must(await correct(academy, { replaces: interim, value: '3', words: 'три', ground }));
    must(await assessments.annul({ enrollment, result: academy.first, ...undo, ground }));
    must(await assessments.annul({ ...sent, ground: order('46-к', today) }));
  });

  test('D4: nor does a final that nobody asked for fail after completion', async () => {
    const academy = await withThree();
    const { assessments, enrollments, id: enrollment } = academy;
    await passAll(academy);
    const sent = { enrollment, module: 'practice', kind: 'final', form: 'exam', assessor: 'p-9' };
    const last = must(await assessments.record({ ...sent, value: 'зачтено', on: '2026-12-20' }));
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    const two = { replaces: last.eventId, value: 'не зачтено', words: 'не зачтено' };
    const failed = await correct(academy, { ...two, ground: noOrder });
    expectRefused(failed, 'completion-undone', 'practice: final');
  });

  test('D4, RK 1.2: nor does a correction make a debt after completion', async () => {
    const academy = await withThree();
    const { programmes, groups, assessments, enrollments, id: enrollment } = academy;
    const law = { id: 'law', scale: 'five-point' };
    must(await programmes.addModule({ programme: 'mentor', module: law, on: '2026-09-01' }));
    const planned = { id: 'law-1', module: 'law', kind: 'interim', form: 'test' };
    must(await groups.planAssessment({ group: 'm-1', ...planned, plannedOn: '2026-10-20' }));
    const sent = { enrollment, planned: 'law-1', assessor: 'p-9' };
    const one = must(await assessments.record({ ...sent, value: '4', on: '2026-10-20' }));
    await passAll(academy);
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    const two = { replaces: one.eventId, value: '2', words: 'два' };
    const failed = await correct(academy, { ...two, ground: noOrder });
    expectRefused(failed, 'completion-undone', 'law: interim');
    must(await correct(academy, { ...two, ground: order('46-к', today) }));
  });

  test('D4, RK 1.5: nor is a failing result entered late, except on an order', async () => {
    const academy = await withThree();
    const { assessments, enrollments, id: enrollment } = academy;
    await passAll(academy);
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    const sent = { enrollment, module: 'practice', kind: 'final', form: 'exam', assessor: 'p-9' };
    const record = (value: string, ground: Ground | typeof noOrder) =>
      assessments.record({ ...sent, value, on: '2026-12-19', ground });
    expectRefused(await record('не зачтено', noOrder), 'completion-undone', 'practice: final');
    must(await record('не зачтено', order('46-к', '2026-12-19')));
  });

  test('D4: a failing correction is not countersigned after completion', async () => {
    const academy = await withThree(countersigned);
    const { enrollments, id: enrollment } = academy;
    const [interim = ''] = await passAll(academy);
    const two = { replaces: interim, value: '2', words: 'два' };
    const correction = must(await correct(academy, two)).eventId;
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    const { assessments } = servicesFor(academy, 'u-18');
    const sent = { enrollment, correction, signer: 'p-2', ground: noOrder };
    const held = await assessments.countersign(sent);
    expectRefused(held, 'completion-undone', '2026-12-21', 'safety: interim');
    must(await assessments.countersign({ ...sent, ground: order('47-к', today) }));
  });
});
