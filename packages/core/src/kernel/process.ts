import { notAuthorised } from './authorise.ts';
import { isLetopisError } from './errors.ts';
import type { RecordedEvent } from './event.ts';
import type { Ports } from './ports.ts';
import type { Refusal, Result } from './refusal.ts';
import { deriveId } from './uuid.ts';

/**
 * The ids under which an owed command is sent. Spread them into the command:
 * `{ ...fields, ...sending }`. The same event and target always give the same ids, so that sending
 * again is harmless.
 */
export interface OwedSending {
  readonly commandId: string;
  /** Id of the event that owes the command. */
  readonly causationId: string;
}

/**
 * A command that one event owes to another stream. It is made of the event alone, and always sent
 * by the same sender, because two runners must send the same.
 */
export interface OwedCommand {
  /**
   * What is done to which stream: `hand-over journal-m-1.safety.2026`. Unique among what one event
   * owes.
   */
  readonly target: string;
  /** Is an event of this command stored, in the target's stream or in the leading one? */
  readonly isStored: (commandId: string) => Promise<boolean>;
  /** Sends the command under these ids, and gives the answer or the refusal of the target. */
  readonly run: (sending: OwedSending) => Promise<Result<unknown>>;
  /**
   * Records in the leading stream that the target refused the command, which is then owed no
   * longer.
   */
  readonly notDone: (refusal: Refusal, sending: OwedSending) => Promise<Result<unknown>>;
}

/**
 * An act that reaches several streams: a leading fact, and the commands that it owes. Run it with
 * {@link runProcess}; list what is still owed with {@link listOwed}.
 */
export interface Process<E extends RecordedEvent = RecordedEvent> {
  /** The name of its checkpoint: `academy.archive-transfer`. */
  readonly name: string;
  /** The types of events that owe something. */
  readonly types: readonly E['type'][];
  /** Only streams whose names begin with this: `academy.` for one organisation. */
  readonly streamPrefix: string;
  /**
   * The commands that an event owes: the same ones whenever and by whomever it is asked, and none
   * once the event was annulled.
   */
  readonly owes: (event: E) => readonly OwedCommand[] | Promise<readonly OwedCommand[]>;
}

/** What came of one owed command. */
export type Settlement =
  /** It was settled before: done, or recorded as not done. */
  | 'settled'
  | 'done'
  /** Refused, and the refusal is recorded: it is never tried again by itself. */
  | 'not-done'
  /** Refused, and so was the record of the refusal: {@link listOwed} continues to list it. */
  | 'unrecorded'
  /**
   * Not authorised by the application's hook. Nothing is stored and the checkpoint stays before it:
   * the next run sends it again. SEC 18.
   */
  | 'denied';

/** The ids for sending an owed command, and for recording its refusal. */
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
  return (await owed.isStored(run.commandId)) || owed.isStored(notDone.commandId);
}

/**
 * Settles one owed command: sends it unless it is stored already, and records a refusal. Safe to
 * repeat after a crash at any point, and beside another runner. Throws only what a store throws.
 */
export async function settleOwed(
  owed: OwedCommand,
  event: RecordedEvent,
  hash: Ports['hash'],
): Promise<Settlement> {
  if (await isSettled(owed, event, hash)) return 'settled';
  const { run, notDone } = sendings(event, owed.target, hash);
  const sent = await owed.run(run);
  if (sent.ok) return 'done';
  if (isDenial(sent.refusal)) return 'denied';
  try {
    const recorded = await owed.notDone(sent.refusal, notDone);
    if (recorded.ok) return 'not-done';
    if (isDenial(recorded.refusal)) return 'denied';
  } catch (error) {
    // Another runner recorded a refusal of the same command, maybe another one: that record is
    // enough.
    if (!isLetopisError(error, 'command-id-reused')) throw error;
    return 'settled';
  }
  return (await isSettled(owed, event, hash)) ? 'settled' : 'unrecorded';
}

/** Is it the hook's "no", and none of the target, which would stand as recorded? */
const isDenial = ({ code }: Refusal): boolean => code === notAuthorised.code;
