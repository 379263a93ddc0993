import { readFactDayOf } from '../../acting/fact-day.ts';
import { warnOfLinked } from '../../acting/linked-warning.ts';
import { warnOfName } from '../../acting/name-warning.ts';
import type { Session } from '../../acting/session.ts';
import type { Warning } from '../../acting/warning.ts';
import { warning } from '../../acting/warning.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { editionOn } from '../../rules/regulation/facts/questions.ts';
import { readToday } from '../../rules/regulation/facts/reading.ts';
import { regulationFold } from '../../rules/regulation/facts/state.ts';
import type { PersonName } from '../../values/person-name.ts';
import { readLinkedLearners } from '../link/facts/reading.ts';
import { readSnilsHolders } from './facts/reading.ts';

/*
 * One SNILS on two learners who are not one person: a slip of the pen, or one person who was
 * registered twice. The sender is warned, or refused where the regulation says so.
 */

/** The other learners who have a SNILS and are not linked with the learner by today or the day. */
export async function readOthersWithSnils(
  session: Session,
  learner: string,
  snils: string | null | undefined,
  on: string | undefined,
): Promise<readonly string[]> {
  if (snils === null || snils === undefined) return [];
  const holders = await readSnilsHolders(session, snils);
  if (holders.every((one) => one === learner)) return [];
  const today = await readToday(session);
  const day = isRefusal(today) ? (on ?? '') : today;
  const same = await readLinkedLearners(session, learner, day);
  return holders.filter((one) => !same.includes(one));
}

/** The day of personal data, and whom the regulation does not let have the same SNILS. */
export interface IdentityContext {
  readonly on: string;
  /** Other learners with the SNILS, where the regulation refuses that; else none. */
  readonly snilsTakenBy: readonly string[];
}

/** The personal data that a command gives, where it gives them. */
interface Given {
  readonly name?: PersonName | null | undefined;
  readonly snils?: string | null | undefined;
  readonly closed?: string | null | undefined;
  readonly on?: string | undefined;
}

/** Reads that context. Refuses as `readFactDay` does. */
export async function readIdentity(
  session: Session,
  learner: string,
  given: Given,
): Promise<IdentityContext | Refusal> {
  const on = await readFactDayOf(session, given);
  if (isRefusal(on)) return on;
  return { on, snilsTakenBy: await readSnilsTakenBy(session, learner, given.snils, on) };
}

/** The other learners with a SNILS, where the edition of a day refuses that; else none. */
export async function readSnilsTakenBy(
  session: Session,
  learner: string,
  snils: string | null | undefined,
  on: string,
): Promise<readonly string[]> {
  const { state } = await session.load(regulationFold, 'main');
  if (editionOn(state, on)?.general.sameSnils !== 'refuse') return [];
  return readOthersWithSnils(session, learner, snils, on);
}

/** Said where another learner, not linked as one person, has the same SNILS. Never shows it. */
export const snilsOnAnother = warning('snils-on-another', (d: { learner: string }) => ({
  ru:
    `Такой же СНИЛС у ${d.learner}. Если это один человек, свяжите записи (links.link), ` +
    'если нет, исправьте неверный номер (learners.correct)',
  en:
    `${d.learner} has the same SNILS. If they are one person, link the records (links.link); ` +
    'if not, correct the wrong number (learners.correct)',
}));

/** What to look at in the personal data that a command recorded of a learner. */
export async function warnOfIdentity(
  session: Session,
  learner: string,
  { name, snils, closed, on }: Given,
): Promise<readonly Warning[]> {
  const others = await readOthersWithSnils(session, learner, snils, on);
  const linked = typeof closed === 'string' ? await warnOfLinked(session, learner) : [];
  return [
    ...others.map((other) => snilsOnAnother({ learner: other })),
    ...linked,
    ...warnOfName(learner, name),
  ];
}
