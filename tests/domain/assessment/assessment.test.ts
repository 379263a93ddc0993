import { must, newCommandId } from '@letopis/core';
import { enrollmentFold, FORM_NOT_NAMED } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import {
  mark,
  mentorAcademy,
  move,
  passAll,
  today,
  withLearner,
} from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const on = '2026-10-05';
type Academy = Awaited<ReturnType<typeof withLearner>>;
type Sent = Parameters<Academy['assessments']['record']>[0];

/** Tries to record `4` in `safety` by `p-9`, with some fields changed. */
const attempt = (academy: Academy, more: Partial<Sent>) => {
  const facts = { enrollment: academy.id, module: 'safety', value: '4', on, assessor: 'p-9' };
  return academy.assessments.record({ ...facts, ...more });
};

const lastOf = async ({ events, id }: Academy) => (await events(`academy.enrollment-${id}`)).at(-1);

describe('a mark', () => {
  test('D6: stands with scale, digits, words, and the ids it concerns', async () => {
    const academy = await withLearner();
    const basis = { kind: 'grade-sheet', number: '7', date: on };
    const answer = must(await attempt(academy, { value: '4 (хорошо)', kind: 'interim', basis }));
    const event = await lastOf(academy);
    expect(answer.eventId).toBe(event?.id);
    expect(event).toMatchObject({
      type: 'AssessmentRecorded',
      occurredOn: on,
      refs: {
        learner: ['l-1'],
        enrollment: ['l-1.mentor.1'],
        programme: ['mentor'],
        group: ['m-1'],
        module: ['safety'],
        official: ['p-9'],
      },
      data: {
        group: 'm-1',
        module: 'safety',
        kind: 'interim',
        form: 'test',
        origin: 'internal',
        result: {
          outcome: 'mark',
          mark: {
            scale: 'five-point',
            value: '4',
            digits: '4',
            words: 'четыре',
            passes: true,
            points: '4',
          },
        },
        assessor: { kind: 'official', id: 'p-9' },
        planned: null,
        conditions: [],
        edition: 1,
        basis: { kind: 'grade-sheet', id: null, number: '7', date: on },
      },
    });
  });

  test('the same command sent twice has one effect and one answer', async () => {
    const academy = await withLearner();
    const commandId = newCommandId(academy.session.handler.store.ports);
    const first = await attempt(academy, { commandId });
    expect(await attempt(academy, { commandId })).toEqual(first);
    const { revision } = await academy.session.load(enrollmentFold, academy.id);
    expect(revision).toBe(1);
  });

  test('D2: is only accepted on the scale of its module', async () => {
    const academy = await withLearner();
    expectRefused(await attempt(academy, { value: '7' }), 'not-on-scale', '7');
    const pass = await attempt(academy, { module: 'practice' });
    expectRefused(pass, 'not-on-scale', '4');
    const named = await attempt(academy, { scale: 'pass-fail', value: 'зачтено' });
    expectRefused(named, 'other-scale', 'safety', 'five-point', 'pass-fail');
  });

  test('of the whole programme names its scale', async () => {
    const academy = await withLearner();
    const whole = { module: null, kind: 'final', value: 'зачтено' };
    expectRefused(await attempt(academy, whole), 'scale-not-named', 'five-point', 'pass-fail');
    const odd = await attempt(academy, { ...whole, scale: 'letters' });
    expectRefused(odd, 'not-in-regulation', 'letters', 'pass-fail');
    must(await attempt(academy, { ...whole, scale: 'pass-fail' }));
  });

  test('R4 §4.1: never stands on a target guideline', async () => {
    const academy = await withLearner();
    expectRefused(await attempt(academy, { module: 'curiosity' }), 'target-guideline', 'curiosity');
    const none = await attempt(academy, { module: 'constructor' });
    expectRefused(none, 'module-unknown', 'constructor', 'mentor', 'safety');
  });

  test('D6: kind, form and origin are those of the edition', async () => {
    const academy = await withLearner();
    const kind = await attempt(academy, { kind: 'weekly' });
    expectRefused(kind, 'not-in-regulation', 'weekly', 'interim');
    const form = await attempt(academy, { form: 'dance' });
    expectRefused(form, 'not-in-regulation', 'dance', 'exam');
    const origin = await attempt(academy, { origin: 'heavenly' });
    expectRefused(origin, 'not-in-regulation', 'heavenly', 'internal');
  });

  test('the form is the named one, else the only one of the module, else not named', async () => {
    const academy = await withLearner();
    const formOf = async (more: Partial<Sent>) => {
      must(await attempt(academy, more));
      return (await lastOf(academy))?.data;
    };
    expect(await formOf({ form: 'survey', kind: 'interim' })).toMatchObject({ form: 'survey' });
    expect(await formOf({ kind: 'interim' })).toMatchObject({ form: 'test' });
    const practice = { module: 'practice', value: 'зачтено' };
    expect(await formOf(practice)).toMatchObject({ kind: 'current', form: FORM_NOT_NAMED });
  });

  test('is judged by the edition in force on its own day', async () => {
    const academy = await withLearner();
    const { regulation } = academy;
    const assessment = { ...r2.assessment, assessorOffices: ['head'] };
    must(await regulation.amend({ from: '2026-11-01', sections: { assessment } }));
    must(await attempt(academy, { on: '2026-10-31' }));
    const late = await attempt(academy, { on: '2026-11-01' });
    expectRefused(late, 'not-appointed', 'p-9', '2026-11-01');
    must(await attempt(academy, { on: '2026-11-01', assessor: 'p-1' }));
  });
});

