/** Grammatical gender of what is counted: один урок, одна работа, одно занятие. */
export type Gender = 'm' | 'f' | 'n';

/** A decimal in parts: its whole number and the digits after the point, none where it is whole. */
export interface NumberParts {
  readonly whole: number;
  readonly fraction: string;
}

const TO_NINETEEN = [
  '',
  '',
  '',
  'три',
  'четыре',
  'пять',
  'шесть',
  'семь',
  'восемь',
  'девять',
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
];
const TENS = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const HUNDREDS = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];
const ONE = { m: 'один', f: 'одна', n: 'одно' } as const;
const TWO = { m: 'два', f: 'две', n: 'два' } as const;

/** Words of a counted noun: with one, with two to four, with five and more. */
type Forms = readonly [one: string, few: string, many: string];
const THOUSAND: Forms = ['тысяча', 'тысячи', 'тысяч'];
const MILLION: Forms = ['миллион', 'миллиона', 'миллионов'];
const WHOLE: Forms = ['целая', 'целых', 'целых'];
const SHARES: readonly Forms[] = [
  ['десятая', 'десятых', 'десятых'],
  ['сотая', 'сотых', 'сотых'],
  ['тысячная', 'тысячных', 'тысячных'],
  ['десятитысячная', 'десятитысячных', 'десятитысячных'],
];

/**
 * Spells a number of 0 to 999,999,999 with up to 4 digits after the point in Russian words. A whole
 * number takes the gender; the parts of a fraction are feminine, as «целая» and «десятая» are.
 *
 * @example
 * spellRussian({ whole: 21, fraction: '01' }, 'm'); // => 'двадцать одна целая одна сотая'
 */
export function spellRussian({ whole, fraction }: NumberParts, gender: Gender): string {
  if (fraction === '') return cardinal(whole, gender).join(' ');
  const share = SHARES[fraction.length - 1] ?? ['', '', ''];
  const numerator = Number(fraction);
  const head = [...cardinal(whole, 'f'), formFor(whole, WHOLE)];
  return [...head, ...cardinal(numerator, 'f'), formFor(numerator, share)].join(' ');
}

/**
 * Reads a number in Russian words, already folded (lower case, single spaces, no `ё`); null where
 * the words are no number in right grammar. Takes «и» after «целых», «целые» for «целых», «нуль»,
 * and «тысяча» for «одна тысяча».
 *
 * @example
 * parseRussian('четыре целых и пять десятых'); // => { whole: 4, fraction: '5' }
 * parseRussian('двадцать десять'); // => null
 */
export function parseRussian(folded: string): NumberParts | null {
  const words = folded.split(' ').map((word) => ALIASES.get(word) ?? word);
  const cut = words.findIndex((word) => WHOLE.includes(word));
  if (cut === -1) return checked(words, { whole: sumOf(words), fraction: '' });
  if (words[cut + 1] === 'и') words.splice(cut + 1, 1);
  const places = SHARES.findIndex((forms) => forms.includes(words.at(-1) ?? '')) + 1;
  const numerator = sumOf(words.slice(cut + 1, -1));
  if (places === 0 || numerator === null) return null;
  const fraction = String(numerator).padStart(places, '0');
  if (fraction.length !== places) return null;
  return checked(words, { whole: sumOf(words.slice(0, cut)), fraction });
}

/** A reading counts only if its own spelling, in some gender, is what was read. */
function checked(
  words: readonly string[],
  read: { readonly whole: number | null; readonly fraction: string },
): NumberParts | null {
  const { whole, fraction } = read;
  if (whole === null) return null;
  const parts = { whole, fraction };
  const text = withOne(words).join(' ');
  return GENDERS.some((gender) => spellRussian(parts, gender) === text) ? parts : null;
}

const GENDERS: readonly Gender[] = ['m', 'f', 'n'];

function cardinal(number: number, gender: Gender): string[] {
  if (number === 0) return ['ноль'];
  const millions = Math.floor(number / 1_000_000);
  const thousands = Math.floor(number / 1000) % 1000;
  return [
    ...(millions > 0 ? [...belowThousand(millions, 'm'), formFor(millions, MILLION)] : []),
    ...(thousands > 0 ? [...belowThousand(thousands, 'f'), formFor(thousands, THOUSAND)] : []),
    ...belowThousand(number % 1000, gender),
  ];
}

function belowThousand(number: number, gender: Gender): string[] {
  const rest = number % 100;
  const ones = rest < 20 ? rest : rest % 10;
  const words = [HUNDREDS[Math.floor(number / 100)], rest < 20 ? '' : TENS[Math.floor(rest / 10)]];
  if (ones === 1) words.push(ONE[gender]);
  else if (ones === 2) words.push(TWO[gender]);
  else words.push(TO_NINETEEN[ones]);
  return words.filter((word) => word !== undefined && word !== '') as string[];
}

function formFor(number: number, [one, few, many]: Forms): string {
  const rest = number % 100;
  if (rest >= 11 && rest <= 14) return many;
  if (rest % 10 === 1) return one;
  return rest % 10 >= 2 && rest % 10 <= 4 ? few : many;
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['нуль', 'ноль'],
  ['целые', 'целых'],
]);

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['ноль', 0],
  ...Object.values(ONE).map((word) => [word, 1] as const),
  ...Object.values(TWO).map((word) => [word, 2] as const),
  ...TO_NINETEEN.map((word, number) => [word, number] as const).slice(3),
  ...TENS.map((word, tens) => [word, tens * 10] as const).slice(2),
  ...HUNDREDS.map((word, hundreds) => [word, hundreds * 100] as const).slice(1),
]);

/** Adds the words up; {@link checked} checks that they are in the right order. */
function sumOf(words: readonly string[]): number | null {
  let sum = 0;
  let group = 0;
  for (const word of withOne(words)) {
    const number = NUMBERS.get(word);
    if (number !== undefined) {
      group += number;
    } else if (THOUSAND.includes(word) || MILLION.includes(word)) {
      sum += group * (THOUSAND.includes(word) ? 1000 : 1_000_000);
      group = 0;
    } else {
      return null;
    }
  }
  const total = sum + group;
  return words.length > 0 && total <= 999_999_999 ? total : null;
}

/** «тысяча двести» is short for «одна тысяча двести», «миллион» for «один миллион». */
function withOne(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    const alone = before === undefined || !NUMBERS.has(before);
    if (alone && word === THOUSAND[0]) return [ONE.f, word];
    return alone && word === MILLION[0] ? [ONE.m, word] : [word];
  });
}
