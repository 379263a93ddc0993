import type * as z from 'zod';
import type { ActDay } from '../../../acting/act-day.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import type { knowRows, setRowsAside, settleRow, takeRows } from './commands.ts';
import { rowKnown, rowSetAside, rowSettled, rowsTaken } from './facts/events.ts';
import type { RowsState } from './facts/state.ts';
import { rowNotAside, rowSettledAlready, rowUnknown } from './refusals.ts';

/**
 * Decides `know-rows`: one event a row, so that each can be erased with its learner. D22, 152-FZ
 * art. 21.
 */
export function decideKnowRows(
  _state: RowsState,
  { rows, on: _on, ...from }: z.output<typeof knowRows.schema>,
  { on: occurredOn }: ActDay,
): Decision {
  return rows.map(({ seen, ...row }) => {
    const data = { ...from, ...row, seen: known(seen) };
    return rowKnown.draft({ occurredOn, refs: refsOf(from.import, row.learner), data });
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
  return rows.map(({ seen, ...row }) => {
    const data = { ...from, ...row, seen: known(seen) };
    return rowSetAside.draft({ occurredOn, refs: refsOf(from.import, row.learner), data });
  });
}

/** Decides `settle-row`. Refuses `row-not-aside` and `row-settled-already`. RK 1.14. */
export function decideSettleRow(
  { asides }: RowsState,
  { import: id, aside, how, fact, reason }: z.output<typeof settleRow.schema>,
  { on: occurredOn }: ActDay,
): Decision {
  const row = asides.get(aside);
  if (row === undefined) return rowNotAside({ import: id, aside });
  if (row.settled !== null) return rowSettledAlready({ aside, how: row.settled });
  const { learner } = row;
  const why = reason === undefined ? {} : { reason: known(reason) };
  const data = { import: id, aside, learner, how, fact, ...why };
  return [rowSettled.draft({ occurredOn, refs: refsOf(id, learner), data })];
}

const refsOf = (id: string, learner: string | null): Refs => ({
  import: [id],
  ...(learner !== null && { learner: [learner] }),
});
