import * as z from 'zod';
import { bothLanguages, text } from '../../values/shape.ts';

const titled = z.strictObject({ id: text, title: bothLanguages });

/** Achievements, and the banks that hold them. D12, R3 §3.1, §3.4-3.6, R5 §3.2.1-3.2.3. */
export const achievementRules = z.strictObject({
  section: z.literal('achievements'),
  /** Kinds of event: `olympiad`, `contest`, `festival`, `sport`, … R5 §3.2.2-3.2.3. */
  kinds: z.array(titled),
  /** Levels, lowest first. R3 §3.1, R4 §4.5.3. */
  levels: z.array(
    titled.extend({
      /** Level of the self-evaluation indicators that it counts in; null: in none. */
      indicatorLevel: text.nullable(),
    }),
  ),
  /** `participation`, `laureate`, `prize-winner`, `winner`, … R5 §3.2.2. */
  outcomes: z.array(
    titled.extend({
      /** Does the self-evaluation count it among winners and prize-winners? */
      prize: z.boolean(),
    }),
  ),
  /** Official lists in which an event may stand. R5 §3.2.2. */
  officialLists: z.array(titled),
  /** Offices in which one verifies an achievement. */
  verifierOffices: z.array(text),
  /** Does verifying need a document? R3 §3.6, R5 §4.7. */
  evidenceRequired: z.boolean(),
  annulmentOffices: z.array(text),
  /** Kinds of assessment that may rest on an achievement. R3 §1.4: interim. */
  basisForKinds: z.array(text),
  /** Must an achievement be verified before a result rests on it? */
  basisMustBeVerified: z.boolean(),
  /** Banks that are kept: of learners, of collectives, of the institution. R3 §3.5. */
  banks: z.array(
    titled.extend({
      /** Whose achievements it holds: `learner`, `group`, `institution`. */
      holder: z.enum(['learner', 'group', 'institution']),
    }),
  ),
  /** Days of the year, `MM-DD`, by which each bank is replenished. R3 §3.5: twice a year. */
  replenishBy: z.array(text),
  replenishOffices: z.array(text),
});
