import { retentionFold } from '../keeping/retention/facts/state.ts';
import type { Ground } from '../kernel/event.ts';
import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { groundPlaceMissing, recordHandedOver } from '../record/refusals.ts';
import type { ArchivalStatus } from '../record/state.ts';
import type { CorrectionRules } from '../rules/regulation/sections/correction.ts';
import { shortText } from '../values/text.ts';
import { refuseUnlessOrder } from './order.ts';

/*
 * Putting right what a record has once the archive has the record: by order, as an addition to it.
 * One rule for enrollments, journals and personal files. RK 1.9.
 */

/** The field of a command that puts right what a record has. RK 1.9. */
export const groundPlaceField = {
  /** Where the paper behind the act lies, where a carrier of the record was destroyed. RK 1.9. */
  groundAt: shortText(300).optional(),
} as const;

/** The record that an act puts right, and on which paper. */
export interface RecordPutRight {
  /** Name of the record, such as `journal-m-1.safety.2026`. */
  readonly record: string;
  /** The act, as refusals name it. */
  readonly act: string;
  readonly ground: Ground | null;
}

/**
 * Refuses to put right what a record has: `record-handed-over` while the archive has not accepted
 * it; `order-required` after that, where the regulation says so. D7, D18, RK 1.9.
 */
export function refuseUnlessAddable(
  { transfer, accepted }: ArchivalStatus,
  { record, act, ground }: RecordPutRight,
  { orderAfterArchive }: CorrectionRules,
): Refusal | null {
  if (transfer === null) return null;
  if (!accepted) return recordHandedOver({ record, transfer });
  return refuseUnlessOrder(act, orderAfterArchive, ground);
}

/**
 * Refuses `ground-place-missing` where a carrier of the record was destroyed, so that nothing but
 * the act itself can say where its paper lies. RK 1.9.
 */
export function refuseUnlessGroundPlace(
  record: string,
  { groundAt }: { readonly groundAt?: string | undefined },
  { carrierDestroyed }: { readonly carrierDestroyed: boolean },
): Refusal | null {
  return !carrierDestroyed || groundAt !== undefined ? null : groundPlaceMissing({ record });
}

/** Reads whether a carrier of this record was released for destruction. RK 1.9. */
export async function readCarrierDestroyed(reading: Reading, record: string): Promise<boolean> {
  const { state } = await reading.load(retentionFold, 'main');
  return [...state.released.keys()].some((item) => item.endsWith(` ${record}`));
}
