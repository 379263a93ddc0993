import type { ActDay } from '../../../acting/act-day.ts';
import { signAs } from '../../../acting/signer.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { OfficialState } from '../../../rules/official/facts/state.ts';
import { officialFold } from '../../../rules/official/facts/state.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { PrintoutRules } from '../../../rules/regulation/sections/printouts.ts';
import { actOutOfOrder } from '../../../values/day-order.ts';
import type { Signer } from '../../../values/shape.ts';
import { carrierUnknown } from '../../carrier/facts/unknown.ts';
import { sheetVoided, sheetsSigned } from '../facts/events.ts';
import type { SettleSheets, SignSheets, VoidSheet } from './commands.ts';
import type { SheetsContext } from './context.ts';
import { sheetOffices, signingOf } from './facts/questions.ts';
import type { SheetsState, SignedSheets } from './facts/state.ts';
import {
  carrierNotKept,
  carrierNotPaper,
  formNotApproved,
  sheetOutOfOrder,
  sheetUnknown,
  sheetVoidedAlready,
  signerTwice,
  voidReasonUnknown,
} from './refusals.ts';

/**
 * Refuses `form-not-approved` where an approved form is required, and the version is not the one in
 * force.
 */
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

/** Refuses `void-reason-unknown` where the regulation has no such reason. */
export function refuseUnlessReasonKnown(
  { voidReasons }: PrintoutRules,
  reason: string,
): Refusal | null {
  const reasons = voidReasons.map(({ id }) => id);
  return reasons.includes(reason) ? null : voidReasonUnknown({ reason, reasons });
}

/** Decides `sign-sheets`, under the next numbers of the period. */
export function decideSignSheets(
  state: SheetsState,
  input: SignSheets & { readonly period: string },
  context: SheetsContext,
): Decision {
  const { carrier, records, shows, on } = input;
  const signed = signedSheets(state, input, context);
  if (isRefusal(signed)) return signed;
  const official = signed.signers.map(({ person }) => person);
  const refs = { ...context.refs, carrier: [carrier], official };
  const data = { ...signed, records, ...(shows && { shows }) };
  return [sheetsSigned.draft({ occurredOn: on, refs, data })];
}

/**
 * What a signing of the next sheets says but its records. Refuses a carrier, a form, a day, a
 * number or a signer that do not fit, as {@link decideSignSheets} does.
 */
export function signedSheets(
  state: SheetsState,
  input: (SignSheets | SettleSheets) & { readonly period: string },
  context: Omit<SheetsContext, 'refs'>,
) {
  const { carrier, volume, period, form, source, sheets, on } = input;
  const { edition, approvedVersion, kept } = context;
  const { approvedForm } = edition.printouts.sheets;
  const refused =
    refuseUnlessToBeSigned(edition, { carrier, kept, on }) ??
    refuseUnlessApproved(input, approvedForm, approvedVersion, on);
  if (refused !== null) return refused;
  if (on < state.lastOn) return actOutOfOrder({ on, after: state.lastOn });
  const firstSheet = state.lastSheet + 1;
  const said = input.firstSheet ?? firstSheet;
  if (said !== firstSheet) return sheetOutOfOrder({ sheet: said, next: firstSheet });
  const signers = signedBy(input, context);
  if (isRefusal(signers)) return signers;
  const version = input.version ?? approvedVersion;
  const lastSheet = state.lastSheet + sheets;
  const numbers = { firstSheet, lastSheet, signers, edition: edition.edition };
  return { carrier, volume, period, form, version, source, ...numbers };
}

/** Decides `void-sheet`. The sheet's number stays used. */
export function decideVoidSheet(
  state: SheetsState,
  input: VoidSheet,
  { on: actedOn, edition, official }: ActDay & { readonly official: OfficialState },
): Decision {
  const { carrier, volume, period, sheet, reason, signer: person, office } = input;
  const signing = signingOf(state, sheet);
  if (signing === undefined) return sheetUnknown({ sheet, carrier, period });
  const voidedOn = state.voided.get(sheet);
  if (voidedOn !== undefined) return sheetVoidedAlready({ sheet, on: voidedOn });
  if (actedOn < signing.on) return actOutOfOrder({ on: actedOn, after: signing.on });
  const unfit = refuseUnlessReasonKnown(edition.printouts, reason);
  if (unfit !== null) return unfit;
  const offices = sheetOffices(edition.printouts.sheets, carrier);
  const signer = signAs(official, { person, office, on: actedOn }, offices);
  if (isRefusal(signer)) return signer;
  const act = { actedOn, reason, signer, edition: edition.edition };
  return [voidedSheet(signing, { carrier, volume, period, sheet }, act)];
}

/** The draft of the fact that a sheet of a signing is void. */
export function voidedSheet(
  { eventId: corrects, on: occurredOn, refs: own }: SignedSheets,
  sheet: Pick<VoidSheet, 'carrier' | 'volume' | 'period' | 'sheet'>,
  act: Pick<EventOf<typeof sheetVoided>['data'], 'actedOn' | 'reason' | 'signer' | 'edition'>,
) {
  const refs = { ...own, official: [...(own.official ?? []), act.signer.person] };
  return sheetVoided.draft({ occurredOn, refs, data: { ...sheet, corrects, ...act } });
}

/** Refuses an unknown carrier, an electronic one, and an optional one that is not kept. */
function refuseUnlessToBeSigned(
  { carriers: { carriers } }: Edition,
  asked: { readonly carrier: string; readonly kept: boolean; readonly on: string },
): Refusal | null {
  const { carrier, kept, on } = asked;
  const rule = carriers.find(({ id }) => id === carrier);
  if (rule === undefined) return carrierUnknown({ carrier, carriers: carriers.map((c) => c.id) });
  if (rule.medium === 'electronic') return carrierNotPaper({ carrier });
  return rule.mandatory || kept ? null : carrierNotKept({ carrier, on });
}

function signedBy(
  { carrier, signers, on }: Pick<SignSheets, 'carrier' | 'signers' | 'on'>,
  { edition, officials }: Pick<SheetsContext, 'edition' | 'officials'>,
): Signer[] | Refusal {
  const signed: Signer[] = [];
  for (const { person, office } of signers) {
    if (signed.some((one) => one.person === person)) return signerTwice({ person });
    const official = officials.get(person) ?? officialFold.initial();
    const offices = sheetOffices(edition.printouts.sheets, carrier);
    const signer = signAs(official, { person, office, on }, offices);
    if (isRefusal(signer)) return signer;
    signed.push(signer);
  }
  return signed;
}
