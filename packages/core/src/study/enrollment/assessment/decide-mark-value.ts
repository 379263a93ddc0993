import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { wordsAgree } from '../../../values/mark.ts';
import { scaleIn } from '../facts/assessment-questions.ts';
import type { MarkValue } from '../facts/assessment-state.ts';
import { wordsDisagree, wordsMissing } from './refusals.ts';

/**
 * Refuses `words-missing` where the regulation requires a mark in words and none are given, and
 * `words-disagree` where words and digits differ. R2 §2.3.
 */
export function refuseUnlessWordsAgree(
  edition: Edition,
  mark: MarkValue,
  words: string | undefined,
  required: boolean,
): Refusal | null {
  const scale = scaleIn(edition, mark.scale);
  if (isRefusal(scale)) return scale;
  const { value, words: expected } = mark;
  if (words === undefined) return required ? wordsMissing({ value, expected }) : null;
  return wordsAgree(scale, value, words) ? null : wordsDisagree({ value, words, expected });
}
