import { signAs } from '../../../acting/signer.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { actOutOfOrder } from '../../../values/day-order.ts';
import type { Signer } from '../../../values/shape.ts';
import { blankSpoilt, blanksReleased, blanksWrittenOff } from '../facts/blank-events.ts';
import type { BlankNumber } from '../facts/blank-questions.ts';
import { blankKey, isCovered, containsBlank, overlap } from '../facts/blank-questions.ts';
import type { RegisterState } from '../facts/state.ts';
import { releasedOf, useOf, usesIn } from '../facts/state.ts';
import type { AsEntered, ReleaseBlanks, SpoilBlank, WriteOffBlanks } from './commands.ts';
import type { InRegisterContext } from './context.ts';
import type { BlankStockState } from './facts/state.ts';
import { assignedBy } from './facts/state.ts';
import {
  blankAssignedLater,
  blankKindUnknown,
  blankNotAtHand,
  blankNotSpoilt,
  blankUsed,
  writeOffActMissing,
} from './refusals.ts';

/** A blank, and the day on which it is used. */
export interface BlankAsked extends BlankNumber {
  readonly blank: string;
  readonly on: string;
}

/** Refuses as `refuseUnlessBlankAtHand` does, and `blank-used` where it was used or spoilt. */
export function refuseUnlessBlankUsable(
  state: RegisterState,
  stock: BlankStockState,
  register: string,
  asked: BlankAsked,
): Refusal | null {
  const no = refuseUnlessBlankAtHand(state, stock, register, asked);
  if (no !== null) return no;
  const use = useOf(state, asked.blank, asked);
  if (use === null) return null;
  const document = use.by === 'document' ? use.document : null;
  return blankUsed({ number: blankKey(asked), document });
}

/**
 * Refuses `blank-not-at-hand` where the blank is not assigned to this register or was released, and
 * `blank-assigned-later` where it had not come to the register by the day. RK 1.5.
 */
export function refuseUnlessBlankAtHand(
  state: RegisterState,
  stock: BlankStockState,
  register: string,
  { blank, on, ...one }: BlankAsked,
): Refusal | null {
  const number = blankKey(one);
  const released = releasedOf(state, blank).some((range) => containsBlank(range, one));
  const assigned = stock.assigned.find((range) => containsBlank(range, one));
  if (released || assigned?.register !== register) {
    return blankNotAtHand({ blank, number, register });
  }
  const from = assigned.on;
  return on < from ? blankAssignedLater({ blank, number, register, on, from }) : null;
}

/** Decides `spoil-blank`, for an unused blank of this register. */
export function decideSpoilBlank(
  state: RegisterState,
  input: AsEntered<SpoilBlank>,
  context: InRegisterContext,
): Decision {
  const { blank, series, number, register, cause, on } = input;
  const signer = signInRegister(input, context);
  if (isRefusal(signer)) return signer;
  const refused = refuseUnlessBlankUsable(state, context.stock, register, input);
  if (refused !== null) return refused;
  const data = { blank, series, number, cause, signer, edition: context.edition.edition };
  return [blankSpoilt.draft({ occurredOn: on, refs: refsOf(input, signer), data })];
}

/**
 * Decides `write-off-blanks`: blanks that were spoilt by the day, each once, by an act with number
 * and date.
 */
export function decideWriteOffBlanks(
  state: RegisterState,
  input: AsEntered<WriteOffBlanks>,
  context: InRegisterContext,
): Decision {
  const { blank, items, on } = input;
  const signer = signInRegister(input, context);
  if (isRefusal(signer)) return signer;
  const { ground } = context;
  if (ground?.kind !== 'act' || ground.number === null || ground.date === null) {
    return writeOffActMissing({ ground: ground === null ? '—' : JSON.stringify(ground) });
  }
  const seen = new Set<string>();
  for (const item of items) {
    const number = blankKey(item);
    const use = useOf(state, blank, item);
    const spoilt = use?.by === 'spoilt' && !use.writtenOff && !seen.has(number);
    if (!spoilt) {
      const writtenOff = use?.by === 'spoilt' || seen.has(number);
      return blankNotSpoilt({ number, writtenOff });
    }
    if (on < use.on) return actOutOfOrder({ on, after: use.on });
    seen.add(number);
  }
  const data = { blank, items, signer, edition: context.edition.edition };
  return [blanksWrittenOff.draft({ occurredOn: on, refs: refsOf(input, signer), data })];
}

/** Decides `release-blanks`: blanks of this register on that day, none of which was used. */
export function decideReleaseBlanks(
  state: RegisterState,
  input: AsEntered<ReleaseBlanks>,
  context: InRegisterContext,
): Decision {
  const { blank, series, from, to, register, on } = input;
  const signer = signInRegister(input, context);
  if (isRefusal(signer)) return signer;
  const own = context.corrects
    ? assignedBy(context.stock, register, on)
    : context.stock.assigned.filter((one) => one.register === register && one.on <= on);
  const again = releasedOf(state, blank).some((one) => overlap(one, input) !== null);
  if (again || !isCovered(input, own)) {
    return blankNotAtHand({ blank, number: blankKey({ series, number: from }), register });
  }
  const [use] = usesIn(state, blank, input);
  if (use !== undefined) {
    const document = use.by === 'document' ? use.document : null;
    return blankUsed({ number: blankKey(use), document });
  }
  const edition = context.edition.edition;
  const data = { blank, series, from, to, signer, edition };
  return [blanksReleased.draft({ occurredOn: on, refs: refsOf(input, signer), data })];
}

function signInRegister(
  { blank, signer: person, office, on }: AsEntered<SpoilBlank | WriteOffBlanks | ReleaseBlanks>,
  { edition, official }: InRegisterContext,
): Signer | Refusal {
  const blanks = edition.documents.blanks.map(({ id }) => id);
  if (!blanks.includes(blank)) return blankKindUnknown({ blank, blanks });
  return signAs(official, { person, office, on }, edition.documents.blankOffices);
}

const refsOf = (
  { blank, register }: { readonly blank: string; readonly register: string },
  { person }: Signer,
) => ({ blank: [blank], register: [register], official: [person] });
