import * as z from 'zod';
import { identifier } from '../../values/identifier.ts';
import { bothLanguages, text } from '../../values/shape.ts';
import { localText } from '../../values/text.ts';

const titled = z.strictObject({ id: text, title: bothLanguages });

/** Qualification works, practice, internship, teachers' reports. D10, R1 §3.5b, §4.2.2, §4.2.5. */
export const workRules = z.strictObject({
  section: z.literal('works'),
  /** Kinds of work: `qualification-work`, `project`. */
  workKinds: z.array(titled),
  /** Acts that need an order: `approve-topic`. */
  orderFor: z.array(text),
  /** Offices one of which a supervisor holds; empty: anybody, from outside too. */
  supervisorOffices: z.array(text),
  /** Is a work defended only with the supervisor's review (R1 §4.2.5)? */
  reviewRequired: z.boolean(),
  /** Scale of a review's grade; null: a review has none. */
  reviewScale: text.nullable(),
  /** What a review recommends, and whether that admits to the defence. */
  recommendations: z.array(titled.extend({ admits: z.boolean() })),
  /** Does a review that does not admit close the way to the defence? */
  admissionRequired: z.boolean(),
  /** Forms of assessment in which a work is defended. */
  defenceForms: z.array(text),
  /** Is the result of a defence one by protocol? */
  defenceByProtocol: z.boolean(),
  /** Kinds of practice: `practice`, `internship`. R1 §3.5b. */
  practiceKinds: z.array(titled),
  /** Forms of assessment of a practice's result. */
  practiceForms: z.array(text),
  /** Kinds of teacher's report. R1 §4.2.2. */
  reportKinds: z.array(titled),
  /** Offices in which one files a report. */
  reportOffices: z.array(text),
});

const ids = z.array(identifier).max(100);
const titledGiven = z.strictObject({ id: identifier, title: localText });

/** The section as `adopt` and `amend` take it. */
export const workRulesGiven = workRules.extend({
  workKinds: z.array(titledGiven).max(50),
  orderFor: ids,
  supervisorOffices: ids,
  reviewScale: identifier.nullable(),
  recommendations: z.array(titledGiven.extend({ admits: z.boolean() })).max(20),
  defenceForms: ids,
  practiceKinds: z.array(titledGiven).max(50),
  practiceForms: ids,
  reportKinds: z.array(titledGiven).max(50),
  reportOffices: ids,
});
