import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { readGroup } from '../group/reading.ts';
import type { Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import { carrierDecider, decideCarrier, decideOnCarrier } from './carrier.ts';
import { carrierKey } from './reading.ts';

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
        stream: ({ carrier, group }) => desk.stream('carrier', ...carrierKey(carrier, group)),
        context: async ({ on, decidedBy, group }) => {
          const day = await readActDay(desk, on);
          if (isRefusal(day)) return day;
          const found = group === null ? null : await readGroup(desk, group);
          if (isRefusal(found)) return found;
          return { ...day, official: await readOfficial(desk, decidedBy) };
        },
        decide: decideCarrier,
        answer: receipt,
      }),
  };
}
