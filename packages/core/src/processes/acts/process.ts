import { Session } from '../../acting/session.ts';
import { refuseUnlessTargetAwaited } from '../../keeping/act/decide-steps.ts';
import { itemNamed } from '../../keeping/act/facts/questions.ts';
import type { ActEvent, ActState } from '../../keeping/act/facts/state.ts';
import { actFold } from '../../keeping/act/facts/state.ts';
import { actNotesService } from '../../keeping/act/notes-service.ts';
import { retentionFold } from '../../keeping/retention/facts/state.ts';
import { releaseService } from '../../keeping/retention/release-service.ts';
import type { CommandHandler } from '../../kernel/command-handler.ts';
import { knowsCommand } from '../../kernel/fold-cache.ts';
import type { OwedCommand, OwedSending, Process } from '../../kernel/process.ts';
import type { Refusal, Result } from '../../kernel/refusal.ts';
import { deriveId } from '../../kernel/uuid.ts';
import { courseService } from '../../study/enrollment/course/service.ts';
import { enrollmentService } from '../../study/enrollment/life/service.ts';
import { eraseRecord } from './erase-record.ts';

/*
 * The process that carries out an act over many streams. The act's event owes each target one
 * command; the act then records that it was done, or why it was refused. D4, D19.
 */

type Leading = Extract<
  ActEvent,
  { type: 'GroupOrdered' | 'SelectionApproved' | 'ErasureOrdered' | 'ActEntryAnnulled' }
>;

type Annulled = Extract<Leading, { type: 'ActEntryAnnulled' }>;

/** The events that this process follows. */
export type ActLeadingEvent = Leading;

/** Where the event of a target was recorded. */
interface Stands {
  readonly stream: string;
  readonly revision: number;
}

type Send = (sending: OwedSending) => Promise<Result<Stands>>;

/**
 * The process of `acts` and `retention`, to be run with `runProcess` or `followProcess`. Its
 * commands are sent by the actor `act`, on behalf of the account that entered the act, on the act's
 * ground.
 *
 * @example
 * const process = actProcess(handler, 'academy');
 * await runProcess({ store: handler.store, codec: handler.codec, process });
 */
export function actProcess(handler: CommandHandler, organisation: string): Process<Leading> {
  return {
    name: `${organisation}.act`,
    types: ['GroupOrdered', 'SelectionApproved', 'ErasureOrdered', 'ActEntryAnnulled'],
    streamPrefix: `${organisation}.act-`,
    owes: (event) => new Owing(handler, organisation, event).all(event),
  };
}

/** Makes the commands that one event owes, from the event alone. */
class Owing {
  readonly #session: Session;
  readonly #act: string;
  readonly #on: string;

  constructor(handler: CommandHandler, organisation: string, event: Leading) {
    const { actor, onBehalfOf, ground, occurredOn, data } = event;
    // Two runners must send equal commands, because a repetition is recognised by the sender too.
    const sender = { actor: 'act', onBehalfOf: onBehalfOf ?? actor, ground };
    this.#session = new Session(organisation, sender, handler);
    this.#act = data.act;
    this.#on = occurredOn;
  }

