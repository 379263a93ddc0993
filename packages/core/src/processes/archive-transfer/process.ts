import { Session } from '../../acting/session.ts';
import { recordsAt } from '../../keeping/transfer/facts/questions.ts';
import type { TransferEvent } from '../../keeping/transfer/facts/state.ts';
import { transferFold } from '../../keeping/transfer/facts/state.ts';
import { transferNotesService } from '../../keeping/transfer/notes-service.ts';
import type { CommandHandler } from '../../kernel/command-handler.ts';
import type { EventOf } from '../../kernel/event-type.ts';
import { knowsCommand } from '../../kernel/fold-cache.ts';
import type { OwedCommand, OwedSending, Process } from '../../kernel/process.ts';
import type { Refusal, Result } from '../../kernel/refusal.ts';
import { fileArchive } from '../../papers/file/facts/questions.ts';
import type { recordEvents } from '../../record/events.ts';
import { enrollmentArchive } from '../../study/enrollment/facts/questions.ts';
import { journalArchive } from '../../study/journal/facts/questions.ts';
import type { RecordMover, RecordStep } from './record-mover.ts';
import { recordMover } from './record-mover.ts';

/*
 * The process of an archive transfer. A listed record is handed over, and the transfer notes it.
 * When the transfer is accepted, each noted record is closed; when it is refused, each is returned;
 * and the transfer notes every record that is done. D18.
 */

type Leading = Extract<
  TransferEvent,
  { type: 'RecordsListed' | 'TransferAccepted' | 'TransferRefused' }
>;

type Moved = EventOf<(typeof recordEvents)[number]>;

/** The events that this process follows. */
export type ArchiveTransferEvent = Leading | Moved;

const movers: Readonly<Record<string, RecordMover>> = {
  enrollment: recordMover(enrollmentArchive),
  journal: recordMover(journalArchive),
  file: recordMover(fileArchive),
};

// The name of a record was checked when it was listed, so there is a mover of its kind.
const moverOf = (record: string): RecordMover =>
  movers[record.slice(0, record.indexOf('-'))] ?? (movers['file'] as RecordMover);

/**
 * The process of `transfers`, to be run with `runProcess` or `followProcess`. Its commands are sent
 * by the actor `archive-transfer`, on behalf of the account that entered the event they follow
 * from.
 *
 * @example
 * const process = archiveTransfer(handler, 'academy');
 * await runProcess({ store: handler.store, codec: handler.codec, process });
 */
export function archiveTransfer(
  handler: CommandHandler,
  organisation: string,
): Process<ArchiveTransferEvent> {
  return {
    name: `${organisation}.archive-transfer`,
    types: [
      'RecordsListed',
      'HandedOver',
      'TransferAccepted',
      'TransferRefused',
      'AcceptedByArchive',
      'ReturnedByArchive',
    ],
    streamPrefix: `${organisation}.`,
    owes: (event) => owes(new Owing(handler, organisation, event), event),
  };
}

async function owes(owing: Owing, event: ArchiveTransferEvent): Promise<readonly OwedCommand[]> {
  switch (event.type) {
    case 'RecordsListed':
      return event.data.records.map((record) => owing.step('hand-over', record));
    case 'HandedOver':
      return [owing.note(event.data.record, event.revision)];
    case 'TransferAccepted':
      return (await owing.noted()).map((record) => owing.step('close', record));
    case 'TransferRefused':
      return (await owing.noted()).map((record) => owing.step('return', record));
    case 'AcceptedByArchive':
      return [owing.settled(event.data.record, 'close', event.revision)];
    case 'ReturnedByArchive':
      return [owing.settled(event.data.record, 'return', event.revision)];
  }
}

/** Makes the commands that one event owes, from the event alone. */
class Owing {
  readonly #session: Session;
  readonly #transfer: string;
  readonly #on: string;

  constructor(handler: CommandHandler, organisation: string, event: ArchiveTransferEvent) {
    const { actor, onBehalfOf, ground, occurredOn, data } = event;
    // Two runners must send equal commands, because a repetition is recognised by the sender too.
    const sender = { actor: 'archive-transfer', onBehalfOf: onBehalfOf ?? actor, ground };
    this.#session = new Session(organisation, sender, handler);
    this.#transfer = data.transfer;
    this.#on = occurredOn;
  }

  /** The noted records, a list that no longer changes once the transfer is accepted or refused. */
  async noted(): Promise<readonly string[]> {
    const { state } = await this.#session.load(transferFold, this.#transfer);
    return recordsAt(state, 'noted');
  }

  /** A step that is owed to a record; the transfer records its refusal. */
  step(step: RecordStep, record: string): OwedCommand {
    return {
      target: `${step} ${record}`,
      isStored: (commandId) => this.#isStored(record, commandId),
      run: (sending) => this.#move(step, record, sending),
      notDone: (refusal, sending) => this.#notDone(record, step, refusal, sending),
    };
  }

  /** The note of a handed-over record; where the transfer refuses it, the record is returned. */
  note(record: string, revision: number): OwedCommand {
    const fields = { transfer: this.#transfer, record, on: this.#on, revision };
    return {
      target: `note ${record}`,
      isStored: (commandId) => this.#isStored(record, commandId),
      run: (sending) => transferNotesService(this.#session).record({ ...fields, ...sending }),
      notDone: (_, sending) => this.#move('return', record, sending),
    };
  }

  /** The note that a record was closed or returned; the transfer records its refusal. */
  settled(record: string, step: 'close' | 'return', revision: number): OwedCommand {
    const fields = { transfer: this.#transfer, record, on: this.#on, step, revision };
    return {
      target: `settled ${record}`,
      isStored: (commandId) => this.#isStored(record, commandId),
      run: (sending) => transferNotesService(this.#session).settled({ ...fields, ...sending }),
      notDone: (refusal, sending) => this.#notDone(record, step, refusal, sending),
    };
  }

  async #isStored(record: string, commandId: string): Promise<boolean> {
    const { commands } = await this.#session.load(transferFold, this.#transfer);
    if (knowsCommand({ commands }, commandId)) return true;
    return moverOf(record).isStored(this.#session, record, commandId);
  }

  #move(step: RecordStep, record: string, sending: OwedSending): Promise<Result<unknown>> {
    const fields = { transfer: this.#transfer, record, on: this.#on, ...sending };
    return moverOf(record).steps(this.#session)[step](fields);
  }

  #notDone(
    record: string,
    step: RecordStep,
    { code, text }: Refusal,
    sending: OwedSending,
  ): Promise<Result<unknown>> {
    const fields = { transfer: this.#transfer, record, on: this.#on, step };
    const refusal = { code, ...text };
    return transferNotesService(this.#session).notDone({ ...fields, refusal, ...sending });
  }
}
