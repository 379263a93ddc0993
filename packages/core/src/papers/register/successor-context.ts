import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { editionNumbered } from '../../rules/regulation/facts/questions.ts';
import { readEdition } from '../../rules/regulation/facts/reading.ts';
import { regulationFold } from '../../rules/regulation/facts/state.ts';
import type { AnnulDocumentAct, CorrectDocumentAct } from './commands.ts';
import { readEntry, readStock, readStudy } from './context.ts';
import type { DocumentActContext } from './decide-put-right.ts';
import type { RestoringContext } from './decide-restore.ts';
import type { DocumentAct } from './facts/document-act-state.ts';
import { dayOfAct } from './facts/document-act-state.ts';
import type { RegisterEntry } from './facts/entry-state.ts';
import {
  documentParts,
  seriesName,
  seriesOn,
  succeededSince,
  variantsOf,
} from './facts/questions.ts';
import type { RegisterState } from './facts/state.ts';
import { originalKey, registerFold } from './facts/state.ts';
import { registerKeyOf } from './place-context.ts';

/*
 * Which document was issued in the place of another: it may stand in another register, which an
 * edition names for duplicates, and in a later year.
 */

/**
 * Reads the day and the signer, the learner, the act and the edition of its day, the document that
 * was issued in its place, and what an annulled document needs to be valid again. Refuses
 * `regulation-missing`, `dated-ahead`.
 */
export async function readDocumentAct(
  session: Session,
  input: AnnulDocumentAct | CorrectDocumentAct,
): Promise<DocumentActContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { document } = input;
  const entry = await readEntry(session, document);
  const stored = entry?.acts.has(input.entry) ? await readStored(session, input) : null;
  const given = 'to' in input ? input.to.on : undefined;
  const day = given ?? (stored === null ? act.on : dayOfAct(stored));
  const editionOfAct = await readEdition(session, day);
  if (isRefusal(editionOfAct)) return editionOfAct;
  const learner = learnerOf(input, stored) ?? entry?.learner ?? '-';
  const { state: learnerState } = await session.load(learnerFold, learner);
  const successor =
    entry === null ? null : await readHolder(session, entry, act.today, successorOf(document));
  const restores = stored?.type === 'DocumentAnnulled' && entry !== null;
  const restoring = restores ? await readRestoring(session, entry, act.today) : NOT_RESTORED;
  return { ...act, learnerState, stored, editionOfAct, successor, ...restoring };
}

/** The learner whom a link names, as corrected; null: the act is another. */
function learnerOf(
  input: AnnulDocumentAct | CorrectDocumentAct,
  stored: DocumentAct | null,
): string | null {
  if (stored?.type !== 'DocumentLinked') return null;
  return ('to' in input ? input.to.learner : undefined) ?? stored.data.learner;
}

async function readStored(
  session: Session,
  { document, entry }: AnnulDocumentAct,
): Promise<DocumentAct | null> {
  const events = await session.handler.events(
    session.stream(registerFold.kind, ...registerKeyOf(document)),
  );
  return (events.find(({ id }) => id === entry) as DocumentAct | undefined) ?? null;
}

const NOT_RESTORED: RestoringContext = { rival: null, first: null, study: null, stock: null };

/** Reads what the place of an annulled document is now, and what it rested on. */
async function readRestoring(
  session: Session,
  entry: RegisterEntry,
  today: string,
): Promise<RestoringContext> {
  const { first, kind, enrollment, on, paper } = entry;
  const { study } = await readStudy(session, enrollment);
  const stock = await readStock(session, paper.blank);
  const edition = await readEdition(session, on);
  const rules = isRefusal(edition) ? [] : edition.documents.kinds;
  const own = rules.find(({ id, demands }) => id === kind && demands === 'completion');
  const kinds = own === undefined || isRefusal(edition) ? [] : variantsOf(own, edition);
  const keys = enrollment === null ? [] : kinds.map((one) => originalKey(one, enrollment));
  const holderIn = ({ successors, originals }: RegisterState): string | undefined =>
    first === null
      ? keys.map((key) => originals.get(key)).find((holder) => holder !== undefined)
      : successors.get(first);
  return {
    study,
    stock,
    first: first === null ? null : await readEntry(session, first),
    rival: await readHolder(session, entry, today, holderIn),
  };
}

const successorOf =
  (document: string) =>
  ({ successors }: RegisterState): string | undefined =>
    successors.get(document);

/** Reads the valid document that has a place in one of the registers, since a document's issue. */
async function readHolder(
  session: Session,
  entry: RegisterEntry,
  today: string,
  holderIn: (register: RegisterState) => string | undefined,
): Promise<RegisterEntry | null> {
  const since = succeededSince(entry);
  for (const [series, year] of await readSeries(session, entry.document, since, today)) {
    const { state } = await session.load(registerFold, series, year);
    const holder = holderIn(state);
    if (holder !== undefined) return readEntry(session, holder);
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
