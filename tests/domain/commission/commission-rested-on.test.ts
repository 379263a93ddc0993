import { must, newCommandId, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import type { AttestingAcademy } from '../worlds/commission-academy.ts';
import {
  attestation,
  attested,
  everybody,
  members,
  sitting,
  withCommissions,
} from '../worlds/commission-academy.ts';
import { noOrder, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const by = {
  commission: 'c-1',
  signer: 'p-1',
  reason: 'Не та фамилия',
  ground: order('3-к', '2026-12-01'),
} as const;
const change = { commission: 'c-1', on: '2026-11-01' } as const;
const seated = [{ person: 'p-7', role: 'member' }];

const { id: _id, ...formed } = attestation;
/** What each kind of entry could be corrected to. */
const readings = {
  forming: { as: 'forming', ...formed },
  seating: { as: 'seating', person: 'p-7', role: 'member' },
  relieving: { as: 'relieving', on: '2026-11-02' },
  dissolution: { as: 'dissolution', on: '2026-12-02' },
} as const;
const types = {
  forming: 'CommissionFormed',
  seating: 'MemberSeated',
  relieving: 'MemberRelieved',
  dissolution: 'CommissionDissolved',
} as const;
type Reading = keyof typeof readings;
const kinds = Object.keys(readings) as readonly Reading[];

const stream = ({ events }: AttestingAcademy) => events('academy.commission-c-1');

async function entryOf(academy: AttestingAcademy, type: string): Promise<string> {
  return (await stream(academy)).findLast((one) => one.type === type)?.id ?? '';
}

/** A commission with an entry of each kind: formed, changed on 1 November, dissolved. */
async function dissolved(...given: Parameters<typeof withCommissions>) {
  const academy = await withCommissions(...given);
  must(await academy.commissions.change({ ...change, relieved: ['p-9'], seated }));
  must(await academy.commissions.dissolve({ ...change, on: '2026-12-01' }));
  return academy;
}

/** A commission in which `p-7` sat as a member through November. */
async function replaced() {
  const academy = await withCommissions();
  must(await academy.commissions.change({ ...change, seated }));
  must(await academy.commissions.change({ ...change, relieved: ['p-7'], on: '2026-12-01' }));
  return academy;
}

describe('RK 1.8, D8: how an entry about a commission is put right', () => {
  test('RK 1.8: an entry that there is not, and an act without a reason, are refused', async () => {
    const academy = await withCommissions();
    const { commissions, ports } = academy;
    const to = readings.forming;
    const nothing = { ...by, entry: newCommandId(ports) };
    expectRefused(await commissions.annulEntry(nothing), 'entry-unknown', nothing.entry, 'c-1');
    const none = await commissions.correctEntry({ ...nothing, to });
    expectRefused(none, 'entry-unknown', nothing.entry, 'c-1');
    const unsaid = { ...by, entry: await entryOf(academy, types.forming), reason: undefined };
    const annulled = await commissions.annulEntry(unsaid);
    expectRefused(annulled, 'reason-missing', 'annul-commission-entry');
    const corrected = await commissions.correctEntry({ ...unsaid, to });
    expectRefused(corrected, 'reason-missing', 'correct-commission-entry');
  });

  test.each([
    ['form', 'forming'],
    ['change', 'seating'],
    ['change', 'relieving'],
    ['dissolve', 'dissolution'],
  ] as const)('D8 RK 1.5: by order where the regulation asks for one to %s', async (act, kind) => {
    for (const needed of ['form', 'change', 'dissolve']) {
      const academy = await dissolved({ commissions: { orderFor: [needed] } });
      const entry = await entryOf(academy, types[kind]);
      const asked = { ...by, entry, to: readings[kind], ground: noOrder };
      const corrected = await academy.commissions.correctEntry(asked);
      if (needed === act) expectRefused(corrected, 'order-required', 'correct-commission-entry');
      else must(corrected);
    }
  });

  test('D8: a sitting is annulled without an order, and the annulment names it', async () => {
    const academy = await withCommissions();
    const { commissions, protocols } = academy;
    const held = { commission: 'c-1', present: everybody, on: '2026-12-10' };
    must(await commissions.hold(held));
    const entry = await entryOf(academy, 'SittingHeld');
    const { protocol } = must(await commissions.hold(held));
    must(await commissions.annulEntry({ ...by, entry, ground: null }));
    const annulled = (await stream(academy)).at(-1)?.data;
    expect(annulled).toMatchObject({ protocol: 'c-1.1' });
    expect(annulled).not.toHaveProperty('signed');
    // The other one of that day stands.
    must(await protocols.number({ protocol }));
  });

  test.each(kinds.flatMap((as) => kinds.filter((one) => one !== as).map((one) => [one, as])))(
    'RK 1.8: an entry of a %s does not become one of a %s',
    async (kind, as) => {
      const academy = await dissolved();
      const entry = await entryOf(academy, types[kind]);
      const no = await academy.commissions.correctEntry({ ...by, entry, to: readings[as] });
      expectRefused(no, 'entry-of-another-kind', types[kind], types[as]);
    },
  );

  test('RK 1.8: what stands in the place of a seat names who has it now', async () => {
    const academy = await withCommissions();
    must(await academy.commissions.change({ ...change, seated }));
    const entry = await entryOf(academy, types.seating);
    const to = { as: 'seating', person: 'p-2', role: 'member' } as const;
    must(await academy.commissions.correctEntry({ ...by, entry, to }));
    const [annulled, stands] = (await stream(academy)).slice(-2);
    expect(annulled?.data).not.toHaveProperty('protocol');
    expect(annulled?.data).not.toHaveProperty('signed');
    expect(stands).toMatchObject({ type: 'MemberSeated', occurredOn: '2026-11-01' });
    expect(stands?.refs).toEqual({ commission: ['c-1'], official: ['p-2'] });
  });

  test('D8: a seat that asks for an office is not given to one without it', async () => {
    const seats = r2.commissions.seats.map((seat) =>
      seat.role === 'secretary' ? { ...seat, offices: ['head', 'deputy-head'] } : seat,
    );
    const academy = await withLearner({ commissions: { seats } });
    const { commissions } = academy;
    must(await commissions.form({ ...attestation, members: members.slice(0, 3) }));
    must(await commissions.change({ ...change, seated: [{ person: 'p-2', role: 'secretary' }] }));
    const entry = await entryOf(academy, types.seating);
    const to = { as: 'seating', person: 'p-7', role: 'secretary' } as const;
    const no = await commissions.correctEntry({ ...by, entry, to });
    expectRefused(no, 'not-appointed', 'p-7', 'deputy-head', '2026-11-01');
  });
});

describe('RK 1.8, D8: what rests on an entry about a commission', () => {
  test('RK 1.8: a relief rests on the seat of that person in that role', async () => {
    const academy = await replaced();
    const { commissions } = academy;
    const entry = await entryOf(academy, types.seating);
    const said = ['MemberRelieved', '2026-12-01'] as const;
    expectRefused(await commissions.annulEntry({ ...by, entry }), 'entry-rested-on', ...said);
    const to = readings.seating;
    const late = await commissions.correctEntry({ ...by, entry, to: { ...to, on: '2026-12-02' } });
    expectRefused(late, 'entry-rested-on', ...said);
    const other = { ...to, person: 'p-2' };
    const another = await commissions.correctEntry({ ...by, entry, to: other });
    expectRefused(another, 'entry-rested-on', ...said);
    must(await commissions.correctEntry({ ...by, entry, to: { ...to, on: '2026-12-01' } }));
  });

  test('RK 1.8: not on another seat of the same person', async () => {
    const academy = await withCommissions();
    const { commissions } = academy;
    const sits = [{ person: 'p-5', role: 'member' }];
    must(await commissions.change({ ...change, relieved: ['p-5'], seated: sits }));
    must(await commissions.change({ ...change, relieved: ['p-5'], on: '2026-12-01' }));
    const entry = await entryOf(academy, types.seating);
    const no = await commissions.annulEntry({ ...by, entry });
    expectRefused(no, 'entry-rested-on', 'MemberRelieved', '2026-12-01');
  });

  test('RK 1.8: seats and a dissolution rest on the forming', async () => {
    const academy = await withCommissions();
    const { commissions } = academy;
    must(await commissions.dissolve({ ...change, on: '2026-12-01' }));
    const forming = await entryOf(academy, types.forming);
    const no = await commissions.annulEntry({ ...by, entry: forming });
    expectRefused(no, 'entry-rested-on', 'CommissionDissolved', '2026-12-01');
    must(await commissions.annulEntry({ ...by, entry: await entryOf(academy, types.dissolution) }));
    must(await commissions.change({ ...change, seated }));
    const still = await commissions.annulEntry({ ...by, entry: forming });
    expectRefused(still, 'entry-rested-on', 'MemberSeated', '2026-11-01');
    must(await commissions.annulEntry({ ...by, entry: await entryOf(academy, types.seating) }));
    must(await commissions.annulEntry({ ...by, entry: forming }));
  });

  test('RK 1.8: a sitting rests on the kind of its commission', async () => {
    const academy = await withCommissions();
    const { commissions } = academy;
    const entry = await entryOf(academy, types.forming);
    const to = { ...readings.forming, kind: 'retake' };
    const held = { commission: 'c-1', present: everybody, on: '2026-12-10' };
    const { eventId } = must(await commissions.hold(held));
    const no = await commissions.correctEntry({ ...by, entry, to });
    expectRefused(no, 'entry-rested-on', 'SittingHeld', eventId, '2026-12-10');
    must(await commissions.annulEntry({ ...by, entry: eventId, ground: null }));
    must(await commissions.correctEntry({ ...by, entry, to }));
  });

  const swapped: Readonly<Record<string, string>> = { 'p-1': 'member', 'p-8': 'chair' };
  test.each([
    [
      'one of them was replaced',
      members.map((one) => (one.person === 'p-9' ? { ...one, person: 'p-7' } : one)),
    ],
    [
      'two of them changed roles',
      members.map(({ person, role }) => ({ person, role: swapped[person] ?? role })),
    ],
  ])('D8: a sitting keeps all its members in their roles: %s', async (_what, now) => {
    const academy = await withCommissions();
    await sitting(academy, 'c-1', '2026-12-10');
    const entry = await entryOf(academy, types.forming);
    const to = { ...readings.forming, members: now };
    const no = await academy.commissions.correctEntry({ ...by, entry, to });
    expectRefused(no, 'entry-rested-on', 'SittingHeld', '2026-12-10');
  });

  test('RK 1.8: a relief put right on its day stays before the seat of that day', async () => {
    const academy = await withCommissions();
    const { commissions } = academy;
    const sits = [{ person: 'p-5', role: 'member' }];
    must(await commissions.change({ ...change, relieved: ['p-5'], seated: sits }));
    await sitting(academy, 'c-1', '2026-12-10');
    const entry = await entryOf(academy, types.relieving);
    must(
      await commissions.correctEntry({ ...by, entry, to: { as: 'relieving', on: '2026-11-01' } }),
    );
    must(await commissions.hold({ commission: 'c-1', present: everybody, on: '2026-12-11' }));
    expect((await stream(academy)).at(-1)?.data).toMatchObject({
      present: [members[0], members[1], members[2], { person: 'p-5', role: 'member' }],
    });
  });

  test('D7 D8: an entry that was struck out holds no sitting', async () => {
    const academy = await withCommissions();
    const { commissions, protocols } = academy;
    const protocol = await sitting(academy, 'c-1', '2026-12-10');
    const { line } = await attested(academy, protocol, '2026-12-10');
    const entry = await entryOf(academy, 'SittingHeld');
    const held = await commissions.annulEntry({ ...by, entry });
    expectRefused(held, 'entry-rested-on', 'ProtocolLineEntered', line);
    const strike = { protocol, replaces: line, result: null, signer: 'p-1', reason: 'ошибка' };
    must(await protocols.correct(strike));
    must(await commissions.annulEntry({ ...by, entry }));
  });
});
