import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { signedFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { shortText } from '../../values/text.ts';

const about = z.union(
  [
    z.strictObject({ learner: identifier, group: identifier.nullable().default(null) }),
    z.strictObject({ group: identifier }),
    z.strictObject({ ofInstitution: z.literal(true) }),
  ],
  {
    error: complaint(
      'нужно { learner }, { group } или { ofInstitution: true }',
      'give { learner }, { group } or { ofInstitution: true }',
    ),
  },
);

/**
 * Records that an analytical note was written: about a learner, a group, or the organisation.
 * `signer` is its author, and `locator` says where the note itself is kept. Title and locator of a
 * note about a learner are personal data; those of another are stored in clear, so they must name
 * no learner. The command's id is the note's where `id` is left out. R1 §4/5.5.1, R4 §4.2.
 */
export const writeNote = command(
  'write-note',
  z.strictObject({
    id: identifier.optional(),
    about,
    title: shortText(300),
    locator: shortText(500),
    ...signedFields,
  }),
  ['title', 'locator'],
);

/** Records that somebody has read a note. `signer` is the reader. R4 §4.2. */
export const readNote = command('read-note', z.strictObject({ note: identifier, ...signedFields }));

/**
 * Annuls the writing or a reading of a note: it counts as if never entered. `entry` is the event id
 * that its command answered. `reason` is stored in clear, so it must name no person. RK 1.8.
 */
export const annulNoteEntry = commandNamingGround(
  'annul-note-entry',
  z.strictObject({ note: identifier, ...putRightFields }),
);

/** The parsed input of `write-note`. */
export type WriteNote = z.output<typeof writeNote.schema>;

/** The parsed input of `read-note`. */
export type ReadNote = z.output<typeof readNote.schema>;

/** The parsed input of `annul-note-entry`. */
export type AnnulNoteEntry = z.output<typeof annulNoteEntry.schema>;
