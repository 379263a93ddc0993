import type { ActContext } from '../../acting/context.ts';
import { readDayOf, readSignedAct } from '../../acting/context.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { Session } from '../../acting/session.ts';
import { fitting } from '../../entry/fitting.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import { readEditionOrFirst, todayIn } from '../../rules/regulation/facts/reading.ts';
import type { CorrectOrder, RegisterOrder } from './commands.ts';
import {
  amendOrder,
  annulOrder,
  annulOrderEntry,
  correctOrder,
  registerOrder,
} from './commands.ts';
import type { OrderCorrectionContext } from './decide-put-right.ts';
import { decideAnnulOrderEntry, decideCorrectOrder, orderFit } from './decide-put-right.ts';
import { decideAmendOrder, decideAnnulOrder, decideRegisterOrder } from './decide.ts';
import { orderFold } from './facts/state.ts';

const onOrders = on({ fold: orderFold, ...keyedBy('year') });

/**
 * Reads the day of an order, its rules and its signer. An order of a day before the first edition
 * of the regulation has the rules of that edition.
 */
async function readRegistering(
  session: Session,
  { signer, date }: RegisterOrder,
): Promise<ActContext | Refusal> {
  const edition = await readEditionOrFirst(session, date);
  if (isRefusal(edition)) return edition;
  const official = await readOfficial(session, signer);
  return { on: date, edition, today: todayIn(session, edition), official };
}

/** Reads the correction's own day and signer, and who signed the order as it is corrected. */
async function readCorrecting(
  session: Session,
  input: CorrectOrder,
): Promise<OrderCorrectionContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { state } = await session.load(orderFold, input.year);
  const entry = state.entries.get(input.entry)?.event;
  const before = entry?.type === 'OrderRegistered' ? entry.data.signer.person : undefined;
  const person = input.signedBy?.person ?? before;
  return { ...act, signedBy: person === undefined ? null : await readOfficial(session, person) };
}

/**
 * The register of orders: registered, annulled, amended, and their entries put right. Every command
 * that names an order as its ground is refused where the register knows that order under another
 * date, or as annulled. RK 1.5.
 *
 * @example
 * must(await orderService(session).register({ number: '1-од', date: '2026-08-25',
 *   title: 'О назначении ответственных', signer: 'p-1' }));
 */
export const orderService = service({
  /**
   * Enters an order in the register of its year. The answer's `eventId` names the entry.
   * Refuses `order-number-taken`, `not-appointed`, `office-not-named`. RK 1.5.
   */
  register: onOrders.at(registerOrder, {
    key: ({ date }) => [date.slice(0, 4)],
    context: readRegistering,
    decide: decideRegisterOrder,
    answer: receipt,
  }),

  /**
   * Records that an order was annulled, from a day on or from the start; no act rests on it then.
   * Refuses `order-unknown`, `order-annulled-already`, `act-out-of-order`, `not-appointed`, and
   * `entry-contradicted` where the order was amended after that day. RK 1.5.
   */
  annul: onOrders(annulOrder, {
    context: readSignedAct,
    decide: fitting(orderFit, decideAnnulOrder),
  }),

  /**
   * Records that an order was amended by another one.
   * Refuses `order-unknown`, `act-out-of-order`, `order-annulled-already`. RK 1.5.
   */
  amend: onOrders(amendOrder, { context: readDayOf, decide: decideAmendOrder }),

  /**
   * Corrects the entry of an order: its number, date, title or signer. The entry of before stays
   * readable. The answer names the new entry. An annulment or amendment is annulled and made anew.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `order-number-taken`,
   * `order-of-other-year`, `entry-of-another-kind`, `reason-missing`, `not-appointed`, and
   * `entry-contradicted` where the order would be later than its annulment or amendment. RK 1.8.
   */
  correct: onOrders(correctOrder, { context: readCorrecting, decide: decideCorrectOrder }),

  /**
   * Annuls an entry that was made in error: it counts as if it had never been made.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`. RK 1.8.
   */
  annulEntry: onOrders(annulOrderEntry, { context: readSignedAct, decide: decideAnnulOrderEntry }),
});
