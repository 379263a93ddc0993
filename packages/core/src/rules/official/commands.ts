import * as z from 'zod';
import { correctedShape } from '../../acting/corrected-entry.ts';
import { putRightFields } from '../../acting/putting-right.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { lastingDay, localDate, orderedDay } from '../../values/local-date.ts';
import { personName } from '../../values/person-name.ts';
import { shortText } from '../../values/text.ts';

const officialScope = z.strictObject({
  programmes: z.array(identifier).max(200).default([]),
  groups: z.array(identifier).max(200).default([]),
  levels: z.array(identifier).max(20).default([]),
});

/**
 * Appoints a person to an office, from `from` to `until` (both included; null: until relieved). The
 * command may give the person's name too. An absent `scope` means the whole organisation; in a
 * scope an empty list limits nothing. R2 §3.2.
 */
export const appointOfficial = command(
  'appoint-official',
  z.strictObject({
    person: identifier,
    office: identifier,
    position: shortText(200).nullable().default(null),
    name: personName.optional(),
    from: orderedDay,
    until: lastingDay.nullable().default(null),
    scope: officialScope.nullable().default(null),
  }),
  ['name'],
);

/** Relieves a person of an office; `on` is the first day without it. R2 §3.2. */
export const relieveOfficial = command(
  'relieve-official',
  z.strictObject({ person: identifier, office: identifier, on: orderedDay }),
);

/** Records a new name of an official; `on` is the first day on which it holds. */
export const renameOfficial = command(
  'rename-official',
  z.strictObject({ person: identifier, name: personName, on: localDate }),
  ['name'],
);

/**
 * Annuls an entry of an official: it counts as if it had never been made. `entry` is the event id
 * that its command answered. RK 1.8.
 */
export const annulOfficialEntry = commandNamingGround(
  'annul-official-entry',
  z.strictObject({ person: identifier, ...putRightFields }),
  ['reason'],
);

/**
 * The fields of an official's entries that can be corrected. Each type of entry has some of them;
 * null takes away what an entry may be without.
 */
const officialCorrection = z
  .strictObject({
    ...correctedShape,
    name: personName.optional(),
    office: identifier.optional(),
    position: shortText(200).nullable().optional(),
    until: lastingDay.nullable().optional(),
    scope: officialScope.nullable().optional(),
  })
  .refine(
    (given) => Object.values(given).some((value) => value !== undefined),
    complaint('дайте хотя бы одно новое значение', 'give at least one new value'),
  );

/**
 * Corrects an entry of an official: it is annulled, and one with the true day or value stands in
 * its place. `to` has the fields that change; its `on` is the first day of an appointment, the
 * first day without the office, or that of a name. RK 1.8.
 */
export const correctOfficialEntry = commandNamingGround(
  'correct-official-entry',
  z.strictObject({ person: identifier, ...putRightFields, to: officialCorrection }),
  ['reason', 'to'],
);
