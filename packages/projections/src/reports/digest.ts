import { sortedJson } from '@letopis/core/kernel';
import type { PageBasis } from './reading.ts';

/**
 * Gives the page with its digest: the caller's hash of the page as JSON with sorted keys, without
 * positions (a restore changes them) and without the digest itself. The same history gives the same
 * digest on any machine.
 *
 * @example
 * const signed = withDigest(page, (text) => store.ports.hash(text, 'hex'));
 */
export function withDigest<Page extends { readonly basis: PageBasis }>(
  page: Page,
  hash: (text: string) => string,
): Page {
  const digest = hash(sortedJson(withoutPositions(page)));
  return { ...page, basis: { ...page.basis, digest } };
}

/**
 * Leaves out the `position` of a place in the log and of a page's basis, but not a signer's
 * `position`, which is their post.
 */
function withoutPositions(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutPositions);
  const isPlace = 'position' in value && ('revision' in value || 'digest' in value);
  const left = isPlace ? ['position', 'digest'] : [];
  const fields = Object.entries(value).filter(
    ([field, one]) => one !== undefined && !left.includes(field),
  );
  return Object.fromEntries(fields.map(([field, one]) => [field, withoutPositions(one)]));
}
