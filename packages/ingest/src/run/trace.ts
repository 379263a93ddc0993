import type { Session, EventOf, RecordedEvent } from '@letopis/core';
import { START } from '@letopis/core';
import { importReceived, rowsIngested } from '@letopis/core/events';
import { eventId, idInStream } from '@letopis/core/kernel';

/** The origin of a fact: file and row. */
export interface RowTrace {
  readonly import: string;
  readonly source: string;
  readonly file: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly lastRow: number;
  readonly mapping: string;
  readonly mappingHash: string;
}

/**
 * Finds the row that an event came from; `null` if it came from no file, or its page is not
 * recorded yet.
 */
export async function traceRow(session: Session, event: RecordedEvent): Promise<RowTrace | null> {
  if (event.causationId === null) return null;
  const stream = await importOf(session, event.causationId);
  if (stream === null) return null;
  const [first, ...rest] = await session.handler.events(stream);
  if (first?.type !== importReceived.type) return null;
  const received = first.data as EventOf<typeof importReceived>['data'];
  const { hash } = session.handler.store.ports;
  const wanted = eventId(idInStream(event.commandId, event.stream, hash), 0);
  for (const { type, data } of rest) {
    if (type !== rowsIngested.type) continue;
    const page = data as EventOf<typeof rowsIngested>['data'];
    const found = page.accepted.find((one) => one.event === wanted);
    if (found === undefined) continue;
    const { import: id, sheet, mapping, mappingHash, file: sha256 } = page;
    const file = received.files.find((one) => one.sha256 === sha256)?.name ?? '';
    const { row, lastRow } = found;
    const { source } = received;
    return { import: id, source, file, sha256, sheet, row, lastRow, mapping, mappingHash };
  }
  return null;
}

/** The stream of the import whose first event has this id. */
async function importOf(session: Session, received: string): Promise<string | null> {
  const { store, codec } = session.handler;
  const filter = { types: [importReceived.type], streamPrefix: `${session.organisation}.import-` };
  for await (const { lines } of store.readAll(START, filter)) {
    for (const stored of lines) {
      const event = codec.decode(stored, store.ports.hash);
      if (event.id === received) return event.stream;
    }
  }
  return null;
}
