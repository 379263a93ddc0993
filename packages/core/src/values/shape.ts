import * as z from 'zod';

/*
 * The words of stored schemas. They say shape only: what a value may be is asked at the door and in
 * `decide`, so that a rule that changes later never makes an old event unreadable.
 */

/** An id, a code or a name that is no personal data. */
export const text = z.string();
/** A calendar day, `YYYY-MM-DD`. */
export const day = z.string();
/** A decimal as a string, `4.5`. */
export const decimalText = z.string();
/** A text in both languages. */
export const bothLanguages = z.strictObject({ ru: z.string(), en: z.string() });

/** Who signs: a person in an office, whose position stands on paper. */
export const signerShape = z.strictObject({
  person: text,
  /** The office in which they sign: `teacher`, `head`. */
  office: text,
  /** Position as it is written beside the signature; null where none was given. */
  position: text.nullable(),
});

/** Who signed: the person, the office they signed in, and the position on paper. */
export type Signer = z.infer<typeof signerShape>;
