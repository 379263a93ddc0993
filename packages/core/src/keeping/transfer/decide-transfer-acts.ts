import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import type { Refs } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { ScopeQuery } from '../../rules/official/facts/questions.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { Signer } from '../../values/shape.ts';
import type {
  AcceptTransfer,
  BeginTransfer,
  CallOffTransfer,
  DrawUpAct,
  RefuseTransfer,
  SignAct,
} from './commands.ts';
import type { TransferContext } from './context.ts';
import {
  actDrawnUp,
  actSigned,
  recordsListed,
  transferAccepted,
  transferBegun,
  transferRefused,
} from './facts/events.ts';
import { recordRefs, recordsAt, transferDueOn } from './facts/questions.ts';
import type { TransferPhase, TransferState } from './facts/state.ts';
import {
  nothingNoted,
  recordListedTwice,
  recordNotListed,
  recordsOutstanding,
  signsForBothSides,
  transferNotReady,
  transferOver,
  transferUnknown,
} from './refusals.ts';

/**
 * The number of records that fit into one line with their ids as refs, however long their names
 * are.
 */
const RECORDS_PER_LINE = 125;

/**
 * Decides `begin-transfer`: one event for the transfer, and one for each part of the list. Refuses
 * `already-exists`, `record-listed-twice`, and `act-out-of-order` where it begins before the order.
 * D18, R1 §7.2.
 */
export function decideBeginTransfer(
  state: TransferState,
  input: WithId<BeginTransfer>,
  { edition, official, scope }: TransferContext,
): Decision {
  const { id: transfer, group, records, handsOver, orderDate, office, on: occurredOn } = input;
  if (state.id !== null) return alreadyExists({ kind: 'transfer', id: transfer });
  const seen = new Set<string>();
  for (const record of records) {
    if (seen.has(record)) return recordListedTwice({ record });
    seen.add(record);
  }
  if (orderDate !== null && orderDate > occurredOn) {
    return actOutOfOrder({ on: occurredOn, after: orderDate });
  }
  const { handOverOffices, fromUnit, toUnit } = edition.archive;
  const asked = { person: handsOver, office, on: occurredOn };
  const signer = signAs(official, asked, handOverOffices, scope);
  if (isRefusal(signer)) return signer;
  const dueOn = orderDate === null ? null : transferDueOn(edition.archive, orderDate);
  const own = { transfer: [transfer], ...(group === null ? {} : { group: [group] }) };
  const data = { transfer, group, handsOver, fromUnit, toUnit, dueOn, edition: edition.edition };
  const lists = Array.from({ length: Math.ceil(records.length / RECORDS_PER_LINE) }, (_, n) => {
    const listed = records.slice(n * RECORDS_PER_LINE, (n + 1) * RECORDS_PER_LINE);
    const refs = { ...mergedRefs(listed.map(recordRefs)), transfer: [transfer] };
    return recordsListed.draft({ occurredOn, refs, data: { transfer, records: listed } });
  });
  const refs = { ...own, official: [handsOver] };
  return [transferBegun.draft({ occurredOn, refs, data }), ...lists];
}

/** Decides `draw-up-transfer-act`, once the hand-over of every record has an outcome. */
export function decideDrawUpAct(state: TransferState, input: DrawUpAct): Decision {
  const { transfer, number, on: occurredOn } = input;
  const refused = refuseUnlessAt(state, transfer, 'begun', occurredOn);
  if (refused !== null) return refused;
  const outstanding = recordsAt(state, 'outstanding');
  if (outstanding.length > 0) return recordsOutstanding({ transfer, records: outstanding });
  const [noted, notDone] = [recordsAt(state, 'noted').length, recordsAt(state, 'not-done').length];
  if (noted === 0) return nothingNoted({ transfer });
  const data = { transfer, number, records: noted, notDone };
  return [actDrawnUp.draft({ occurredOn, refs: refsOf(state, transfer), data })];
}

/** Decides `sign-transfer-act`, in an office that may hand over. */
export function decideSignAct(
  state: TransferState,
  input: SignAct,
  { edition, official, scope }: TransferContext,
): Decision {
  const { transfer, on: occurredOn } = input;
  const refused = refuseUnlessAt(state, transfer, 'drawn-up', occurredOn);
  if (refused !== null) return refused;
  const signer = signed(official, input, edition.archive.handOverOffices, scope);
  if (isRefusal(signer)) return signer;
  const refs = refsOf(state, transfer, signer);
  const data = { transfer, signer, edition: edition.edition };
  return [actSigned.draft({ occurredOn, refs, data })];
}

