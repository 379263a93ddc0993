import * as z from 'zod';
import { LetopisError } from '../kernel/errors.ts';
import { complaint } from './complaint.ts';

const CANONICAL = /^\d{3}-\d{3}-\d{3} \d{2}$/;

/** Numbers up to this one were issued before numbers had a check. */
const UNCHECKED_MAX = 1_001_998;

/**
 * Schema of a SNILS, the insurance number of a person, in its printed form `112-233-445 95`. Takes
 * eleven digits with or without hyphens and spaces. Refuses a wrong check number (asked only above
 * 001-001-998) and the filler of nothing but zeros. It is personal data: messages never show it.
 * Source: the pension fund's rule on check numbers (regulation-facts §9); refusing zeros is ours.
 *
 * @example
 * snils.parse('11223344595'); // => '112-233-445 95'
 * snils.safeParse('112-233-445 96').success; // => false
 */
export const snils = z
  .string(complaint('нужен СНИЛС: 11 цифр', 'a SNILS is asked for: 11 digits'))
  .overwrite(printed)
  .regex(CANONICAL, {
    error: complaint('нужен СНИЛС: 11 цифр', 'a SNILS is asked for: 11 digits'),
    abort: true,
  })
  .refine(
    checkFits,
    complaint('контрольное число СНИЛС не сходится', 'the check number of the SNILS does not fit'),
  )
  .brand<'Snils'>();

/** A SNILS in its printed form `112-233-445 95`. */
export type Snils = z.output<typeof snils>;

/**
 * Is this a SNILS in its printed form, with a check number that fits?
 *
 * @example
 * isSnils('112-233-445 95'); // => true
 * isSnils('112-233-445 96'); // => false
 */
export function isSnils(value: unknown): value is Snils {
  if (typeof value !== 'string' || !CANONICAL.test(value)) return false;
  return checkFits(value);
}

/**
 * The check number of nine digits, two digits: the sum of each digit times its place counted from
 * the right, modulo 101, where 100 is written `00`. Pages that count from the left or take another
 * modulus are wrong. Throws `misuse` for anything but nine digits. Source: regulation-facts §9.
 *
 * @example
 * snilsCheck('112233445'); // => '95'
 */
export function snilsCheck(nineDigits: string): string {
  if (!/^\d{9}$/.test(nineDigits)) {
    throw new LetopisError('misuse', 'a check number is of nine digits');
  }
  const sum = [...nineDigits].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return String((sum % 101) % 100).padStart(2, '0');
}

function checkFits(canonical: string): boolean {
  const number = canonical.slice(0, 11).replaceAll('-', '');
  if (Number(number) === 0) return false;
  return Number(number) <= UNCHECKED_MAX || snilsCheck(number) === canonical.slice(12);
}

function printed(text: string): string {
  const digits = text.replaceAll(/[\s-]/gu, '');
  const parts = /^(\d{3})(\d{3})(\d{3})(\d{2})$/.exec(digits);
  return parts === null ? text : `${parts[1]}-${parts[2]}-${parts[3]} ${parts[4]}`;
}
