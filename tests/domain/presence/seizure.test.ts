import { must } from '@letopis/core';
import { retentionFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  back,
  check,
  copy,
  fileItem,
  journalItem,
  nonDiscovery,
  presenceSchool,
  soughtSchool,
} from '../worlds/presence-school.ts';
import { enrollment, file, journal, planned } from '../worlds/retention-school.ts';

/* RK 4 no. 10: an investigator takes carriers away, by an act that places the holds. */

const seizure = {
  id: 's-1',
  number: '1-и',
  authority: 'СУ СК по Республике Татарстан',
  takerPosition: 'следователь',
  takerName: 'Орлов Павел Ильич',
  paper: { kind: 'decision', number: '17', date: '2028-03-01' },
  items: [
    { ...fileItem, sheets: 40, copySheets: 40 },
    { ...journalItem, sheets: 12 },
  ],
  reviewOn: '2028-09-01',
  signer: 'p-1',
  on: '2028-03-02',
};

async function seizedSchool() {
  const school = await presenceSchool();
  const { eventId } = must(await school.seizures.seize(seizure));
  return { ...school, eventId };
}

const holds = async ({ session }: Awaited<ReturnType<typeof presenceSchool>>) => {
  const { state } = await session.load(retentionFold, 'main');
  return [...state.holds].map(([id, { liftedOn }]) => [id, liftedOn]);
};

describe('RK 4 no. 10: a seizure', () => {
  test('says who took what, by which paper, and which certified copies stay', async () => {
    const school = await seizedSchool();
    const [event] = (await school.events('retention-main')).slice(-3);
    expect(event).toMatchObject({
      type: 'CarriersSeized',
      occurredOn: '2028-03-02',
      ground: { kind: 'act', number: '1-и', date: '2028-03-02' },
      refs: { file: ['l-1.1'], journal: ['m-1.safety.2026'], official: ['p-1'] },
      data: {
        seizure: 's-1',
        act: { number: '1-и', date: '2028-03-02' },
        authority: seizure.authority,
        takerPosition: 'следователь',
        takerName: { value: 'Орлов Павел Ильич' },
        paper: seizure.paper,
        items: [
          { ...fileItem, sheets: 40, copySheets: 40 },
          { ...journalItem, sheets: 12, copySheets: null },
        ],
      },
    });
    expect((await school.mark())?.ru).toBe('изъято 2028-03-02');
    expect((await school.mark())?.en).toBe('seized on 2028-03-02');
  });

  test('RK 1.11: places a hold on each record by the same act', async () => {
    const school = await seizedSchool();
    const placed = (await school.events('retention-main')).slice(-2);
    expect(placed).toMatchObject([
      {
        type: 'HoldPlaced',
        data: {
          hold: 's-1-1',
          scope: { kind: 'record', record: file },
          authority: seizure.authority,
          reviewOn: '2028-09-01',
        },
      },
      { type: 'HoldPlaced', data: { hold: 's-1-2', scope: { kind: 'record', record: journal } } },
    ]);
    const reversed = await school.seizures.seize({ ...seizure, id: 's-2', reviewOn: '2028-03-01' });
    expectRefused(reversed, 'period-reversed', '2028-03-02', '2028-03-01');
  });

  test('takes what is in place, once; a long id has no room for its holds', async () => {
    const { seizures, retention } = await seizedSchool();
    expectRefused(await seizures.seize(seizure), 'already-exists', 's-1');
    const again = await seizures.seize({ ...seizure, id: 's-2' });
    expectRefused(again, 'carrier-unfit', file, '2028-03-02');
    const long = await seizures.seize({ ...seizure, id: 'x'.repeat(46) });
    expectRefused(long, 'invalid-input', '45');
    const taken = { id: 's-3-1', scope: { kind: 'all' }, reason: 'суд' } as const;
    must(await retention.hold({ ...taken, signer: 'p-1', on: '2028-03-02' }));
    const { seizures: other } = await presenceSchool();
    must(await other.seize({ ...seizure, id: 's-3' }));
    must(await seizures.end(back));
    const named = await seizures.seize({ ...seizure, id: 's-3', on: '2028-12-02', reviewOn: null });
    expectRefused(named, 'already-exists', 's-3-1');
  });

  test('what is sought cannot be taken; what is taken is neither absent nor lost', async () => {
    const sought = await soughtSchool();
    expectRefused(await sought.seizures.seize(seizure), 'carrier-unfit', file);
    const { presence } = await seizedSchool();
    const listed = await presence.check({ ...check, on: '2028-04-01' });
    expectRefused(listed, 'carrier-unfit', file, '2028-04-01');
    const lost = { ...fileItem, state: 'lost', circumstances: 'нет на полке' } as const;
    const report = await presence.report({ ...lost, signer: 'p-7', on: '2028-04-01' });
    expectRefused(report, 'carrier-unfit', file);
    const act = await presence.approveNonDiscovery(nonDiscovery);
    expectRefused(act, 'carrier-unfit', file);
  });
});