describe('who assesses', () => {
  test('an official in an office that assesses, on the day, for this group', async () => {
    const academy = await withLearner();
    const { officials } = academy;
    expectRefused(await attempt(academy, { assessor: 'p-1' }), 'not-appointed', 'p-1', on);
    expectRefused(await attempt(academy, { assessor: 'p-77' }), 'not-appointed', 'p-77');
    const scope = { groups: ['m-2'] };
    must(await officials.appoint({ person: 'p-5', office: 'teacher', from: on, scope }));
    expectRefused(await attempt(academy, { assessor: 'p-5' }), 'not-appointed', 'p-5', 'teacher');
    const own = { groups: ['m-1'], programmes: ['mentor'] };
    must(await officials.appoint({ person: 'p-6', office: 'teacher', from: on, scope: own }));
    must(await attempt(academy, { assessor: 'p-6' }));
    must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-10-06' }));
    must(await attempt(academy, {}));
    const later = await attempt(academy, { on: '2026-10-06' });
    expectRefused(later, 'not-appointed', '2026-10-06');
  });

  test('R4 §5.2, RK 1.14: a platform, in any kind, only where the edition lets it', async () => {
    const academy = await withLearner();
    const assessor = { platform: 'lms' };
    expectRefused(await attempt(academy, { assessor }), 'platform-may-not-assess', 'lms', '1');
    const online = await withLearner({ assessment: { platformMayAssess: true } });
    must(await attempt(online, { assessor }));
    expect((await lastOf(online))?.data).toMatchObject({
      assessor: { kind: 'platform', id: 'lms' },
    });
  });

  test('an outside organisation for what is not internal', async () => {
    const academy = await withLearner();
    const assessor = { organisation: 'Центр оценки' };
    const internal = await attempt(academy, { assessor });
    expectRefused(internal, 'assessor-is-outside', 'Центр оценки', 'internal');
    must(await attempt(academy, { assessor, origin: 'independent' }));
    expect((await lastOf(academy))?.refs.official).toBeUndefined();
  });
});

