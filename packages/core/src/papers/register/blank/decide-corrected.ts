import { entryFieldUnknown, entryUnchanged } from '../../../entry/refusals.ts';
import type { DraftEvent, RecordedEvent } from '../../../kernel/event.ts';
import { sortedJson } from '../../../kernel/json.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { BlankAct } from '../facts/blank-act-state.ts';
import type {
  AssignBlanks,
  CorrectBlankEntry,
  CorrectBlankStockEntry,
  AsEntered,
  ReceiveBlanks,
} from './commands.ts';
import type { BlankStockEntry } from './facts/state.ts';

/*
 * What a corrected entry about blanks says, as the command that would enter it: the fields that are
 * given, and all others as they were. D15, RK 1.8.
 */

const RANGE = ['signedBy', 'series', 'from', 'to'] as const;

/** The fields of each entry that may be corrected, beside its day and its paper. */
const CORRECTABLE = {
  BlanksReceived: [...RANGE, 'supplier'],
  BlanksAssigned: [...RANGE, 'register'],
  BlanksReleased: RANGE,
  BlankSpoilt: ['signedBy', 'series', 'number', 'cause'],
  BlanksWrittenOff: ['signedBy'],
} as const;

/** Refuses `entry-field-unknown` where an entry of its type has no field that is given. */
export function refuseUnlessCorrectable(
  { id: entry, type }: BlankStockEntry | BlankAct,
  to: object,
): Refusal | null {
  const fields: readonly string[] = ['on', 'ground', ...CORRECTABLE[type]];
  const given = Object.entries(to).filter(([, value]) => value !== undefined);
  const strange = given.find(([field]) => !fields.includes(field))?.[0];
  return strange === undefined ? null : entryFieldUnknown({ entry, type, field: strange, fields });
}

/** What an entry says, without the edition that it was decided on. */
const said = ({ occurredOn, ground, data }: RecordedEvent | DraftEvent): string =>
  sortedJson({ occurredOn, ground, data: { ...(data as object), edition: null } });

/** Refuses `entry-unchanged` where the corrected entry says what the entry said. */
export function refuseIfUnchanged(
  before: RecordedEvent,
  drafts: readonly DraftEvent[],
): Refusal | null {
  const same = drafts.every((draft) => said(draft) === said(before));
  return same ? entryUnchanged({ entry: before.id }) : null;
}

/** Who signs the entry, and in which office, as corrected. */
export const signedAs = (
  { signedBy }: (CorrectBlankStockEntry | CorrectBlankEntry)['to'],
  before: { readonly person: string; readonly office: string },
) => {
  const { person, office } = signedBy ?? before;
  return { signer: person, office };
};

/** The range of an entry, as corrected. */
export const rangeAnew = (
  { series, from, to }: CorrectBlankEntry['to'],
  before: { readonly series: string | null; readonly from: string; readonly to: string },
) => ({
  series: series === undefined ? before.series : series,
  from: from ?? before.from,
  to: to ?? before.to,
});

type Received = Extract<BlankStockEntry, { type: 'BlanksReceived' }>;
type Assigned = Extract<BlankStockEntry, { type: 'BlanksAssigned' }>;

/** The delivery as corrected. */
export function receivedAnew(
  { occurredOn, data }: Received,
  to: CorrectBlankStockEntry['to'],
): AsEntered<ReceiveBlanks> {
  const { blank, receivedBy: person, office } = data;
  const supplier = to.supplier === undefined ? data.supplier : to.supplier;
  const signed = signedAs(to, { person, office });
  return { blank, ...rangeAnew(to, data), supplier, ...signed, on: to.on ?? occurredOn };
}

/** The assignment as corrected. */
export function assignedAnew(
  { occurredOn, data }: Assigned,
  to: CorrectBlankStockEntry['to'],
): AsEntered<AssignBlanks> {
  const { blank, assignedBy: person, office } = data;
  const register = to.register ?? data.register;
  const signed = signedAs(to, { person, office });
  return { blank, ...rangeAnew(to, data), register, ...signed, on: to.on ?? occurredOn };
}
