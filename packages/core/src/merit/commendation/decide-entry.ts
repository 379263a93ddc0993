import { findAnnulled, personalReason } from '../../acting/annulling.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { basedOn } from '../../study/enrollment/facts/resting-questions.ts';
import { itemsShowing } from '../portfolio/facts/questions.ts';
import type { AnnulCommendationEntry } from './commands.ts';
import type { CommendationAnnulmentContext } from './context.ts';
import { commendationFit } from './decide.ts';
import { commendationEntryAnnulled } from './facts/events.ts';
import type { CommendationEntry, CommendationState } from './facts/state.ts';

/**
 * Decides `annul-commendation-entry`: a step that was entered in error never was; an order that
 * ends from a day is revoked. Refuses `entry-rested-on` where later steps, or on the order the
 * portfolio or results of its enrollment, could not be without it, and as `findPutRight` does. D14,
 * RK 1.8.
 */
export function decideAnnulCommendationEntry(
  state: CommendationState,
  input: AnnulCommendationEntry,
  { portfolio, study, ...context }: CommendationAnnulmentContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { commendation } = input;
  const elsewhere = ({ type }: CommendationEntry) =>
    type === 'CommendationOrdered'
      ? [
          ...itemsShowing(portfolio, commendation),
          ...(study === null ? [] : basedOn(study, 'commendation', commendation)),
        ]
      : [];
  const asked = { act: 'annul-commendation-entry', of: commendation, orderRequired: false, ground };
  const found = findAnnulled(commendationFit, state, input, context, { ...asked, elsewhere });
  if (isRefusal(found)) return found;
  const { learner } = found.entry.event.data;
  const data = {
    commendation,
    learner,
    ...annulmentData(found, context, null),
    ...personalReason(input),
  };
  return [commendationEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
