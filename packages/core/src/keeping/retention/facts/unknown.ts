import { refusal } from '../../../kernel/refusal.ts';

/** The file plan gives no term for a carrier that leaves it to the file plan. R1 §7.4. */
export const termMissing = refusal(
  'term-missing',
  (d: { carrier: string; index: string | null }) => ({
    ru: `Для «${d.carrier}» в номенклатуре нет срока (${d.index ?? '—'}): внесите его в положение`,
    en: `The file plan has no term for ${d.carrier} (${d.index ?? '—'}): add it by an amendment`,
  }),
);

/** The carrier does not hold facts of this kind of record. */
export const carrierHoldsOther = refusal(
  'carrier-holds-other',
  (d: { carrier: string; record: string }) => ({
    ru: `«${d.carrier}» не содержит записей вида ${d.record}: проверьте пару «носитель, запись»`,
    en: `${d.carrier} holds no records such as ${d.record}: check the pair of carrier and record`,
  }),
);

/** The term is not over, or never will be. R2 §3.3-3.5. */
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

/** Nothing says when the term began. */
export const termNotBegun = refusal(
  'term-not-begun',
  (d: { carrier: string; record: string; start: string }) => ({
    ru: `${d.carrier}, ${d.record}: начало срока («${d.start}») неизвестно, укажите startedOn`,
    en: `${d.carrier}, ${d.record}: its term has no start (${d.start}) yet, give startedOn`,
  }),
);

/** The given start is not the one that the record itself shows. */
export const startDiffers = refusal(
  'start-differs',
  (d: { record: string; given: string; known: string }) => ({
    ru: `${d.record}: начало срока по записи ${d.known}, а не ${d.given}; уберите startedOn`,
    en: `${d.record}: by the record its term starts on ${d.known}, not ${d.given}; give no other`,
  }),
);

/** Nobody decided that the carrier is no longer needed. R2 §3.5, R4 §6.4. */
export const stillNeeded = refusal('still-needed', (d: { carrier: string; record: string }) => ({
  ru: `${d.carrier}, ${d.record}: хранится до минования надобности, сначала решите о ней`,
  en: `${d.carrier}, ${d.record}: kept until no longer needed, decide that first`,
}));

/** A hold stands. */
export const underHold = refusal('under-hold', (d: { record: string; hold: string }) => ({
  ru: `${d.record}: действует запрет на уничтожение ${d.hold}, сначала снимите его`,
  en: `${d.record}: the hold ${d.hold} stands, lift it first`,
}));

/** This carrier of the record was released for destruction by an act. */
export const carrierIsReleased = refusal(
  'carrier-released',
  (d: { carrier: string; record: string; act: string }) => ({
    ru: `${d.carrier}, ${d.record}: уже выделено к уничтожению актом ${d.act}, уберите`,
    en: `${d.carrier}, ${d.record}: was released by act ${d.act} already, leave it out`,
  }),
);

/** Inventories of permanent keeping of the year come first. */
export const permanentListsMissing = refusal(
  'permanent-lists-missing',
  (d: { record: string; year: string }) => ({
    ru: `${d.record}: описи постоянного хранения за ${d.year} год не утверждены, утвердите их`,
    en: `${d.record}: the inventories of permanent keeping of ${d.year} come first: approve them`,
  }),
);

/** Another step comes first, or the act is over. */
export const actNotReady = refusal(
  'act-not-ready',
  (d: { act: string; phase: string; needed: string }) => ({
    ru: `Акт ${d.act} на шаге «${d.phase}»: это делают на шаге «${d.needed}», начните другой акт`,
    en: `Act ${d.act} is at step ${d.phase}: this is done at step ${d.needed}, or in another act`,
  }),
);

/** Approvals are given in the order of the regulation, each once. */
export const approvalNotNext = refusal(
  'approval-not-next',
  (d: { act: string; approval: string; next: string }) => ({
    ru: `Акт ${d.act}: сейчас нужно согласование «${d.next}», а не «${d.approval}»`,
    en: `Act ${d.act}: the approval to give now is ${d.next}, not ${d.approval}`,
  }),
);

/** The commission approves by a protocol. */
export const protocolRequired = refusal(
  'protocol-required',
  (d: { act: string; approval: string }) => ({
    ru: `Акт ${d.act}: для «${d.approval}» основанием нужен протокол с номером и датой`,
    en: `Act ${d.act}: ${d.approval} needs a protocol with number and date as its ground`,
  }),
);

/** Some targets are neither done nor not done: the process has yet to finish. */
export const actOutstanding = refusal(
  'act-outstanding',
  (d: { act: string; targets: readonly string[] }) => ({
    ru: `Акт ${d.act} ещё ждёт (${d.targets.slice(0, 5).join('; ')}): завершите его процесс`,
    en: `Act ${d.act} still waits (${d.targets.slice(0, 5).join('; ')}): let its process finish`,
  }),
);

/** Everything was withheld: there is nothing to draw up an act of. */
export const nothingReleased = refusal('nothing-released', (d: { act: string }) => ({
  ru: `По акту ${d.act} ничего не выделено: начните новый`,
  en: `Act ${d.act} released nothing: begin a new one`,
}));

/** The regulation knows no such method or reason. */
export const retentionWordUnknown = refusal(
  'retention-word-unknown',
  (d: { field: string; value: string; known: readonly string[] }) => ({
    ru: `${d.field}: «${d.value}» нет в положении; есть: ${d.known.join(', ') || '—'}`,
    en: `${d.field}: the regulation has no ${d.value}; it has: ${d.known.join(', ') || '—'}`,
  }),
);

/** Too few persons sign for the destruction, or one signs twice. */
export const destroyersFew = refusal(
  'destroyers-few',
  (d: { given: readonly string[]; needed: number }) => ({
    ru: `Подписавших (${d.given.join(', ')}) мало: нужно разных лиц не менее ${d.needed}`,
    en: `Too few sign (${d.given.join(', ')}): at least ${d.needed} different persons are needed`,
  }),
);

/** The store erases by key only. */
export const erasureByKey = refusal('erasure-by-key', (d: { record: string }) => ({
  ru: `${d.record}: это хранилище стирает только ключом, уничтожьте ключ субъекта`,
  en: `${d.record}: this store erases by key only, destroy the subject's key instead`,
}));

/** A carrier of the record is still kept: the fact lives as long as the longest. D19. */
export const recordStillKept = refusal(
  'record-still-kept',
  (d: { record: string; carriers: readonly string[] }) => ({
    ru: `${d.record} ещё хранится (${d.carriers.join(', ')}): сначала уничтожьте эти носители`,
    en: `${d.record} is still kept (${d.carriers.join(', ')}): these carriers are destroyed first`,
  }),
);

/** No carrier of the regulation holds such a record, so no term says that it may be erased. */
export const recordInNoCarrier = refusal('record-in-no-carrier', (d: { record: string }) => ({
  ru: `${d.record}: такого вида нет ни в одном носителе, внесите его в retention.holdings`,
  en: `${d.record}: no carrier holds records of this kind, add it to retention.holdings`,
}));
