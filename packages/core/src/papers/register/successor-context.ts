import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { editionNumbered } from '../../rules/regulation/facts/questions.ts';
import { regulationFold } from '../../rules/regulation/facts/state.ts';
import type { AnnulDocumentAct } from './commands.ts';
import { readEntry } from './context.ts';
import type { DocumentActContext } from './decide-put-right.ts';
import { documentParts, seriesName, seriesOn } from './facts/questions.ts';
import type { RegisterEntry } from './facts/state.ts';
import { registerFold } from './facts/state.ts';

/*
 * Which document was issued in the place of another: it may stand in another register, which an
 * edition names for duplicates, and in a later year.
 */

/**
 * Reads the day and the signer, the learner, and the document that was issued in its place. Refuses
 * `regulation-missing`, `dated-ahead`.
 */
export async function readDocumentAct(
  session: Session,
  input: AnnulDocumentAct,
): Promise<DocumentActContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { document } = input;
  const entry = await readEntry(session, document);
  const { state: learnerState } = await session.load(learnerFold, entry?.learner ?? '-');
  const successor = entry === null ? null : await readSuccessor(session, entry, act.today);
  return { ...act, learnerState, successor };
}

async function readSuccessor(
  session: Session,
  { document, on }: RegisterEntry,
  today: string,
): Promise<RegisterEntry | null> {
  for (const [series, year] of await readSeries(session, document, on, today)) {
    const { state } = await session.load(registerFold, series, year);
    const successor = state.successors.get(document);
    if (successor !== undefined) return readEntry(session, successor);
  }
  return null;
}

/** The document's own series and those of all registers, in the years from one day to another. */
async function readSeries(session: Session, document: string, since: string, until: string) {
  const { state: regulation } = await session.load(regulationFold, 'main');
  const own = documentParts(document);
  const found = new Map([[seriesName(own), [own.series, own.year] as const]]);
  for (const { edition } of regulation.editions) {
    const registers = editionNumbered(regulation, edition)?.documents.registers ?? [];
    for (const register of registers) {
      for (let year = Number(since.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
        const key = seriesOn(register, `${year}-01-01`);
        found.set(seriesName(key), [key.series, key.year]);
      }
    }
  }
  return found.values();
}
