import { refuseUnlessOrder } from '../../acting/order.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import { known } from '../../kernel/personal.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { notInForce } from '../../study/enrollment/facts/unknown.ts';
import { actOutOfOrder, refuseIfReversed } from '../../values/day-order.ts';
import type { Signer } from '../../values/shape.ts';
import { refuseUnlessBlankAtHand, refuseUnlessBlankUsable } from './blank/decide-in-register.ts';
import type { AnnulDocument, CorrectDocumentLine } from './commands.ts';
import type { EntryActContext } from './context.ts';
import { decideMarks } from './decide-marks.ts';
import { correctedWriting } from './decide-written.ts';
import { contentShape } from './facts/content-events.ts';
import { actDays } from './facts/document-act-state.ts';
import type {
  DocumentContent,
  DocumentMark,
  DocumentPaper,
  RegisterEntry,
} from './facts/entry-state.ts';
import { documentAnnulled, documentLineCorrected } from './facts/events.ts';
import { documentParts, seriesName } from './facts/questions.ts';
import type { RegisterState } from './facts/state.ts';
import { entryOf } from './facts/state.ts';
import {
  documentBlankMissing,
  documentDayOutOfPlace,
  documentIsAnnulled,
  documentLineSame,
  documentUnknown,
} from './refusals.ts';

/** The entry of a document that is not annulled. */
function unannulledEntry(state: RegisterState, document: string): RegisterEntry | Refusal {
  const entry = entryOf(state, document);
  if (entry === null) return documentUnknown({ document });
  if (entry.annulledOn === null) return entry;
  return documentIsAnnulled({ document, on: entry.annulledOn });
}

/**
 * Decides `correct-document-line`: signed, with a reason, and naming the event in force. Refuses
 * `not-in-force`, `document-line-same`, `document-day-out-of-place`, as `correctedWriting` does,
 * and as `signAs` does for the document's own signer on the day of issue.
 */
export function decideCorrectDocumentLine(
  state: RegisterState,
  input: CorrectDocumentLine,
  context: EntryActContext,
): Decision {
  const { document, replaces, name, birthDate, reason, signer: person, office, marksAnew } = input;
  const { on: actedOn, edition, organisation } = context;
  const entry = unannulledEntry(state, document);
  if (isRefusal(entry)) return entry;
  if (replaces !== entry.inForce) return notInForce({ given: replaces, inForce: entry.inForce });
  // What happened to the document since does not bear on what its entry should have said.
  if (actedOn < entry.lineOn) return actOutOfOrder({ on: actedOn, after: entry.lineOn });
  const written = correctedWriting(state, entry, input, organisation);
  if (isRefusal(written)) return written;
  const content = correctedContent(state, entry, input, context);
  if (isRefusal(content)) return content;
  const paper = correctedPaper(state, entry, input, context, content.issuedOn);
  if (isRefusal(paper)) return paper;
  const issuer = correctedSigner(entry, input, context, content.issuedOn);
  if (isRefusal(issuer)) return issuer;
  const marks = marksAnew ? recomputedMarks(entry, context) : entry.marks;
  if (isRefusal(marks)) return marks;
  const changed = [
    ...changedFields(entry.paper, paper),
    ...changedFields(entry.content, content),
    ...(JSON.stringify(entry.marks) === JSON.stringify(marks) ? [] : ['marks']),
    ...written.changed,
    ...(name === undefined ? [] : ['name']),
    ...(birthDate === undefined ? [] : ['birthDate']),
    ...(sameSigner(entry.signer, issuer) ? [] : ['signer']),
  ];
  if (changed.length === 0) return documentLineSame({ document, inForce: entry.inForce });
  const { correctionOffices } = edition.documents;
  const signer = signAs(context.official, { person, office, on: actedOn }, correctionOffices);
  if (isRefusal(signer)) return signer;
  const data = {
    document,
    learner: entry.learner,
    corrects: entry.event,
    replaces,
    changed,
    paper,
    content,
    marks: [...marks],
    ...written.data,
    ...(name === undefined ? {} : { name: known(name) }),
    ...(birthDate === undefined ? {} : { birthDate: known(birthDate) }),
    ...(issuer === null || sameSigner(entry.signer, issuer) ? {} : { documentSigner: issuer }),
    reason: known(reason),
    signer,
    actedOn,
    edition: edition.edition,
  };
  const official = [...(entry.refs.official ?? []), ...(issuer === null ? [] : [issuer.person])];
  const refs = { ...entry.refs, ...(official.length === 0 ? {} : { official }) };
  return [documentLineCorrected.draft({ occurredOn: entry.on, refs, data })];
}

/**
 * Decides `annul-document`: by the offices that may annul, and by an order where the regulation
 * asks for one.
 */
export function decideAnnulDocument(
  state: RegisterState,
  { document, reason, enteredInError, signer: person, office }: AnnulDocument,
  { on: actedOn, edition, official, ground }: EntryActContext,
): Decision {
  const entry = unannulledEntry(state, document);
  if (isRefusal(entry)) return entry;
  if (actedOn < entry.lastActOn) return actOutOfOrder({ on: actedOn, after: entry.lastActOn });
  const { annulmentOffices, annulmentOrderRequired } = edition.documents;
  const unordered = refuseUnlessOrder('annul-document', annulmentOrderRequired, ground);
  if (unordered !== null) return unordered;
  const signer = signAs(official, { person, office, on: actedOn }, annulmentOffices);
  if (isRefusal(signer)) return signer;
  const about = {
    document,
    learner: entry.learner,
    corrects: entry.event,
    ...(enteredInError ? { enteredInError } : {}),
  };
  const data = { ...about, reason: known(reason), signer, actedOn, edition: edition.edition };
  return [documentAnnulled.draft({ occurredOn: entry.on, refs: entry.refs, data })];
}

