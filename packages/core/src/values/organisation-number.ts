import * as z from 'zod';
import { complaint, shown } from './complaint.ts';

/*
 * Numbers of an organisation in the registers of the state. Each ends with digits by which a
 * mistyped one is known.
 */

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_11 = [7, ...INN_10];
const INN_12 = [3, ...INN_11];

function innFits(digits: string): boolean {
  const check = (weights: readonly number[]): number =>
    (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11) % 10;
  if (digits.length === 10) return check(INN_10) === Number(digits[9]);
  return check(INN_11) === Number(digits[10]) && check(INN_12) === Number(digits[11]);
}

const ogrnFits = (digits: string): boolean =>
  Number((BigInt(digits.slice(0, -1)) % BigInt(digits.length - 2)) % 10n) === Number(digits.at(-1));

const wrong = (what: string, digits: string, english: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    complaint(
      `${shown(input)} не ${what}: нужно ${digits} цифр с верной контрольной`,
      `${shown(input)} is no ${english}: ${digits} digits with a fitting check digit`,
    ),
});

/**
 * Schema of an ИНН, the taxpayer's number: 10 digits of an organisation, 12 of a sole proprietor,
 * with check digits that fit. RK 1.15.
 *
 * @example
 * inn.parse('1600000124'); // => '1600000124'
 * inn.safeParse('1600000125').success; // => false
 */
export const inn = z
  .string()
  .refine(
    (text) => /^\d{10}(?:\d\d)?$/.test(text) && innFits(text),
    wrong('ИНН', '10 или 12', 'INN'),
  );

/**
 * Schema of an ОГРН, the number in the state register: 13 digits of an organisation, 15 of a sole
 * proprietor (ОГРНИП), with a check digit that fits. RK 1.15.
 *
 * @example
 * ogrn.parse('1101600000017'); // => '1101600000017'
 * ogrn.safeParse('1101600000018').success; // => false
 */
export const ogrn = z
  .string()
  .refine(
    (text) => /^\d{13}(?:\d\d)?$/.test(text) && ogrnFits(text),
    wrong('ОГРН', '13 или 15', 'OGRN'),
  );
