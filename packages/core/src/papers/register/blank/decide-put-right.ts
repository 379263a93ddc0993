import { findAnnulled } from '../../../acting/annulling.ts';
import type { ActContext } from '../../../acting/context.ts';
import type { PutRightAsked } from '../../../acting/putting-right.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../../acting/putting-right.ts';
import type { Fit } from '../../../entry/fitting.ts';
import { restingFacts } from '../../../entry/fitting.ts';
import { stateWith, stateWithout } from '../../../entry/fold.ts';
import type { RestingFact } from '../../../entry/refusals.ts';
import { entryRestedOn, entryUnknown } from '../../../entry/refusals.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { eventId } from '../../../kernel/uuid.ts';
import type { BlankAct, BlankActs, BlankActsState } from '../facts/blank-act-state.ts';
import { blankActs, unfitBlankActs } from '../facts/blank-act-state.ts';
import { blankEntryAnnulled } from '../facts/blank-events.ts';
import type { BlankRange } from '../facts/blank-questions.ts';
import { isCovered, overlap } from '../facts/blank-questions.ts';
import type { BlankUse, RegisterState } from '../facts/state.ts';
import { entryOf, releasedOf, usesIn } from '../facts/state.ts';
import type {
  AnnulBlankEntry,
  AnnulBlankStockEntry,
  CorrectBlankEntry,
  CorrectBlankStockEntry,
} from './commands.ts';
import type {
  AssignContext,
  BlankCorrectionContext,
  InRegisterContext,
  StockCorrectionContext,
} from './context.ts';
import {
  assignedAnew,
  rangeAnew,
  receivedAnew,
  refuseIfUnchanged,
  refuseUnlessCorrectable,
  signedAs,
} from './decide-corrected.ts';
import {
  decideReleaseBlanks,
  decideSpoilBlank,
  decideWriteOffBlanks,
} from './decide-in-register.ts';
import { decideAssignBlanks, decideReceiveBlanks } from './decide.ts';
import { blankStockEntryAnnulled } from './facts/events.ts';
import type { BlankStock, BlankStockEntry, BlankStockState } from './facts/state.ts';
import { assignedBy, assignments, blankStock, unfitStockEntries } from './facts/state.ts';

/*
 * Entries about blanks that were made in error, or with a wrong day or value. What was done with
 * the blanks since rests on them: it is annulled before such an entry is, and beside a corrected
 * one it must be able to stand. D15, RK 1.8.
 */

type By = Pick<ReceivedCommand, 'sender'>;

const stockFit: Fit<BlankStock, BlankStockEntry> = { own: blankStock, unfit: unfitStockEntries };

const blankActFit: Fit<BlankActs, BlankAct> = { own: blankActs, unfit: unfitBlankActs };

const asked = (act: string, of: string, { sender: { ground } }: By): PutRightAsked => ({
  act,
  of,
  orderRequired: false,
  ground,
});

/**
 * Decides `annul-blank-stock-entry`. Refuses `entry-rested-on` for a delivery of which blanks were
 * assigned, and for an assignment of which blanks were used, spoilt or released, and as
 * `findPutRight` does. D15, RK 1.8.
 */
