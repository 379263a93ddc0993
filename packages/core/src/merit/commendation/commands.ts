import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { officeField } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { enrollmentId } from '../../study/enrollment/facts/questions.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

const document = z.strictObject({
  title: shortText(300),
  number: shortText(64).nullable().default(null),
  date: localDate.nullable().default(null),
});

/**
 * Proposes a commendation for documented success in an area, for success in practice, or on a
 * petition. The command's id is the commendation's id where `id` is left out. `documents` and
 * `merit` are personal data. D14, R1 §5.1.
 */
export const proposeCommendation = command(
  'propose-commendation',
  z.strictObject({
    id: identifier.optional(),
    learner: identifier,
    enrollment: enrollmentId.nullable().default(null),
    basis: z.enum(['documented-success', 'practice', 'petition']),
    area: identifier.nullable().default(null),
    documents: z.array(document).max(50).default([]),
    merit: shortText(1000).optional(),
    /** Id of a person, or the name of a body. Never a person's name: it could not be erased. */
    proposedBy: z.union([identifier, z.strictObject({ body: shortText(200) })], {
      error: complaint('нужен номер лица или { body }', 'give the id of a person, or { body }'),
    }),
    on: localDate,
  }),
  ['documents', 'merit'],
);

/** Orders a proposed commendation. The order itself is the command's ground. D14, R1 §5.3. */
export const orderCommendation = command(
  'order-commendation',
  z.strictObject({
    commendation: identifier,
    kind: identifier,
    orderedBy: identifier,
    office: officeField,
    on: localDate,
  }),
);

/** Records that an ordered commendation was presented to the learner. D14. */
export const presentCommendation = command(
  'present-commendation',
  z.strictObject({ commendation: identifier, on: localDate }),
);

/**
 * Records that the order was published in a place, which needs a consent in force that day where
 * the regulation says so. D14, R1 §5.3.
 */
export const publishCommendation = command(
  'publish-commendation',
  z.strictObject({ commendation: identifier, place: shortText(300), on: localDate }),
);

/**
 * Revokes a commendation, by order where the regulation asks for an order to commend. D14 (our
 * default).
 */
export const revokeCommendation = command(
  'revoke-commendation',
  z.strictObject({
    commendation: identifier,
    revokedBy: identifier,
    office: officeField,
    reason: shortText(1000).optional(),
    on: localDate,
  }),
  ['reason'],
);

/**
 * Annuls a step of a commendation: it counts as if never entered. `entry` is the event id that its
 * command answered. D14, RK 1.8.
 */
export const annulCommendationEntry = commandNamingGround(
  'annul-commendation-entry',
  z.strictObject({ commendation: identifier, ...putRightFields }),
  ['reason'],
);

/** The parsed input of `propose-commendation`. */
export type ProposeCommendation = z.output<typeof proposeCommendation.schema>;

/** The parsed input of `order-commendation`. */
export type OrderCommendation = z.output<typeof orderCommendation.schema>;

/** The parsed input of `present-commendation`. */
export type PresentCommendation = z.output<typeof presentCommendation.schema>;

/** The parsed input of `publish-commendation`. */
export type PublishCommendation = z.output<typeof publishCommendation.schema>;

/** The parsed input of `revoke-commendation`. */
export type RevokeCommendation = z.output<typeof revokeCommendation.schema>;

/** The parsed input of `annul-commendation-entry`. */
export type AnnulCommendationEntry = z.output<typeof annulCommendationEntry.schema>;
