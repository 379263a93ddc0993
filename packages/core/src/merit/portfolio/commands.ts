import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { officeField } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint, shown } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

const complain = (ru: string, en: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    complaint(`${shown(input)} ${ru}`, `${shown(input)} ${en}`),
});

const content = z.strictObject({
  mediaType: z
    .string()
    .regex(/^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,99}$/, complain('не тип данных', 'is no media type')),
  sizeBytes: z.int().min(0),
  sha256: z
    .string()
    .regex(
      /^[0-9a-f]{64}$/,
      complain('не SHA-256: 64 знака 0-9a-f', 'is no SHA-256: 64 of 0-9a-f'),
    ),
});

/** Schema of a portfolio's holder: a learner or a group. */
export const portfolioHolder = z.union(
  [z.strictObject({ learner: identifier }), z.strictObject({ group: identifier })],
  { error: complaint('нужно { learner } или { group }', 'give { learner } or { group }') },
);

/** Schema of who adds an item: an official by id, `learner`, or a representative of the learner. */
export const addedByGiven = z.union(
  [identifier, z.literal('learner'), z.strictObject({ representative: identifier })],
  {
    error: complaint(
      'нужен номер лица, «learner» или { representative }',
      'give the id of a person, "learner" or { representative }',
    ),
  },
);

/**
 * Adds an item to a portfolio. The command's id is the item's id where `item` is left out. A
 * digital item has `content` and a paper one has none; `locator` says where the bytes or the paper
 * are kept. `title` and `locator` of a learner's item are personal data. A group's are stored in
 * clear, so they must name no learner. D13.
 */
export const addPortfolioItem = command(
  'add-portfolio-item',
  z
    .strictObject({
      item: identifier.optional(),
      holder: portfolioHolder,
      title: shortText(300),
      kind: identifier,
      medium: z.enum(['paper', 'digital']),
      content: content.nullable().default(null),
      locator: shortText(500),
      commendation: identifier.nullable().default(null),
      achievement: identifier.nullable().default(null),
      contest: identifier.nullable().default(null),
      addedBy: addedByGiven,
      office: officeField,
      on: localDate,
    })
    .refine(({ medium, content: given }) => (medium === 'digital') === (given !== null), {
      path: ['content'],
      error: complaint(
        'у цифрового есть тип, размер и SHA-256, у бумажного их нет',
        'a digital item has media type, size and SHA-256, a paper one has none',
      ),
    }),
  ['title', 'locator'],
);

/**
 * Removes an item for a reason of the regulation. The event of its addition stays in the history.
 */
export const removePortfolioItem = command(
  'remove-portfolio-item',
  z.strictObject({
    holder: portfolioHolder,
    item: identifier,
    reason: identifier,
    removedBy: identifier,
    office: officeField,
    on: localDate,
  }),
);

/**
 * Annuls the adding or the removal of an item: it counts as if never entered. `entry` is the event
 * id that its command answered. D13, RK 1.8.
 */
export const annulPortfolioEntry = commandNamingGround(
  'annul-portfolio-entry',
  z.strictObject({ holder: portfolioHolder, ...putRightFields }),
  ['reason'],
);

/** The parsed input of `add-portfolio-item`. */
export type AddPortfolioItem = z.output<typeof addPortfolioItem.schema>;

/** The parsed input of `remove-portfolio-item`. */
export type RemovePortfolioItem = z.output<typeof removePortfolioItem.schema>;

/** The parsed input of `annul-portfolio-entry`. */
export type AnnulPortfolioEntry = z.output<typeof annulPortfolioEntry.schema>;

/** Whose portfolio it is: a learner's or a group's. */
export type PortfolioHolder = z.output<typeof portfolioHolder>;

/** The key of a holder's portfolio: `learner.l-1`, `group.m-1`. */
export function portfolioKey(holder: PortfolioHolder): readonly [string, string] {
  return 'learner' in holder ? ['learner', holder.learner] : ['group', holder.group];
}
