import type { Backup, PreservationHistory } from '@letopis/core/facts';
import { preservationGapsOf } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { r4, sha } from '../worlds/preservation-school.ts';

/* R4 §6.1-6.3: the gaps of a study year over its whole term: late, unchecked, on too few media. */

const { custody } = r4();

/** Medium, first day, day on which it was found damaged. */
type Media = readonly (readonly [id: string, since: string, damagedOn?: string])[];

const TWO: Media = [
  ['m-1', '2027-06-15'],
  ['m-2', '2027-06-15'],
];

function backedUp(checkedOn: readonly string[] = [], media = TWO, madeOn = '2027-06-15') {
  const backup: Backup = {
    madeOn,
    media: new Map(
      media.map(([id, since, damagedOn = null]) => [
        id,
        { sha256: sha('a'), since, damagedOn, replacedBy: null },
      ]),
    ),
    checkedOn: [...checkedOn],
    restoredOn: null,
  };
  const done = { closedOn: '2026-11-01', exportedOn: '2026-11-01', checkedOn: '2026-11-01' };
  const q1 = { from: '2026-09-01', until: '2026-10-31', ...done };
  return { periods: new Map([['q1', q1]]), backups: new Map([['b-1', backup]]) };
}

const gaps = (history: PreservationHistory, on: string, rules = custody) =>
  preservationGapsOf(rules, history, '2026', on).map(({ what, of, from, until }) => [
    what,
    of,
    from,
    until,
  ]);

describe('R4 §6.1: a backup is checked over the whole term', () => {
  test('each time without a check is a gap, filled only by the check that ends it', () => {
    const checks = ['2028-06-15', '2030-01-20', '2030-12-01'];
    expect(gaps(backedUp(checks), '2031-12-01')).toEqual([
      ['integrity-check', 'b-1', '2029-06-16', '2030-01-20'],
    ]);
    expect(gaps(backedUp(checks), '2031-12-02')).toEqual([
      ['integrity-check', 'b-1', '2029-06-16', '2030-01-20'],
      ['integrity-check', 'b-1', '2031-12-02', null],
    ]);
  });

  test('the day of the term is in time, the next one is not; later checks are not known', () => {
    const one = backedUp(['2028-06-16']);
    expect(gaps(one, '2028-06-15')).toEqual([]);
    expect(gaps(one, '2028-06-16')).toEqual([
      ['integrity-check', 'b-1', '2028-06-16', '2028-06-16'],
    ]);
    expect(gaps(backedUp(['2028-06-15']), '2028-06-16')).toEqual([]);
    expect(gaps(backedUp(['2030-01-20']), '2029-01-01')).toEqual([
      ['integrity-check', 'b-1', '2028-06-16', null],
    ]);
  });

  test('none is owed where the regulation asks for none', () => {
    expect(gaps(backedUp(), '2040-01-01', { ...custody, integrityCheck: null })).toEqual([]);
  });
});

describe('R4 §6.3: the backup of a year', () => {
  const rules = { ...custody, integrityCheck: null };

  test('made late or never is a gap from the day after its term', () => {
    const late = backedUp(
      [],
      [
        ['m-1', '2028-02-10'],
        ['m-2', '2028-02-10'],
      ],
      '2028-02-10',
    );
    expect(gaps(late, '2028-03-01', rules)).toEqual([
      ['backup', '2026', '2028-01-26', '2028-02-10'],
    ]);
    const none = { ...backedUp(), backups: new Map() };
    expect(gaps(none, '2028-01-25', rules)).toEqual([]);
    expect(gaps(none, '2028-01-26', rules)).toEqual([['backup', '2026', '2028-01-26', null]]);
  });

  test('on one medium only is a gap after that day, until another takes its place', () => {
    const media: Media = [
      ['m-1', '2027-06-15'],
      ['m-2', '2027-06-15', '2028-05-01'],
      ['m-3', '2028-09-01'],
    ];
    expect(gaps(backedUp([], media), '2029-01-01', rules)).toEqual([
      ['medium', 'b-1', '2028-05-01', '2028-09-01'],
    ]);
    expect(gaps(backedUp([], media.slice(0, 2)), '2029-01-01', rules)).toEqual([
      ['medium', 'b-1', '2028-05-01', null],
    ]);
    const early: Media = [
      ['m-1', '2027-06-15'],
      ['m-2', '2027-06-15', '2027-09-01'],
      ['m-3', '2028-01-20'],
    ];
    expect(gaps(backedUp([], early), '2029-01-01', rules)).toEqual([]);
    expect(gaps(backedUp([], early.slice(0, 2)), '2028-01-25', rules)).toEqual([]);
    expect(gaps(backedUp([], early.slice(0, 2)), '2028-01-26', rules)).toEqual([
      ['medium', 'b-1', '2028-01-26', null],
    ]);
  });
});

