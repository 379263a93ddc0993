import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { readEdition } from '../../rules/regulation/facts/reading.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import type {
  DocumentKind,
  RegisterRules,
} from '../../rules/regulation/sections/document-kinds.ts';
import type { EnrollmentState } from '../../study/enrollment/facts/state.ts';
import { enrollmentFold } from '../../study/enrollment/facts/state.ts';
import type { ProgrammeState } from '../../study/programme/facts/state.ts';
import { programmeFold } from '../../study/programme/facts/state.ts';
import type { BlankStockState } from './blank/facts/state.ts';
import { blankStockFold } from './blank/facts/state.ts';
import type {
  AnnulDocument,
  CorrectDocumentLine,
  DeliverDocument,
  IssueDocument,
  ReceiveDocument,
} from './commands.ts';
import type { SeriesKey } from './facts/questions.ts';
import { documentParts } from './facts/questions.ts';
import type { LineState, RegisterState } from './facts/state.ts';
import { lineOf, registerFold } from './facts/state.ts';
import type { Place } from './place-context.ts';
import { keyOf } from './place-context.ts';

/** Reads what an act about a line needs; refuses `regulation-missing`, `dated-ahead`. */
export async function readAbout(
  session: Session,
  { document, signer, on }: CorrectDocumentLine | AnnulDocument,
  { sender }: ReceivedCommand,
): Promise<AboutContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const line = await readLine(session, document);
  const ofLine = line === null ? day.edition : await readEdition(session, line.on);
  if (isRefusal(ofLine)) return ofLine;
  const [official, study, stock] = await Promise.all([
    readOfficial(session, signer),
    readStudy(session, line?.enrollment ?? null),
    readStock(session, line?.paper.blank ?? null),
  ]);
  return { ...day, ofLine, official, ...study, stock, ground: sender.ground };
}

/** The line of a document, or null. */
export async function readLine(session: Session, document: string): Promise<LineState | null> {
  const { state } = await session.load(registerFold, ...keyOf(document));
  return lineOf(state, document);
}

export function isHere(document: string, key: SeriesKey): boolean {
  const { series, year } = documentParts(document);
  return series === key.series && year === key.year;
}

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

/** Reads what issuing needs; refuses `regulation-missing`, `dated-ahead`. */
export async function readIssue(
  session: Session,
  input: IssueDocument,
  place: Place,
  { sender }: ReceivedCommand,
): Promise<IssueContext | Refusal> {
  const { on, learner, signer, inPlaceOf } = input;
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { kind, key } = place;
  const elsewhere = inPlaceOf === null || isHere(inPlaceOf, key) ? null : inPlaceOf;
  const first = elsewhere === null ? null : await readLine(session, elsewhere);
  const named =
    input.enrollment ?? first?.enrollment ?? (await ownEnrollment(session, inPlaceOf, key));
  const [{ state: about }, official, study, stock] = await Promise.all([
    session.load(learnerFold, learner),
    readOfficial(session, signer),
    readStudy(session, named),
    readStock(session, kind.blank),
  ]);
  const since = inPlaceOf === null ? completedOn(study.study) : first?.on;
  const otherYears = await readOtherYears(session, key, since ?? on, day.today);
  const { ground } = sender;
  return { ...day, ...place, about, official, ...study, stock, otherYears, first, ground };
}

/** Reads what receiving needs; refuses `regulation-missing`, `dated-ahead`. */
export async function readReceive(
  session: Session,
  { on, learner, enrollment }: ReceiveDocument,
  place: Place,
): Promise<ReceiveContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { state: about } = await session.load(learnerFold, learner);
  const { study } = await readStudy(session, enrollment);
  return { ...day, ...place, about, study };
}

/** Reads what delivering a document needs: its day, and the learner whose it is. */
export async function readDelivery(
  session: Session,
  { document, on }: DeliverDocument,
): Promise<(ActDay & { readonly about: LearnerState }) | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const line = await readLine(session, document);
  const { state: about } = await session.load(learnerFold, line?.learner ?? '-');
  return { ...day, about };
}

async function ownEnrollment(
  session: Session,
  document: string | null,
  key: SeriesKey,
): Promise<string | null> {
  if (document === null || !isHere(document, key)) return null;
  return (await readLine(session, document))?.enrollment ?? null;
}

export async function readStudy(
  session: Session,
  enrollment: string | null,
): Promise<{ study: EnrollmentState | null; programme: ProgrammeState | null }> {
  if (enrollment === null) return { study: null, programme: null };
  const { state: study } = await session.load(enrollmentFold, enrollment);
  if (study.id === null) return { study, programme: null };
  const { state: programme } = await session.load(programmeFold, study.programme);
  return { study, programme: programme.id === null ? null : programme };
}

/** The stock of a kind of blank; null: there is none to account for. */
export async function readStock(
  session: Session,
  blank: string | null,
): Promise<BlankStockState | null> {
  if (blank === null) return null;
  return (await session.load(blankStockFold, blank)).state;
}

const completedOn = (study: EnrollmentState | null): string | undefined =>
  study?.lifeFacts.findLast(({ type }) => type === 'Completed')?.on;

/**
 * The same series in the years from one day to another, without its own: what is entered late, for
 * a year gone by, meets what was issued since.
 */
async function readOtherYears(
  session: Session,
  key: SeriesKey,
  since: string,
  until: string,
): Promise<readonly RegisterState[]> {
  if (key.year === 'all') return [];
  const found: RegisterState[] = [];
  for (let year = Number(since.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
    if (year === Number(key.year)) continue;
    const { state } = await session.load(registerFold, key.series, String(year));
    found.push(state);
  }
  return found;
}

/* Issuing: the line gets the next number of its register's stream. D15. */

/** What issuing needs from elsewhere. */
export interface IssueContext extends ActDay {
  readonly kind: DocumentKind;
  readonly register: RegisterRules;
  /** The stream that the line is appended to. */
  readonly key: SeriesKey;
  readonly about: LearnerState;
  readonly study: EnrollmentState | null;
  readonly programme: ProgrammeState | null;
  readonly official: OfficialState;
  readonly ground: Ground | null;
  /** Stock of the kind of blank; null: plain paper. */
  readonly stock: BlankStockState | null;
  /**
   * Other streams in which a document of this enrollment, or one in the same place, may stand: the
   * same series in the years before and since.
   */
  readonly otherYears: readonly RegisterState[];
  /** The line of the document to be followed, where it stands in another stream. */
  readonly first: LineState | null;
}

/* A document of another organisation: a pupil comes in mid-year with sealed marks. R5 §4.7. */

/** What receiving needs from elsewhere. */
export interface ReceiveContext extends ActDay {
  readonly kind: DocumentKind;
  readonly register: RegisterRules;
  readonly key: SeriesKey;
  readonly about: LearnerState;
  readonly study: EnrollmentState | null;
}