describe('when', () => {
  test('R1 §3.2: only within study, also around leave and end', async () => {
    const academy = await mentorAcademy();
    const { enrollments } = academy;
    const sent = { learner: 'l-1', group: 'm-1', from: '2026-09-01', studyFrom: null };
    const { id } = must(await enrollments.enroll(sent));
    const own = { ...academy, id };
    expectRefused(await attempt(own, {}), 'outside-study', on, '2026-09-01');
    must(await enrollments.startStudy({ enrollment: id, on: '2026-09-10' }));
    expectRefused(await attempt(own, { on: '2026-09-09' }), 'outside-study', '2026-09-09');
    must(await attempt(own, { on: '2026-09-10' }));
    must(await enrollments.suspend({ enrollment: id, reason: 'illness', on: '2026-10-01' }));
    expectRefused(await attempt(own, {}), 'outside-study', on, '2026-10-01');
    must(await enrollments.reinstate({ enrollment: id, on: '2026-11-01' }));
    must(await attempt(own, { on: '2026-11-01' }));
    must(await enrollments.discharge({ enrollment: id, reason: 'own-wish', on: '2026-12-01' }));
    must(await attempt(own, { on: '2026-12-01' }));
    expectRefused(await attempt(own, { on: '2026-12-02' }), 'outside-study', '2026-12-02');
  });

  test('before the enrollment is outside study', async () => {
    const academy = await mentorAcademy();
    const sent = { learner: 'l-1', group: 'm-1', from: '2026-10-01' };
    const { id } = must(await academy.enrollments.enroll(sent));
    const early = await attempt({ ...academy, id }, { on: '2026-09-30' });
    expectRefused(early, 'outside-study', '2026-09-30');
  });

  test('not after today, by the time zone of the organisation', async () => {
    const academy = await withLearner();
    const tomorrow = '2026-12-26';
    expectRefused(await attempt(academy, { on: tomorrow }), 'dated-ahead', tomorrow, today);
    academy.ports.setClock('2026-12-25T21:30:00.000Z'); // in Moscow it is the 26th
    must(await attempt(academy, { on: tomorrow }));
  });

  test('the group of a result is the one on its day', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-10-10' }));
    must(await attempt(academy, { on: '2026-10-09' }));
    expect(await lastOf(academy)).toMatchObject({ data: { group: 'm-1' } });
    must(await attempt(academy, { on: '2026-10-10' }));
    expect(await lastOf(academy)).toMatchObject({ data: { group: 'm-2' } });
  });

  test('R2 §2.3 (final): no mark of a module is later than its final one', async () => {
    const academy = await withLearner();
    const current = await mark(academy, '4', '2026-12-10');
    const early = await attempt(academy, { kind: 'final', on: '2026-12-09' });
    expectRefused(early, 'final-not-last', '2026-12-09', '2026-12-10', current);
    const final = await mark(academy, '3', '2026-12-15', { kind: 'final' });
    const late = await attempt(academy, { on: '2026-12-16' });
    expectRefused(late, 'final-not-last', '2026-12-16', '2026-12-15', final);
    must(await attempt(academy, { on: '2026-12-15' }));
    must(await attempt(academy, { module: 'practice', value: 'зачтено', on: '2026-12-20' }));
    const absent = { value: undefined, outcome: 'absent' as const, reason: 'н' };
    must(await attempt(academy, { ...absent, on: '2026-12-20' })); // no mark, no order
    const { assessments, id: enrollment } = academy;
    const undo = { enrollment, result: final, reason: 'не тому', signer: 'p-9' };
    must(await assessments.annul(undo));
    must(await attempt(academy, { on: '2026-12-16' }));
  });

  test('R2 §2.3 (final): the final mark of the programme comes after all marks', async () => {
    const academy = await withLearner();
    const whole = { module: null, kind: 'final', scale: 'five-point' };
    const module = await mark(academy, '5', '2026-12-15', { kind: 'final' });
    const early = await attempt(academy, { ...whole, on: '2026-12-14' });
    expectRefused(early, 'final-not-last', '2026-12-14', '2026-12-15', module);
    must(await attempt(academy, { ...whole, on: '2026-12-15' }));
    const practice = { module: 'practice', value: 'зачтено', on: '2026-12-16' };
    expectRefused(await attempt(academy, practice), 'final-not-last', '2026-12-16', '2026-12-15');
    const final = await attempt(academy, { kind: 'final', on: '2026-12-16' });
    expectRefused(final, 'final-not-last', '2026-12-16', '2026-12-15');
  });

  test('where the regulation knows no final kind, no order is asked for', async () => {
    const academy = await withLearner({ assessment: { finalKind: null } });
    await mark(academy, '5', '2026-12-15', { kind: 'final' });
    must(await attempt(academy, { on: '2026-12-16' }));
  });
});

describe('without a mark', () => {
  test('D6: absent and not assessed, by codes of the regulation', async () => {
    const academy = await withLearner();
    const none = { value: undefined };
    must(await attempt(academy, { ...none, outcome: 'absent', reason: 'н' }));
    expect(await lastOf(academy)).toMatchObject({
      data: { result: { outcome: 'absent', reason: 'н' } },
    });
    must(await attempt(academy, { ...none, outcome: 'absent' }));
    must(await attempt(academy, { ...none, outcome: 'not-assessed', reason: 'exempt' }));
    const odd = await attempt(academy, { ...none, outcome: 'absent', reason: 'x' });
    expectRefused(odd, 'not-in-regulation', 'x', 'н');
    const code = await attempt(academy, { ...none, outcome: 'not-assessed', reason: 'н' });
    expectRefused(code, 'not-in-regulation', 'н', 'exempt');
  });

  test('value and outcome exclude each other, and a reason belongs to an outcome', async () => {
    const academy = await withLearner();
    for (const [more, path] of [
      [{ outcome: 'absent' }, 'value'],
      [{ value: undefined }, 'value'],
      [{ value: undefined, outcome: 'not-assessed' }, 'reason'],
      [{ reason: 'н' }, 'reason'],
      [{ assessor: 'педагог' }, 'assessor'],
    ] as const) {
      expectRefused(await attempt(academy, more), 'invalid-input', `${path}:`);
    }
  });
});

