import { sortedJson } from '@letopis/core/kernel';
import type { Seen } from './known-rows.ts';
import type { RowDifference } from './receipt.ts';

/**
 * The fields in which a row differs from what was recorded of it. Personal ones, and long ones, are
 * named without their values. Where another mapping read it, only fields that both have count.
 */
export function differencesOf(recorded: Seen | null, now: Seen): readonly RowDifference[] {
  const was: Omit<Seen, 'key' | 'digest'> = recorded ?? { ...NOTHING, by: now.by };
  const isOther = was.by !== now.by;
  const counts = (field: string): boolean => !isOther || (has(was, field) && has(now, field));
  const names = [...new Set([...fieldsOf(was), ...fieldsOf(now)])].filter(counts);
  return names.flatMap((field) => {
    const personal = field in was.hidden || field in now.hidden;
    const [before, after] = [textOf(was, field), textOf(now, field)];
    if (before === after) return [];
    const shown = { before: was.fields[field] ?? null, now: now.fields[field] ?? null };
    return [{ field, personal, ...shown }];
  });
}

const NOTHING: Parts = { fields: {}, hidden: {}, long: {} };

type Parts = Pick<Seen, 'fields' | 'hidden' | 'long'>;

const fieldsOf = ({ fields, hidden, long }: Parts): readonly string[] => [
  ...Object.keys(fields),
  ...Object.keys(hidden),
  ...Object.keys(long),
];

const has = (parts: Parts, field: string): boolean => fieldsOf(parts).includes(field);

const textOf = ({ fields, hidden, long }: Parts, field: string): string | null =>
  hidden[field] ?? long[field] ?? (field in fields ? sortedJson(fields[field]) : null);
