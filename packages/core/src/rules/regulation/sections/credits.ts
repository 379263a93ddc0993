import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Credit (зачёт) of earlier results and of achievements. D11, R4 §2.2.9, R5 §1.2, §5. */
export const credits = section({
  name: 'credits',
  event: 'CreditRulesSet',
  fields: {
    /** What may be credited: `own`, `other-organisation` (R5 §5.2), `achievement` (R5 §1.2). */
    sources: field.someOf(['own', 'other-organisation', 'achievement']),
    /** Who may apply: `learner`, `representative`. R5 §5, first clause. */
    applicants: field.someOf(['learner', 'representative']),
    /** Methods of deciding: `comparison` of programmes, `re-assessment`. */
    methods: field.someOf(['comparison', 're-assessment']),
    /** Whether an earlier result is credited only by a decision on an application. */
    decisionRequired: field.yesNo,
    /** Whether each subject studied elsewhere must be compared or re-assessed before the credit. */
    comparisonRequired: field.yesNo,
    /** Whether the application must name the document of the source. */
    documentRequired: field.yesNo,
    /** Offices that compare programmes or re-assess. */
    comparisonOffices: field.offices(),
    /** Offices that decide on an application. */
    decisionOffices: field.offices(),
    /** Offices that must control the decision (R5 §5, last clause); null: none need to. */
    controlOffices: field.orNull(field.offices({ min: 1 })),
    /** Whether refusing, or granting in part, needs a reason. */
    reasonRequired: field.yesNo,
    /** Kinds of assessment at which an achievement may be credited. R5 §1.2. */
    achievementKinds: field.assessmentKinds(),
    /**
     * Of these, the kinds not allowed in subjects taken at the state final attestation. R5 §1.2.
     */
    achievementKindsNotStateFinal: field.assessmentKinds(),
    /** Whether the state resource on gifted children must list the learner that day. R5 §1.2. */
    achievementNeedsListing: field.yesNo,
  },
  // As the law has it: 273-FZ art. 34 part 1 item 7.
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

/** The rules of the section `credits`. */
export type CreditRules = z.infer<typeof credits.stored>;
