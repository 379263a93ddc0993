import type { LocalisedText, Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { Edition } from '../regulation/rules.ts';
import type { GradingScale } from '../values/grading-scale.ts';
import {
  markDigits,
  markPasses,
  markPoints,
  markWords,
  readMark,
  wordsAgree,
} from '../values/mark.ts';
import { notInRegulation } from './not-in-regulation.ts';
import type { MarkValue } from './state.ts';

/* A mark as it is written: only on its scale, in digits and in words. D2, D6, R2 §2.3. */

export const notOnScale = refusal('not-on-scale', (d: { problem: LocalisedText }) => d.problem);

export const wordsMissing = refusal('words-missing', (d: { value: string; expected: string }) => ({
  ru: `Оценка ${d.value} дана без прописи: допишите «${d.expected}»`,
  en: `The mark ${d.value} is given without words: write "${d.expected}"`,
}));

export const wordsDisagree = refusal(
  'words-disagree',
  (d: { value: string; words: string; expected: string }) => ({
    ru: `Цифра ${d.value} и пропись «${d.words}» расходятся: прописью пишут «${d.expected}»`,
    en: `The digits ${d.value} and the words "${d.words}" disagree: write "${d.expected}"`,
  }),
);

/** The scale of this id in an edition; refuses `not-in-regulation`. */
export function scaleIn(edition: Edition, id: string): GradingScale | Refusal {
  const scale = edition.scales.scales.find((one) => one.id === id);
  const known = edition.scales.scales.map((one) => one.id);
  return scale ?? notInRegulation({ field: 'scale', value: id, known });
}

/**
 * Reads what was written as a mark of the scale, with its digits and words. Refuses `not-on-scale`.
 * D2: a mark is only accepted on a scale that its programme or module names.
 */
export function markOn(scale: GradingScale, written: string): MarkValue | Refusal {
  const read = readMark(scale, written);
  if (!read.ok) return notOnScale({ problem: read.problem });
  const { value } = read;
  return {
    scale: scale.id,
    value,
    digits: markDigits(scale, value, 'ru'),
    words: markWords(scale, value, 'ru'),
    passes: markPasses(scale, value),
    points: markPoints(scale, value),
  };
}

/** The same on a scale of the edition, by its id. */
export function markOnScale(edition: Edition, id: string, written: string): MarkValue | Refusal {
  const scale = scaleIn(edition, id);
  return isRefusal(scale) ? scale : markOn(scale, written);
}

/**
 * Do the words given with a mark say the same as its digits? Refuses `words-missing` where the
 * regulation asks for them, and `words-disagree`. R2 §2.3.
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
