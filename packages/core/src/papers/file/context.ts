import type * as z from 'zod';
import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import { readCarrierDestroyed } from '../../acting/after-archive.ts';
import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { CommendationState } from '../../merit/commendation/facts/state.ts';
import { commendationFold } from '../../merit/commendation/facts/state.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { addFileDocument, annulFileEntry, correctInventoryLine } from './commands.ts';
import { commendationOf } from './decide.ts';
import { fileRecord } from './facts/questions.ts';
import type { FileState } from './facts/state.ts';
import { fileFold } from './facts/state.ts';

/** What the decision to add a document reads: the commendation that it is about, or null. */
export interface DocumentContext {
  readonly commendationState: CommendationState | null;
}

/**
 * What the decision on a signed act reads: the edition of the day, who signs, and the command's
 * ground.
 */
export interface FileActContext extends ActDay {
  readonly official: OfficialState;
  readonly ground: Ground | null;
}

/** What the decision to correct a line reads: a signed act, and whether a carrier is left. */
export interface LineCorrectionContext extends FileActContext {
  /** Was a carrier of this file released for destruction? RK 1.9. */
  readonly carrierDestroyed: boolean;
}

/** Refuses `learner-unknown` and `dated-ahead` before a file is opened. */
export async function refuseUnlessMayOpen(
  session: Session,
  { learner, on }: { readonly learner: string; readonly on: string },
): Promise<Refusal | null> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const { state } = await session.load(learnerFold, learner);
  return state.registered ? null : learnerUnknown({ learner });
}

/** Reads the commendation that the document is about, where it is about one. */
export async function readDocument(
  session: Session,
  input: z.output<typeof addFileDocument.schema>,
): Promise<DocumentContext | Refusal> {
  const day = await readActDay(session, input.on);
  if (isRefusal(day)) return day;
  const commendation = commendationOf(input);
  if (commendation === null) return { commendationState: null };
  return { commendationState: (await session.load(commendationFold, commendation)).state };
}

/** Reads the edition of the day, who signs, and the command's ground. Refuses `dated-ahead`. */
export async function readFileAct(
  session: Session,
  { on, signer }: { readonly on?: string | undefined; readonly signer: string },
  { sender: { ground } }: ReceivedCommand,
): Promise<FileActContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  return { ...day, ground, official: await readOfficial(session, signer) };
}

/** Reads as `readFileAct` does, and whether a carrier was destroyed. Refuses `dated-ahead`. */
export async function readLineCorrection(
  session: Session,
  input: z.output<typeof correctInventoryLine.schema>,
  command: ReceivedCommand,
): Promise<LineCorrectionContext | Refusal> {
  const act = await readFileAct(session, input, command);
  if (isRefusal(act)) return act;
  return { ...act, carrierDestroyed: await readCarrierDestroyed(session, fileRecord(input.file)) };
}

/** What the decision to annul an entry reads: who signs, and the learner's next file. */
export interface AnnulFileContext extends ActContext {
  /** Was a carrier of this file released for destruction? RK 1.9. */
  readonly carrierDestroyed: boolean;
  readonly next: FileState;
}

/**
 * Reads who signs, the next file of the learner, and whether a carrier was destroyed. Refuses
 * `dated-ahead`.
 */
export async function readAnnulment(
  session: Session,
  input: z.output<typeof annulFileEntry.schema>,
): Promise<AnnulFileContext | Refusal> {
  const acting = await readSignedAct(session, input);
  if (isRefusal(acting)) return acting;
  const [learner = '', n = ''] = input.file.split('.');
  const { state: next } = await session.load(fileFold, learner, String(Number(n) + 1));
  const carrierDestroyed = await readCarrierDestroyed(session, fileRecord(input.file));
  return { ...acting, next, carrierDestroyed };
}
