import type * as z from 'zod';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { customMethod, service } from '../../acting/service.ts';
import type { Sent } from '../../acting/session.ts';
import type { Result } from '../../kernel/refusal.ts';
import {
  adoptRegulation,
  amendRegulation,
  annulRegulationEntry,
  correctRegulationEntry,
  fromPreset,
  publishRegulation,
  repealRegulation,
} from './commands.ts';
import { readRegulationAct } from './context.ts';
import { decideAnnulRegulationEntry, decideCorrectRegulationEntry } from './decide-put-right.ts';
import { decideAdopt, decideAmend, decidePublish, decideRepeal } from './decide.ts';
import type { RegulationPreset } from './facts/state.ts';
import { regulationFold } from './facts/state.ts';

type Provenance = Partial<
  Pick<z.input<typeof adoptRegulation.schema>, 'considered' | 'approvedBy'>
>;

/** The time zone and first day of a regulation, and by whom it was considered and approved. */
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
   * Adopts a preset, or rules of your own, from a day on, in the organisation's time zone. It may
   * name who considered and who approved it. The whole content is stored in the log.
   * Refuses `regulation-adopted`, `rules-disagree`, and `edition-not-later` after a repeal. D1,
   * R2 §4.1, R3 §5.2, R5 §1.4.
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
   * Amends the regulation by a new edition, from a later day on: a given section replaces the old
   * one as a whole, all others stay.
   * Refuses `regulation-missing`, `edition-not-later`, `rules-disagree`, `order-required`. D1,
   * R2 §4.2.
   */
  amend: onRegulation(amendRegulation, { decide: decideAmend }),

  /**
   * Records where the edition in force on a day was published.
   * Refuses `regulation-missing`. D1, R1 §8.1.
   */
  publish: onRegulation(publishRegulation, { decide: decidePublish }),

  /**
   * Repeals the regulation: from that day on no edition is in force.
   * Refuses `regulation-missing`, `edition-not-later`, `order-required`. D1, R1 §8.2.
   */
  repeal: onRegulation(repealRegulation, { decide: decideRepeal }),

  /**
   * Annuls an edition, a publication or the repeal that was entered in error. Of editions only the
   * newest is annulled; what was decided on it keeps naming it.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `first-edition-stays`,
   * `reason-missing`, `order-required`, `not-appointed`, `office-not-entitled`. D1, RK 1.8.
   */
  annulEntry: onRegulation(annulRegulationEntry, {
    context: readRegulationAct,
    decide: decideAnnulRegulationEntry,
  }),

  /**
   * Gives an edition, a publication or the repeal its true day, between those of its neighbours.
   * Later decisions use the true day; what was decided keeps the number of its edition.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-of-another-kind`, `entry-unchanged`,
   * `regulation-day-unfit`, `entry-rested-on`, `reason-missing`, `order-required`, `not-appointed`,
   * `office-not-entitled`. D1, RK 1.8.
   */
  correctEntry: onRegulation(correctRegulationEntry, {
    context: readRegulationAct,
    decide: decideCorrectRegulationEntry,
  }),
});
