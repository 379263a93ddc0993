import type { LocalisedText } from '../kernel/refusal.ts';

/*
 * What a command says beside its receipt: it was done, and somebody should look at it. A warning is
 * not stored; a command that is sent again is told what holds then.
 */

/** A warning: a literal code, the data it rests on, and a sentence in Russian and English. */
export interface Warning<Code extends string = string, Data = unknown> {
  readonly code: Code;
  readonly data: Data;
  readonly text: LocalisedText;
}

/**
 * Declares one warning. Calling it with the data makes the value.
 *
 * @example
 * const sameNumber = warning('same-number', (d: { other: string }) => ({
 *   ru: `Такой же номер у ${d.other}`, en: `${d.other} has the same number` }));
 * sameNumber({ other: 'l-2' }).code; // => 'same-number'
 */
export function warning<Code extends string, Data>(
  code: Code,
  say: (data: Data) => LocalisedText,
): ((data: Data) => Warning<Code, Data>) & { readonly code: Code } {
  const make = (data: Data): Warning<Code, Data> => ({ code, data, text: say(data) });
  return Object.assign(make, { code });
}
