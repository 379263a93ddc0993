import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { appointmentOn } from '../../../rules/official/facts/questions.ts';
import { refuseIfBefore } from '../../../values/day-order.ts';
import type { Signer } from '../../../values/shape.ts';
import { sheetsSigned } from '../facts/events.ts';
import { isInHistoryOf } from '../facts/questions.ts';
import type { SettleSheets } from './commands.ts';
import type { NamedChange, SettlingContext } from './context.ts';
import { refuseUnlessReasonKnown, signedSheets, voidedSheet } from './decide.ts';
import { changesNothing, dayOfChange, showsFact } from './facts/change-questions.ts';
import { owedWhenChanged, sheetOffices, signingOf } from './facts/questions.ts';
import type { SheetsState, SignedSheets } from './facts/state.ts';
import {
  changeNotOnPage,
  changeSettledAlready,
  changeShownAlready,
  changeUnknown,
  correctorSignsNot,
  settledOtherwise,
  sheetIsCorrection,
  sheetUnknown,
  sheetVoidedAlready,
} from './refusals.ts';

/**
 * Decides `settle-sheets`: the next sheets of the volume answer changes of what earlier ones say;
 * where these are new sheets, the old ones are void by the same act. None is signed before the day
 * of its change; what was signed before that stays readable. R1 §4.2, R2 §2.2-2.3, R3 §3.3, R5
 * §4.3.1.
 */
export function decideSettleSheets(
  state: SheetsState,
  input: SettleSheets,
  context: SettlingContext,
): Decision {
  const { carrier, volume, period, sheet, by, source, on } = input;
  const signing = findSigning(state, input);
  if (isRefusal(signing)) return signing;
  const { edition, changes } = context;
  const owed = owedWhenChanged(edition.printouts.sheets, carrier);
  if (owed !== 'nothing' && owed !== by) return settledOtherwise({ carrier, by, owed });
  for (const change of changes) {
    const no = refuseUnlessOwed(state, signing, { ...change, sheet, source }, context);
    if (no !== null) return no;
  }
  const signed = signedSheets(state, input, context);
  if (isRefusal(signed)) return signed;
  for (const { event } of changes) {
    const early = event && refuseIfBefore(on, dayOfChange(event));
    if (early !== null) return early;
  }
  const { records, shows } = signing.data;
  const official = signed.signers.map(({ person }) => person);
  const named = changes.map(({ at, event }) => ({ at, event: event?.id ?? '' }));
  const draft = sheetsSigned.draft({
    occurredOn: on,
    refs: { ...signing.refs, official },
    data: {
      ...signed,
      records,
      ...(shows && { shows }),
      settles: { by, sheets: signing.eventId, changes: named },
    },
  });
  if (by === 'correction-sheet') {
    return refuseUnlessCorrectorsSign(signed.signers, input, context) ?? [draft];
  }
  const unfit = refuseUnlessReasonKnown(edition.printouts, input.reason);
  if (unfit !== null) return unfit;
  // The first of the signers declares the old sheets void.
  const old = signed.signers.slice(0, 1).flatMap((signer) => {
    const act = { actedOn: on, reason: input.reason, signer, edition: edition.edition };
    return standingSheets(state, signing).map((one) =>
      voidedSheet(signing, { carrier, volume, period, sheet: one }, act),
    );
  });
  return [draft, ...old];
}

/**
 * Finds the signing of a sheet. Refuses `sheet-unknown`, `sheet-voided-already` where none of its
 * sheets stands, and `sheet-is-correction`.
 */
function findSigning(
  state: SheetsState,
  { sheet, carrier, period }: SettleSheets,
): SignedSheets | Refusal {
  const signing = signingOf(state, sheet);
  if (signing === undefined) return sheetUnknown({ sheet, carrier, period });
  const { settles } = signing.data;
  if (settles?.by === 'correction-sheet') {
    const of = state.signings.find(({ eventId }) => eventId === settles.sheets);
    return sheetIsCorrection({ sheet, of: of?.data.firstSheet ?? 0 });
  }
  if (standingSheets(state, signing).length > 0) return signing;
  return sheetVoidedAlready({ sheet, on: state.voided.get(sheet) ?? '' });
}

/** The numbers of the sheets of a signing that are not void. */
function standingSheets(
  { voided }: SheetsState,
  { data: { firstSheet, lastSheet } }: SignedSheets,
): readonly number[] {
  const all = Array.from({ length: lastSheet - firstSheet + 1 }, (_, nth) => firstSheet + nth);
  return all.filter((sheet) => !voided.has(sheet));
}

interface AskedChange extends NamedChange, Pick<SettleSheets, 'sheet' | 'source'> {}

/**
 * Refuses an event that is none, or changes nothing on the sheets; one that they show, that the new
 * paper does not show, or that another paper has settled.
 */
function refuseUnlessOwed(
  state: SheetsState,
  { eventId, on, data }: SignedSheets,
  { at, event, sheet, source }: AskedChange,
  { protocolResults }: SettlingContext,
): Refusal | null {
  const isShown =
    event !== null && !changesNothing(event) && showsFact({ ...data, on }, event, protocolResults);
  if (!isShown) return changeUnknown({ at, sheet });
  if (isInHistoryOf(data.source, event)) return changeShownAlready({ at, sheet });
  if (!isInHistoryOf(source, event)) return changeNotOnPage({ at, last: source.last });
  const settled = state.signings.find(
    (one) =>
      one.data.settles?.sheets === eventId &&
      one.data.settles.changes.some((change) => change.event === event.id) &&
      standingSheets(state, one).length === one.data.lastSheet - one.data.firstSheet + 1,
  );
  return settled === undefined
    ? null
    : changeSettledAlready({ at, sheet: settled.data.firstSheet });
}

/**
 * Refuses `corrector-signs-not` where the regulation has the corrector of a mark sign, and they
 * hold an office that signs these sheets, but are not among the signers. Who has left signs nothing
 * any more; another in such an office does. R2 §2.3, RK 1.12.
 */
function refuseUnlessCorrectorsSign(
  signers: readonly Signer[],
  { carrier, on }: SettleSheets,
  { edition, changes, officials }: SettlingContext,
): Refusal | null {
  if (!edition.correction.correctorSigns) return null;
  const offices = sheetOffices(edition.printouts.sheets, carrier);
  for (const { at, correctedBy: person } of changes) {
    if (person === null || signers.some((signer) => signer.person === person)) continue;
    const official = officials.get(person);
    if (official !== undefined && appointmentOn(official, offices, on, 'any') !== null) {
      return correctorSignsNot({ person, at });
    }
  }
  return null;
}
