import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { CommandType } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { RecordedEvent } from '../kernel/event.ts';
import { knowsCommand } from '../kernel/fold-cache.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import type { ArchivedKind } from '../record/kind.ts';
import type { RecordMove, RecordMoveGiven } from './record.ts';
import {
  acceptRecord,
  decideAccept,
  decideHandOver,
  decideReturn,
  handOverRecord,
  returnRecord,
} from './record.ts';

/** A step of a record on its way to the archive. */
export type RecordStep = 'hand-over' | 'close' | 'return';

/** Moves records of one kind: each step is one command on the record's own stream. */
export interface RecordMover {
  /**
   * Sends a step's command.
   * @param fence what must hold elsewhere, asked before each attempt; a refusal ends it.
   */
  readonly move: (
    desk: Desk,
    step: RecordStep,
    raw: Sent<RecordMoveGiven>,
    fence?: () => Promise<Refusal | null>,
  ) => Promise<Result<Receipt>>;
  /** Does an event of this command stand in the record's stream? */
  readonly stands: (desk: Desk, record: string, commandId: string) => Promise<boolean>;
}

type Move = CommandType<RecordMove, RecordMoveGiven>;
type Decide<State, E extends RecordedEvent> = (
  kind: ArchivedKind<State, E>,
  state: State,
  move: RecordMove,
) => Decision;

/** The mover of a kind of record. */
export function recordMover<State, E extends RecordedEvent>(
  kind: ArchivedKind<State, E>,
): RecordMover {
  const steps: Readonly<Record<RecordStep, readonly [Move, Decide<State, E>]>> = {
    'hand-over': [handOverRecord, decideHandOver],
    close: [acceptRecord, decideAccept],
    return: [returnRecord, decideReturn],
  };
  return {
    move: (desk, step, raw, fence) => {
      const [type, decide] = steps[step];
      return desk.run(type, raw, {
        decider: kind.decider,
        stream: ({ record }) => `${desk.organisation}.${record}`,
        context: async () => (await fence?.()) ?? null,
        decide: (state, move) => decide(kind, state, move),
        answer: receipt,
      });
    },
    stands: async (desk, record, commandId) => {
      const { commands } = await desk.kernel.load(kind.decider, `${desk.organisation}.${record}`);
      return knowsCommand({ commands }, commandId);
    },
  };
}
