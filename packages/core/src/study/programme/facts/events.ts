import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, text } from '../../../values/shape.ts';

const plannedForm = z.strictObject({
  /** `current`, `interim`, `final`, … as the regulation names them. */
  kind: text,
  /** `exam`, `credit-test`, `project`, … */
  form: text,
  criteria: text.nullable(),
});

/** One module of a programme, in its stored shape. */
export const moduleShape = z.strictObject({
  id: text,
  title: text,
  /** `subject`, `course`, `discipline`, `module` or `practice`. */
  kind: text,
  hours: z.number().nullable(),
  /** The scale of its marks. */
  scale: text,
  /** Is it taken at the state final attestation (ГИА)? */
  stateFinal: z.boolean(),
  /** Forms and criteria of its assessment. */
  forms: z.array(plannedForm),
  /** Kinds of assessment without which the programme is not completed, beside the regulation's. */
  mandatory: z.array(text),
});

/** A programme was opened, with its modules, scales and forms of assessment. Source: D2. */
export const programmeOpened = eventType(
  'ProgrammeOpened',
  z.strictObject({
    programme: text,
    title: text,
    /** Programme type of the regulation. */
    programmeType: text,
    hours: z.number().nullable(),
    /** The scale of marks for the programme as a whole; null: it has no such marks. */
    scale: text.nullable(),
    /** Kinds of assessment of the whole programme that completion asks for. */
    mandatory: z.array(text),
    /** Level of education (`primary`, `basic`, …) where it has one. */
    level: text.nullable(),
    /** Day on which the programme was approved, where it was developed by the organisation. */
    approvedOn: day.nullable(),
    /** Order 1324 annex 6, 1.6: of a priority direction of science and technology. */
    priorityDirection: z.boolean(),
    /** Order 1324 annex 6, 1.7: accredited by a professional community. */
    professionallyAccredited: z.boolean(),
    edition: z.number(),
  }),
);

/** A module of the programme; those it opened with follow its opening in the same append. */
export const moduleAdded = eventType(
  'ModuleAdded',
  z.strictObject({ programme: text, module: moduleShape, edition: z.number() }),
);

/** A teacher chose a scale, where the regulation lets them; it holds from this day. R3 §1.5. */
export const scaleChosen = eventType(
  'ScaleChosen',
  z.strictObject({
    programme: text,
    /** Null: for marks of the programme as a whole. */
    module: text.nullable(),
    scale: text,
    /** The official who chose, and the office in which they did. */
    chosenBy: text,
    office: text,
    edition: z.number(),
  }),
);

/** A planned result: a competence, or a subject, metasubject or personal result. Source: D2. */
export const plannedResultSet = eventType(
  'PlannedResultSet',
  z.strictObject({
    programme: text,
    module: text.nullable(),
    result: text,
    /** `competence`, `subject`, `metasubject` or `personal`. */
    kind: text,
    title: text,
  }),
);

/** A target guideline: it never carries a mark, nor is it compared with results. R4 §4.1. */
export const targetGuidelineSet = eventType(
  'TargetGuidelineSet',
  z.strictObject({ programme: text, guideline: text, title: text }),
);

/** The programme takes no new enrollments from this day on. */
export const programmeClosed = eventType('ProgrammeClosed', z.strictObject({ programme: text }));

export const programmeEvents = [
  programmeOpened,
  moduleAdded,
  scaleChosen,
  plannedResultSet,
  targetGuidelineSet,
  programmeClosed,
] as const;