/**
 * Decides `accept-transfer`, in an office of the archive, by another person than signed for the
 * unit that hands over.
 */
export function decideAcceptTransfer(
  state: TransferState,
  input: AcceptTransfer,
  { edition, official, scope }: TransferContext,
): Decision {
  const { transfer, place, on: occurredOn } = input;
  const empty = state.id !== null && recordsAt(state, 'noted').length === 0;
  if (empty) return nothingNoted({ transfer });
  const refused = refuseUnlessAt(state, transfer, 'signed', occurredOn);
  if (refused !== null) return refused;
  const signer = signed(official, input, edition.archive.receiveOffices, scope);
  if (isRefusal(signer)) return signer;
  if (signer.person === state.signedBy) return signsForBothSides({ person: signer.person });
  const data = { transfer, signer, place, edition: edition.edition };
  return [transferAccepted.draft({ occurredOn, refs: refsOf(state, transfer, signer), data })];
}

/** Decides `refuse-transfer`: the archive refuses a signed act and names the defects. */
export function decideRefuseTransfer(
  state: TransferState,
  input: RefuseTransfer,
  { edition, official, scope }: TransferContext,
): Decision {
  const { transfer, defects, on: occurredOn } = input;
  const refused = refuseUnlessAt(state, transfer, 'signed', occurredOn);
  if (refused !== null) return refused;
  const unlisted = defects.find(({ record }) => record !== null && !state.records.has(record));
  if (unlisted?.record) return recordNotListed({ transfer, record: unlisted.record });
  const signer = signed(official, input, edition.archive.receiveOffices, scope);
  if (isRefusal(signer)) return signer;
  const data = { transfer, signer, defects, edition: edition.edition };
  return [transferRefused.draft({ occurredOn, refs: refsOf(state, transfer, signer), data })];
}

/** Decides `call-off-transfer`, in any phase before the end. What was handed over is returned. */
export function decideCallOffTransfer(
  state: TransferState,
  input: CallOffTransfer,
  { edition, official, scope }: TransferContext,
): Decision {
  const { transfer, reason, on: occurredOn } = input;
  const refused = refuseUnlessAt(state, transfer, state.phase, occurredOn);
  if (refused !== null) return refused;
  const signer = signed(official, input, edition.archive.handOverOffices, scope);
  if (isRefusal(signer)) return signer;
  const defects = [{ record: null, defect: reason }];
  const data = { transfer, signer, defects, edition: edition.edition };
  return [transferRefused.draft({ occurredOn, refs: refsOf(state, transfer, signer), data })];
}

/**
 * Refuses an unknown transfer, one that is over or in another phase, and a day before the latest
 * event.
 */
function refuseUnlessAt(
  state: TransferState,
  transfer: string,
  needed: TransferPhase,
  on: string,
): Refusal | null {
  const { phase } = state;
  if (state.id === null) return transferUnknown({ transfer });
  if (phase === 'accepted' || phase === 'refused') return transferOver({ transfer, phase });
  if (phase !== needed) return transferNotReady({ transfer, phase, needed });
  return on < state.lastOn ? actOutOfOrder({ on, after: state.lastOn }) : null;
}

function signed(
  official: OfficialState,
  { signer: person, office, on }: SignAct,
  offices: readonly string[],
  scope: ScopeQuery,
): Signer | Refusal {
  return signAs(official, { person, office, on }, offices, scope);
}

function refsOf(state: TransferState, transfer: string, signer?: Signer): Refs {
  return {
    transfer: [transfer],
    ...(state.group === null ? {} : { group: [state.group] }),
    ...(signer === undefined ? {} : { official: [signer.person] }),
  };
}

/** Merges several refs into one. */
function mergedRefs(all: readonly Refs[]): Refs {
  const kinds = new Set(all.flatMap((refs) => Object.keys(refs) as (keyof Refs)[]));
  return Object.fromEntries(
    [...kinds].map((kind) => [kind, all.flatMap((refs) => refs[kind] ?? [])]),
  );
}
