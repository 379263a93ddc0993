import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, text } from '../../../values/shape.ts';

const plannedForm = z.strictObject({
  /** By the regulation's id: `current`, `interim`, `final`, … */
  kind: text,
  /** By the regulation's id: `exam`, `credit-test`, `project`, … */
  form: text,
  criteria: text.nullable(),
});

/** One module of a programme, in its stored shape. */
export const moduleShape = z.strictObject({
  id: text,
  title: text,
  /** `subject`, `course`, `discipline`, `module` or `practice`. */
  kind: text,
  /** Academic hours; null: not set. */
  hours: z.number().nullable(),
  /** The scale of its marks, by the regulation's id. */
  scale: text,
  /** Is it taken at the state final attestation (ГИА)? */
  stateFinal: z.boolean(),
  /** Forms and criteria of its assessment. */
  forms: z.array(plannedForm),
  /** Kinds of assessment that completion requires of this module, beside the regulation's. */
  mandatory: z.array(text),
  /** The group of results, by the regulation's id, that its results belong to; absent: none. */
  resultGroup: text.optional(),
});

/** A programme was opened; its modules follow as `ModuleAdded` in the same append. D2. */
export const programmeOpened = eventType(
  'ProgrammeOpened',
  z.strictObject({
    programme: text,
    title: text,
    /** By the regulation's id. */
    programmeType: text,
    /** Academic hours; null: not set. */
    hours: z.number().nullable(),
    /** The scale of marks for the programme as a whole; null: it has no such marks. */
    scale: text.nullable(),
    /** Kinds of assessment that completion requires of the programme as a whole. */
    mandatory: z.array(text),
    /** Level of education (`primary`, `basic`, …); null: it has none. */
    level: text.nullable(),
    /** Day on which the programme was approved; null: not developed by the organisation. */
    approvedOn: day.nullable(),
    /** Order 1324 annex 6, 1.6: of a priority direction of science and technology. */
    priorityDirection: z.boolean(),
    /** Order 1324 annex 6, 1.7: accredited by a professional community. */
    professionallyAccredited: z.boolean(),
    edition: z.number(),
  }),
);

/** A module was added to the programme: at its opening in the same append, or later. D2. */
export const moduleAdded = eventType(
  'ModuleAdded',
  z.strictObject({ programme: text, module: moduleShape, edition: z.number() }),
);

/** A teacher chose a scale, which applies from `occurredOn` on. R3 §1.5. */
export const scaleChosen = eventType(
  'ScaleChosen',
  z.strictObject({
    programme: text,
    /** Null: the scale of the programme as a whole. */
    module: text.nullable(),
    scale: text,
    /** The official who chose, and the office in which they did. */
    chosenBy: text,
    office: text,
    edition: z.number(),
  }),
);

/** A planned result was set: a competence, or a subject, metasubject or personal result. D2. */
export const plannedResultSet = eventType(
  'PlannedResultSet',
  z.strictObject({
    programme: text,
    /** Null: a result of the programme as a whole. */
    module: text.nullable(),
    /** Id of the planned result. */
    result: text,
    /** `competence`, `subject`, `metasubject` or `personal`. */
    kind: text,
    title: text,
  }),
);

/** A target guideline was set. It is never marked nor compared with results. R4 §4.1. */
export const targetGuidelineSet = eventType(
  'TargetGuidelineSet',
  z.strictObject({ programme: text, guideline: text, title: text }),
);

/** The programme takes no new enrollments from `occurredOn` on. */
export const programmeClosed = eventType('ProgrammeClosed', z.strictObject({ programme: text }));

/** An entry about the programme was annulled, or corrected by another one. RK 1.8. */
export const programmeEntryAnnulled = eventType(
  'ProgrammeEntryAnnulled',
  z.strictObject({
    programme: text,
    ...annulmentShape,
    /** Stored unsealed and for ever: it names no person. Null where no reason is required. */
    reason: text.nullable(),
  }),
);

/** Every event of a programme's stream. */
export const programmeEvents = [
  programmeOpened,
  moduleAdded,
  scaleChosen,
  plannedResultSet,
  targetGuidelineSet,
  programmeClosed,
  programmeEntryAnnulled,
] as const;
