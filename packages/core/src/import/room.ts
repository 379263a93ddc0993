import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { LetopisError } from '../kernel/errors.ts';
import type { Result } from '../kernel/refusal.ts';
import {
  decideReceiveImport,
  importDecider,
  importStands,
  receiveImport,
  rowsPageKey,
} from './import.ts';
import { decideRecordRows, recordRows, rowsStand } from './ingested.ts';

/** Imports from other systems: what came in, once, and what came of its rows. D22. */
export interface ImportRoom {
  /** Sent again for the same files, under any command id, it gives the first result. */
  receive(raw: Sent<z.input<typeof receiveImport.schema>>): Promise<Result<Receipt>>;
  /** A page that stands just so already gives the result that it got then. */
  recordRows(raw: Sent<z.input<typeof recordRows.schema>>): Promise<Result<Receipt>>;
}

/**
 * The imports of an organisation, for one sender.
 * @example
 * const { eventId } = must(await importRoom(desk).receive({ id: importId(files, hash),
 *   source: 'platform', files }));
 */
export function importRoom(desk: Desk): ImportRoom {
  return {
    receive: async (raw) => {
      const received = await desk.run(receiveImport, raw, {
        decider: importDecider,
        stream: ({ id }) => desk.stream('import', id),
        context: ({ on }) => readActDay(desk, on),
        decide: decideReceiveImport,
        answer: receipt,
      });
      if (received.ok || received.refusal.code !== importStands.code) return received;
      return { ok: true, value: await receiptAt(desk, raw.id, 0) };
    },
    recordRows: async (raw) => {
      const recorded = await desk.run(recordRows, raw, {
        decider: importDecider,
        stream: (input) => desk.stream('import', input.import),
        context: ({ on }) => readActDay(desk, on),
        decide: decideRecordRows,
        answer: receipt,
      });
      if (recorded.ok || recorded.refusal.code !== rowsStand.code) return recorded;
      const { state } = await desk.load(importDecider, raw.import);
      const page = state.pages.get(rowsPageKey({ ...raw, sheet: raw.sheet ?? null }));
      return { ok: true, value: await receiptAt(desk, raw.import, page?.revision ?? 0) };
    },
  };
}

/** The receipt that the fact at a revision of an import's stream got when it was recorded. */
async function receiptAt(desk: Desk, id: string, at: number): Promise<Receipt> {
  const stream = desk.stream('import', id);
  const [event] = await desk.kernel.events(stream, at, 1);
  if (event === undefined) throw new LetopisError('corrupt', `${stream} lost its event ${at}`);
  const { id: eventId, revision, position } = event;
  return { eventId, stream, revision, position };
}
