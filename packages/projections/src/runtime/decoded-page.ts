import type { Codec, Position, RecordedEvent } from '@letopis/core';
import { isLetopisError, LetopisError } from '@letopis/core';
import type { LogPage, StoredLine } from '@letopis/core/kernel';

/** The events of a page up to the first line that cannot be decoded. */
export interface DecodedPage {
  readonly events: readonly RecordedEvent[];
  /** The position up to which the log has been read. */
  readonly scannedTo: Position;
  /** The error that stopped it before the page's end; `null` if it reached the end. */
  readonly stop: LetopisError | null;
}

/**
 * Decodes a page of the log for projections. Stops before the first line of an unknown type, a
 * newer version or a wrong shape: nothing is skipped, and `stop` names `stream@revision`.
 *
 * @param after the position after which the page begins.
 */
export function decodePage(
  codec: Codec,
  lines: readonly StoredLine[],
  after: Position,
  scannedTo: Position,
): DecodedPage {
  const events: RecordedEvent[] = [];
  for (const stored of lines) {
    try {
      events.push(codec.decode(stored));
    } catch (cause) {
      const reached = events.at(-1)?.position ?? after;
      return { events, scannedTo: reached, stop: stopped(stored, cause) };
    }
  }
  return { events, scannedTo, stop: null };
}

/**
 * Number of events decoded at a time in a long fold. A whole page of decoded events would survive
 * the young generation of the garbage collector.
 */
const EVENTS_AT_ONCE = 64;

/** Decodes a page in small parts, each as a page of its own. Ends after a part that stops. */
export function* decodedParts(
  codec: Codec,
  { lines, scannedTo }: LogPage,
  after: Position,
): Generator<DecodedPage, void, void> {
  let from = after;
  for (let at = 0; at === 0 || at < lines.length; at += EVENTS_AT_ONCE) {
    const part = lines.slice(at, at + EVENTS_AT_ONCE);
    const ends = at + EVENTS_AT_ONCE >= lines.length;
    const decoded = decodePage(codec, part, from, ends ? scannedTo : lastOf(part, from));
    yield decoded;
    if (decoded.stop !== null) return;
    from = decoded.scannedTo;
  }
}

function lastOf(lines: readonly StoredLine[], otherwise: Position): Position {
  return lines.at(-1)?.position ?? otherwise;
}

function stopped(stored: StoredLine, cause: unknown): LetopisError {
  const { position } = stored;
  const { at, stream, revision, type } = placeOf(stored);
  const code = isLetopisError(cause) ? cause.code : 'corrupt';
  const why = cause instanceof Error ? cause.message : String(cause);
  const say = `the views stop before ${at}, and skip nothing: ${why}`;
  return new LetopisError(code, say, { position, stream, revision, type }, cause);
}

function placeOf(stored: StoredLine): Record<'at' | 'stream' | 'revision' | 'type', unknown> {
  try {
    const { stream, revision, type } = JSON.parse(stored.line) as Record<string, unknown>;
    return { at: `${String(stream)}@${String(revision)}`, stream, revision, type };
  } catch {
    const unknown = null;
    return { at: `position ${stored.position}`, stream: unknown, revision: unknown, type: unknown };
  }
}
