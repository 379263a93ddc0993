import { readActDay } from '../../acting/act-day.ts';
import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { readOrganisation } from '../../rules/organisation/facts/reading.ts';
import type { DocumentLinkContext, TakeOverContext } from './decide-old-book.ts';
import type { LinkDocument, TakeOverDocuments } from './old-book-commands.ts';

/* What the decisions about old books read from other streams. RK §4 situation 8. */

/** Reads the day, who signs, and the passport with its predecessors. Refuses `dated-ahead`. */
export async function readTakeOver(
  session: Session,
  input: TakeOverDocuments,
): Promise<TakeOverContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  return { ...act, organisation: await readOrganisation(session) };
}

/** Reads the day, and the learner whom the line names. Refuses `dated-ahead`. */
export async function readLink(
  session: Session,
  { learner, on }: LinkDocument,
): Promise<DocumentLinkContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { state: learnerState } = await session.load(learnerFold, learner);
  return { ...day, learnerState };
}
