import * as z from 'zod';

/*
 * The building blocks of stored schemas. They check shape only; the rules for a value are in the
 * commands' schemas and in `decide`, so that a rule that changes later never makes an old event
 * unreadable.
 */

/** An id, a code or a name that is no personal data. */
export const text = z.string();
/** A calendar day, `YYYY-MM-DD`. */
export const day = z.string();
/** A decimal as a string, `4.5`. */
export const decimalText = z.string();
/** A text in both languages. */
export const bothLanguages = z.strictObject({ ru: z.string(), en: z.string() });

/** The stored shape of a signature: a person, the office they sign in, and their position. */
export const signerShape = z.strictObject({
  person: text,
  /** The office in which the person signs: `teacher`, `head`. */
  office: text,
  /** The position as it is written beside the signature; null where none was given. */
  position: text.nullable(),
});

/** Who signed: the person, the office they signed in, and the position written on paper. */
export type Signer = z.infer<typeof signerShape>;
