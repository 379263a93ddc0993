import type { ActContext } from '../../../acting/context.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../../acting/putting-right.ts';
import { signAs } from '../../../acting/signer.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { bankReplenished, replenishmentAnnulled } from '../facts/events.ts';
import type { AnnulReplenishment, ReplenishBank } from './commands.ts';
import type { BankContext } from './context.ts';
import { dueDays } from './facts/questions.ts';
import type { BankState } from './facts/state.ts';
import {
  bankReplenishedAlready,
  bankUnknown,
  replenishedTooEarly,
  replenishmentNotDue,
} from './refusals.ts';

/**
 * Decides `replenish-bank`: once for each period, and not before the period begins. A late one is
 * accepted, because the report shows it as late. Refuses `bank-unknown`, `replenishment-not-due`,
 * `replenished-too-early` and `bank-replenished-already`. R3 §3.5.
 */
export function decideReplenishBank(
  state: BankState,
  input: ReplenishBank,
  { edition, official }: BankContext,
): Decision {
  const { bank, due, replenishedBy: person, office, on } = input;
  const { banks, replenishBy, replenishOffices } = edition.achievements;
  const known = banks.map(({ id }) => id);
  if (!known.includes(bank)) return bankUnknown({ bank, banks: known });
  if (!replenishBy.includes(due.slice(5))) return replenishmentNotDue({ due, replenishBy });
  const after = dueBefore(replenishBy, due);
  if (on <= after) return replenishedTooEarly({ on, due, after });
  const earlier = state.done.find((one) => one.due === due);
  if (earlier !== undefined) return bankReplenishedAlready({ bank, due, on: earlier.on });
  const signer = signAs(official, { person, office, on }, replenishOffices);
  if (isRefusal(signer)) return signer;
  const data = { bank, due, signer, edition: edition.edition };
  return [bankReplenished.draft({ occurredOn: on, refs: { official: [person] }, data })];
}

/** Decides `annul-replenishment`. Refuses as `findPutRight` does. R3 §3.5, RK 1.8. */
export function decideAnnulReplenishment(
  state: BankState,
  input: AnnulReplenishment,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { bank, reason = null } = input;
  const asked = { act: 'annul-replenishment', of: bank, orderRequired: false, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const data = { bank, ...annulmentData(found, context, null), reason };
  return [replenishmentAnnulled.draft({ ...annulmentPlace(found), data })];
}

/** The due day before this one; where there is one a year, that of the year before. */
function dueBefore(replenishBy: readonly string[], due: string): string {
  const yearBefore = `${Number(due.slice(0, 4)) - 1}${due.slice(4)}`;
  return dueDays(replenishBy, yearBefore, due).findLast((day) => day < due) ?? yearBefore;
}
