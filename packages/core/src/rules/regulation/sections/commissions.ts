import * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** How many voting members must be present for a sitting to be valid. */
const quorum = field.custom(
  z.discriminatedUnion('of', [
    z.strictObject({
      of: z.literal('share'),
      numerator: z.number(),
      denominator: z.number(),
      /** True: more than the share; false: at least the share. */
      more: z.boolean(),
    }),
    z.strictObject({ of: z.literal('number'), members: z.number() }),
  ]),
  z.discriminatedUnion('of', [
    z.strictObject({
      of: z.literal('share'),
      numerator: z.int().min(0).max(100),
      denominator: z.int().min(1).max(100),
      more: z.boolean(),
    }),
    z.strictObject({ of: z.literal('number'), members: z.int().min(0).max(100) }),
  ]),
  { of: 'number', members: 0 },
);

/** Attestation and retake commissions, their sittings and protocols. D8, R1 §4.2.3-4.2.4. */
export const commissions = section({
  name: 'commissions',
  event: 'CommissionRulesSet',
  fields: {
    /** Kinds of commission: attestation (R1 §4.2.3, R3 §3.3), retake (R1 §4.2.4). */
    kinds: field.list(
      field.object({
        ...field.titled,
        /** Kinds of assessment that it may attest; empty: any. */
        attests: field.assessmentKinds(),
        /** Attempts that it may attest: the `first`, a `retake`, or `any`. */
        attempts: field.oneOf(['first', 'retake', 'any']),
      }),
      { max: 20, unique: field.idOf },
    ),
    /** Acts that need an order: `form`, `change`, `dissolve`. */
    orderFor: field.ids(),
    /** The seats of a commission, by role: `chair`, `deputy-chair`, `member`, `secretary`. */
    seats: field.list(
      field.object({
        role: field.id,
        title: field.title,
        /** Offices of which a holder of the seat has one; empty: anybody, also from outside. */
        offices: field.offices(),
        min: field.integer(0, 100),
        /** Most holders; null: as many as the order names. */
        max: field.orNull(field.integer(1, 100)),
        /** Whether its holder votes and counts in the quorum. */
        votes: field.yesNo,
        /** Whether its holder may preside over a sitting. */
        presides: field.yesNo,
        /** Whether the protocol needs the signature of each holder present. */
        mustSign: field.yesNo,
      }),
      { max: 20, unique: ({ role }) => role },
    ),
    quorum,
    /** Whether a sitting needs somebody present who may preside. */
    presidingRequired: field.yesNo,
    /** What has one yearly series of protocol numbers. */
    numberedPer: field.oneOf(['organisation', 'kind', 'commission']),
    /** Results that need a protocol: of which kind, in which programme types (empty: in all). */
    protocolFor: field.list(
      field.object({ kind: field.assessmentKind, programmeTypes: field.ids() }),
      { max: 50 },
    ),
    /** Roles that sign a correction of a protocol entry. */
    lineCorrectionRoles: field.ids(),
  },
  // The kinds of R1 §4.2.3-4.2.4.
  default: {
    kinds: [
      {
        id: 'attestation',
        title: { ru: 'Аттестационная комиссия', en: 'Attestation commission' },
        attests: ['interim', 'final'],
        attempts: 'first',
      },
      {
        id: 'retake',
        title: { ru: 'Комиссия по пересдаче', en: 'Retake commission' },
        attests: ['interim', 'final'],
        attempts: 'retake',
      },
    ],
    orderFor: ['form', 'change', 'dissolve'],
    seats: [
      seat('chair', 'Председатель', 'Chair', { min: 1, max: 1, presides: true, mustSign: true }),
      seat('deputy-chair', 'Заместитель председателя', 'Deputy chair', { max: 1, presides: true }),
      seat('member', 'Член комиссии', 'Member', { min: 2, mustSign: true }),
      seat('secretary', 'Секретарь', 'Secretary', { max: 1, votes: false, mustSign: true }),
    ],
    quorum: { of: 'share', numerator: 2, denominator: 3, more: false },
    presidingRequired: true,
    numberedPer: 'organisation',
    protocolFor: [],
    lineCorrectionRoles: ['chair', 'deputy-chair', 'secretary'],
  },
  disagreements: (rules) =>
    rules.protocolFor
      .filter(({ kind }) => !isAttested(rules, kind, 'first'))
      .map(({ kind }) => ({
        ru:
          `результату «${kind}» нужен протокол, но ни один вид комиссии ` +
          'не принимает его в первый раз (commissions.kinds: attests, attempts)',
        en:
          `results of ${kind} need a protocol, but no kind of commission ` +
          'attests its first attempts (commissions.kinds: attests, attempts)',
      })),
});

/** The rules of the section `commissions`. */
export type CommissionRules = z.infer<typeof commissions.stored>;

/** A kind of commission, as far as it says what it attests. */
interface AttestingKind {
  readonly attests: readonly string[];
  readonly attempts: 'first' | 'retake' | 'any';
}

/**
 * Does a kind of commission attest first attempts, or retakes, of a kind of assessment? What must
 * be before a commission can be held only then. D8.
 */
export function isAttested(
  { kinds }: { readonly kinds: readonly AttestingKind[] },
  kind: string,
  attempt: 'first' | 'retake',
): boolean {
  return kinds.some(
    ({ attests, attempts }) =>
      (attests.length === 0 || attests.includes(kind)) &&
      (attempts === 'any' || attempts === attempt),
  );
}

interface SeatRules {
  readonly min: number;
  readonly max: number | null;
  readonly votes: boolean;
  readonly presides: boolean;
  readonly mustSign: boolean;
}

function seat(role: string, ru: string, en: string, more: Partial<SeatRules>) {
  const plain = { offices: [], min: 0, max: null, votes: true, presides: false, mustSign: false };
  return { role, title: { ru, en }, ...plain, ...more };
}
