import { LetopisError } from '../kernel/errors.ts';

/**
 * The id of an account in one spelling: small letters, so that `U-17` and `u-17` are one person
 * where two are asked for. Throws `misuse` for anything but 1 to 64 Latin letters, digits, `.`, `_`
 * and `-`: a name, an address or a blank in it would stand in the history for good. SEC 8.
 *
 * @example
 * accountOf('U-17', 'actor'); // => 'u-17'
 */
export function accountOf(given: unknown, field: 'actor' | 'onBehalfOf'): string {
  if (typeof given === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(given)) return given.toLowerCase();
  throw new LetopisError(
    'misuse',
    `${field} is the id of an account: 1 to 64 Latin letters, digits, ".", "_" and "-", no name`,
    { field },
  );
}