describe('a planned assessment', () => {
  test('gives module, kind and form, and what is said beside it must agree', async () => {
    const academy = await withLearner();
    const planned = 'test-1';
    const wrong = { planned, module: 'practice', value: 'зачтено' };
    expectRefused(await attempt(academy, wrong), 'planned-disagrees', 'test-1', 'practice');
    const kind = await attempt(academy, { planned, kind: 'final' });
    expectRefused(kind, 'planned-disagrees', 'test-1', 'interim', 'final');
    const none = await attempt(academy, { planned: 'test-9' });
    expectRefused(none, 'planned-unknown', 'test-9', 'm-1');
    const proto = await attempt(academy, { planned: 'constructor' });
    expectRefused(proto, 'planned-unknown', 'constructor');
    must(await attempt(academy, { planned, module: undefined }));
    expect(await lastOf(academy)).toMatchObject({
      data: { planned: 'test-1', module: 'safety', kind: 'interim', form: 'test' },
    });
  });

  test('takes one mark, which is corrected or annulled, not doubled', async () => {
    const academy = await withLearner();
    const planned = 'test-1';
    must(await attempt(academy, { planned, value: undefined, outcome: 'absent', reason: 'б' }));
    const { eventId } = must(await attempt(academy, { planned, on: '2026-10-12' }));
    const again = await attempt(academy, { planned, on: '2026-10-13' });
    expectRefused(again, 'already-assessed', planned, eventId);
    const undo = { enrollment: academy.id, result: eventId, reason: 'не тому', signer: 'p-9' };
    must(await academy.assessments.annul(undo));
    must(await attempt(academy, { planned, on: '2026-10-13' }));
  });

  test('of another group has a mark of its own after a transfer', async () => {
    const academy = await withLearner();
    const planned = 'test-1';
    must(await attempt(academy, { planned }));
    const to = { enrollment: academy.id, to: 'm-2', on: '2026-10-10' };
    must(await academy.enrollments.transfer(to));
    must(await attempt(academy, { planned, on: '2026-10-11' }));
  });
});

