import { must, order } from '@letopis/core';
import { commissionFold, seatsOn } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import type { AttestingAcademy } from '../worlds/commission-academy.ts';
import {
  attestation,
  attested,
  everybody,
  sitting,
  withCommissions,
} from '../worlds/commission-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const by = {
  commission: 'c-1',
  signer: 'p-1',
  reason: 'Не та фамилия',
  ground: order('3-к', '2026-12-01'),
} as const;

const stateOf = async ({ events }: AttestingAcademy) =>
  foldEvents(commissionFold, (await events('academy.commission-c-1')) as never);

async function entryOf({ events }: AttestingAcademy, type: string): Promise<string> {
  return (await events('academy.commission-c-1')).findLast((one) => one.type === type)?.id ?? '';
}

describe('RK 1.8, D8: entries about a commission are put right', () => {
  test('its forming gets its true term and members, where no sitting loses one', async () => {
    const academy = await withCommissions();
    await sitting(academy, 'c-1', '2026-12-10');
    const entry = await entryOf(academy, 'CommissionFormed');
    const { id: _id, ...formed } = attestation;
    const to = { as: 'forming', ...formed, until: '2027-06-30' } as const;
    must(await academy.commissions.correctEntry({ ...by, entry, to }));
    expect((await stateOf(academy)).until).toBe('2027-06-30');
    const again = await entryOf(academy, 'CommissionFormed');
    expectRefused(
      await academy.commissions.correctEntry({
        ...by,
        entry: again,
        to: { ...to, from: '2026-12-11' },
      }),
      'entry-rested-on',
      'SittingHeld 2026-12-10',
    );
    expectRefused(
      await academy.commissions.annulEntry({ ...by, entry: again }),
      'entry-rested-on',
      'SittingHeld',
    );
  });

  test('a seat goes to the right person, a relief and a dissolution to their days', async () => {
    const academy = await withCommissions();
    const { commissions } = academy;
    const change = { commission: 'c-1', relieved: ['p-5'], on: '2026-11-01' } as const;
    must(await commissions.change({ ...change, seated: [{ person: 'p-2', role: 'secretary' }] }));
    const seat = await entryOf(academy, 'MemberSeated');
    const to = { as: 'seating', person: 'p-7', role: 'secretary' } as const;
    must(await commissions.correctEntry({ ...by, entry: seat, to }));
    const relief = await entryOf(academy, 'MemberRelieved');
    const relieving = { as: 'relieving', on: '2026-10-25' } as const;
    must(await commissions.correctEntry({ ...by, entry: relief, to: relieving }));
    const persons = async (day: string) =>
      seatsOn(await stateOf(academy), day).map(({ person }) => person);
    expect(await persons('2026-10-24')).toContain('p-5');
    expect(await persons('2026-10-25')).not.toContain('p-5');
    expect(await persons('2026-11-01')).toEqual(['p-1', 'p-8', 'p-9', 'p-7']);
    must(await commissions.dissolve({ commission: 'c-1', on: '2026-12-01' }));
    const end = await entryOf(academy, 'CommissionDissolved');
    const dissolution = { as: 'dissolution', on: '2026-12-20' } as const;
    must(await commissions.correctEntry({ ...by, entry: end, to: dissolution }));
    expect(await persons('2026-12-19')).toHaveLength(4);
    expect(await persons('2026-12-20')).toEqual([]);
    const stands = await entryOf(academy, 'CommissionDissolved');
    must(await commissions.annulEntry({ ...by, entry: stands }));
    expect(await persons('2026-12-20')).toHaveLength(4);
  });

  test('a taken seat, a role that is none, another kind of entry are refused', async () => {
    const academy = await withCommissions();
    const { commissions } = academy;
    const seated = [{ person: 'p-2', role: 'member' }];
    must(await commissions.change({ commission: 'c-1', seated, on: '2026-11-01' }));
    const entry = await entryOf(academy, 'MemberSeated');
    const to = { as: 'seating', person: 'p-9', role: 'member' } as const;
    expectRefused(await commissions.correctEntry({ ...by, entry, to }), 'seated-twice', 'p-9');
    expectRefused(
      await commissions.correctEntry({ ...by, entry, to: { ...to, role: 'cook' } }),
      'commission-role-unknown',
      'cook',
    );
    const dissolution = { as: 'dissolution', on: '2026-12-20' } as const;
    expectRefused(
      await commissions.correctEntry({ ...by, entry, to: dissolution }),
      'entry-of-another-kind',
      'MemberSeated',
    );
    const ground = null;
    expectRefused(await commissions.annulEntry({ ...by, entry, ground }), 'order-required');
    must(await commissions.annulEntry({ ...by, entry }));
  });

  test('an empty sitting was not held; of a full one, what stands in it is named', async () => {
    const academy = await withCommissions();
    const { commissions, protocols } = academy;
    const { protocol } = must(
      await commissions.hold({ commission: 'c-1', present: everybody, on: '2026-12-10' }),
    );
    const entry = await entryOf(academy, 'SittingHeld');
    must(await commissions.annulEntry({ ...by, entry }));
    expectRefused(await protocols.number({ protocol }), 'protocol-unknown', protocol);
    const second = await sitting(academy, 'c-1', '2026-12-20');
    expect(second).toBe('c-1.2');
    const { line } = await attested(academy, second, '2026-12-20');
    expectRefused(
      await commissions.annulEntry({ ...by, entry: await entryOf(academy, 'SittingHeld') }),
      'entry-rested-on',
      'ProtocolLineEntered',
      line,
    );
  });

  test('a signed sitting is annulled, signatures and all, once its lines are', async () => {
    const academy = await withCommissions();
    const { assessments, commissions, id: enrollment, protocols } = academy;
    const protocol = await sitting(academy, 'c-1', '2026-12-10');
    const { line, result } = await attested(academy, protocol, '2026-12-10');
    const opinion = 'Считаю оценку завышенной';
    const dissent = { protocol, line, member: 'p-9', opinion, on: '2026-12-10' };
    must(await protocols.dissent(dissent));
    for (const signer of ['p-1', 'p-8']) {
      must(await protocols.sign({ protocol, signer, on: '2026-12-10' }));
    }
    const entry = await entryOf(academy, 'SittingHeld');
    const held = await commissions.annulEntry({ ...by, entry, on: '2026-12-12' });
    expect(expectRefused(held, 'entry-rested-on', line).data).toEqual({
      entry,
      facts: [{ type: 'ProtocolLineEntered', id: line, on: '2026-12-10' }],
    });
    const struck = { protocol, replaces: line, result: null, signer: 'p-1', on: '2026-12-11' };
    must(await protocols.correct({ ...struck, reason: 'Заседание было 11 декабря' }));
    must(await commissions.annulEntry({ ...by, entry, on: '2026-12-12' }));
    const annulment = (await academy.events('academy.commission-c-1')).at(-1);
    expect(annulment).toMatchObject({
      type: 'CommissionEntryAnnulled',
      occurredOn: '2026-12-10',
      data: { protocol, corrects: entry, signed: ['p-1', 'p-8'], actedOn: '2026-12-12' },
    });
    const sign = { protocol, signer: 'p-9', on: '2026-12-12' };
    expectRefused(await protocols.sign(sign), 'protocol-unknown', protocol);
    const wrong = { reason: 'День заседания', signer: 'p-1', office: 'head', on: '2026-12-12' };
    must(await assessments.annul({ enrollment, result, ...wrong }));
    const next = await sitting(academy, 'c-1', '2026-12-11');
    expect(next).toBe('c-1.2');
    const right = await attested(academy, next, '2026-12-11');
    must(await protocols.sign({ protocol: next, signer: 'p-1', on: '2026-12-11' }));
    expect(right.line).not.toBe(line);
  });
});
