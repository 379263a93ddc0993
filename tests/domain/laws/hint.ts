import type { Choice } from './choice.ts';
import type { Fact, World } from './world.ts';

/** Fields that make a command likely to be taken; null: there is nothing yet to speak of. */
export type Hint = (world: World, by: Choice) => Readonly<Record<string, unknown>> | null;

/** The fields of one fact, if there is one. */
export function about(
  fact: Fact | null,
  say: (data: Readonly<Record<string, unknown>>, fact: Fact) => Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  return fact === null ? null : say(fact.data, fact);
}
