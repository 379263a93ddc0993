import { refusal } from '../../kernel/refusal.ts';

const inRussian: Readonly<Record<string, string>> = {
  order: 'приказа',
  destruction: 'акта о выделении к уничтожению',
  erasure: 'акта об уничтожении персональных данных',
};

/** Said where no act of this kind exists under the id. */
export const actUnknown = refusal('act-unknown', (d: { act: string; kind: string }) => ({
  ru: `Нет ${inRussian[d.kind] ?? d.kind} ${d.act}: проверьте идентификатор или начните его`,
  en: `There is no act of ${d.kind} ${d.act}: check its id, or begin it`,
}));

/** Said where a target is listed twice. */
export const actTargetTwice = refusal('act-target-twice', (d: { target: string }) => ({
  ru: `${d.target} стоит в списке дважды: оставьте одну строку`,
  en: `${d.target} stands in the list twice: keep one line`,
}));

/** Said where a target is not listed, already has an outcome, or is not owed its command yet. */
export const actTargetNotAwaited = refusal(
  'act-target-not-awaited',
  (d: { act: string; target: string; standing: string }) => ({
    ru: `Акт ${d.act} не ждёт ${d.target} (${d.standing}): повторять нечего`,
    en: `Act ${d.act} does not wait for ${d.target} (${d.standing}): there is nothing to repeat`,
  }),
);

/** Said where another step comes first, or the act is over. */
export const actNotReady = refusal(
  'act-not-ready',
  (d: { act: string; phase: string; needed: string }) => ({
    ru: `Акт ${d.act} на шаге «${d.phase}»: это делают на шаге «${d.needed}», начните другой акт`,
    en: `Act ${d.act} is at step ${d.phase}: this is done at step ${d.needed}, or in another act`,
  }),
);

/** Said where an approval is given out of the regulation's order, or twice. */
export const approvalNotNext = refusal(
  'approval-not-next',
  (d: { act: string; approval: string; next: string }) => ({
    ru: `Акт ${d.act}: сейчас нужно согласование «${d.next}», а не «${d.approval}»`,
    en: `Act ${d.act}: the approval to give now is ${d.next}, not ${d.approval}`,
  }),
);

/** Said where an approval needs a protocol with number and date as its ground. */
export const protocolRequired = refusal(
  'protocol-required',
  (d: { act: string; approval: string }) => ({
    ru: `Акт ${d.act}: для «${d.approval}» основанием нужен протокол с номером и датой`,
    en: `Act ${d.act}: ${d.approval} needs a protocol with number and date as its ground`,
  }),
);

/** Said where some targets have no outcome yet, because the process has not finished. */
export const actOutstanding = refusal(
  'act-outstanding',
  (d: { act: string; targets: readonly string[] }) => ({
    ru: `Акт ${d.act} ещё ждёт (${d.targets.slice(0, 5).join('; ')}): завершите его процесс`,
    en: `Act ${d.act} still waits (${d.targets.slice(0, 5).join('; ')}): let its process finish`,
  }),
);

/** Said where no target was released or erased, so that there is nothing to close. */
export const nothingReleased = refusal('nothing-released', (d: { act: string }) => ({
  ru: `По акту ${d.act} ничего не выделено: начните новый`,
  en: `Act ${d.act} released nothing: begin a new one`,
}));

/** Said where the regulation has no such method of destruction or reason of erasure. */
export const retentionWordUnknown = refusal(
  'retention-word-unknown',
  (d: { field: string; value: string; known: readonly string[] }) => ({
    ru: `${d.field}: «${d.value}» нет в положении; есть: ${d.known.join(', ') || '—'}`,
    en: `${d.field}: the regulation has no ${d.value}; it has: ${d.known.join(', ') || '—'}`,
  }),
);

/** Said where too few persons sign for the destruction, or one signs twice. */
export const destroyersFew = refusal(
  'destroyers-few',
  (d: { given: readonly string[]; needed: number }) => ({
    ru: `Подписавших (${d.given.join(', ')}) мало: нужно разных лиц не менее ${d.needed}`,
    en: `Too few sign (${d.given.join(', ')}): at least ${d.needed} different persons are needed`,
  }),
);

/** Said where the store can erase only by destroying the subject's key. */
export const erasureByKey = refusal('erasure-by-key', (d: { record: string }) => ({
  ru: `${d.record}: это хранилище стирает только ключом, уничтожьте ключ субъекта`,
  en: `${d.record}: this store erases by key only, destroy the subject's key instead`,
}));

/**
 * Said where a carrier of the record is still kept: a fact is kept as long as the longest of its
 * carriers. D19.
 */
export const recordStillKept = refusal(
  'record-still-kept',
  (d: { record: string; carriers: readonly string[] }) => ({
    ru: `${d.record} ещё хранится (${d.carriers.join(', ')}): сначала уничтожьте эти носители`,
    en: `${d.record} is still kept (${d.carriers.join(', ')}): these carriers are destroyed first`,
  }),
);

/** Said where no carrier of the regulation has such records, so that no term allows the erasure. */
export const recordInNoCarrier = refusal('record-in-no-carrier', (d: { record: string }) => ({
  ru: `${d.record}: такого вида нет ни в одном носителе, внесите его в retention.holdings`,
  en: `${d.record}: no carrier holds records of this kind, add it to retention.holdings`,
}));

/**
 * Said where the carrier is kept until it is no longer needed, and nobody decided that it is not.
 * R2 §3.5, R4 §6.4.
 */
export const stillNeeded = refusal('still-needed', (d: { carrier: string; record: string }) => ({
  ru: `${d.carrier}, ${d.record}: хранится до минования надобности, сначала решите о ней`,
  en: `${d.carrier}, ${d.record}: kept until no longer needed, decide that first`,
}));

/** Said where the year's inventories of permanent keeping are not approved yet. */
export const permanentListsMissing = refusal(
  'permanent-lists-missing',
  (d: { record: string; year: string }) => ({
    ru: `${d.record}: описи постоянного хранения за ${d.year} год не утверждены, утвердите их`,
    en: `${d.record}: the inventories of permanent keeping of ${d.year} come first: approve them`,
  }),
);

/**
 * Said where a step is to be annulled after which personal values were erased: this cannot be
 * undone, so the step stays; a wrong number, day, method or signer of its act is corrected in
 * place. 152-FZ art. 21.
 */
export const valuesErased = refusal(
  'values-erased',
  (d: { act: string; records: readonly string[] }) => {
    const list = d.records.slice(0, 5).join('; ');
    return {
      ru:
        `Акт ${d.act}: персональные данные уже стёрты (${list}), этого не вернуть: ` +
        'шаг остаётся; номер, день, способ и лиц акта исправляют на месте (correctActEntry)',
      en:
        `Act ${d.act}: personal data was erased already (${list}), which nothing undoes: ` +
        'the step stays; number, day, method and persons are corrected in place (correctActEntry)',
    };
  },
);
