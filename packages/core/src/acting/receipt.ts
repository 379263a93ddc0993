import type { Outcome } from '../kernel/command-handler.ts';
import { streamKey } from '../kernel/event.ts';

/** What every answer says: where the facts stand. */
export interface Receipt {
  /** Id of the first event of the command. */
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  /** Give it to a view as `atLeast` (read your own write) or `known` (as known then). */
  readonly position: string;
}

/** A receipt that also names what was created: the id that was given, or the command's. */
export interface Created extends Receipt {
  readonly id: string;
}

/** The receipt of an outcome. */
export function receipt(outcome: Outcome): Receipt {
  const { stream, revision, position, events } = outcome;
  return { eventId: events[0]?.id ?? '', stream, revision, position };
}

/** The receipt of a stream that was begun: `id` is the first word of its key. */
export function created(outcome: Outcome): Created {
  return { ...receipt(outcome), id: streamId(outcome) };
}

/**
 * The first word of the key of an outcome's stream: what the stream is about.
 * @example
 * streamId({ ...outcome, stream: 'academy.credit-c-1' }); // => 'c-1'
 */
export function streamId({ stream }: Pick<Outcome, 'stream'>): string {
  return streamKey(stream)[0] ?? '';
}
