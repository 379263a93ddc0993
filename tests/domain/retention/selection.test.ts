import { isRefusal, must } from '@letopis/core';
import { approveSelection, selectCarriers } from '@letopis/core/commands';
import { decideApprove, decideSelect } from '@letopis/core/decisions';
import { actFold, officialFold, retentionFold } from '@letopis/core/facts';
import { identifier, protocol } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { actState, runActs } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused, expectSaid } from '../worlds/expect-refused.ts';
import { regulation } from '../worlds/records-school.ts';
import {
  approveBoth,
  enrollment,
  file,
  journal,
  lists,
  oldSchool,
  on,
  paperOnly,
  planned,
  selection,
} from '../worlds/retention-school.ts';

/* What an act of selection lists and says, and how it is approved or called off. */

const one = (carrier: string, record: string, startedOn: string | null = null) => ({
  ...selection,
  items: [{ carrier, record, startedOn }],
});
/** A preset as an edition in force. */
const editionOf = ({ general, ...rest }: ReturnType<typeof planned>) => ({
  ...rest,
  general: { ...general, timeZone: 'Europe/Moscow' },
  edition: 1,
  from: '2026-09-01',
});

const archivist = { person: 'p-7', office: 'archivist', position: null };
const ground = protocol('4', '2031-01-30');
const commission = { act: 'd-1', approval: 'expert-commission', signer: 'p-2', ground, on };
const head = { act: 'd-1', approval: 'head', signer: 'p-1', on };
const off = { act: 'd-1', reason: 'не те годы', signer: 'p-7', on };

describe('D19: what an act of selection says', () => {
  test('each carrier with a copy of its term; it is found by the ids of the records', async () => {
    const { retention, events } = await oldSchool(paperOnly());
    must(await retention.select(selection));
    const story = await events('act-d-1');
    expect(story).toHaveLength(1);
    const [told] = story;
    expect(told).toMatchObject({ type: 'CarriersSelected', occurredOn: on });
    expect(told?.refs).toEqual({
      act: ['d-1'],
      journal: ['m-1.safety.2026'],
      group: ['m-1'],
      module: ['safety'],
      file: ['l-1.1'],
      learner: ['l-1'],
      official: ['p-7'],
    });
    const year = { index: '02-01', term: 'exact', years: 1, from: '2028-01-01' };
    const three = { index: '02-04', term: 'at-least', years: 3, from: '2030-01-01' };
    expect(told?.data).toEqual({
      act: 'd-1',
      number: '1-у',
      part: 1,
      parts: 1,
      items: [
        { carrier: 'lesson-journal', record: journal, startedOn: '2026-10-10', ...year },
        { carrier: 'personal-files', record: file, startedOn: '2026-11-20', ...three },
      ],
      signer: archivist,
      edition: 1,
    });
  });

  test('75 carriers are one event, and none of more is left out', async () => {
    const { retention, events } = await oldSchool(paperOnly());
    const items = Array.from({ length: 76 }, (_, n) => ({
      carrier: 'personal-files',
      record: `learner-x-${n}`,
      startedOn: '2026-11-20',
    }));
    must(await retention.select({ ...selection, items: items.slice(0, 75) }));
    expect(await events('act-d-1')).toHaveLength(1);
    must(await retention.select({ ...selection, id: 'd-2', items, commandId: step(30) }));
    const parts = (await events('act-d-2')).map(
      ({ data }) => data as { part: number; parts: number; items: readonly { record: string }[] },
    );
    expect(parts).toMatchObject([
      { part: 1, parts: 2 },
      { part: 2, parts: 2 },
    ]);
    const listed = parts.flatMap((part) => part.items.map(({ record }) => record));
    expect(listed).toEqual(items.map(({ record }) => record));
    expect((await events('act-d-2'))[1]?.refs).toMatchObject({ learner: ['x-75'] });
  });

  test('the act knows its number and day, and who approved what', async () => {
    const school = await oldSchool(paperOnly());
    must(await school.retention.select({ ...selection, on: '2031-01-20' }));
    expect(await actState(school, 'd-1')).toMatchObject({
      kind: 'destruction',
      phase: 'selected',
      lastOn: '2031-01-20',
      selection: { number: '1-у', date: '2031-01-20' },
      approvals: [],
    });
    await approveBoth(school);
    expect(await actState(school, 'd-1')).toMatchObject({
      phase: 'owing',
      lastOn: on,
      approvals: [
        { id: 'expert-commission', person: 'p-2' },
        { id: 'head', person: 'p-1' },
      ],
    });
  });
});

