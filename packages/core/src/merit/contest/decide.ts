import type { ActContext } from '../../acting/context.ts';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import { signAs } from '../../acting/signer.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { AnnulContestEntry, KeepContestProtocol } from './commands.ts';
import { contestEntryAnnulled, contestProtocolKept } from './facts/events.ts';
import type { ContestState } from './facts/state.ts';
import { contestWordUnknown } from './refusals.ts';

/**
 * Decides `keep-contest-protocol`, by an office that keeps portfolios. Refuses `already-exists`,
 * `contest-word-unknown`, and as `signAs` does. R3 §3.4.
 */
export function decideKeepContestProtocol(
  state: ContestState,
  input: WithId<KeepContestProtocol>,
  { edition, official }: ActContext,
): Decision {
  const { id: contest, kind, level, signer: person, office, on, ...rest } = input;
  if (state.kept !== null) {
    return alreadyExists({ kind: 'contest-protocol', id: contest, standing: state.kept.heldOn });
  }
  const { kinds, levels } = edition.achievements;
  for (const [field, value, list] of [
    ['kind', kind, kinds] as const,
    ['level', level, levels] as const,
  ]) {
    const known = list.map(({ id }) => id);
    if (!known.includes(value)) return contestWordUnknown({ field, value, known });
  }
  const signer = signAs(official, { person, office, on }, edition.portfolio.keeperOffices);
  if (isRefusal(signer)) return signer;
  const data = { contest, kind, level, ...rest, signer, edition: edition.edition };
  return [contestProtocolKept.draft({ occurredOn: on, refs: { official: [person] }, data })];
}

/**
 * Decides `annul-contest-entry`. Evidence that rests on the copy stays, and the report of protocols
 * lists it as resting on nothing. Refuses as `findPutRight` does. RK 1.8.
 */
export function decideAnnulContestEntry(
  state: ContestState,
  input: AnnulContestEntry,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { contest, reason = null } = input;
  const asked = { act: 'annul-contest-entry', of: contest, orderRequired: false, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const data = { contest, ...annulmentData(found, context, null), reason };
  return [contestEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
