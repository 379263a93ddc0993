import { must, newCommandId } from '@letopis/core';
import { quorumOf } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import { attestation, everybody, members, withCommissions } from '../worlds/commission-academy.ts';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { noOrder, regulation, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const rules = r2.commissions;
const form = (change: object) => ({ ...attestation, ...change });

describe('D8 R1 §4.2.3: a commission', () => {
  test('D8 R1 §4.2.3: is formed by order with its members and kind', async () => {
    const { commissions, events } = await withLearner();
    const formed = must(await commissions.form(form({ groups: ['m-1'], until: '2026-12-31' })));
    expect(formed.commission).toBe('c-1');
    expect(await events('academy.commission-c-1')).toMatchObject([
      {
        type: 'CommissionFormed',
        occurredOn: '2026-09-01',
        ground: { kind: 'order' },
        refs: { commission: ['c-1'], group: ['m-1'], official: ['p-1', 'p-5', 'p-8', 'p-9'] },
        data: { kind: 'attestation', members, until: '2026-12-31', edition: 1 },
      },
    ]);
  });

  test('D8: sent twice it is one, named by its command', async () => {
    const { commissions, ports } = await withLearner();
    const { id: _, ...unnamed } = attestation;
    const sent = { ...unnamed, commandId: newCommandId(ports) };
    const first = must(await commissions.form(sent));
    expect(first.commission).toBe(sent.commandId);
    expect(must(await commissions.form(sent))).toEqual(first);
    expectRefused(
      await commissions.form({ ...attestation, id: sent.commandId }),
      'already-exists',
      sent.commandId,
    );
  });

  test('D8: without an order it is refused where the regulation asks for one', async () => {
    const { commissions } = await withLearner();
    const no = await commissions.form(form({ ground: noOrder }));
    expectRefused(no, 'order-required', 'form-commission');
  });

  test('D8: no order is needed where the regulation asks for none', async () => {
    const { commissions } = await withLearner({ commissions: { orderFor: [] } });
    expect((await commissions.form(form({ ground: noOrder }))).ok).toBe(true);
  });

  test.each([
    ['commission-kind-unknown', { kind: 'appeal' }, 'appeal'],
    ['commission-role-unknown', { members: [{ person: 'p-1', role: 'guest' }] }, 'guest'],
    ['commission-seats-wrong', { members: members.slice(1) }, 'chair'],
    ['commission-seats-wrong', { members: members.slice(0, 2) }, 'member'],
    ['seated-twice', { members: [...members, { person: 'p-1', role: 'member' }] }, 'p-1'],
    ['period-reversed', { until: '2026-08-31' }, '2026-08-31'],
  ])('D8: %s', async (code, change, value) => {
    const { commissions } = await withLearner();
    expectRefused(await commissions.form(form(change)), code, value);
  });

  test('D8: a seat may ask for an office, held on the day of the order', async () => {
    const seats = rules.seats.map((one) =>
      one.role === 'chair' ? { ...one, offices: ['deputy-head'] } : one,
    );
    const { commissions } = await withLearner({ commissions: { seats } });
    expectRefused(await commissions.form(attestation), 'not-appointed', 'p-1', 'deputy-head');
    const chaired = [{ person: 'p-2', role: 'chair' }, ...members.slice(1)];
    must(await commissions.form(form({ members: chaired })));
  });

  test('D8: a member is replaced by order; the seats of each day stand', async () => {
    const { commissions, events } = await withCommissions();
    const seated = [{ person: 'p-7', role: 'member' }];
    must(
      await commissions.change({ commission: 'c-1', relieved: ['p-9'], seated, on: '2026-11-01' }),
    );
    expect((await events('academy.commission-c-1')).slice(1)).toMatchObject([
      { type: 'MemberRelieved', data: { person: 'p-9', role: 'member' } },
      { type: 'MemberSeated', data: { person: 'p-7', role: 'member' } },
    ]);
    const held = { commission: 'c-1', present: ['p-1', 'p-8', 'p-9'] };
    expectRefused(await commissions.hold({ ...held, on: '2026-11-01' }), 'not-seated', 'p-9');
    expect((await commissions.hold({ ...held, on: '2026-10-31' })).ok).toBe(true);
  });

  test('D8: a change leaves it whole and names those who sit; one of nobody is none', async () => {
    const { commissions } = await withCommissions();
    const change = { commission: 'c-1', on: '2026-11-01' };
    const short = await commissions.change({ ...change, relieved: ['p-9'] });
    expectRefused(short, 'commission-seats-wrong', 'member', '1');
    const stranger = await commissions.change({ ...change, relieved: ['p-77'] });
    expectRefused(stranger, 'not-seated', 'p-77');
    expectRefused(await commissions.change(change), 'invalid-input');
    const other = await commissions.change({ ...change, commission: 'c-9', relieved: ['p-9'] });
    expectRefused(other, 'commission-unknown', 'c-9');
  });

  test('D8: nobody is relieved from a day on which they sat', async () => {
    const { commissions } = await withCommissions();
    must(await commissions.hold({ commission: 'c-1', present: everybody, on: '2026-11-10' }));
    const seated = [{ person: 'p-7', role: 'member' }];
    const change = { commission: 'c-1', relieved: ['p-9'], seated };
    const late = await commissions.change({ ...change, on: '2026-11-10' });
    expectRefused(late, 'commission-out-of-order', '2026-11-10');
    expect((await commissions.change({ ...change, on: '2026-11-11' })).ok).toBe(true);
    const ended = await commissions.dissolve({ commission: 'c-1', on: '2026-11-05' });
    expectRefused(ended, 'commission-out-of-order', '2026-11-05');
  });

  test('D8: dissolved, or its term over, it works no more', async () => {
    const { commissions } = await withLearner();
    must(await commissions.form(form({ until: '2026-11-30' })));
    const held = { commission: 'c-1', present: everybody };
    expectRefused(
      await commissions.hold({ ...held, on: '2026-12-01' }),
      'commission-not-working',
      'c-1',
      '2026-12-01',
      '2026-11-30',
    );
    must(await commissions.dissolve({ commission: 'c-1', on: '2026-11-20' }));
    expectRefused(
      await commissions.hold({ ...held, on: '2026-11-20' }),
      'commission-not-working',
      'c-1',
    );
    const sooner = await commissions.dissolve({ commission: 'c-1', on: '2026-11-15' });
    expectRefused(sooner, 'commission-out-of-order', '2026-11-15', '2026-11-20');
    expect((await commissions.hold({ ...held, on: '2026-11-19' })).ok).toBe(true);
    const again = await commissions.dissolve({ commission: 'c-1', on: '2026-11-25' });
    expectRefused(again, 'commission-not-working', 'c-1', '2026-11-25');
  });
});

describe('D8: a sitting', () => {
  test('D8: says who was present, absent, who presided and who must sign', async () => {
    const { commissions, events } = await withCommissions();
    const held = must(
      await commissions.hold({
        commission: 'c-1',
        present: ['p-8', 'p-1', 'p-5'],
        agenda: ['Итоговая аттестация группы m-1'],
        on: '2026-12-20',
      }),
    );
    expect(held.protocol).toBe('c-1.1');
    const [, fact] = await events('academy.commission-c-1');
    expect(fact?.data).toMatchObject({
      protocol: 'c-1.1',
      present: [members[0], members[1], members[3]],
      absent: [members[2]],
      presiding: 'p-1',
      signatories: ['p-1', 'p-8', 'p-5'],
    });
  });

  test('D8: sent twice it is one sitting; the next is numbered on', async () => {
    const { commissions, ports } = await withCommissions();
    const sent = {
      commission: 'c-1',
      present: everybody,
      on: '2026-12-20',
      commandId: newCommandId(ports),
    };
    const first = must(await commissions.hold(sent));
    expect(must(await commissions.hold(sent))).toEqual(first);
    const { commandId: _, ...next } = sent;
    expect(must(await commissions.hold(next)).protocol).toBe('c-1.2');
  });

  test('D8: without a quorum it decides nothing; a secretary does not count', async () => {
    const { commissions } = await withCommissions();
    const no = await commissions.hold({
      commission: 'c-1',
      present: ['p-1', 'p-5'],
      on: '2026-12-20',
    });
    expectRefused(no, 'no-quorum', '1', '3', '2');
  });

  test('D8: the quorum is a share, more than a share, or a number', () => {
    const share = { of: 'share', numerator: 2, denominator: 3, more: false } as const;
    expect([3, 4, 5, 6, 7].map((n) => quorumOf(share, n))).toEqual([2, 3, 4, 4, 5]);
    const half = { of: 'share', numerator: 1, denominator: 2, more: true } as const;
    expect([3, 4, 5].map((n) => quorumOf(half, n))).toEqual([2, 3, 3]);
    expect(quorumOf({ of: 'number', members: 4 }, 9)).toBe(4);
  });

  test('D8: somebody who may presides, where the regulation asks for it', async () => {
    const held = { commission: 'c-1', present: ['p-8', 'p-9'], on: '2026-12-20' };
    const { commissions } = await withCommissions();
    expectRefused(await commissions.hold(held), 'nobody-presides', 'chair');
    const named = { ...held, present: everybody, presiding: 'p-8' };
    expectRefused(await commissions.hold(named), 'nobody-presides', 'p-8', 'chair');
    const free = await withCommissions({ commissions: { presidingRequired: false } });
    expect((await free.commissions.hold(held)).ok).toBe(true);
  });

  test('D8: it is not dated ahead, and has a commission', async () => {
    const { commissions } = await withCommissions();
    const held = { commission: 'c-1', present: everybody, on: '2026-12-26' };
    expectRefused(await commissions.hold(held), 'dated-ahead', '2026-12-26');
    const none = await commissions.hold({ ...held, commission: 'c-9', on: '2026-12-20' });
    expectRefused(none, 'commission-unknown', 'c-9');
  });
});

const adopting = async (changes: Changes) =>
  newAcademy().regulation.adopt(regulation(changes), {
    timeZone: 'Europe/Moscow',
    from: '2026-09-01',
  });

describe('D8 D9 D10: the sections of the regulation', () => {
  test('D8-D10: name only offices and kinds that it describes, and each id once', async () => {
    const [seat] = rules.seats;
    const [limit] = r2.retakes.limits;
    if (seat === undefined || limit === undefined) throw new Error('R2 has seats and limits');
    const cases: readonly (readonly [Changes, string])[] = [
      [{ commissions: { seats: [{ ...seat, offices: ['wizard'] }] } }, 'wizard'],
      [{ commissions: { seats: [seat, seat] } }, 'chair'],
      [{ commissions: { protocolFor: [{ kind: 'yearly', programmeTypes: [] }] } }, 'yearly'],
      [{ retakes: { limits: [limit, limit] } }, 'interim'],
      [{ retakes: { limits: [{ ...limit, kinds: ['yearly'] }] } }, 'yearly'],
      [{ works: { supervisorOffices: ['wizard'] } }, 'wizard'],
    ];
    for (const [changes, named] of cases) {
      expectRefused(await adopting(changes), 'rules-disagree', named);
    }
  });
});
