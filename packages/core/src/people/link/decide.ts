import type * as z from 'zod';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { learnerUnknown } from '../learner/facts/unknown.ts';
import type { linkInput } from './commands.ts';
import type { LinkContext } from './context.ts';
import { learnersLinked, learnersUnlinked } from './facts/events.ts';
import { linkKey } from './facts/questions.ts';
import type { LinkState } from './facts/state.ts';
import { linkedAlready, notLinked } from './refusals.ts';

type LinkInput = z.output<typeof linkInput>;

/**
 * Decides `link-learners`. Both learners must be registered and not linked; the signer must hold an
 * office that hands records over to the archive, because it is responsible for them. R2 §3.2.
 */
export function decideLink(state: LinkState, input: LinkInput, context: LinkContext): Decision {
  const [learner, other] = linkKey(input.learner, input.other);
  const unknown = [learner, other].find((one) => !context.registered.includes(one));
  if (unknown !== undefined) return learnerUnknown({ learner: unknown });
  const last = state.steps.at(-1);
  if (last?.linked === true) return linkedAlready({ learner, other, since: last.on });
  return linkStep(learnersLinked, state, input, context);
}

/** Decides `unlink-learners`. The learners must be linked; who signs is as for linking. */
export function decideUnlink(state: LinkState, input: LinkInput, context: LinkContext): Decision {
  const [learner, other] = linkKey(input.learner, input.other);
  if (state.steps.at(-1)?.linked !== true) return notLinked({ learner, other });
  return linkStep(learnersUnlinked, state, input, context);
}

/** The event of linking or unlinking, dated not before the last one. */
function linkStep(
  type: typeof learnersLinked | typeof learnersUnlinked,
  { steps }: LinkState,
  input: LinkInput,
  { on, edition, official }: LinkContext,
): Decision {
  const [learner, other] = linkKey(input.learner, input.other);
  const last = steps.at(-1);
  if (last !== undefined && on < last.on) return actOutOfOrder({ on, after: last.on });
  const { signer: person, office, reason } = input;
  const signer = signAs(official, { person, office, on }, edition.archive.handOverOffices);
  if (isRefusal(signer)) return signer;
  const why = reason === undefined ? {} : { reason: { value: reason } };
  const data = { learner, other, ...why, signer, edition: edition.edition };
  const refs = { learner: [learner, other], official: [person] };
  return [type.draft({ occurredOn: on, refs, data })];
}