describe('RK 4 no. 10: how a seizure ends', () => {
  test('what came back is in place, and the hold of its record is lifted', async () => {
    const school = await seizedSchool();
    const { seizures, standing, last } = school;
    must(await seizures.end({ ...back, items: [fileItem], defects: ['нет листа 3'] }));
    expect(await standing()).toBe('in-place');
    expect(await standing(journalItem)).toBe('seized');
    expect(await holds(school)).toEqual([
      ['s-1-1', '2028-12-01'],
      ['s-1-2', null],
    ]);
    must(await seizures.end({ ...back, on: '2028-12-05' }));
    expect(await last()).toMatchObject({ type: 'HoldLifted', data: { hold: 's-1-2' } });
    expect(await standing(journalItem)).toBe('in-place');
    const again = await seizures.end({ ...back, on: '2028-12-06' });
    expectRefused(again, 'nothing-seized', 's-1');
  });

  test('what came back is what was taken: a restored copy, a damaged carrier', async () => {
    const school = await soughtSchool();
    const { presence, seizures, mark } = school;
    must(await presence.approveNonDiscovery(nonDiscovery));
    must(await presence.restoreCopy(copy));
    const damage = { ...journalItem, state: 'damaged', circumstances: 'затопление' } as const;
    must(await presence.report({ ...damage, signer: 'p-7', on: '2028-06-21' }));
    const before = [await mark(), await mark(journalItem)];
    must(await seizures.seize({ ...seizure, on: '2028-07-02' }));
    must(await seizures.end(back));
    expect(before.map((one) => one?.en)).toEqual([
      expect.stringContaining('the original is lost, act no. 3 of 2028-06-01'),
      'damaged, since 2028-06-21',
    ]);
    expect([await mark(), await mark(journalItem)]).toEqual(before);
  });

  test('what was attached to a case comes back when it is over; its hold is lifted', async () => {
    const school = await seizedSchool();
    const { seizures, presence, standing, annul } = school;
    const attached = { ...back, outcome: 'attached', items: [fileItem] } as const;
    must(await seizures.end(attached));
    must(await presence.restoreCopy({ ...copy, on: '2029-01-11' }));
    const returned = { ...back, items: [fileItem], on: '2029-06-01' };
    expectRefused(await seizures.end({ ...returned, outcome: 'destroyed' }), 'nothing-seized');
    const { eventId } = must(await seizures.end(returned));
    expect(await standing()).toBe('in-place');
    expect((await school.course())?.copy).toBeNull();
    expect(await holds(school)).toContainEqual(['s-1-1', '2029-06-01']);
    expectRefused(await seizures.end({ ...returned, on: '2029-06-02' }), 'nothing-seized');
    must(await annul(eventId));
    expect(await standing()).toBe('restored');
    // What is left out is only what is away still.
    must(await seizures.end({ ...back, on: '2029-06-03' }));
    expect(await standing()).toBe('restored');
    expect(await standing(journalItem)).toBe('in-place');
  });

  test('a record of which two carriers were taken is held until both are back', async () => {
    const school = await presenceSchool(planned());
    const sheets = { carrier: 'grade-sheets', record: enrollment };
    const own = { carrier: 'personal-files', record: enrollment };
    must(await school.seizures.seize({ ...seizure, items: [sheets, own] }));
    must(await school.seizures.end({ ...back, items: [sheets] }));
    expect(await holds(school)).toEqual([['s-1-1', null]]);
    must(await school.seizures.end({ ...back, on: '2028-12-05' }));
    expect(await holds(school)).toEqual([['s-1-1', '2028-12-05']]);
  });

  test('what does not come back keeps its hold, and says by which paper', async () => {
    const school = await seizedSchool();
    const { seizures, mark, standing } = school;
    const paper = { kind: 'decision', number: '18', date: '2028-11-01' };
    must(await seizures.end({ ...back, outcome: 'attached', paper, items: [fileItem] }));
    expect(await standing()).toBe('not-returned');
    expect((await mark())?.ru).toBe('изъято, не возвращено, постановление № 18 от 2028-11-01');
    expect((await mark())?.en).toBe('seized, not returned, decision no. 18 of 2028-11-01');
    expect(await holds(school)).toEqual([
      ['s-1-1', null],
      ['s-1-2', null],
    ]);
    must(await school.retention.lift({ hold: 's-1-1', signer: 'p-1', on: '2029-01-10' }));
    const copied = { ...fileItem, restoredFrom: 'заверенной копии', signer: 'p-1', office: 'head' };
    must(await school.presence.restoreCopy({ ...copied, on: '2029-01-11' }));
    expect(await standing()).toBe('restored');
  });

  test('a hold that was lifted before is not lifted twice', async () => {
    const school = await seizedSchool();
    must(await school.retention.lift({ hold: 's-1-2', signer: 'p-1', on: '2028-10-01' }));
    must(await school.seizures.end(back));
    expect(await holds(school)).toEqual([
      ['s-1-1', '2028-12-01'],
      ['s-1-2', '2028-10-01'],
    ]);
  });

  test('only of what it took, not before it, in an office', async () => {
    const { seizures } = await seizedSchool();
    expectRefused(await seizures.end({ ...back, seizure: 's-9' }), 'seizure-unknown', 's-9');
    const early = await seizures.end({ ...back, on: '2028-03-01' });
    expectRefused(early, 'act-out-of-order', '2028-03-01', '2028-03-02');
    const other = await seizures.end({ ...back, items: [{ ...fileItem, carrier: 'album' }] });
    expectRefused(other, 'nothing-seized', 's-1', 'album', file);
    expectRefused(await seizures.end({ ...back, signer: 'p-9' }), 'not-appointed', 'p-9');
  });
});

describe('RK 1.8: what one act entered is annulled together', () => {
  test('a seizure with its holds; after its end, which is annulled with the lifting', async () => {
    const school = await seizedSchool();
    const { eventId: ended } = must(await school.seizures.end(back));
    expectRefused(await school.annul(school.eventId), 'entry-rested-on', ended);
    must(await school.annul(ended));
    expect(await school.standing()).toBe('seized');
    expect(await holds(school)).toEqual([
      ['s-1-1', null],
      ['s-1-2', null],
    ]);
    must(await school.annul(school.eventId));
    expect(await school.standing()).toBe('in-place');
    expect(await holds(school)).toEqual([]);
    must(await school.seizures.seize(seizure));
  });
});
