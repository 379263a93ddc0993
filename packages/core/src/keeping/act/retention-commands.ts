import * as z from 'zod';
import { correctingFields, putRightFields } from '../../acting/putting-right.ts';
import { coSignerSchema, signedFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';
import { anyRecordName } from '../retention/facts/questions.ts';

/** A carrier of a record. `startedOn` is given only where the record does not show the day. */
const item = z.strictObject({
  carrier: identifier,
  record: anyRecordName,
  startedOn: localDate.nullable().default(null),
});

/** The largest number of carriers of one act of selection. */
export const SELECTION_MAX = 1_000;

/** Draws up an act of selection for destruction (акт о выделении к уничтожению). D19. */
export const selectCarriers = command(
  'select-for-destruction',
  z.strictObject({
    id: identifier.optional(),
    number: shortText(64),
    items: z.array(item).min(1).max(SELECTION_MAX),
    ...signedFields,
  }),
);

const ofAct = { act: identifier, ...signedFields };

/** Gives the next approval. A commission's protocol is the command's ground. D19. */
export const approveSelection = command(
  'approve-selection',
  z.strictObject({ approval: identifier, ...ofAct }),
);

/** Calls an act of selection off before its last approval. D19. */
export const callOffSelection = command(
  'call-off-selection',
  z.strictObject({ reason: shortText(300), ...ofAct }),
);

/** The signers: a person's id, or the person with an office where several fit. */
const signers = z.array(coSignerSchema).min(1).max(20);

/** Records how the released carriers were destroyed, and who signs for it. D19. */
export const recordDestruction = command(
  'record-destruction',
  z.strictObject({
    act: identifier,
    number: shortText(64),
    method: identifier,
    destroyers: signers,
    on: localDate,
  }),
);

/** Orders the erasure of the personal data of these records. D19, 152-FZ art. 21. */
export const orderErasure = command(
  'order-erasure',
  z.strictObject({
    id: identifier.optional(),
    records: z.array(anyRecordName).min(1).max(SELECTION_MAX),
    reason: identifier,
    ...signedFields,
  }),
);

/** Draws up the act of erasure from what was erased. Order 179 of 2022 of Roskomnadzor. */
export const drawUpErasureAct = command(
  'draw-up-erasure-act',
  z.strictObject({
    act: identifier,
    number: shortText(64),
    /** The information system that had the data. */
    system: shortText(200),
    signers,
    on: localDate,
  }),
);

/**
 * Annuls a step of an act of destruction or erasure: it counts as if never entered. `entry` is the
 * event id that its command answered. D19, RK 1.8.
 */
export const annulActEntry = commandNamingGround(
  'annul-act-entry',
  z.strictObject({ act: identifier, ...putRightFields }),
);

/**
 * Corrects the number, day, method or persons of a destruction that took place, or of an act of
 * erasure; what is not given stays. What was destroyed or erased is not touched. `ground` is the
 * paper of the correction. D19, RK 1.8.
 */
export const correctActEntry = commandNamingGround(
  'correct-act-entry',
  z.strictObject({
    act: identifier,
    ...correctingFields,
    to: z.discriminatedUnion('as', [
      z.strictObject({
        as: z.literal('destruction'),
        number: shortText(64).optional(),
        method: identifier.optional(),
        destroyers: signers.optional(),
        on: localDate.optional(),
      }),
      z.strictObject({
        as: z.literal('erasure'),
        number: shortText(64).optional(),
        system: shortText(200).optional(),
        signers: signers.optional(),
        on: localDate.optional(),
      }),
    ]),
  }),
);

/** The parsed input of `correct-act-entry`. */
export type CorrectActEntry = z.output<typeof correctActEntry.schema>;

/** The parsed input of `annul-act-entry`. */
export type AnnulActEntry = z.output<typeof annulActEntry.schema>;

/** The parsed input of `select-for-destruction`. */
export type SelectCarriers = z.output<typeof selectCarriers.schema>;

/** The parsed input of `approve-selection`. */
export type ApproveSelection = z.output<typeof approveSelection.schema>;

/** The parsed input of `call-off-selection`. */
export type CallOffSelection = z.output<typeof callOffSelection.schema>;

/** The parsed input of `record-destruction`. */
export type RecordDestruction = z.output<typeof recordDestruction.schema>;

/** The parsed input of `order-erasure`. */
export type OrderErasure = z.output<typeof orderErasure.schema>;

/** The parsed input of `draw-up-erasure-act`. */
export type DrawUpErasureAct = z.output<typeof drawUpErasureAct.schema>;
