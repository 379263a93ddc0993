import type * as z from 'zod';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { customMethod, service } from '../../acting/service.ts';
import type { Sent } from '../../acting/session.ts';
import type { Result } from '../../kernel/refusal.ts';
import { amendRegulation, publishRegulation, repealRegulation } from './commands.ts';
import { decideAdopt, decideAmend, decidePublish, decideRepeal } from './decide.ts';
import { adoptRegulation, fromPreset } from './facts/questions.ts';
import type { RegulationPreset } from './facts/state.ts';
import { regulationFold } from './facts/state.ts';

type Provenance = Partial<
  Pick<z.input<typeof adoptRegulation.schema>, 'considered' | 'approvedBy'>
>;

/** When a regulation comes into force, where, and by whom it was considered and approved. */
export type Adoption = { readonly timeZone: string; readonly from: string } & Provenance;

const onRegulation = on({ fold: regulationFold, key: () => ['main'], answer: receipt });

const adopting = onRegulation(adoptRegulation, { decide: decideAdopt });

/**
 * The regulation: adopted once, amended by editions, published, repealed. D1.
 *
 * @example
 * must(await regulationService(session).adopt(r2, { timeZone: 'Europe/Moscow',
 *   from: '2026-09-01' }));
 */
export const regulationService = service({
  /**
   * Adopts a preset, or a rule book of one's own, from a day on, in the organisation's time zone.
   * It may name who considered and who approved it. Its whole content goes into the history.
   * Refuses `regulation-adopted`, `rules-disagree`. D1, R3 §5.2, R5 §1.4, R2 §4.1.
   */
  adopt: customMethod(
    adopting,
    (session) =>
      (preset: RegulationPreset, given: Sent<Adoption>): Promise<Result<Receipt>> => {
        const { timeZone, from, ...rest } = given;
        return adopting.run(session, { ...fromPreset(preset, { timeZone, from }), ...rest });
      },
  ),

  /**
   * Amends the regulation: a new edition with whole sections replaced, from a later day on.
   * Refuses `regulation-missing`, `edition-not-later`, `rules-disagree`, `order-required`. D1.
   */
  amend: onRegulation(amendRegulation, { decide: decideAmend }),

  /**
   * Records where the edition in force on a day was made public.
   * Refuses `regulation-missing`. D1.
   */
  publish: onRegulation(publishRegulation, { decide: decidePublish }),

  /**
   * Repeals the regulation from a day on: no edition is in force then.
   * Refuses `regulation-missing`, `edition-not-later`, `order-required`. D1.
   */
  repeal: onRegulation(repealRegulation, { decide: decideRepeal }),
});
