import { refusal } from '../../kernel/refusal.ts';

/** Said where it was already decided that the carrier is no longer needed. */
export const unneededAlready = refusal(
  'unneeded-already',
  (d: { carrier: string; record: string; on: string }) => ({
    ru: `${d.carrier}, ${d.record}: минование надобности уже решено ${d.on}, второй раз не нужно`,
    en: `${d.carrier}, ${d.record}: needed no longer, as decided on ${d.on}: once is enough`,
  }),
);

/** Said where the carrier's term does not end by a decision. */
export const termNotByNeed = refusal(
  'term-not-by-need',
  (d: { carrier: string; term: string }) => ({
    ru: `Срок «${d.term}» носителя «${d.carrier}» не кончается решением: ждите его истечения`,
    en: `The term "${d.term}" of ${d.carrier} does not end by a decision: wait until it is over`,
  }),
);

/** Said where no hold was placed under the id. */
export const holdUnknown = refusal('hold-unknown', (d: { hold: string }) => ({
  ru: `Запрета на уничтожение ${d.hold} нет: проверьте идентификатор`,
  en: `There is no hold ${d.hold}: check its id`,
}));

/** Said where the hold was already lifted. */
export const holdIsLifted = refusal('hold-lifted', (d: { hold: string; on: string }) => ({
  ru: `Запрет на уничтожение ${d.hold} уже снят ${d.on}: снимать нечего`,
  en: `The hold ${d.hold} was lifted on ${d.on} already: there is nothing to lift`,
}));

/** Said where the year's inventories of permanent keeping were already approved. */
export const permanentListsStand = refusal(
  'permanent-lists-stand',
  (d: { year: string; on: string }) => ({
    ru: `Описи постоянного хранения за ${d.year} год уже утверждены ${d.on}: раз довольно`,
    en: `The permanent inventories of ${d.year} were approved on ${d.on}: once is enough`,
  }),
);

/** Said where the act did not release the carrier of the record. */
export const carrierNotReleased = refusal(
  'carrier-not-released',
  (d: { act: string; carrier: string; record: string }) => ({
    ru: `${d.carrier}, ${d.record}: актом ${d.act} не выделено к уничтожению, возвращать нечего`,
    en: `${d.carrier}, ${d.record}: act ${d.act} did not release it, so nothing is taken back`,
  }),
);