describe('a credit', () => {
  const source = {
    kind: 'other-organisation' as const,
    organisation: 'Институт',
    achievedOn: '2025-06-30',
  };
  const facts = { module: 'practice', kind: 'interim', source, on: '2026-09-02' };

  test('D11: is marked as such and keeps its source', async () => {
    const academy = await withLearner();
    const { assessments, id: enrollment } = academy;
    must(await assessments.credit({ enrollment, ...facts, value: 'зачтено', decidedBy: 'p-1' }));
    expect(await lastOf(academy)).toMatchObject({
      type: 'ResultCredited',
      refs: { module: ['practice'], official: ['p-1'] },
      data: {
        kind: 'interim',
        form: 'credit-test',
        source,
        mark: { value: 'pass' },
        decidedBy: 'p-1',
      },
    });
  });

  test('D11 §4: its paper leads to the person, so it stands beside the line', async () => {
    const academy = await withLearner();
    const credit = { enrollment: academy.id, ...facts, document: 'диплом 107704 0012345' };
    must(await academy.assessments.credit(credit));
    const { store } = academy.session.handler;
    for await (const page of store.readStream(`academy.enrollment-${academy.id}`)) {
      expect(page[1]?.line).not.toContain('0012345');
      expect(page[1]?.beside).toMatchObject({ document: { value: '"диплом 107704 0012345"' } });
    }
    expect(await lastOf(academy)).toMatchObject({ data: { document: { value: credit.document } } });
  });

  test('D11: is taken from enrollment to the end, also before study begins', async () => {
    const academy = await mentorAcademy();
    const { enrollments, assessments } = academy;
    const sent = { learner: 'l-1', group: 'm-1', from: '2026-09-02', studyFrom: null };
    const { id: enrollment } = must(await enrollments.enroll(sent));
    const early = await assessments.credit({ enrollment, ...facts, on: '2026-09-01' });
    expectRefused(early, 'outside-study', '2026-09-01');
    must(await assessments.credit({ enrollment, ...facts }));
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-10-01' }));
    const late = await assessments.credit({ enrollment, ...facts, on: '2026-10-02' });
    expectRefused(late, 'outside-study', '2026-10-02');
    const ahead = await assessments.credit({ enrollment, ...facts, on: '2026-12-26' });
    expectRefused(ahead, 'dated-ahead', '2026-12-26');
  });

  test('273-FZ art. 34: is of what was passed', async () => {
    const { assessments, id: enrollment } = await withLearner();
    const failed = await assessments.credit({ enrollment, ...facts, value: 'не зачтено' });
    expectRefused(failed, 'credit-not-passing', facts.module, 'interim');
  });

  test('RK 1.3: does not stand beside an own result that passes', async () => {
    const academy = await withLearner();
    const { assessments, id: enrollment } = academy;
    const own = await mark(academy, 'зачтено', '2026-09-10', {
      module: 'practice',
      kind: 'interim',
    });
    const second = await assessments.credit({ enrollment, ...facts });
    expectRefused(second, 'second-result', facts.module, own, '2026-09-10');
  });

  test('273-FZ art. 58: over a failure is given by a decision', async () => {
    const academy = await withLearner();
    const { assessments, id: enrollment } = academy;
    const failed = await mark(academy, '2', '2026-10-05', { kind: 'interim' });
    const credit = { enrollment, module: 'safety', kind: 'interim', value: '4' };
    const asked = { ...credit, source: { kind: 'own' as const }, on: '2026-10-20' };
    const no = await assessments.credit(asked);
    expectRefused(no, 'credit-over-failure', failed, 'decidedBy');
    must(await assessments.credit({ ...asked, decidedBy: 'p-1' }));
  });

  test('was achieved before, decided by an official, and has a source', async () => {
    const { assessments, id: enrollment } = await withLearner();
    const later = { ...source, achievedOn: '2026-09-03' };
    const ahead = await assessments.credit({ enrollment, ...facts, source: later });
    expectRefused(ahead, 'achieved-later', '2026-09-03', '2026-09-02');
    const by = await assessments.credit({ enrollment, ...facts, decidedBy: 'p-77' });
    expectRefused(by, 'not-appointed', 'p-77');
    const bare = { kind: 'other-organisation' as const };
    const nameless = await assessments.credit({ enrollment, ...facts, source: bare });
    expectRefused(nameless, 'invalid-input', 'source.organisation');
  });

  test('takes the place of a planned assessment', async () => {
    const academy = await withLearner();
    const { assessments, id: enrollment } = academy;
    const credit = { enrollment, planned: 'test-1', source, on: '2026-09-02' };
    const { eventId } = must(await assessments.credit(credit));
    expectRefused(await attempt(academy, { planned: 'test-1' }), 'already-assessed', eventId);
  });
});

describe('a record on its way to the archive', () => {
  test('D18: stands still while handed over, and is closed once accepted', async () => {
    const academy = await withLearner();
    const { enrollments, assessments, id } = academy;
    const open = await move(academy, 'handOver', id, 't-1');
    expectRefused(open, 'not-ended', id, today);
    await passAll(academy);
    must(await enrollments.complete({ enrollment: id, on: '2026-12-21' }));
    expectRefused(await move(academy, 'handOver', id, 't-1', '2026-12-20'), 'not-ended', id);
    must(await move(academy, 'handOver', id, 't-1'));
    expectRefused(await move(academy, 'handOver', id, 't-2'), 'record-handed-over', 't-1');
    expectRefused(await move(academy, 'accept', id, 't-2'), 'record-not-handed-over', 't-2');
    expectRefused(await attempt(academy, {}), 'record-handed-over', id, 't-1');
    must(await move(academy, 'return', id, 't-1'));
    must(await attempt(academy, {}));
    must(await move(academy, 'handOver', id, 't-2'));
    must(await move(academy, 'accept', id, 't-2'));
    expectRefused(await attempt(academy, {}), 'record-archived', id, 't-2');
    const source = { kind: 'own' as const };
    const credit = await assessments.credit({ enrollment: id, source, on });
    expectRefused(credit, 'record-archived', id);
    const act = await enrollments.reinstate({ enrollment: id, on: today });
    expectRefused(act, 'record-archived', id);
  });
});
