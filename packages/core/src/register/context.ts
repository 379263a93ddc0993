import type { ActDay } from '../acting/act-day.ts';
import { readActDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import type { EnrollmentState } from '../enrollment/state.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { LearnerState } from '../learner/state.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import type { ProgrammeState } from '../programme/state.ts';
import { programmeDecider } from '../programme/state.ts';
import { readEdition } from '../regulation/reading.ts';
import type { Edition } from '../regulation/rules.ts';
import type { DocumentKind, RegisterRules } from '../regulation/sections/document-kinds.ts';
import type { AboutContext } from './about-line.ts';
import type { BlankStockState } from './blank/stock.ts';
import { blankStockDecider } from './blank/stock.ts';
import type {
  AnnulDocument,
  CorrectDocumentLine,
  DeliverDocument,
  IssueDocument,
  ReceiveDocument,
} from './commands.ts';
import { documentParts } from './id.ts';
import type { IssueContext } from './issue.ts';
import type { SeriesKey } from './number.ts';
import { seriesOn } from './number.ts';
import type { ReceiveContext } from './receive.ts';
import { documentKindUnknown } from './refusals.ts';
import type { LineState, RegisterState } from './state.ts';
import { lineOf, registerDecider } from './state.ts';

/* What decisions about documents read from other streams. */

/** The kind of a document, the register of its line, and the stream that the line goes to. */
export interface Place {
  readonly kind: DocumentKind;
  readonly register: RegisterRules;
  readonly key: SeriesKey;
}

/** Where a new line goes by the edition of its day; refuses `document-kind-unknown`. */
export function placeOf(
  { documents }: Edition,
  { kind: id, on }: { readonly kind: string; readonly on: string },
  act: 'issue' | 'receive',
  inPlaceOf: string | null = null,
): Place | Refusal {
  const registerOf = (kind: DocumentKind): string | null => {
    if (act === 'receive') return kind.receivedRegister;
    return inPlaceOf === null ? kind.register : (kind.duplicateRegister ?? kind.register);
  };
  const kind = documents.kinds.find((one) => one.id === id);
  const name = kind === undefined ? null : registerOf(kind);
  const register = documents.registers.find((one) => one.id === name);
  if (kind === undefined || register === undefined) {
    const kinds = documents.kinds.filter((one) => registerOf(one) !== null);
    return documentKindUnknown({ kind: id, kinds: kinds.map((one) => one.id), act });
  }
  return { kind, register, key: seriesOn(register, on) };
}

/** The register of a document, as a stream's key. */
export const keyOf = (document: string): readonly [string, string] => {
  const { series, year } = documentParts(document);
  return [series, year];
};

/** Reads what issuing needs; refuses `regulation-missing`, `dated-ahead`. */
export async function readIssue(
  desk: Desk,
  input: IssueDocument,
  place: Place,
  { sender }: ReceivedCommand,
): Promise<IssueContext | Refusal> {
  const { on, learner, signer, inPlaceOf } = input;
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const { kind, key } = place;
  const elsewhere = inPlaceOf === null || isHere(inPlaceOf, key) ? null : inPlaceOf;
  const first = elsewhere === null ? null : await readLine(desk, elsewhere);
  const named =
    input.enrollment ?? first?.enrollment ?? (await ownEnrollment(desk, inPlaceOf, key));
  const [{ state: about }, official, study, stock] = await Promise.all([
    desk.load(learnerDecider, learner),
    readOfficial(desk, signer),
    readStudy(desk, named),
    readStock(desk, kind.blank),
  ]);
  const since = inPlaceOf === null ? completedOn(study.study) : first?.on;
  const otherYears = await readOtherYears(desk, key, since ?? on, day.today);
  const { ground } = sender;
  return { ...day, ...place, about, official, ...study, stock, otherYears, first, ground };
}

/** Reads what receiving needs; refuses `regulation-missing`, `dated-ahead`. */
export async function readReceive(
  desk: Desk,
  { on, learner, enrollment }: ReceiveDocument,
  place: Place,
): Promise<ReceiveContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const { state: about } = await desk.load(learnerDecider, learner);
  const { study } = await readStudy(desk, enrollment);
  return { ...day, ...place, about, study };
}

/** Reads what an act about a line needs; refuses `regulation-missing`, `dated-ahead`. */
export async function readAbout(
  desk: Desk,
  { document, signer, on }: CorrectDocumentLine | AnnulDocument,
  { sender }: ReceivedCommand,
): Promise<AboutContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const line = await readLine(desk, document);
  const ofLine = line === null ? day.edition : await readEdition(desk, line.on);
  if (isRefusal(ofLine)) return ofLine;
  const [official, study, stock] = await Promise.all([
    readOfficial(desk, signer),
    readStudy(desk, line?.enrollment ?? null),
    readStock(desk, line?.paper.blank ?? null),
  ]);
  return { ...day, ofLine, official, ...study, stock, ground: sender.ground };
}

/** Reads what delivering a document needs: its day, and the learner whose it is. */
export async function readDelivery(
  session: Desk,
  { document, on }: DeliverDocument,
): Promise<(ActDay & { readonly about: LearnerState }) | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const line = await readLine(session, document);
  const { state: about } = await session.load(learnerDecider, line?.learner ?? '-');
  return { ...day, about };
}

/** The line of a document, or null. */
export async function readLine(desk: Desk, document: string): Promise<LineState | null> {
  const { state } = await desk.load(registerDecider, ...keyOf(document));
  return lineOf(state, document);
}

function isHere(document: string, key: SeriesKey): boolean {
  const { series, year } = documentParts(document);
  return series === key.series && year === key.year;
}

async function ownEnrollment(
  desk: Desk,
  document: string | null,
  key: SeriesKey,
): Promise<string | null> {
  if (document === null || !isHere(document, key)) return null;
  return (await readLine(desk, document))?.enrollment ?? null;
}

async function readStudy(
  desk: Desk,
  enrollment: string | null,
): Promise<{ study: EnrollmentState | null; programme: ProgrammeState | null }> {
  if (enrollment === null) return { study: null, programme: null };
  const { state: study } = await desk.load(enrollmentDecider, enrollment);
  if (study.id === null) return { study, programme: null };
  const { state: programme } = await desk.load(programmeDecider, study.programme);
  return { study, programme: programme.id === null ? null : programme };
}

/** The stock of a kind of blank; null: there is none to account for. */
export async function readStock(desk: Desk, blank: string | null): Promise<BlankStockState | null> {
  if (blank === null) return null;
  return (await desk.load(blankStockDecider, blank)).state;
}

const completedOn = (study: EnrollmentState | null): string | undefined =>
  study?.line.findLast(({ type }) => type === 'Completed')?.on;

/**
 * The same series in the years from one day to another, without its own: what is entered late, for
 * a year gone by, meets what was issued since.
 */
async function readOtherYears(
  desk: Desk,
  key: SeriesKey,
  since: string,
  until: string,
): Promise<readonly RegisterState[]> {
  if (key.year === 'all') return [];
  const found: RegisterState[] = [];
  for (let year = Number(since.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
    if (year === Number(key.year)) continue;
    const { state } = await desk.load(registerDecider, key.series, String(year));
    found.push(state);
  }
  return found;
}
