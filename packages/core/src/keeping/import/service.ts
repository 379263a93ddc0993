import { readActDay } from '../../acting/act-day.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { receiveImport, recordRows } from './commands.ts';
import { readRecordedAt, readRecordedPage, readRowsOf, readSettlingRow } from './context.ts';
import { decideRecordRows } from './decide-rows.ts';
import { decideReceiveImport } from './decide.ts';
import { importFold } from './facts/state.ts';
import { importStands, rowsStand } from './refusals.ts';
import { knowRows, setRowsAside, settleRow, takeRows } from './row/commands.ts';
import {
  decideKnowRows,
  decideSetRowsAside,
  decideSettleRow,
  decideTakeRows,
} from './row/decide.ts';
import { rowsFold } from './row/facts/state.ts';

const onImport = on({
  fold: importFold,
  key: (input: { readonly import: string }) => [input.import],
  answer: receipt,
});

const onRows = on({
  fold: rowsFold,
  key: (input: { readonly import: string }) => [input.import],
  answer: receipt,
});

/**
 * Imports from other systems: the files received, and the outcome of their rows. D22, R4 §5.1-5.2.
 *
 * @example
 * const { eventId } = must(await importService(session).receive({ id: importId(files, hash),
 *   source: 'platform', files }));
 */
export const importService = service({
  /**
   * Records that files were received. Sent again for the same files, under any command id, it gives
   * the first receipt.
   * Refuses `import-differs`, `dated-ahead`. D22.
   */
  receive: onImport.at(receiveImport, {
    key: ({ id }) => [id],
    context: (session, input) => readActDay(session, input.on),
    decide: decideReceiveImport,
    answer: (outcome): Receipt => receipt(outcome),
    recorded: {
      code: importStands.code,
      answer: (session, { id }) => readRecordedAt(session, id, 0),
    },
  }),

  /**
   * Records the outcome of a page of rows. A page that is already recorded with the same outcome
   * gives the first receipt.
   * Refuses `import-unknown`, `imported-file-unknown`, `dated-ahead`. D22, R4 §5.2.
   */
  recordRows: onImport.answering(recordRows, {
    context: (session, input) => readActDay(session, input.on),
    decide: decideRecordRows,
    answer: (outcome): Receipt => receipt(outcome),
    recorded: { code: rowsStand.code, answer: readRecordedPage },
  }),

  /**
   * Records rows with keys of their own, before their commands are sent: one event a row, so that
   * what it is known by can be erased with its learners.
   * Refuses `import-unknown`, `dated-ahead`. D22, 152-FZ art. 21.
   */
  knowRows: onRows(knowRows, { context: readRowsOf, decide: decideKnowRows }),

  /**
   * Records which events known rows became.
   * Refuses `row-unknown`, `dated-ahead`. D22.
   */
  takeRows: onRows(takeRows, {
    context: (session, input) => readActDay(session, input.on),
    decide: decideTakeRows,
  }),

  /**
   * Sets aside rows that differ from what was recorded, for a person to decide on.
   * Refuses `import-unknown`, `dated-ahead`. RK 1.14.
   */
  setRowsAside: onRows(setRowsAside, { context: readRowsOf, decide: decideSetRowsAside }),

  /**
   * Settles a row that was set aside: the record was put right by the ordinary methods
   * (`entered`, naming by what), or stays as it is (`left`).
   * Refuses `row-not-aside`, `row-settled-already`, `row-fact-unknown`, `dated-ahead`. RK 1.14.
   */
  settleRow: onRows(settleRow, { context: readSettlingRow, decide: decideSettleRow }),
});
