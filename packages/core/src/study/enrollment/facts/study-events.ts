import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { addedAfterShape } from '../../../record/added.ts';
import { day, text } from '../../../values/shape.ts';
import { enrollmentIds } from './life-events.ts';

/*
 * How a learner studies within an enrollment: decisions on study years, forms of education and of
 * study. D4, 273-FZ art. 17, 34, 58.
 */

const paper = z.strictObject({ number: text.nullable(), date: day });

/** A failing result that a decision on a study year names. */
export const yearDebtShape = z.strictObject({
  /** Event id of the failing result. */
  result: text,
  /** Null: of the programme as a whole. */
  module: text.nullable(),
  kind: text,
});

/**
 * The council decided on a learner's study year, and an order carries it out. `occurredOn` is the
 * day of the decision; where the learner goes to another group, a `Transferred` of the same command
 * follows. 273-FZ art. 58 parts 8 and 9.
 */
export const yearDecided = eventType(
  'YearDecided',
  z.strictObject({
    ...enrollmentIds,
    /** The group of that year. */
    group: text,
    /** The calendar year in which the study year begins. */
    studyYear: text,
    /** By the regulation's id: `promoted`, `promoted-conditionally`, `repeats`, … */
    decision: text,
    /** `advances`, `repeats` or `open`: what the regulation says of such a decision. */
    outcome: text,
    /** The failing results that the decision names; empty: none. */
    debts: z.array(yearDebtShape),
    /** Last day on which the named debts may be settled; null: none is named. */
    debtsUntil: day.nullable(),
    /** The group of the next year; null: not named. */
    toGroup: text.nullable(),
    /** Number and date of the council's protocol; null: none. */
    protocol: paper.nullable(),
    /** Number and date of the parents' application; null: none. */
    application: paper.nullable(),
    edition: z.number(),
  }),
);

/** A form of education or study, or an arrangement, holds from `occurredOn` on. 273-FZ art. 17. */
export const studyFormSet = eventType(
  'StudyFormSet',
  z.strictObject({
    ...enrollmentIds,
    group: text,
    /** `education`, `study` or `arrangement`. */
    aspect: text,
    /** By the regulation's id: `family`, `part-time`, `home-study`, … */
    form: text,
    /** Last day; null: until another one is set or it is ended. */
    until: day.nullable(),
    /** Number and date of a paper beside the order, such as a medical conclusion; null: none. */
    paper: paper.nullable(),
    edition: z.number(),
  }),
);

/** A form or arrangement ended; `occurredOn` is the first day without it. */
export const studyFormEnded = eventType(
  'StudyFormEnded',
  z.strictObject({ ...enrollmentIds, group: text, aspect: text, form: text, edition: z.number() }),
);

/** A decision on a study year, or an entry about a form, was annulled or corrected. RK 1.8. */
export const studyEntryAnnulled = eventType(
  'StudyEntryAnnulled',
  z.strictObject({
    ...enrollmentIds,
    ...annulmentShape,
    reason: personal(z.string(), { subject: 'learner', purpose: 'assessment' }).optional(),
    ...addedAfterShape,
  }),
);

/** The events about how a learner studies. */
export const studyEvents = [yearDecided, studyFormSet, studyFormEnded, studyEntryAnnulled] as const;
