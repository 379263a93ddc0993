import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { KINDS_OF_ORGANISATION } from '../../values/law/annexes.ts';
import { lastingDay, localDate } from '../../values/local-date.ts';
import { inn, ogrn } from '../../values/organisation-number.ts';
import { shortText } from '../../values/text.ts';

const permit = z.strictObject({
  number: shortText(64),
  date: localDate,
  issuer: shortText(300).nullable().default(null),
  until: lastingDay.nullable().default(null),
});

/** The values of a passport, all optional; null takes one away. */
const described = {
  fullName: shortText(500).optional(),
  shortName: shortText(200).nullable().optional(),
  kind: z.enum(KINDS_OF_ORGANISATION).nullable().optional(),
  place: shortText(200).nullable().optional(),
  address: shortText(300).nullable().optional(),
  inn: inn.nullable().optional(),
  ogrn: ogrn.nullable().optional(),
  licence: permit.nullable().optional(),
  accreditation: permit.nullable().optional(),
};

/**
 * Enters what the organisation's passport says from a day on (today by default); values that are
 * not given stay as they are. The charter or the order is the command's ground. RK 1.15.
 */
export const describeOrganisation = command(
  'describe-organisation',
  z
    .strictObject({ ...described, on: localDate.optional() })
    .refine(
      ({ on: _on, ...values }) => Object.values(values).some((value) => value !== undefined),
      complaint('дайте хотя бы одно значение', 'give at least one value'),
    ),
);

/**
 * Names the organisation before this one, or the one after it. `on` is the first day of the later
 * of the two; `archive` says where the documents of the other one are kept. RK 1.15.
 */
export const nameRelatedOrganisation = command(
  'name-related-organisation',
  z.strictObject({
    id: identifier,
    relation: z.enum(['predecessor', 'successor']),
    fullName: shortText(500),
    inn: inn.nullable().default(null),
    ogrn: ogrn.nullable().default(null),
    archive: shortText(500).nullable().default(null),
    on: localDate.optional(),
  }),
);

/**
 * Annuls an entry of the passport: it counts as if never entered. `entry` is the event id that its
 * command answered. RK 1.8.
 */
export const annulOrganisationEntry = commandNamingGround(
  'annul-organisation-entry',
  z.strictObject({ ...putRightFields }),
);
