import { must, order } from '@letopis/core';
import { commissionFold, worksOn } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import type { AttestingAcademy } from '../worlds/commission-academy.ts';
import {
  attestation,
  everybody,
  members,
  sitting,
  withCommissions,
} from '../worlds/commission-academy.ts';
import { noOrder, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const change = { commission: 'c-1', on: '2026-11-01' } as const;
const seated = [{ person: 'p-7', role: 'member' }];
/** The members with a deputy chair, who may preside and need not sign. */
const withDeputy = [...members, { person: 'p-2', role: 'deputy-chair' }];

const streamOf = ({ events }: AttestingAcademy) => events('academy.commission-c-1');

const lastOf = async (academy: AttestingAcademy) => (await streamOf(academy)).at(-1);

/** R2 with the offices that some seats ask for. */
const offices = (asked: Readonly<Record<string, readonly string[]>>) => ({
  commissions: {
    seats: r2.commissions.seats.map((seat) => ({
      ...seat,
      offices: [...(asked[seat.role] ?? [])],
    })),
  },
});

describe('D8 RK 1.5: an order about a commission', () => {
  test('D8: is needed to change or dissolve it, where the regulation asks for one', async () => {
    const { commissions } = await withCommissions();
    const changed = await commissions.change({ ...change, seated, ground: noOrder });
    expectRefused(changed, 'order-required', 'change-commission');
    const dissolved = await commissions.dissolve({ ...change, ground: noOrder });
    expectRefused(dissolved, 'order-required', 'dissolve-commission');
    const free = await withCommissions({ commissions: { orderFor: ['form'] } });
    must(await free.commissions.change({ ...change, seated, ground: noOrder }));
    must(await free.commissions.dissolve({ ...change, on: '2026-11-02', ground: noOrder }));
  });

  test('D8: a change names who comes and goes; its dissolution all who sit', async () => {
    const academy = await withCommissions();
    must(await academy.commissions.change({ ...change, relieved: ['p-9'], seated }));
    must(await academy.commissions.dissolve({ ...change, on: '2026-12-01' }));
    const [, relieved, taken, dissolved] = await streamOf(academy);
    expect(relieved?.refs).toEqual({ commission: ['c-1'], official: ['p-9'] });
    expect(taken?.refs).toEqual({ commission: ['c-1'], official: ['p-7'] });
    expect(dissolved).toMatchObject({
      type: 'CommissionDissolved',
      occurredOn: '2026-12-01',
      data: { commission: 'c-1', edition: 1 },
    });
    expect(dissolved?.refs).toEqual({
      commission: ['c-1'],
      official: ['p-1', 'p-5', 'p-7', 'p-8'],
    });
  });

  test('D8: no change is dated before the one that stands; one of its day is', async () => {
    const { commissions } = await withCommissions();
    must(await commissions.change({ ...change, seated }));
    const leaving = { ...change, relieved: ['p-9'] };
    const early = await commissions.change({ ...leaving, on: '2026-10-31' });
    expectRefused(early, 'commission-out-of-order', '2026-10-31', '2026-11-01');
    must(await commissions.change(leaving));
  });

  test('D8: none is dated after its end: of its term, or of its dissolution', async () => {
    const { commissions } = await withLearner();
    must(await commissions.form({ ...attestation, until: '2026-11-30' }));
    const after = await commissions.change({ ...change, seated, on: '2026-12-01' });
    expectRefused(after, 'commission-not-working', '2026-12-01', '2026-11-30');
    must(await commissions.dissolve({ ...change, on: '2026-11-20' }));
    const gone = await commissions.change({ ...change, seated, on: '2026-11-25' });
    expectRefused(gone, 'commission-not-working', '2026-11-25', '2026-11-20');
  });

  test('D8: seats no more in a role than the regulation allows', async () => {
    const { commissions } = await withCommissions();
    const chaired = [...members, { person: 'p-2', role: 'chair' }];
    const two = await commissions.form({ ...attestation, id: 'c-2', members: chaired });
    expectRefused(two, 'commission-seats-wrong', 'chair', '2', '1');
  });
});

describe('D8: a seat that asks for an office', () => {
  test('D8: asks each of its holders, not the first alone', async () => {
    const { commissions } = await withLearner(offices({ member: ['teacher'] }));
    const mixed = members.map((one) => (one.person === 'p-9' ? { ...one, person: 'p-7' } : one));
    const no = await commissions.form({ ...attestation, members: mixed });
    expectRefused(no, 'not-appointed', 'p-7', 'teacher', '2026-09-01');
    must(await commissions.form(attestation));
    const late = await commissions.change({ ...change, seated });
    expectRefused(late, 'not-appointed', 'p-7', 'teacher', '2026-11-01');
  });

  test('D8: takes an appointment that is limited to one programme', async () => {
    const { commissions, officials } = await withLearner(offices({ chair: ['teacher'] }));
    const here = { person: 'p-1', office: 'teacher', from: '2026-09-01' };
    must(await officials.appoint({ ...here, scope: { programmes: ['other'] } }));
    must(await commissions.form(attestation));
  });
});

describe('D8: the days of a commission', () => {
  test('D8: it works from its first day to its last, both included', async () => {
    const { commissions } = await withLearner();
    must(await commissions.form({ ...attestation, from: '2026-11-01', until: '2026-11-30' }));
    const held = { commission: 'c-1', present: everybody };
    const early = await commissions.hold({ ...held, on: '2026-10-31' });
    expectRefused(early, 'commission-not-working', '2026-10-31', '2026-11-01');
    must(await commissions.hold({ ...held, on: '2026-11-01' }));
    must(await commissions.hold({ ...held, on: '2026-11-30' }));
  });

  test('RK 1.8: never formed, or with its forming annulled, it works on none', async () => {
    const academy = await withCommissions();
    const state = async () => (await academy.session.load(commissionFold, 'c-1')).state;
    expect(worksOn(await state(), '2026-09-01')).toBe(true);
    const [formed] = await streamOf(academy);
    const ground = order('3-к', '2026-12-01');
    const undo = { commission: 'c-1', signer: 'p-1', reason: 'Не та', ground };
    must(await academy.commissions.annulEntry({ ...undo, entry: formed?.id ?? '' }));
    expect(worksOn(await state(), '2026-09-01')).toBe(false);
    expect(worksOn(commissionFold.initial(), '2026-09-01')).toBe(false);
  });

  test('D8: a member sits from the day of their seat on', async () => {
    const { commissions } = await withCommissions();
    must(await commissions.change({ ...change, seated }));
    const held = { commission: 'c-1', present: [...everybody, 'p-7'] };
    const early = await commissions.hold({ ...held, on: '2026-10-31' });
    expectRefused(early, 'not-seated', 'p-7', '2026-10-31');
    must(await commissions.hold({ ...held, on: '2026-11-01' }));
  });
});

/** The event of a sitting of a commission with a deputy chair. */
async function heldWithDeputy(present: readonly string[], more: { presiding?: string } = {}) {
  const academy = await withLearner();
  must(await academy.commissions.form({ ...attestation, members: withDeputy }));
  const sat = { commission: 'c-1', present, on: '2026-12-20', ...more };
  must(await academy.commissions.hold(sat));
  return lastOf(academy);
}

describe('D8: who presides over a sitting, and who must sign', () => {
  const everyone = [...everybody, 'p-2'];

  test('D8: the chair before the deputy, whose signature is then not needed', async () => {
    const sat = await heldWithDeputy(everyone);
    expect(sat?.data).toMatchObject({ presiding: 'p-1', signatories: everybody });
    expect(sat?.refs).toEqual({
      commission: ['c-1'],
      official: ['p-1', 'p-2', 'p-5', 'p-8', 'p-9'],
    });
  });

  test('D8: the deputy where the sitting names them, and then they sign too', async () => {
    const sat = await heldWithDeputy(everyone, { presiding: 'p-2' });
    expect(sat?.data).toMatchObject({ presiding: 'p-2', signatories: ['p-2', ...everybody] });
  });

  test('D8: the deputy where the chair is absent', async () => {
    const sat = await heldWithDeputy(['p-2', 'p-8', 'p-9']);
    expect(sat?.data).toMatchObject({ presiding: 'p-2', signatories: ['p-2', 'p-8', 'p-9'] });
  });

  test('D8: nobody where none who may is present, and the regulation lets it be', async () => {
    const academy = await withCommissions({ commissions: { presidingRequired: false } });
    const sat = { commission: 'c-1', present: ['p-8', 'p-9'], on: '2026-12-20' };
    must(await academy.commissions.hold(sat));
    const { data } = (await lastOf(academy)) ?? {};
    expect(data).toMatchObject({ presiding: null, signatories: ['p-8', 'p-9'] });
  });

  test('D8: the number of its protocol is found by the commission', async () => {
    const academy = await withCommissions();
    await sitting(academy, 'c-1', '2026-12-20');
    const [numbered] = await academy.events('academy.register-protocol.organisation.all.2026');
    expect(numbered?.refs).toEqual({ commission: ['c-1'] });
  });
});
