import * as z from 'zod';
import { eventType } from '../kernel/event-type.ts';
import { bothLanguages, day, decimalText, text } from '../values/shape.ts';
import { achievementRules } from './sections/achievements.ts';
import { commissionRules } from './sections/commissions.ts';
import { creditRules } from './sections/credits.ts';
import { custodyRules } from './sections/custody.ts';
import { disclosureRules } from './sections/disclosure.ts';
import { documentRules } from './sections/documents.ts';
import { portfolioRules } from './sections/portfolio.ts';
import { printoutRules } from './sections/printouts.ts';
import { retakeRules } from './sections/retakes.ts';
import { retentionRules } from './sections/retention.ts';
import { workRules } from './sections/works.ts';

/*
 * What a regulation (положение) says, as data: a rule that differs between organisations is a field
 * here, never an `if` in the code. Adopting an edition writes all of it into the log, so that a
 * newer library never changes an old rule. Each section is one event; one edition is one append.
 */

const titled = z.strictObject({ id: text, title: bothLanguages });

/** Title, time zone, offices, programme types. */
export const generalRules = z.strictObject({
  section: z.literal('general'),
  /** IANA time zone in which a day of the organisation ends. */
  timeZone: text,
  /** Annex of order 1324 whose indicators the organisation reports; null: none. */
  annex: text.nullable(),
  offices: z.array(titled),
  programmeTypes: z.array(
    z.strictObject({
      id: text,
      title: bothLanguages,
      /** `qualification-improvement`, `professional-retraining`, or null for all others. */
      category: text.nullable(),
      /** Kinds of assessment that completion asks for in every module with such a form. */
      mandatory: z.array(text),
      hoursMin: z.number().nullable(),
    }),
  ),
  /**
   * Acts that need an order: `appoint`, `relieve` (R2 §3.2), `approve-form` (R2 §2.1),
   * `amend-regulation` (R2 §4.2, R3 §5.3), `repeal-regulation` (R1 §8.2).
   */
  orderFor: z.array(text),
  /** Where each field comes from: a clause, or `default` where the regulation is silent. */
  sources: z.array(z.strictObject({ field: text, source: text })),
});

/** The grading scales that programmes may name. */
export const scaleRules = z.strictObject({
  section: z.literal('scales'),
  scales: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        id: text,
        kind: z.literal('levels'),
        title: bothLanguages,
        levels: z.array(
          z.strictObject({
            value: text,
            digits: text.nullable(),
            words: bothLanguages,
            label: bothLanguages,
            points: decimalText.nullable(),
            passes: z.boolean(),
          }),
        ),
      }),
      z.strictObject({
        id: text,
        kind: z.literal('points'),
        title: bothLanguages,
        min: decimalText,
        max: decimalText,
        step: decimalText,
        passesAt: decimalText,
      }),
    ]),
  ),
  /** Who chooses a module's scale: `programme`, or `teacher` per approved programme (R3 §1.5). */
  chosenBy: z.enum(['programme', 'teacher']),
});

/** Kinds, forms and origins of assessment, and who may assess. */
export const assessmentRules = z.strictObject({
  section: z.literal('assessment'),
  /** `attestation`: interim and final ones, which go into sheets and completion. */
  kinds: z.array(z.strictObject({ id: text, title: bothLanguages, attestation: z.boolean() })),
  forms: z.array(titled),
  origins: z.array(text),
  assessorOffices: z.array(text),
  platformMayAssess: z.boolean(),
  /** Kind that is held at the end of study: not before any of the module's other results. */
  finalKind: text.nullable(),
  /**
   * The state final attestation (ГИА): the kind that it is, only for modules that are taken at it,
   * and the kinds that are not held in such modules; null: there is none. R5 §4.1.
   */
  stateFinal: z.strictObject({ kind: text, closes: z.array(text) }).nullable(),
  /** Are requirements of attestation made known at the beginning of study (R2 §1.5)? */
  requirementsAnnounced: z.boolean(),
  /** Codes of results without a mark: `submitted`, `not-admitted`, `exempt`. */
  notAssessedReasons: z.array(titled),
  /** Special conditions of attestation, and when they may be granted. R5 §3.4. */
  specialConditions: z.strictObject({
    /** What may be granted: `more-time`, `apart`, … */
    conditions: z.array(titled),
    /** What opens them: `gifted` (listed in the state resource), `special-needs`. */
    grounds: z.array(z.enum(['gifted', 'special-needs'])),
    /** Kinds of assessment at which they may be granted. */
    kinds: z.array(text),
    /** Of these, the kinds closed to subjects taken at the state final attestation. */
    kindsNotStateFinal: z.array(text),
  }),
});

/** Who may correct a mark, and what a correction must carry. */
export const correctionRules = z.strictObject({
  section: z.literal('correction'),
  /** Offices in which one may sign a correction. */
  signerOffices: z.array(text),
  /** Must the one who corrected sign (R2 §2.3)? */
  correctorSigns: z.boolean(),
  wordsRequired: z.boolean(),
  reasonRequired: z.boolean(),
  positionRequired: z.boolean(),
  /** Must the correction name the event of the value in force? */
  replacedNamed: z.boolean(),
  /** Offices whose countersignature gives it effect; null: none is asked for. */
  countersignOffices: z.array(text).nullable(),
  /** After acceptance by the archive: only with an order as ground? */
  orderAfterArchive: z.boolean(),
  /** Offices in which one may sign an annulment. */
  annulmentOffices: z.array(text),
  annulmentReasonRequired: z.boolean(),
});

