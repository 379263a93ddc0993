import { readActDay } from '../../acting/act-day.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { receiveImport, recordRows } from './commands.ts';
import { readRecordedAt, readRecordedPage } from './context.ts';
import { decideRecordRows } from './decide-rows.ts';
import { decideReceiveImport } from './decide.ts';
import { importFold } from './facts/state.ts';
import { importStands, rowsStand } from './refusals.ts';

const onImport = on({
  fold: importFold,
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
});
