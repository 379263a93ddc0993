import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { EventOf } from '../../kernel/event-type.ts';
import type { RecordedEvent } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { readResultsOfProtocol } from '../../study/commission/facts/reading.ts';
import type { enrollmentEvents } from '../../study/enrollment/facts/events.ts';
import { readVersion } from '../form/facts/reading.ts';
import { readEventAt, readSource, readVolumeKept } from './context.ts';
import type { SettleSheets } from './sheet/commands.ts';
import type { NamedChange, SettlingContext } from './sheet/context.ts';
import { signingOf } from './sheet/facts/questions.ts';
import { sheetFold } from './sheet/facts/state.ts';

/**
 * Reads the page's last event, the form's version, every signer, the changes with who corrected by
 * them, and the results of the protocol that the signed sheets show. Refuses
 * `print-source-unknown`.
 */
export async function readSettling(
  session: Session,
  input: SettleSheets,
): Promise<SettlingContext | Refusal> {
  const day = await readActDay(session, input.on);
  if (isRefusal(day)) return day;
  const source = await readSource(session, input.source);
  if (isRefusal(source)) return source;
  const changes: NamedChange[] = [];
  for (const at of new Set(input.changes)) changes.push(await readChange(session, at));
  const correctors = changes.flatMap(({ correctedBy }) => correctedBy ?? []);
  const officials = new Map<string, OfficialState>();
  for (const person of [...input.signers.map((one) => one.person), ...correctors]) {
    officials.set(person, await readOfficial(session, person));
  }
  const approvedVersion = await readVersion(session, input.form, input.on);
  const kept = await readVolumeKept(session, input);
  const protocolResults = await readProtocolResults(session, input);
  return { ...day, officials, approvedVersion, kept, changes, protocolResults };
}

async function readChange(session: Session, at: string): Promise<NamedChange> {
  const event = await readEventAt(session, at);
  return { at, event, correctedBy: event && (await correctorOf(session, event)) };
}

/** Who corrected a mark by this event: by the correction itself, or by one that it lets count. */
async function correctorOf(session: Session, event: RecordedEvent): Promise<string | null> {
  const change = event as EventOf<(typeof enrollmentEvents)[number]>;
  if (change.type === 'AssessmentCorrected') return change.data.correctedBy;
  if (change.type !== 'CorrectionCountersigned') return null;
  const { correction } = change.data;
  const all = await session.handler.events(event.stream);
  const corrected = all.find(({ id }) => id === correction);
  return corrected === undefined ? null : correctorOf(session, corrected);
}

/** Reads the event ids of the results in the protocol that the signed sheets show, if any. */
async function readProtocolResults(
  session: Session,
  { carrier, volume, period, sheet }: SettleSheets,
): Promise<SettlingContext['protocolResults']> {
  const { state } = await session.load(sheetFold, carrier, volume, period);
  const protocol = signingOf(state, sheet)?.data.shows?.protocol ?? null;
  return protocol === null ? new Set() : readResultsOfProtocol(session, protocol);
}
