import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/*
 * Stream: `<org>.act-<id>`. The steps of an act of selection for destruction (selected, approved,
 * destroyed, or called off), and of an act of erasure of personal data. D19, 125-FZ, 152-FZ art.
 * 21.
 */

/**
 * A carrier of a record as the act lists it: a copy of its term, whatever the file plan says later.
 */
export const selectedItem = z.strictObject({
  carrier: text,
  record: text,
  /** Index of its entry in the file plan, or null. */
  index: text.nullable(),
  term: text,
  years: z.number().nullable(),
  /** Day from which the term was counted; null where no term runs. */
  startedOn: day.nullable(),
  /** First day on which it may be destroyed. */
  from: day,
  /**
   * The paper by which the carrier is gone, so that there is nothing to destroy: an act of
   * non-discovery, or that it does not come back from an authority. Absent: it is at hand.
   */
  gone: z.strictObject({ kind: text, number: text.nullable(), date: day.nullable() }).optional(),
});

/** Carriers were selected for destruction. A long list is several parts in one append. */
export const carriersSelected = eventType(
  'CarriersSelected',
  z.strictObject({
    act: text,
    number: text,
    part: z.number(),
    parts: z.number(),
    items: z.array(selectedItem),
    signer: signerShape,
    edition: z.number(),
  }),
);

/**
 * One of the approvals that the regulation asks for was given: of the expert commission, of the
 * head.
 */
export const selectionApproved = eventType(
  'SelectionApproved',
  z.strictObject({
    act: text,
    /** Id of the approval in the regulation. */
    approval: text,
    /** Whether it was the last one. Each carrier is then owed its release. */
    last: z.boolean(),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** The act was called off before its last approval: nothing is destroyed. */
export const selectionCalledOff = eventType(
  'SelectionCalledOff',
  z.strictObject({
    act: text,
    signer: signerShape,
    /** The reason, in words that name no person, because they are stored in clear for ever. */
    reason: text,
    edition: z.number(),
  }),
);

/** The released carriers were destroyed: how, and who signed for it. */
export const carriersDestroyed = eventType(
  'CarriersDestroyed',
  z.strictObject({
    act: text,
    number: text,
    /** Code of a method in the regulation: `shredding`, `deletion`, … */
    method: text,
    destroyers: z.array(signerShape),
    /** Numbers of carriers that were destroyed, and that were withheld. */
    destroyed: z.number(),
    notDone: z.number(),
    /** Number of carriers that were not destroyed because they are gone; absent: none. */
    gone: z.number().optional(),
    edition: z.number(),
  }),
);

/**
 * The personal data of these records is to be erased: the values beside their lines are emptied.
 */
export const erasureOrdered = eventType(
  'ErasureOrdered',
  z.strictObject({
    act: text,
    part: z.number(),
    parts: z.number(),
    records: z.array(text),
    /** Code of a reason in the regulation. */
    reason: text,
    /** `in-place`: the values beside the lines are emptied. Erasure by key is another event. */
    method: text,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** The act of erasure was drawn up from what was erased. Order 179 of 2022 of Roskomnadzor. */
export const erasureActDrawnUp = eventType(
  'ErasureActDrawnUp',
  z.strictObject({
    act: text,
    number: text,
    /** The information system that had the data. */
    system: text,
    signers: z.array(signerShape),
    erased: z.number(),
    notDone: z.number(),
    edition: z.number(),
  }),
);

/**
 * A step of these acts was annulled: it counts as if never entered. `occurredOn` is its day. Where
 * it is the last approval, each released carrier is owed that its release is annulled. RK 1.8.
 */
export const actEntryAnnulled = eventType(
  'ActEntryAnnulled',
  z.strictObject({
    act: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of these acts, for the codec. */
export const retentionActEvents = [
  carriersSelected,
  selectionApproved,
  selectionCalledOff,
  carriersDestroyed,
  erasureOrdered,
  erasureActDrawnUp,
  actEntryAnnulled,
] as const;
