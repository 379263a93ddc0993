import { readActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import { readActBy } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { readEdition } from '../../rules/regulation/facts/reading.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import type { EnrollmentState } from '../enrollment/facts/state.ts';
import { enrollmentFold } from '../enrollment/facts/state.ts';
import type {
  CorrectCommissionEntry,
  CorrectProtocolEntry,
  EnterProtocolEntry,
  SignProtocol,
} from './commands.ts';
import { commissionOf } from './facts/questions.ts';
import { readCommission } from './facts/reading.ts';
import { sittingOf } from './facts/state.ts';
import type { NumberProtocol } from './protocol/commands.ts';
import type { NumberingContext } from './protocol/context.ts';
import { seriesKey, seriesOf } from './protocol/facts/questions.ts';
import { readProtocol } from './protocol/facts/reading.ts';

/* What decisions about commissions and their protocols read from other streams. */

/** Context of an order about a commission. */
export interface CommissionContext {
  /** In force on the day of the act. */
  readonly edition: Edition;
  /** The officials who are to be seated, by person id. */
  readonly officials: ReadonlyMap<string, OfficialState>;
  /** The paper that the command rests on; null: none is named. */
  readonly ground: Ground | null;
}

/** Reads the context of an order, which may be dated ahead. Refuses `regulation-missing`. */
export async function readOrder(
  session: Session,
  on: string,
  seated: readonly { readonly person: string }[],
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<CommissionContext | Refusal> {
  const edition = await readEdition(session, on);
  if (isRefusal(edition)) return edition;
  const read = async ({ person }: { readonly person: string }) =>
    [person, await readOfficial(session, person)] as const;
  const officials = new Map<string, OfficialState>(await Promise.all(seated.map(read)));
  return { edition, officials, ground: sender.ground };
}

/** Context of an entry. */
export interface ProtocolEntryContext {
  /** In force on the day of the act. */
  readonly edition: Edition;
  /** The enrollment that is named; an empty one where there is none. */
  readonly study: EnrollmentState;
}

/** Reads the enrollment that an entry names. Refuses `protocol-unknown`. */
export async function readProtocolEntry(
  session: Session,
  { protocol, enrollment }: EnterProtocolEntry,
): Promise<ProtocolEntryContext | Refusal> {
  const seen = await readProtocol(session, protocol);
  if (isRefusal(seen)) return seen;
  return { edition: seen.edition, study: await readEnrollment(session, enrollment) };
}

/** Context of a correction of an entry. */
export interface ProtocolEntryCorrectionContext extends ProtocolEntryContext {
  /** Day of the correction. */
  readonly on: string;
}

/** Reads the day of a correction, and the enrollment that it names or that the entry named. */
export async function readProtocolEntryCorrection(
  session: Session,
  { protocol, replaces, enrollment, on }: CorrectProtocolEntry,
): Promise<ProtocolEntryCorrectionContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const commission = await readCommission(session, commissionOf(protocol));
  const entry = sittingOf(commission, protocol)?.entryOf.get(replaces);
  const named = enrollment ?? entry?.enrollment;
  if (named === undefined) return { ...day, study: enrollmentFold.initial() };
  return { ...day, study: await readEnrollment(session, named) };
}

/** Context of a signature. */
export interface SigningContext {
  /** In force on the day of the act. */
  readonly edition: Edition;
  /** The protocol's number; null: it has none yet. */
  readonly number: number | null;
}

/** Reads the day of a signature, and the protocol's number. Refuses `protocol-unknown`. */
export async function readSignature(
  session: Session,
  { protocol, on }: SignProtocol,
): Promise<SigningContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const seen = await readProtocol(session, protocol);
  return isRefusal(seen) ? seen : { edition: day.edition, number: seen.number };
}

/** The series in which a protocol is numbered, and the context of the decision. */
export interface NumberingPlace extends NumberingContext {
  /** The key of the series' stream. */
  readonly key: readonly string[];
}

/**
 * Finds the series of a protocol's number, which the edition of its sitting names. Refuses
 * `protocol-unknown`.
 */
export async function readNumbering(
  session: Session,
  { protocol }: NumberProtocol,
): Promise<NumberingPlace | Refusal> {
  const seen = await readProtocol(session, protocol);
  if (isRefusal(seen)) return seen;
  const { commission, sitting, edition } = seen;
  const series = seriesOf(edition.commissions, commission, sitting);
  return { sitting, series, edition, key: seriesKey(series) };
}

async function readEnrollment(session: Session, enrollment: string): Promise<EnrollmentState> {
  const { state } = await session.load(enrollmentFold, enrollment);
  return state;
}

/** Context of a correction of an entry: that of the act, and of the order as it is to read. */
export interface CommissionCorrectionContext extends ActContext {
  readonly order: CommissionContext;
}

/** Reads the act, its signer, and what the order would read on the true day. */
export async function readCommissionCorrection(
  session: Session,
  { commission, entry, signer, on, to }: CorrectCommissionEntry,
  command: Pick<ReceivedCommand, 'sender'>,
): Promise<CommissionCorrectionContext | Refusal> {
  const act = await readActBy(session, signer, on);
  if (isRefusal(act)) return act;
  const { entries } = await readCommission(session, commission);
  const day = (to.as === 'forming' ? to.from : to.on) ?? entries.get(entry)?.event.occurredOn;
  const seated = to.as === 'forming' ? to.members : to.as === 'seating' ? [to] : [];
  const order = await readOrder(session, day ?? act.on, seated, command);
  return isRefusal(order) ? order : { ...act, order };
}
