import type { Ground } from '@letopis/core';
import type { Editions, Passport, RelatedOrganisation } from '@letopis/core/facts';
import type { DataOf, Fact, Source, WithBasis } from '../projection/fact.ts';
import type { OfficesOfPerson } from './offices.ts';
import type { RegulationTitles } from './regulation-titles.ts';

/* What the catalogue says of each thing that pages are headed with. */

/** A module as pages head it; `scale` is the grading scale chosen last. */
export type ModuleTitle = DataOf<'ModuleAdded'>['module'];

/** A programme with its modules; `opened` is `null` if it did not exist on that day. */
export interface ProgrammeTitles extends WithBasis {
  readonly kind: 'programme';
  readonly opened: DataOf<'ProgrammeOpened'> | null;
  /** Place of its opening in the log. */
  readonly source: Source | null;
  /** Grading scale of the programme as a whole, as chosen last; `null` if none was chosen. */
  readonly scale: string | null;
  readonly modules: readonly ModuleTitle[];
  /** First day on which nobody may enroll any more; `null` if it is open. */
  readonly closedOn: string | null;
}

/** A group with its planned assessments; `opened` is `null` if it did not exist on that day. */
export interface GroupTitles extends WithBasis {
  readonly kind: 'group';
  readonly opened: DataOf<'GroupOpened'> | null;
  readonly planned: readonly DataOf<'AssessmentPlanned'>[];
  readonly closedOn: string | null;
}

/** A commission with its members; `formed` is `null` if it did not exist on that day. D8. */
export interface CommissionTitles extends WithBasis {
  readonly kind: 'commission';
  readonly formed: Fact<'CommissionFormed'> | null;
  readonly members: DataOf<'CommissionFormed'>['members'];
  readonly dissolvedOn: string | null;
}

/** The titles of the regulation's codes, and its editions. */
export interface RegulationAnswer extends WithBasis, RegulationTitles {
  readonly kind: 'regulation';
  /** All editions with their rules; `editionOn(editions, day)` gives the one in force on a day. */
  readonly editions: Editions;
}

/** What the organisation's passport says, and who came before and after it. RK 1.15. */
export interface OrganisationTitles extends WithBasis {
  readonly kind: 'organisation';
  readonly passport: Passport;
  /** Each kind that was said, with its first day, oldest first; null: taken away. */
  readonly kinds: readonly { readonly on: string; readonly kind: string | null }[];
  readonly related: readonly Omit<RelatedOrganisation, 'entry'>[];
}

/** Who ever had a closed change, whether it still counts or not: ids alone. RK 1.10. */
export interface ClosedLearners extends WithBasis {
  readonly kind: 'closed';
  readonly learners: readonly string[];
}

/** The wordings of law that were compared with the act, in the order of the log. */
export interface ConfirmedWordings extends WithBasis {
  readonly kind: 'law';
  readonly confirmations: readonly Fact<'WordingConfirmed'>[];
}

/** The version of a form that is in force, and the paper that approved it. R2 §2.1. */
export interface ApprovedForm {
  readonly form: string;
  /** As it is printed: `Ф-07/2026`. */
  readonly version: string;
  /** First day on which it is in force. */
  readonly from: string;
  /** The order; `null` where the regulation asks for none and none is named. */
  readonly ground: Ground | null;
}

/** A form; it is not approved before its first version and after a withdrawal. D1, R2 §2.1. */
export interface FormTitles extends WithBasis {
  readonly kind: 'form';
  readonly inForce: ApprovedForm | null;
}

/** What a partition of the catalogue says, distinguished by `kind`. */
export type CatalogueAnswer =
  | ProgrammeTitles
  | GroupTitles
  | CommissionTitles
  | RegulationAnswer
  | OrganisationTitles
  | OfficesOfPerson
  | ClosedLearners
  | ConfirmedWordings
  | FormTitles;
