import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import { commendationDecider } from '../commendation/commendation.ts';
import type { Desk } from '../desk.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { learnerUnknown } from '../learner/unknown.ts';
import { readOfficial } from '../official/reading.ts';
import type { addFileDocument } from './commands.ts';
import type { DocumentContext } from './file.ts';
import { commendationOf } from './file.ts';
import type { LineActContext } from './inventory.ts';

/* What decisions about personal files read from other streams. */

/** Reads what opening a file needs; refuses `learner-unknown`, `dated-ahead`. */
export async function refuseUnlessMayOpen(
  session: Desk,
  { learner, on }: { readonly learner: string; readonly on: string },
): Promise<Refusal | null> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { state } = await session.load(learnerDecider, learner);
  return state.registered ? null : learnerUnknown({ learner });
}

/** Reads what a new line needs: the commendation, where the document is about one. */
export async function readDocument(
  session: Desk,
  input: z.output<typeof addFileDocument.schema>,
): Promise<DocumentContext | Refusal> {
  const day = await readActDay(session, input.on);
  if (isRefusal(day)) return day;
  const commendation = commendationOf(input);
  if (commendation === null) return { award: null };
  return { award: (await session.load(commendationDecider, commendation)).state };
}

/** Reads what a signed act on a line or a part needs; refuses `dated-ahead`. */
export async function readLineAct(
  session: Desk,
  { on, signer }: { readonly on?: string | undefined; readonly signer: string },
  { sender: { ground } }: ReceivedCommand,
): Promise<LineActContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  return { ...day, ground, official: await readOfficial(session, signer) };
}
