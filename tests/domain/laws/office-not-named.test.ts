import type { Refusal, Result } from '@letopis/core';
import { must } from '@letopis/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { Choice } from './choice.ts';
import { hints } from './hints.ts';
import type { History } from './histories.ts';
import { histories } from './histories.ts';
import type { LawSchool } from './law-school.ts';
import { openLawSchool } from './law-school.ts';
import { methodOf } from './laws.ts';
import type { AnyCommand } from './methods.ts';
import { allMethods } from './methods.ts';
import { full } from './regulation.ts';
import { inputOf } from './schema-input.ts';

/*
 * Every command that names an official can name the office in which they act. Here every list of
 * offices of the regulation holds two that the official holds, so no command may choose for them.
 */

/** The offices that every list of the regulation holds, and p-1 and p-2 hold. */
const BOTH = ['head', 'teacher'];

/** A section with both offices in each of its lists. */
function widened(value: unknown, field = ''): unknown {
  if (/offices$/iu.test(field) && (value as readonly unknown[] | null)?.[0] instanceof Object) {
    return value;
  }
  if (/offices$/iu.test(field)) return BOTH;
  if (Array.isArray(value)) return value.map((one) => widened(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, widened(one, name)]));
}

/** The fields of a command that name an office in which somebody acts. */
const officeFields = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, one]) =>
        /^(office|\w+Office)$/u.test(name) ? [name] : officeFields(one),
      );

/** The same input with this office wherever it names one; null: with none. */
function inOffice(value: unknown, office: string | null): unknown {
  if (Array.isArray(value)) return value.map((one) => inOffice(one, office));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      /^(office|\w+Office)$/u.test(name) ? office : inOffice(one, office),
    ]),
  );
}

/* Here the office is what the command is about, and a carrier's decision has one office only. */
const OTHER = new Set(['officials.appoint', 'officials.relieve', 'carriers.decide']);

/** What is asked instead of a hint, so that somebody who holds both offices is named. */
const INSTEAD: Readonly<Record<string, object>> = {
  'commissions.form': {
    members: [
      { person: 'p-1', role: 'chair', office: null },
      { person: 'p-2', role: 'member', office: null },
      { person: 'p-3', role: 'member', office: null },
    ],
  },
  'commissions.change': {
    relieved: ['p-3'],
    seated: [{ person: 'p-3', role: 'member', office: null }],
  },
};

/** The methods whose command names the office of who acts, by the schemas of the commands. */
function asksForOffice(methods: ReadonlyMap<string, AnyCommand | null>): readonly string[] {
  return [...methods].flatMap(([name, type]) => {
    if (type === null || OTHER.has(name) || name.startsWith('regulation.')) return [];
    const shape = z.toJSONSchema(type.schema, { io: 'input', unrepresentable: 'any' });
    return officeFields(shape).length > 0 ? [name] : [];
  });
}

/** A school whose regulation lets both offices do everything. */
async function openWide(): Promise<LawSchool> {
  const school = await openLawSchool();
  const { general: _, preset: _preset, title: _title, ...sections } = full;
  const amend = school.methods('u-1').get('regulation.amend');
  const ground = { kind: 'order', number: '2-од', date: '2020-09-02' };
  const wide = { from: '2020-09-02', sections: widened(sections), ground };
  must((await amend?.(wide)) as Result<unknown>);
  const appoint = school.methods('u-1').get('officials.appoint');
  for (const person of ['p-3', 'p-4']) {
    must((await appoint?.({ person, office: 'head', from: '2020-09-02' })) as Result<unknown>);
  }
  await school.lookOn();
  return school;
}

/** Sends each command without an office, then in one; notes who refuses the first. */
async function live({ parts }: History, methods: Methods, refused: Set<string>): Promise<void> {
  const school = await openWide();
  const send = async (name: string, input: unknown): Promise<Refusal | null> => {
    const answer = (await school.methods('u-1').get(name)?.(input)) as Result<unknown>;
    await school.lookOn();
    return answer.ok ? null : answer.refusal;
  };
  for (const { methods: names, seed } of parts) {
    for (const [index, method] of names.entries()) {
      const by = new Choice(seed + index * 7919);
      const name = methodOf(method);
      const type = methods.get(name) ?? null;
      if (method === 'settle') await school.settle();
      const hinted = hints[method]?.(school.world, by);
      if (type === null || hinted === null || name.startsWith('regulation.')) continue;
      const { __only: alone, ...fields } = (hinted ?? {}) as Readonly<Record<string, unknown>>;
      const schema = alone === undefined ? inputOf(type, school.world, by) : {};
      const ground = { kind: 'order', number: '3-од', date: '2020-09-01' };
      const given: unknown = { ground, ...schema, ...fields, ...INSTEAD[name] };
      const no = OTHER.has(name) ? null : await send(name, inOffice(given, null));
      if (no?.code === 'office-not-named') refused.add(name);
      if (OTHER.has(name)) await send(name, given);
      else if (no !== null) await send(name, inOffice(given, 'head'));
    }
  }
}

type Methods = ReadonlyMap<string, AnyCommand | null>;

test('every command that names an official asks for their office where several fit', async () => {
  const methods = await allMethods();
  const asked = asksForOffice(methods);
  expect(asked.length).toBeGreaterThan(50);
  const refused = new Set<string>();
  const all = histories([...methods.keys()]);
  const one = fc.asyncProperty(all, (history) => live(history, methods, refused));
  await fc.assert(one, { numRuns: 800, seed: 4 });
  expect(asked.filter((name) => !refused.has(name))).toEqual([]);
  expect([...refused].filter((name) => !asked.includes(name))).toEqual([]);
}, 120_000);
