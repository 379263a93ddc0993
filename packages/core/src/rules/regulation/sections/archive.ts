import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Transfer to the archive. D18, R1 §7. */
export const archive = section({
  name: 'archive',
  event: 'ArchiveRulesSet',
  fields: {
    /** Days after the order on expulsion (R1 §7.2); null: no deadline. */
    deadlineDays: field.orNull(field.integer(0, 3660)),
    handOverOffices: field.offices(),
    receiveOffices: field.offices(),
    fromUnit: field.textUpTo(200),
    toUnit: field.textUpTo(200),
  },
  // There is no deadline.
  default: {
    deadlineDays: null,
    handOverOffices: ['records-keeper'],
    receiveOffices: ['archivist'],
    fromUnit: 'Учебный отдел',
    toUnit: 'Архив',
  },
});

export type ArchiveRules = z.infer<typeof archive.stored>;
