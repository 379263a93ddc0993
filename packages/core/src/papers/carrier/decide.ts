import type * as z from 'zod';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { decideOnCarrier } from './commands.ts';
import type { CarrierContext } from './context.ts';
import { carrierDecided } from './facts/events.ts';
import type { CarrierState } from './facts/state.ts';
import { carrierUnknown } from './facts/unknown.ts';
import { alreadyDecided, carrierMandatory } from './refusals.ts';

/**
 * Decides {@link decideOnCarrier}: the carrier must be optional, and the signer must hold the
 * office that the regulation names for the decision. Refuses `carrier-unknown`,
 * `carrier-mandatory`, `already-decided` and `act-out-of-order`. R1 §4/5.6 (the director), R3 §3.4,
 * R5 §4.3.4.
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
  const last = state.decisions.at(-1);
  if (last !== undefined && on < last.on) return actOutOfOrder({ on, after: last.on });
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
