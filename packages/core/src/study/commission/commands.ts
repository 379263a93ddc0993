import * as z from 'zod';
import { correctingFields, putRightFields } from '../../acting/putting-right.ts';
import { officeField } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { lastingDay, localDate, orderedDay } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';
import { enrollmentId, factId } from '../enrollment/facts/questions.ts';
import { protocolId } from './facts/questions.ts';

/** Members with their roles; `office` is needed where several offices of a member fit the role. */
const seats = z
  .array(z.strictObject({ person: identifier, role: identifier, office: officeField }))
  .max(100);

const questions = z.array(shortText(500)).max(50).optional();

const forming = {
  kind: identifier,
  members: seats.min(1),
  programmes: z.array(identifier).max(200).default([]),
  groups: z.array(identifier).max(200).default([]),
  from: orderedDay,
  /** Last day of its term; null: until dissolved. */
  until: lastingDay.nullable().default(null),
} as const;

/** Forms a commission; `from` is its first day, `id` is by default the command's. D8, R1 §4.2.3. */
export const formCommission = command(
  'form-commission',
  z.strictObject({ id: identifier.optional(), ...forming }),
);

/** Relieves members and seats others in one act; a replacement is both. D8. */
export const changeCommission = command(
  'change-commission',
  z
    .strictObject({
      commission: identifier,
      relieved: z.array(identifier).max(100).default([]),
      seated: seats.default([]),
      /** First day of the change. */
      on: orderedDay,
    })
    .refine(({ relieved, seated }) => relieved.length + seated.length > 0, {
      path: ['seated'],
      error: 'назовите, кто входит или выходит | name who is seated or relieved',
    }),
);

/** Dissolves a commission; `on` is the first day without it. D8. */
export const dissolveCommission = command(
  'dissolve-commission',
  z.strictObject({ commission: identifier, on: orderedDay }),
);

/**
 * Annuls an entry about a commission from the start: forming, seat, relief, dissolution, or
 * a sitting without a protocol. The reason is stored unsealed and for ever, so it must name no
 * person. RK 1.8.
 */
export const annulCommissionEntry = commandNamingGround(
  'annul-commission-entry',
  z.strictObject({ commission: identifier, ...putRightFields }),
);

/**
 * Corrects an entry about a commission: `to` gives the whole entry as it is to read, and `as` says
 * what it is. A sitting is annulled and held anew. RK 1.8.
 */
export const correctCommissionEntry = commandNamingGround(
  'correct-commission-entry',
  z.strictObject({
    commission: identifier,
    ...correctingFields,
    to: z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('forming'), ...forming }),
      z.strictObject({
        as: z.literal('seating'),
        person: identifier,
        role: identifier,
        office: officeField,
        on: localDate.optional(),
      }),
      z.strictObject({ as: z.literal('relieving'), on: localDate }),
      z.strictObject({ as: z.literal('dissolution'), on: localDate }),
    ]),
  }),
);

/** A parsed `annul-commission-entry`. */
export type AnnulCommissionEntry = z.output<typeof annulCommissionEntry.schema>;

/** A parsed `correct-commission-entry`. */
export type CorrectCommissionEntry = z.output<typeof correctCommissionEntry.schema>;

/** Records a sitting with the members present; its protocol begins. D8. */
export const holdSitting = command(
  'hold-sitting',
  z.strictObject({
    commission: identifier,
    present: z.array(identifier).min(1).max(100),
    /**
     * Who presided; by default the first one present who may, in the regulation's order of seats.
     */
    presiding: identifier.optional(),
    agenda: z.array(shortText(300)).max(50).default([]),
    on: localDate,
  }),
);

/** Enters a result in its protocol; `result` is the event id of the mark in force. D8. */
export const enterProtocolEntry = command(
  'enter-protocol-line',
  z.strictObject({
    protocol: protocolId,
    enrollment: enrollmentId,
    result: factId,
    questions,
  }),
  ['questions'],
);

/** Corrects an entry of a protocol by another one; `result` null strikes it out. D7, D8. */
export const correctProtocolEntry = commandNamingGround(
  'correct-protocol-line',
  z.strictObject({
    protocol: protocolId,
    /** Event id of the entry in force: the first one, or its last correction. */
    replaces: factId,
    /** By default the enrollment that the entry names. */
    enrollment: enrollmentId.optional(),
    result: factId.nullable(),
    questions,
    reason: shortText(500).optional(),
    signer: identifier,
    /** Day of the correction; by default today. */
    on: localDate.optional(),
  }),
  ['questions', 'reason'],
);

/** Records a member's special opinion (особое мнение) on an entry of a protocol. D8. */
export const recordDissent = command(
  'record-dissent',
  z.strictObject({
    protocol: protocolId,
    /** Event id of the entry, or of its correction. */
    line: factId,
    member: identifier,
    opinion: shortText(2000),
    on: localDate,
  }),
  ['opinion'],
);

/** Signs a numbered protocol. D8. */
export const signProtocol = command(
  'sign-protocol',
  z.strictObject({ protocol: protocolId, signer: identifier, on: localDate }),
);

/** A parsed `form-commission`. */
export type FormCommission = z.output<typeof formCommission.schema>;

/** A parsed `change-commission`. */
export type ChangeCommission = z.output<typeof changeCommission.schema>;

/** A parsed `dissolve-commission`. */
export type DissolveCommission = z.output<typeof dissolveCommission.schema>;

/** A parsed `hold-sitting`. */
export type HoldSitting = z.output<typeof holdSitting.schema>;

/** A parsed `enter-protocol-line`. */
export type EnterProtocolEntry = z.output<typeof enterProtocolEntry.schema>;

/** A parsed `correct-protocol-line`. */
export type CorrectProtocolEntry = z.output<typeof correctProtocolEntry.schema>;

/** A parsed `record-dissent`. */
export type RecordDissent = z.output<typeof recordDissent.schema>;

/** A parsed `sign-protocol`. */
export type SignProtocol = z.output<typeof signProtocol.schema>;
