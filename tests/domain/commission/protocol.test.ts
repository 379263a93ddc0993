import { must, newCommandId } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import {
  attested,
  byProtocol,
  everybody,
  members,
  sitting,
  withCommissions,
} from '../worlds/commission-academy.ts';
import { mark } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const on = '2026-12-20';

describe('D8: numbers of protocols', () => {
  test('D8: run through the year without gaps, over all commissions', async () => {
    const academy = await withCommissions();
    const { protocols, events } = academy;
    for (const [commission, day] of [
      ['c-1', on],
      ['r-1', on],
      ['c-1', '2026-12-21'],
    ] as const) {
      await sitting(academy, commission, day);
    }
    const numbered = await events('academy.register-protocol.organisation.all.2026');
    expect(numbered.map(({ data }) => data)).toMatchObject([
      { protocol: 'c-1.1', number: 1, year: 2026 },
      { protocol: 'r-1.1', number: 2 },
      { protocol: 'c-1.2', number: 3 },
    ]);
    const again = await protocols.number({ protocol: 'c-1.1' });
    expectRefused(again, 'protocol-numbered-already', 'c-1.1', '1', '2026');
    expectRefused(await protocols.number({ protocol: 'c-1.7' }), 'protocol-unknown', 'c-1.7');
    expectRefused(await protocols.number({ protocol: 'c-1' }), 'invalid-input');
  });

  test.each([
    ['kind', ['register-protocol.kind.attestation.2026', 'register-protocol.kind.retake.2026']],
    [
      'commission',
      ['register-protocol.commission.c-1.2026', 'register-protocol.commission.r-1.2026'],
    ],
  ] as const)('D8: run per %s where the regulation says so', async (numberedPer, streams) => {
    const academy = await withCommissions({ commissions: { numberedPer } });
    await sitting(academy, 'c-1', on);
    await sitting(academy, 'r-1', on);
    for (const stream of streams) {
      const [numbered] = await academy.events(`academy.${stream}`);
      expect(numbered?.data).toMatchObject({ number: 1 });
    }
  });

  test('D8: numbers asked for at once are given once each', async () => {
    const { commissions, protocols, ports } = await withCommissions();
    const held = { commission: 'c-1', present: everybody, on };
    for (let n = 0; n < 6; n += 1) must(await commissions.hold(held));
    const ids = [1, 2, 3, 4, 5, 6].map((n) => `c-1.${n}`);
    const twice = [...ids, ...ids].map((protocol, at) => ({ protocol, at }));
    const commandIds = ids.map(() => newCommandId(ports));
    const given = await Promise.all(
      twice.map(({ protocol, at }) =>
        protocols.number({ protocol, commandId: commandIds[at % 6] }),
      ),
    );
    const numbers = given.map((one) => must(one).number);
    expect(numbers.slice(0, 6).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(numbers.slice(6)).toEqual(numbers.slice(0, 6));
  });
});

const refusedBasis = async (change: object, code: string, ...values: string[]) => {
  const academy = await withCommissions();
  const protocol = await sitting(academy, 'c-1', on, ['p-1', 'p-8', 'p-5']);
  const facts = { enrollment: academy.id, module: 'safety', kind: 'final', value: '4' };
  const given = { ...facts, assessor: 'p-8', on, ...byProtocol(protocol), ...change };
  expectRefused(await academy.assessments.record(given), code, ...values);
};
const ofPaper = (more: object) => ({ basis: { kind: 'protocol', id: 'c-1.1', ...more } });

describe('D8: a result by protocol refers to it', () => {
  test('D8: the mark names the protocol, its number and day; the line names the mark', async () => {
    const academy = await withCommissions();
    const protocol = await sitting(academy, 'c-1', on);
    const { result, line } = await attested(academy, protocol, on);
    const recorded = (await academy.events(`academy.enrollment-${academy.id}`)).at(-1);
    expect(recorded).toMatchObject({
      id: result,
      data: { basis: { kind: 'protocol', id: 'c-1.1', number: '1', date: on } },
    });
    const entered = (await academy.events('academy.commission-c-1')).at(-1);
    expect(entered).toMatchObject({
      id: line,
      type: 'ProtocolLineEntered',
      occurredOn: on,
      refs: { commission: ['c-1'], enrollment: [academy.id], learner: ['l-1'], module: ['safety'] },
      data: { line: 1, result, learner: 'l-1' },
    });
    expect(entered?.data).not.toHaveProperty('mark');
  });

  test('D8 R1 §4.2.3: a kind that needs a protocol is refused without one', async () => {
    const academy = await withCommissions({
      commissions: { protocolFor: [{ kind: 'final', programmeTypes: [] }] },
    });
    const { assessments, id: enrollment } = academy;
    const facts = { enrollment, module: 'safety', value: '4', on, assessor: 'p-9' };
    const final = { ...facts, kind: 'final' };
    expectRefused(await assessments.record(final), 'protocol-needed', 'final');
    const sheet = { ...final, basis: { kind: 'grade-sheet', number: '7' } };
    expectRefused(await assessments.record(sheet), 'protocol-needed', 'final', 'grade-sheet');
    expect((await assessments.record({ ...facts, kind: 'interim' })).ok).toBe(true);
    const protocol = await sitting(academy, 'c-1', on);
    expect((await assessments.record({ ...final, ...byProtocol(protocol) })).ok).toBe(true);
  });

  test('D8: programme types that need no protocol go without', async () => {
    const academy = await withCommissions({
      commissions: {
        protocolFor: [{ kind: 'final', programmeTypes: ['professional-retraining'] }],
      },
    });
    expect(await mark(academy, '4', on, { kind: 'final' })).toBeTypeOf('string');
  });

  test('D8: a paper protocol from elsewhere stays as it was given', async () => {
    const academy = await withCommissions();
    const basis = { kind: 'protocol', number: '14', date: '2026-12-19' };
    await mark(academy, '4', on, { kind: 'final', basis });
    const recorded = (await academy.events(`academy.enrollment-${academy.id}`)).at(-1);
    expect(recorded?.data).toMatchObject({ basis: { ...basis, id: null } });
  });

  test.each([
    ['protocol-unknown', ofPaper({ id: 'c-1.9' }), 'c-1.9'],
    ['protocol-other-day', { on: '2026-12-21' }, '2026-12-21'],
    ['protocol-disagrees', ofPaper({ number: '7' }), '7'],
    ['protocol-disagrees', ofPaper({ date: '2026-12-19' }), '2026-12-19'],
    ['not-present', { assessor: 'p-9' }, 'p-9'],
    ['has-no-vote', { assessor: 'p-5' }, 'p-5'],
    ['commission-not-for', { kind: 'current' }, 'current'],
  ])('D8: %s', (code, change, value) => refusedBasis(change, code, value));

  test('D8: a protocol without its number is no basis yet', async () => {
    const academy = await withCommissions();
    must(await academy.commissions.hold({ commission: 'c-1', present: everybody, on }));
    const facts = { enrollment: academy.id, module: 'safety', kind: 'final', value: '4' };
    const given = { ...facts, assessor: 'p-9', on, ...byProtocol('c-1.1') };
    expectRefused(await academy.assessments.record(given), 'protocol-not-numbered', 'c-1.1');
  });

  test('D8 R1 §4.2.4: a retake commission attests no first attempt', async () => {
    const academy = await withCommissions();
    const protocol = await sitting(academy, 'r-1', on);
    const facts = { enrollment: academy.id, module: 'safety', kind: 'final', value: '4' };
    const given = { ...facts, assessor: 'p-9', on, ...byProtocol(protocol) };
    expectRefused(await academy.assessments.record(given), 'commission-not-for', 'r-1', 'm-1');
  });

  test('D8: one who sits from outside assesses by that seat, without an office', async () => {
    const academy = await withCommissions();
    const guests = members.map((one) => (one.person === 'p-9' ? { ...one, person: 'x-1' } : one));
    must(
      await academy.commissions.form({
        id: 'c-2',
        kind: 'attestation',
        members: guests,
        from: '2026-09-01',
      }),
    );
    const protocol = await sitting(academy, 'c-2', on, ['p-1', 'x-1']);
    const facts = { kind: 'final', assessor: 'x-1', ...byProtocol(protocol) };
    expect(await mark(academy, '4', on, facts)).toBeTypeOf('string');
  });
});

describe('D8: lines', () => {
  test('D8: questions are personal and stand in no line of the log', async () => {
    const academy = await withCommissions();
    const protocol = await sitting(academy, 'c-1', on);
    const result = await mark(academy, '4', on, { kind: 'final', ...byProtocol(protocol) });
    const questions = ['Что такое риск?'];
    const entering = { protocol, enrollment: academy.id, result, questions };
    must(await academy.protocols.enter(entering));
    for await (const page of academy.session.handler.store.readStream('academy.commission-c-1')) {
      expect(page.at(-1)?.line).not.toContain('риск');
      expect(page.at(-1)?.beside).toMatchObject({
        questions: { value: JSON.stringify(questions) },
      });
    }
    const again = await academy.protocols.enter(entering);
    expectRefused(again, 'line-entered-already', academy.id, 'c-1.1', '1');
  });

  test('D8: a result that rests on something else stands in no protocol', async () => {
    const academy = await withCommissions();
    const protocol = await sitting(academy, 'c-1', on);
    const result = await mark(academy, '4', on, { kind: 'final' });
    const entering = { protocol, enrollment: academy.id, result };
    expectRefused(await academy.protocols.enter(entering), 'result-of-other-basis', result);
    const unknown = { ...entering, protocol: 'c-1.5' };
    expectRefused(await academy.protocols.enter(unknown), 'protocol-unknown', 'c-1.5');
  });

  test('D7 D8: a corrected mark is answered by a correcting line; the first stays', async () => {
    const academy = await withCommissions();
    const protocol = await sitting(academy, 'c-1', on);
    const { result, line } = await attested(academy, protocol, on);
    await signAll(academy, protocol);
    const corrected = must(
      await academy.assessments.correct({
        enrollment: academy.id,
        replaces: result,
        value: '5',
        words: 'пять',
        reason: 'опечатка',
        signer: 'p-9',
        on: '2026-12-22',
      }),
    ).eventId;
    const correcting = {
      protocol,
      replaces: line,
      result: corrected,
      signer: 'p-1',
      reason: 'опечатка',
      on: '2026-12-23',
    };
    must(await academy.protocols.correct(correcting));
    const facts = await academy.events('academy.commission-c-1');
    expect(facts.filter(({ type }) => type.startsWith('ProtocolLine'))).toMatchObject([
      { id: line, data: { result } },
      {
        type: 'ProtocolLineCorrected',
        occurredOn: on,
        data: {
          corrects: line,
          replaces: line,
          line: 1,
          result: corrected,
          actedOn: '2026-12-23',
          signer: members[0],
        },
      },
    ]);
    const stale = await academy.protocols.correct(correcting);
    expectRefused(stale, 'line-not-in-force', line);
  });

  test('D8: a wrong line is struck out; the refusals of a correcting line', async () => {
    const academy = await withCommissions();
    const { protocols } = academy;
    const protocol = await sitting(academy, 'c-1', on);
    const { result, line } = await attested(academy, protocol, on);
    const striking = {
      protocol,
      replaces: line,
      result: null,
      signer: 'p-5',
      reason: 'не тот слушатель',
      on: '2026-12-22',
    };
    const cases = [
      ['reason-missing', { reason: undefined }, 'correct-line'],
      ['not-seated', { signer: 'p-77' }, 'p-77'],
      ['role-does-not-correct', { signer: 'p-8' }, 'p-8'],
      ['line-unchanged', { result }, line],
      ['line-unknown', { replaces: result }, result],
      ['act-out-of-order', { on: '2026-12-19' }, '2026-12-19'],
      ['protocol-unknown', { protocol: 'c-1.3' }, 'c-1.3'],
    ] as const;
    for (const [code, change, value] of cases) {
      expectRefused(await protocols.correct({ ...striking, ...change }), code, value);
    }
    must(await protocols.correct(striking));
    const entering = { protocol, enrollment: academy.id, result };
    expect(must(await protocols.enter(entering)).eventId).toBeTypeOf('string');
  });
});

const signAll = async (
  { protocols }: Pick<Awaited<ReturnType<typeof withCommissions>>, 'protocols'>,
  protocol: string,
  signers: readonly string[] = everybody,
) => {
  for (const signer of signers) must(await protocols.sign({ protocol, signer, on }));
};

describe('D8: signatures and dissent', () => {
  test('D8: a member who is not appointed, or was not present, cannot sign', async () => {
    const academy = await withCommissions();
    const { protocols, commissions } = academy;
    const protocol = await sitting(academy, 'c-1', on, ['p-1', 'p-8', 'p-5']);
    await attested({ ...academy, ...signerIs(academy, 'p-8') }, protocol, on);
    const sign = { protocol, on };
    expectRefused(await protocols.sign({ ...sign, signer: 'p-77' }), 'not-seated', 'p-77', on);
    expectRefused(await protocols.sign({ ...sign, signer: 'p-9' }), 'not-present', 'p-9');
    const early = await protocols.sign({ ...sign, signer: 'p-1', on: '2026-12-19' });
    expectRefused(early, 'act-out-of-order', '2026-12-19');
    // Relieved in between: by the day of the act they have no seat.
    const seated = [{ person: 'p-7', role: 'member' }];
    must(
      await commissions.change({ commission: 'c-1', relieved: ['p-8'], seated, on: '2026-12-21' }),
    );
    const late = await protocols.sign({ ...sign, signer: 'p-8', on: '2026-12-21' });
    expectRefused(late, 'not-seated', 'p-8', '2026-12-21');
    expect((await protocols.sign({ ...sign, signer: 'p-8' })).ok).toBe(true);
    expectRefused(await protocols.sign({ ...sign, signer: 'p-8' }), 'signed-already', 'p-8');
  });

  test('D8: once the commission works no longer, those who sat still sign', async () => {
    const academy = await withCommissions();
    const protocol = await sitting(academy, 'c-1', on);
    await attested(academy, protocol, on);
    must(await academy.commissions.dissolve({ commission: 'c-1', on: '2026-12-21' }));
    const sign = { protocol, signer: 'p-1', on: '2026-12-22' };
    expect((await academy.protocols.sign(sign)).ok).toBe(true);
  });

  test('D8: neither without a number nor without a line', async () => {
    const { commissions, protocols } = await withCommissions();
    must(await commissions.hold({ commission: 'c-1', present: everybody, on }));
    const sign = { protocol: 'c-1.1', signer: 'p-1', on };
    expectRefused(await protocols.sign(sign), 'protocol-not-numbered', 'c-1.1');
    must(await protocols.number({ protocol: 'c-1.1' }));
    expectRefused(await protocols.sign(sign), 'protocol-empty', 'c-1.1');
  });

  test('D8: what is signed takes no further line and is no basis any more', async () => {
    const academy = await withCommissions();
    const protocol = await sitting(academy, 'c-1', on);
    const { result } = await attested(academy, protocol, on);
    await signAll(academy, protocol, ['p-1']);
    const entering = { protocol, enrollment: academy.id, result };
    expectRefused(await academy.protocols.enter(entering), 'protocol-is-signed', 'c-1.1', 'p-1');
    const late = { enrollment: academy.id, module: 'safety', kind: 'final', value: '5' };
    const given = { ...late, assessor: 'p-9', on, ...byProtocol(protocol) };
    expectRefused(await academy.assessments.record(given), 'protocol-is-signed', 'c-1.1');
  });

  test('D8: a special opinion stands beside its line, before the last signature', async () => {
    const academy = await withCommissions();
    const { protocols } = academy;
    const protocol = await sitting(academy, 'c-1', on);
    const { line } = await attested(academy, protocol, on);
    const dissent = { protocol, line, member: 'p-8', opinion: 'оценка завышена', on };
    must(await protocols.dissent(dissent));
    const fact = (await academy.events('academy.commission-c-1')).at(-1);
    expect(fact).toMatchObject({
      type: 'DissentRecorded',
      refs: { learner: ['l-1'], official: ['p-8'] },
      data: { about: line, member: 'p-8', opinion: { value: 'оценка завышена' } },
    });
    expectRefused(await protocols.dissent(dissent), 'dissent-recorded-already', 'p-8', '1');
    const secretary = await protocols.dissent({ ...dissent, member: 'p-5' });
    expectRefused(secretary, 'has-no-vote', 'p-5');
    const nowhere = await protocols.dissent({ ...dissent, member: 'p-9', line: fact?.id ?? '' });
    expectRefused(nowhere, 'line-unknown', fact?.id ?? '');
    await signAll(academy, protocol);
    const late = await protocols.dissent({ ...dissent, member: 'p-9' });
    expectRefused(late, 'protocol-is-complete', 'c-1.1');
  });
});

/** The rooms with another assessor than `p-9`, who was absent. */
function signerIs(academy: Awaited<ReturnType<typeof withCommissions>>, assessor: string) {
  const record: typeof academy.assessments.record = (facts) =>
    academy.assessments.record({ ...facts, assessor });
  return { assessments: { ...academy.assessments, record } };
}
