import type { Session, Refusal } from '@letopis/core';
import { isLetopisError, isRefusal } from '@letopis/core';
import { readEnrollments, readGroup, rowCommandId } from '@letopis/core/facts';
import { identifier } from '@letopis/core/values';
import type { FittedMapping } from '../mapping/check.ts';
import type { RawCommand } from '../mapping/commands.ts';
import { laneOf } from '../mapping/commands.ts';
import type { EnrollmentRef, RecordedAs, RowRead } from '../mapping/read-row.ts';
import { isBadCell, readUnit } from '../mapping/read-row.ts';
import { ruleColumns } from '../mapping/rules.ts';
import { readExternalIds } from './external-ids.ts';
import type { RowReceipt, RowRefusal } from './receipt.ts';
import type { Received } from './received.ts';
import { noEnrollmentInGroup, rowRecordedOtherwise } from './refusals.ts';
import type { Unit } from './units.ts';

/** The outcome of a row, without its place. */
export type Outcome = Pick<
  RowReceipt,
  'status' | 'eventId' | 'refusal' | 'differences' | 'warnings'
>;

/** The outcome of a row, and what it became; null: it became nothing. */
export interface SentOutcome {
  readonly outcome: Outcome;
  /** The event that the next correction replaces, and its stream. */
  readonly became: { readonly event: string; readonly stream: string } | null;
}

/**
 * Reads a unit by its mapping; where it cannot be read, its outcome says why, and nothing is sent.
 * @param recorded for a correcting command: what the row was recorded as.
 */
export async function readFields(
  unit: Unit,
  fitted: FittedMapping,
  received: Received,
  recorded: RecordedAs | null = null,
): Promise<RowRead | { readonly outcome: Outcome }> {
  if (unit.refusal !== null) {
    return { outcome: no('invalid', refused(unit.refusal, null, null)) };
  }
  const ids = await readExternalIds(unit.rows, fitted, received.session);
  const read = readUnit(unit.rows, fitted, ids, recorded);
  if (!isBadCell(read)) return read;
  return { outcome: no(read.status, refused(read.refusal, read.field, read.column)) };
}

/** The lane in which a unit that was read is sent. */
export function laneOfRead({ fields, enrollment }: RowRead, { command }: FittedMapping): string {
  const about = enrollment === null ? fields : { ...fields, enrollment: enrollment.learner };
  return laneOf(command.operation, about);
}

/** The id of the command of a row that is known by its place in the file. */
export function placeCommandId(unit: Unit, fitted: FittedMapping, received: Received): string {
  const { session, sha256, eventId } = received;
  const target = rowTarget(sha256, fitted.sheet.name, fitted.mapping.id, unit.rows[0]?.row ?? 0);
  return rowCommandId(eventId, target, session.handler.store.ports.hash);
}

/** Sends the command of a unit that was read. */
export async function sendUnit(
  unit: Unit,
  read: RowRead,
  fitted: FittedMapping,
  received: Received,
  commandId: string,
): Promise<SentOutcome> {
  const { command, mapping } = fitted;
  const { session } = received;
  const row = unit.rows[0]?.row ?? 0;
  const fields = await resolved(session, read);
  if (isRefusal(fields)) return notSent('rejected', refused(fields, 'enrollment', null));
  try {
    const raw: RawCommand = { ...fields, commandId, causationId: received.eventId };
    const answer = await command.operation.run(session.following(), raw);
    if (answer.ok) {
      const { eventId, position, warnings, stream } = answer.value;
      const replacedBy: unknown = Reflect.get(answer.value, 'replacedBy');
      const event = typeof replacedBy === 'string' && replacedBy !== '' ? replacedBy : eventId;
      const warned = warnings === undefined ? {} : { warnings };
      const status = position > received.from ? 'accepted' : 'already-there';
      return { outcome: { status, eventId, refusal: null, ...warned }, became: { event, stream } };
    }
    return { outcome: notTaken(answer.refusal, fitted), became: null };
  } catch (error) {
    if (!isLetopisError(error, 'command-id-reused')) throw error;
    const refusal = rowRecordedOtherwise({ row, command: mapping.command });
    return notSent('rejected', refused(refusal, null, null));
  }
}

const notSent = (status: Outcome['status'], refusal: RowRefusal): SentOutcome => ({
  outcome: no(status, refusal),
  became: null,
});

/** The fields of a command, with the enrollment that the row means. */
export async function resolved(
  session: Session,
  { fields, enrollment }: RowRead,
): Promise<RowRead['fields'] | Refusal> {
  if (enrollment === null) return fields;
  const found = await enrollmentOf(session, enrollment);
  return isRefusal(found) ? found : { ...fields, enrollment: found };
}

/** What a row's command id is derived from, besides the import: file, sheet, row and mapping. */
function rowTarget(sha256: string, sheet: string | null, mapping: string, row: number): string {
  return JSON.stringify([sha256, sheet, row, mapping]);
}

/** The learner's newest enrollment that was ever in the group. */
async function enrollmentOf(
  session: Session,
  { learner, group }: EnrollmentRef,
): Promise<string | Refusal> {
  const missing = noEnrollmentInGroup({ learner, group });
  if (![learner, group].every((id) => identifier.safeParse(id).success)) return missing;
  const opened = await readGroup(session, group);
  if (isRefusal(opened)) return opened;
  const all = await readEnrollments(session, learner, opened.programme);
  const found = all.findLast(({ lifeFacts }) => lifeFacts.some((fact) => fact.group === group));
  return found?.id ?? missing;
}

function notTaken(refusal: Refusal, { command, mapping }: FittedMapping): Outcome {
  const field = refusal.code === 'invalid-input' ? firstField(refusal.data) : null;
  const rule = field === null ? undefined : mapping.fields[field.split('.')[0] ?? ''];
  const column = rule === undefined ? null : (ruleColumns(rule)[0] ?? null);
  const said = refused(refusal, field, column);
  if (command.alreadyRecorded.includes(refusal.code)) return no('already-there', said);
  return no(refusal.code === 'invalid-input' ? 'invalid' : 'rejected', said);
}

/** The path of the first issue of `invalid-input`. */
function firstField(data: unknown): string | null {
  const { issues } = data as { readonly issues: readonly { readonly path: string }[] };
  return issues[0]?.path || null;
}

/** A refusal as receipts have it. */
export function refused(
  { code, text }: Refusal,
  field: string | null,
  column: string | null,
): RowRefusal {
  return { code, text, field, column };
}

/** The outcome of a row that became no event. */
export const no = (status: Outcome['status'], refusal: RowRefusal): Outcome => ({
  status,
  eventId: null,
  refusal,
});
