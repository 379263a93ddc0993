import * as z from 'zod';
import { bothLanguages, text } from '../../values/shape.ts';

const titled = z.strictObject({ id: text, title: bothLanguages });

/** The portfolio of a learner or a group. D13, R1 §4/5.8, R3 §3.4, R5 §4.8-4.9. */
export const portfolioRules = z.strictObject({
  section: z.literal('portfolio'),
  /** Kinds of item: `work`, `presentation`, `photo`, `album`, … R3 §3.4, R5 §4.8. */
  kinds: z.array(titled),
  /** Whose portfolios are kept: `learner`, `group`. R1 §4/5.8.1, R5 §4.8. */
  holders: z.array(z.enum(['learner', 'group'])),
  /** In what: `paper`, `digital`. */
  media: z.array(z.enum(['paper', 'digital'])),
  /** Offices in which one adds and removes items. */
  keeperOffices: z.array(text),
  /** May the learner, or a representative, add an item themselves? */
  learnerMayAdd: z.boolean(),
  /** Why an item leaves the portfolio: `returned`, `replaced`, `damaged`, … */
  removalReasons: z.array(titled),
});
