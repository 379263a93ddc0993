import {
  entryErased,
  entryFieldNeeded,
  entryFieldUnknown,
  entryUnchanged,
} from '../entry/refusals.ts';
import { groundGiven } from '../kernel/command.ts';
import type { Ground, RecordedEvent } from '../kernel/event.ts';
import { sortedJson } from '../kernel/json.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { localDate } from '../values/local-date.ts';

/*
 * What a correction makes of an entry: the fields that it gives, and all others as they were.
 */

/**
 * The fields of one type of entry that can be corrected. Every entry has its day `on`, and a paper
 * or none as its `ground`.
 */
export interface CorrectableFields {
  /** Fields that the entry always has. */
  readonly always: readonly string[];
  /** Fields that may be absent or null; a correction takes one away by null. */
  readonly optional: readonly string[];
}

/** The fields of an entry as corrected, personal values in clear; absent ones are undefined. */
export type CorrectedFields = Readonly<Record<string, unknown>> & {
  readonly on: string;
  /** The paper of the entry itself, not that of its correction. */
  readonly ground: Ground | null;
};

/** What a correction may give for every type of entry. */
export const correctedShape = {
  /** The true day of the entry. */
  on: localDate.optional(),
  /** The paper that the entry itself rests on; null: none. */
  ground: groundGiven.nullable().optional(),
} as const;

/**
 * Gives the fields of an entry as corrected. Refuses `entry-field-unknown`, `entry-field-needed`,
 * `entry-unchanged`, and `entry-erased` where a personal value that stays as it was is erased.
 */
export function correctedFields(
  { id: entry, type, occurredOn, ground, data }: RecordedEvent,
  given: Readonly<Record<string, unknown>>,
  { always, optional }: CorrectableFields,
): CorrectedFields | Refusal {
  const fields = ['on', 'ground', ...always, ...optional];
  const before: Readonly<Record<string, unknown>> = { ...(data as object), on: occurredOn, ground };
  const corrected: Record<string, unknown> = {};
  let changed = false;
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!fields.includes(field)) return entryFieldUnknown({ entry, type, field, fields });
    if (value === null && field !== 'ground' && !optional.includes(field)) {
      return entryFieldNeeded({ entry, type, field });
    }
    corrected[field] = value ?? undefined;
    changed ||= textOf(value) !== textOf(plain(before[field]));
  }
  if (!changed) return entryUnchanged({ entry });
  for (const field of fields) {
    if (field in corrected) continue;
    const value = plain(before[field]);
    if (value === ERASED) return entryErased({ entry, field });
    corrected[field] = value ?? undefined;
  }
  const own = given['ground'] === undefined ? ground : (given['ground'] as Ground | null);
  return { ...corrected, on: String(corrected['on']), ground: own };
}

const ERASED = Symbol('erased');

/** A value of an event's data; a personal one in clear. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('erased' in value) return ERASED;
  return 'value' in value ? value.value : value;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value === ERASED ? 'erased' : sortedJson({ value });
}
