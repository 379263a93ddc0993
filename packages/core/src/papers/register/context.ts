import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { IdentityOnRecord } from '../../people/learner/facts/identity-questions.ts';
import { printedIdentityOn } from '../../people/learner/facts/identity-questions.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { passportOn } from '../../rules/organisation/facts/questions.ts';
import { readOrganisation } from '../../rules/organisation/facts/reading.ts';
import type { OrganisationState, Passport } from '../../rules/organisation/facts/state.ts';
import { readEdition } from '../../rules/regulation/facts/reading.ts';
import type { Edition, RegulationState } from '../../rules/regulation/facts/state.ts';
import { regulationFold } from '../../rules/regulation/facts/state.ts';
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
import type { RegisterEntry } from './facts/entry-state.ts';
import type { SeriesKey } from './facts/questions.ts';
import { documentParts, succeededSince } from './facts/questions.ts';
import type { RegisterState } from './facts/state.ts';
import { entryOf, registerFold } from './facts/state.ts';
import type { RegisterPlace } from './place-context.ts';
import { registerKeyOf } from './place-context.ts';

/** The study that a document is about, and the earlier ones whose marks enter too. RK 1.1. */
export interface StudyRead {
  /** Null: none is named; its id is null where there is no such enrollment. */
  readonly study: EnrollmentState | null;
  readonly programme: ProgrammeState | null;
  /** In the order in which they are named; `named` is the id that was given. */
  readonly earlier: readonly EarlierStudy[];
  readonly regulation: RegulationState;
}

/** An earlier enrollment and its programme. */
export interface EarlierStudy {
  readonly named: string;
  readonly study: EnrollmentState;
  readonly programme: ProgrammeState | null;
}

/** What the decision to correct or annul reads from other streams. D7 for registers, D15. */
export interface EntryActContext extends ActDay, StudyRead {
  /** The edition in force on the day of the entry, which says what the document may state. */
  readonly editionOfEntry: Edition;
  readonly official: OfficialState;
  /** The appointments of the document's own signer as corrected; null: it is not corrected. */
  readonly documentSigner: OfficialState | null;
  /** The passport, where a correction names a predecessor; null: it names none. RK 1.15. */
  readonly organisation: OrganisationState | null;
  readonly ground: Ground | null;
  readonly stock: BlankStockState | null;
}

/** What the decision to issue reads from other streams. */
export interface IssueContext extends ActDay, StudyRead {
  readonly kind: DocumentKind;
  readonly register: RegisterRules;
  /** Key of the stream that the entry is appended to. */
  readonly key: SeriesKey;
  readonly learnerState: LearnerState;
  readonly official: OfficialState;
  readonly ground: Ground | null;
  /** Stock of the kind of blank; null for plain paper. */
  readonly stock: BlankStockState | null;
  /**
   * The registers of the same series in other years, in which a document of this enrollment, or one
   * in the same place, may have been issued.
   */
  readonly otherYears: readonly RegisterState[];
  /** The entry of the document to be replaced, where it is in another stream; otherwise null. */
  readonly first: RegisterEntry | null;
  /** The line of an old book that the documents to be replaced go back to; null: they do not. */
  readonly oldLine: RegisterEntry | null;
  /** Name and birth date on record on the day of issue. RK 1.10. */
  readonly identity: Pick<IdentityOnRecord, 'name' | 'birthDate'>;
  /** What the organisation's passport says on the day of issue. RK 1.15. */
  readonly passport: Passport;
}

/** What the decision to receive reads from other streams. R5 §4.7. */
export interface ReceiveContext extends ActDay {
  readonly kind: DocumentKind;
  readonly register: RegisterRules;
  readonly key: SeriesKey;
  readonly learnerState: LearnerState;
  readonly study: EnrollmentState | null;
}

/**
 * Reads the entry's edition, its enrollment and stock of blanks, and who signs. Refuses
 * `regulation-missing`, `dated-ahead`.
 */
export async function readEntryAct(
  session: Session,
  input: CorrectDocumentLine | AnnulDocument,
  { sender }: ReceivedCommand,
): Promise<EntryActContext | Refusal> {
  const { document, signer, on } = input;
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const entry = await readEntry(session, document);
  const issuer = 'changes' in input ? (input.changes.signer ?? entry?.signer?.person) : undefined;
  const predecessor = 'changes' in input ? (input.changes.predecessor ?? null) : null;
  const editionOfEntry = entry === null ? day.edition : await readEdition(session, entry.on);
  if (isRefusal(editionOfEntry)) return editionOfEntry;
  const [organisation, official, documentSigner, study, stock] = await Promise.all([
    predecessor === null ? null : readOrganisation(session),
    readOfficial(session, signer),
    issuer === undefined ? null : readOfficial(session, issuer),
    readStudies(session, entry?.enrollment ?? null, entry?.earlier ?? []),
    readStock(session, entry?.paper.blank ?? null),
  ]);
  const { ground } = sender;
  const signers = { official, documentSigner };
  return { ...day, editionOfEntry, organisation, ...signers, ...study, stock, ground };
}

