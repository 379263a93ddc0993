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
