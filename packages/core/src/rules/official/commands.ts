import * as z from 'zod';
import { command } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { lastingDay, localDate, orderedDay } from '../../values/local-date.ts';
import { personName } from '../../values/person.ts';
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
