import { must } from '@letopis/core';
import { programmeFold, scaleOn } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { r3 } from '@letopis/core/presets/r3';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

type Academy = Awaited<ReturnType<typeof mentorAcademy>>;

const by = { signer: 'p-1', reason: 'Описка' } as const;

const programmeOf = async ({ events }: Academy) =>
  foldEvents(programmeFold, (await events('academy.programme-mentor')) as never);

/** Event id of an entry of the programme, by its type. */
async function entryOf({ events }: Academy, type: string): Promise<string> {
  const found = (await events('academy.programme-mentor')).find((one) => one.type === type);
  return found?.id ?? '';
}

describe('RK 1.8: entries about a programme are put right', () => {
  test('title, hours and type are corrected; the modules stay', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'ProgrammeOpened');
    const to = { as: 'opening', title: 'Наставник', hours: 72 } as const;
    must(await academy.programmes.correctEntry({ programme: 'mentor', entry, ...by, to }));
    const { title, hours, modules, id } = await programmeOf(academy);
    expect([id, title, hours, Object.keys(modules)]).toEqual([
      'mentor',
      'Наставник',
      72,
      ['safety', 'practice'],
    ]);
  });

  test('forms and hours of a module are corrected under its id', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'ModuleAdded');
    const forms = [{ kind: 'final', form: 'credit-test' }];
    const to = {
      as: 'module',
      title: 'Охрана труда',
      scale: 'five-point',
      hours: 36,
      forms,
    } as const;
    must(await academy.programmes.correctEntry({ programme: 'mentor', entry, ...by, to }));
    expect((await programmeOf(academy)).modules['safety']).toMatchObject({
      id: 'safety',
      title: 'Охрана труда',
      hours: 36,
      forms: [{ kind: 'final', form: 'credit-test', criteria: null }],
    });
  });

  test('a guideline, a planned result and a closing are corrected or annulled', async () => {
    const academy = await mentorAcademy();
    const { programmes } = academy;
    const right = { programme: 'mentor', ...by } as const;
    const guideline = await entryOf(academy, 'TargetGuidelineSet');
    const to = { as: 'guideline', title: 'Интерес к делу' } as const;
    must(await programmes.correctEntry({ ...right, entry: guideline, to }));
    const set = { programme: 'mentor', id: 'pk-1', title: 'ПК', module: 'safety' } as const;
    const { eventId: result } = must(await programmes.setPlannedResult(set));
    const titled = { as: 'planned-result', title: 'ПК-1', module: 'safety' } as const;
    const again = must(await programmes.correctEntry({ ...right, entry: result, to: titled }));
    const closed = must(await programmes.close({ programme: 'mentor', on: '2026-12-01' }));
    const closing = { as: 'closing', on: '2026-12-02' } as const;
    must(await programmes.correctEntry({ ...right, entry: closed.eventId, to: closing }));
    const { guidelines, plannedResults, closedFrom } = await programmeOf(academy);
    expect([guidelines['curiosity'], plannedResults['pk-1'], closedFrom]).toEqual([
      'Интерес к делу',
      'ПК-1',
      '2026-12-02',
    ]);
    const module = await entryOf(academy, 'ModuleAdded');
    expectRefused(
      await programmes.annulEntry({ ...right, entry: module }),
      'entry-rested-on',
      'PlannedResultSet',
    );
    const opened = await entryOf(academy, 'ProgrammeOpened');
    expectRefused(await programmes.annulEntry({ ...right, entry: opened }), 'entry-rested-on');
    expectRefused(
      await programmes.correctEntry({
        ...right,
        entry: opened,
        to: { as: 'opening', on: '2026-12-03' },
      }),
      'closing-before-opening',
    );
    expectRefused(
      await programmes.correctEntry({ ...right, entry: opened, to }),
      'entry-of-another-kind',
    );
    expect(again.eventId).not.toBe(result);
  });

  test('R3 §1.5: a choice of scale gets its true day; an annulled one never was', async () => {
    const academy = newAcademy('2026-12-25T09:00:00.000Z') as Academy;
    const { regulation, officials, programmes } = academy;
    const from = '2026-09-01';
    must(await regulation.adopt(r3, { timeZone: 'Europe/Moscow', from }));
    must(await officials.appoint({ person: 'p-9', office: 'teacher', from }));
    must(await officials.appoint({ person: 'p-1', office: 'head', from }));
    const [first, second] = r3.scales.scales.map(({ id }) => id);
    const modules = [{ id: 'safety', scale: first ?? '' }];
    must(await programmes.open({ id: 'mentor', modules, on: from }));
    const choice = { programme: 'mentor', module: 'safety', scale: second ?? '', chosenBy: 'p-9' };
    const { eventId } = must(await programmes.chooseScale({ ...choice, on: '2026-10-20' }));
    const to = { as: 'scale', scale: second ?? '', chosenBy: 'p-9', on: '2026-10-02' } as const;
    const right = { programme: 'mentor', ...by } as const;
    const corrected = await programmes.correctEntry({ ...right, entry: eventId, to });
    must(corrected);
    const state = await programmeOf(academy);
    expect(scaleOn(state, 'safety', '2026-10-01')).toBe(first);
    expect(scaleOn(state, 'safety', '2026-10-02')).toBe(second);
    const stands = (await academy.events('academy.programme-mentor')).at(-1)?.id ?? '';
    must(await programmes.annulEntry({ ...right, entry: stands }));
    expect((await programmeOf(academy)).modules['safety']?.scale).toBe(first);
  });
});
