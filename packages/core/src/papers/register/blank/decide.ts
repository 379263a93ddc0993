import { signAs } from '../../../acting/signer.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { ReleasedRange } from '../facts/blank-act-state.ts';
import {
  blankCount,
  isCovered,
  overlap,
  rangeText,
  subtractRange,
} from '../facts/blank-questions.ts';
import { releasedOf } from '../facts/state.ts';
import type { AssignBlanks, AsEntered, ReceiveBlanks } from './commands.ts';
import type { AssignContext, BlankContext } from './context.ts';
import { blanksAssigned, blanksReceived } from './facts/events.ts';
import type { BlankStockState } from './facts/state.ts';
import { receivedBy } from './facts/state.ts';
import {
  blankKindUnknown,
  blanksGivenBack,
  blanksHeld,
  blanksInStock,
  blanksNotInStock,
  blanksTooMany,
} from './refusals.ts';

/** The largest number of blanks in one act. */
const COUNT_MAX = 1_000_000;

/** Decides `receive-blanks`: no number is received twice. */
export function decideReceiveBlanks(
  state: BlankStockState,
  input: AsEntered<ReceiveBlanks>,
  context: BlankContext,
): Decision {
  const { blank, supplier, on } = input;
  const signed = signBlankAct(input, context);
  if (isRefusal(signed)) return signed;
  const earlier = state.received.find((one) => overlap(one, input) !== null);
  if (earlier !== undefined) {
    return blanksInStock({ range: rangeText(input), standing: rangeText(earlier) });
  }
  const { series, from, to } = input;
  const { person, office, count, edition } = signed;
  const data = {
    blank,
    series,
    from,
    to,
    count,
    supplier,
    receivedBy: person,
    office,
    edition,
  };
  return [blanksReceived.draft({ occurredOn: on, refs: refsOf(blank, person), data })];
}

/**
 * Decides `assign-blanks`: blanks that were received by the day, and are assigned to no register or
 * were released there by the day.
 */
export function decideAssignBlanks(
  state: BlankStockState,
  input: AsEntered<AssignBlanks>,
  context: AssignContext,
): Decision {
  const { blank, series, from, to, register, on } = input;
  const signed = signBlankAct(input, context);
  if (isRefusal(signed)) return signed;
  const range = rangeText(input);
  if (!isCovered(input, receivedBy(state, on))) return blanksNotInStock({ range, on });
  const given = (name: string): readonly ReleasedRange[] => {
    const holder = context.registers.get(name);
    return holder === undefined ? [] : releasedOf(holder, blank);
  };
  for (const one of state.assigned) {
    const common = overlap(one, input);
    // Another register has them no more, or got them after this one had released them.
    const free = [
      ...given(one.register).filter((released) => released.on <= on),
      ...given(register).filter((released) => released.on <= one.on),
    ];
    if (common === null || isCovered(common, free)) continue;
    return blanksHeld({ range: rangeText(common), register: one.register, on });
  }
  const { before } = context;
  const fresh = before?.register === register ? subtractRange(input, before) : [input];
  if (fresh.some((part) => given(register).some((one) => overlap(one, part) !== null))) {
    return blanksGivenBack({ range, register });
  }
  const { person, office, count, edition } = signed;
  const data = { blank, series, from, to, count, register, assignedBy: person, office, edition };
  const refs = { ...refsOf(blank, person), register: [register] };
  return [blanksAssigned.draft({ occurredOn: on, refs, data })];
}

interface SignedBlankAct {
  readonly person: string;
  readonly office: string;
  readonly count: number;
  readonly edition: number;
}

function signBlankAct(
  input: AsEntered<ReceiveBlanks | AssignBlanks>,
  { edition, official }: BlankContext,
): SignedBlankAct | Refusal {
  const { blank, signer: person, office, on } = input;
  const blanks = edition.documents.blanks.map(({ id }) => id);
  if (!blanks.includes(blank)) return blankKindUnknown({ blank, blanks });
  const count = blankCount(input);
  if (count > COUNT_MAX) return blanksTooMany({ range: rangeText(input), count, max: COUNT_MAX });
  const signer = signAs(official, { person, office, on }, edition.documents.blankOffices);
  if (isRefusal(signer)) return signer;
  return { person, office: signer.office, count, edition: edition.edition };
}

const refsOf = (blank: string, person: string) => ({ blank: [blank], official: [person] });