function correctedPaper(
  state: RegisterState,
  { document, paper, kind, content }: RegisterEntry,
  { changes }: CorrectDocumentLine,
  { stock }: EntryActContext,
  on: string,
): DocumentPaper | Refusal {
  const { series = paper.series, number = paper.number } = changes;
  const { blank } = paper;
  const asked = { blank, series, number };
  if (blank === null || stock === null) return asked;
  if (number === null) return documentBlankMissing({ kind, blank });
  const register = seriesName(documentParts(document));
  const given = { blank, series, number, on };
  const same = series === paper.series && number === paper.number;
  const refuse = same ? refuseUnlessBlankAtHand : refuseUnlessBlankUsable;
  if (same && on === content.issuedOn) return asked;
  return refuse(state, stock, register, given) ?? asked;
}

/**
 * The signer of the document: as the entry has it, or the one given, who held one of the offices of
 * its kind on the day of issue.
 */
function correctedSigner(
  { signer, kind, programme: id }: RegisterEntry,
  { changes }: CorrectDocumentLine,
  { editionOfEntry, documentSigner, programme }: EntryActContext,
  on: string,
): Signer | null | Refusal {
  const { signer: given, office } = changes;
  if (given === undefined && office === undefined) return signer;
  // Such fields of a document that was not issued here were refused before.
  if (signer === null || documentSigner === null) return signer;
  const person = given ?? signer.person;
  const offices = editionOfEntry.documents.kinds.find((one) => one.id === kind)?.signerOffices;
  const scope = { programme: id, level: programme?.level ?? null };
  return signAs(documentSigner, { person, office: office ?? null, on }, offices ?? [], scope);
}

const sameSigner = (a: Signer | null, b: Signer | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * The corrected content. A corrected day stays in the register's year and between its neighbours.
 */
function correctedContent(
  state: RegisterState,
  entry: RegisterEntry,
  { changes }: CorrectDocumentLine,
  { editionOfEntry, on: actedOn }: EntryActContext,
): DocumentContent | Refusal {
  const fields = Object.keys(contentShape.shape);
  const given = Object.entries(changes).filter(
    ([field, value]) => fields.includes(field) && value !== undefined,
  );
  const content: DocumentContent = { ...entry.content, ...Object.fromEntries(given) };
  const { issuedOn, from: begun, until: ended } = content;
  const isNewPeriod = changes.from !== undefined || changes.until !== undefined;
  const reversed = isNewPeriod ? refuseIfReversed(begun, ended) : null;
  if (reversed !== null) return reversed;
  if (issuedOn === entry.content.issuedOn) return content;
  if (entry.origin !== 'issued') {
    // It was issued before it was entered here, and before what happened to it since.
    const until = [entry.on, ...actDays(entry)].toSorted()[0] ?? entry.on;
    if (issuedOn <= until) return content;
    const { document } = entry;
    return documentDayOutOfPlace({ document, issuedOn, from: '1900-01-01', until });
  }
  const { year } = documentParts(entry.document);
  const first = year === 'all' ? '1900-01-01' : `${year}-01-01`;
  const last = year === 'all' || actedOn < `${year}-12-31` ? actedOn : `${year}-12-31`;
  const ordered = editionOfEntry.documents.registers.find(
    ({ id }) => id === entry.register,
  )?.chronological;
  const beside = (step: number): string | undefined => {
    const neighbour = ordered === true ? state.entries.get(entry.number + step) : undefined;
    // A document from elsewhere has its place by the day of its entry, not by that of its issue.
    return neighbour?.origin === 'received' ? neighbour.on : neighbour?.content.issuedOn;
  };
  const from = beside(-1) ?? first;
  // What happened to the document came after its issue.
  const until = [beside(1) ?? last, ...actDays(entry)].toSorted()[0] ?? last;
  if (issuedOn >= from && issuedOn <= until) return content;
  return documentDayOutOfPlace({ document: entry.document, issuedOn, from, until });
}

function recomputedMarks(
  entry: RegisterEntry,
  context: EntryActContext,
): readonly DocumentMark[] | Refusal {
  const { editionOfEntry: edition, study } = context;
  const kind = edition.documents.kinds.find(({ id }) => id === entry.kind);
  if (kind === undefined) return entry.marks;
  // The completion may have been corrected since: another event stands in its place.
  const completion =
    entry.completedBy === null
      ? null
      : (study?.lifeFacts.findLast(({ type, on }) => type === 'Completed' && on <= entry.on) ??
        null);
  return decideMarks(kind, { ...context, edition, on: entry.on, completion });
}

function changedFields<T extends object>(before: T, after: T): readonly string[] {
  const keys = Object.keys(after) as (keyof T & string)[];
  return keys.filter((key) => before[key] !== after[key]);
}
