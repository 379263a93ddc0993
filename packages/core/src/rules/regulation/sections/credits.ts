import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Credit (зачёт) of results from elsewhere, and of achievements. D11, R4 §2.2.9, R5 §1.2, §5. */
export const credits = section({
  name: 'credits',
  event: 'CreditRulesSet',
  fields: {
    /** What may be credited: `own`, `other-organisation` (R5 §5.2), `achievement` (R5 §1.2). */
    sources: field.someOf(['own', 'other-organisation', 'achievement']),
    /** Who may apply: `learner`, `representative`. R5 §5, first clause. */
    applicants: field.someOf(['learner', 'representative']),
    /** How it is decided: `comparison` of programmes, `re-assessment`. */
    methods: field.someOf(['comparison', 're-assessment']),
    /** Is an earlier result credited by a decision on an application only? */
    decisionRequired: field.yesNo,
    /** Must each subject of a study elsewhere be compared, or re-assessed, before it is granted? */
    comparisonRequired: field.yesNo,
    /** Must the paper of the source be named? */
    documentRequired: field.yesNo,
    /** Offices in which one compares programmes, or re-assesses. */
    comparisonOffices: field.offices(),
    /** Offices in which one decides. */
    decisionOffices: field.offices(),
    /** Offices under whose control it is decided (R5 §5, last clause); null: none is asked for. */
    controlOffices: field.orNull(field.offices({ min: 1 })),
    /** Must a refusal, or a credit in part, give its reason? */
    reasonRequired: field.yesNo,
    /** Kinds of assessment at which an achievement may be credited. R5 §1.2. */
    achievementKinds: field.assessmentKinds(),
    /** Of these, the kinds closed to subjects taken at the state final attestation. R5 §1.2. */
    achievementKindsNotStateFinal: field.assessmentKinds(),
    /** Must the learner stand in the state resource on gifted children that day? R5 §1.2. */
    achievementNeedsListing: field.yesNo,
  },
  // The law: 273-FZ art. 34 part 1 item 7.
  default: {
    sources: ['own', 'other-organisation'],
    applicants: ['learner', 'representative'],
    methods: ['comparison', 're-assessment'],
    decisionRequired: false,
    comparisonRequired: true,
    documentRequired: true,
    comparisonOffices: ['teacher', 'deputy-head', 'head', 'records-keeper'],
    decisionOffices: ['head', 'deputy-head'],
    controlOffices: null,
    reasonRequired: true,
    achievementKinds: [],
    achievementKindsNotStateFinal: [],
    achievementNeedsListing: true,
  },
});

export type CreditRules = z.infer<typeof credits.stored>;
