import * as z from 'zod';
import { complaint, shown } from './complaint.ts';

/**
 * Schema of an id of anything: 1 to 48 Latin letters, digits, `_` and `-`; case counts. It holds no
 * dot, which joins ids in stream names, and never personal data: it cannot be erased later.
 *
 * @example
 * identifier.parse('m-1'); // => 'm-1'
 * identifier.safeParse('Иванов').success; // => false
 */
export const identifier = z
  .string({ error: ({ input }) => noId(input) })
  .regex(/^[A-Za-z0-9_-]{1,48}$/, { error: ({ input }) => noId(input) })
  .brand<'Id'>();

/** An id: 1 to 48 Latin letters, digits, `_` and `-`. */
export type Id = z.output<typeof identifier>;

function noId(input: unknown): string {
  return complaint(
    `${shown(input)} не идентификатор: от 1 до 48 латинских букв, цифр, «_» и «-»`,
    `${shown(input)} is no id: 1 to 48 Latin letters, digits, "_" and "-"`,
  );
}

/**
 * Schema of an organisation's id: 1 to 24 small Latin letters and digits. It begins the name of
 * every stream of the organisation.
 *
 * @example
 * organisationId.parse('academy'); // => 'academy'
 * organisationId.safeParse('Academy').success; // => false
 */
export const organisationId = z
  .string({ error: ({ input }) => noOrganisation(input) })
  .regex(/^[a-z0-9]{1,24}$/, { error: ({ input }) => noOrganisation(input) })
  .brand<'OrganisationId'>();

/** An organisation's id: 1 to 24 small Latin letters and digits. */
export type OrganisationId = z.output<typeof organisationId>;

function noOrganisation(input: unknown): string {
  return complaint(
    `${shown(input)} не код организации: от 1 до 24 строчных латинских букв и цифр`,
    `${shown(input)} is no organisation id: 1 to 24 small Latin letters and digits`,
  );
}
