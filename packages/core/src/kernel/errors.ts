/** Every reason for which Letopis throws. A business "no" is a {@link Refusal}, never an error. */
export type ErrorCode =
  | 'invalid-append' // the append breaks the port's rules; nothing was written
  | 'conflict' // the stream is not at the expected revision; `actual` says where it is
  | 'contention' // conflicts went on past the stated time; nothing was written
  | 'outcome-unknown' // the answer was lost: the append may be stored or not; send the same again
  | 'busy' // another process locked the file longer than the stated time; nothing was written
  | 'unreachable' // the server gave no answer in the stated time; nothing was written
  | 'store-failed' // an I/O error: the store refuses all work until it is opened again
  | 'store-closed'
  | 'corrupt' // stored bytes are not what they must be; `position` or `stream` names them
  | 'unknown-event-type'
  | 'newer-event-version'
  | 'undecodable-event' // a stored event does not have the shape that its type and version promise
  | 'command-id-reused' // the stream has seen this id already, with another command
  | 'restore-mismatch' // the log has something other than the lines to restore
  | 'foreign-log' // the views belong to another log
  | 'checkpoint-moved' // somebody else advanced these views; read the checkpoint again
  | 'no-generation' // the generation of views is gone: switched away or dropped
  | 'not-a-letopis-file'
  | 'newer-file'
  | 'refused' // `must` was given a refusal; it is in `refusal`
  | 'misuse'; // the caller's code is wrong; the message says how to mend it

/**
 * The only class of errors that Letopis throws: a stable `code`, `fields` with the values, and the
 * `cause`.
 *
 * @example
 * try { await store.append(stream, events, 3); } catch (error) {
 *   if (isLetopisError(error, 'conflict')) console.log(error.fields.actual);
 * }
 */
export class LetopisError extends Error {
  override readonly name = 'LetopisError';
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    fields: Readonly<Record<string, unknown>> = {},
    cause?: unknown,
  ) {
    super(`${code}: ${message}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.fields = fields;
  }
}

/** Is this an error of Letopis, and (if asked) one with this code? */
export function isLetopisError(error: unknown, code?: ErrorCode): error is LetopisError {
  return error instanceof LetopisError && (code === undefined || error.code === code);
}

/** Makes the error `conflict`; here, so that every store words it alike. */
export function conflict(stream: string, expected: number, actual: number): LetopisError {
  return new LetopisError(
    'conflict',
    `${stream} is at revision ${actual}, not ${expected}; read its tail and decide again`,
    { stream, expected, actual },
  );
}
