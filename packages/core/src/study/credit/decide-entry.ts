import { findAnnulled, personalReason } from '../../acting/annulling.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { creditedBy } from '../enrollment/facts/resting-questions.ts';
import type { AnnulCreditEntry } from './commands.ts';
import type { CreditAnnulmentContext } from './context.ts';
import { creditFit } from './decide.ts';
import { creditEntryAnnulled } from './facts/events.ts';
import type { CreditEntry, CreditState } from './facts/state.ts';

/**
 * Decides `annul-credit-entry`: a step that was entered in error never was. Refuses
 * `entry-rested-on` where later steps, or results that the enrollment was credited with, could not
 * be without it, and as `findPutRight` does. D11, RK 1.8.
 */
export function decideAnnulCreditEntry(
  state: CreditState,
  input: AnnulCreditEntry,
  context: CreditAnnulmentContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { credit } = input;
  const asked = { act: 'annul-credit-entry', of: credit, orderRequired: false, ground };
  const elsewhere = ({ type }: CreditEntry) =>
    type === 'CreditDecided' ? creditedBy(context.study, credit) : [];
  const found = findAnnulled(creditFit, state, input, context, { ...asked, elsewhere });
  if (isRefusal(found)) return found;
  const { learner, enrollment } = found.entry.event.data;
  const data = {
    credit,
    learner,
    enrollment,
    ...annulmentData(found, context, null),
    ...personalReason(input),
  };
  return [creditEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
