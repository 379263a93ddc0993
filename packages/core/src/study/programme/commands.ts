import * as z from 'zod';
import { correctingFields, putRightFields } from '../../acting/putting-right.ts';
import { officeField } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate, orderedDay } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

/* Commands of a programme. What they refuse is decided in decide.ts. */

/** Academic hours, in steps of a quarter so that sums are exact. */
export const academicHours = z.number().positive().max(20_000).multipleOf(0.25);

/** Kinds of assessment, by the regulation's ids; at most 8. */
export const assessmentKinds = z.array(identifier).max(8);

/** A module as a command gives it. Only `id` and `scale` are required. */
export const moduleInput = z.strictObject({
  id: identifier,
  /** By default the id. */
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
  /** The group of results that its results belong to, by the regulation's id. R5 §3.2.4. */
  resultGroup: identifier.optional(),
});

const opening = {
  /** By default the id. */
  title: shortText(300).optional(),
  type: identifier.optional(),
  hours: academicHours.nullable().default(null),
  scale: identifier.nullable().default(null),
  mandatory: assessmentKinds.default([]),
  level: identifier.nullable().default(null),
  approvedOn: localDate.nullable().default(null),
  priorityDirection: z.boolean().default(false),
  professionallyAccredited: z.boolean().default(false),
  on: orderedDay.optional(),
} as const;

/**
 * Opens a programme with up to 100 modules; `add-module` adds more. By default `id` is the
 * command's id, `type` the regulation's first, and `on` today. D2.
 */
export const openProgramme = command(
  'open-programme',
  z.strictObject({
    id: identifier.optional(),
    ...opening,
    modules: z.array(moduleInput).min(1).max(100),
  }),
);

/** Adds a module to an open programme. `on` is by default today. */
export const addModule = command(
  'add-module',
  z.strictObject({ programme: identifier, module: moduleInput, on: orderedDay.optional() }),
);

/**
 * Records a teacher's choice of scale for a module, or without `module` for the programme as a
 * whole, from a day on; the regulation must allow it. Earlier marks keep the scale that they name.
 * R3 §1.5.
 */
export const chooseScale = command(
  'choose-scale',
  z.strictObject({
    programme: identifier,
    module: identifier.nullable().default(null),
    scale: identifier,
    chosenBy: identifier,
    office: officeField,
    on: orderedDay.optional(),
  }),
);

/** Sets a planned result of a programme or module. `id` is by default the command's. */
export const setPlannedResult = command(
  'set-planned-result',
  z.strictObject({
    programme: identifier,
    module: identifier.nullable().default(null),
    id: identifier.optional(),
    kind: z.enum(['competence', 'subject', 'metasubject', 'personal']).default('competence'),
    title: shortText(500),
    on: orderedDay.optional(),
  }),
);

/** Sets a target guideline, which is never marked. `id` is by default the command's. R4 §4.1. */
export const setTargetGuideline = command(
  'set-target-guideline',
  z.strictObject({
    programme: identifier,
    id: identifier.optional(),
    title: shortText(500),
    on: orderedDay.optional(),
  }),
);

/** Closes a programme: from `on`, by default today, it takes no new enrollments. */
export const closeProgramme = command(
  'close-programme',
  z.strictObject({ programme: identifier, on: orderedDay.optional() }),
);

/**
 * Annuls an entry about a programme from the start: its opening, a module, a choice of scale, a
 * planned result, a guideline, its closing. The reason is stored unsealed and for ever, so it must
 * name no person. RK 1.8.
 */
export const annulProgrammeEntry = commandNamingGround(
  'annul-programme-entry',
  z.strictObject({ programme: identifier, ...putRightFields }),
);

const titled = { title: shortText(500), on: orderedDay.optional() } as const;

/**
 * Corrects an entry about a programme: `to` gives the whole entry as it is to read, and `as` says
 * what it is. Ids stay; a day that is left out stays too. RK 1.8.
 */
export const correctProgrammeEntry = commandNamingGround(
  'correct-programme-entry',
  z.strictObject({
    programme: identifier,
    ...correctingFields,
    to: z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('opening'), ...opening }),
      z.strictObject({
        as: z.literal('module'),
        ...moduleInput.omit({ id: true }).shape,
        on: orderedDay.optional(),
      }),
      z.strictObject({
        as: z.literal('scale'),
        scale: identifier,
        chosenBy: identifier,
        office: officeField,
        on: orderedDay.optional(),
      }),
      z.strictObject({
        as: z.literal('planned-result'),
        module: identifier.nullable().default(null),
        kind: z.enum(['competence', 'subject', 'metasubject', 'personal']).default('competence'),
        ...titled,
      }),
      z.strictObject({ as: z.literal('guideline'), ...titled }),
      z.strictObject({ as: z.literal('closing'), on: orderedDay }),
    ]),
  }),
);
