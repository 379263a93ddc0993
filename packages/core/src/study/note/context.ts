import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerFold } from '../../people/learner/facts/state.ts';
import { groupFold } from '../group/facts/state.ts';
import type { WriteNote } from './commands.ts';

/** What the decision to write reads: its day and author, and whether those named exist. */
export interface NoteContext extends ActContext {
  /** True where the note names no learner, or no group. */
  readonly learnerExists: boolean;
  readonly groupExists: boolean;
}

/** Reads them. Refuses `regulation-missing` and `dated-ahead`. */
export async function readWriting(
  session: Session,
  input: WriteNote,
): Promise<NoteContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { learner, group } = namedIn(input);
  const [about, of] = await Promise.all([
    learner === null ? null : session.load(learnerFold, learner),
    group === null ? null : session.load(groupFold, group),
  ]);
  return {
    ...act,
    learnerExists: about === null || about.state.registered,
    groupExists: of === null || of.state.id !== null,
  };
}

/** The learner and the group that a note is about; null: it names none. */
export function namedIn({ about }: Pick<WriteNote, 'about'>): {
  readonly learner: string | null;
  readonly group: string | null;
} {
  const learner = 'learner' in about ? about.learner : null;
  const group = 'group' in about ? about.group : null;
  return { learner, group };
}
