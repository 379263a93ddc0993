import * as z from 'zod';
import type { LocalDate } from './local-date.ts';
import { localDate } from './local-date.ts';
import { parseOrThrow } from './parse-or-throw.ts';
import { shortText } from './text.ts';

/**
 * The kinds of paper that a fact may rest on: order of the head, instruction (распоряжение),
 * commission protocol, application, contract, petition, act, decision of the head in the individual
 * case, a law, a decision of a court or of the guardianship body (орган опеки и попечительства), a
 * certificate (справка) such as a medical one, or an import from another system.
 */
export const GROUND_KINDS = [
  'order',
  'instruction',
  'protocol',
  'application',
  'contract',
  'petition',
  'act',
  'head-decision',
  'law',
  'court',
  'guardianship',
  'certificate',
  'import',
] as const;

/** One kind of paper that a fact may rest on. */
export type GroundKind = (typeof GROUND_KINDS)[number];

/**
 * Schema of a ground: the paper that a fact rests on, by kind, number and day. The number is the
 * one that the organisation's office gave, trimmed, up to 64 characters; null where the paper has
 * none, never empty. A ground is written unencrypted in every line, so it must have **no personal
 * data**: not who applied, only the number and day of the application. Source: R1 §5.1.3
 * (applications and petitions), R1 §7.2 and 273-FZ art. 53 (orders), R2 §2.2 (protocols); a
 * decision of the head in the individual case is a kind of its own (domain D1).
 *
 * @example
 * ground.parse({ kind: 'law', number: '273-FZ', date: null }).number; // => '273-FZ'
 * ground.safeParse({ kind: 'order', number: '', date: null }).success; // => false
 */
export const ground = z.strictObject({
  kind: z.enum(GROUND_KINDS),
  number: shortText(64).nullable(),
  date: localDate.nullable(),
  /** Why the paper may be later than what it orders, by the regulation's code. RK 1.5. */
  retroactive: z.string().optional(),
});

/** The paper that a fact rests on; it never holds personal data. */
export interface Ground {
  readonly kind: GroundKind;
  /** As the organisation's office numbered it; null where it has no number. */
  readonly number: string | null;
  readonly date: LocalDate | null;
  /** Why the paper may be later than what it orders; absent: it is not. RK 1.5. */
  readonly retroactive?: string | undefined;
}

/**
 * An order of the head (приказ) as a ground; `retroactive` is the regulation's reason why it may be
 * later than what it orders. Throws `misuse` for a bad number or day. What people
 * type goes into the command as a plain object instead: the command refuses it with its path.
 *
 * @example
 * order('1-од', '2026-08-25'); // => { kind: 'order', number: '1-од', date: '2026-08-25' }
 * order('9-з', '2026-09-05', 'application-day').retroactive; // => 'application-day'
 */
export function order(number: string, date: string, retroactive?: string): Ground {
  const paper = { kind: 'order', number, date };
  return parseOrThrow(ground, retroactive === undefined ? paper : { ...paper, retroactive });
}

/**
 * A protocol of a commission or council as a ground. Throws as {@link order} does.
 *
 * @example
 * protocol('7', '2026-12-20').kind; // => 'protocol'
 */
export function protocol(number: string, date: string): Ground {
  return parseOrThrow(ground, { kind: 'protocol', number, date });
}

/**
 * An application of a learner or representative as a ground; many bear no number. Throws as
 * {@link order} does.
 *
 * @example
 * application(null, '2026-09-03').number; // => null
 */
export function application(number: string | null, date: string): Ground {
  return parseOrThrow(ground, { kind: 'application', number, date });
}
