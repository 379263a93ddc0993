import type * as z from 'zod';
import type { Desk, Receipt, Sent } from '../desk.ts';
import type { Result } from '../kernel/refusal.ts';
import { readActDay } from '../archive/acting.ts';
import { readOfficial } from '../context.ts';
import { receipt } from '../desk.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { carrierDecider, decideCarrier, decideOnCarrier } from './carrier.ts';

/** Carriers of the record: whether the optional ones are kept. D1. */
export interface CarrierRoom {
  decide(raw: Sent<z.input<typeof decideOnCarrier.schema>>): Promise<Result<Receipt>>;
}

/**
 * The carriers of an organisation, for one sender.
 * @example
 * await carrierRoom(desk).decide({ carrier: 'analytical-note', keep: true, decidedBy: 'p-1' });
 */
export function carrierRoom(desk: Desk): CarrierRoom {
  return {
    decide: (raw) =>
      desk.run(decideOnCarrier, raw, {
        decider: carrierDecider,
        stream: ({ carrier }) => desk.stream('carrier', carrier),
        context: async ({ on, decidedBy }) => {
          const day = await readActDay(desk, on);
          if (isRefusal(day)) return day;
          return { ...day, official: await readOfficial(desk, decidedBy) };
        },
        decide: decideCarrier,
        answer: receipt,
      }),
  };
}
