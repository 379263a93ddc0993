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
import type { AboutContext } from './context.ts';
import { standingLine } from './decide-life.ts';
import { marksFor } from './decide.ts';
import { documentAnnulled, documentLineCorrected } from './facts/events.ts';
import { documentParts, seriesName } from './facts/questions.ts';
import type {
  DocumentContent,
  DocumentMark,
  LineState,
  Paper,
  RegisterState,
} from './facts/state.ts';
import { documentBlankMissing, documentDayOutOfPlace, documentLineSame } from './refusals.ts';

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
