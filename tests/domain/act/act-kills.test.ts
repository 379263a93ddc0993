import type { ActLeadingEvent, EventStore, ProcessCheckpoint, Result } from '@letopis/core';
import { actProcess, listOwed, memoryCheckpoint, must } from '@letopis/core';
import { seededChance } from '@letopis/core/testing';
import { describe, expect, test } from 'vitest';
import { wrapped } from '../../kernel/wrapped-store.ts';
import { outcomes, runActs, schoolOfThree } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { dawdlingStore, Killed, killingStore } from '../worlds/faulty-store.ts';
import { schoolOver } from '../worlds/records-school.ts';
import {
  approveBoth,
  file,
  journal,
  oldSchool,
  on,
  paperOnly,
  selection,
} from '../worlds/retention-school.ts';
import { history } from '../worlds/transfer-school.ts';

type Acts = ReturnType<typeof schoolOver>;

/** Each act up to where its process begins, the id of the act, and how often its run appends. */
const acts = {
  'an order about a group': {
    act: 'a-1',
    appends: 2 + 2 + 2,
    begin: async (): Promise<Acts> => {
      const school = await schoolOfThree();
      const early = { enrollment: 'l-1.mentor.1', reason: 'own-wish', on: '2026-11-20' };
      must(await school.enrollments.discharge({ ...early, commandId: step(17) }));
      must(
        await school.acts.order({
          order: 'transfer',
          id: 'a-1',
          group: 'm-1',
          // The first is refused, the second done; of the third there is no such enrollment.
          enrollments: ['l-1.mentor.1', 'l-2.mentor.1', 'l-3.mentor.1'],
          to: 'm-2',
          on: '2026-11-21',
          commandId: step(1),
        }),
      );
      must(
        await school.acts.order({
          order: 'enroll',
          id: 'a-2',
          group: 'm-2',
          learners: ['l-3'],
          on: '2026-11-21',
          commandId: step(2),
        }),
      );
      return school;
    },
  },
  'a selection for destruction': {
    act: 'd-1',
    appends: 2 + 1,
    begin: async (): Promise<Acts> => {
      const school = await oldSchool(paperOnly());
      must(await school.retention.select(selection));
      await approveBoth(school);
      const scope = { kind: 'record', record: file } as const;
      const hold = { id: 'h-1', reason: 'проверка', signer: 'p-1', on, commandId: step(25) };
      must(await school.retention.hold({ ...hold, scope }));
      return school;
    },
  },
  'an erasure': {
    act: 'e-1',
    appends: 2 * 2,
    begin: async (): Promise<Acts> => erasing(),
  },
} as const;

/** The journal and the file are destroyed on all carriers, and ordered to be erased. */
async function erasing(): Promise<Acts> {
  const school = await oldSchool(paperOnly());
  const { retention, store } = school;
  must(await retention.select(selection));
  await approveBoth(school);
  await runActs(store);
  const records = [file, journal];
  const ordered = { id: 'e-1', records, reason: 'term-over', signer: 'p-1', on };
  must(await retention.orderErasure({ ...ordered, commandId: step(26) }));
  return school;
}

/** What lies beside the lines of the file, after its process. */
async function beside({ store }: Acts): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const page of store.readStream(`academy.${file}`)) {
    found.push(...page.map((one) => one.beside));
  }
  return found;
}

const told = async (school: Acts, act: string) => ({
  outcomes: await outcomes(school, act),
  history: await history(school),
});

/** Kills a run at its k-th append; was there a k-th? */
async function killed(
  store: EventStore,
  k: number,
  when: 'before' | 'after',
  kept?: ProcessCheckpoint,
): Promise<boolean> {
  try {
    await runActs(killingStore(store, k, when), kept);
    return false;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return true;
  }
}

describe.each(Object.entries(acts))('D4, D19: %s', (_, { act, appends, begin }) => {
  for (const when of ['before', 'after'] as const) {
    for (const from of ['the start', 'its checkpoint'] as const) {
      test(`killed ${when} each append, is finished by a run from ${from}`, async () => {
        const whole = await begin();
        await runActs(whole.store);
        const undisturbed = await told(whole, act);
        let kills = 0;
        for (let k = 1; k === kills + 1; k += 1) {
          const school = await begin();
          const kept = from === 'the start' ? undefined : memoryCheckpoint();
          if (await killed(school.store, k, when, kept)) kills = k;
          await runActs(school.store, kept);
          expect(await told(school, act), `append ${k}`).toEqual(undisturbed);
        }
        expect(kills).toBe(appends);
      });
    }
  }

  test('two runners at once have the effect of one', async () => {
    const whole = await begin();
    await runActs(whole.store);
    const undisturbed = await told(whole, act);
    for (let seed = 1; seed <= 15; seed += 1) {
      const school = await begin();
      const chance = seededChance(seed);
      const run = () => runActs(dawdlingStore(school.store, chance));
      await Promise.all([run(), run()]);
      expect(await told(school, act), `seed ${seed}`).toEqual(undisturbed);
    }
  });

  test('what is still owed can be listed, and nothing is after a run', async () => {
    const { store, handler } = await begin();
    const owing = { store, codec: handler.codec, process: actProcess(handler, 'academy') };
    const count = async (): Promise<number> => {
      let owed = 0;
      for await (const one of listOwed(owing)) owed += one.target === '' ? 0 : 1;
      return owed;
    };
    expect(await count()).toBeGreaterThan(1);
    await runActs(store);
    expect(await count()).toBe(0);
  });
});

describe('D19: an erasure that is killed while it empties', () => {
  for (const when of ['before', 'after'] as const) {
    test(`is finished by the next run (${when})`, async () => {
      const school = await erasing();
      const dying = wrapped(school.store, {
        emptyBeside: async (stream, ids) => {
          if (when === 'after') await school.store.emptyBeside(stream, ids);
          throw new Killed();
        },
      });
      await expect(runActs(dying)).rejects.toBeInstanceOf(Killed);
      expect((await outcomes(school, 'e-1'))[file]).toBe('outstanding');
      await runActs(school.store);
      expect(await outcomes(school, 'e-1')).toEqual({ [file]: 'done', [journal]: 'done' });
      expect(await beside(school)).toContain('emptied');
      expect((await beside(school)).every((one) => one === null || one === 'emptied')).toBe(true);
    });
  }
});

test('D19: what was noted as not done is not done by a runner that comes late', async () => {
  const school = await acts['a selection for destruction'].begin();
  const { handler, retention, store } = school;
  const events = await handler.events('academy.act-d-1');
  const approved = events.at(-1) as ActLeadingEvent;
  const owed = await actProcess(handler, 'academy').owes(approved);
  await runActs(store);
  must(await retention.lift({ hold: 'h-1', signer: 'p-1', on }));
  const held = owed.find(({ target }) => target.endsWith(file));
  const late = await held?.run({ commandId: step(90), causationId: approved.id });
  expectRefused(late as Result<unknown>, 'act-target-not-awaited', 'd-1', file, 'not-done');
  const released = (await school.events('retention-main')).map(({ data }) => data);
  expect(released).not.toContainEqual({ act: 'd-1', carrier: 'personal-files', record: file });
});
