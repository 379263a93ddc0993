import { refusal } from '../../../kernel/refusal.ts';

/** Said where a carrier's term is that of the file plan, and the file plan has none. R1 §7.4. */
export const termMissing = refusal(
  'term-missing',
  (d: { carrier: string; index: string | null }) => ({
    ru: `Для «${d.carrier}» в номенклатуре нет срока (${d.index ?? '—'}): внесите его в положение`,
    en: `The file plan has no term for ${d.carrier} (${d.index ?? '—'}): add it by an amendment`,
  }),
);

/** Said where the carrier contains no records of this kind. */
export const carrierHoldsOther = refusal(
  'carrier-holds-other',
  (d: { carrier: string; record: string }) => ({
    ru: `«${d.carrier}» не содержит записей вида ${d.record}: проверьте пару «носитель, запись»`,
    en: `${d.carrier} holds no records such as ${d.record}: check the pair of carrier and record`,
  }),
);

/** Said where the term is not over, or is permanent. R2 §3.3-3.5. */
export const termRuns = refusal(
  'term-runs',
  (d: { carrier: string; record: string; term: string; from: string | null; on: string }) => ({
    ru:
      `${d.carrier}, ${d.record}: на ${d.on} срок хранения «${d.term}» не истёк; ` +
      (d.from === null ? 'хранится постоянно, уберите его' : `уничтожать можно с ${d.from}`),
    en:
      `${d.carrier}, ${d.record}: on ${d.on} its term "${d.term}" is not over; ` +
      (d.from === null ? 'it is permanent, leave it out' : `destruction is allowed from ${d.from}`),
  }),
);

/** Said where the day that starts the term is not known. */
export const termNotBegun = refusal(
  'term-not-begun',
  (d: { carrier: string; record: string; start: string }) => ({
    ru: `${d.carrier}, ${d.record}: начало срока («${d.start}») неизвестно, укажите startedOn`,
    en: `${d.carrier}, ${d.record}: its term has no start (${d.start}) yet, give startedOn`,
  }),
);

/** Said where the given start is not the day that the record shows. */
export const startDiffers = refusal(
  'start-differs',
  (d: { record: string; given: string; known: string }) => ({
    ru: `${d.record}: начало срока по записи ${d.known}, а не ${d.given}; уберите startedOn`,
    en: `${d.record}: by the record its term starts on ${d.known}, not ${d.given}; give no other`,
  }),
);

/** Said where a hold in force covers the record. */
export const underHold = refusal(
  'under-hold',
  (d: { record: string; hold: string; authority: string | null }) => {
    const by = d.authority === null ? '' : ` (${d.authority})`;
    return {
      ru: `${d.record}: действует запрет на уничтожение ${d.hold}${by}, сначала снимите его`,
      en: `${d.record}: the hold ${d.hold}${by} stands, lift it first`,
    };
  },
);

/** Said where an act already released this carrier of the record. */
export const carrierIsReleased = refusal(
  'carrier-released',
  (d: { carrier: string; record: string; act: string }) => ({
    ru: `${d.carrier}, ${d.record}: уже выделено к уничтожению актом ${d.act}, уберите`,
    en: `${d.carrier}, ${d.record}: was released by act ${d.act} already, leave it out`,
  }),
);

/** Said where the carrier is absent and its search is not ended. RK 4 no. 3. */
export const carrierSought = refusal(
  'carrier-sought',
  (d: { carrier: string; record: string; since: string }) => ({
    ru: `${d.carrier}, ${d.record}: разыскивается с ${d.since}; сначала найдите или составьте акт`,
    en: `${d.carrier}, ${d.record}: sought since ${d.since}; find it or approve an act first`,
  }),
);

/** Said where an authority has the carrier. RK 4 no. 10. */
export const carrierSeized = refusal(
  'carrier-seized',
  (d: { carrier: string; record: string; seizure: string; since: string }) => ({
    ru: `${d.carrier}, ${d.record}: изъято ${d.since} (${d.seizure}); внесите, чем кончилось`,
    en: `${d.carrier}, ${d.record}: seized on ${d.since} (${d.seizure}); record how it ended first`,
  }),
);
