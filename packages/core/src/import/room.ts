import type * as z from 'zod';
import type { Desk, Receipt, Sent } from '../desk.ts';
import type { Result } from '../kernel/refusal.ts';
import { readActDay } from '../archive/acting.ts';
import { receipt } from '../desk.ts';
import { LetopisError } from '../kernel/errors.ts';
import { decideReceiveImport, importDecider, importStands, receiveImport } from './import.ts';

/** Imports from other systems: what came in, once. D22. */
export interface ImportRoom {
  /** Sent again for the same files, under any command id, it gives the first result. */
  receive(raw: Sent<z.input<typeof receiveImport.schema>>): Promise<Result<Receipt>>;
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
      return { ok: true, value: await firstReceipt(desk, raw.id) };
    },
  };
}

/** The receipt that the first sending of an import got. */
async function firstReceipt(desk: Desk, id: string): Promise<Receipt> {
  const stream = desk.stream('import', id);
  const [first] = await desk.kernel.events(stream, 0, 1);
  if (first === undefined) throw new LetopisError('corrupt', `${stream} lost its first event`);
  const { id: eventId, revision, position } = first;
  return { eventId, stream, revision, position };
}
