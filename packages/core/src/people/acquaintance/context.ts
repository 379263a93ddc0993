import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { regulationFold } from '../../rules/regulation/facts/state.ts';
import { programmeFold } from '../../study/programme/facts/state.ts';
import { programmeUnknown } from '../../study/programme/facts/unknown.ts';
import type { LearnerState } from '../learner/facts/state.ts';
import { learnerFold } from '../learner/facts/state.ts';
import type { RecordAcquaintance } from './commands.ts';

/** What the decision about a sheet reads: its day and signer, its learners, the editions. */
export interface AcquaintanceContext extends ActContext {
  readonly learners: ReadonlyMap<string, LearnerState>;
  /** Numbers of the editions that were adopted and not annulled. */
  readonly editions: readonly number[];
  /** Day on which the programme of the sheet was opened; null: it is about none. */
  readonly programmeFrom: string | null;
}

/** Reads them. Refuses `programme-unknown`, `regulation-missing` and `dated-ahead`. */
export async function readAcquaintance(
  session: Session,
  input: RecordAcquaintance,
): Promise<AcquaintanceContext | Refusal> {
  const act = await readSignedAct(session, input);
  if (isRefusal(act)) return act;
  const { subject, lines } = input;
  const [{ state: regulation }, programme, learners] = await Promise.all([
    session.load(regulationFold, 'main'),
    subject.kind === 'programme' ? session.load(programmeFold, subject.programme) : null,
    Promise.all(
      lines.map(
        async ({ learner }) => [learner, (await session.load(learnerFold, learner)).state] as const,
      ),
    ),
  ]);
  if (subject.kind === 'programme' && programme?.state.id === null) {
    return programmeUnknown({ programme: subject.programme });
  }
  const editions = regulation.editions.filter(({ annulled }) => !annulled);
  return {
    ...act,
    learners: new Map(learners),
    editions: editions.map(({ edition }) => edition),
    programmeFrom: programme?.state.openedOn ?? null,
  };
}
