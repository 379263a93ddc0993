import { ANNEXES, itemsOfAnnex } from './annexes.ts';
import type { LawItem } from './item.ts';
import { LAW_RULES } from './rules.ts';

/** Every wording and rule of law that this package has, with its source and evidence. */
export const LIBRARY_LAW: readonly LawItem[] = [...LAW_RULES, ...ANNEXES.flatMap(itemsOfAnnex)];

const byId = new Map(LIBRARY_LAW.map((one) => [one.id, one]));
const groups = new Set(LIBRARY_LAW.map(({ id }) => groupOf(id)));

/** The first part of an item's id: the act, or a template. */
export function groupOf(id: string): string {
  return id.split('/')[0] ?? id;
}

/**
 * The item of the library with an id; null: the library has none. An id whose first part no item of
 * the library has is somebody else's: `undefined`.
 *
 * @example
 * libraryItem('order-1324/annex-5/9.9'); // => null
 * libraryItem('frdo-dpo/tools-2026-11/snils'); // => undefined
 */
export function libraryItem(id: string): LawItem | null | undefined {
  return byId.get(id) ?? (groups.has(groupOf(id)) ? null : undefined);
}
