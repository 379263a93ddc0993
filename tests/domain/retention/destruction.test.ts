import { must } from '@letopis/core';
import { protocol } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { outcomes, runActs } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lesson } from '../worlds/records-school.ts';
import {
  approveBoth,
  destruction,
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

const one = (carrier: string, record: string, startedOn: string | null = null) => ({
  ...selection,
  items: [{ carrier, record, startedOn }],
});

describe('D19: an act of selection, its approvals, and the destruction', () => {
  test('R2 §3.3-3.4: what outlived its term is selected, approved, destroyed', async () => {
    const school = await oldSchool();
    const { retention, store, events } = school;
    must(await retention.approvePermanentLists(lists));
    must(await retention.select(selection));
    await approveBoth(school);
    await runActs(store);
    must(await retention.recordDestruction(destruction));
    const told = await events('act-d-1');
    expect(told.map(({ type }) => type)).toEqual([
      'CarriersSelected',
      'SelectionApproved',
      'SelectionApproved',
      'ActStepDone',
      'ActStepDone',
      'CarriersDestroyed',
    ]);
    expect(told[0]?.data).toMatchObject({
      items: [
        { index: '02-01', term: 'exact', years: 1, startedOn: '2026-10-10', from: '2028-01-01' },
        { index: '02-04', term: 'at-least', years: 3, startedOn: '2026-11-20', from: '2030-01-01' },
      ],
      signer: { person: 'p-7', office: 'archivist' },
      edition: 1,
    });
    expect(told.at(-1)?.data).toMatchObject({ method: 'shredding', destroyed: 2, notDone: 0 });
    const released = (await events('retention-main')).filter((e) => e.type === 'CarrierReleased');
    const act = ['d-1'];
    expect(released.map(({ refs }) => refs)).toEqual([
      { journal: ['m-1.safety.2026'], group: ['m-1'], module: ['safety'], act },
      { file: ['l-1.1'], learner: ['l-1'], act },
    ]);
    expect(released[1]).toMatchObject({
      occurredOn: on,
      data: { act: 'd-1', carrier: 'personal-files', record: file },
    });
    // Destroying a carrier is not destroying the fact: the marks and lessons stand.
    expect((await events(journal)).map(({ type }) => type)).toEqual(['LessonHeld']);
    const again = await retention.select({ ...selection, id: 'd-2', commandId: step(30) });
    expectRefused(again, 'carrier-released', journal, 'd-1');
  });

  test.each([
    ['R2 §3.4: before the term', 'personal-files', file, '2029-12-31', 'term-runs', '2030-01-01'],
    ['R2 §3.5: while it is needed', 'electronic-records', journal, on, 'still-needed', journal],
    ['R1 §7.4: by the file plan', 'grade-sheets', enrollment, on, 'term-runs', '2032-01-01'],
    ['what is kept for ever', 'protocols', enrollment, on, 'term-runs', 'permanent'],
    ['a carrier nobody knows', 'papyrus', file, on, 'carrier-unknown', 'papyrus'],
    ['a carrier of other records', 'lesson-journal', file, on, 'carrier-holds-other', file],
    ['a record nobody knows', 'personal-files', 'file-l-9.1', on, 'record-unknown', 'file-l-9.1'],
  ])('nothing is selected %s', async (_, carrier, record, day, code, value) => {
    const { retention } = await oldSchool();
    must(await retention.approvePermanentLists(lists));
    const refused = expectRefused(
      await retention.select({ ...one(carrier, record), on: day }),
      code,
    );
    expect(refused.text.en).toContain(value);
    expect(refused.text.ru).toMatch(value === 'permanent' ? /постоянно/ : value);
  });

  test('one day decides: refused on the last day of the term, allowed on the next', async () => {
    const { retention } = await oldSchool(paperOnly());
    const last = { ...one('lesson-journal', journal), on: '2027-12-31' };
    expectRefused(await retention.select(last), 'term-runs', '2027-12-31');
    must(await retention.select({ ...last, on: '2028-01-01' }));
  });

  test('the record shows its own start: another is refused, and an open one has none', async () => {
    const { retention, files } = await oldSchool(paperOnly());
    const given = one('personal-files', file, '2020-11-20');
    expectRefused(await retention.select(given), 'start-differs', '2020-11-20', '2026-11-20');
    must(await files.open({ learner: 'l-2', number: '2', on: '2026-09-01' }));
    const open = one('personal-files', 'file-l-2.1', '2020-11-20');
    expectRefused(await retention.select(open), 'term-not-begun', 'departure');
    const learner = one('personal-files', 'learner-l-1');
    expectRefused(await retention.select(learner), 'term-not-begun', 'learner-l-1');
    must(await retention.select(one('personal-files', 'learner-l-1', '2026-11-20')));
  });

  test('inventories of permanent keeping of the year come first', async () => {
    const { retention } = await oldSchool();
    expectRefused(await retention.select(selection), 'permanent-lists-missing', '2026');
    const early = { ...lists, on: '2026-12-30' };
    expectRefused(await retention.approvePermanentLists(early), 'act-out-of-order', '2026-12-31');
    must(await retention.approvePermanentLists(lists));
    const twice = await retention.approvePermanentLists({ ...lists, commandId: step(40) });
    expectRefused(twice, 'permanent-lists-stand', '2026');
    must(await retention.select(selection));
  });

  test('an organisation whose regulation does not ask for them needs none', async () => {
    const { retention } = await oldSchool(planned({ permanentListsFirst: false }));
    must(await retention.select(selection));
  });

  test('a carrier twice, an id that stands, an office that may not: refused', async () => {
    const { retention } = await oldSchool(paperOnly());
    const first = selection.items.slice(0, 1);
    const twice = { ...selection, items: [...first, ...first] };
    expectRefused(await retention.select(twice), 'act-target-twice', journal);
    expectRefused(await retention.select({ ...selection, signer: 'p-9' }), 'not-appointed', 'p-9');
    must(await retention.select(selection));
    const other = await retention.select({ ...selection, commandId: step(41) });
    expectRefused(other, 'already-exists', 'd-1');
  });
});

describe('D19: approvals are given in the regulation’s order, each by its own office', () => {
  const approve = { act: 'd-1', approval: 'expert-commission', signer: 'p-2', on };
  const ground = protocol('4', '2031-01-30');

  test('the commission first, by protocol; then the head; nothing after', async () => {
    const school = await oldSchool(paperOnly());
    const { retention } = school;
    must(await retention.select(selection));
    const head = { ...approve, approval: 'head', signer: 'p-1' };
    expectRefused(await retention.approve(head), 'approval-not-next', 'expert-commission', 'head');
    expectRefused(await retention.approve(approve), 'protocol-required', 'expert-commission');
    const early = { ...approve, ground, on: '2031-01-31' };
    expectRefused(await retention.approve(early), 'act-out-of-order', '2031-01-31');
    const teacher = { ...approve, ground, signer: 'p-9' };
    expectRefused(await retention.approve(teacher), 'not-appointed', 'p-9');
    must(await retention.approve({ ...approve, ground }));
    expectRefused(await retention.recordDestruction(destruction), 'act-not-ready', 'd-1');
    must(await retention.approve(head));
    expectRefused(await retention.approve(head), 'act-not-ready', 'd-1');
    const off = { act: 'd-1', reason: 'ошибка', signer: 'p-1', on };
    expectRefused(await retention.callOff(off), 'act-not-ready', 'owing');
    expectRefused(await retention.recordDestruction(destruction), 'act-outstanding', journal);
    expectRefused(await retention.approve({ ...approve, act: 'd-9' }), 'act-unknown', 'd-9');
  });

  test('an act that was called off owes nothing', async () => {
    const { retention, store, events } = await oldSchool(paperOnly());
    must(await retention.select(selection));
    must(await retention.callOff({ act: 'd-1', reason: 'не те годы', signer: 'p-7', on }));
    expect(await runActs(store)).toMatchObject({ done: 0, 'not-done': 0 });
    expectRefused(await retention.approve({ ...approve, ground }), 'act-not-ready', 'called-off');
    expect(await events('retention-main')).toEqual([]);
  });
});

describe('D19: nothing is destroyed under a hold', () => {
  const hold = { id: 'h-1', reason: 'запрос суда', signer: 'p-1', on } as const;
  const ofFile = { kind: 'record', record: file } as const;

  test('a held carrier cannot be selected of any record, and others can', async () => {
    const { retention } = await oldSchool(paperOnly());
    const scope = { kind: 'carrier', carrier: 'lesson-journal' } as const;
    const odd = { kind: 'carrier', carrier: 'papyrus' } as const;
    expectRefused(await retention.hold({ ...hold, scope: odd }), 'carrier-unknown', 'papyrus');
    must(await retention.hold({ ...hold, scope }));
    expectRefused(await retention.select(selection), 'under-hold', journal, 'h-1');
    must(await retention.select(one('personal-files', file)));
  });

  test('what is held cannot be selected', async () => {
    const { retention } = await oldSchool(paperOnly());
    must(await retention.hold({ ...hold, scope: ofFile }));
    expectRefused(await retention.select(selection), 'under-hold', file, 'h-1');
  });

  test('a hold placed after the last approval still withholds what is not released', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select(selection));
    await approveBoth(school);
    must(await retention.hold({ ...hold, scope: ofFile }));
    await runActs(store);
    expect(await outcomes(school, 'd-1')).toEqual({
      [`lesson-journal ${journal}`]: 'done',
      [`personal-files ${file}`]: 'under-hold',
    });
    must(await retention.recordDestruction(destruction));
    const told = (await school.events('act-d-1')).at(-1);
    expect(told?.data).toMatchObject({ destroyed: 1, notDone: 1 });
    // Lifted, it may go by another act.
    must(await retention.lift({ hold: 'h-1', signer: 'p-1', on }));
    const rest = { ...one('personal-files', file), id: 'd-2', commandId: step(50) };
    must(await retention.select(rest));
  });

  test('a hold placed after the release stops the destruction until it is lifted', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select(selection));
    await approveBoth(school);
    await runActs(store);
    must(await retention.hold({ ...hold, scope: ofFile }));
    expectRefused(await retention.recordDestruction(destruction), 'under-hold', file, 'h-1');
    must(await retention.lift({ hold: 'h-1', signer: 'p-1', on }));
    must(await retention.recordDestruction(destruction));
  });

  test('an act of which all is withheld is not carried out; it is called off', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select(selection));
    await approveBoth(school);
    must(await retention.hold({ ...hold, scope: { kind: 'all' } }));
    await runActs(store);
    expectRefused(await retention.recordDestruction(destruction), 'nothing-released', 'd-1');
    must(await retention.callOff({ act: 'd-1', reason: 'запрет', signer: 'p-7', on }));
  });
});

