import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import { refuseUnlessOrder } from '../../acting/order.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import { signAs } from '../../acting/signer.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { refuseIfBefore } from '../../values/day-order.ts';
import { libraryItem } from '../../values/law/library.ts';
import type { annulLawEntry, confirmWording } from './commands.ts';
import { lawEntryAnnulled, wordingConfirmed } from './facts/events.ts';
import { confirmationOf } from './facts/questions.ts';
import type { LawState } from './facts/state.ts';
import {
  lawItemTwice,
  lawItemUnknown,
  lawWordingConfirmed,
  lawWordingDiffers,
} from './refusals.ts';

type ConfirmInput = z.output<typeof confirmWording.schema>;

/**
 * Decides `confirm-wording`: an official of `general.wordingOffices` signs, by an order where
 * `general.orderFor` names the command; the words of the library's items are as it has them, and
 * the publication is not later than the comparison.
 */
export function decideConfirmWording(
  state: LawState,
  input: ConfirmInput,
  { on, edition, official }: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { items, publication, signer: person, office, position } = input;
  const { wordingOffices, orderFor } = edition.general;
  const no =
    refuseUnlessOrder('confirm-wording', orderFor, ground) ??
    refuseIfBefore(on, publication.date ?? on);
  if (no !== null) return no;
  const signer = signAs(official, { person, office, on, position }, wordingOffices, 'any');
  if (isRefusal(signer)) return signer;
  const seen = new Set<string>();
  for (const one of items) {
    const refused = seen.has(one.item)
      ? lawItemTwice({ item: one.item })
      : refuseUnlessConfirmable(state, one);
    if (refused !== null) return refused;
    seen.add(one.item);
  }
  return items.map(({ item, wording }) => {
    const data = { item, wording, publication, signer, edition: edition.edition };
    return wordingConfirmed.draft({ occurredOn: on, refs: { official: [person] }, data });
  });
}

function refuseUnlessConfirmable(
  state: LawState,
  { item, wording: given }: ConfirmInput['items'][number],
): Refusal | null {
  const known = libraryItem(item);
  if (known === null) return lawItemUnknown({ item });
  if (known !== undefined && known.wording !== given) {
    return lawWordingDiffers({ item, wording: known.wording, given });
  }
  const before = confirmationOf(state, { id: item, wording: given });
  return before === null ? null : lawWordingConfirmed({ item, on: before.on, entry: before.entry });
}

/** Decides `annul-law-entry`. Refuses as `findPutRight` does. RK 1.8. */
export function decideAnnulLawEntry(
  state: LawState,
  input: z.output<typeof annulLawEntry.schema>,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const orderRequired = context.edition.general.orderFor.includes('confirm-wording');
  const asked = { act: 'annul-law-entry', of: 'law', orderRequired, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { item } = found.entry.event.data;
  const data = { item, ...annulmentData(found, context, null), reason: input.reason ?? null };
  return [lawEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
