import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/*
 * Stream: `<org>.retention-main`. Whether the carriers of records are in place: checks, searches,
 * acts of non-discovery, restored copies, seizures. They are beside the holds and releases, so that
 * a carrier that is sought or seized is not released for destruction. Only a carrier is ever lost:
 * the record is in the log. All words but the name of who took carriers name no person, because
 * they are stored in clear for ever. R4 §6.6, RK 4 no. 3, 10.
 */

const signed = { signer: signerShape, edition: z.number() };

/** A carrier of a record: `lesson-journal` of `journal-m-1.safety.2026`. */
const carrierOfRecord = { carrier: text, record: text };

/** A paper with its number and day. */
const paper = z.strictObject({ number: text, date: day });

/** A paper that came from outside; it may have no number. */
const outsidePaper = z.strictObject({ kind: text, number: text.nullable(), date: day.nullable() });

/**
 * The presence of carriers was checked by a list. A long list is several parts in one append. An
 * absent carrier is sought from this day on. R4 §6.6.
 */
export const presenceChecked = eventType(
  'PresenceChecked',
  z.strictObject({
    check: text,
    /** Number of the check sheet; null: none. */
    number: text.nullable(),
    /** From 1. */
    part: z.number(),
    parts: z.number(),
    items: z.array(
      z.strictObject({
        ...carrierOfRecord,
        found: z.enum(['present', 'absent', 'damaged']),
        note: text.nullable(),
      }),
    ),
    /** Officials who checked beside the signer; empty: the signer alone. */
    members: z.array(text),
    /** Last day of the search for what is absent; null: no term is set. */
    searchUntil: day.nullable(),
    ...signed,
  }),
);

/** A carrier was reported lost or damaged, without a check. A lost one is sought. RK 4 no. 3. */
export const carrierReported = eventType(
  'CarrierReported',
  z.strictObject({
    ...carrierOfRecord,
    state: z.enum(['lost', 'damaged']),
    circumstances: text,
    searchUntil: day.nullable(),
    ...signed,
  }),
);

/** A carrier that was absent was found. */
export const carrierFound = eventType(
  'CarrierFound',
  z.strictObject({
    ...carrierOfRecord,
    state: z.enum(['present', 'damaged']),
    /** Where it was found; null: not said. */
    place: text.nullable(),
    ...signed,
  }),
);

/**
 * The head approved an act of non-discovery (акт о необнаружении): the search is over. `occurredOn`
 * is the day of the approval. RK 4 no. 3.
 */
export const nonDiscoveryApproved = eventType(
  'NonDiscoveryApproved',
  z.strictObject({
    act: paper,
    items: z.array(z.strictObject(carrierOfRecord)),
    /** What was done to find them. */
    done: text,
    members: z.array(text),
    /** Last day for the restored copies; null: none is due. */
    copyDueOn: day.nullable(),
    ...signed,
  }),
);

/**
 * A copy of a carrier was restored from the log. It stands in the original's place, and the term of
 * keeping goes on from the original's. RK 4 no. 3.
 */
export const copyRestored = eventType(
  'CopyRestored',
  z.strictObject({
    ...carrierOfRecord,
    /** What it was restored by, as the mark on it says: «восстановлено по …». */
    restoredFrom: text,
    sheets: z.number().nullable(),
    ...signed,
  }),
);

/** An authority took carriers away by an act, with no day of return. RK 4 no. 10. */
export const carriersSeized = eventType(
  'CarriersSeized',
  z.strictObject({
    seizure: text,
    act: paper,
    /** The authority, and the position of its official. */
    authority: text,
    takerPosition: text,
    /** Id under which the name of that official is kept. */
    taker: text,
    takerName: personal(z.string(), { subject: 'taker', purpose: 'disclosure' }).optional(),
    /** The decision on which it was taken. */
    paper: outsidePaper,
    items: z.array(
      z.strictObject({
        ...carrierOfRecord,
        sheets: z.number().nullable(),
        /** Sheets of the certified copy that stays in place; null: none stays. */
        copySheets: z.number().nullable(),
      }),
    ),
    /** The holds placed by the same act, each on one of the records. */
    holds: z.array(z.strictObject({ hold: text, record: text })),
    ...signed,
  }),
);

/** Seized carriers came back, or will not come back. RK 4 no. 10. */
export const seizureEnded = eventType(
  'SeizureEnded',
  z.strictObject({
    seizure: text,
    items: z.array(z.strictObject(carrierOfRecord)),
    outcome: z.enum(['returned', 'attached', 'destroyed']),
    paper: outsidePaper,
    /** What was missing or damaged. */
    defects: z.array(text),
    ...signed,
  }),
);

/** The entries about the presence of carriers. */
export const presenceEvents = [
  presenceChecked,
  carrierReported,
  carrierFound,
  nonDiscoveryApproved,
  copyRestored,
  carriersSeized,
  seizureEnded,
] as const;
