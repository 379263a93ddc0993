import type { RuleBook } from '@letopis/core';
import { codec, coreEvents, letopis, must, order } from '@letopis/core';
import { r3 } from '@letopis/core/presets/r3';
import { r5 } from '@letopis/core/presets/r5';
import { fixedPorts } from '@letopis/core/testing';
import type { Asker, DisclosureOwed } from '@letopis/projections';
import { coreProjections, disclosureOwed, openReader, openViews } from '@letopis/projections';
import { openMemory, openMemoryViews } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';

/* SEC 18, R1 §6.2-6.3, R3 §4.4, R5 §6.4: a reader cannot write, so it says what is owed. */

const ON = '2026-10-05';
const page = { learner: 'l-1', form: 'personal-file' };

type Recipients = RuleBook['disclosure']['recipients'];

const only = (ways: Recipients[number]['ways']): Recipients => [
  { recipient: 'representative', ways, opensBy: ['right'] },
];

/** What is to be told, which must be owed. */
function toTell(owed: DisclosureOwed | null) {
  if (owed?.command !== 'tell-in-study') throw new Error(`owed is ${owed?.command}`);
  return owed.input;
}

/** What is to be asked, which must be owed. */
function toAsk(owed: DisclosureOwed | null) {
  if (owed?.command !== 'ask-disclosure') throw new Error(`owed is ${owed?.command}`);
  return owed.input;
}

/** A school with a learner and her mother, under a preset whose recipients may be others. */
async function school(preset: typeof r3 | typeof r5 | null, recipients?: Recipients) {
  const store = openMemory(fixedPorts({ at: '2026-11-22T09:00:00.000Z' }));
  const services = letopis({ store, organisation: 'school' }).as('u-17');
  if (preset !== null) {
    const { disclosure } = preset;
    const rules = recipients === undefined ? disclosure : { ...disclosure, recipients };
    const from = { timeZone: 'Europe/Moscow', from: '2026-09-01' };
    must(await services.regulation.adopt({ ...preset, disclosure: rules }, from));
    const ground = order('1-од', '2026-08-25');
    const head = { person: 'p-1', office: 'head', from: '2026-09-01', ground };
    must(await services.officials.appoint(head));
    must(await services.learners.register({ id: 'l-1', on: '2026-09-01' }));
    const mother = { learner: 'l-1', representative: 'r-1', relation: 'parent' } as const;
    const named = { ...mother, name: 'Ильина Ольга', on: '2026-09-01' };
    must(await services.learners.nameRepresentative(named));
  }
  const views = await openViews(store, openMemoryViews(), coreProjections, {
    codec: codec(coreEvents),
  });
  const owed = async (kind: Asker['kind'], person: string, purpose: Asker['purpose']) => {
    const reader = await openReader(views, { atLeast: await views.head() });
    return disclosureOwed(await reader.for({ kind, person, purpose, on: ON }), page);
  };
  return { ...services, views, owed };
}

describe.each([
  ['R3 §4.4', r3],
  ['R5 §6.4', r5],
] as const)('%s: reading by a representative', (_, preset) => {
  test('is recorded as information given in the course of study', async () => {
    const { owed, disclosures } = await school(preset);
    const found = await owed('representative', 'r-1', 'acquaintance');
    expect(found).toEqual({
      command: 'tell-in-study',
      input: {
        learner: 'l-1',
        to: 'r-1',
        purpose: 'acquaintance',
        given: { forms: [{ form: 'personal-file', version: null }] },
        medium: 'electronic',
        on: ON,
      },
    });
    must(await disclosures.tell({ ...toTell(found), signer: 'p-1' }));
  });
});

describe('what the regulation asks for', () => {
  test('is an application where it opens no other way', async () => {
    const { owed, disclosures } = await school(r5, only(['application']));
    const found = await owed('representative', 'r-1', 'acquaintance');
    expect(found).toMatchObject({
      command: 'ask-disclosure',
      input: { applicant: { kind: 'representative', representative: 'r-1' }, way: 'application' },
    });
    must(await disclosures.ask(toAsk(found)));
  });

  test('is nothing where it has no way, and where none is in force', async () => {
    const without = await school(r5, only(['demand']));
    expect(await without.owed('representative', 'r-1', 'acquaintance')).toBe(null);
    const unregulated = await school(null);
    expect(await unregulated.owed('representative', 'r-1', 'acquaintance')).toBe(null);
  });

  test('has a purpose of its own list: the first that it knows', async () => {
    const { owed } = await school(r5);
    const found = await owed('representative', 'r-1', ['curiosity', 'path']);
    expect(found?.input.purpose).toBe('path');
    expect((await owed('representative', 'r-1', 'curiosity'))?.input.purpose).toBe('curiosity');
  });
});

describe('nothing is owed', () => {
  test.each([
    ['learner', 'l-1'],
    ['teacher', 'p-1'],
    ['administration', 'p-1'],
  ] as const)('by the %s, who reads in their own right: R1 §6.1, §6.3', async (kind, person) => {
    const { owed } = await school(r5);
    expect(await owed(kind, person, 'path')).toBe(null);
  });

  test('by a reader that is bound to nobody', async () => {
    const { views } = await school(r5);
    expect(await disclosureOwed(await openReader(views), page)).toBe(null);
  });
});

test('R1 §6.2: an auditor who is shown personal values is an authority on a demand', async () => {
  const { owed, disclosures } = await school(r5);
  expect(await owed('auditor', 'i-1', 'lawful-demand')).toBe(null);
  const found = await owed('auditor', 'i-1', ['lawful-demand', 'identification']);
  expect(found).toMatchObject({
    command: 'ask-disclosure',
    input: { applicant: { kind: 'authority' }, way: 'demand', purpose: 'lawful-demand' },
  });
  must(await disclosures.ask(toAsk(found)));
});
