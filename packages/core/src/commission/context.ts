import { readActDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import type { EnrollmentState } from '../enrollment/state.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { OfficialState } from '../official/state.ts';
import { readEdition } from '../regulation/reading.ts';
import type { CorrectLine, EnterLine, NumberProtocol, SignProtocol } from './commands.ts';
import type { CommissionContext } from './commission.ts';
import type { LineContext, LineCorrectionContext } from './lines.ts';
import { commissionOf } from './protocol-id.ts';
import type { NumberingContext } from './protocol-register.ts';
import { seriesKey, seriesOf } from './protocol-register.ts';
import { readCommission, readProtocol } from './reading.ts';
import type { SigningContext } from './signing.ts';

/** Reads the order on a commission and who is seated. It may be dated ahead: it holds from then. */
export async function readOrder(
  session: Desk,
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

/** Where a protocol is numbered, and what the decision needs. */
export interface NumberingPlace extends NumberingContext {
  /** The key of the series' stream. */
  readonly key: readonly string[];
}

/** Reads the series that numbers a protocol: the edition of its sitting's day names it. */
export async function readNumbering(
  session: Desk,
  { protocol }: NumberProtocol,
): Promise<NumberingPlace | Refusal> {
  const seen = await readProtocol(session, protocol);
  if (isRefusal(seen)) return seen;
  const { commission, sitting, edition } = seen;
  const series = seriesOf(edition.commissions, commission, sitting);
  return { commission: commission.id ?? '', sitting, series, edition, key: seriesKey(series) };
}

/** Reads the enrollment that a line names; refuses `protocol-unknown`. */
export async function readLine(
  session: Desk,
  { protocol, enrollment }: EnterLine,
): Promise<LineContext | Refusal> {
  const seen = await readProtocol(session, protocol);
  if (isRefusal(seen)) return seen;
  return { edition: seen.edition, study: await readStudy(session, enrollment) };
}

/** Reads the day of a correction, and the enrollment that it names or that the line named. */
export async function readLineCorrection(
  session: Desk,
  { protocol, replaces, enrollment, on }: CorrectLine,
): Promise<LineCorrectionContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const commission = await readCommission(session, commissionOf(protocol));
  const line = commission.sittings.get(protocol)?.lineOf.get(replaces);
  const named = enrollment ?? line?.enrollment;
  return { ...day, study: named === undefined ? null : await readStudy(session, named) };
}

/** Reads the day of a signature, and the protocol's number; refuses `protocol-unknown`. */
export async function readSignature(
  session: Desk,
  { protocol, on }: SignProtocol,
): Promise<SigningContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const seen = await readProtocol(session, protocol);
  return isRefusal(seen) ? seen : { edition: day.edition, number: seen.number };
}

async function readStudy(session: Desk, enrollment: string): Promise<EnrollmentState> {
  const { state } = await session.load(enrollmentDecider, enrollment);
  return state;
}
