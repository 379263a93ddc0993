import type { ReceivedCommand } from '../kernel/command.ts';
import type { DraftEvent, Ground } from '../kernel/event.ts';
import { sortedJson } from '../kernel/json.ts';
import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { refuseUnlessOrderStands } from '../papers/order/facts/questions.ts';
import { readOrders } from '../papers/order/facts/reading.ts';
import type { OrderState } from '../papers/order/facts/state.ts';
import { editionOnOrFirst } from '../rules/regulation/facts/questions.ts';
import type { RegulationState } from '../rules/regulation/facts/state.ts';
import { regulationFold } from '../rules/regulation/facts/state.ts';
import { commandsEntering } from './entered-by.ts';

/*
 * What is asked of every command whose ground is an order: is the order no later than its effect,
 * and does the register of orders know it otherwise? It is asked when the command has been decided,
 * because only then the days of its facts are known. RK 1.5, 273-FZ art. 53, 61.
 */

/** Said where a paper is later than its effect, and no reason of the regulation allows it. */
export const paperAfterEffect = refusal(
  'paper-after-effect',
  (d: {
    number: string;
    date: string;
    on: string;
    command: string;
    reasons: readonly string[];
  }) => {
    const reasons = d.reasons.join(', ');
    return {
      ru:
        `Приказ ${d.number} от ${d.date} позже своего действия (${d.on}): исправьте дату` +
        (reasons === '' ? '' : ` или назовите причину retroactive: ${reasons}`),
      en:
        `The order ${d.number} of ${d.date} is later than its effect (${d.on}): mend the date` +
        (reasons === '' ? '' : `, or name the reason retroactive: ${reasons}`),
    };
  },
);

/** An order that a command rests on, with the register of its year and the regulation. */
export interface OrderPaper {
  readonly ground: Ground;
  readonly number: string;
  readonly date: string;
  readonly orders: OrderState;
  readonly regulation: RegulationState;
}

/** The kinds of paper by which somebody orders something: order and instruction. */
const ORDERING = new Set(['order', 'instruction']);

/**
 * What an order only follows: a council decides on a year, and the head orders it then; a name
 * changes by a certificate, and an order notes it. An act notes what came of its targets.
 */
const FOLLOWED = new Set([
  'YearDecided',
  'ActStepDone',
  'ActStepNotDone',
  'LearnerRegistered',
  'LearnerDataChanged',
  'RepresentativeNamed',
  'RepresentativeEnded',
  'ConsentGiven',
  'ConsentWithdrawn',
  'SpecialNeedsRecorded',
  'GiftedListed',
  'SpecialStatusEnded',
  'OfficialNamed',
]);

/** Is this a fact that an order only follows? One order about the year of a whole group too. */
const isOnlyFollowed = ({ type, data }: DraftEvent): boolean =>
  FOLLOWED.has(type) || (type === 'GroupOrdered' && textIn(data, 'order') === 'decide-year');

/** The orders that a command names; null: the ground is no order with number and date. */
export interface OrderPapers {
  /** Its own ground. */
  readonly command: OrderPaper | null;
  /** The paper that a correction gives to the entry that it corrects. */
  readonly entry: OrderPaper | null;
  /** The regulation, by which the paper is judged that an entry keeps; null: nothing is kept. */
  readonly regulation: RegulationState | null;
}

/**
 * Reads what is known of the orders that a command names: the register of their year and the
 * regulation, which is read for what puts an entry right too. Nothing is read for another command
 * whose ground is no order with number and date.
 */
export async function readOrderPapers(
  reading: Reading,
  { sender: { ground }, input, namesGround }: Read,
): Promise<OrderPapers> {
  const [command, entry, regulation] = await Promise.all([
    readOrderPaper(reading, ground),
    readOrderPaper(reading, groundOfEntry(input)),
    namesGround === true ? reading.load(regulationFold, 'main') : null,
  ]);
  return { command, entry, regulation: regulation?.state ?? null };
}

type Read = Pick<ReceivedCommand, 'sender' | 'input' | 'namesGround'>;

/**
 * The paper that a command gives to one of its facts: a correction to the entry itself, a leave to
 * the return; null: it gives none.
 */
function groundOfEntry(input: unknown): Ground | null {
  const { entryGround, backGround, to, instead } = Object(input) as GivesPaper;
  return entryGround ?? backGround ?? Object(to ?? instead).ground ?? null;
}

interface GivesPaper {
  readonly entryGround?: Ground | null;
  readonly backGround?: Ground | null;
  readonly to?: unknown;
  readonly instead?: unknown;
}

async function readOrderPaper(reading: Reading, ground: Ground | null): Promise<OrderPaper | null> {
  if (ground === null || !ORDERING.has(ground.kind)) return null;
  const { number, date } = ground;
  if (number === null || date === null) return null;
  const [orders, { state: regulation }] = await Promise.all([
    readOrders(reading, date),
    reading.load(regulationFold, 'main'),
  ]);
  return { ground, number, date, orders, regulation };
}

