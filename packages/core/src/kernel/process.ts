import { isLetopisError } from './errors.ts';
import type { RecordedEvent } from './event.ts';
import type { Ports } from './ports.ts';
import type { Refusal, Result } from './refusal.ts';
import { deriveId } from './uuid.ts';

/**
 * Under what an owed command is sent. Spread it into the command: `{ ...fields, ...sending }`. The
 * same event and target always give the same, so that repeating is harmless.
 */
export interface OwedSending {
  readonly commandId: string;
  /** Id of the event that owes the command. */
  readonly causationId: string;
}

/**
 * A command that one event owes to another stream. What it sends is made of the event alone, and
 * always by the same sender: two runners must send the same.
 */
export interface OwedCommand {
  /** What it is and to whom: `hand-over journal-m-1.safety.2026`. Unique in its event. */
  readonly target: string;
  /** Does an event of this command stand in the target's stream, or in the leading one? */
  readonly stands: (commandId: string) => Promise<boolean>;
  readonly run: (sending: OwedSending) => Promise<Result<unknown>>;
  /** Records in the leading stream that the target refused: it is owed no longer. */
  readonly notDone: (refusal: Refusal, sending: OwedSending) => Promise<Result<unknown>>;
}

/**
 * An act that reaches several streams: a leading fact, and the commands that it owes. Run it with
 * {@link runProcess}; list what is still owed with {@link listOwed}.
 */
export interface Process<E extends RecordedEvent = RecordedEvent> {
  /** Names its checkpoint: `academy.archive-transfer`. */
  readonly name: string;
  /** Types of the events that owe something. */
  readonly types: readonly E['type'][];
  /** Streams whose names begin so: `academy.` for one organisation. */
  readonly streamPrefix: string;
  /** What an event owes: the same whenever it is asked, whoever asks. */
  readonly owes: (event: E) => readonly OwedCommand[] | Promise<readonly OwedCommand[]>;
}

/** How one owed command came out. */
export type Settlement =
  /** It stood already: done, or recorded as not done. */
  | 'stood'
  | 'done'
  /** Refused, and the refusal is on record: never tried again by itself. */
  | 'not-done'
  /** Refused, and so was the record of the refusal: {@link listOwed} goes on naming it. */
  | 'unrecorded';

/** The sending of an owed command, and of the record of its refusal. */
function sendings(event: RecordedEvent, target: string, hash: Ports['hash']) {
  const to = (what: string): OwedSending => {
    return { commandId: deriveId(event.id, what, hash), causationId: event.id };
  };
  return { run: to(target), notDone: to(`not done: ${target}`) };
}

/** Is an owed command settled: done, or recorded as not done? */
export async function isSettled(
  owed: OwedCommand,
  event: RecordedEvent,
  hash: Ports['hash'],
): Promise<boolean> {
  const { run, notDone } = sendings(event, owed.target, hash);
  return (await owed.stands(run.commandId)) || owed.stands(notDone.commandId);
}

/**
 * Settles one owed command: sends it unless it stands, and records a refusal. Safe to repeat after
 * a crash at any point, and beside another runner. Throws only what a store throws.
 */
export async function settleOwed(
  owed: OwedCommand,
  event: RecordedEvent,
  hash: Ports['hash'],
): Promise<Settlement> {
  if (await isSettled(owed, event, hash)) return 'stood';
  const { run, notDone } = sendings(event, owed.target, hash);
  const sent = await owed.run(run);
  if (sent.ok) return 'done';
  try {
    const recorded = await owed.notDone(sent.refusal, notDone);
    if (recorded.ok) return 'not-done';
  } catch (error) {
    // Another runner met another refusal of the same command: its record stands, and is enough.
    if (!isLetopisError(error, 'command-id-reused')) throw error;
    return 'stood';
  }
  return (await isSettled(owed, event, hash)) ? 'stood' : 'unrecorded';
}