describe('D19: which carriers may be selected', () => {
  test('R2 §3.5, R4 §6.4: what is needed no longer, from the day of that decision', async () => {
    const { retention } = await oldSchool(planned({ permanentListsFirst: false }));
    const media = one('electronic-records', journal);
    expectRefused(await retention.select(media), 'still-needed', 'electronic-records', journal);
    const need = { carrier: 'electronic-records', record: journal, signer: 'p-1' };
    must(await retention.endNeed({ ...need, on: '2031-01-10' }));
    const early = await retention.select({ ...media, on: '2031-01-09' });
    expectRefused(early, 'term-runs', '2031-01-09', '2031-01-10');
    must(await retention.select({ ...media, on: '2031-01-10' }));
  });

  test('permanent inventories are those of the year of its start, or of the decision', async () => {
    const { retention } = await oldSchool();
    const need = { carrier: 'electronic-records', record: journal, signer: 'p-1' };
    must(await retention.endNeed({ ...need, on: '2031-01-10' }));
    must(await retention.approvePermanentLists(lists));
    must(await retention.select(one('lesson-journal', journal)));
    const media = { ...one('electronic-records', journal), id: 'd-2', commandId: step(30) };
    const no = await retention.select(media);
    expectRefused(no, 'permanent-lists-missing', journal, '2031');
  });

  test('none are asked for where nothing is known to be kept permanently', async () => {
    // The file plan of this regulation has no entries, so that nothing is said to be permanent.
    const { retention } = await oldSchool(regulation());
    must(await retention.select(selection));
    const sheets = { ...one('grade-sheets', enrollment), id: 'd-2', commandId: step(30) };
    expectRefused(await retention.select(sheets), 'term-missing', 'grade-sheets', '02-02');
  });

  test('a term runs from no start that nobody described', () => {
    const { commandId: _, ...said } = one('lesson-journal', journal);
    const input = { ...selectCarriers.schema.parse(said), id: identifier.parse('d-1') };
    const context = {
      on,
      today: on,
      edition: editionOf(planned({ startRules: [] })),
      official: officialFold.initial(),
      retention: retentionFold.initial(),
      days: new Map(),
    };
    const no = decideSelect(actFold.initial(), input, context);
    expectSaid(isRefusal(no) ? no : null, 'term-not-begun', 'lesson-journal', journal, 'exact');
  });
});

