import type { Codec, Position, RecordedEvent, StoredLine } from '@letopis/core';
import { deepFreeze, isLetopisError, LetopisError } from '@letopis/core';

/** The events of a page up to the first that cannot be read. */
export interface DecodedPage {
  readonly events: readonly RecordedEvent[];
  /** How many characters their lines have. */
  readonly size: number;
  /** How far the scan may be said to have come. */
  readonly scannedTo: Position;
  /** Why it stops before the page's end; null: it does not. */
  readonly stop: LetopisError | null;
}

/**
 * Decodes a page of the log for projections. It ends before the first line of an unknown type, a
 * newer version or a wrong shape: nothing is skipped, and `stop` names `stream@revision`.
 *
 * Events are frozen through and through, since one event may stand in several views.
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
  let size = 0;
  for (const stored of lines) {
    try {
      events.push(deepFreeze(codec.decode(stored)));
    } catch (cause) {
      const reached = events.at(-1)?.position ?? after;
      return { events, size, scannedTo: reached, stop: stopped(stored, cause) };
    }
    size += stored.line.length;
  }
  return { events, size, scannedTo, stop: null };
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
