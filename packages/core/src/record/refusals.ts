import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { ArchivalStatus } from './state.ts';

/** Said when no record has the given name. */
export const recordUnknown = refusal('record-unknown', (d: { record: string }) => ({
  ru: `Записи ${d.record} нет: проверьте вид и ключ`,
  en: `There is no record ${d.record}: check its kind and key`,
}));

/** Said when a record may not change because it is being handed over to the archive. */
export const recordHandedOver = refusal(
  'record-handed-over',
  (d: { record: string; transfer: string }) => ({
    ru: `${d.record} передаётся в архив (${d.transfer}): дождитесь приёма или возврата`,
    en: `${d.record} is being handed over (${d.transfer}): wait until it is accepted or returned`,
  }),
);

/** Said when a record may not change because the archive has accepted it. */
export const recordArchived = refusal(
  'record-archived',
  (d: { record: string; transfer: string }) => ({
    ru:
      `${d.record} принято архивом (${d.transfer}) и закрыто: нового в него не вносят, ` +
      'внесённое исправляют по приказу (correct…, annul…)',
    en:
      `${d.record} was accepted by the archive (${d.transfer}) and is closed: it takes nothing ` +
      'new; what it has is put right by order (correct…, annul…)',
  }),
);

/** Said where a carrier of the record was destroyed and the act does not say where its paper is. */
export const groundPlaceMissing = refusal('ground-place-missing', (d: { record: string }) => ({
  ru: `Носитель ${d.record} уничтожен: укажите, где лежит основание исправления (groundAt)`,
  en: `A carrier of ${d.record} was destroyed: say where the ground of this act lies (groundAt)`,
}));

/** Said when a transfer would accept or return a record that was not handed over to it. */
export const recordNotHandedOver = refusal(
  'record-not-handed-over',
  (d: { record: string; transfer: string }) => ({
    ru: `${d.record} не передано по ${d.transfer}: принять или вернуть может только его передача`,
    en: `${d.record} was not handed over to ${d.transfer}: only its own transfer can settle it`,
  }),
);

/**
 * Refuses an ordinary change of a record that is on its way to the archive (`record-handed-over`)
 * or was accepted by it (`record-archived`). What it has is put right by order. D18, RK 1.9.
 * @example
 * refuseIfArchived(notArchived(), 'file-l-1.1'); // => null
 */
export function refuseIfArchived(status: ArchivalStatus, record: string): Refusal | null {
  const { transfer, accepted } = status;
  if (transfer === null) return null;
  return accepted ? recordArchived({ record, transfer }) : recordHandedOver({ record, transfer });
}
