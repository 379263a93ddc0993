import type { ActDay } from '../../acting/act-day.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decider, Decision } from '../../kernel/decider.ts';
import type { EventOf } from '../../kernel/event-type.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { OfficialState } from '../../official/state.ts';
import type { RegisterState } from '../state.ts';
import { releasedOf } from '../state.ts';
import type { AssignBlanks, ReceiveBlanks } from './commands.ts';
import { blanksAssigned, blanksReceived, blankStockEvents } from './events.ts';
import type { BlankNumber, BlankRange } from './range.ts';
import { blankCount, covered, holdsBlank, overlap, rangeText, without } from './range.ts';
import {
  blankKindUnknown,
  blanksGivenBack,
  blanksHeld,
  blanksInStock,
  blanksNotInStock,
  blanksTooMany,
} from './refusals.ts';

/*
 * Stream: `<org>.blank-<kind>`: what came in, and which register each range belongs to. A range is
 * assigned to one register's year and used only there, so that "one blank is used once" is decided
 * in one stream; what is not used is released there before it can be assigned elsewhere. D15.
 */

export type BlankStockEvent = EventOf<(typeof blankStockEvents)[number]>;

/** Blanks that belong to the register of a year. */
export interface AssignedRange extends BlankRange {
  readonly register: string;
}

export interface BlankStockState {
  received: readonly BlankRange[];
  assigned: readonly AssignedRange[];
}

/** Folds the stock of one kind of blank. */
export const blankStockDecider: Decider<BlankStockState, BlankStockEvent> = {
  kind: 'blank',
  initial: () => ({ received: [], assigned: [] }),
  evolve: (state, event) => {
    const { series, from, to } = event.data;
    const range = { series, from, to };
    if (event.type === 'BlanksReceived') {
      state.received = [...state.received, range];
      return;
    }
    const { register } = event.data;
    const left = state.assigned.flatMap((one) =>
      without(one, range).map((rest) => ({ ...rest, register: one.register })),
    );
    state.assigned = [...left, { ...range, register }];
  },
};

/** The register's year that a blank belongs to; null: none, or it never came in. */
export function holderOf(state: BlankStockState, one: BlankNumber): string | null {
  return state.assigned.find((range) => holdsBlank(range, one))?.register ?? null;
}

/** Most blanks in one act. */
const COUNT_MAX = 1_000_000;

/** What an act on blanks needs from elsewhere. */
export interface BlankContext extends ActDay {
  readonly official: OfficialState;
}

/** Decides `receive-blanks`: no number comes in twice. */
export function decideReceiveBlanks(
  state: BlankStockState,
  input: ReceiveBlanks,
  context: BlankContext,
): Decision {
  const { blank, supplier, on } = input;
  const signed = actOn(input, context);
  if (isRefusal(signed)) return signed;
  const standing = state.received.find((one) => overlap(one, input) !== null);
  if (standing !== undefined) {
    return blanksInStock({ range: rangeText(input), standing: rangeText(standing) });
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

/** What assigning reads: the registers that hold some of the blanks, and the one to get them. */
export interface AssignContext extends BlankContext {
  readonly registers: ReadonlyMap<string, RegisterState>;
}

/** Decides `assign-blanks`: what came in, and belongs to no register or was released there. */
export function decideAssignBlanks(
  state: BlankStockState,
  input: AssignBlanks,
  context: AssignContext,
): Decision {
  const { blank, series, from, to, register, on } = input;
  const signed = actOn(input, context);
  if (isRefusal(signed)) return signed;
  const range = rangeText(input);
  if (!covered(input, state.received)) return blanksNotInStock({ range });
  const given = (name: string): readonly BlankRange[] => {
    const holder = context.registers.get(name);
    return holder === undefined ? [] : releasedOf(holder, blank);
  };
  for (const one of state.assigned) {
    const common = overlap(one, input);
    if (common === null || covered(common, given(one.register))) continue;
    return blanksHeld({ range: rangeText(common), register: one.register });
  }
  if (given(register).some((one) => overlap(one, input) !== null)) {
    return blanksGivenBack({ range, register });
  }
  const { person, office, count, edition } = signed;
  const data = { blank, series, from, to, count, register, assignedBy: person, office, edition };
  const refs = { ...refsOf(blank, person), register: [register] };
  return [blanksAssigned.draft({ occurredOn: on, refs, data })];
}

interface Signed {
  readonly person: string;
  readonly office: string;
  readonly count: number;
  readonly edition: number;
}

function actOn(
  input: ReceiveBlanks | AssignBlanks,
  { edition, official }: BlankContext,
): Signed | Refusal {
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
