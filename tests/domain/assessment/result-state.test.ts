import * as events from '@letopis/core/events';
import type { EnrollmentEvent } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import {
  aboutResult,
  corrected,
  credited,
  enrolled,
  happened,
  markOf,
  missed,
  recorded,
  resultAnnulled,
  stateOf,
} from '../worlds/enrollment-facts.ts';

/* What is known of results from their events alone: what each says, and which is the latest. D6. */

const state = (...facts: readonly EnrollmentEvent[]) => stateOf([enrolled('2026-09-01'), ...facts]);
const resultOf = (fact: EnrollmentEvent) => state(fact).results.get(fact.id);

/** Module → kind → event id of its latest valid mark. */
const latest = (...facts: readonly EnrollmentEvent[]) =>
  Object.fromEntries(
    [...state(...facts).latest].map(([module, kinds]) => [
      module,
      Object.fromEntries([...kinds].map(([kind, { event }]) => [kind, event])),
    ]),
  );
const plannedIn = (...facts: readonly EnrollmentEvent[]) =>
  Object.fromEntries(state(...facts).planned);

describe('what a result says', () => {
  const day = '2026-10-05';

  test('a mark and an absence have no reason but the one that was given', () => {
    expect(resultOf(recorded('r', day, '4'))).toMatchObject({ outcome: 'mark', reason: null });
    const absent = { outcome: 'absent', reason: 'б', mark: null };
    expect(resultOf(missed('r', day, 'б'))).toMatchObject(absent);
    expect(resultOf(missed('r', day))).toMatchObject({ ...absent, reason: null });
    const put = { outcome: 'not-assessed', reason: 'submitted' } as const;
    expect(resultOf(recorded('r', day, put))).toMatchObject(put);
  });

  test('only a credit names the application that granted it', () => {
    const granted = credited('r', day, { decision: 'c-1' });
    expect(resultOf(granted)).toMatchObject({ outcome: 'credited', reason: null, decision: 'c-1' });
    expect(resultOf(credited('r', day))).toMatchObject({ decision: null });
    expect(resultOf(recorded('r', day, '4'))).toMatchObject({ decision: null });
  });

  test('RK 1.3: one that does not say what it counts for counts for its own year', () => {
    const subject = { module: 'safety', kind: 'interim', studyYear: '2026', period: null };
    expect(resultOf(recorded('r', day, '4'))?.countsFor).toEqual({ ...subject, planned: null });
    expect(resultOf(recorded('r', day, '4', { planned: 'test-1' }))?.countsFor).toEqual({
      ...subject,
      planned: 'm-1.test-1',
    });
    const countsFor = { studyYear: '2025', period: 'quarter-4', planned: 'm-9.test-9' };
    expect(resultOf(recorded('r', day, '4', { planned: 'test-1', countsFor }))?.countsFor).toEqual({
      module: 'safety',
      kind: 'interim',
      ...countsFor,
    });
  });
});

// The absence became a mark after the other one of its day, so that it is the latest.
const both = (more: Parameters<typeof missed>[3]) => [
  missed('m', '2026-10-05', null, more),
  recorded('other', '2026-10-05', '5', more),
  corrected('m', '4', '2026-10-08'),
];

