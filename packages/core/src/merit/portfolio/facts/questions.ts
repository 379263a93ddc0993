import type * as z from 'zod';
import type { RestingFact } from '../../../entry/refusals.ts';
import type { portfolioContentShape } from './events.ts';
import type { PortfolioItem, PortfolioItems } from './state.ts';

/** How the bytes of a digital item are checked: media type, size in bytes and SHA-256. */
export type PortfolioContent = z.infer<typeof portfolioContentShape>;

/** The outcome of a check of an item's bytes. */
export type ContentCheck =
  | { readonly same: true }
  /**
   * Other bytes: `asked` is the size or hash that the item states, `found` that of the bytes given.
   */
  | {
      readonly same: false;
      readonly differs: 'size' | 'hash';
      readonly asked: string;
      readonly found: string;
    };

/**
 * Checks whether these bytes are the ones that were added to the portfolio. The caller passes
 * SHA-256 in, because core does no hashing of bytes. A different size is reported before the hash
 * is computed. Never throws. D13.
 * @param sha256 64 hex digits of SHA-256 over the bytes.
 *
 * @example
 * checkContent(item.content, bytes, (given) => createHash('sha256').update(given).digest('hex'));
 * // => { same: true }
 */
export function checkContent(
  content: PortfolioContent,
  bytes: Uint8Array,
  sha256: (bytes: Uint8Array) => string,
): ContentCheck {
  const { sizeBytes } = content;
  if (bytes.byteLength !== sizeBytes) {
    const found = String(bytes.byteLength);
    return { same: false, differs: 'size', asked: String(sizeBytes), found };
  }
  const found = sha256(bytes).toLowerCase();
  if (found === content.sha256) return { same: true };
  return { same: false, differs: 'hash', asked: content.sha256, found };
}

/**
 * The items that show a commendation, removed ones too: it is not annulled before them. RK 1.8.
 */
export const itemsShowing = (
  { items }: PortfolioItems,
  commendation: string,
): readonly RestingFact[] =>
  [...items.values()].filter((item) => item.commendation === commendation).map(asFact);

/**
 * The items in a portfolio that show an achievement: it is not annulled while they do. One that was
 * removed shows it no more. R3 §3.6, RK 1.8.
 */
export const itemsShowingAchievement = (
  { items }: PortfolioItems,
  achievement: string,
): readonly RestingFact[] =>
  [...items.values()]
    .filter((item) => item.achievement === achievement && item.removedOn === null)
    .map(asFact);

const asFact = ({ type, event: id, addedOn: on }: PortfolioItem): RestingFact => ({ type, id, on });
