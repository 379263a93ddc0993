import { refuseUnlessOrder } from '../../acting/order.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import { known } from '../../kernel/personal.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { notInForce } from '../../study/enrollment/facts/unknown.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { refuseUnlessBlankUsable } from './blank/decide-in-register.ts';
import type { AnnulDocument, CorrectDocumentLine } from './commands.ts';
import type { EntryActContext } from './context.ts';
import { unannulledEntry } from './decide-life.ts';
import { decideMarks } from './decide-marks.ts';
import { documentAnnulled, documentLineCorrected } from './facts/events.ts';
import { documentParts, seriesName } from './facts/questions.ts';
import type {
  DocumentContent,
  DocumentMark,
  RegisterEntry,
  DocumentPaper,
  RegisterState,
} from './facts/state.ts';
import { documentBlankMissing, documentDayOutOfPlace, documentLineSame } from './refusals.ts';

/**
 * Decides `correct-document-line`: signed, with a reason, and naming the event in force. Refuses
 * `not-in-force`, `document-line-same` and `document-day-out-of-place`.
 */
export function decideCorrectDocumentLine(
  state: RegisterState,
  input: CorrectDocumentLine,
  context: EntryActContext,
): Decision {
  const { document, replaces, name, reason, signer: person, office, marksAnew } = input;
  const { on: actedOn, edition, official } = context;
  const entry = unannulledEntry(state, document);
  if (isRefusal(entry)) return entry;
  if (replaces !== entry.inForce) return notInForce({ given: replaces, inForce: entry.inForce });
  if (actedOn < entry.lastActOn) return actOutOfOrder({ on: actedOn, after: entry.lastActOn });
  const paper = correctedPaper(state, entry, input, context);
  if (isRefusal(paper)) return paper;
  const content = correctedContent(state, entry, input, context);
  if (isRefusal(content)) return content;
  const marks = marksAnew ? recomputedMarks(entry, context) : entry.marks;
  if (isRefusal(marks)) return marks;
  const changed = [
    ...changedFields(entry.paper, paper),
    ...changedFields(entry.content, content),
    ...(JSON.stringify(entry.marks) === JSON.stringify(marks) ? [] : ['marks']),
    ...(name === undefined ? [] : ['name']),
  ];
  if (changed.length === 0) return documentLineSame({ document, inForce: entry.inForce });
  const { correctionOffices } = edition.documents;
  const signer = signAs(official, { person, office, on: actedOn }, correctionOffices);
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
    ...(name === undefined ? {} : { name: known(name) }),
    reason: known(reason),
    signer,
    actedOn,
    edition: edition.edition,
  };
  return [documentLineCorrected.draft({ occurredOn: entry.on, refs: entry.refs, data })];
}

/**
 * Decides `annul-document`: by the offices that may annul, and by an order where the regulation
 * asks for one.
 */
export function decideAnnulDocument(
  state: RegisterState,
  { document, reason, signer: person, office }: AnnulDocument,
  { on: actedOn, edition, official, ground }: Omit<EntryActContext, 'ofLine'>,
): Decision {
  const entry = unannulledEntry(state, document);
  if (isRefusal(entry)) return entry;
  if (actedOn < entry.lastActOn) return actOutOfOrder({ on: actedOn, after: entry.lastActOn });
  const { annulmentOffices, annulmentOrderRequired } = edition.documents;
  const unordered = refuseUnlessOrder('annul-document', annulmentOrderRequired, ground);
  if (unordered !== null) return unordered;
  const signer = signAs(official, { person, office, on: actedOn }, annulmentOffices);
  if (isRefusal(signer)) return signer;
  const about = { document, learner: entry.learner, corrects: entry.event };
  const data = { ...about, reason: known(reason), signer, actedOn, edition: edition.edition };
  return [documentAnnulled.draft({ occurredOn: entry.on, refs: entry.refs, data })];
}

function correctedPaper(
  state: RegisterState,
  { document, paper, kind }: RegisterEntry,
  { changes }: CorrectDocumentLine,
  { stock }: EntryActContext,
): DocumentPaper | Refusal {
  const { series = paper.series, number = paper.number } = changes;
  const { blank } = paper;
  const asked = { blank, series, number };
  if (blank === null || stock === null) return asked;
  if (number === null) return documentBlankMissing({ kind, blank });
  if (series === paper.series && number === paper.number) return asked;
  const register = seriesName(documentParts(document));
  return refuseUnlessBlankUsable(state, stock, register, { blank, series, number }) ?? asked;
}

/**
 * The corrected content. A corrected day stays in the register's year and between its neighbours.
 */
function correctedContent(
  state: RegisterState,
  entry: RegisterEntry,
  { changes }: CorrectDocumentLine,
  { editionOfEntry, on: actedOn }: EntryActContext,
): DocumentContent | Refusal {
  const { series: _series, number: _number, ...rest } = changes;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const content: DocumentContent = { ...entry.content, ...Object.fromEntries(given) };
  const { issuedOn } = content;
  if (issuedOn === entry.content.issuedOn || entry.received) return content;
  const { year } = documentParts(entry.document);
  const first = year === 'all' ? '1900-01-01' : `${year}-01-01`;
  const last = year === 'all' || actedOn < `${year}-12-31` ? actedOn : `${year}-12-31`;
  const ordered = editionOfEntry.documents.registers.find(
    ({ id }) => id === entry.register,
  )?.chronological;
  const beside = (step: number): string | undefined => {
    const neighbour = ordered === true ? state.entries.get(entry.number + step) : undefined;
    // A document from elsewhere has its place by the day of its entry, not by that of its issue.
    return neighbour?.received ? neighbour.on : neighbour?.content.issuedOn;
  };
  const [from, until] = [beside(-1) ?? first, beside(1) ?? last];
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
  const completion = study?.lifeFacts.find(({ event }) => event === entry.completedBy) ?? null;
  return decideMarks(kind, { ...context, edition, on: entry.on, completion });
}

function changedFields<T extends object>(before: T, after: T): readonly string[] {
  const keys = Object.keys(after) as (keyof T & string)[];
  return keys.filter((key) => before[key] !== after[key]);
}
