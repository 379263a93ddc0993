import { isLetopisError, LetopisError } from './errors.ts';
import type { EventStore, Position } from './event-store.ts';
import { START } from './event-store.ts';
import type { Generation, ViewStore } from './view-store.ts';

/**
 * How far a process has come in the log. If it is lost, the process begins anew, which repeats no
 * effect.
 */
export interface ProcessCheckpoint {
  load(): Promise<Position>;
  /** Saves a position; ignores one that is before the saved one. */
  save(position: Position): Promise<void>;
}

/**
 * A checkpoint that lives as long as the program.
 * @example
 * await memoryCheckpoint().load(); // => ''
 */
export function memoryCheckpoint(): ProcessCheckpoint {
  let kept: Position = START;
  return {
    load: async () => kept,
    save: async (position) => {
      if (position > kept) kept = position;
    },
  };
}

/**
 * A checkpoint in a view store, under the process's name. Several runners may share it: it is the
 * furthest position that any of them has settled. `load` and `save` throw `foreign-log` where the
 * views belong to another log.
 */
export function viewCheckpoint(
  views: ViewStore,
  store: Pick<EventStore, 'logId'>,
  processName: string,
): ProcessCheckpoint {
  const name = `process ${processName}`;
  const held = async (): Promise<Generation | undefined> =>
    (await views.generations()).find((one) => one.name === name && one.state === 'live');
  const begun = async (): Promise<Generation> => {
    const standing = await held();
    if (standing !== undefined) return standing;
    const opened = await views.open(name, 1);
    await views.switchTo(opened.id);
    return (await held()) ?? opened;
  };
  return {
    load: async () => {
      const standing = await held();
      if (standing === undefined) return START;
      const [of, logId] = [await views.logId(), await store.logId()];
      if (of === null || of === logId) return standing.checkpoint;
      const say = `these views belong to log ${of}, not ${logId}: give the process others`;
      throw new LetopisError('foreign-log', say, { held: of, given: logId });
    },
    save: async (position) => {
      const logId = await store.logId();
      for (;;) {
        const { id, checkpoint } = await begun();
        if (position <= checkpoint) return;
        const change = { id, expected: checkpoint, next: position, puts: new Map(), deletes: [] };
        try {
          return await views.commit({ logId, changes: [change], timeMarks: [] });
        } catch (error) {
          // Another runner was first: read the checkpoint again.
          const moved = isLetopisError(error, 'checkpoint-moved');
          if (!moved && !isLetopisError(error, 'no-generation')) throw error;
        }
      }
    },
  };
}
