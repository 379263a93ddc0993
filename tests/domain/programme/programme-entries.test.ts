import { must, order } from '@letopis/core';
import { programmeFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import type { Changes, MentorAcademy } from '../worlds/enrollment-academy.ts';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const paper = order('9-пр', '2026-12-20');
const right = { programme: 'mentor', signer: 'p-1', reason: 'Описка' } as const;
const stream = 'academy.programme-mentor';

const byTeachers: Changes = { scales: { chosenBy: 'teacher' } };

const stateOf = async ({ session }: MentorAcademy) =>
  (await session.load(programmeFold, 'mentor')).state;

/** Event id of the first entry of the programme, by its type. */
const entryOf = async ({ events }: MentorAcademy, type: string): Promise<string> =>
  (await events(stream)).find((one) => one.type === type)?.id ?? '';

const lastOf = async ({ events }: MentorAcademy, count: number) =>
  (await events(stream)).slice(-count);

describe('RK 1.8: which entries of a programme are put right, and how', () => {
  test('an entry is corrected only as what it is', async () => {
    const academy = await mentorAcademy(byTeachers);
    const { programmes } = academy;
    const choice = { module: 'safety', scale: 'pass-fail', chosenBy: 'p-9' } as const;
    must(await programmes.chooseScale({ programme: 'mentor', ...choice, on: '2026-10-01' }));
    must(await programmes.setPlannedResult({ programme: 'mentor', id: 'pk-1', title: 'ПК' }));
    must(await programmes.close({ programme: 'mentor', on: '2026-12-01' }));
    const forms = [
      [{ as: 'opening' }, 'ProgrammeOpened'],
      [{ as: 'module', scale: 'pass-fail' }, 'ModuleAdded'],
      [{ as: 'scale', scale: 'pass-fail', chosenBy: 'p-9' }, 'ScaleChosen'],
      [{ as: 'planned-result', title: 'ПК' }, 'PlannedResultSet'],
      [{ as: 'guideline', title: 'Интерес' }, 'TargetGuidelineSet'],
      [{ as: 'closing', on: '2026-12-02' }, 'ProgrammeClosed'],
    ] as const;
    for (const [, type] of forms) {
      const entry = await entryOf(academy, type);
      for (const [to, needed] of forms.filter(([, own]) => own !== type)) {
        const no = await programmes.correctEntry({ ...right, entry, to });
        expectRefused(no, 'entry-of-another-kind', entry, type, needed);
      }
    }
  });

  test('an opening keeps id and modules; one event takes its place', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'ProgrammeOpened');
    const to = { as: 'opening', title: 'Наставник', level: 'basic-general' } as const;
    must(await academy.programmes.correctEntry({ ...right, entry, to }));
    const [annulled, stands] = await lastOf(academy, 2);
    expect(annulled).toMatchObject({ type: 'ProgrammeEntryAnnulled', occurredOn: '2026-09-01' });
    expect(annulled?.refs).toEqual({ programme: ['mentor'], official: ['p-1'] });
    expect(annulled?.data).toEqual({
      programme: 'mentor',
      corrects: entry,
      entry: 'ProgrammeOpened',
      actedOn: '2026-12-25',
      replacedBy: stands?.id,
      signer: { person: 'p-1', office: 'head', position: 'директор' },
      edition: 1,
      reason: 'Описка',
    });
    expect(stands).toMatchObject({
      type: 'ProgrammeOpened',
      occurredOn: '2026-09-01',
      refs: { programme: ['mentor'] },
      data: { programme: 'mentor', title: 'Наставник', level: 'basic-general' },
    });
  });

  test('order 266 of 2025 item 18: hours of an opening are held against its modules', async () => {
    const academy = await mentorAcademy();
    const { programmes } = academy;
    const law = { id: 'law', scale: 'pass-fail', hours: 40 };
    must(await programmes.addModule({ programme: 'mentor', module: law, on: '2026-09-01' }));
    const entry = await entryOf(academy, 'ProgrammeOpened');
    const open = (hours: number) =>
      programmes.correctEntry({ ...right, entry, to: { as: 'opening', hours } });
    expectRefused(await open(39), 'modules-exceed-programme', '40', '39');
    must(await open(40));
  });

  test('a programme that is closed was opened on that day at the latest', async () => {
    const academy = await mentorAcademy();
    must(await academy.programmes.close({ programme: 'mentor', on: '2026-12-01' }));
    const entry = await entryOf(academy, 'ProgrammeOpened');
    const opened = (on: string) =>
      academy.programmes.correctEntry({ ...right, entry, to: { as: 'opening', on } });
    const late = await opened('2026-12-02');
    expectRefused(late, 'closing-before-opening', '2026-12-01', '2026-12-02');
    must(await opened('2026-12-01'));
  });

  test('module, result, guideline and choice are reworded under their ids', async () => {
    const academy = await mentorAcademy(byTeachers);
    const { programmes } = academy;
    const choice = { module: 'safety', scale: 'pass-fail', chosenBy: 'p-9' } as const;
    must(await programmes.chooseScale({ programme: 'mentor', ...choice, on: '2026-10-01' }));
    const result = { id: 'pk-1', module: 'safety', title: 'ПК', on: '2026-09-02' } as const;
    must(await programmes.setPlannedResult({ programme: 'mentor', ...result }));
    const correct = async (
      type: string,
      to: Parameters<typeof programmes.correctEntry>[0]['to'],
    ) => {
      const entry = await entryOf(academy, type);
      must(await programmes.correctEntry({ ...right, entry, to }));
      return (await lastOf(academy, 1))[0];
    };
    const added = await correct('ModuleAdded', {
      as: 'module',
      title: 'Труд',
      scale: 'five-point',
      kind: 'course',
    });
    expect(added).toMatchObject({ type: 'ModuleAdded', occurredOn: '2026-09-01' });
    expect(added?.refs).toEqual({ programme: ['mentor'], module: ['safety'] });
    expect(added?.data).toMatchObject({ module: { id: 'safety', title: 'Труд', kind: 'course' } });
    const set = await correct('PlannedResultSet', {
      as: 'planned-result',
      kind: 'personal',
      title: 'Воля',
    });
    expect(set).toMatchObject({ occurredOn: '2026-09-02', refs: { programme: ['mentor'] } });
    const what = { programme: 'mentor', result: 'pk-1', kind: 'personal', title: 'Воля' };
    expect(set?.data).toEqual({ ...what, module: null });
    const guided = await correct('TargetGuidelineSet', { as: 'guideline', title: 'Интерес' });
    expect(guided?.data).toEqual({ programme: 'mentor', guideline: 'curiosity', title: 'Интерес' });
    const to = { as: 'scale', scale: 'hundred-point', chosenBy: 'p-8' } as const;
    const chosen = await correct('ScaleChosen', to);
    expect(chosen).toMatchObject({ occurredOn: '2026-10-01', refs: { official: ['p-8'] } });
    const said = { module: 'safety', scale: 'hundred-point', chosenBy: 'p-8', office: 'teacher' };
    expect(chosen?.data).toEqual({ programme: 'mentor', ...said, edition: 1 });
    expect((await stateOf(academy)).plannedResults['pk-1']).toBe('Воля');
  });

  test('on a module rest its own choices and results, on an opening all', async () => {
    const academy = await mentorAcademy(byTeachers);
    const { programmes } = academy;
    const choice = { module: 'safety', scale: 'pass-fail', chosenBy: 'p-9' } as const;
    const own = { programme: 'mentor', on: '2026-10-01' } as const;
    const { eventId: chosen } = must(await programmes.chooseScale({ ...own, ...choice }));
    const result = { ...own, id: 'pk-1', module: 'safety', title: 'ПК' };
    const { eventId: set } = must(await programmes.setPlannedResult(result));
    const { eventId: other } = must(
      await programmes.setPlannedResult({ ...result, id: 'pk-2', module: 'practice' }),
    );
    const entry = await entryOf(academy, 'ModuleAdded');
    const annul = (id: string) => programmes.annulEntry({ ...right, entry: id });
    const said = [`ScaleChosen 2026-10-01 (${chosen})`, `PlannedResultSet 2026-10-01 (${set})`];
    const no = expectRefused(await annul(entry), 'entry-rested-on', entry, ...said);
    expect(no.text.en).not.toMatch(new RegExp(`${other}|ModuleAdded|TargetGuidelineSet`));
    const opening = await entryOf(academy, 'ProgrammeOpened');
    const guideline = await entryOf(academy, 'TargetGuidelineSet');
    expectRefused(await annul(opening), 'entry-rested-on', ...said, entry, other, guideline);
    must(await annul(guideline));
    must(await annul(chosen));
    must(await annul(set));
    must(await annul(entry));
    expect(Object.keys((await stateOf(academy)).modules)).toEqual(['practice']);
  });

  test('an opening on which nothing rests any more is annulled', async () => {
    const academy = await mentorAcademy();
    const { programmes } = academy;
    const { entries } = await stateOf(academy);
    for (const entry of [...entries.keys()].toReversed()) {
      must(await programmes.annulEntry({ ...right, entry }));
    }
    expect((await stateOf(academy)).id).toBeNull();
  });

  test('what is corrected stays on its own paper, or gets the one that is named', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'ProgrammeOpened');
    const to = { as: 'opening', title: 'Наставник' } as const;
    const act = { ...right, ground: paper, to };
    must(await academy.programmes.correctEntry({ ...act, entry }));
    const [annulled, stands] = await lastOf(academy, 2);
    expect([annulled?.ground, stands?.ground]).toEqual([paper, order('1-л', '2026-09-01')]);
    const entryGround = order('1-пр', '2026-08-30');
    const again = { ...act, entry: stands?.id ?? '', entryGround };
    must(await academy.programmes.correctEntry(again));
    expect((await lastOf(academy, 1))[0]?.ground).toEqual(entryGround);
  });
});

