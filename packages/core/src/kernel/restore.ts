import { LetopisError } from './errors.ts';
import type { LineFields } from './event.ts';
import { isStreamName } from './event.ts';
import type { StreamHead } from './line.ts';
import { lineHash, NO_STREAM, parseLine } from './line.ts';
import type { Ports } from './ports.ts';

/** A restored line that has passed every check. */
export interface CheckedLine {
  readonly fields: LineFields;
  readonly hash: string;
}

/**
 * Checks one line of a restore against the lines before it: its canonical form, a dense revision,
 * the chain, and a time not earlier than its stream's last. Every store calls it before it writes.
 * Throws `restore-mismatch` or `corrupt`, naming the place.
 *
 * @param head where a stream ends so far.
 */
export function checkRestored(
  line: string,
  head: (stream: string) => StreamHead,
  hash: Ports['hash'],
): CheckedLine {
  const fields = parseLine(line, 'a line to restore');
  const { stream, revision, prev, recordedAt } = fields;
  const at = `${stream}@${revision}`;
  const before = isStreamName(stream) ? head(stream) : { ...NO_STREAM, revision: Number.NaN };
  if (before.revision + 1 !== revision) {
    throw mismatch(at, `its stream ends at revision ${before.revision}`);
  }
  if (prev !== before.hash) throw mismatch(at, 'its prev is not the hash of the line before it');
  if (recordedAt < before.recordedAt) {
    throw mismatch(at, `it is older than its stream's line before it, ${before.recordedAt}`);
  }
  return { fields, hash: lineHash(line, hash) };
}

/** Makes the error for a line that does not continue what the log has. */
export function mismatch(at: string, why: string): LetopisError {
  return new LetopisError('restore-mismatch', `${at} cannot be restored: ${why}`, { at });
}