describe('R4 §6.1, §6.3: what is known of the media on a day', () => {
  const rules = { ...custody, integrityCheck: null };
  const media: Media = [
    ['m-1', '2027-06-15'],
    ['m-2', '2027-06-15', '2028-05-01'],
    ['m-3', '2028-09-01'],
  ];

  test('the damage from its own day, and the new medium from its own', () => {
    const days = ['2028-04-30', '2028-05-01', '2028-08-31', '2028-09-01'];
    expect(days.map((day) => gaps(backedUp([], media), day, rules))).toEqual([
      [],
      [['medium', 'b-1', '2028-05-01', null]],
      [['medium', 'b-1', '2028-05-01', null]],
      [['medium', 'b-1', '2028-05-01', '2028-09-01']],
    ]);
  });

  test('of a backup that is made later, nothing', () => {
    const late = backedUp([], [['m-1', '2028-02-10']], '2028-02-10');
    const never = ['backup', '2026', '2028-01-26', null];
    expect(gaps(late, '2028-02-09', rules)).toEqual([never]);
    expect(gaps(late, '2028-02-10', rules)).toEqual([
      ['backup', '2026', '2028-01-26', '2028-02-10'],
      ['medium', 'b-1', '2028-02-10', null],
    ]);
  });

  test('where no backup is asked for, one that was made keeps one whole medium', () => {
    const none = { ...rules, backup: null };
    expect(gaps(backedUp([], media.slice(0, 2)), '2029-01-01', none)).toEqual([]);
    expect(gaps(backedUp([], media.slice(1, 2)), '2029-01-01', none)).toEqual([
      ['medium', 'b-1', '2028-05-01', null],
    ]);
    const early: Media = [['m-1', '2027-06-15', '2027-09-01']];
    expect(gaps(backedUp([], early), '2029-01-01', none)).toEqual([
      ['medium', 'b-1', '2027-09-01', null],
    ]);
  });
});

test('the gaps are listed by their first days, those of one day as their backups were made', () => {
  const [one] = backedUp([], [['m-1', '2027-06-15', '2028-02-01']]).backups.values();
  const { periods } = backedUp();
  const backups = new Map([
    ['b-2', one!],
    ['b-1', one!],
  ]);
  expect(gaps({ periods, backups }, '2028-07-01')).toEqual([
    ['medium', 'b-2', '2028-01-26', null],
    ['medium', 'b-1', '2028-01-26', null],
    ['integrity-check', 'b-2', '2028-06-16', null],
    ['integrity-check', 'b-1', '2028-06-16', null],
  ]);
});

describe('R4 §5.6, §6.2: a year that is over without a study period', () => {
  const empty = { periods: new Map(), backups: new Map() };

  test('has neither exports nor checks of entries', () => {
    expect(gaps(empty, '2027-06-05')).toEqual([]);
    // The year ends on 31 May; five days for the check, ten for the export.
    expect(gaps(empty, '2027-06-06')).toEqual([['entries-check', '2026', '2027-06-06', null]]);
    expect(gaps(empty, '2027-06-11')).toEqual([
      ['entries-check', '2026', '2027-06-06', null],
      ['export', '2026', '2027-06-11', null],
    ]);
    const none = { ...custody, periodExport: null, entriesCheck: null };
    expect(gaps(empty, '2027-06-11', none)).toEqual([]);
  });
});
