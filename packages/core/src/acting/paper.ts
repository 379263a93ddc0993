import type { ReceivedCommand } from '../kernel/command.ts';
import type { DraftEvent, Ground } from '../kernel/event.ts';
import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { refuseUnlessOrderStands } from '../papers/order/facts/questions.ts';
import { readOrders } from '../papers/order/facts/reading.ts';
import type { OrderState } from '../papers/order/facts/state.ts';
import { editionNumbered, editionOn } from '../rules/regulation/facts/questions.ts';
import type { Edition, RegulationState } from '../rules/regulation/facts/state.ts';
import { regulationFold } from '../rules/regulation/facts/state.ts';

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
 * changes by a certificate, and an order notes it.
 */
const FOLLOWED = new Set([
  'YearDecided',
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

/**
 * Reads what is known of the order that is a command's ground: the register of its year and the
 * regulation. Null, and nothing is read, where the ground is no order with number and date.
 */
export async function readOrderPaper(
  reading: Reading,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Promise<OrderPaper | null> {
  if (ground === null || !ORDERING.has(ground.kind)) return null;
  const { number, date } = ground;
  if (number === null || date === null) return null;
  const orders = await readOrders(reading, date);
  const { state: regulation } = await reading.load(regulationFold, 'main');
  return { ground, number, date, orders, regulation };
}

type By = Pick<ReceivedCommand, 'name' | 'causationId'>;

/**
 * Refuses an order that is later than what it orders (`paper-after-effect`), save for a reason that
 * the regulation lists for the command, and what `refuseUnlessOrderStands` refuses. Putting an
 * entry right is never too late: its own day is asked, not that of the entry.
 */
export function refuseIfOrderUnfit(
  paper: OrderPaper | null,
  command: By,
  drafts: readonly DraftEvent[],
): Refusal | null {
  if (paper === null) return null;
  const putsRight = drafts.some(({ data }) => textIn(data, 'corrects') !== null);
  for (const draft of drafts) {
    if (draft.ground !== undefined) continue;
    const own = textIn(draft.data, 'actedOn');
    const on = own ?? draft.occurredOn;
    const edition = editionFor(paper.regulation, on);
    const follows = FOLLOWED.has(draft.type) || (own === null && putsRight);
    const late = follows ? null : refuseIfLate(paper, command, draft, on);
    const { number, date, orders, ground } = paper;
    const unfit =
      ground.kind === 'order'
        ? refuseUnlessOrderStands(
            orders,
            { number, date, on },
            edition?.general.ordersRegistered ?? false,
          )
        : null;
    if ((late ?? unfit) !== null) return late ?? unfit;
  }
  return null;
}

/** Refuses `paper-after-effect` without a reason that the regulation lists for the command. */
function refuseIfLate(
  { ground, number, date, regulation }: OrderPaper,
  { name, causationId }: By,
  { data }: DraftEvent,
  on: string,
): Refusal | null {
  if (date <= on) return null;
  const known = editionFor(regulation, on)?.general.retroactive ?? [];
  const allowed = known.filter(({ commands }) => commands.includes(name)).map(({ id }) => id);
  const reason = ground.retroactive ?? textIn(data, 'reason');
  if (reason !== null && allowed.includes(reason)) return null;
  // What a process does for an act, and notes of it, follows from the reason of the act itself.
  const followed = causationId !== null && known.some(({ id }) => id === ground.retroactive);
  return followed ? null : paperAfterEffect({ number, date, on, command: name, reasons: allowed });
}

/** The edition in force on a day; the first one before it. */
function editionFor(regulation: RegulationState, on: string): Edition | null {
  const first = regulation.editions.at(0);
  return (
    editionOn(regulation, on) ??
    (first === undefined ? null : editionNumbered(regulation, first.edition))
  );
}

/** A field of the data that is a text; null: none. */
function textIn(data: unknown, field: string): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const value = (data as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : null;
}
