import { refusal } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isUuid } from '../kernel/uuid.ts';
import { isLocalDate } from './local-date.ts';
import { snils, snilsCheck } from './snils.ts';

/*
 * Ids that are personal data. An id stands in stream names and lines for good: whoever tries all
 * numbers or all names finds the person in it, also after an erasure.
 */

/** What an id of a person must not be. */
export type PersonalIdKind = 'snils' | 'phone' | 'name-birth-date';

const NAMES: Readonly<Record<PersonalIdKind, { readonly ru: string; readonly en: string }>> = {
  snils: { ru: 'СНИЛС', en: 'a SNILS' },
  phone: { ru: 'номер телефона', en: 'a phone number' },
  'name-birth-date': { ru: 'имя с датой рождения', en: 'a name with a birth date' },
};

/** Said where an id is personal data; it names the kind and never the id. SEC 7. */
export const personalId = refusal('personal-id', (d: { kind: PersonalIdKind }) => ({
  ru:
    `Идентификатор похож на ${NAMES[d.kind].ru}: он остаётся в истории навсегда и не стирается. ` +
    'Дайте условный номер, а это значение внесите в поле о человеке (learners.giveExternalId)',
  en:
    `The id looks like ${NAMES[d.kind].en}: it stands in the history for good and is not erased. ` +
    'Give a number that means nothing, and this value as personal data (learners.giveExternalId)',
}));

/** Refuses `personal-id` for an id that is personal data. SEC 7. */
export function refuseIfPersonalId(id: string): Refusal | null {
  const kind = personalIdKind(id);
  return kind === null ? null : personalId({ kind });
}

/**
 * The kind of personal data that an id looks like; null: none. A UUID, which every command has as
 * the id of what it creates by default, never does.
 *
 * @example
 * personalIdKind('112-233-445-95'); // => 'snils'
 * personalIdKind('ivanov-2010-03-15'); // => 'name-birth-date'
 * personalIdKind('l-1'); // => null
 */
export function personalIdKind(id: string): PersonalIdKind | null {
  if (isUuid(id.toLowerCase())) return null;
  if (isSnilsId(id)) return 'snils';
  const digits = id.replaceAll(/[-_]/g, '');
  if (/^[78]9\d{9}$/.test(digits)) return 'phone';
  return /[A-Za-z]{3}/.test(id) && hasBirthDate(id) ? 'name-birth-date' : null;
}

/**
 * A SNILS in groups, as it is printed, passes by the rule of `snils`. In plain digits the check
 * number must fit also below the first checked number, where counters filled up with zeros lie.
 */
function isSnilsId(id: string): boolean {
  const digits = id.replaceAll(/[-_]/g, '');
  if (!/^\d{11}$/.test(digits) || !snils.safeParse(digits).success) return false;
  return digits !== id || snilsCheck(digits.slice(0, 9)) === digits.slice(9);
}

const YEAR = '(?<year>\\d{4})';
const DATES = [
  `(?<!\\d)${YEAR}(?<month>\\d\\d)(?<day>\\d\\d)(?!\\d)`,
  `(?<!\\d)(?<day>\\d\\d)(?<month>\\d\\d)${YEAR}(?!\\d)`,
  `(?<!\\d)${YEAR}[-_](?<month>\\d\\d?)[-_](?<day>\\d\\d?)(?!\\d)`,
  `(?<!\\d)(?<day>\\d\\d?)[-_](?<month>\\d\\d?)[-_]${YEAR}(?!\\d)`,
];

/** Is there a calendar day of the years in which today's learners were born, 1900 to 2021? */
function hasBirthDate(id: string): boolean {
  return DATES.some((pattern) =>
    [...id.matchAll(new RegExp(pattern, 'g'))].some(({ groups = {} }) => {
      const { year = '', month = '', day = '' } = groups;
      const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return year >= '1900' && year <= '2021' && isLocalDate(date);
    }),
  );
}
