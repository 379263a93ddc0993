import * as fc from 'fast-check';
import { LawSchool, openLawSchool } from './law-school.ts';
import type { Step, Tally } from './laws.ts';
import { checkLaws, methodOf, take } from './laws.ts';
import type { AnyCommand } from './methods.ts';
import { scripts } from './scripts.ts';

/** A history: some methods and stories, each with the seed of its choices. */
export interface History {
  /** Does it begin before a regulation was adopted? */
  readonly bare: boolean;
  readonly parts: readonly { readonly methods: readonly string[]; readonly seed: number }[];
}

/** Most commands of a history. */
const STEPS_MAX = 30;

/** Histories over the methods of all services; they shrink to fewer stories and methods. */
export function histories(methods: readonly string[]): fc.Arbitrary<History> {
  const alone = fc.constantFrom(...methods).map((method) => [method]);
  const story = fc.constantFrom(...Object.values(scripts));
  const part = fc.record({
    methods: fc.oneof({ weight: 2, arbitrary: alone }, { weight: 3, arbitrary: story }),
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  });
  return fc.record({
    bare: fc.integer({ min: 0, max: 39 }).map((n) => n === 1),
    parts: fc.array(part, { minLength: 4, maxLength: 8, size: 'max' }),
  });
}

/** Plays a history, and checks the laws for every answer and at its end. */
export async function live(
  { bare, parts }: History,
  methods: ReadonlyMap<string, AnyCommand | null>,
  tallies: Map<string, Tally>,
): Promise<LawSchool> {
  const school = bare ? new LawSchool() : await openLawSchool();
  for (const { method, seed } of steps({ bare, parts })) {
    if (method === 'settle') {
      await school.settle();
      continue;
    }
    const name = methodOf(method);
    const type = methods.get(name);
    if (type === undefined || type === null) throw new Error(`${method} is no method`);
    const tally = tallies.get(name) ?? { asked: 0, taken: 0, refused: new Map() };
    tallies.set(name, tally);
    await take(school, { method, seed }, type, tally);
  }
  await checkLaws(school);
  return school;
}

/** How often the stories of a method are played until it is accepted. */
const TRIES = 80;

/**
 * Plays the stories that name a method until it is accepted: the random histories may have passed
 * it by. The laws are checked as in any history.
 */
export async function reach(
  name: string,
  methods: ReadonlyMap<string, AnyCommand | null>,
  tallies: Map<string, Tally>,
): Promise<void> {
  const naming = Object.values(scripts).filter((told) => told.map(methodOf).includes(name));
  const stories = naming.length === 0 ? [[name]] : naming;
  for (let seed = 1; seed <= TRIES; seed += 1) {
    if ((tallies.get(name)?.taken ?? 0) > 0) return;
    const parts = stories.map((story, at) => ({ methods: story, seed: seed * 104_729 + at }));
    for (const part of parts) await live({ bare: false, parts: [part] }, methods, tallies);
  }
}

function steps({ bare, parts }: History): readonly Step[] {
  const first = bare ? [{ method: 'regulation.adopt', seed: 1 }] : [];
  const all = parts.flatMap(({ methods, seed }) =>
    methods.map((method, index) => ({ method, seed: seed + index * 7919 })),
  );
  return [...first, ...all].slice(0, STEPS_MAX);
}
