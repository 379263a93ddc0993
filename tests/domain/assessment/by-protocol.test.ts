import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import {
  attestation,
  byProtocol,
  everybody,
  members,
  sitting,
  withCommissions,
} from '../worlds/commission-academy.ts';
import { owing } from '../worlds/debt-academy.ts';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { mark } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* A result that rests on a protocol: which must, and of which protocol it may be. D8, R1 §4.2.3. */

const on = '2026-12-20';
const final = { module: 'safety', kind: 'final', value: '4', on };

/** An academy whose commission `c-1` sat without `p-9`, and how a final mark is recorded by it. */
const sat = async (changes: Changes = {}) => {
  const academy = await withCommissions(changes);
  const { assessments, events, id: enrollment } = academy;
  const protocol = await sitting(academy, 'c-1', on, ['p-1', 'p-8', 'p-5']);
  const record = (more: object = {}) =>
    assessments.record({ enrollment, assessor: 'p-8', ...final, ...byProtocol(protocol), ...more });
  const last = async () => (await events(`academy.enrollment-${enrollment}`)).at(-1);
  return { ...academy, protocol, record, last };
};

const named = (more: object) => ({ basis: { kind: 'protocol', id: 'c-1.1', ...more } });

/** A regulation by which this kind needs a protocol in these types of programme (none: in all). */
const needed = (kind: string, ...programmeTypes: string[]): Changes => ({
  commissions: { protocolFor: [{ kind, programmeTypes }] },
});

/** What the refusal of a result by the protocol says. */
const toldBy = async (more: object, code: string) => {
  const { record } = await sat();
  return expectRefused(await record(more), code).data;
};

describe('D8: which results need a protocol', () => {
  const [own = '', other = ''] = r2.general.programmeTypes.map(({ id }) => id);

  test('those of the kind that the regulation names, whatever else they rest on', async () => {
    const { record, last } = await sat(needed('final'));
    const bare = expectRefused(await record({ basis: null }), 'protocol-needed', 'final');
    expect(bare.data).toEqual({ kind: 'final', given: '—' });
    const sheet = await record({ basis: { kind: 'grade-sheet', id: 's-1' } });
    const said = { kind: 'final', given: 'grade-sheet' };
    expect(expectRefused(sheet, 'protocol-needed', 'final').data).toEqual(said);
    must(await record({ kind: 'interim', basis: null }));
    must(await record());
    expect(await last()).toMatchObject({
      data: { basis: { kind: 'protocol', id: 'c-1.1', number: '1', date: on } },
    });
  });

  test('of all types of programme where none is named, else of those', async () => {
    const ours = await sat(needed('final', other, own));
    expectRefused(await ours.record({ basis: null }), 'protocol-needed', 'final');
    must(await ours.record({ kind: 'interim', basis: null }));
    const theirs = await sat(needed('final', other));
    must(await theirs.record({ basis: null }));
  });
});

describe('D8: a protocol that is the basis of a result', () => {
  test('is of the day of the result', async () => {
    const said = { protocol: 'c-1.1', sittingOn: on, on: '2026-12-21' };
    expect(await toldBy({ on: '2026-12-21' }, 'protocol-other-day')).toEqual(said);
  });

  test('has its number', async () => {
    const { assessments, commissions, id: enrollment } = await withCommissions();
    must(await commissions.hold({ commission: 'c-1', present: everybody, on }));
    const given = { enrollment, assessor: 'p-9', ...final, ...byProtocol('c-1.1') };
    const no = expectRefused(await assessments.record(given), 'protocol-not-numbered');
    expect(no.data).toEqual({ protocol: 'c-1.1' });
  });

  test('is not signed yet', async () => {
    const { protocols, protocol, record, id: enrollment } = await sat();
    const result = must(await record()).eventId;
    must(await protocols.enter({ protocol, enrollment, result }));
    must(await protocols.sign({ protocol, signer: 'p-1', on }));
    const no = expectRefused(await record({ module: 'practice' }), 'protocol-is-signed');
    expect(no.data).toEqual({ protocol, signer: 'p-1' });
  });

  test('is of a commission that attests this kind', async () => {
    const said = { commission: 'c-1', kind: 'current', retake: false, group: 'm-1' };
    expect(await toldBy({ kind: 'current' }, 'commission-not-for')).toEqual(said);
  });

  test('may be of a commission for this programme, and of none for another', async () => {
    const academy = await withCommissions();
    const { assessments, commissions, id: enrollment } = academy;
    const given = { enrollment, assessor: 'p-9', ...final };
    for (const [id, programme] of [
      ['c-2', 'mentor'],
      ['c-3', 'other'],
    ] as const) {
      must(await commissions.form({ ...attestation, id, programmes: [programme] }));
      await sitting(academy, id, on);
    }
    const other = await assessments.record({ ...given, ...byProtocol('c-3.1') });
    expectRefused(other, 'commission-not-for', 'c-3');
    must(await assessments.record({ ...given, ...byProtocol('c-2.1') }));
  });

  test('has the number and the day that are given beside it', async () => {
    const { protocol, record } = await sat();
    const day = '2026-12-19';
    for (const [field, registered] of [
      [{ number: '7' }, '1'],
      [{ date: day, number: '1' }, on],
    ] as const) {
      const no = expectRefused(await record(named(field)), 'protocol-disagrees', registered);
      const given = 'date' in field ? day : '7';
      expect(no.data).toEqual({ protocol, given, registered });
    }
    must(await record(named({ number: '1', date: on })));
  });
});