describe('D19: the act of destruction', () => {
  test('names a method of the regulation and enough different persons', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select(selection));
    await approveBoth(school);
    await runActs(store);
    const tell = (change: object) => retention.recordDestruction({ ...destruction, ...change });
    expectRefused(await tell({ method: 'magic' }), 'retention-word-unknown', 'magic');
    expectRefused(await tell({ destroyers: ['p-7'] }), 'destroyers-few', 'p-7', '2');
    expectRefused(await tell({ destroyers: ['p-7', 'p-7'] }), 'destroyers-few', 'p-7, p-7');
    expectRefused(await tell({ destroyers: ['p-7', 'p-9'] }), 'not-appointed', 'p-9');
    expectRefused(await tell({ on: '2031-01-31' }), 'act-out-of-order', '2031-01-31');
    const first = must(await tell({}));
    expect(must(await tell({}))).toEqual(first);
    expectRefused(await tell({ commandId: step(60) }), 'act-not-ready', 'closed');
  });

  test('the rule is that of the edition in force when it is selected', async () => {
    const school = await oldSchool(paperOnly());
    const { carriers } = paperOnly().carriers;
    const five = { term: 'exact', years: 5, startsAt: 'year-end' } as const;
    const longer = carriers.map((rule) => ({ ...rule, retention: five }));
    const sections = { carriers: { carriers: longer } } as const;
    must(await school.regulation.amend({ from: '2029-01-01', sections }));
    const now = one('lesson-journal', journal);
    expectRefused(await school.retention.select(now), 'term-runs', '2032-01-01');
    must(await school.retention.select({ ...now, on: '2028-06-01' }));
  });

  test('the last standing lesson starts a journal’s term, an annulled one does not', async () => {
    const { journals, retention } = await oldSchool(paperOnly());
    must(await journals.holdLesson({ ...lesson, id: 'z-2', on: '2027-02-01' }));
    const now = { ...one('lesson-journal', journal), on: '2028-06-01' };
    expectRefused(await retention.select(now), 'term-runs', '2029-01-01');
    const annulled = { journal: 'm-1.safety.2026', lesson: 'z-2' };
    const act = { reason: 'внесено по ошибке', signer: 'p-9', on: '2027-02-02' };
    must(await journals.annulLesson({ ...annulled, ...act }));
    must(await retention.select(now));
  });
});
