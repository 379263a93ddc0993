import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { readOfficial } from '../official/reading.ts';
import type { LinkContext, linkLearners } from './link.ts';

/** Reads what linking or unlinking needs: which of the two are on record, and who signs. */
export async function readLink(
  session: Desk,
  { learner, other, signer, on }: z.output<typeof linkLearners.schema>,
): Promise<LinkContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const registered: string[] = [];
  for (const id of [learner, other]) {
    const { state } = await session.load(learnerDecider, id);
    if (state.registered) registered.push(id);
  }
  return { ...day, registered, official: await readOfficial(session, signer) };
}
