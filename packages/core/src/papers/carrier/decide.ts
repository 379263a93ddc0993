import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import { signAs } from '../../acting/signer.ts';
import { stateOn } from '../../entry/fold.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { annulCarrierEntry, decideOnCarrier } from './commands.ts';
import type { CarrierContext } from './context.ts';
import { carrierDecided, carrierEntryAnnulled } from './facts/events.ts';
import type { CarrierState } from './facts/state.ts';
import { carrierFacts } from './facts/state.ts';
import { carrierUnknown } from './facts/unknown.ts';
import { alreadyDecided, carrierMandatory } from './refusals.ts';

/**
 * Decides {@link decideOnCarrier}: the carrier must be optional, and the signer must hold the
 * office that the regulation names for the decision; also where it is entered late. Refuses
 * `carrier-unknown`, `carrier-mandatory`, and `already-decided` where the decision in force on the
 * day says the same. R1 §4/5.6 (the director), R3 §3.4, R5 §4.3.4, RK 1.5.
 */
export function decideCarrier(
  state: CarrierState,
  input: z.output<typeof decideOnCarrier.schema>,
  { on, edition, official }: CarrierContext,
): Decision {
  const { carrier, group, keep: kept, decidedBy: person, office } = input;
  const { carriers } = edition.carriers;
  const rule = carriers.find(({ id }) => id === carrier);
  if (rule === undefined) return carrierUnknown({ carrier, carriers: carriers.map((c) => c.id) });
  if (rule.mandatory) return carrierMandatory({ carrier });
  const last = stateOn(carrierFacts, state, on).decisions.at(-1);
  if (last !== undefined && last.kept === kept) {
    return alreadyDecided({ carrier, kept, since: last.on });
  }
  const offices = rule.decidedBy === null ? ['head'] : [rule.decidedBy];
  const signer = signAs(official, { person, office, on }, offices, { group });
  if (isRefusal(signer)) return signer;
  const data = { carrier, group, kept, decidedBy: signer, edition: edition.edition };
  const refs = { carrier: [carrier], group: group === null ? [] : [group], official: [person] };
  return [carrierDecided.draft({ occurredOn: on, refs, data })];
}

/** Decides {@link annulCarrierEntry}. Refuses as `findPutRight` does. D1, RK 1.8. */
export function decideAnnulCarrierEntry(
  state: CarrierState,
  input: z.output<typeof annulCarrierEntry.schema>,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { carrier, group, reason = null } = input;
  const asked = { act: 'annul-carrier-entry', of: carrier, orderRequired: false, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const data = { carrier, group, ...annulmentData(found, context, null), reason };
  return [carrierEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
