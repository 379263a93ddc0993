import type { Session, Result } from '@letopis/core';
import { importId } from '@letopis/core/facts';
import { importService } from '@letopis/core/services';
import type { SurveyedFile } from '../table/survey.ts';

/** A received file: its import in the history. */
export interface Received {
  readonly session: Session;
  readonly import: string;
  readonly source: string;
  /** Id of its `ImportReceived` event: the command ids of the rows are derived from it. */
  readonly eventId: string;
  readonly file: string;
  readonly sha256: string;
  /** The end of the log before this run: events after it were accepted now. */
  readonly from: string;
}

/** Receives a file, once for each source: a repetition gives the first import. */
export async function receiveFile(
  session: Session,
  source: string,
  file: SurveyedFile,
): Promise<Result<Received>> {
  const { name, sha256, bytes, rows } = file;
  const { store } = session.handler;
  const from = await store.head();
  const id = importId([{ sha256 }], store.ports.hash, source);
  const files = [{ name, sha256, bytes, rows }];
  const answer = await importService(session).receive({ id, source, files });
  if (!answer.ok) return answer;
  const { eventId } = answer.value;
  return { ok: true, value: { session, import: id, source, eventId, file: name, sha256, from } };
}
