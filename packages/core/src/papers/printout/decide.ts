import type { ActDay } from '../../acting/act-day.ts';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { PrintoutRules } from '../../rules/regulation/sections/printouts.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { CertifyPrintout, VoidPrintout } from './commands.ts';
import type { PrintoutContext } from './context.ts';
import { printoutCertified, printoutVoided } from './facts/events.ts';
import type { PrintoutState } from './facts/state.ts';
import {
  formNotCertified,
  printoutUnknown,
  printoutVoidedAlready,
  stampMissing,
  stitchingMissing,
} from './refusals.ts';
import { refuseUnlessApproved, refuseUnlessReasonKnown } from './sheet/decide.ts';

/**
 * Decides `certify-printout`, by the regulation's rule for the form: approved version, stitching,
 * stamp, offices. D21, R4 §5.3 §6.5, R5 §4.7.
 */
export function decideCertify(
  state: PrintoutState,
  input: WithId<CertifyPrintout>,
  context: PrintoutContext,
): Decision {
  const { id: printout, form, records, source, copies, sheets, stitched, sealed } = input;
  const { on, edition, official, approvedVersion } = context;
  if (state.id !== null) return alreadyExists({ kind: 'printout', id: printout });
  const rule = certificationOf(edition.printouts, form);
  if (rule === undefined) return formNotCertified({ form });
  const approval = refuseUnlessApproved(input, rule.approvedForm, approvedVersion, on);
  if (approval !== null) return approval;
  const from = rule.stitchedFromSheets;
  if (from !== null && sheets >= from && !stitched) return stitchingMissing({ sheets, from });
  if (rule.sealRequired && !sealed) return stampMissing({ form });
  const asked = { person: input.signer, office: input.office, on };
  const signer = signAs(official, asked, rule.offices);
  if (isRefusal(signer)) return signer;
  const version = input.version ?? approvedVersion;
  const what = { printout, form, version, records, source };
  const how = { copies, sheets, stitched, sealed, signer, edition: edition.edition };
  const refs = { ...context.refs, printout: [printout], official: [signer.person] };
  return [printoutCertified.draft({ occurredOn: on, refs, data: { ...what, ...how } })];
}

/** The rule on certifying a form: the first that names the form, or names none. */
export function certificationOf({ certification }: PrintoutRules, form: string) {
  return certification.find(({ forms }) => forms.length === 0 || forms.includes(form));
}

/**
 * Decides `void-printout`. The event carries the day and refs of the certification; `actedOn` is
 * its own day.
 */
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
  // A form that nobody certifies any more is still declared void: by the head.
  const offices = certificationOf(edition.printouts, form)?.offices ?? ['head'];
  const signer = signAs(official, { person, office, on: actedOn }, offices);
  if (isRefusal(signer)) return signer;
  const refs = { ...certified.refs, official: [...(certified.refs.official ?? []), person] };
  const data = { printout, corrects, actedOn, reason, signer, edition: edition.edition };
  return [printoutVoided.draft({ occurredOn, refs, data })];
}
