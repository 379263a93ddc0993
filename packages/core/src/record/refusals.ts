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
    ru: `${d.record} принято архивом (${d.transfer}) и закрыто: обратитесь в архив`,
    en: `${d.record} was accepted by the archive (${d.transfer}) and is closed: ask the archive`,
  }),
);

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
 * or was accepted by it (`record-archived`). D18.
 * @example
 * refuseIfArchived(notArchived(), 'file-l-1.1'); // => null
 */
export function refuseIfArchived(status: ArchivalStatus, record: string): Refusal | null {
  const { transfer, accepted } = status;
  if (transfer === null) return null;
  return accepted ? recordArchived({ record, transfer }) : recordHandedOver({ record, transfer });
}