/** Reads the entry of a document, or null. */
export async function readEntry(session: Session, document: string): Promise<RegisterEntry | null> {
  const { state } = await session.load(registerFold, ...registerKeyOf(document));
  return entryOf(state, document);
}

/** Whether a document's entry is in the register of this series and year. */
export function isInSeries(document: string, key: SeriesKey): boolean {
  const { series, year } = documentParts(document);
  return series === key.series && year === key.year;
}

/**
 * Reads the learner, the enrollment, the stock of blanks, the other years and who signs. Refuses
 * `regulation-missing`, `dated-ahead`.
 */
export async function readIssue(
  session: Session,
  input: IssueDocument,
  place: RegisterPlace,
  { sender }: ReceivedCommand,
): Promise<IssueContext | Refusal> {
  const { on, learner, signer, inPlaceOf } = input;
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { kind, key } = place;
  const elsewhere = inPlaceOf === null || isInSeries(inPlaceOf, key) ? null : inPlaceOf;
  const first = elsewhere === null ? null : await readEntry(session, elsewhere);
  const before = first ?? (await readOwnEntry(session, inPlaceOf, key));
  const named = input.enrollment ?? before?.enrollment ?? null;
  const [{ state: learnerState }, events, organisation, official, study, stock] = await Promise.all(
    [
      session.load(learnerFold, learner),
      session.handler.events(session.stream(learnerFold.kind, learner)),
      readOrganisation(session),
      readOfficial(session, signer),
      readStudies(session, named, input.earlier ?? before?.earlier ?? []),
      readStock(session, kind.blank),
    ],
  );
  const since = inPlaceOf === null ? completedOn(study.study) : first && succeededSince(first);
  const otherYears = await readOtherYears(session, key, since ?? on, day.today);
  const { ground } = sender;
  const who = { learnerState, identity: printedIdentityOn(events, on), official, ground };
  const passport = passportOn(organisation, on);
  const oldLine = await readOldLine(session, before);
  return { ...day, ...place, ...who, ...study, stock, otherYears, first, oldLine, passport };
}

/** Reads the learner and the enrollment. Refuses `regulation-missing`, `dated-ahead`. */
export async function readReceive(
  session: Session,
  { on, learner, enrollment }: ReceiveDocument,
  place: RegisterPlace,
): Promise<ReceiveContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { state: learnerState } = await session.load(learnerFold, learner);
  const { study } = await readStudy(session, enrollment);
  return { ...day, ...place, learnerState, study };
}

/** Reads the edition of the day, and the learner whose document it is. */
export async function readDelivery(
  session: Session,
  { document, on }: DeliverDocument,
): Promise<(ActDay & { readonly learnerState: LearnerState }) | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const entry = await readEntry(session, document);
  const { state: learnerState } = await session.load(learnerFold, entry?.learner ?? '-');
  return { ...day, learnerState };
}

/** The line of an old book that a document goes back to, over those in whose place it stands. */
async function readOldLine(
  session: Session,
  entry: RegisterEntry | null,
): Promise<RegisterEntry | null> {
  let found = entry;
  while (found?.first != null) found = await readEntry(session, found.first);
  return found?.old === null ? null : found;
}

async function readOwnEntry(
  session: Session,
  document: string | null,
  key: SeriesKey,
): Promise<RegisterEntry | null> {
  return document === null || !isInSeries(document, key) ? null : readEntry(session, document);
}

/** Reads an enrollment, the earlier ones named beside it, and the editions of the regulation. */
async function readStudies(
  session: Session,
  enrollment: string | null,
  named: readonly string[],
): Promise<StudyRead> {
  const own = await readStudy(session, enrollment);
  const earlier: EarlierStudy[] = [];
  for (const one of named) {
    const { study, programme } = await readStudy(session, one);
    if (study !== null) earlier.push({ named: one, study, programme });
  }
  const { state: regulation } = await session.load(regulationFold, 'main');
  return { ...own, earlier, regulation };
}

/** Reads an enrollment and its programme; each is null where it is not named or does not exist. */
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

/** Reads the stock of a kind of blank; null where no blank is named. */
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
 * Reads the registers of the same series in the years from one day to another, except its own: what
 * is entered late for a past year must respect what was issued since.
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
