import * as z from 'zod';
import { command } from '../kernel/command.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { RecordedEvent, Refs } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { complaint, shown } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import type { recordEvents } from './record-events.ts';
import { acceptedByArchive, handedOver, returnedByArchive } from './record-events.ts';

/*
 * What an enrollment, a journal and a personal file have in common on their way to the archive: a
 * part of their state, `custody`, and three commands. Only the transfer that a record was handed
 * over to can accept or return it. D18, R1 §7.
 */

export type RecordEvent = EventOf<(typeof recordEvents)[number]>;

/** Where a record stands: open, handed over to a transfer, or accepted by the archive. */
export interface Custody {
  /** The transfer that it stands still for, or was accepted in; null: it is open. */
  transfer: string | null;
  accepted: boolean;
}

/**
 * The custody of a record that nobody has handed over yet.
 * @example
 * openCustody(); // => { transfer: null, accepted: false }
 */
export const openCustody = (): Custody => ({ transfer: null, accepted: false });

/** Folds one of the three facts onto a custody; a record's `evolve` calls it for them. */
export function evolveCustody(custody: Custody, event: RecordEvent): void {
  custody.transfer = event.type === 'ReturnedByArchive' ? null : event.data.transfer;
  custody.accepted = event.type === 'AcceptedByArchive';
}

const ID = '[A-Za-z0-9_-]{1,48}';
const RECORD = new RegExp(`^(?:enrollment|journal)-${ID}\\.${ID}\\.${ID}$|^file-${ID}\\.${ID}$`);

/**
 * Schema of a record's name: its stream without the organisation. Refuses any other stream.
 * @example
 * recordName.parse('journal-m-1.safety.2026'); // => 'journal-m-1.safety.2026'
 * recordName.safeParse('learner-l-1').success; // => false
 */
export const recordName = z.string({ error: ({ input }) => noRecord(input) }).regex(RECORD, {
  error: ({ input }) => noRecord(input),
});

function noRecord(input: unknown): string {
  return complaint(
    `${shown(input)} не запись: нужно enrollment-…, journal-… или file-… с ключом через точки`,
    `${shown(input)} is no record: give enrollment-…, journal-… or file-… with its dotted key`,
  );
}

/* Commands: the archive-transfer process sends them, each under an id that the cause gives. */

const moved = z.strictObject({ transfer: identifier, record: recordName, on: localDate });

/** What each of the three commands says: which record, in which transfer, from which day. */
export type RecordMove = z.output<typeof moved>;

/** Hands a record over to a transfer: from now on it stands still. */
export const handOverRecord = command('hand-over-record', moved);
/** Closes a record that the archive has accepted. */
export const acceptRecord = command('accept-record', moved);
/** Opens a record again whose transfer was refused or called off. */
export const returnRecord = command('return-record', moved);

/* Refusals */

/** There is no such record. */
export const recordUnknown = refusal('record-unknown', (d: { record: string }) => ({
  ru: `Записи ${d.record} нет: проверьте вид и ключ`,
  en: `There is no record ${d.record}: check its kind and key`,
}));

/** The record stands still for a transfer. */
export const recordHandedOver = refusal(
  'record-handed-over',
  (d: { record: string; transfer: string }) => ({
    ru: `${d.record} передаётся в архив (${d.transfer}): дождитесь приёма или возврата`,
    en: `${d.record} is being handed over (${d.transfer}): wait until it is accepted or returned`,
  }),
);

/** The archive holds the record: it is closed to ordinary change. */
export const recordArchived = refusal(
  'record-archived',
  (d: { record: string; transfer: string }) => ({
    ru: `${d.record} принято архивом (${d.transfer}) и закрыто: обратитесь в архив`,
    en: `${d.record} was accepted by the archive (${d.transfer}) and is closed: ask the archive`,
  }),
);

/** Only the transfer that a record was handed over to can accept or return it. */
export const recordNotHandedOver = refusal(
  'record-not-handed-over',
  (d: { record: string; transfer: string }) => ({
    ru: `${d.record} не передано по ${d.transfer}: принять или вернуть может только его передача`,
    en: `${d.record} was not handed over to ${d.transfer}: only its own transfer can settle it`,
  }),
);

/* Decide */

/**
 * What stands in the way of an ordinary change of a record; null: nothing.
 * Refuses `record-handed-over` and `record-archived`. D18.
 * @example
 * standsStill(openCustody(), 'file-l-1.1'); // => null
 */
export function standsStill(custody: Custody, record: string): Refusal | null {
  const { transfer, accepted } = custody;
  if (transfer === null) return null;
  return accepted ? recordArchived({ record, transfer }) : recordHandedOver({ record, transfer });
}

/** What the archive needs to know of a kind of record, to move any record of it. */
export interface ArchivedKind<State, E extends RecordedEvent> {
  /** Its `kind` is the first word of the record's name. */
  readonly decider: Decider<State, E>;
  /** The custody of a record; null where there is no such record yet. */
  readonly custodyOf: (state: State) => Custody | null;
  /** Ids of learner, group, … that the record concerns. */
  readonly refsOf: (state: State) => Refs;
  /** What else stands in the way of handing it over (a correction that waits); null: nothing. */
  readonly obstacle: (state: State, move: RecordMove) => Refusal | null;
}

/** Decides {@link handOverRecord} for a record of any kind. */
export function decideHandOver<State, E extends RecordedEvent>(
  kind: ArchivedKind<State, E>,
  state: State,
  move: RecordMove,
): Decision {
  const custody = kind.custodyOf(state);
  if (custody === null) return recordUnknown({ record: move.record });
  const no = standsStill(custody, move.record) ?? kind.obstacle(state, move);
  return no ?? [handedOver.draft(factOf(kind.refsOf(state), move))];
}

/** Decides {@link acceptRecord} for a record of any kind. */
export function decideAccept<State, E extends RecordedEvent>(
  kind: ArchivedKind<State, E>,
  state: State,
  move: RecordMove,
): Decision {
  return (
    foreign(kind.custodyOf(state), move) ?? [
      acceptedByArchive.draft(factOf(kind.refsOf(state), move)),
    ]
  );
}

/** Decides {@link returnRecord} for a record of any kind. */
export function decideReturn<State, E extends RecordedEvent>(
  kind: ArchivedKind<State, E>,
  state: State,
  move: RecordMove,
): Decision {
  return (
    foreign(kind.custodyOf(state), move) ?? [
      returnedByArchive.draft(factOf(kind.refsOf(state), move)),
    ]
  );
}

/** Why this transfer cannot settle a record in this custody; null: it can. */
function foreign(custody: Custody | null, { record, transfer }: RecordMove): Refusal | null {
  if (custody === null) return recordUnknown({ record });
  if (custody.transfer !== transfer) return recordNotHandedOver({ record, transfer });
  return custody.accepted ? recordArchived({ record, transfer }) : null;
}

function factOf(refs: Refs, { transfer, record, on }: RecordMove) {
  return { occurredOn: on, refs: { ...refs, transfer: [transfer] }, data: { transfer, record } };
}
