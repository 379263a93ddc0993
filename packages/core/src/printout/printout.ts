import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { alreadyExists } from '../acting/exists.ts';
import type { WithId } from '../acting/on.ts';
import { signAs } from '../acting/signer.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { Refs } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { OfficialState } from '../official/state.ts';
import type { PrintoutRules } from '../regulation/sections/printouts.ts';
import type { CertifyPrintout, VoidPrintout } from './commands.ts';
import type { printoutEvents } from './events.ts';
import { printoutCertified, printoutVoided } from './events.ts';
import {
  formNotApproved,
  formNotCertified,
  printoutUnknown,
  printoutVoidedAlready,
  sealMissing,
  stitchingMissing,
  voidReasonUnknown,
} from './refusals.ts';

/*
 * Stream: `<org>.printout-<id>`. A printout that was certified, and whether it is void. It names
 * the history that it was made from by `stream@revision`, instant and digest, which a restore
 * keeps.
 */

export type PrintoutEvent = EventOf<(typeof printoutEvents)[number]>;

export interface PrintoutState {
  /** Null: it was not certified. */
  id: string | null;
  form: string;
  certified: { readonly eventId: string; readonly on: string; readonly refs: Refs } | null;
  voidedOn: string | null;
}

export const printoutDecider: Decider<PrintoutState, PrintoutEvent> = {
  kind: 'printout',
  initial: () => ({ id: null, form: '', certified: null, voidedOn: null }),
  evolve: (state, event) => {
    if (event.type === 'PrintoutVoided') {
      state.voidedOn = event.data.actedOn;
      return;
    }
    const { id: eventId, occurredOn: on, refs, data } = event;
    Object.assign(state, { id: data.printout, form: data.form });
    state.certified = { eventId, on, refs };
  },
};

/** What certifying reads: its day, who signs, the approved version of the form. */
export interface PrintoutContext extends ActDay {
  readonly official: OfficialState;
  /** Version of the form in force on the day; null: none was approved. */
  readonly inForce: string | null;
  readonly refs: Refs;
}

/** Decides `certify-printout`. D21, R4 §5.3 §6.5, R5 §4.7. */
export function decideCertify(
  state: PrintoutState,
  input: WithId<CertifyPrintout>,
  context: PrintoutContext,
): Decision {
  const { id: printout, form, records, source, copies, sheets, stitched, sealed } = input;
  const { on, edition, official, inForce } = context;
  if (state.id !== null) return alreadyExists({ kind: 'printout', id: printout });
  const rule = certificationOf(edition.printouts, form);
  if (rule === undefined) return formNotCertified({ form });
  const approval = refuseUnlessApproved(input, rule.approvedForm, inForce, on);
  if (approval !== null) return approval;
  const from = rule.stitchedFromSheets;
  if (from !== null && sheets >= from && !stitched) return stitchingMissing({ sheets, from });
  if (rule.sealRequired && !sealed) return sealMissing({ form });
  const asked = { person: input.signer, office: input.office, on };
  const signer = signAs(official, asked, rule.offices);
  if (isRefusal(signer)) return signer;
  const version = input.version ?? inForce;
  const what = { printout, form, version, records, source };
  const how = { copies, sheets, stitched, sealed, signer, edition: edition.edition };
  const refs = { ...context.refs, printout: [printout], official: [signer.person] };
  return [printoutCertified.draft({ occurredOn: on, refs, data: { ...what, ...how } })];
}

/** The rule by which a form is certified: the first that names it, or names none. */
export function certificationOf({ certification }: PrintoutRules, form: string) {
  return certification.find(({ forms }) => forms.length === 0 || forms.includes(form));
}

/** Why the version of a form may not be used; null: it may. R2 §2.1. */
export function refuseUnlessApproved(
  { form, version }: { readonly form: string; readonly version: string | null },
  required: boolean,
  inForce: string | null,
  on: string,
): Refusal | null {
  const other = version !== null && version !== inForce;
  if (!required || (inForce !== null && !other)) return null;
  return formNotApproved({ form, version, inForce, on });
}

/** Decides `void-printout`: it carries the printout's day and ids, and its own day beside. */
export function decideVoidPrintout(
  state: PrintoutState,
  input: VoidPrintout,
  { on: actedOn, edition, official }: ActDay & { readonly official: OfficialState },
): Decision {
  const { printout, reason, signer: person, office } = input;
  const { certified, voidedOn, form } = state;
  if (certified === null) return printoutUnknown({ printout });
  if (voidedOn !== null) return printoutVoidedAlready({ printout, on: voidedOn });
  const { eventId: corrects, on: occurredOn } = certified;
  if (actedOn < occurredOn) return actOutOfOrder({ on: actedOn, after: occurredOn });
  const unfit = refuseUnlessReasonKnown(edition.printouts, reason);
  if (unfit !== null) return unfit;
  const offices = certificationOf(edition.printouts, form)?.offices ?? [];
  const signer = signAs(official, { person, office, on: actedOn }, offices);
  if (isRefusal(signer)) return signer;
  const refs = { ...certified.refs, official: [...(certified.refs.official ?? []), person] };
  const data = { printout, corrects, actedOn, reason, signer, edition: edition.edition };
  return [printoutVoided.draft({ occurredOn, refs, data })];
}

/** Why a reason of making void is none of the regulation; null: it is one. */
export function refuseUnlessReasonKnown(
  { voidReasons }: PrintoutRules,
  reason: string,
): Refusal | null {
  const reasons = voidReasons.map(({ id }) => id);
  return reasons.includes(reason) ? null : voidReasonUnknown({ reason, reasons });
}
