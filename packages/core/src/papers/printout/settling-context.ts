import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { EventOf } from '../../kernel/event-type.ts';
import type { RecordedEvent } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { commissionEvents } from '../../study/commission/facts/events.ts';
import type { enrollmentEvents } from '../../study/enrollment/facts/events.ts';
import { readVersion } from '../form/facts/reading.ts';
import { readEventAt, readSource, readVolumeKept } from './context.ts';
import type { SettleSheets } from './sheet/commands.ts';
import type { NamedChange, SettlingContext } from './sheet/context.ts';
import { sheetFold } from './sheet/facts/state.ts';

/**
 * Reads the page's last event, the form's version, every signer, the changes with who corrected by
 * them, and the results of the protocols that the signed sheets show. Refuses
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
  const protocols = await readProtocols(session, input);
  return { ...day, officials, approvedVersion, kept, changes, protocols };
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

/** The event ids of results by protocol, of the commissions whose record the signed sheets show. */
async function readProtocols(
  session: Session,
  { carrier, volume, period }: SettleSheets,
): Promise<SettlingContext['protocols']> {
  const { state } = await session.load(sheetFold, carrier, volume, period);
  const records = new Set(state.signings.flatMap(({ data }) => data.records));
  const found = new Map<string, Set<string>>();
  for (const record of records) {
    if (!record.startsWith('commission-')) continue;
    const events = await session.handler.events(`${session.organisation}.${record}`);
    for (const event of events) {
      const entry = event as EventOf<(typeof commissionEvents)[number]>;
      if (entry.type !== 'ProtocolLineEntered' && entry.type !== 'ProtocolLineCorrected') continue;
      const { protocol, result } = entry.data;
      const own = found.get(protocol) ?? new Set();
      if (result !== null) own.add(result);
      found.set(protocol, own);
    }
  }
  return found;
}
