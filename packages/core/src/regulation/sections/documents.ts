import * as z from 'zod';
import { bothLanguages, text } from '../../values/shape.ts';

/*
 * Documents that are issued, the registers (books) that their lines stand in, and how registration
 * numbers run. D15.
 */

/** A register of documents: R1 §4.2.6 (issued documents), R1 §4.2.7 (certificates of study). */
export const registerShape = z.strictObject({
  id: text,
  title: bothLanguages,
  /**
   * What its numbers run through: this `register`, or the whole `organisation` together with every
   * other register that says so.
   */
  scope: z.enum(['register', 'organisation']),
  /** When its numbers begin again: with each calendar `year`, or `never`. */
  reset: z.enum(['year', 'never']),
  /** The number of the first line of a series; more than 1 where an older book is continued. */
  firstNumber: z.number(),
  /** Index of the register, `У`; null: none. */
  index: text.nullable(),
  /**
   * How a registration number is written: `{index}`, `{year}`, `{yy}`, `{n}`, or `{n:4}` for four
   * digits at least. `{index}-{n:4}/{yy}` gives `У-0012/27`.
   */
  format: text,
  /** Is a line refused that is dated before the latest of its series? */
  chronological: z.boolean(),
  /** Media that it is kept in: `paper`, `electronic`, or both (R1 §4.3, §4/5.3.1). */
  media: z.array(text),
});

/** A kind of document. R1 §4/5.7, R5 §4.7, R5 §4.10. */
export const documentKindShape = z.strictObject({
  id: text,
  title: bothLanguages,
  /** Register of its lines; null: the organisation does not issue it. */
  register: text.nullable(),
  /** Register of the lines of its duplicates; null: the same one. */
  duplicateRegister: text.nullable(),
  /** Register in which one that came from elsewhere is entered (R5 §4.7); null: none is taken. */
  receivedRegister: text.nullable(),
  /** Kind of accountable blank that it is printed on; null: plain paper. */
  blank: text.nullable(),
  /** A completed enrollment, any enrollment of the learner's, or nothing. */
  demands: z.enum(['completion', 'enrollment', 'nothing']),
  /** Categories of programme type that it is issued for; empty: any. */
  categories: z.array(text),
  /** Do the marks stand in the document and in its register line (R5 §4.10)? */
  marksInLine: z.boolean(),
  /** Kinds of assessment whose marks those are. */
  markKinds: z.array(text),
  /** Kinds of paper that it may rest on (`order`, `protocol`); empty: any, or none. */
  groundKinds: z.array(text),
  /** Offices that sign it. */
  signerOffices: z.array(text),
});

/** Documents: their kinds, registers and blanks, and who signs. D15. */
export const documentRules = z.strictObject({
  section: z.literal('documents'),
  kinds: z.array(documentKindShape),
  registers: z.array(registerShape),
  /** Kinds of accountable blank. Practice of strict accounting. */
  blanks: z.array(z.strictObject({ id: text, title: bothLanguages })),
  /** Offices that account for blanks: receive, assign, spoil, write off. */
  blankOffices: z.array(text),
  /** Offices that correct a line of a register. */
  correctionOffices: z.array(text),
  /** Offices that annul a document. */
  annulmentOffices: z.array(text),
  /** Is a document annulled by order only? */
  annulmentOrderRequired: z.boolean(),
  /** Why a document gives way to another; `outcome` is what the state register is told. */
  withdrawalReasons: z.array(
    z.strictObject({
      id: text,
      title: bothLanguages,
      outcome: z.enum(['loss', 'exchange', 'destruction']),
    }),
  ),
  /** How documents are handed over: `in-person`, `representative`, `post`. */
  deliveryWays: z.array(text),
});