describe('D8: who assesses by a protocol', () => {
  test('is one who was present', async () => {
    const { protocol, record } = await sat();
    const no = expectRefused(await record({ assessor: 'p-9' }), 'not-present');
    expect(no.data).toEqual({ person: 'p-9', protocol });
  });

  test('is a person', async () => {
    const { protocol, record } = await sat();
    const outside = { assessor: { organisation: 'Центр' }, origin: 'independent' };
    const no = expectRefused(await record(outside), 'not-present');
    expect(no.data).toEqual({ person: '—', protocol });
  });

  test('is one who votes', async () => {
    const { protocol, record } = await sat();
    const no = expectRefused(await record({ assessor: 'p-5' }), 'has-no-vote');
    expect(no.data).toEqual({ person: 'p-5', role: 'secretary', protocol });
  });

  test('needs no office, being a member from outside', async () => {
    const academy = await withCommissions();
    const guests = members.map((one) => (one.person === 'p-9' ? { ...one, person: 'x-1' } : one));
    must(await academy.commissions.form({ ...attestation, id: 'c-2', members: guests }));
    const protocol = await sitting(academy, 'c-2', on, ['p-1', 'x-1']);
    await mark(academy, '4', on, { kind: 'final', assessor: 'x-1', ...byProtocol(protocol) });
    const { events, id } = academy;
    expect((await events(`academy.enrollment-${id}`)).at(-1)).toMatchObject({
      refs: { official: ['x-1'] },
      data: { assessor: { kind: 'official', id: 'x-1' } },
    });
  });

  test('needs one by a paper from elsewhere, which nobody can look into', async () => {
    const { record } = await sat();
    const basis = { kind: 'protocol', number: '14', date: '2026-12-19' };
    expectRefused(await record({ basis, assessor: 'x-1' }), 'not-appointed', 'x-1');
    must(await record({ basis }));
  });
});

test('D9, R1 §4.2.4: a retake before a commission is by a protocol of that one', async () => {
  const academy = await owing();
  const { assessments, commissions, debts, debt: of, id: enrollment } = academy;
  must(await commissions.form({ ...attestation, id: 'r-2', kind: 'retake' }));
  const days = { plannedOn: '2026-10-20', on: '2026-10-06' };
  const granting = { enrollment, of, ...days, commission: 'r-1' };
  const retake = must(await debts.grantRetake(granting)).eventId;
  const other = await sitting(academy, 'r-2', days.plannedOn);
  const taking = { enrollment, value: '4', on: days.plannedOn, assessor: 'p-9', retake };
  const no = await assessments.record({ ...taking, ...byProtocol(other) });
  const said = { field: 'commission', given: 'r-2', granted: 'r-1' };
  expect(expectRefused(no, 'retake-of-other', 'r-2', 'r-1').data).toEqual(said);
  const none = expectRefused(await assessments.record(taking), 'protocol-needed');
  expect(none.data).toEqual({ kind: 'interim', given: '—' });
  const own = await sitting(academy, 'r-1', days.plannedOn);
  must(await assessments.record({ ...taking, ...byProtocol(own) }));
});
