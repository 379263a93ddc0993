import * as z from 'zod';
import { officeGiven } from '../../acting/signer.ts';
import { command } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

/* Commands of a programme, and what is refused. The decisions stand in decide.ts. */

/** Academic hours; quarters of an hour at the finest, so that sums are exact. */
export const academicHours = z.number().positive().max(20_000).multipleOf(0.25);

export const assessmentKinds = z.array(identifier).max(8);

/** A module as it comes in: a scale is all that it must name beside its id. */
export const moduleInput = z.strictObject({
  id: identifier,
  /** The id where it is not given. */
  title: shortText(300).optional(),
  kind: z.enum(['subject', 'course', 'discipline', 'module', 'practice']).default('module'),
  scale: identifier,
  hours: academicHours.nullable().default(null),
  stateFinal: z.boolean().default(false),
  forms: z
    .array(
      z.strictObject({
        kind: identifier,
        form: identifier,
        criteria: shortText(300).nullable().default(null),
      }),
    )
    .max(8)
    .default([]),
  mandatory: assessmentKinds.default([]),
});

/**
 * Opens a programme with up to 100 modules; more are added one by one. Its id is the command's
 * where none is given, its type the first of the regulation, its day today. D2.
 */
export const openProgramme = command(
  'open-programme',
  z.strictObject({
    id: identifier.optional(),
    /** The id where it is not given. */
    title: shortText(300).optional(),
    type: identifier.optional(),
    hours: academicHours.nullable().default(null),
    scale: identifier.nullable().default(null),
    mandatory: assessmentKinds.default([]),
    level: identifier.nullable().default(null),
    approvedOn: localDate.nullable().default(null),
    priorityDirection: z.boolean().default(false),
    professionallyAccredited: z.boolean().default(false),
    on: localDate.optional(),
    modules: z.array(moduleInput).min(1).max(100),
  }),
);

/** Adds a module to an open programme; today where no day is given. */
export const addModule = command(
  'add-module',
  z.strictObject({ programme: identifier, module: moduleInput, on: localDate.optional() }),
);

/**
 * Chooses the scale of a module (or, without one, of the programme as a whole) from a day on, where
 * the regulation lets the teacher. Marks given before keep the scale that they name. R3 §1.5.
 */
export const chooseScale = command(
  'choose-scale',
  z.strictObject({
    programme: identifier,
    module: identifier.nullable().default(null),
    scale: identifier,
    chosenBy: identifier,
    office: officeGiven,
    on: localDate.optional(),
  }),
);

/** Sets a planned result of a programme or module; its id is the command's where none is given. */
export const setPlannedResult = command(
  'set-planned-result',
  z.strictObject({
    programme: identifier,
    module: identifier.nullable().default(null),
    id: identifier.optional(),
    kind: z.enum(['competence', 'subject', 'metasubject', 'personal']).default('competence'),
    title: shortText(500),
    on: localDate.optional(),
  }),
);

/** Sets a target guideline, which never carries a mark. R4 §4.1. */
export const setTargetGuideline = command(
  'set-target-guideline',
  z.strictObject({
    programme: identifier,
    id: identifier.optional(),
    title: shortText(500),
    on: localDate.optional(),
  }),
);

/** From this day on the programme takes no new enrollments; today where none is given. */
export const closeProgramme = command(
  'close-programme',
  z.strictObject({ programme: identifier, on: localDate.optional() }),
);
