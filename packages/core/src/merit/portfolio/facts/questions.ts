import type * as z from 'zod';
import type { portfolioContentShape } from './events.ts';

/** What the bytes of a digital item are checked by. */
export type PortfolioContent = z.infer<typeof portfolioContentShape>;

/** What the check of an item's bytes found. */
export type ContentCheck =
  | { readonly same: true }
  /** Other bytes: `found` is what came in place of what the item says. */
  | {
      readonly same: false;
      readonly differs: 'size' | 'hash';
      readonly asked: string;
      readonly found: string;
    };

/**
 * Are these the bytes that were put into the portfolio? The machine's SHA-256 is given: core has
 * none for bytes. Never throws; a wrong size is told before the hash is made. D13.
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