describe('RK 1.8: who puts an entry of a programme right', () => {
  test('one whose office covers the programme, or its level', async () => {
    const { programmes, officials, events } = await mentorAcademy();
    const from = '2026-09-01';
    const modules = ['safety', 'law'].map((id) => ({ id, scale: 'five-point' }));
    must(await programmes.open({ id: 'basic', level: 'basic-general', on: from, modules }));
    const keeper = { office: 'records-keeper', from } as const;
    for (const [person, scope] of [
      ['p-21', { programmes: ['mentor'] }],
      ['p-22', { levels: ['primary-general'] }],
      ['p-23', { programmes: ['basic'] }],
      ['p-24', { levels: ['basic-general'] }],
    ] as const) {
      must(await officials.appoint({ ...keeper, person, scope }));
    }
    const [, safety, law] = await events('academy.programme-basic');
    const annul = (signer: string, entry = '') =>
      programmes.annulEntry({ ...right, programme: 'basic', entry, signer });
    expectRefused(await annul('p-21', safety?.id), 'not-appointed', 'p-21');
    expectRefused(await annul('p-22', safety?.id), 'not-appointed', 'p-22');
    must(await annul('p-23', safety?.id));
    must(await annul('p-24', law?.id));
  });

  test('with a reason, where the regulation asks for one; the refusal names the act', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'TargetGuidelineSet');
    const { reason: _unsaid, ...silent } = { ...right, entry };
    const annulled = await academy.programmes.annulEntry(silent);
    expectRefused(annulled, 'reason-missing', 'annul-programme-entry', entry);
    const to = { as: 'guideline', title: 'Интерес' } as const;
    const corrected = await academy.programmes.correctEntry({ ...silent, to });
    expectRefused(corrected, 'reason-missing', 'correct-programme-entry', entry);
    const free = await mentorAcademy({ correction: { entryReasonRequired: false } });
    const own = await entryOf(free, 'TargetGuidelineSet');
    must(await free.programmes.annulEntry({ ...silent, entry: own }));
    const [event] = await lastOf(free, 1);
    expect(event?.data).toMatchObject({ programme: 'mentor', reason: null, replacedBy: null });
  });

  test('without an order; an entry that is not there is named with its programme', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'TargetGuidelineSet');
    must(await academy.programmes.annulEntry({ ...right, entry, ground: null }));
    expectRefused(
      await academy.programmes.annulEntry({
        ...right,
        entry: '01900000-0000-7000-8000-000000000000',
      }),
      'entry-unknown',
      'mentor',
    );
  });
});
