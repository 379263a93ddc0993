import { LetopisError } from '@letopis/core';
import { faultOf, saying } from './client-fault.ts';
import type { ClientEvent, LogPlace } from './client.ts';
import type { Connection } from './connection.ts';

/**
 * What became of an append: it is stored, or the stream is at another revision. `unsure`: an
 * earlier try had no answer, so what is stored there may be the same append.
 */
export type Sent =
  | { readonly kind: 'stands'; readonly place: LogPlace | undefined }
  | { readonly kind: 'wrong-revision'; readonly unsure: boolean };

/** A deadline that passes within this many milliseconds was not waited for: two clocks differ. */
const TOO_SOON_MS = 1000;

/**
 * Appends, and sends the very same again as long as the outcome is unknown and time is left: same
 * bytes, same ids, same exact revision, so that the server recognises the repetition. Of a client's
 * errors only *wrong revision* and a plain refusal mean "not written", because clients report any
 * broken call for all appends under way.
 *
 * Throws `outcome-unknown`; `unreachable` where nothing was written; `invalid-append` for more than
 * the server takes; `corrupt` for a stream that was deleted on the server.
 */
export async function send(
  connection: Connection,
  stream: string,
  events: readonly ClientEvent[],
  expected: number,
  patience = connection.patience(),
): Promise<Sent> {
  let unsure = false;
  let tooSoon = false;
  for (;;) {
    const { client } = connection;
    const startedAt = performance.now();
    try {
      const answer = await connection.append(stream, events, expected);
      const meant = BigInt(expected + events.length);
      const stands = answer.success !== false && BigInt(answer.nextExpectedRevision) === meant;
      if (stands) return { kind: 'stands', place: answer.position };
      return { kind: 'wrong-revision', unsure };
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'wrong-revision') return { kind: 'wrong-revision', unsure };
      if (fault === 'unknown') unsure = true;
      else if (fault !== 'not-leader' && fault !== 'not-ready') {
        throw unsure ? outcomeUnknown(stream, expected, error, false) : refused(stream, error);
      }
      const { type } = (error ?? {}) as { readonly type?: unknown };
      tooSoon = type === 'deadline-exceeded' && performance.now() - startedAt < TOO_SOON_MS;
      if (!(await patience.pause(fault === 'not-leader'))) {
        throw unsure ? outcomeUnknown(stream, expected, error, tooSoon) : notWritten(stream, error);
      }
      connection.renewIfUseless(client, error, patience.failures);
    }
  }
}

/**
 * The error of an append that may be stored or not; sending the same again is safe and settles it.
 */
export function outcomeUnknown(
  stream: string,
  expected: number,
  error: unknown,
  tooSoon = false,
): LetopisError {
  const hint = tooSoon ? ': is the clock of this machine behind the server’s?' : '';
  const say = `the append to ${stream} may or may not stand (${saying(error)}${hint})`;
  const fields = { stream, expected };
  return new LetopisError('outcome-unknown', `${say}; send the same again`, fields, error);
}

function notWritten(stream: string, error: unknown): LetopisError {
  const say = `${stream} could not be written in the stated time (${saying(error)})`;
  return new LetopisError('unreachable', `${say}; nothing of it stands`, { stream }, error);
}

function refused(stream: string, error: unknown): LetopisError {
  const said = saying(error);
  switch (faultOf(error)) {
    case 'too-large': {
      const say = `the server takes no append of this size (${said}): split it`;
      return new LetopisError('invalid-append', say, { reason: 'too-large' }, error);
    }
    case 'deleted':
      return new LetopisError('corrupt', `${stream} was deleted on the server`, { stream }, error);
    default: {
      const say = `the server refuses the append to ${stream} (${said})`;
      return new LetopisError('store-failed', say, { stream, reason: 'refused' }, error);
    }
  }
}
