import type * as z from 'zod';
import type { ActDay } from '../../../acting/act-day.ts';
import type { RecordedEvent, Refs } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import type { knowRows, setRowsAside, settleRow, takeRows } from './commands.ts';
import { rowKnown, rowSetAside, rowSettled, rowsTaken } from './facts/events.ts';
import type { RowsState } from './facts/state.ts';
import { rowFactUnknown, rowNotAside, rowSettledAlready, rowUnknown } from './refusals.ts';

/** What the decision to settle reads: the day, and the fact that is named; null: there is none. */
export interface SettlingRowContext extends ActDay {
  readonly fact: Pick<RecordedEvent, 'id' | 'stream'> | null;
}

/**
 * Decides `know-rows`: one event a row, so that each can be erased with its learners. D22, 152-FZ
 * art. 21.
 */
export function decideKnowRows(
  _state: RowsState,
  { rows, on: _on, key, ...from }: z.output<typeof knowRows.schema>,
  { on: occurredOn }: ActDay,
): Decision {
  const columns = key.toSorted();
  return rows.map(({ seen, learners, ...row }) => {
    const [learner = null] = learners;
    const data = { ...from, key: columns, ...row, learner, seen: known(seen) };
    return rowKnown.draft({ occurredOn, refs: refsOf(from.import, learners), data });
  });
}

/** Decides `take-rows`. Refuses `row-unknown`. D22. */
export function decideTakeRows(
  { last }: RowsState,
  { import: id, rows }: z.output<typeof takeRows.schema>,
  { on: occurredOn }: ActDay,
): Decision {
  const unknown = rows.find(({ known: revision }) => revision > last);
  if (unknown !== undefined) return rowUnknown({ import: id, known: unknown.known });
  return [rowsTaken.draft({ occurredOn, refs: { import: [id] }, data: { import: id, rows } })];
}

/** Decides `set-rows-aside`. RK 1.14. */
export function decideSetRowsAside(
  _state: RowsState,
  { rows, on: _on, ...from }: z.output<typeof setRowsAside.schema>,
  { on: occurredOn }: ActDay,
): Decision {
  return rows.map(({ seen, learners, ...row }) => {
    const [learner = null] = learners;
    const data = { ...from, ...row, learner, seen: known(seen) };
    return rowSetAside.draft({ occurredOn, refs: refsOf(from.import, learners), data });
  });
}

/**
 * Decides `settle-row`. Refuses `row-not-aside`, `row-settled-already`, and `row-fact-unknown`
 * where the record was put right by a fact that there is not, or that is not named. RK 1.14.
 */
export function decideSettleRow(
  { asides }: RowsState,
  { import: id, aside, how, fact: place, reason }: z.output<typeof settleRow.schema>,
  { on: occurredOn, fact: found }: SettlingRowContext,
): Decision {
  const row = asides.get(aside);
  if (row === undefined) return rowNotAside({ import: id, aside });
  if (row.settled !== null) return rowSettledAlready({ aside, how: row.settled });
  if (found === null && (how === 'entered' || place !== undefined)) {
    return rowFactUnknown({ aside, fact: place ?? '' });
  }
  const { learners } = row;
  const [learner = null] = learners;
  const fact = found === null ? null : { event: found.id, stream: found.stream };
  const why = reason === undefined ? {} : { reason: known(reason) };
  const data = { import: id, aside, learner, how, fact, ...why };
  return [rowSettled.draft({ occurredOn, refs: refsOf(id, learners), data })];
}

const refsOf = (id: string, learners: readonly string[]): Refs => ({
  import: [id],
  learner: learners,
});
