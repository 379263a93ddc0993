import type { Session } from '../../../acting/session.ts';
import { foldText } from '../../../values/text.ts';
import { fileFold } from '../facts/state.ts';
import { fileNumberKey } from './decide.ts';
import { fileNumberFold } from './facts/state.ts';

/** How often a number was given back by its holder. */
export interface NumberReleases {
  /** Openings of the holder's files under the number that were annulled. */
  readonly released: number;
}

/** Counts the annulled openings of files under a number, of the learner who holds it. */
export async function readReleases(session: Session, number: string): Promise<NumberReleases> {
  const { hash } = session.handler.store.ports;
  const { state } = await session.load(fileNumberFold, fileNumberKey(number, hash));
  let released = 0;
  if (state.learner === null) return { released };
  for (let n = 1; ; n += 1) {
    const { state: file, revision } = await session.load(fileFold, state.learner, String(n));
    if (revision < 0) return { released };
    for (const { event, annulled } of file.entries.values()) {
      const isOfIt =
        event.type === 'FileOpened' && foldText(event.data.number) === foldText(number);
      if (isOfIt && annulled !== null) released += 1;
    }
  }
}
