import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { refuseUnlessOrder } from '../acting/order.ts';
import { signAs } from '../acting/signer.ts';
import { notInForce } from '../enrollment/correction.ts';
import type { EnrollmentState } from '../enrollment/state.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Ground } from '../kernel/event.ts';
import { known } from '../kernel/personal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { OfficialState } from '../official/state.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { Edition } from '../regulation/rules.ts';
import { refuseUnlessBlankUsable } from './blank/in-register.ts';
import type { BlankStockState } from './blank/stock.ts';
import type { AnnulDocument, CorrectDocumentLine } from './commands.ts';
import { documentAnnulled, documentLineCorrected } from './events.ts';
import { documentParts } from './id.ts';
import { standingLine } from './life.ts';
import { marksFor } from './marks.ts';
import { seriesName } from './number.ts';
import { documentBlankMissing, documentDayOutOfPlace, documentLineSame } from './refusals.ts';
import type { DocumentContent, DocumentMark, LineState, Paper, RegisterState } from './state.ts';

/*
 * Facts about a line: corrected, annulled. Each carries the day and the refs of the line, and its
 * own day in `actedOn`; nothing is overwritten, and a number stays used. D7 for registers, D15.
 */

/** What an act about a line needs from elsewhere. */
export interface AboutContext extends ActDay {
  /** The edition in force on the day of the line: what the document may say follows it. */
  readonly ofLine: Edition;
  readonly official: OfficialState;
  readonly ground: Ground | null;
  readonly stock: BlankStockState | null;
  readonly study: EnrollmentState | null;
  readonly programme: ProgrammeState | null;
}

/** Decides `correct-document-line`: signed, with a reason, and naming the entry in force. */
export function decideCorrectDocumentLine(
  state: RegisterState,
  input: CorrectDocumentLine,
  context: AboutContext,
): Decision {
  const { document, replaces, name, reason, signer: person, office, marksAnew } = input;
  const { on: actedOn, edition, official } = context;
  const line = standingLine(state, document);
  if (isRefusal(line)) return line;
  if (replaces !== line.inForce) return notInForce({ given: replaces, inForce: line.inForce });
  if (actedOn < line.lastActOn) return actOutOfOrder({ on: actedOn, after: line.lastActOn });
  const paper = newPaper(state, line, input, context);
  if (isRefusal(paper)) return paper;
  const content = newContent(state, line, input, context);
  if (isRefusal(content)) return content;
  const marks = marksAnew ? marksAgain(line, context) : line.marks;
  if (isRefusal(marks)) return marks;
  const changed = [
    ...differing(line.paper, paper),
    ...differing(line.content, content),
    ...(JSON.stringify(line.marks) === JSON.stringify(marks) ? [] : ['marks']),
    ...(name === undefined ? [] : ['name']),
  ];
  if (changed.length === 0) return documentLineSame({ document, inForce: line.inForce });
  const { correctionOffices } = edition.documents;
  const signer = signAs(official, { person, office, on: actedOn }, correctionOffices);
  if (isRefusal(signer)) return signer;
  const data = {
    document,
    learner: line.learner,
    corrects: line.event,
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
  return [documentLineCorrected.draft({ occurredOn: line.on, refs: line.refs, data })];
}

/** Decides `annul-document`: by the offices that annul, by order where the regulation says so. */
export function decideAnnulDocument(
  state: RegisterState,
  { document, reason, signer: person, office }: AnnulDocument,
  { on: actedOn, edition, official, ground }: Omit<AboutContext, 'ofLine'>,
): Decision {
  const line = standingLine(state, document);
  if (isRefusal(line)) return line;
  if (actedOn < line.lastActOn) return actOutOfOrder({ on: actedOn, after: line.lastActOn });
  const { annulmentOffices, annulmentOrderRequired } = edition.documents;
  const unordered = refuseUnlessOrder('annul-document', annulmentOrderRequired, ground);
  if (unordered !== null) return unordered;
  const signer = signAs(official, { person, office, on: actedOn }, annulmentOffices);
  if (isRefusal(signer)) return signer;
  const about = { document, learner: line.learner, corrects: line.event };
  const data = { ...about, reason: known(reason), signer, actedOn, edition: edition.edition };
  return [documentAnnulled.draft({ occurredOn: line.on, refs: line.refs, data })];
}

function newPaper(
  state: RegisterState,
  { document, paper, kind }: LineState,
  { changes }: CorrectDocumentLine,
  { stock }: AboutContext,
): Paper | Refusal {
  const { series = paper.series, number = paper.number } = changes;
  const { blank } = paper;
  const asked = { blank, series, number };
  if (blank === null || stock === null) return asked;
  if (number === null) return documentBlankMissing({ kind, blank });
  if (series === paper.series && number === paper.number) return asked;
  const register = seriesName(documentParts(document));
  return refuseUnlessBlankUsable(state, stock, register, { blank, series, number }) ?? asked;
}

/** The new content; a corrected day stays in the register's year, and among its neighbours. */
function newContent(
  state: RegisterState,
  line: LineState,
  { changes }: CorrectDocumentLine,
  { ofLine, on: actedOn }: AboutContext,
): DocumentContent | Refusal {
  const { series: _series, number: _number, ...rest } = changes;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const content: DocumentContent = { ...line.content, ...Object.fromEntries(given) };
  const { issuedOn } = content;
  if (issuedOn === line.content.issuedOn || line.received) return content;
  const { year } = documentParts(line.document);
  const first = year === 'all' ? '1900-01-01' : `${year}-01-01`;
  const last = year === 'all' || actedOn < `${year}-12-31` ? actedOn : `${year}-12-31`;
  const ordered = ofLine.documents.registers.find(({ id }) => id === line.register)?.chronological;
  const beside = (step: number): string | undefined =>
    ordered === true ? state.lines.get(line.number + step)?.content.issuedOn : undefined;
  const [from, until] = [beside(-1) ?? first, beside(1) ?? last];
  if (issuedOn >= from && issuedOn <= until) return content;
  return documentDayOutOfPlace({ document: line.document, issuedOn, from, until });
}

function marksAgain(
  line: LineState,
  { ofLine, study, programme }: AboutContext,
): readonly DocumentMark[] | Refusal {
  const kind = ofLine.documents.kinds.find(({ id }) => id === line.kind);
  return kind === undefined ? line.marks : marksFor(kind, study, programme);
}

function differing<T extends object>(before: T, after: T): readonly string[] {
  const keys = Object.keys(after) as (keyof T & string)[];
  return keys.filter((key) => before[key] !== after[key]);
}
