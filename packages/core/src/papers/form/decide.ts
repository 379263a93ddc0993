import type * as z from 'zod';
import { findAnnulled } from '../../acting/annulling.ts';
import type { ActContext } from '../../acting/context.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { refuseUnlessOrder } from '../../acting/order.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import type { Fit } from '../../entry/fitting.ts';
import { fitting } from '../../entry/fitting.ts';
import { stateOn } from '../../entry/fold.ts';
import type { ReceivedCommand, Sender } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DayAndEdition } from '../../rules/regulation/facts/reading.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { carrierUnknown } from '../carrier/facts/unknown.ts';
import type { annulFormEntry, approveForm, withdrawForm } from './commands.ts';
import { formApproved, formEntryAnnulled, formWithdrawn } from './facts/events.ts';
import type { FormEntry, FormFacts, FormState } from './facts/state.ts';
import { formFacts, standingBeside, unfitFormEntries } from './facts/state.ts';
import { formNotInForce } from './refusals.ts';

/** How the withdrawals of a form rest on its versions, and a version approved anew on them. */
const formFit: Fit<FormFacts, FormEntry> = { own: formFacts, unfit: unfitFormEntries };

/**
 * Decides {@link approveForm}: by an order where the regulation asks for one (`general.orderFor`
 * names `approve-form`), in a new version or in one that was withdrawn before, for a carrier of the
 * regulation; also where it is entered late. Refuses `carrier-unknown`, `already-exists`, and
 * `entry-contradicted` where a later withdrawal would be of another version. R2 §2.1, RK 1.5.
 */
export const decideApproveForm = fitting(formFit, approved);

function approved(
  state: FormState,
  input: z.output<typeof approveForm.schema>,
  { on, edition }: DayAndEdition,
  { sender }: { readonly sender: Pick<Sender, 'ground'> },
): Decision {
  const { form, version, title, carrier } = input;
  const refused = refuseUnlessOrder('approve-form', edition.general.orderFor, sender.ground);
  if (refused !== null) return refused;
  const carriers = edition.carriers.carriers.map(({ id }) => id);
  if (carrier !== null && !carriers.includes(carrier)) return carrierUnknown({ carrier, carriers });
  const earlier = standingBeside(state, version, on);
  if (earlier !== undefined)
    return alreadyExists({
      kind: 'form-version',
      id: version,
      standing: `${form}, ${earlier.from}`,
    });
  const data = { form, version, title, carrier, edition: edition.edition };
  return [formApproved.draft({ occurredOn: on, refs: {}, data })];
}

/**
 * Decides {@link withdrawForm}, by an order where approval needs one; also where it is entered
 * late. Refuses `form-not-in-force`, `act-out-of-order` before the first version, and
 * `entry-contradicted` beside a later withdrawal. R2 §2.1, RK 1.5.
 */
export const decideWithdrawForm = fitting(formFit, withdrawn);

function withdrawn(
  state: FormState,
  { form }: z.output<typeof withdrawForm.schema>,
  { on, edition }: DayAndEdition,
  { sender }: { readonly sender: Pick<Sender, 'ground'> },
): Decision {
  const { orderFor } = edition.general;
  const refused = refuseUnlessOrder('withdraw-form', orderFor, sender.ground, 'approve-form');
  if (refused !== null) return refused;
  const [first] = state.versions;
  if (first !== undefined && on < first.from) return actOutOfOrder({ on, after: first.from });
  const last = stateOn(formFacts, state, on).versions.at(-1);
  if (last === undefined || last.withdrawnFrom !== null) return formNotInForce({ form, on });
  const data = { form, version: last.version, edition: edition.edition };
  return [formWithdrawn.draft({ occurredOn: on, refs: {}, data })];
}

/**
 * Decides {@link annulFormEntry}, by an order where approval needs one. Refuses `entry-rested-on`
 * where a withdrawal could not be without the version, or a version approved anew without the
 * withdrawal, and as `findPutRight` does. R2 §2.1, RK 1.8.
 */
export function decideAnnulFormEntry(
  state: FormState,
  input: z.output<typeof annulFormEntry.schema>,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { form, reason = null } = input;
  const orderRequired = context.edition.general.orderFor.includes('approve-form');
  const asked = { act: 'annul-form-entry', of: form, orderRequired, ground };
  const found = findAnnulled(formFit, state, input, context, asked);
  if (isRefusal(found)) return found;
  const data = { form, ...annulmentData(found, context, null), reason };
  return [formEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
