import { Session } from '../../acting/session.ts';
import { recordsAt } from '../../keeping/transfer/facts/questions.ts';
import type { TransferEvent } from '../../keeping/transfer/facts/state.ts';
import { transferFold } from '../../keeping/transfer/facts/state.ts';
import { transferNotes } from '../../keeping/transfer/notes-service.ts';
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
 * The archive transfer as a process. A listed record is owed its hand-over; a handed-over one owes
 * the transfer a note; acceptance owes every noted record its closing, refusal its return; and each
 * of those owes the transfer word that it is done. D18, architecture §3.
 */

type Leading = Extract<
  TransferEvent,
  { type: 'RecordsListed' | 'TransferAccepted' | 'TransferRefused' }
>;

type Moved = EventOf<(typeof recordEvents)[number]>;

/** What the process hears. */
export type ArchiveTransferEvent = Leading | Moved;

const movers: Readonly<Record<string, RecordMover>> = {
  enrollment: recordMover(enrollmentArchive),
  journal: recordMover(journalArchive),
  file: recordMover(fileArchive),
};

// The name of a record was checked when it was listed, so its kind has a mover.
const moverOf = (record: string): RecordMover =>
  movers[record.slice(0, record.indexOf('-'))] ?? (movers['file'] as RecordMover);

/**
 * The process behind `transferService`: run it with `runProcess` or `followProcess`. It enters
 * its facts as `archive-transfer`, on behalf of the account whose act they follow from.
 *
 * @example
 * const process = archiveTransfer(kernel, 'academy');
 * await runProcess({ store: kernel.store, codec: kernel.codec, process });
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

/** Makes what one event owes: all of it from the event alone, and by one sender. */
class Owing {
  readonly #session: Session;
  readonly #transfer: string;
  readonly #on: string;

  constructor(handler: CommandHandler, organisation: string, event: ArchiveTransferEvent) {
    const { actor, onBehalfOf, ground, occurredOn, data } = event;
    // Two runners must send the same: the sender is part of what a repetition is told by.
    const sender = { actor: 'archive-transfer', onBehalfOf: onBehalfOf ?? actor, ground };
    this.#session = new Session(organisation, sender, handler);
    this.#transfer = data.transfer;
    this.#on = occurredOn;
  }

  /** The records that were noted: the list is fixed once the transfer is accepted or refused. */
  async noted(): Promise<readonly string[]> {
    const { state } = await this.#session.load(transferFold, this.#transfer);
    return recordsAt(state, 'noted');
  }

  /** A step that is owed to a record; a refusal of it stands in the transfer. */
  step(step: RecordStep, record: string): OwedCommand {
    return {
      target: `${step} ${record}`,
      isStored: (commandId) => this.#isStored(record, commandId),
      run: (sending) => this.#move(step, record, sending),
      notDone: (refusal, sending) => this.#notDone(record, step, refusal, sending),
    };
  }

  /** The note that a handed-over record owes; one that comes too late is answered by its return. */
  note(record: string, revision: number): OwedCommand {
    const fields = { transfer: this.#transfer, record, on: this.#on, revision };
    return {
      target: `note ${record}`,
      isStored: (commandId) => this.#isStored(record, commandId),
      run: (sending) => transferNotes(this.#session).record({ ...fields, ...sending }),
      notDone: (_, sending) => this.#move('return', record, sending),
    };
  }

  /** The word that a step is done; the transfer expects it, or says why not. */
  settled(record: string, step: 'close' | 'return', revision: number): OwedCommand {
    const fields = { transfer: this.#transfer, record, on: this.#on, step, revision };
    return {
      target: `settled ${record}`,
      isStored: (commandId) => this.#isStored(record, commandId),
      run: (sending) => transferNotes(this.#session).settled({ ...fields, ...sending }),
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
    return transferNotes(this.#session).notDone({ ...fields, refusal, ...sending });
  }
}
