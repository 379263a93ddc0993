import * as z from 'zod';
import { text } from '../../values/shape.ts';

/** Credit (зачёт) of results from elsewhere, and of achievements. D11, R4 §2.2.9, R5 §1.2, §5. */
export const creditRules = z.strictObject({
  section: z.literal('credits'),
  /** What may be credited: `own`, `other-organisation` (R5 §5.2), `achievement` (R5 §1.2). */
  sources: z.array(z.enum(['own', 'other-organisation', 'achievement'])),
  /** Who may apply: `learner`, `representative`. R5 §5, first clause. */
  applicants: z.array(z.enum(['learner', 'representative'])),
  /** How it is decided: `comparison` of programmes, `re-assessment`. */
  methods: z.array(z.enum(['comparison', 're-assessment'])),
  /** Is an earlier result credited by a decision on an application only? */
  decisionRequired: z.boolean(),
  /** Must each subject of a study elsewhere be compared, or re-assessed, before it is granted? */
  comparisonRequired: z.boolean(),
  /** Must the paper of the source be named? */
  documentRequired: z.boolean(),
  /** Offices in which one compares programmes, or re-assesses. */
  comparisonOffices: z.array(text),
  /** Offices in which one decides. */
  decisionOffices: z.array(text),
  /** Offices under whose control it is decided (R5 §5, last clause); null: none is asked for. */
  controlOffices: z.array(text).nullable(),
  /** Must a refusal, or a credit in part, give its reason? */
  reasonRequired: z.boolean(),
  /** Kinds of assessment at which an achievement may be credited. R5 §1.2. */
  achievementKinds: z.array(text),
  /** Of these, the kinds closed to subjects taken at the state final attestation. R5 §1.2. */
  achievementKindsNotStateFinal: z.array(text),
  /** Must the learner stand in the state resource on gifted children that day? R5 §1.2. */
  achievementNeedsListing: z.boolean(),
});
