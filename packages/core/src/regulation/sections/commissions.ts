import * as z from 'zod';
import { identifier } from '../../values/identifier.ts';
import { bothLanguages, text } from '../../values/shape.ts';
import { localText } from '../../values/text.ts';

/** Commissions of attestation and of retakes, their sittings and protocols. D8, R1 §4.2.3-4.2.4. */
export const commissionRules = z.strictObject({
  section: z.literal('commissions'),
  /** Kinds of commission: attestation (R1 §4.2.3, R3 §3.3), retake (R1 §4.2.4). */
  kinds: z.array(
    z.strictObject({
      id: text,
      title: bothLanguages,
      /** Kinds of assessment that it attests; empty: any. */
      attests: z.array(text),
      /** `first` attempts, a `retake`, or `any` of the two. */
      attempts: z.enum(['first', 'retake', 'any']),
    }),
  ),
  /** Acts that need an order: `form`, `change`, `dissolve`. */
  orderFor: z.array(text),
  /** The seats of a commission, by role: `chair`, `deputy-chair`, `member`, `secretary`. */
  seats: z.array(
    z.strictObject({
      role: text,
      title: bothLanguages,
      /** Offices one of which its holder holds; empty: anybody, from outside too. */
      offices: z.array(text),
      min: z.number(),
      /** Null: as many as the order names. */
      max: z.number().nullable(),
      /** Does its holder decide, and count in the quorum? */
      votes: z.boolean(),
      /** May its holder preside over a sitting? */
      presides: z.boolean(),
      /** Is the protocol incomplete without the signature of each one present? */
      mustSign: z.boolean(),
    }),
  ),
  /** How many of those who vote make a sitting valid. */
  quorum: z.discriminatedUnion('of', [
    z.strictObject({
      of: z.literal('share'),
      numerator: z.number(),
      denominator: z.number(),
      /** True: more than the share; false: at least. */
      more: z.boolean(),
    }),
    z.strictObject({ of: z.literal('number'), members: z.number() }),
  ]),
  /** Must one who may preside be present? */
  presidingRequired: z.boolean(),
  /** What one yearly series of numbers runs through. */
  numberedPer: z.enum(['organisation', 'kind', 'commission']),
  /** Results that need a protocol: which kind, in which programme types; none named: in all. */
  protocolFor: z.array(z.strictObject({ kind: text, programmeTypes: z.array(text) })),
  /** Roles that sign a correcting line. */
  lineCorrectionRoles: z.array(text),
});

const ids = z.array(identifier).max(100);

/** The section as `adopt` and `amend` take it. */
export const commissionRulesGiven = commissionRules.extend({
  kinds: z
    .array(
      z.strictObject({
        id: identifier,
        title: localText,
        attests: ids,
        attempts: z.enum(['first', 'retake', 'any']),
      }),
    )
    .max(20),
  orderFor: ids,
  seats: z
    .array(
      z.strictObject({
        role: identifier,
        title: localText,
        offices: ids,
        min: z.int().min(0).max(100),
        max: z.int().min(1).max(100).nullable(),
        votes: z.boolean(),
        presides: z.boolean(),
        mustSign: z.boolean(),
      }),
    )
    .max(20),
  quorum: z.discriminatedUnion('of', [
    z.strictObject({
      of: z.literal('share'),
      numerator: z.int().min(0).max(100),
      denominator: z.int().min(1).max(100),
      more: z.boolean(),
    }),
    z.strictObject({ of: z.literal('number'), members: z.int().min(0).max(100) }),
  ]),
  protocolFor: z.array(z.strictObject({ kind: identifier, programmeTypes: ids })).max(50),
  lineCorrectionRoles: ids,
});
