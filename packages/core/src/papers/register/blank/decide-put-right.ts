import { findAnnulled } from '../../../acting/annulling.ts';
import type { ActContext } from '../../../acting/context.ts';
import type { PutRightAsked } from '../../../acting/putting-right.ts';
import { annulmentData, annulmentPlace } from '../../../acting/putting-right.ts';
import type { Fit } from '../../../entry/fitting.ts';
import type { RestingFact } from '../../../entry/refusals.ts';
import { entryRestedOn } from '../../../entry/refusals.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { BlankAct, BlankActs } from '../facts/blank-act-state.ts';
import { blankActs, unfitBlankActs } from '../facts/blank-act-state.ts';
import type { BlankRange } from '../facts/blank-questions.ts';
import { overlap } from '../facts/blank-questions.ts';
import { blankEntryAnnulled } from '../facts/events.ts';
import type { RegisterState } from '../facts/state.ts';
import { entryOf, releasedOf, usesIn } from '../facts/state.ts';
import type { AnnulBlankEntry, AnnulBlankStockEntry } from './commands.ts';
import { blankStockEntryAnnulled } from './facts/events.ts';
import type { BlankStock, BlankStockEntry, BlankStockState } from './facts/state.ts';
import { blankStock, unfitStockEntries } from './facts/state.ts';

/*
 * Entries about blanks that were made in error. What was done with the blanks since rests on them,
 * and is annulled first. D15, RK 1.8.
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
  const facts = register === null ? [] : restingIn(register, blank, found.entry.event.data);
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

/** What was done in a register with the blanks of a range. */
function restingIn(
  register: RegisterState,
  blank: string,
  range: BlankRange,
): readonly RestingFact[] {
  const uses = usesIn(register, blank, range).map((use): RestingFact => {
    if (use.by === 'spoilt') return { type: 'BlankSpoilt', id: use.entry, on: use.on };
    const { document: id } = use;
    return { type: 'DocumentIssued', id, on: entryOf(register, id)?.on ?? '' };
  });
  const released = releasedOf(register, blank).filter((one) => overlap(one, range) !== null);
  return [...uses, ...released.map(({ entry: id, on }) => ({ type: 'BlanksReleased', id, on }))];
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
