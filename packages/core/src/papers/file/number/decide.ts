import type { Decision } from '../../../kernel/fold.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { foldText } from '../../../values/text.ts';
import { fileNumberTaken } from '../facts/events.ts';
import type { FileNumberState } from './facts/state.ts';
import { fileNumberIsTaken } from './refusals.ts';

/** The key of a number's stream: spellings that differ in case or spaces alone are one number. */
export const fileNumberKey = (number: string, hash: Ports['hash']): string =>
  hash(foldText(number), 'hex').slice(0, 40);

/**
 * Takes a number for a file that is about to be opened. A learner whose opening came to nothing may
 * take it again; a number that a file bears is never given to another. D17.
 */
export function decideTakeNumber(
  state: FileNumberState,
  input: { readonly number: string; readonly learner: string; readonly on: string },
  /** Numbers of the learner's files. */
  usedNumbers: readonly string[],
): Decision {
  const { number, learner, on } = input;
  const own =
    state.learner === learner && !usedNumbers.some((one) => foldText(one) === foldText(number));
  if (state.learner !== null && !own) return fileNumberIsTaken({ number, learner: state.learner });
  const data = { number, learner };
  return [fileNumberTaken.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}