/** Lessons: kinds, attendance codes, who may teach. */
export const lessonRules = z.strictObject({
  section: z.literal('lessons'),
  kinds: z.array(titled),
  attendanceCodes: z.array(
    z.strictObject({ code: text, title: bothLanguages, excused: z.boolean() }),
  ),
  teacherOffices: z.array(text),
});

/** The life of an enrollment: which acts need an order, and their reasons. */
export const enrollmentRules = z.strictObject({
  section: z.literal('enrollment'),
  /** One open enrollment of a learner in one `group`, or in the whole `programme`. */
  onePer: z.enum(['group', 'programme']),
  /** Acts that need an order as ground: `enroll`, `transfer`, `suspend`, `reinstate`, … */
  orderFor: z.array(text),
  dischargeReasons: z.array(titled),
  suspensionReasons: z.array(titled),
});

/** Commendations: kinds, areas, who orders, where copies go. */
export const commendationRules = z.strictObject({
  section: z.literal('commendation'),
  kinds: z.array(titled),
  /** The local act that sets the kinds (R4 §4.8, R5 §3.3); null: the regulation itself does. */
  separateAct: z.strictObject({ title: bothLanguages, number: text.nullable() }).nullable(),
  areas: z.array(titled),
  /** Grounds that are taken: `documented-success`, `practice`, `petition`. */
  bases: z.array(text),
  orderOffices: z.array(text),
  orderRequired: z.boolean(),
  /** `personal-file`, `portfolio`, or null: nowhere. */
  copiesTo: text.nullable(),
  /** Kinds of assessment that may take a commendation into account. R1 §5.5. */
  countsIn: z.array(text),
  publicationNeedsConsent: z.boolean(),
  revocable: z.boolean(),
});

/** Transfer to the archive. */
export const archiveRules = z.strictObject({
  section: z.literal('archive'),
  /** Days after the order on expulsion (R1 §7.2); null: no deadline. */
  deadlineDays: z.number().nullable(),
  handOverOffices: z.array(text),
  receiveOffices: z.array(text),
  fromUnit: text,
  toUnit: text,
});

/** Carriers: the named books, journals, files and systems in which the record is kept. */
export const carrierRules = z.strictObject({
  section: z.literal('carriers'),
  carriers: z.array(
    z.strictObject({
      id: text,
      title: bothLanguages,
      /** What it holds: `journal`, `grade-sheet`, `personal-file`, `electronic`, … */
      records: text,
      medium: z.enum(['paper', 'electronic', 'either']),
      mandatory: z.boolean(),
      /** Office that decides whether an optional one is kept. */
      decidedBy: text.nullable(),
      /** Its entry in the file plan; a mandatory paper carrier must have one. */
      filePlanIndex: text.nullable(),
      retention: z.strictObject({
        /** `exact`, `at-least`, `until-no-longer-needed`, `permanent` or `file-plan`. */
        term: text,
        years: z.number().nullable(),
        /** `year-end`, `departure`, `order`, `programme-end`, …; null where no term runs. */
        startsAt: text.nullable(),
      }),
    }),
  ),
});

/** One section of an edition. */
export const rulesShape = z.discriminatedUnion('section', [
  generalRules,
  scaleRules,
  assessmentRules,
  correctionRules,
  lessonRules,
  enrollmentRules,
  commendationRules,
  archiveRules,
  carrierRules,
  creditRules,
  achievementRules,
  portfolioRules,
  documentRules,
  retentionRules,
  custodyRules,
  commissionRules,
  retakeRules,
  workRules,
  disclosureRules,
  printoutRules,
]);

/** An edition was adopted: its rules follow in the same append. `occurredOn`: in force from. D1. */
export const editionAdopted = eventType(
  'EditionAdopted',
  z.strictObject({
    /** From 1. */
    edition: z.number(),
    title: bothLanguages,
    /** What it is: `first`, `edition`, or an `addition` or `annex` to the one before. R2 §4.2. */
    change: text,
    /** Preset it was made from, with its version; null: the organisation's own. */
    preset: text.nullable(),
    /** Bodies that considered it, with their opinion. R3 §5.2, R5 §1.4. */
    considered: z.array(z.strictObject({ body: text, opinion: text.nullable(), on: day })),
    /** Who approved it. */
    approvedBy: z.strictObject({ person: text.nullable(), office: text, on: day }).nullable(),
    /** Sections that differ from the edition before; all of them in the first. */
    sections: z.array(text),
  }),
);

/** One section's rules in an edition. */
export const rulesSet = eventType(
  'RulesSet',
  z.strictObject({ edition: z.number(), rules: rulesShape }),
);

/** The edition in force was published. R1 §8.1. */
export const regulationPublished = eventType(
  'RegulationPublished',
  z.strictObject({ edition: z.number(), place: text }),
);

/** The regulation was repealed by order: no edition is in force from this day. R1 §8.2. */
export const regulationRepealed = eventType(
  'RegulationRepealed',
  z.strictObject({ edition: z.number() }),
);

export const regulationEvents = [
  editionAdopted,
  rulesSet,
  regulationPublished,
  regulationRepealed,
] as const;