type By = Pick<ReceivedCommand, 'name' | 'causationId'>;

/**
 * Refuses an order that is later than what it orders (`paper-after-effect`), save for a reason that
 * the regulation lists for the command, and what `refuseUnlessOrderStands` refuses. Putting an
 * entry right is never too late: its own day is asked, not that of the entry. A paper that it gives
 * to the entry is asked as the entry's own command asks it, and so is the one that the entry keeps.
 */
export function refuseIfOrderUnfit(
  { command: paper, entry, regulation }: OrderPapers,
  command: By,
  drafts: readonly DraftEvent[],
): Refusal | null {
  const kept = regulation === null ? null : refuseIfKeptLate(regulation, command, drafts);
  if (kept !== null) return kept;
  const onEntry = entry === null ? null : refuseIfEntryUnfit(entry, command, drafts);
  if (onEntry !== null) return onEntry;
  if (paper === null) return null;
  const putsRight = drafts.some(({ data }) => textIn(data, 'corrects') !== null);
  for (const draft of drafts) {
    if (draft.ground !== undefined) continue;
    const follows = textIn(draft.data, 'actedOn') === null && putsRight;
    const no = refuseIfUnfit(paper, command, draft, follows ? 'follows' : 'command');
    if (no !== null) return no;
  }
  return null;
}

/** Refuses the paper of an entry that is unfit for a fact which it is given to. */
function refuseIfEntryUnfit(
  entry: OrderPaper,
  command: By,
  drafts: readonly DraftEvent[],
): Refusal | null {
  const paper = sortedJson(entry.ground);
  for (const draft of drafts) {
    if (sortedJson(draft.ground) !== paper) continue;
    const no = refuseIfUnfit(entry, command, draft, 'entry');
    if (no !== null) return no;
  }
  return null;
}

/**
 * Refuses `paper-after-effect` where an entry, as corrected, is earlier than the order that it
 * keeps.
 */
function refuseIfKeptLate(
  regulation: RegulationState,
  command: By,
  drafts: readonly DraftEvent[],
): Refusal | null {
  for (const draft of drafts) {
    const { ground } = draft;
    const on = textIn(draft.data, 'actedOn') ?? draft.occurredOn;
    if (ground === null || ground === undefined || !ORDERING.has(ground.kind)) continue;
    const { number, date } = ground;
    if (number === null || date === null || isOnlyFollowed(draft)) continue;
    const late = refuseIfLate({ ground, number, date, regulation }, command, draft, on, true);
    if (late !== null) return late;
  }
  return null;
}

/** Refuses an order that is later than the fact, or that the register knows otherwise. */
function refuseIfUnfit(
  paper: OrderPaper,
  command: By,
  draft: DraftEvent,
  as: 'command' | 'entry' | 'follows',
): Refusal | null {
  const on = textIn(draft.data, 'actedOn') ?? draft.occurredOn;
  const { number, date, orders, ground, regulation } = paper;
  const edition = editionOnOrFirst(regulation, on);
  const follows = as === 'follows' || isOnlyFollowed(draft);
  const late = follows ? null : refuseIfLate(paper, command, draft, on, as === 'entry');
  if (late !== null || ground.kind !== 'order') return late;
  const registered = edition?.general.ordersRegistered ?? false;
  return refuseUnlessOrderStands(orders, { number, date, on }, registered);
}

/**
 * Refuses `paper-after-effect` without a reason that the regulation lists for the command, or for
 * those that enter the fact where a correction puts it in the place of another.
 */
function refuseIfLate(
  { ground, number, date, regulation }: Omit<OrderPaper, 'orders'>,
  { name, causationId }: By,
  { type, data }: DraftEvent,
  on: string,
  corrects: boolean,
): Refusal | null {
  if (date <= on) return null;
  const known = editionOnOrFirst(regulation, on)?.general.retroactive ?? [];
  const entering = corrects ? commandsEntering(type) : [name];
  const listed = known.filter(
    ({ commands }) => entering === null || commands.some((one) => entering.includes(one)),
  );
  const allowed = listed.map(({ id }) => id);
  const reason = ground.retroactive ?? textIn(data, 'reason');
  if (reason !== null && allowed.includes(reason)) return null;
  // What a process does for an act, and notes of it, follows from the reason of the act itself.
  const followed = causationId !== null && known.some(({ id }) => id === ground.retroactive);
  return followed ? null : paperAfterEffect({ number, date, on, command: name, reasons: allowed });
}

/** A field of the data that is a text; null: none. */
function textIn(data: unknown, field: string): string | null {
  const value = (Object(data) as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : null;
}
