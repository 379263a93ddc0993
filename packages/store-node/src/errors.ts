import type { Position } from '@letopis/core';
import { LetopisError } from '@letopis/core';

/** Makes the `store-closed` error of an event store. */
export function storeClosed(): LetopisError {
  return new LetopisError('store-closed', 'this store was closed: open another');
}

/** Makes the `store-closed` error of a view store. */
export function viewsClosed(): LetopisError {
  return new LetopisError('store-closed', 'these views were closed: open anew');
}

/** Makes the `misuse` error for a text that no log of this kind gave as a position. */
export function foreignPosition(position: Position): LetopisError {
  const say = `${JSON.stringify(position)} is no position of this log: give back what it gave`;
  return new LetopisError('misuse', say, { position });
}

/**
 * Makes the `misuse` error of `emptyBeside` for a stream that does not have all of the events.
 *
 * @param found how many of them it has.
 * @param wanted how many were to be emptied.
 */
export function eventsNotFound(stream: string, found: number, wanted: number): LetopisError {
  const say = `${stream} holds ${found} of the ${wanted} events to empty`;
  return new LetopisError('misuse', say, { stream });
}

/** Makes the `no-generation` error for a generation of views that does not exist. */
export function noGeneration(id: number): LetopisError {
  return new LetopisError('no-generation', `there is no generation ${id} of views`, { id });
}

/**
 * Makes the `foreign-log` error for a commit that was built from another log.
 *
 * @param own id of the log to which the views belong.
 * @param given id of the log from which the commit comes.
 */
export function foreignLog(own: string, given: string): LetopisError {
  const say = `these views belong to log ${own}, not ${given}: rebuild them elsewhere`;
  return new LetopisError('foreign-log', say, { held: own, given });
}

/** Makes the `checkpoint-moved` error for a generation that another runner has advanced. */
export function checkpointMoved(id: number, expected: Position, actual: Position): LetopisError {
  const say = `generation ${id} stands at "${actual}", not at "${expected}": read it again`;
  return new LetopisError('checkpoint-moved', say, { id, expected, actual });
}
