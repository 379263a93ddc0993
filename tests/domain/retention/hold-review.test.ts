import { must } from '@letopis/core';
import { holdPlaced } from '@letopis/core/events';
import { dueReport } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import { outcomes, runActs } from '../worlds/act-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { readerOn } from '../worlds/presence-school.ts';
import {
  approveBoth,
  file,
  journal,
  lists,
  oldSchool,
  on,
  paperOnly,
  planned,
  selection,
} from '../worlds/retention-school.ts';

/* RK 1.11: a hold names who asks for it, its paper and the day by which it is looked at again. */

const hold = {
  id: 'h-1',
  scope: { kind: 'record', record: file },
  reason: 'следственные действия',
  authority: 'СУ СК по Республике Татарстан',
  reviewOn: '2031-03-01',
  signer: 'p-1',
  on: '2031-01-10',
} as const;
const paper = { kind: 'demand', number: '17-у', date: '2031-01-09' };

describe('RK 1.11: a hold', () => {
  test('says authority, paper and review day, and refusals say by whom', async () => {
    const { retention, events } = await oldSchool(planned());
    must(await retention.hold({ ...hold, ground: paper }));
    const { authority, reviewOn } = hold;
    expect((await events('retention-main')).at(-1)).toMatchObject({
      ground: paper,
      data: { authority, reviewOn },
    });
    must(await retention.approvePermanentLists(lists));
    expectRefused(await retention.select(selection), 'under-hold', file, 'h-1', authority);
  });

  test('is on somebody and something that exist: a slip protects nothing', async () => {
    const { retention } = await oldSchool(planned());
    const ghost = { kind: 'learner', learner: 'ghost' } as const;
    expectRefused(await retention.hold({ ...hold, scope: ghost }), 'learner-unknown', 'ghost');
    const slips = [
      'file-ghost.1',
      'enrollment-l-1.mentor.2',
      'journal-m-1.safety.2027',
      'learner-ghost',
      'register-diplomas.2026',
      'fiel-l-1.1',
    ];
    for (const record of slips) {
      const scope = { kind: 'record', record } as const;
      expectRefused(await retention.hold({ ...hold, scope }), 'record-unknown', record);
    }
    for (const [n, record] of [file, journal, 'enrollment-l-1.mentor.1', 'learner-l-1'].entries()) {
      const scope = { kind: 'record', record } as const;
      must(await retention.hold({ ...hold, id: `h-${n}`, scope }));
    }
  });

  test('is not to be looked at again before it was placed', async () => {
    const { retention } = await oldSchool(planned());
    const early = await retention.hold({ ...hold, reviewOn: '2031-01-09' });
    expectRefused(early, 'period-reversed', '2031-01-10', '2031-01-09');
    must(await retention.hold({ ...hold, reviewOn: '2031-01-10' }));
  });

  test('is due until it is lifted or annulled, and overdue after its day', async () => {
    const { retention, store } = await oldSchool(planned());
    const { eventId: entry } = must(await retention.hold(hold));
    must(await retention.hold({ ...hold, id: 'h-2', authority: null, reviewOn: null }));
    const due = async (day: string) =>
      (await dueReport(await readerOn(store, day))).items.filter(
        ({ what }) => what === 'hold-review',
      );
    const item = { what: 'hold-review', of: 'h-1', dueOn: '2031-03-01' };
    expect(await due('2031-03-01')).toEqual([{ ...item, overdue: false }]);
    expect(await due('2031-03-02')).toEqual([{ ...item, overdue: true }]);
    must(
      await retention.annulEntry({
        entry,
        reason: 'описка',
        signer: 'p-1',
        office: 'head',
        on: '2031-01-11',
      }),
    );
    expect(await due('2031-03-02')).toEqual([]);
  });

  test('that was stored before has no authority and no review day', () => {
    const [old] = holdPlaced.upcasters as readonly ((data: unknown) => unknown)[];
    const stored = { hold: 'h-1', scope: { kind: 'all' }, reason: 'проверка' };
    expect(old?.(stored)).toEqual({ ...stored, authority: null, reviewOn: null });
  });
});

const one = (record: string) => ({
  ...selection,
  items: [{ carrier: 'lesson-journal', record }],
});

describe('RK 1.11: a hold on a learner covers every record that the learner is in', () => {
  const ofLearner = { ...hold, scope: { kind: 'learner', learner: 'l-1' } } as const;

  test('the journal in which the learner was marked is not selected; lifted, it is', async () => {
    const { retention } = await oldSchool(paperOnly());
    must(await retention.hold(ofLearner));
    expectRefused(await retention.select(one(journal)), 'under-hold', journal, 'h-1');
    must(await retention.lift({ hold: 'h-1', signer: 'p-1', on: '2031-01-20' }));
    must(await retention.select(one(journal)));
  });

  test('a journal in which only others were marked is selected', async () => {
    const { retention, learners } = await oldSchool(paperOnly());
    must(await learners.register({ id: 'l-77', on: '2026-09-01' }));
    must(await retention.hold({ ...ofLearner, scope: { kind: 'learner', learner: 'l-77' } }));
    must(await retention.select(one(journal)));
  });

  test('a release and an erasure of the journal that wait are stopped by it', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select(selection));
    await approveBoth(school);
    must(await retention.hold(ofLearner));
    await runActs(store);
    expect(await outcomes(school, 'd-1')).toMatchObject({
      [`lesson-journal ${journal}`]: 'under-hold',
    });
    const erasure = { records: [journal], reason: 'term-over', signer: 'p-1', on };
    const refused = await retention.orderErasure(erasure);
    expectRefused(refused, 'under-hold', journal, 'h-1', hold.authority);
  });
});
