import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { signAs } from '../acting/signer.ts';
import { carrierUnknown } from '../carrier/carrier.ts';
import { studyYearOf } from '../journal/journal.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { Refs } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { OfficialState } from '../official/state.ts';
import type { Edition } from '../regulation/rules.ts';
import type { PrintoutRules } from '../regulation/sections/printouts.ts';
import type { Signer } from '../values/shape.ts';
import type { SignSheets, VoidSheet } from './commands.ts';
import type { sheetEvents } from './events.ts';
import { sheetsSigned, sheetVoided } from './events.ts';
import { refuseUnlessApproved, refuseUnlessReasonKnown } from './printout.ts';
import {
  carrierNotKept,
  carrierNotPaper,
  sheetOutOfOrder,
  sheetUnknown,
  sheetVoidedAlready,
  signerTwice,
} from './refusals.ts';

/*
 * Stream: `<org>.sheet-<carrier>.<volume>.<period>`. The signed sheets of one book of a carrier,
 * numbered from 1 through its period: for a mandatory paper carrier the signed sheet is what the
 * regulation asks for. Two who sign at once append to one stream, so no number is given twice and
 * none is left out. D1, D21, R1 §4.2, R2 §2.2, R3 §3.3, R5 §4.3.1.
 */

export type SheetEvent = EventOf<(typeof sheetEvents)[number]>;

interface SignedSheets {
  readonly eventId: string;
  readonly on: string;
  readonly refs: Refs;
  readonly firstSheet: number;
  readonly lastSheet: number;
}

export interface SheetsState {
  /** Number of the last sheet; 0: there is none. */
  lastSheet: number;
  /** Day of the last signing. */
  lastOn: string;
  readonly signings: SignedSheets[];
  /** Number → day from which it is void. */
  readonly voided: Map<number, string>;
}

export const sheetDecider: Decider<SheetsState, SheetEvent> = {
  kind: 'sheet',
  initial: () => ({ lastSheet: 0, lastOn: '', signings: [], voided: new Map() }),
  evolve: (state, event) => {
    if (event.type === 'SheetVoided') {
      state.voided.set(event.data.sheet, event.data.actedOn);
      return;
    }
    const { id: eventId, occurredOn: on, refs } = event;
    const { firstSheet, lastSheet } = event.data;
    state.signings.push({ eventId, on, refs, firstSheet, lastSheet });
    state.lastSheet = lastSheet;
    state.lastOn = on;
  },
};

/**
 * The period through which the sheets of a day are numbered.
 * @example
 * sheetPeriod('study-year', '2027-05-31'); // => '2026'
 */
export function sheetPeriod(per: PrintoutRules['sheets']['numberedPer'], on: string): string {
  if (per === 'carrier') return 'all';
  return per === 'study-year' ? studyYearOf(on) : on.slice(0, 4);
}

/** What signing reads: its day, every signer, the approved form, whether the carrier is kept. */
export interface SheetsContext extends ActDay {
  readonly officials: ReadonlyMap<string, OfficialState>;
  readonly inForce: string | null;
  /** Was it decided that the carrier is kept? A mandatory one is, whatever this says. */
  readonly kept: boolean;
  readonly refs: Refs;
}

/** Decides `sign-sheets`: the next numbers of the period. */
export function decideSignSheets(
  state: SheetsState,
  input: SignSheets & { readonly period: string },
  context: SheetsContext,
): Decision {
  const { carrier, volume, period, form, records, source, sheets, on } = input;
  const { edition, inForce, kept } = context;
  const no = refuseUnlessToBeSigned(edition, { carrier, kept, on });
  if (no !== null) return no;
  const approval = refuseUnlessApproved(input, edition.printouts.sheets.approvedForm, inForce, on);
  if (approval !== null) return approval;
  if (on < state.lastOn) return actOutOfOrder({ on, after: state.lastOn });
  const firstSheet = state.lastSheet + 1;
  const said = input.firstSheet ?? firstSheet;
  if (said !== firstSheet) return sheetOutOfOrder({ sheet: said, next: firstSheet });
  const signers = signedBy(input, context);
  if (isRefusal(signers)) return signers;
  const version = input.version ?? inForce;
  const where = { carrier, volume, period, form, version, records, source };
  const lastSheet = state.lastSheet + sheets;
  const data = { ...where, firstSheet, lastSheet, signers, edition: edition.edition };
  const official = signers.map(({ person }) => person);
  const refs = { ...context.refs, carrier: [carrier], official };
  return [sheetsSigned.draft({ occurredOn: on, refs, data })];
}

/** Why no sheets of a carrier are signed: it is unknown, electronic, or not kept. */
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
  { carrier, signers, on }: SignSheets,
  { edition, officials }: SheetsContext,
): Signer[] | Refusal {
  const signed: Signer[] = [];
  for (const { person, office } of signers) {
    if (signed.some((one) => one.person === person)) return signerTwice({ person });
    const official = officials.get(person) ?? { appointments: [], namedFrom: null };
    const signer = signAs(official, { person, office, on }, sheetOffices(edition, carrier));
    if (isRefusal(signer)) return signer;
    signed.push(signer);
  }
  return signed;
}

function sheetOffices({ printouts: { sheets } }: Edition, carrier: string): readonly string[] {
  return sheets.byCarrier.find((one) => one.carrier === carrier)?.offices ?? sheets.offices;
}

/** Decides `void-sheet`: the number stays, and is not given again. */
export function decideVoidSheet(
  state: SheetsState,
  input: VoidSheet,
  { on: actedOn, edition, official }: ActDay & { readonly official: OfficialState },
): Decision {
  const { carrier, volume, period, sheet, reason, signer: person, office } = input;
  const held = state.signings.find((one) => one.firstSheet <= sheet && sheet <= one.lastSheet);
  if (held === undefined) return sheetUnknown({ sheet, carrier, period });
  const voidedOn = state.voided.get(sheet);
  if (voidedOn !== undefined) return sheetVoidedAlready({ sheet, on: voidedOn });
  if (actedOn < held.on) return actOutOfOrder({ on: actedOn, after: held.on });
  const unfit = refuseUnlessReasonKnown(edition.printouts, reason);
  if (unfit !== null) return unfit;
  const offices = sheetOffices(edition, carrier);
  const signer = signAs(official, { person, office, on: actedOn }, offices);
  if (isRefusal(signer)) return signer;
  const refs = { ...held.refs, official: [...(held.refs.official ?? []), person] };
  const about = { carrier, volume, period, sheet, corrects: held.eventId };
  const data = { ...about, actedOn, reason, signer, edition: edition.edition };
  return [sheetVoided.draft({ occurredOn: held.on, refs, data })];
}
