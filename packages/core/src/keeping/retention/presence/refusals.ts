import type { LocalisedText } from '../../../kernel/refusal.ts';
import { refusal } from '../../../kernel/refusal.ts';
import type { CarrierStanding } from '../facts/presence-questions.ts';

type Words = Readonly<Record<string, LocalisedText>>;

const STANDINGS: Words = {
  'in-place': { ru: 'на месте', en: 'in place' },
  damaged: { ru: 'повреждено', en: 'damaged' },
  sought: { ru: 'разыскивается', en: 'sought' },
  'not-discovered': { ru: 'не обнаружено по акту', en: 'not discovered by an act' },
  restored: { ru: 'восстановлено', en: 'a restored copy' },
  seized: { ru: 'изъято', en: 'seized' },
  'not-returned': { ru: 'изъято и не возвращено', en: 'seized and not returned' },
};

/** What is to be done with a carrier that does not stand so, by the act that does not fit it. */
const WAYS: Words = {
  check: {
    ru: 'уберите его из листа или внесите возврат',
    en: 'leave it out of the list, or record its return',
  },
  report: { ru: 'сообщать нечего', en: 'there is nothing to report' },
  found: { ru: 'находить нечего: его не ищут', en: 'nobody seeks it: there is nothing to find' },
  'non-discovery': {
    ru: 'сначала объявите розыск: проверкой или сообщением об утрате',
    en: 'it is to be sought first: by a check, or by a report of its loss',
  },
  restore: {
    ru: 'копию восстанавливают после акта о необнаружении или повреждения',
    en: 'a copy is restored after an act of non-discovery or a damage',
  },
  seizure: {
    ru: 'изымают то, что на месте: уберите его из акта',
    en: 'only what is in place is seized: leave it out of the act',
  },
};

/** What somebody wanted to say of the carrier. */
type About = 'check' | 'report' | 'found' | 'non-discovery' | 'restore' | 'seizure';

/** Said where the carrier does not stand so that this may be said of it. RK 4 no. 3, 10. */
export const carrierUnfit = refusal(
  'carrier-unfit',
  (d: { carrier: string; record: string; standing: CarrierStanding; on: string; act: About }) => {
    const standing = STANDINGS[d.standing] ?? { ru: d.standing, en: d.standing };
    const way = WAYS[d.act] ?? { ru: d.act, en: d.act };
    return {
      ru: `${d.carrier}, ${d.record}: на ${d.on} ${standing.ru}; ${way.ru}`,
      en: `${d.carrier}, ${d.record}: ${standing.en} on ${d.on}; ${way.en}`,
    };
  },
);

/** Said where a list names a carrier of a record twice. */
export const carrierTwice = refusal(
  'carrier-listed-twice',
  (d: { carrier: string; record: string }) => ({
    ru: `${d.carrier}, ${d.record}: в списке дважды, оставьте одну строку`,
    en: `${d.carrier}, ${d.record}: listed twice, keep one line`,
  }),
);

/** Said where a check lists as absent what is lent. D18. */
export const carrierLent = refusal('carrier-lent', (d: { record: string; borrower: string }) => ({
  ru: `${d.record} выдано (${d.borrower}): оно не утрачено, уберите строку или примите возврат`,
  en: `${d.record} is lent to ${d.borrower}: it is not lost, leave it out or take it back`,
}));

/** Said where the commission of an act of non-discovery is too small, or names one twice. */
export const commissionFew = refusal(
  'commission-few',
  (d: { given: readonly string[]; needed: number }) => ({
    ru: `Членов комиссии (${d.given.join(', ') || '—'}) мало: нужно разных не менее ${d.needed}`,
    en: `Too few members (${d.given.join(', ') || '—'}): at least ${d.needed} different ones sign`,
  }),
);
