import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  check,
  copy,
  fileItem,
  journalItem,
  nonDiscovery,
  presenceSchool,
  soughtSchool,
} from '../worlds/presence-school.ts';
import { file } from '../worlds/retention-school.ts';

/* RK 4 no. 3, D1: what entries about presence say, who signs them, and what is refused first. */

const reported = {
  ...fileItem,
  state: 'damaged',
  circumstances: 'затопление кабинета',
  signer: 'p-7',
  on: '2028-02-10',
} as const;
const found = { ...fileItem, signer: 'p-7', on: '2028-03-01' };
const ofFile = { file: ['l-1.1'], learner: ['l-1'] };
const archivist = { person: 'p-7', office: 'archivist' };
const unlisted = { ...fileItem, carrier: 'album' };

describe('RK 4 no. 3: what an entry says', () => {
  test('a check names who signs it and who checked beside them', async () => {
    const { last } = await soughtSchool();
    expect(await last()).toMatchObject({
      refs: { official: ['p-5', 'p-7'] },
      data: { signer: archivist, searchUntil: '2029-01-31', edition: 1 },
    });
  });

  test('a report says what happened; only what was lost is sought for the term', async () => {
    const { presence, last } = await presenceSchool();
    must(await presence.report(reported));
    const { circumstances } = reported;
    expect(await last()).toMatchObject({
      type: 'CarrierReported',
      occurredOn: '2028-02-10',
      refs: { ...ofFile, official: ['p-7'] },
      data: { ...fileItem, state: 'damaged', circumstances, searchUntil: null, signer: archivist },
    });
    must(await presence.report({ ...reported, state: 'lost' }));
    expect(await last()).toMatchObject({ data: { state: 'lost', searchUntil: '2029-02-09' } });
  });

  test('a find says where the carrier was', async () => {
    const { presence, last } = await soughtSchool();
    must(await presence.found({ ...found, place: 'кабинет 12' }));
    expect(await last()).toMatchObject({
      type: 'CarrierFound',
      occurredOn: '2028-03-01',
      refs: { ...ofFile, official: ['p-7'] },
      data: { ...fileItem, state: 'present', place: 'кабинет 12', signer: archivist, edition: 1 },
    });
  });

  test('an act of non-discovery names its approver and its commission', async () => {
    const { presence, last } = await soughtSchool();
    must(await presence.approveNonDiscovery(nonDiscovery));
    expect(await last()).toMatchObject({
      type: 'NonDiscoveryApproved',
      occurredOn: '2028-06-02',
      refs: { ...ofFile, official: ['p-1', 'p-2', 'p-5', 'p-7'] },
      data: {
        act: { number: '3', date: '2028-06-01' },
        done: nonDiscovery.done,
        copyDueOn: '2028-07-02',
        signer: { person: 'p-1', office: 'head' },
      },
    });
  });

  test('it may be drawn up on the day on which the search began', async () => {
    const { presence, mark } = await soughtSchool();
    must(await presence.approveNonDiscovery({ ...nonDiscovery, drawnUpOn: check.on }));
    expect((await mark())?.ru).toBe('не обнаружено, акт № 3 от 2028-02-01');
  });

  test('a restored copy says from what it was made, and who certifies it', async () => {
    const { presence, last } = await presenceSchool();
    must(await presence.report(reported));
    must(await presence.restoreCopy(copy));
    expect(await last()).toMatchObject({
      type: 'CopyRestored',
      occurredOn: '2028-06-20',
      refs: { ...ofFile, official: ['p-1'] },
      data: {
        ...fileItem,
        restoredFrom: 'журналу событий',
        sheets: 12,
        signer: { person: 'p-1', office: 'head' },
        edition: 1,
      },
    });
  });
});

describe('D1: each is signed by who holds an office for it', () => {
  test('a report and a find by the offices that check, not by a teacher', async () => {
    const { presence } = await soughtSchool();
    const lost = { ...reported, ...journalItem };
    expectRefused(await presence.report({ ...lost, signer: 'p-9' }), 'not-appointed', 'p-9');
    expectRefused(await presence.found({ ...found, signer: 'p-9' }), 'not-appointed', 'p-9');
  });

  test('a restored copy by the offices that certify copies', async () => {
    const { presence } = await presenceSchool();
    must(await presence.report(reported));
    const signed = { signer: 'p-9', office: null };
    expectRefused(await presence.restoreCopy({ ...copy, ...signed }), 'not-appointed', 'p-9');
  });
});

describe('RK 4 no. 3: no entry is about a carrier that the regulation does not have', () => {
  test('neither a report, nor a find, nor a restored copy', async () => {
    const { presence } = await soughtSchool();
    expectRefused(await presence.report({ ...reported, ...unlisted }), 'carrier-unknown', 'album');
    expectRefused(await presence.found({ ...found, ...unlisted }), 'carrier-unknown', 'album');
    const restored = await presence.restoreCopy({ ...copy, ...unlisted });
    expectRefused(restored, 'carrier-unknown', 'album');
  });
});

describe('RK 4 no. 3: a refusal says how the carrier stands, and what is to be done', () => {
  test('what is sought has nothing to report; what is in place nothing to find', async () => {
    const { presence } = await soughtSchool();
    const report = expectRefused(await presence.report(reported), 'carrier-unfit', file);
    expect(report.text.ru).toContain('разыскивается; сообщать нечего');
    expect(report.text.en).toContain('there is nothing to report');
    const find = expectRefused(await presence.found({ ...found, ...journalItem }), 'carrier-unfit');
    expect(find.text.ru).toContain('на месте; находить нечего: его не ищут');
    expect(find.text.en).toContain('nobody seeks it');
  });

  test('what no entry lists is in place: it is to be sought before an act on it', async () => {
    const { presence } = await presenceSchool();
    const act = expectRefused(await presence.approveNonDiscovery(nonDiscovery), 'carrier-unfit');
    expect(act.text.ru).toContain('на месте; сначала объявите розыск');
    expect(act.text.en).toContain('in place on 2028-06-02; it is to be sought first');
  });

  test('what is damaged is no more sought than what is in place', async () => {
    const { presence } = await presenceSchool();
    must(await presence.report(reported));
    const act = expectRefused(await presence.approveNonDiscovery(nonDiscovery), 'carrier-unfit');
    expect(act.text.ru).toContain('повреждено; сначала объявите розыск');
    expect(act.text.en).toContain('damaged on 2028-06-02');
  });

  test('a copy is restored after the act or a damage, not during the search', async () => {
    const { presence } = await soughtSchool();
    const early = expectRefused(await presence.restoreCopy(copy), 'carrier-unfit', file);
    expect(early.text.ru).toContain('копию восстанавливают после акта о необнаружении');
    expect(early.text.en).toContain('a copy is restored after an act of non-discovery');
  });

  test('a check that names a person twice says how many different ones it has', async () => {
    const { presence } = await presenceSchool();
    const twice = await presence.check({ ...check, members: ['p-5', 'p-7'] });
    expectRefused(twice, 'commission-few', 'p-7, p-5, p-7', '3');
  });
});
