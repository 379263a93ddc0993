import { must } from '@letopis/core';
import type { CommissionEvent } from '@letopis/core/facts';
import { commissionFold, isProtocolId, protocolId } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { attested, everybody, sitting, withCommissions } from '../worlds/commission-academy.ts';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const on = '2026-12-20';

/** A commission that has sat, with the final mark of `l-1` in its numbered protocol. */
async function entered(changes: Changes = {}, present = everybody) {
  const academy = await withCommissions(changes);
  const protocol = await sitting(academy, 'c-1', on, present);
  const { line } = await attested(academy, protocol, on);
  const dissent = { protocol, line, opinion: 'оценка завышена', on };
  return { ...academy, protocol, line, dissent };
}

describe('D8: a signature', () => {
  test('D8: names who signed which protocol of which commission, and its entries', async () => {
    const { protocols, protocol, events } = await entered();
    must(await protocols.sign({ protocol, signer: 'p-1', on: '2026-12-21' }));
    const signed = (await events('academy.commission-c-1')).at(-1);
    expect(signed).toMatchObject({ type: 'ProtocolSigned', occurredOn: '2026-12-21' });
    expect(signed?.refs).toEqual({ commission: ['c-1'], official: ['p-1'] });
    expect(signed?.data).toEqual({
      commission: 'c-1',
      protocol,
      person: 'p-1',
      role: 'chair',
      number: 1,
      lines: 1,
      edition: 1,
    });
  });
});

describe('D8: a special opinion', () => {
  test('D8: names the commission, the entry, its learner, and the role of the member', async () => {
    const { protocols, protocol, line, dissent, events, session } = await entered();
    must(await protocols.dissent({ ...dissent, member: 'p-8' }));
    const said = (await events('academy.commission-c-1')).at(-1);
    expect(said?.refs).toMatchObject({ commission: ['c-1'], learner: ['l-1'], official: ['p-8'] });
    const names = { commission: 'c-1', protocol, about: line, learner: 'l-1', role: 'member' };
    expect(said?.data).toMatchObject(names);
    const { state } = await session.load(commissionFold, 'c-1');
    const [entry] = state.sittings.get(protocol)?.entries ?? [];
    expect(entry?.dissenters).toEqual(['p-8']);
  });

  test('D8: is of a member who was at the sitting of that protocol', async () => {
    const { protocols, dissent } = await entered({}, ['p-1', 'p-9', 'p-5']);
    const stranger = await protocols.dissent({ ...dissent, member: 'p-77' });
    expectRefused(stranger, 'not-seated', 'p-77', 'c-1', on);
    const absent = await protocols.dissent({ ...dissent, member: 'p-8' });
    expectRefused(absent, 'not-present', 'p-8', 'c-1.1');
    const nowhere = await protocols.dissent({ ...dissent, protocol: 'c-1.9', member: 'p-9' });
    expectRefused(nowhere, 'protocol-unknown', 'c-1.9');
  });

  test('D8: may come until the last of those who must sign has signed', async () => {
    const { protocols, protocol, dissent } = await entered();
    for (const signer of ['p-1', 'p-8', 'p-9']) {
      must(await protocols.sign({ protocol, signer, on }));
    }
    must(await protocols.dissent({ ...dissent, member: 'p-8' }));
    must(await protocols.sign({ protocol, signer: 'p-5', on }));
    const late = await protocols.dissent({ ...dissent, member: 'p-9' });
    expectRefused(late, 'protocol-is-complete', protocol);
  });

  test('D8: where nobody must sign, it may come until somebody has', async () => {
    const seats = r2.commissions.seats.map((seat) => ({ ...seat, mustSign: false }));
    const rules = { commissions: { seats, presidingRequired: false } };
    const { protocols, protocol, dissent } = await entered(rules, ['p-8', 'p-9']);
    must(await protocols.dissent({ ...dissent, member: 'p-8' }));
    must(await protocols.sign({ protocol, signer: 'p-8', on }));
    const late = await protocols.dissent({ ...dissent, member: 'p-9' });
    expectRefused(late, 'protocol-is-complete', protocol);
  });
});

describe('D8: the state of a commission whose stream was cut', () => {
  test('D8: what concerns an entry that is not in it changes nothing', async () => {
    const academy = await entered();
    const { protocols, protocol, line, dissent } = academy;
    must(await protocols.dissent({ ...dissent, member: 'p-8' }));
    const strike = { protocol, replaces: line, result: null, signer: 'p-1', reason: 'ошибка' };
    must(await protocols.correct({ ...strike, on }));
    const state = commissionFold.initial();
    for (const event of await academy.events('academy.commission-c-1')) {
      if (event.type !== 'ProtocolLineEntered') {
        commissionFold.evolve(state, event as CommissionEvent);
      }
    }
    const { entries, entryOf } = state.sittings.get(protocol) ?? {};
    expect(entries).toEqual([]);
    expect(entryOf?.size).toBe(0);
  });
});

describe('D8: the id of a protocol', () => {
  test.each(['c-1.1', 'c-1.12', 'C_1.100000'])('D8: %s is one', (id) => {
    expect(isProtocolId(id)).toBe(true);
    expect(protocolId.safeParse(id).success).toBe(true);
  });

  test.each(['c-1', 'c-1.0', 'c-1.1.1', 'c-1.1a', 'x c-1.1', 'c-1.1000000', 7])(
    'D8: %s is none, and the answer shows it and the form of one',
    (id) => {
      expect(isProtocolId(String(id))).toBe(false);
      const shown = JSON.stringify(id);
      expect(protocolId.safeParse(id).error?.issues.map(({ message }) => message)).toEqual([
        `${shown} не номер протокола вида «комиссия.заседание» | ` +
          `${shown} is no protocol id of the form commission.n`,
      ]);
    },
  );
});
