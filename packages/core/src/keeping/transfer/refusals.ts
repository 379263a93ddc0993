import { refusal } from '../../kernel/refusal.ts';
import type { TransferPhase } from './facts/state.ts';

const shownFew = (records: readonly string[]): string => {
  const more = records.length > 5 ? `, … (${records.length})` : '';
  return `${records.slice(0, 5).join(', ')}${more}`;
};

const inRussian: Readonly<Record<TransferPhase, string>> = {
  begun: 'начата',
  'drawn-up': 'акт составлен',
  signed: 'акт подписан',
  accepted: 'принята',
  refused: 'отклонена или отозвана',
};

/** Said where no transfer was begun under the id. */
export const transferUnknown = refusal('transfer-unknown', (d: { transfer: string }) => ({
  ru: `Передачи ${d.transfer} нет: сначала начните её`,
  en: `There is no transfer ${d.transfer}: begin it first`,
}));

/** Said where a record is listed twice. */
export const recordListedTwice = refusal('record-listed-twice', (d: { record: string }) => ({
  ru: `${d.record} указано в передаче дважды: оставьте одну строку`,
  en: `${d.record} is listed twice in the transfer: keep one line`,
}));

/** Said where the transfer is in another phase than the act needs. */
export const transferNotReady = refusal(
  'transfer-not-ready',
  (d: { transfer: string; phase: TransferPhase; needed: TransferPhase }) => ({
    ru: `Передача ${d.transfer}: ${inRussian[d.phase]}; для этого нужно: ${inRussian[d.needed]}`,
    en: `Transfer ${d.transfer} is ${d.phase}; this asks for one that is ${d.needed}`,
  }),
);

/** Said where the transfer was accepted, refused or called off. */
export const transferOver = refusal(
  'transfer-over',
  (d: { transfer: string; phase: TransferPhase }) => ({
    ru: `Передача ${d.transfer} закончена (${inRussian[d.phase]}): начните новую`,
    en: `Transfer ${d.transfer} is over (${d.phase}): begin a new one`,
  }),
);

/**
 * Said where the hand-over of some records has no outcome yet, because the process has not
 * finished.
 */
export const recordsOutstanding = refusal(
  'records-outstanding',
  (d: { transfer: string; records: readonly string[] }) => ({
    ru: `Передача ${d.transfer} ещё ждёт (${shownFew(d.records)}): завершите её процесс`,
    en: `Transfer ${d.transfer} still waits (${shownFew(d.records)}): let its process finish`,
  }),
);

/** Said where no record was handed over. */
export const nothingNoted = refusal('nothing-noted', (d: { transfer: string }) => ({
  ru: `В передаче ${d.transfer} нет ни одной переданной записи: отзовите её`,
  en: `Transfer ${d.transfer} holds no record that was handed over: call it off`,
}));

/** Said where the person who signed for the unit that hands over also accepts. */
export const signsForBothSides = refusal('signs-for-both-sides', (d: { person: string }) => ({
  ru: `${d.person} уже подписал(а) акт как сдающий: принимает другое лицо`,
  en: `${d.person} signed for the side that hands over: another person accepts`,
}));

/** Said where a command names a record that the transfer does not list. */
export const recordNotListed = refusal(
  'record-not-listed',
  (d: { transfer: string; record: string }) => ({
    ru: `${d.record} нет в передаче ${d.transfer}: проверьте имя записи`,
    en: `Transfer ${d.transfer} does not list ${d.record}: check the record's name`,
  }),
);

/**
 * Said where the hand-over of the record has an outcome already, or the transfer is past that
 * phase.
 */
export const recordNotOutstanding = refusal(
  'record-not-outstanding',
  (d: { transfer: string; record: string; standing: string }) => ({
    ru: `Передача ${d.transfer} не ждёт ${d.record} (${d.standing}): нужна новая передача`,
    en: `Transfer ${d.transfer} does not wait for ${d.record} (${d.standing}): use a new transfer`,
  }),
);

/** Said where the record is not owed this step, or it is done already. */
export const recordNotToSettle = refusal(
  'record-not-to-settle',
  (d: { transfer: string; record: string; step: string; phase: TransferPhase }) => ({
    ru: `Передача ${d.transfer} (${inRussian[d.phase]}) не ждёт шага «${d.step}» от ${d.record}`,
    en: `Transfer ${d.transfer} (${d.phase}) awaits no ${d.step} of ${d.record}: nothing is owed`,
  }),
);
