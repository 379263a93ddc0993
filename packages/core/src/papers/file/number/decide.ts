import type { Decision } from '../../../kernel/fold.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { foldText } from '../../../values/text.ts';
import { fileNumberTaken } from '../facts/events.ts';
import type { NumberReleases } from './context.ts';
import type { FileNumberState } from './facts/state.ts';
import { fileNumberIsTaken } from './refusals.ts';

/** Key of a number's stream: spellings that differ only in case or spaces are one number. */
export const fileNumberKey = (number: string, hash: Ports['hash']): string =>
  hash(foldText(number), 'hex').slice(0, 40);

/**
 * Decides that a number is taken for a file about to be opened. A learner whose opening failed may
 * take the number again; one that an opened file has is never given to another file, unless every
 * opening under it was annulled. Refuses `file-number-taken`. D17, RK 1.8.
 */
export function decideTakeNumber(
  state: FileNumberState,
  input: { readonly number: string; readonly learner: string; readonly on: string },
  /** The numbers of the learner's earlier files. */
  usedNumbers: readonly string[],
  { released }: NumberReleases = { released: 0 },
): Decision {
  const { number, learner, on } = input;
  const own =
    state.learner === learner && !usedNumbers.some((one) => foldText(one) === foldText(number));
  const { learner: holder } = state;
  if (holder !== null && !own && released < (state.takes.get(holder) ?? 0))
    return fileNumberIsTaken({ number, learner: holder });
  const data = { number, learner };
  return [fileNumberTaken.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}
