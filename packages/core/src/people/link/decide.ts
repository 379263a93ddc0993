import type * as z from 'zod';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerUnknown } from '../learner/facts/unknown.ts';
import type { linkInput } from './commands.ts';
import type { LinkContext } from './context.ts';
import { learnersLinked, learnersUnlinked } from './facts/events.ts';
import { isLinked, linkKey } from './facts/questions.ts';
import type { LinkState } from './facts/state.ts';
import { linkedAlready, notLinked } from './refusals.ts';

type LinkInput = z.output<typeof linkInput>;

/**
 * Decides `link-learners`. Both learners must be registered and not linked on that day, which may
 * lie before later links; the signer must hold an office that hands records over to the archive,
 * because it is responsible for them. R2 §3.2.
 */
export function decideLink(state: LinkState, input: LinkInput, context: LinkContext): Decision {
  const [learner, other] = linkKey(input.learner, input.other);
  const unknown = [learner, other].find((one) => !context.registered.includes(one));
  if (unknown !== undefined) return learnerUnknown({ learner: unknown });
  const no = refuseIfLinked(state, input, context.on);
  return no ?? linkStep(learnersLinked, input, context);
}

/** Refuses `linked-already` where the two learners are linked on a day. */
export function refuseIfLinked(state: LinkState, pair: Pair, day: string): Refusal | null {
  const [learner, other] = linkKey(pair.learner, pair.other);
  const last = state.steps.findLast(({ on }) => on <= day);
  return last?.linked === true ? linkedAlready({ learner, other, since: last.on }) : null;
}

/**
 * Decides `unlink-learners`. The learners must be linked on that day; who signs is as for linking.
 */
export function decideUnlink(state: LinkState, input: LinkInput, context: LinkContext): Decision {
  const no = refuseUnlessLinked(state, input, context.on);
  return no ?? linkStep(learnersUnlinked, input, context);
}

/** Refuses `not-linked` where the two learners are not linked on a day. */
export function refuseUnlessLinked(state: LinkState, pair: Pair, on: string): Refusal | null {
  const [learner, other] = linkKey(pair.learner, pair.other);
  return isLinked(state, on) ? null : notLinked({ learner, other, on });
}

type Pair = Pick<LinkInput, 'learner' | 'other'>;

/** The event of linking or unlinking. */
function linkStep(
  type: typeof learnersLinked | typeof learnersUnlinked,
  input: LinkInput,
  { on, edition, official }: LinkContext,
): Decision {
  const [learner, other] = linkKey(input.learner, input.other);
  const { signer: person, office, reason } = input;
  const signer = signAs(official, { person, office, on }, edition.archive.handOverOffices);
  if (isRefusal(signer)) return signer;
  const why = reason === undefined ? {} : { reason: { value: reason } };
  const data = { learner, other, ...why, signer, edition: edition.edition };
  const refs = { learner: [learner, other], official: [person] };
  return [type.draft({ occurredOn: on, refs, data })];
}
