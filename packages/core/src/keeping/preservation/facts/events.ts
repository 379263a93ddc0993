import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/*
 * Stream: `<org>.custody-<studyYear>`. What was done in one study year to preserve the electronic
 * record: periods closed, exports, checks of entries, backups, their checks and restores. D20, R4
 * §5.6, §6.1-6.3, §6.7. All words here name no person, because they are stored in clear for ever.
 */

const about = { studyYear: text, signer: signerShape, edition: z.number() };

/** A copy on one medium: where it is kept, and the SHA-256 of its bytes, in hex. */
export const mediumShape = z.strictObject({ id: text, kind: text, place: text, sha256: text });

/** A study period of the year was defined: its first and last day. R4 §6.2. */
export const studyPeriodDefined = eventType(
  'StudyPeriodDefined',
  z.strictObject({ ...about, period: text, from: day, until: day }),
);

/** A study period was closed, after its last day. R4 §6.2. */
export const studyPeriodClosed = eventType(
  'StudyPeriodClosed',
  z.strictObject({ ...about, period: text }),
);

/** Data of a closed period was exported from the platform to the organisation's own store. */
export const periodExported = eventType(
  'PeriodExported',
  z.strictObject({
    ...about,
    export: text,
    period: text,
    /** The platform it was exported from; the organisation may change to another. R4 §1.4.4. */
    source: text,
    /** What it contains: `marks`, `lessons`, `learners`, … */
    contents: z.array(text),
    keptAt: text,
    sha256: text,
  }),
);

/** The head checked whether results are entered. R4 §5.6. */
export const entriesChecked = eventType(
  'EntriesChecked',
  z.strictObject({
    ...about,
    check: text,
    period: text,
    findings: z.array(z.strictObject({ record: text.nullable(), finding: text })),
  }),
);

/** A finding of a check was settled. R4 §5.6 (our default: by whom and when). */
export const findingSettled = eventType(
  'FindingSettled',
  z.strictObject({
    ...about,
    check: text,
    /** Number of the finding in its check, from 1. */
    finding: z.number(),
    how: text,
  }),
);

/** The backup of the study year was made. R4 §6.3, §6.7. */
export const backupMade = eventType(
  'BackupMade',
  z.strictObject({ ...about, backup: text, contents: text, media: z.array(mediumShape) }),
);

/** A backup's media were read: each is whole, or damaged. R4 §6.1. */
export const integrityChecked = eventType(
  'IntegrityChecked',
  z.strictObject({
    ...about,
    check: text,
    backup: text,
    media: z.array(
      z.strictObject({
        medium: text,
        /** SHA-256 of what was read; null where it could not be read. */
        sha256: text.nullable(),
        outcome: z.enum(['whole', 'damaged']),
      }),
    ),
  }),
);

/** A damaged medium was replaced by a copy of another one. R4 §6.1. */
export const mediumReplaced = eventType(
  'MediumReplaced',
  z.strictObject({ ...about, backup: text, damaged: text, from: text, medium: mediumShape }),
);

/** A backup was restored from one of its media, with the same bytes as were backed up. */
export const backupRestored = eventType(
  'BackupRestored',
  z.strictObject({ ...about, restore: text, backup: text, medium: text, into: text, sha256: text }),
);

/** The entries of the preservation of a study year. */
export const preservationEntries = [
  studyPeriodDefined,
  studyPeriodClosed,
  periodExported,
  entriesChecked,
  findingSettled,
  backupMade,
  integrityChecked,
  mediumReplaced,
  backupRestored,
] as const;

/** An entry was annulled: it counts as if never entered. `occurredOn` is its day. RK 1.8. */
export const preservationEntryAnnulled = eventType(
  'PreservationEntryAnnulled',
  z.strictObject({
    studyYear: text,
    ...annulmentShape,
    /** Null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of the preservation of a study year, for the codec. */
export const preservationEvents = [...preservationEntries, preservationEntryAnnulled] as const;
