import * as z from 'zod';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { bothLanguages, day, text } from '../../values/shape.ts';
import { localText, shortText } from '../../values/text.ts';

const titled = z.strictObject({ id: text, title: bothLanguages });
const recipientKind = z.enum(['learner', 'representative', 'authority', 'third-person']);
const way = z.enum(['in-study', 'application', 'demand']);
/**
 * What opens information to a recipient: a `right` of their own, `consent` to the transfer, a `law`
 * that names the case, or mere `interest`.
 */
const opening = z.enum(['right', 'consent', 'law', 'interest']);

/** Who is told about results, how, on what, and within which time. D16, R1 §6, R2 §1.6, R3 §4. */
export const disclosureRules = z.strictObject({
  section: z.literal('disclosure'),
  /**
   * Who may get it and what opens it. To third persons: `consent` or `law` (R1 §6.2), nothing (R3
   * §4.2, R5 §6.2: not to those who do not represent the child), `interest` (R2 §1.6).
   */
  recipients: z.array(
    z.strictObject({ recipient: recipientKind, ways: z.array(way), opensBy: z.array(opening) }),
  ),
  /** In which form an application comes in. R1 §6.3, R3 §4.4, R5 §6.4. */
  forms: z.array(z.enum(['oral', 'written'])),
  /** What it is given for: `path`, `quality`, `commendation`, `social-support`, … R5 §6.3. */
  purposes: z.array(titled),
  /** Why it is refused: `not-entitled`, `no-consent`, … */
  refusalGrounds: z.array(titled),
  /** Terms of answering; the first that names the applicant holds where none is named. */
  deadlines: z.array(
    titled.extend({
      recipients: z.array(recipientKind),
      /** Counted from the day after the application came in. */
      days: z.number(),
      unit: z.enum(['working-days', 'calendar-days']),
      /** By how many of the same days it may be put off, once; 0: not at all. */
      extensionDays: z.number(),
      /** The rule that sets it: `152-FZ art. 14 §3`. */
      source: text,
    }),
  ),
  /** Offices in which one grants, refuses and puts off. */
  decisionOffices: z.array(text),
  /** Offices in which one tells in the course of study. R1 §6.3, R4 §2.2.6. */
  inStudyOffices: z.array(text),
  /** Publication of results: it needs its own ground beside what opens it. R1 §5.3, R3 §3.5. */
  publication: z.strictObject({
    opensBy: z.array(z.enum(['consent', 'law'])),
    /** Kinds of paper one of which it rests on: `order`, `head-decision`. */
    groundKinds: z.array(text),
    offices: z.array(text),
  }),
  /** Public holidays, `MM-DD` (Labour Code art. 112), and days moved off work and into it. */
  holidays: z.array(text),
  daysOff: z.array(day),
  daysWorked: z.array(day),
});

const ids = z.array(identifier).max(100);
const titledGiven = z.strictObject({ id: identifier, title: localText });

/** The section as `adopt` and `amend` take it. */
export const disclosureRulesGiven = disclosureRules.extend({
  recipients: z
    .array(
      z.strictObject({
        recipient: recipientKind,
        ways: z.array(way).max(3),
        opensBy: z.array(opening).max(4),
      }),
    )
    .max(4),
  purposes: z.array(titledGiven).min(1).max(50),
  refusalGrounds: z.array(titledGiven).min(1).max(50),
  deadlines: z
    .array(
      titledGiven.extend({
        recipients: z.array(recipientKind).max(4),
        days: z.int().min(0).max(366),
        unit: z.enum(['working-days', 'calendar-days']),
        extensionDays: z.int().min(0).max(366),
        source: shortText(200),
      }),
    )
    .min(1)
    .max(20),
  decisionOffices: ids,
  inStudyOffices: ids,
  publication: z.strictObject({
    opensBy: z.array(z.enum(['consent', 'law'])).max(2),
    groundKinds: ids.min(1),
    offices: ids,
  }),
  holidays: z.array(z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)).max(60),
  daysOff: z.array(localDate).max(200),
  daysWorked: z.array(localDate).max(200),
});
