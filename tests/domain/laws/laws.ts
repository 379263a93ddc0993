import type { Refusal, Result } from '@letopis/core';
import { CommandHandler } from '@letopis/core';
import { foldEvents } from '@letopis/core/kernel';
import { Choice } from './choice.ts';
import { fingerprint } from './fingerprint.ts';
import { hints } from './hints.ts';
import type { LawSchool } from './law-school.ts';
import { lawCodec } from './law-school.ts';
import { BrokenLaw } from './lawful-handler.ts';
import type { AnyCommand } from './methods.ts';
import { full } from './regulation.ts';
import { inputOf, spoilt } from './schema-input.ts';

/** One step of a history: a method, and the seed of its choices. */
export interface Step {
  readonly method: string;
  readonly seed: number;
}

/** The method of a step; what follows a colon in its name selects a hint. */
export const methodOf = (name: string): string => name.split(':')[0] ?? name;

/** How often a method was called, accepted and refused, by the refusal's code. */
export interface Tally {
  asked: number;
  taken: number;
  readonly refused: Map<string, number>;
}

/** Sends one command and checks the laws of an answer; throws {@link BrokenLaw}. */
export async function take(
  school: LawSchool,
  step: Step,
  type: AnyCommand,
  tally: Tally,
): Promise<Refusal | null> {
  const by = new Choice(step.seed);
  const { world } = school;
  const hint = hints[step.method];
  const hinted = hint === undefined ? {} : hint(world, by);
  if (hinted === null) return null;
  const { __only: alone, ...fields } = hinted as Readonly<Record<string, unknown>>;
  const schema = alone === undefined ? inputOf(type, world, by) : {};
  const whole = { ...ground(world.day, by), ...schema, ...fields };
  const given = by.percent(12) ? spoilt(whole, world, by) : whole;
  const actor = world.count % 2 === 0 ? 'u-1' : 'u-2';
  const method = school.methods(by.mostly(actor, 'u-1', 'u-2')).get(methodOf(step.method));
  const args =
    step.method === 'regulation.adopt'
      ? [full, { timeZone: 'Europe/Moscow', from: world.act(by), ...ground(world.day, by) }]
      : [given];
  const head = await school.store.head();
  const answer = (await method?.(...args)) as Result<unknown>;
  tally.asked += 1;
  if (answer.ok) {
    tally.taken += 1;
    // A page of rows gives its own command id: sent again it gets its first answer.
    // A debt is derived: asking for it writes nothing.
    const asks = step.method.startsWith('imports.') || methodOf(step.method) === 'debts.raise';
    if ((await school.lookOn()).length === 0 && !asks) {
      throw new BrokenLaw(`${step.method} was taken and wrote nothing`);
    }
    return null;
  }
  const { code } = answer.refusal;
  tally.refused.set(code, (tally.refused.get(code) ?? 0) + 1);
  const broken = refusalFault(answer.refusal);
  if (broken !== null) throw new BrokenLaw(`${step.method}, ${code}: ${broken}`);
  if ((await school.store.head()) !== head) {
    throw new BrokenLaw(`${step.method} was refused (${code}) and left a trace`);
  }
  return answer.refusal;
}

function ground(day: string, by: Choice) {
  const kind = by.mostly('order', 'protocol', 'application', 'act', 'head-decision');
  // An order is no later than its effect: it is of the first day, other papers of the present one.
  const date = kind === 'order' ? '2020-09-01' : day;
  return { ground: { kind, number: `${by.below(90) + 1}-л`, date } };
}

/** What a refusal lacks: a text in each language that is not empty and contains no machine word. */
export function refusalFault(refusal: {
  readonly code: string;
  readonly text: { readonly ru: string; readonly en: string };
}): string | null {
  const {
    code,
    text: { ru, en },
  } = refusal;
  if (!/[а-яё]{3}/iu.test(ru)) return `no Russian text: ${ru}`;
  if (!/[a-z]{3}/i.test(en)) return `no English text: ${en}`;
  if (code === 'invalid-input') return null; // It shows what was given, which may be undefined.
  const machine = /\bundefined\b|\[object |\bNaN\b|\$\{/;
  for (const text of [ru, en]) if (machine.test(text)) return `it says: ${text}`;
  return null;
}

/** Checks the laws of a complete history; throws {@link BrokenLaw}. */
export async function checkLaws(school: LawSchool): Promise<void> {
  const fresh = new CommandHandler(school.store, lawCodec);
  for (const [stream, fold] of school.handler.folds) {
    const events = await fresh.events(stream);
    const whole = fingerprint(foldEvents(fold, events));
    const live = await school.handler.load(fold, stream);
    if (fingerprint(live.state) !== whole) {
      throw new BrokenLaw(`${stream}: what is kept in memory is not what a replay gives`);
    }
    const cut = Math.floor(events.length / 2);
    const half = foldEvents(fold, events.slice(0, cut));
    if (fingerprint(foldEvents(fold, events.slice(cut), half)) !== whole) {
      throw new BrokenLaw(`${stream}: folded in two parts it is another state`);
    }
    const strange = notPlain(live.state, stream);
    if (strange !== null) throw new BrokenLaw(`${strange} is no plain data`);
  }
}

/**
 * The path of a value that is neither plain, an object, an array, a map nor a set; null where there
 * is none.
 */
function notPlain(value: unknown, path: string): string | null {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (value === undefined) return null;
  if (typeof value !== 'object') return path;
  const made: unknown = Object.getPrototypeOf(value);
  if (value instanceof Map || value instanceof Set) return firstOf([...value], path);
  if (Array.isArray(value)) return firstOf(value, path);
  if (made !== Object.prototype && made !== null) return path;
  return firstOf(Object.entries(value), path);
}

function firstOf(values: readonly unknown[], path: string): string | null {
  for (const [index, value] of values.entries()) {
    const found = notPlain(value, `${path}/${index}`);
    if (found !== null) return found;
  }
  return null;
}