describe('R2 §2.3: the latest mark of a kind in a module', () => {
  const first = recorded('first', '2026-10-05', '3');
  const second = recorded('second', '2026-10-06', '4');

  test('is that of the latest day, and of one day the one recorded last', () => {
    expect(latest(first, second)).toEqual({ safety: { interim: 'second' } });
    expect(latest(second, first)).toEqual({ safety: { interim: 'second' } });
    const same = recorded('same', '2026-10-06', '5');
    expect(latest(second, same)).toEqual({ safety: { interim: 'same' } });
  });

  test('is no credit and no absence', () => {
    expect(latest(credited('c', '2026-10-07', { mark: markOf('4') }))).toEqual({});
    expect(latest(first, credited('c', '2026-10-07'))).toEqual({ safety: { interim: 'first' } });
    expect(latest(missed('m', '2026-10-07'))).toEqual({});
  });

  test('is not changed by the correction of another mark', () => {
    const same = recorded('same', '2026-10-05', '5');
    const mended = corrected('first', '4', '2026-10-08');
    expect(latest(first, same, mended)).toEqual({ safety: { interim: 'same' } });
  });

  test('an absence that was corrected to a mark is one', () => {
    const facts = [missed('m', '2026-10-07'), corrected('m', '4', '2026-10-08')];
    expect(latest(first, ...facts)).toEqual({ safety: { interim: 'm' } });
  });

  test('where it is annulled, the one before it is the latest, also of the whole programme', () => {
    const gone = resultAnnulled('second', '2026-10-08');
    expect(latest(first, second, gone)).toEqual({ safety: { interim: 'first' } });
    const whole = [first, second].map((one) => ({ ...one, data: { ...one.data, module: null } }));
    expect(latest(...whole, gone)).toEqual({ '': { interim: 'first' } });
  });

  test('where the annulled result is an absence and there is no mark, there is none', () => {
    expect(latest(missed('m', '2026-10-07'), resultAnnulled('m', '2026-10-08'))).toEqual({});
  });

  test('an annulment leaves what is the latest of another kind or module', () => {
    const gone = [first, resultAnnulled('first', '2026-10-09')];
    expect(latest(...both({ kind: 'final' }), ...gone)).toEqual({ safety: { final: 'm' } });
    expect(latest(...both({ module: 'practice' }), ...gone)).toEqual({
      practice: { interim: 'm' },
      safety: {},
    });
  });
});

describe('D6: what counts for a planned assessment', () => {
  const absent = missed('absent', '2026-10-05', null, { planned: 'test-1' });
  const mark = recorded('mark', '2026-10-06', '4', { planned: 'test-1' });

  test('is a mark or a credit that names it', () => {
    expect(plannedIn(absent)).toEqual({});
    expect(plannedIn(absent, mark)).toEqual({ 'm-1.test-1': 'mark' });
    expect(plannedIn(recorded('plain', '2026-10-06', '4'))).toEqual({});
    const credit = credited('credit', '2026-10-06', { planned: 'test-1' });
    expect(plannedIn(credit)).toEqual({ 'm-1.test-1': 'credit' });
  });

  test('is free again where that one was annulled, not where another one was', () => {
    expect(plannedIn(absent, mark, resultAnnulled('mark', '2026-10-07'))).toEqual({});
    const plain = recorded('plain', '2026-10-06', '4');
    for (const other of [absent, plain]) {
      const gone = resultAnnulled(other.id, '2026-10-07');
      expect(plannedIn(other, mark, gone)).toEqual({ 'm-1.test-1': 'mark' });
    }
  });
});

describe('D7: a correction', () => {
  test('of a credit without a mark gives it one, and it stays a credit', () => {
    const facts = [credited('c', '2026-10-05'), corrected('c', '4', '2026-10-08')];
    expect(state(...facts).results.get('c')).toMatchObject({
      outcome: 'credited',
      inForce: 'correction-c',
      mark: { value: '4' },
    });
  });

  const waiting = [recorded('r', '2026-10-05', '3'), corrected('r', '4', '2026-10-08', true)];
  const about = { ...aboutResult('r', '2026-10-09'), correction: 'correction-r' };
  const ends = [
    ['is countersigned', happened(events.correctionCountersigned, 'e', '2026-10-09', about), '4'],
    ['is declined', happened(events.correctionDeclined, 'e', '2026-10-09', about), '3'],
    ['is withdrawn', happened(events.correctionWithdrawn, 'e', '2026-10-09', about), '3'],
    ['is annulled with its result', resultAnnulled('r', '2026-10-09'), '3'],
  ] as const;

  test('that waits is known by its event', () => {
    const { results, waiting: known } = state(...waiting);
    const one = {
      event: 'correction-r',
      mark: markOf('4'),
      signer: about.signer,
      actor: 'u-17',
      actedOn: '2026-10-08',
    };
    expect(Object.fromEntries(known)).toEqual({ 'correction-r': one });
    expect(results.get('r')).toMatchObject({ waiting: one, inForce: 'r', mark: { value: '3' } });
  });

  test.each(ends)('that %s waits no more', (_name, end, value) => {
    const { results, waiting: known } = state(...waiting, end);
    expect([...known]).toEqual([]);
    expect(results.get('r')).toMatchObject({ waiting: null, mark: { value } });
  });
});