describe('D19: an approval is given in its turn', () => {
  test('a protocol is one with number and date; another paper is none', async () => {
    const { retention } = await oldSchool(paperOnly());
    must(await retention.select(selection));
    for (const paper of [
      { kind: 'protocol', number: null, date: '2031-01-30' },
      { kind: 'protocol', number: '4', date: null },
      { kind: 'order', number: '4', date: '2031-01-30' },
      null,
    ]) {
      const no = await retention.approve({ ...commission, ground: paper });
      expectRefused(no, 'protocol-required', 'd-1', 'expert-commission');
    }
    must(await retention.approve(commission));
    must(await retention.approve({ ...head, ground: null }));
  });

  test('it names who signed, in which office, and whether it was the last one', async () => {
    const { retention, events } = await oldSchool(paperOnly());
    must(await retention.select(selection));
    must(await retention.approve(commission));
    must(await retention.approve(head));
    const approved = (await events('act-d-1')).slice(1);
    const said = { act: 'd-1', edition: 1 };
    const chair = { person: 'p-2', office: 'commission-chair', position: null };
    expect(approved.map(({ data }) => data)).toEqual([
      { ...said, approval: 'expert-commission', last: false, signer: chair },
      {
        ...said,
        approval: 'head',
        last: true,
        signer: { person: 'p-1', office: 'head', position: null },
      },
    ]);
    expect(approved.map(({ refs }) => refs)).toEqual([
      { act: ['d-1'], official: ['p-2'] },
      { act: ['d-1'], official: ['p-1'] },
    ]);
  });

  test('of three the third is the last, and nothing is owed before it', async () => {
    const { approvals } = paperOnly().retention;
    const title = { ru: 'Делопроизводитель', en: 'Records keeper' };
    const third = { id: 'keeper', title, offices: ['records-keeper'], protocolRequired: false };
    const preset = paperOnly();
    const rules = { ...preset.retention, approvals: [...approvals, third] };
    const school = await oldSchool({ ...preset, retention: rules });
    must(await school.retention.select(selection));
    await approveBoth(school);
    expect((await actState(school, 'd-1')).phase).toBe('selected');
    must(await school.retention.approve({ ...head, approval: 'keeper', signer: 'p-5' }));
    expect((await actState(school, 'd-1')).phase).toBe('owing');
  });

  test('once the regulation asks for none more, none is next', async () => {
    const school = await oldSchool(paperOnly());
    must(await school.retention.select(selection));
    must(await school.retention.approve(commission));
    const edition = editionOf(paperOnly());
    const approvals = edition.retention.approvals.slice(0, 1);
    const amended = { ...edition, retention: { ...edition.retention, approvals } };
    const context = { on, today: on, edition: amended, official: officialFold.initial() };
    const state = await actState(school, 'd-1');
    const input = approveSelection.schema.parse(head);
    const retention = retentionFold.initial();
    const no = decideApprove(state, input, { ...context, ground: null, retention });
    expectSaid(isRefusal(no) ? no : null, 'approval-not-next', 'd-1', 'head', '—');
  });

  test('what is no act of destruction is not approved', async () => {
    const school = await oldSchool(paperOnly());
    must(await school.retention.select(selection));
    await approveBoth(school);
    await runActs(school.store);
    const erasure = { id: 'e-1', records: [file], reason: 'term-over', signer: 'p-1', on };
    must(await school.retention.orderErasure(erasure));
    const no = await school.retention.approve({ ...commission, act: 'e-1' });
    expectRefused(no, 'act-unknown', 'e-1');
  });
});

describe('D19: an act of selection is called off', () => {
  test('by who selects or approves, not before its last step, and says why', async () => {
    const { retention, events } = await oldSchool(paperOnly());
    expectRefused(await retention.callOff(off), 'act-unknown', 'd-1');
    must(await retention.select(selection));
    const early = await retention.callOff({ ...off, on: '2031-01-31' });
    expectRefused(early, 'act-out-of-order', '2031-01-31', on);
    expectRefused(await retention.callOff({ ...off, signer: 'p-9' }), 'not-appointed', 'p-9');
    must(await retention.callOff({ ...off, signer: 'p-2' }));
    const told = (await events('act-d-1')).at(-1);
    expect(told).toMatchObject({ type: 'SelectionCalledOff', occurredOn: on });
    expect(told?.refs).toEqual({ act: ['d-1'], official: ['p-2'] });
    expect(told?.data).toEqual({
      act: 'd-1',
      reason: 'не те годы',
      signer: { person: 'p-2', office: 'commission-chair', position: null },
      edition: 1,
    });
    expectRefused(await retention.callOff(off), 'act-not-ready', 'called-off', 'selected');
  });

  test('once, also where all was withheld', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select(selection));
    await approveBoth(school);
    const scope = { kind: 'all' } as const;
    must(await retention.hold({ id: 'h-1', scope, reason: 'проверка', signer: 'p-1', on }));
    await runActs(store);
    must(await retention.callOff(off));
    expectRefused(await retention.callOff(off), 'act-not-ready', 'called-off');
  });

  test('after the last approval only where nothing was released', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select(selection));
    await approveBoth(school);
    expectRefused(await retention.callOff(off), 'act-not-ready', 'owing');
    const scope = { kind: 'record', record: file } as const;
    must(await retention.hold({ id: 'h-1', scope, reason: 'проверка', signer: 'p-1', on }));
    await runActs(store);
    // The journal was released, the file withheld.
    expectRefused(await retention.callOff(off), 'act-not-ready', 'owing');
  });
});
