import type { Language } from '@letopis/core';
import type { OrganisationHead } from '@letopis/projections/reports';

export type { OrganisationHead };

/** One line for a signature at the end of a form. Source: R2 §2.2-2.3 (paper carriers). */
export interface SignatureLine {
  /** Role in which the person signs: «Преподаватель», «Ответственный за хранение». */
  readonly role: string;
  /** Position in the organisation, if it differs from the role. */
  readonly position?: string;
  /**
   * Full name, surname first; printed with the initials before the surname. If absent, the name is
   * written by hand.
   */
  readonly name?: string;
}

/** The order that approved the form. Source: R2 §2.1 (by the director's order). */
export interface FormApproval {
  readonly order: string;
  /** Day `YYYY-MM-DD` of the order. */
  readonly date: string;
}

/** What a caller gives for a page besides its data. */
export interface PageOptions {
  /** Russian by default. */
  readonly language?: Language;
  readonly organisation: OrganisationHead;
  /** IANA time zone for printing instants: the organisation's own. */
  readonly timeZone: string;
  /** Version of the form, if the organisation has its own: `Ф-07/2026`. */
  readonly form?: string;
  readonly approvedBy?: FormApproval;
  /** Lines for signatures; by default those of the form. An empty list prints none. */
  readonly signatures?: readonly SignatureLine[];
}
