import type * as z from 'zod';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Result } from '../kernel/refusal.ts';
import {
  adoptRegulation,
  amendRegulation,
  decideAdopt,
  decideAmend,
  decidePublish,
  decideRepeal,
  fromPreset,
  publishRegulation,
  regulationDecider,
  repealRegulation,
} from './regulation.ts';
import type { RegulationPreset } from './rules.ts';

type Provenance = Partial<
  Pick<z.input<typeof adoptRegulation.schema>, 'considered' | 'approvedBy'>
>;

/** When a regulation comes into force, where, and by whom it was considered and approved. */
export type Adoption = { readonly timeZone: string; readonly from: string } & Provenance;

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** The regulation: adopted once, amended by editions, published, repealed. D1. */
export interface RegulationRoom {
  /**
   * Adopts a preset, or a rule book of one's own, from a day on, in the organisation's time zone.
   * @param given may name who considered and who approved it. R3 §5.2, R5 §1.4, R2 §4.1.
   */
  adopt(preset: RegulationPreset, given: Sent<Adoption>): Promise<Result<Receipt>>;
  amend(raw: Raw<typeof amendRegulation>): Promise<Result<Receipt>>;
  publish(raw: Raw<typeof publishRegulation>): Promise<Result<Receipt>>;
  repeal(raw: Raw<typeof repealRegulation>): Promise<Result<Receipt>>;
}

export function regulationRoom(desk: Desk): RegulationRoom {
  const shared = {
    decider: regulationDecider,
    stream: () => desk.stream('regulation', 'main'),
    answer: (outcome: Outcome) => receipt(outcome),
  };
  return {
    adopt: (preset, { timeZone, from, ...options }) =>
      desk.run(
        adoptRegulation,
        { ...fromPreset(preset, { timeZone, from }), ...options },
        { ...shared, decide: decideAdopt },
      ),
    amend: (raw) => desk.run(amendRegulation, raw, { ...shared, decide: decideAmend }),
    publish: (raw) => desk.run(publishRegulation, raw, { ...shared, decide: decidePublish }),
    repeal: (raw) => desk.run(repealRegulation, raw, { ...shared, decide: decideRepeal }),
  };
}
