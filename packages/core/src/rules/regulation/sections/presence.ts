import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/**
 * Presence of carriers: checks, searches, acts of non-discovery, restored copies, seizures. R4
 * §6.6, RK 4 no. 3, 10.
 */
export const presence = section({
  name: 'presence',
  event: 'PresenceRulesSet',
  fields: {
    /** Offices that check, that report a loss or a damage, and that record a find. */
    checkOffices: field.offices(),
    /** Days of a search, from the day on which the carrier was absent; null: no term. */
    searchDays: field.orNull(field.integer(1, 3660)),
    /** Offices that approve an act of non-discovery. */
    approvalOffices: field.offices(),
    /** Least number of members of the commission that draws it up. */
    commissionMin: field.integer(0, 20),
    /** Days from the approval to the restored copy; null: none is due. */
    copyDays: field.orNull(field.integer(0, 3660)),
    /** Offices that certify a restored copy. */
    copyOffices: field.offices(),
    /** Offices that sign an act of seizure for the organisation, and the return. */
    seizureOffices: field.offices(),
  },
  // Archive practice, not law that was seen: a year for the search, a commission of three, an act
  // approved by the head.
  default: {
    checkOffices: ['records-keeper', 'archivist', 'deputy-head', 'head'],
    searchDays: 365,
    approvalOffices: ['head'],
    commissionMin: 3,
    copyDays: 30,
    copyOffices: ['head', 'deputy-head', 'records-keeper', 'archivist'],
    seizureOffices: ['head', 'deputy-head', 'records-keeper', 'archivist'],
  },
});

/** The rules of the section `presence`. */
export type PresenceRules = z.infer<typeof presence.stored>;
