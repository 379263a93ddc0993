import type { Language } from '@letopis/core';

/** Whose page it is. */
export interface OrganisationHead {
  /** Full name, as the charter gives it. */
  readonly name: string;
  /** Place, printed under the name. */
  readonly place?: string;
}

/** One line to be signed at the end of a form. Source of the need: R2 §2.2-2.3 (paper carriers). */
export interface SignatureLine {
  /** In which role: «Преподаватель», «Ответственный за хранение». */
  readonly role: string;
  /** Position in the organisation, where it is not the role itself. */
  readonly position?: string;
  /** Full name; initials stand before the surname in print. Absent: to be written by hand. */
  readonly name?: string;
}

/** The order that approved the form. Source: R2 §2.1 (by the director's order). */
export interface FormApproval {
  readonly order: string;
  /** Day `YYYY-MM-DD` of the order. */
  readonly date: string;
}

/** What a caller says about a page beside its data. */
export interface PageOptions {
  /** Russian by default. */
  readonly language?: Language;
  readonly organisation: OrganisationHead;
  /** IANA zone in which instants are printed: the organisation's own. */
  readonly timeZone: string;
  /** Version of the form where the organisation has its own: `Ф-07/2026`. */
  readonly form?: string;
  readonly approvedBy?: FormApproval;
  /** Who signs; each form has its own lines where this is absent. An empty list: nobody. */
  readonly signatures?: readonly SignatureLine[];
}
