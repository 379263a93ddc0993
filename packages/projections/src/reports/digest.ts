import { sortedJson } from '@letopis/core/kernel';
import type { PageBasis } from './reading.ts';

/**
 * The page with its fingerprint: the caller's hash over the key-sorted JSON of the page without
 * positions (they change with a restore) and without the digest itself. The same history gives the
 * same digest, on any machine.
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

/** A place in the log and a page's basis have a position to leave out; a signer's is their post. */
function withoutPositions(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutPositions);
  const isPlace = 'position' in value && ('revision' in value || 'digest' in value);
  const left = isPlace ? ['position', 'digest'] : [];
  const kept = Object.entries(value).filter(
    ([field, held]) => held !== undefined && !left.includes(field),
  );
  return Object.fromEntries(kept.map(([field, held]) => [field, withoutPositions(held)]));
}
