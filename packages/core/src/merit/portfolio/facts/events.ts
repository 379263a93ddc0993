import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'portfolio' } as const;

/** How the bytes of a digital item are checked. The bytes themselves are stored outside the log. */
export const portfolioContentShape = z.strictObject({
  /** Media type (RFC 6838): `image/jpeg`. */
  mediaType: text,
  sizeBytes: z.number(),
  /** SHA-256 of the bytes in 64 lower-case hexadecimal digits. */
  sha256: text,
});

const item = {
  item: text,
  kind: text,
  /** `paper` or `digital`. */
  medium: text,
  /** Null for paper. */
  content: portfolioContentShape.nullable(),
  /** Id of the commendation or the achievement that the item shows, or null. */
  commendation: text.nullable(),
  achievement: text.nullable(),
  /** Id of the copy of the contest's protocol that the item is; absent: none. R3 §3.4. */
  contest: text.optional(),
  /** Who added the item. */
  addedBy: z.strictObject({ kind: z.enum(['official', 'learner', 'representative']), id: text }),
  edition: z.number(),
} as const;

/** An item was put into a learner's portfolio. D13, R1 §4/5.8, R3 §3.4, R5 §4.8-4.9. */
export const portfolioItemAdded = eventType(
  'PortfolioItemAdded',
  z.strictObject({
    learner: text,
    ...item,
    title: personal(z.string(), ofLearner),
    /** Where the bytes or the paper are kept: personal, for a file name may name the learner. */
    locator: personal(z.string(), ofLearner),
  }),
);

/** An item was put into a group's portfolio; its title names no learner. R1 §4/5.8.1, R5 §4.8. */
export const groupPortfolioItemAdded = eventType(
  'GroupPortfolioItemAdded',
  z.strictObject({ group: text, ...item, title: text, locator: text }),
);

/** An item was removed from the portfolio: returned to its owner, or taken out. */
export const portfolioItemRemoved = eventType(
  'PortfolioItemRemoved',
  z.strictObject({
    holder: z.strictObject({ kind: z.enum(['learner', 'group']), id: text }),
    item: text,
    /** Code of a reason in the regulation: `returned`, `replaced`, `damaged`, … */
    reason: text,
    removedBy: text,
    office: text,
    edition: z.number(),
  }),
);

const annulment = {
  item: text,
  /** The copy of a protocol that the item was, so that its page shows it. */
  contest: text.optional(),
  ...annulmentShape,
} as const;

/**
 * The adding of an item to a learner's portfolio, or its removal, was annulled: it counts as if
 * never entered. `occurredOn` is its day. RK 1.8.
 */
export const portfolioEntryAnnulled = eventType(
  'PortfolioEntryAnnulled',
  z.strictObject({
    learner: text,
    ...annulment,
    reason: personal(z.string(), ofLearner).optional(),
  }),
);

/** The same of a group's portfolio. RK 1.8. */
export const groupPortfolioEntryAnnulled = eventType(
  'GroupPortfolioEntryAnnulled',
  z.strictObject({
    group: text,
    ...annulment,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of a portfolio, for the codec. */
export const portfolioEvents = [
  portfolioItemAdded,
  groupPortfolioItemAdded,
  portfolioItemRemoved,
  portfolioEntryAnnulled,
  groupPortfolioEntryAnnulled,
] as const;
