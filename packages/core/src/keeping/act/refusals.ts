import { refusal } from '../../kernel/refusal.ts';

const inRussian: Readonly<Record<string, string>> = {
  order: 'приказа',
  destruction: 'акта о выделении к уничтожению',
  erasure: 'акта об уничтожении персональных данных',
};

/** There is no such act of this kind. */
export const actUnknown = refusal('act-unknown', (d: { act: string; kind: string }) => ({
  ru: `Нет ${inRussian[d.kind] ?? d.kind} ${d.act}: проверьте идентификатор или начните его`,
  en: `There is no act of ${d.kind} ${d.act}: check its id, or begin it`,
}));

/** A target is listed twice. */
export const actTargetTwice = refusal('act-target-twice', (d: { target: string }) => ({
  ru: `${d.target} стоит в списке дважды: оставьте одну строку`,
  en: `${d.target} stands in the list twice: keep one line`,
}));

/** The act does not wait for this target: it is not listed, settled already, or not yet due. */
export const actTargetNotAwaited = refusal(
  'act-target-not-awaited',
  (d: { act: string; target: string; standing: string }) => ({
    ru: `Акт ${d.act} не ждёт ${d.target} (${d.standing}): повторять нечего`,
    en: `Act ${d.act} does not wait for ${d.target} (${d.standing}): there is nothing to repeat`,
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

/** Nobody decided that the carrier is no longer needed. R2 §3.5, R4 §6.4. */
export const stillNeeded = refusal('still-needed', (d: { carrier: string; record: string }) => ({
  ru: `${d.carrier}, ${d.record}: хранится до минования надобности, сначала решите о ней`,
  en: `${d.carrier}, ${d.record}: kept until no longer needed, decide that first`,
}));

/** Inventories of permanent keeping of the year come first. */
export const permanentListsMissing = refusal(
  'permanent-lists-missing',
  (d: { record: string; year: string }) => ({
    ru: `${d.record}: описи постоянного хранения за ${d.year} год не утверждены, утвердите их`,
    en: `${d.record}: the inventories of permanent keeping of ${d.year} come first: approve them`,
  }),
);
