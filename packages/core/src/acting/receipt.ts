import type { Outcome } from '../kernel/command-handler.ts';
import { streamKey } from '../kernel/event.ts';
import type { Warning } from './warning.ts';

/** What every answer contains: where the command's events were stored. */
export interface Receipt {
  /** Id of the first event of the command. */
  readonly eventId: string;
  /** The stream's full name, `<org>.<kind>-<key>`. */
  readonly stream: string;
  /** Revision of the last event of the command; a stream's first event has 0. */
  readonly revision: number;
  /** Pass it to a view as `atLeast` (read your own write) or as `known` (as known then). */
  readonly position: string;
  /** What was done and should be looked at; absent: nothing. Not stored, told anew each time. */
  readonly warnings?: readonly Warning[];
}

/** A receipt of a command that created something. */
export interface Created extends Receipt {
  /** The id of what was created: the one the caller gave, or else the command's id. */
  readonly id: string;
}

/** A receipt of a command that corrected an entry. */
export interface Corrected extends Receipt {
  /** Event id of the entry that stands in the place of the corrected one. */
  readonly replacedBy: string;
}

/** Makes the receipt of a handled command. */
export function receipt(outcome: Outcome): Receipt {
  const { stream, revision, position, events } = outcome;
  return { eventId: events[0]?.id ?? '', stream, revision, position };
}

/** Makes the receipt of a command that began a stream: `id` is the first part of its key. */
export function created(outcome: Outcome): Created {
  return { ...receipt(outcome), id: streamId(outcome) };
}

/**
 * The first part of the key of an outcome's stream: the id of what the stream is about.
 * @example
 * streamId({ ...outcome, stream: 'academy.credit-c-1' }); // => 'c-1'
 */
export function streamId({ stream }: Pick<Outcome, 'stream'>): string {
  return streamKey(stream)[0] ?? '';
}

/** Makes the receipt of a correction, whose second event is the entry that now counts. */
export function correctedReceipt(outcome: Outcome): Corrected {
  return { ...receipt(outcome), replacedBy: outcome.events[1]?.id ?? '' };
}
