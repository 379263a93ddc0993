import { Session } from '../../acting/session.ts';
import type { CommandHandler } from '../../kernel/command-handler.ts';
import type { EventOf } from '../../kernel/event-type.ts';
import { knowsCommand } from '../../kernel/fold-cache.ts';
import type { OwedCommand, Process } from '../../kernel/process.ts';
import { creditFields } from '../../study/credit/decide-decision.ts';
import type { creditDecided } from '../../study/credit/facts/events.ts';
import type { GrantedCredit } from '../../study/credit/facts/state.ts';
import { creditFold, subjectKey } from '../../study/credit/facts/state.ts';
import { creditNotes } from '../../study/credit/notes-service.ts';
import { assessmentService } from '../../study/enrollment/assessment/service.ts';
import { enrollmentFold } from '../../study/enrollment/facts/state.ts';

/** The events that this process follows. */
export type CreditGrantingEvent = EventOf<typeof creditDecided>;

/**
 * The process of `credits`, to be run with `runProcess` or `followProcess`. It records each subject
 * that a decision grants in the enrollment, as a `ResultCredited` that names the decision; where
 * the enrollment refuses, the application records why. An annulled decision owes nothing any more.
 * Its commands are sent by the actor `credit-granting`, on behalf of the account that entered the
 * decision. D11.
 *
 * @example
 * const process = creditGranting(handler, 'academy');
 * await runProcess({ store: handler.store, codec: handler.codec, process });
 */
export function creditGranting(
  handler: CommandHandler,
  organisation: string,
): Process<CreditGrantingEvent> {
  return {
    name: `${organisation}.credit-granting`,
    types: ['CreditDecided'],
    streamPrefix: `${organisation}.credit-`,
    owes: (event) => owes(handler, organisation, event),
  };
}

async function owes(
  handler: CommandHandler,
  organisation: string,
  event: CreditGrantingEvent,
): Promise<readonly OwedCommand[]> {
  const { state } = await handler.load(creditFold, event.stream);
  if (state.entries.get(event.id)?.annulled !== null) return [];
  return event.data.granted.map((one) => owed(handler, organisation, event, one));
}

function owed(
  handler: CommandHandler,
  organisation: string,
  event: CreditGrantingEvent,
  one: GrantedCredit,
): OwedCommand {
  const { actor, onBehalfOf, ground, occurredOn: on, data } = event;
  const { credit, enrollment, signer } = data;
  // Two runners must send equal commands, because a repetition is recognised by the sender too.
  const sender = { actor: 'credit-granting', onBehalfOf: onBehalfOf ?? actor, ground };
  const session = new Session(organisation, sender, handler);
  const { module, kind } = one;
  return {
    target: `credit ${subjectKey(one)}`,
    isStored: async (commandId) =>
      knowsCommand(await session.load(enrollmentFold, enrollment), commandId) ||
      knowsCommand(await session.load(creditFold, credit), commandId),
    run: (sending) => {
      const fields = creditFields(one, data, { by: signer, on });
      return assessmentService(session).credit({ ...fields, decision: credit, ...sending });
    },
    notDone: ({ code, text }, sending) =>
      creditNotes(session).notDone({
        credit,
        module,
        kind,
        refusal: { code, ...text },
        on,
        ...sending,
      }),
  };
}
