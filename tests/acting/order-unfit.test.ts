import type { Ground } from '@letopis/core';
import { codec, CommandHandler, coreEvents, must, order } from '@letopis/core';
import type { DraftEvent, Fold, RecordedEvent } from '@letopis/core/kernel';
import {
  command,
  commandNamingGround,
  eventType,
  on,
  receipt,
  Session,
} from '@letopis/core/kernel';
import { application as applicationPaper } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { newAcademy, academyUnderR2 } from '../domain/worlds/academy.ts';
import { expectRefused } from '../domain/worlds/expect-refused.ts';

/*
 * RK 1.5: which facts an order may not be later than. The facts of a diary stand for those of any
 * stream, by their types.
 */

const day = '2026-10-01';
const late = order('7-з', '2026-11-10');
const application = applicationPaper('3', day);

/** A fact that a command of the diary records, and its own paper, where it has one. */
interface Fact {
  readonly type: string;
  readonly on?: string;
  readonly data?: object;
  readonly ground?: Ground | null;
}

const TYPES = ['Noted', 'YearDecided', 'ActStepDone', 'ActStepNotDone', 'GroupOrdered'] as const;
const diaryEvents = TYPES.map((type) => eventType(type, z.looseObject({})));
const diary: Fold<object, RecordedEvent> = { kind: 'diary', initial: () => ({}), evolve: () => {} };

const fields = z.strictObject({
  facts: z.array(z.custom<Fact>()),
  entryGround: z.custom<Ground | null>().optional(),
});
const draftsOf = (_: object, { facts }: z.output<typeof fields>): readonly DraftEvent[] =>
  facts.map(({ type, on: occurredOn = day, data = {}, ground }) => ({
    type,
    occurredOn,
    refs: {},
    data,
    ...(ground === undefined ? {} : { ground }),
  }));
const onDiary = on({ fold: diary, key: () => ['d-1'], answer: receipt });
const note = onDiary(command('note', fields), { decide: draftsOf });
const mend = onDiary(commandNamingGround('mend', fields), { decide: draftsOf });

/** A diary under R2, or where no regulation was adopted. */
async function open(adopted = true) {
  const { store } = await (adopted ? academyUnderR2() : newAcademy());
  const rest = coreEvents.filter(({ type }) => !TYPES.some((one) => one === type));
  const handler = new CommandHandler(store, codec(rest, diaryEvents));
  const session = new Session('academy', { actor: 'u-1', onBehalfOf: null, ground: null }, handler);
  return {
    noted: (facts: readonly Fact[], given: object = {}) => note.run(session, { facts, ...given }),
    mended: (facts: readonly Fact[], given: object = {}) => mend.run(session, { facts, ...given }),
  };
}

const isLate = (result: Awaited<ReturnType<typeof note.run>>, on_ = day) =>
  expectRefused(result, 'paper-after-effect', '7-з', late.date ?? '', on_);

describe('RK 1.5: the order of a command', () => {
  const ground = late;
  const fine = { type: 'Noted', on: '2026-11-12' };
  const early = { type: 'Noted' };

  test('is no later than each of its facts', async () => {
    const { noted } = await open();
    must(await noted([fine], { ground }));
    isLate(await noted([fine, early], { ground }));
  });

  test('is not asked of a fact that stands on a paper of its own, or on none', async () => {
    const { noted } = await open();
    must(await noted([{ ...early, ground: application }], { ground }));
    must(await noted([{ ...early, ground: null }], { ground }));
    must(await noted([{ ...early, ground: late }]));
  });

  test('is judged by no reasons where no regulation was adopted', async () => {
    const { noted } = await open(false);
    const { data } = isLate(await noted([early], { ground }));
    expect(data).toMatchObject({ reasons: [], command: 'note' });
  });

  test('only follows what was decided or came to pass', async () => {
    const { noted } = await open();
    for (const type of ['YearDecided', 'ActStepDone', 'ActStepNotDone']) {
      must(await noted([{ type }], { ground }));
    }
    const ordered = (type: string, of: string) =>
      noted([{ type, data: { order: of } }], { ground });
    must(await ordered('GroupOrdered', 'decide-year'));
    isLate(await ordered('GroupOrdered', 'close'));
    isLate(await ordered('Noted', 'decide-year'));
  });

  test('of what a process does for an act needs any reason that the regulation lists', async () => {
    const { noted } = await open();
    const causationId = '01990000-0000-7000-8000-000000000001';
    const because = (retroactive: string, more = {}) =>
      noted([early], { ground: { ...late, retroactive }, ...more });
    isLate(await because('application-day'));
    must(await because('application-day', { causationId }));
    isLate(await because('no-such-reason', { causationId }));
  });
});

describe('RK 1.8: the order of a correction', () => {
  const ground = late;
  const annulment = { type: 'Noted', data: { corrects: 'e-1', actedOn: '2026-11-12' } };
  const replacing = { type: 'Noted', data: { text: 'as corrected' } };

  test('is no later than the act, whatever the day of what it puts right', async () => {
    const { noted } = await open();
    must(await noted([annulment], { ground }));
    must(await noted([annulment, replacing], { ground }));
    const before = { ...annulment, data: { corrects: 'e-1', actedOn: '2026-11-09' } };
    isLate(await noted([before, replacing], { ground }), '2026-11-09');
  });

  test('is asked of a fact that stands in the place of none', async () => {
    const { noted } = await open();
    const acted = { type: 'Noted', data: { actedOn: '2026-11-12' } };
    must(await noted([acted], { ground }));
    isLate(await noted([acted, replacing], { ground }));
  });
});

describe('RK 1.5: the paper that a correction gives to the entry', () => {
  const entryGround = late;

  test('is no later than each fact that stands on it', async () => {
    const { noted } = await open();
    const fine = { type: 'Noted', on: '2026-11-12', ground: late };
    must(await noted([fine], { entryGround }));
    const both = [fine, { type: 'Noted', ground: late }];
    isLate(await noted(both, { entryGround }));
  });

  test('is not asked of a fact on another paper, or on none', async () => {
    const { noted } = await open();
    for (const own of [{ ground: application }, { ground: null }, {}]) {
      must(await noted([{ type: 'Noted', ...own }], { entryGround }));
    }
  });
});

/** A fact that stands on the late order, as an entry that is corrected keeps it. */
const kept = (more: Partial<Fact> = {}) => ({ type: 'Noted', ground: late, ...more });

describe('RK 1.5: the paper that a corrected entry keeps', () => {
  test('is no later than each entry that keeps it', async () => {
    const { mended } = await open();
    const fine = kept({ on: '2026-11-12' });
    must(await mended([fine, kept({ data: { actedOn: '2026-11-12' } })]));
    isLate(await mended([fine, kept()]));
  });

  test('is an order or an instruction with number and date', async () => {
    const { mended } = await open();
    isLate(await mended([kept({ ground: { ...late, kind: 'instruction' } })]));
    must(await mended([kept({ ground: { ...late, number: null } })]));
    must(await mended([kept({ ground: { ...late, date: null } })]));
    must(await mended([kept({ ground: { ...late, kind: 'protocol' } }), kept({ ground: null })]));
  });

  test('may be later than what an order only follows', async () => {
    const { mended } = await open();
    must(await mended([kept({ type: 'YearDecided' })]));
  });

  test('may be later for any reason, where no command enters such a fact with one', async () => {
    const { mended, noted } = await open();
    const ground = { ...late, retroactive: 'application-day' };
    must(await mended([kept({ ground })]));
    isLate(await noted([{ type: 'Noted' }], { ground }));
  });
});
