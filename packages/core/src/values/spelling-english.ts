import type { NumberParts } from './spelling-russian.ts';

const TO_NINETEEN = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/**
 * Spells a number of 0 to 999,999,999 with any digits after the point in English words: tens take a
 * hyphen, hundreds no "and", digits after the point are read one by one.
 *
 * @example
 * spellEnglish({ whole: 121, fraction: '05' }); // => 'one hundred twenty-one point zero five'
 */
export function spellEnglish({ whole, fraction }: NumberParts): string {
  const head = cardinal(whole).join(' ');
  if (fraction === '') return head;
  const digits = [...fraction].map((digit) => TO_NINETEEN[Number(digit)]);
  return `${head} point ${digits.join(' ')}`;
}

/**
 * Reads a number in English words, already folded; null where the words are no number in right
 * order. Takes "and" after "hundred" and above, and tens without a hyphen.
 *
 * @example
 * parseEnglish('one hundred and five'); // => { whole: 105, fraction: '' }
 * parseEnglish('five hundred hundred'); // => null
 */
export function parseEnglish(folded: string): NumberParts | null {
  const text = folded.replaceAll('-', ' ').replaceAll(/\b(hundred|thousand|million) and\b/g, '$1');
  const words = text.split(' ');
  const cut = words.indexOf('point');
  const whole = sumOf(cut === -1 ? words : words.slice(0, cut));
  const digits = cut === -1 ? [] : words.slice(cut + 1).map((word) => TO_NINETEEN.indexOf(word));
  if (whole === null || digits.includes(-1)) return null;
  const parts = { whole, fraction: digits.join('') };
  // A reading counts only if its own spelling is what was read.
  return spellEnglish(parts).replaceAll('-', ' ') === text ? parts : null;
}

function cardinal(number: number): string[] {
  if (number === 0) return ['zero'];
  const millions = Math.floor(number / 1_000_000);
  const thousands = Math.floor(number / 1000) % 1000;
  return [
    ...(millions > 0 ? [...belowThousand(millions), 'million'] : []),
    ...(thousands > 0 ? [...belowThousand(thousands), 'thousand'] : []),
    ...belowThousand(number % 1000),
  ];
}

function belowThousand(number: number): string[] {
  const hundreds = Math.floor(number / 100);
  const rest = number % 100;
  const words = hundreds > 0 ? [`${TO_NINETEEN[hundreds]} hundred`] : [];
  if (rest === 0) return words;
  if (rest < 20) return [...words, `${TO_NINETEEN[rest]}`];
  const tens = `${TENS[Math.floor(rest / 10)]}`;
  return [...words, rest % 10 === 0 ? tens : `${tens}-${TO_NINETEEN[rest % 10]}`];
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...TO_NINETEEN.map((word, number) => [word, number] as const),
  ...TENS.map((word, tens) => [word, tens * 10] as const).slice(2),
]);

/** Adds the words up; the caller checks that they are in the right order. */
function sumOf(words: readonly string[]): number | null {
  let sum = 0;
  let group = 0;
  for (const word of words) {
    const number = NUMBERS.get(word);
    if (number !== undefined) {
      group += number;
    } else if (word === 'hundred') {
      group *= 100;
    } else if (word === 'thousand' || word === 'million') {
      sum += group * (word === 'thousand' ? 1000 : 1_000_000);
      group = 0;
    } else {
      return null;
    }
  }
  const total = sum + group;
  return total <= 999_999_999 ? total : null;
}
