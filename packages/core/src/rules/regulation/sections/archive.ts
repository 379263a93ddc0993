import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Transfer of records to the archive: its deadline, who signs, and the two units. D18, R1 §7. */
export const archive = section({
  name: 'archive',
  event: 'ArchiveRulesSet',
  fields: {
    /** Days from the order on expulsion to the hand-over (R1 §7.2); null: no deadline. */
    deadlineDays: field.orNull(field.integer(0, 3660)),
    /** Offices that hand records over. */
    handOverOffices: field.offices(),
    /** Offices that receive them. */
    receiveOffices: field.offices(),
    /** Name of the unit that hands over. R1 §7.1. */
    fromUnit: field.textUpTo(200),
    /** Name of the unit that receives. R1 §7.1. */
    toUnit: field.textUpTo(200),
  },
  default: {
    deadlineDays: null,
    handOverOffices: ['records-keeper'],
    receiveOffices: ['archivist'],
    fromUnit: 'Учебный отдел',
    toUnit: 'Архив',
  },
});

/** The rules of the section `archive`. */
export type ArchiveRules = z.infer<typeof archive.stored>;
