import type { Choice } from './choice.ts';
import type { Fact, World } from './world.ts';

/**
 * Fields with which a command is likely to be accepted; null where the history has nothing yet that
 * the command could be about.
 */
export type Hint = (world: World, by: Choice) => Readonly<Record<string, unknown>> | null;

/** The fields that a fact gives, if there is one. */
export function about(
  fact: Fact | null,
  say: (data: Readonly<Record<string, unknown>>, fact: Fact) => Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  return fact === null ? null : say(fact.data, fact);
}
