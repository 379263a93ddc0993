import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import { readActBy } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { DayAndEdition } from '../../rules/regulation/facts/reading.ts';
import { readDay } from '../../rules/regulation/facts/reading.ts';
import type { chooseScale, correctProgrammeEntry } from './commands.ts';
import { programmeFold } from './facts/state.ts';

/** Reads the day of a choice, the edition in force on it, and the official who chose. */
export async function readScaleChoice(
  session: Session,
  { on, chosenBy }: z.output<typeof chooseScale.schema>,
): Promise<ScaleChoiceContext | Refusal> {
  const day = await readDay(session, on);
  return isRefusal(day) ? day : { ...day, official: await readOfficial(session, chosenBy) };
}

/** Context of `choose-scale`. */
export interface ScaleChoiceContext extends DayAndEdition {
  readonly official: OfficialState;
}

/** Context of a correction of an entry: that of the act, and of the entry as it is to read. */
export interface ProgrammeCorrectionContext extends ActContext {
  /** Context of the ordinary command on the true day. */
  readonly entry: ScaleChoiceContext;
}

/** Reads the act, its signer, and what the ordinary command would read on the true day. */
export async function readProgrammeCorrection(
  session: Session,
  { programme, entry, signer, on, to }: z.output<typeof correctProgrammeEntry.schema>,
): Promise<ProgrammeCorrectionContext | Refusal> {
  const act = await readActBy(session, signer, on);
  if (isRefusal(act)) return act;
  const { state } = await session.load(programmeFold, programme);
  const day = await readDay(session, to.on ?? state.entries.get(entry)?.event.occurredOn);
  if (isRefusal(day)) return day;
  const official = await readOfficial(session, to.as === 'scale' ? to.chosenBy : signer);
  return { ...act, entry: { ...day, official } };
}
