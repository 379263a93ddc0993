import type { RecordedEvent, Session } from '@letopis/core';
import type { TakenRow } from './known-rows.ts';

/*
 * What stands in the record of a row: the events that came of it, and what became of them since.
 */

/** The facts of a row as the record has them. */
export interface FactsOfRow {
  /** The events that came of the row, and those that correct or annul them, in order. */
  readonly facts: readonly RecordedEvent[];
  /** Did somebody else than imports of the row change them since? */
  readonly byHand: boolean;
}

/** Reads the facts of a row; null: the record has none of them. */
export async function readFactsOfRow(
  session: Session,
  { original, taken, ours }: TakenRow,
): Promise<FactsOfRow | null> {
  const streams = new Set([(original ?? taken).stream, taken.stream]);
  const all: RecordedEvent[] = [];
  for (const stream of streams) all.push(...(await session.handler.events(stream)));
  const own = new Set(all.filter(({ id }) => ours.has(id)).map(({ commandId }) => commandId));
  if (own.size === 0) return null;
  const ids = new Set(all.filter((one) => own.has(one.commandId)).map(({ id }) => id));
  const commands = new Set(own);
  for (const event of all) {
    if (ids.has(event.id) || !(names(event, ids) || changesLearner(event, ids, all))) continue;
    commands.add(event.commandId);
    for (const { id, commandId } of all) if (commandId === event.commandId) ids.add(id);
  }
  return {
    facts: all.filter(({ id }) => ids.has(id)),
    byHand: [...commands].some((command) => !own.has(command)),
  };
}

/** Does an event name one of these, as what it corrects, annuls or rests on? */
function names({ data }: RecordedEvent, ids: ReadonlySet<string>): boolean {
  const text = JSON.stringify(data);
  return [...ids].some((id) => text.includes(id));
}

/** A change of a learner's data names none that was before it: any later one counts. */
function changesLearner(
  event: RecordedEvent,
  ids: ReadonlySet<string>,
  all: readonly RecordedEvent[],
): boolean {
  if (event.type !== 'LearnerDataChanged') return false;
  return all.some(
    ({ id, stream, revision }) => ids.has(id) && isAfter(event, { stream, revision }),
  );
}

const isAfter = (
  one: Pick<RecordedEvent, 'stream' | 'revision'>,
  other: Pick<RecordedEvent, 'stream' | 'revision'>,
): boolean => one.stream === other.stream && one.revision > other.revision;
