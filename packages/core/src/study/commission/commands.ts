import * as z from 'zod';
import { officeField } from '../../acting/signer.ts';
import { command } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';
import { enrollmentId, factId } from '../enrollment/facts/questions.ts';
import { protocolId } from './facts/questions.ts';

/** Who sits in which role; where the role asks for an office, `office` says which they hold. */
const seats = z
  .array(z.strictObject({ person: identifier, role: identifier, office: officeField }))
  .max(100);

const questions = z.array(shortText(500)).max(50).optional();

/** Forms a commission from a day on; `id` is by default the command's. D8, R1 §4.2.3. */
export const formCommission = command(
  'form-commission',
  z.strictObject({
    id: identifier.optional(),
    kind: identifier,
    members: seats.min(1),
    programmes: z.array(identifier).max(200).default([]),
    groups: z.array(identifier).max(200).default([]),
    from: localDate,
    /** Last day of its term. */
    until: localDate.nullable().default(null),
  }),
);

/** Relieves members and seats others in one act: a replacement names both. D8. */
export const changeCommission = command(
  'change-commission',
  z
    .strictObject({
      commission: identifier,
      relieved: z.array(identifier).max(100).default([]),
      seated: seats.default([]),
      /** First day of the change. */
      on: localDate,
    })
    .refine(({ relieved, seated }) => relieved.length + seated.length > 0, {
      path: ['seated'],
      error: 'назовите, кто входит или выходит | name who is seated or relieved',
    }),
);

/** Dissolves a commission; `on` is the first day without it. D8. */
export const dissolveCommission = command(
  'dissolve-commission',
  z.strictObject({ commission: identifier, on: localDate }),
);

/** A sitting was held with those present: its protocol begins. D8. */
export const holdSitting = command(
  'hold-sitting',
  z.strictObject({
    commission: identifier,
    present: z.array(identifier).min(1).max(100),
    /** Who presided; by default the first present who may, in the order of the seats. */
    presiding: identifier.optional(),
    agenda: z.array(shortText(300)).max(50).default([]),
    on: localDate,
  }),
);

/** Enters a result in its protocol: `result` is the event in force in the enrollment. D8. */
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

/** Answers a wrong line by another; `result` null strikes it out. D7, D8. */
export const correctProtocolEntry = command(
  'correct-protocol-line',
  z.strictObject({
    protocol: protocolId,
    /** Event id in force: the line, or its last correction. */
    replaces: factId,
    /** By default the enrollment of the line. */
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

/** Records the special opinion of a member on a line. D8. */
export const recordDissent = command(
  'record-dissent',
  z.strictObject({
    protocol: protocolId,
    /** Event id of the line, or of its correction. */
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

export type FormCommission = z.output<typeof formCommission.schema>;

export type ChangeCommission = z.output<typeof changeCommission.schema>;

export type DissolveCommission = z.output<typeof dissolveCommission.schema>;

export type HoldSitting = z.output<typeof holdSitting.schema>;

export type EnterProtocolEntry = z.output<typeof enterProtocolEntry.schema>;

export type CorrectProtocolEntry = z.output<typeof correctProtocolEntry.schema>;

export type RecordDissent = z.output<typeof recordDissent.schema>;

export type SignProtocol = z.output<typeof signProtocol.schema>;
