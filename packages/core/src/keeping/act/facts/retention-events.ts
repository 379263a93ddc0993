import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/*
 * Stream `act-<id>`: an act of selection for destruction on its way (selected, approved, destroyed,
 * or called off), and an act of erasure of personal data. D19, 125-FZ, 152-FZ art. 21.
 */

/** A carrier of a record as the act lists it: a snapshot, whatever the file plan says later. */
export const selectedItem = z.strictObject({
  carrier: text,
  record: text,
  /** Its entry in the file plan; null where it has none. */
  index: text.nullable(),
  term: text,
  years: z.number().nullable(),
  /** Day from which the term was counted; null where none runs. */
  startedOn: day.nullable(),
  /** First day on which it may be destroyed. */
  from: day,
});

/** Carriers were selected for destruction; a long list is several parts in one append. */
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

/** One of the approvals that the regulation asks for: of the expert commission, of the head. */
export const selectionApproved = eventType(
  'SelectionApproved',
  z.strictObject({
    act: text,
    /** Id of the approval in the regulation. */
    approval: text,
    /** Was it the last one? Then every carrier is owed its release. */
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
    /** Why, in words that name no person: they stand in clear for ever. */
    reason: text,
    edition: z.number(),
  }),
);

/** What was released was destroyed: how, and who signed for it. */
export const carriersDestroyed = eventType(
  'CarriersDestroyed',
  z.strictObject({
    act: text,
    number: text,
    /** Method of the regulation: `shredding`, `deletion`, … */
    method: text,
    destroyers: z.array(signerShape),
    /** How many carriers were destroyed, and how many were withheld. */
    destroyed: z.number(),
    notDone: z.number(),
    edition: z.number(),
  }),
);

/** Personal data of these records is to be erased: what lies beside their lines is emptied. */
export const erasureOrdered = eventType(
  'ErasureOrdered',
  z.strictObject({
    act: text,
    part: z.number(),
    parts: z.number(),
    records: z.array(text),
    /** Reason of the regulation. */
    reason: text,
    /** `in-place`: emptied beside the lines. By key: a fact of another kind. */
    method: text,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** The act of erasure was drawn up, from what was erased. Order 179 of 2022 of Roskomnadzor. */
export const erasureActDrawnUp = eventType(
  'ErasureActDrawnUp',
  z.strictObject({
    act: text,
    number: text,
    /** The information system in which the data stood. */
    system: text,
    signers: z.array(signerShape),
    erased: z.number(),
    notDone: z.number(),
    edition: z.number(),
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
] as const;