  async all(event: Leading): Promise<readonly OwedCommand[]> {
    switch (event.type) {
      case 'GroupOrdered':
        return event.data.targets.map((target) => this.#ordered(event, target));
      case 'ErasureOrdered':
        return event.data.records.map((record) =>
          this.#owed('erase', record, (sending) =>
            eraseRecord(this.#session, { act: this.#act, record, on: this.#on, ...sending }),
          ),
        );
      case 'SelectionApproved':
        return event.data.last ? this.#releases() : [];
      case 'ActEntryAnnulled':
        return event.data.entry === 'SelectionApproved' ? this.#takenBack(event) : [];
    }
  }

  /** After an approval was annulled, each carrier that the act released is taken back. */
  async #takenBack({ data }: Annulled): Promise<readonly OwedCommand[]> {
    const { corrects: approval, actedOn, signer, edition } = data;
    const { state } = await this.#session.load(retentionFold, 'main');
    const own = [...state.released].filter(([, { owedBy }]) => owedBy === approval);
    return own.map(([target]) => {
      const item = itemNamed(target);
      const about = { act: this.#act, approval, ...item, actedOn, signer, edition };
      return {
        target: `take back ${target}`,
        isStored: async (commandId) =>
          knowsCommand(await this.#session.load(retentionFold, 'main'), commandId),
        run: (sending) => releaseService(this.#session).annul({ ...about, ...sending }),
        // Refused where it is taken back already: there is nothing to note.
        notDone: async (refusal) => ({ ok: false, refusal }),
      };
    });
  }

  /** The act lists all carriers from its first append on; each of them is owed its release. */
  async #releases(): Promise<readonly OwedCommand[]> {
    const { targets } = await this.#load();
    return [...targets.keys()].map((target) => {
      const item = { act: this.#act, ...itemNamed(target), on: this.#on };
      return this.#owed('release', target, (sending) =>
        releaseService(this.#session).carrier({ ...item, ...sending }),
      );
    });
  }

  #ordered({ data }: Extract<Leading, { type: 'GroupOrdered' }>, target: string): OwedCommand {
    const { order, group, studyFrom, to, reason, whereTo, honours, year } = data;
    const [enrollments, on] = [enrollmentService(this.#session), this.#on];
    const send: Record<typeof order, Send> = {
      enroll: (sending) =>
        enrollments.enroll({
          learner: target,
          group: group ?? '',
          from: on,
          studyFrom,
          ...sending,
        }),
      transfer: (sending) =>
        enrollments.transfer({ enrollment: target, to: to ?? '', on, ...sending }),
      complete: (sending) => enrollments.complete({ enrollment: target, honours, on, ...sending }),
      discharge: (sending) =>
        enrollments.discharge({
          enrollment: target,
          reason: reason ?? '',
          whereTo: whereTo ?? null,
          on,
          ...sending,
        }),
      'decide-year': (sending) =>
        courseService(this.#session).decideYear({
          enrollment: target,
          ...(year ?? { studyYear: '', decision: '' }),
          to,
          on,
          ...sending,
        }),
    };
    return this.#owed(order, target, send[order]);
  }

  /** A command owed to a target, and the note of its outcome in the act. */
  #owed(step: string, target: string, send: Send): OwedCommand {
    const about = { act: this.#act, target, on: this.#on };
    const run = async (sending: OwedSending): Promise<Result<unknown>> => {
      const no = refuseUnlessTargetAwaited(await this.#load(), this.#act, target);
      if (no !== null) return { ok: false, refusal: no };
      const sent = await send(sending);
      if (!sent.ok) return sent;
      const { stream, revision } = sent.value;
      const commandId = this.#noteId(sending.commandId);
      const note = { ...about, stream, revision, ...sending, commandId };
      return actNotesService(this.#session).done(note);
    };
    return {
      target: `${step} ${target}`,
      isStored: (commandId) => this.#isStored(commandId),
      run,
      notDone: ({ code, text }: Refusal, sending) => {
        const note = { ...about, refusal: { code, ...text }, ...sending };
        return actNotesService(this.#session).notDone(note);
      },
    };
  }

  /** The note has a command id of its own, because it goes to another stream. */
  #noteId(commandId: string): string {
    return deriveId(commandId, 'done', this.#session.handler.store.ports.hash);
  }

  async #load(): Promise<ActState> {
    return (await this.#session.load(actFold, this.#act)).state;
  }

  async #isStored(commandId: string): Promise<boolean> {
    const { commands } = await this.#session.load(actFold, this.#act);
    const seen = (id: string): boolean => knowsCommand({ commands }, id);
    return seen(commandId) || seen(this.#noteId(commandId));
  }
}
