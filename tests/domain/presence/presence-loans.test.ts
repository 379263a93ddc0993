import { must } from '@letopis/core';
import type { CarrierCourse } from '@letopis/core/facts';
import { isGoneSince } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { check, copy, fileItem, nonDiscovery } from '../worlds/presence-school.ts';
import { file } from '../worlds/retention-school.ts';
import { archivedSchool } from '../worlds/transfer-school.ts';

/* D18, RK 4 no. 3: what is lent is not absent, unless it was lost since it was lent. */

const loan = {
  record: file,
  borrower: 'p-5',
  unit: 'Учебный отдел',
  purpose: 'справка',
  until: '2026-12-01',
  signer: 'p-7',
  on: '2026-11-21',
};
const enrollment = 'enrollment-l-1.mentor.1';
const sheets = { carrier: 'grade-sheets', record: enrollment } as const;
const ownFile = { carrier: 'personal-files', record: enrollment } as const;
const lost = {
  state: 'lost',
  circumstances: 'утеряно заёмщиком',
  signer: 'p-7',
  on: '2026-11-21',
} as const;
const today = '2026-11-22';

/** A check on 22 November that finds the file absent. */
const absent = {
  ...check,
  items: [{ ...fileItem, found: 'absent' }],
  on: today,
} as const;

/** A school whose archive lent the file on 21 November. */
async function lentSchool() {
  const school = await archivedSchool('2026-11-21');
  must(await school.loans.lend(loan));
  return school;
}

describe('D18: a check of what is lent', () => {
  test('does not list it as absent: its borrower has it', async () => {
    const { presence } = await lentSchool();
    const listed = await presence.check(absent);
    const { data } = expectRefused(listed, 'carrier-lent', file, 'p-5');
    expect(data).toEqual({ record: file, borrower: 'p-5' });
    const items = [{ ...fileItem, found: 'present' }] as const;
    must(await presence.check({ ...absent, items }));
  });

  test('nor where an earlier check found it in place', async () => {
    const { presence } = await lentSchool();
    const items = [{ ...fileItem, found: 'present' }] as const;
    must(await presence.check({ ...absent, id: 'pc-0', items, on: '2026-11-20' }));
    expectRefused(await presence.check(absent), 'carrier-lent', file, 'p-5');
  });

  test('lists it once its loss was reported, and after the act on it', async () => {
    const { presence, officials } = await lentSchool();
    must(await presence.report({ ...fileItem, ...lost }));
    must(await presence.check({ ...absent, on: '2026-11-21' }));
    const chair = { person: 'p-2', office: 'commission-chair', from: '2026-09-01' };
    must(await officials.appoint(chair));
    const act = { ...nonDiscovery, drawnUpOn: today, on: today };
    must(await presence.approveNonDiscovery(act));
    must(await presence.check({ ...absent, id: 'pc-2' }));
  });

  test('of two carriers of one record, the loan hides only one that is not lost', async () => {
    const school = await archivedSchool('2026-11-21');
    const { loans, presence } = school;
    must(await loans.lend({ ...loan, record: enrollment }));
    must(await presence.report({ ...sheets, ...lost }));
    const noSheets = { ...sheets, found: 'absent' } as const;
    const noFile = { ...ownFile, found: 'absent' } as const;
    const both = await presence.check({ ...absent, items: [noSheets, noFile] });
    expectRefused(both, 'carrier-lent', enrollment);
    const items = [noSheets, { ...ownFile, found: 'present' } as const];
    must(await presence.check({ ...absent, items }));
  });
});

describe('RK 4 no. 3, 10: what was there on the day of its loan, and is gone since', () => {
  const lentOn = '2026-11-20';
  const act = { kind: 'act', number: '3', date: '2026-11-20' };
  const inPlace: CarrierCourse = {
    ...fileItem,
    standing: 'in-place',
    since: '2026-11-21',
    searchUntil: null,
    gone: null,
    copyDueOn: null,
    copy: null,
    seizure: null,
    checkedOn: null,
  };
  const at = (standing: CarrierCourse['standing'], more: Partial<CarrierCourse> = {}) =>
    isGoneSince({ ...inPlace, standing, ...more }, lentOn);
  const copied = (on: string, original: typeof act | null = act) => ({
    copy: { on, from: copy.restoredFrom, original },
  });

  test('not what is in place, damaged or sought: it is owed still', () => {
    expect(at('in-place')).toBe(false);
    expect(at('damaged')).toBe(false);
    expect(at('sought')).toBe(false);
  });

  test('what an authority has, whenever it took it', () => {
    expect(at('seized')).toBe(true);
    expect(at('not-returned')).toBe(true);
    expect(at('seized', { since: '2026-11-01' })).toBe(true);
  });

  test('what was not discovered by an act after that day', () => {
    expect(at('not-discovered')).toBe(true);
    expect(at('not-discovered', { since: lentOn })).toBe(false);
  });

  test('what has a copy made after that day in the place of a lost original', () => {
    expect(at('restored', copied('2026-11-21'))).toBe(true);
    expect(at('damaged', copied('2026-11-21'))).toBe(true);
    expect(at('restored', copied(lentOn))).toBe(false);
    expect(at('restored', copied('2026-11-21', null))).toBe(false);
  });
});