export function decideAnnulBlankStockEntry(
  state: BlankStockState,
  input: AnnulBlankStockEntry,
  context: ActContext & { readonly register: RegisterState | null },
  command: By,
): Decision {
  const { blank, entry, reason } = input;
  const act = asked('annul-blank-stock-entry', blank, command);
  const found = findAnnulled(stockFit, state, input, context, act);
  if (isRefusal(found)) return found;
  const { register } = context;
  const { event } = found.entry;
  const without = stateWithout(blankStock, state, entry);
  const facts = register === null ? [] : restingIn(register, event, without);
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  const data = { blank, ...annulmentData(found, context, null), reason: reason ?? null };
  return [blankStockEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}

/**
 * Decides `annul-blank-entry`. Refuses `entry-rested-on` for a spoilt blank that was written off,
 * and for released blanks that another register was given, and as `findPutRight` does. D15, RK 1.8.
 */
export function decideAnnulBlankEntry(
  { blankActs: acts }: RegisterState,
  input: AnnulBlankEntry,
  context: ActContext & { readonly stock: BlankStockState | null },
  command: By,
): Decision {
  const { register, entry, reason } = input;
  const act = asked('annul-blank-entry', register, command);
  const found = findAnnulled(blankActFit, acts, input, context, act);
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const { stock } = context;
  const released = event.type === 'BlanksReleased' ? event.data : null;
  const facts = stock === null || released === null ? [] : givenTo(stock, released, register);
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  const { blank } = event.data;
  const data = { blank, ...annulmentData(found, context, null), reason: reason ?? null };
  return [blankEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}

/**
 * Decides `correct-blank-stock-entry`: decided as the delivery or the assignment would be, on the
 * stock without the entry. Refuses what these do, `entry-field-unknown`, `entry-unchanged`, and
 * `entry-rested-on` where blanks were assigned, used, spoilt or released in a way that could not be
 * beside the corrected entry, and as `findPutRight` does. D15, RK 1.5, 1.8.
 */
export function decideCorrectBlankStockEntry(
  state: BlankStockState,
  input: CorrectBlankStockEntry,
  context: StockCorrectionContext,
  command: Pick<ReceivedCommand, 'id' | 'sender'>,
): Decision {
  const { blank, entry, reason, to } = input;
  const act = asked('correct-blank-stock-entry', blank, command);
  const found = findPutRight(state, input, context, act);
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const { ofEntry } = context;
  if (ofEntry === null) return entryUnknown({ entry, of: blank });
  const strange = refuseUnlessCorrectable(event, to);
  if (strange !== null) return strange;
  const rest = stateWithout(blankStock, state, entry);
  const drafts =
    event.type === 'BlanksReceived'
      ? decideReceiveBlanks(rest, receivedAnew(event, to), ofEntry)
      : decideAssignBlanks(rest, assignedAnew(event, to), ofEntry);
  if (isRefusal(drafts)) return drafts;
  const ground = to.ground === undefined ? event.ground : to.ground;
  const instead = drafts.map((draft) => ({ ...draft, ground }));
  const same = refuseIfUnchanged(event, instead);
  if (same !== null) return same;
  const after = stateWith(blankStock, state, instead, entry);
  const facts = [...restingFacts(stockFit, state, after), ...usedOtherwise(event, after, ofEntry)];
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  const annulled = annulmentData(found, context, eventId(command.id, 1));
  const data = { blank, ...annulled, reason: reason ?? null };
  return [blankStockEntryAnnulled.draft({ ...annulmentPlace(found), data }), ...instead];
}

/** What was done with the blanks of an assignment that could not be beside the corrected one. */
function usedOtherwise(
  event: BlankStockEntry,
  after: BlankStockState,
  { registers }: AssignContext,
): readonly RestingFact[] {
  const own = event.type === 'BlanksAssigned' ? registers.get(event.data.register) : undefined;
  return own === undefined ? [] : restingIn(own, event, after);
}

/**
 * Decides `correct-blank-entry`: decided as the act would be, on the register without it. Refuses
 * what that does, `entry-field-unknown`, `entry-unchanged`, and `entry-rested-on` where a spoilt
 * blank was written off before, or another register was given released blanks before, and as
 * `findPutRight` does. D15, RK 1.5, 1.8.
 */
export function decideCorrectBlankEntry(
  state: RegisterState,
  input: CorrectBlankEntry,
  context: BlankCorrectionContext,
  command: Pick<ReceivedCommand, 'id' | 'sender'>,
): Decision {
  const { register, entry, reason, to } = input;
  const { blankActs: acts } = state;
  const found = findPutRight(acts, input, context, asked('correct-blank-entry', register, command));
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const { ofEntry } = context;
  if (ofEntry === null) return entryUnknown({ entry, of: register });
  const strange = refuseUnlessCorrectable(event, to);
  if (strange !== null) return strange;
  const rest = { ...state, blankActs: stateWithout(blankActs, acts, entry) };
  const drafts = actAnew(rest, event, input, ofEntry);
  if (isRefusal(drafts)) return drafts;
  const instead = drafts.map((draft) => ({ ...draft, ground: ofEntry.ground }));
  const same = refuseIfUnchanged(event, instead);
  if (same !== null) return same;
  const after = stateWith(blankActs, acts, instead, entry);
  const given =
    event.type === 'BlanksReleased' ? givenOtherwise(event, after, ofEntry.stock, register) : [];
  const facts = [...restingFacts(blankActFit, acts, after), ...given];
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  const annulled = annulmentData(found, context, eventId(command.id, 1));
  const data = { blank: event.data.blank, ...annulled, reason: reason ?? null };
  return [blankEntryAnnulled.draft({ ...annulmentPlace(found), data }), ...instead];
}

function actAnew(
  rest: RegisterState,
  event: BlankAct,
  { register, to }: CorrectBlankEntry,
  context: InRegisterContext,
): Decision {
  const { blank, signer } = event.data;
  const act = { blank, register, ...signedAs(to, signer), on: to.on ?? event.occurredOn };
  if (event.type === 'BlanksReleased') {
    return decideReleaseBlanks(rest, { ...act, ...rangeAnew(to, event.data) }, context);
  }
  if (event.type === 'BlanksWrittenOff') {
    return decideWriteOffBlanks(rest, { ...act, items: event.data.items }, context);
  }
  const { series, number, cause } = event.data;
  const one = { series: to.series === undefined ? series : to.series, number: to.number ?? number };
  return decideSpoilBlank(rest, { ...act, ...one, cause: to.cause ?? cause }, context);
}

/**
 * What was done in a register with the blanks of an assignment, and could not be in another stock:
 * one in which the register does not have them on that day.
 */
function restingIn(
  register: RegisterState,
  { data }: BlankStockEntry,
  stock: BlankStockState,
): readonly RestingFact[] {
  if (!('register' in data)) return [];
  const has = (range: BlankRange, day: string): boolean =>
    isCovered(range, assignedBy(stock, data.register, day));
  const refuted = (fact: RestingFact, range: BlankRange | null): readonly RestingFact[] =>
    range === null || has(range, fact.on) ? [] : [fact];
  const uses = usesIn(register, data.blank, data).flatMap((use) => {
    const { series, number } = use;
    return refuted(usedBy(register, use), { series, from: number, to: number });
  });
  const released = releasedOf(register, data.blank).flatMap(({ entry: id, on, ...one }) =>
    refuted({ type: 'BlanksReleased', id, on }, overlap(one, data)),
  );
  return [...uses, ...released];
}

/** The fact that used a blank; a document did on the day that is printed on it. */
function usedBy(register: RegisterState, use: BlankUse): RestingFact {
  if (use.by === 'spoilt') return { type: 'BlankSpoilt', id: use.entry, on: use.on };
  const { document: id } = use;
  return { type: 'DocumentIssued', id, on: entryOf(register, id)?.content.issuedOn ?? '' };
}

/** The assignments of released blanks to other registers that would now come before the release. */
function givenOtherwise(
  { data }: Extract<BlankAct, { type: 'BlanksReleased' }>,
  after: BlankActsState,
  stock: BlankStockState,
  register: string,
): readonly RestingFact[] {
  const released = after.released.get(data.blank) ?? [];
  return assignments(stock).flatMap(({ type, id, occurredOn: on, data: given }) => {
    const range = given.register === register ? null : overlap(given, data);
    const free = released.filter((one) => one.on <= on);
    return range === null || isCovered(range, free) ? [] : [{ type, id, on }];
  });
}

/** The assignments by which other registers have blanks of a range now. */
function givenTo(
  { assigned }: BlankStockState,
  range: BlankRange,
  register: string,
): readonly RestingFact[] {
  const given = assigned
    .filter((one) => one.register !== register && overlap(one, range) !== null)
    .map(({ entry: id, on }) => [id, { type: 'BlanksAssigned', id, on }] as const);
  // An assignment of which the middle went on to a third register is one fact still.
  return [...new Map(given).values()];
}
