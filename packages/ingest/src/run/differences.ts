import { sortedJson } from '@letopis/core/kernel';
import type { Seen } from './known-rows.ts';
import type { RowDifference } from './receipt.ts';

/**
 * The fields in which a row differs from what was recorded of it. Personal ones are named without
 * their values.
 */
export function differencesOf(recorded: Seen | null, now: Seen): readonly RowDifference[] {
  const before = recorded?.fields ?? {};
  const after = now.fields ?? {};
  const plain = names(before, after)
    .filter((field) => sortedJson(before[field] ?? null) !== sortedJson(after[field] ?? null))
    .map((field) => ({
      field,
      personal: false,
      before: before[field] ?? null,
      now: after[field] ?? null,
    }));
  const was = recorded?.hidden ?? {};
  const hidden = names(was, now.hidden)
    .filter((field) => was[field] !== now.hidden[field])
    .map((field) => ({ field, personal: true, before: null, now: null }));
  return [...plain, ...hidden];
}

const names = (one: object, other: object): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
];
