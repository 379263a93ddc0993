import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'portfolio' } as const;

/** Digital bytes live outside the log; these fields are what they are checked by. */
export const portfolioContentShape = z.strictObject({
  /** Media type (RFC 6838): `image/jpeg`. */
  mediaType: text,
  sizeBytes: z.number(),
  /** SHA-256 of the bytes, 64 small hex digits. */
  sha256: text,
});

const item = {
  item: text,
  kind: text,
  /** `paper` or `digital`. */
  medium: text,
  /** Null for paper. */
  content: portfolioContentShape.nullable(),
  /** The commendation or the achievement that it shows; null: neither. */
  commendation: text.nullable(),
  achievement: text.nullable(),
  /** Who added it: an official, the learner, a representative. */
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
    /** Where the bytes or the paper lie: a file name may name the learner. */
    locator: personal(z.string(), ofLearner),
  }),
);

/** An item was put into a group's portfolio; its title names no learner. R1 §4/5.8.1, R5 §4.8. */
export const groupPortfolioItemAdded = eventType(
  'GroupPortfolioItemAdded',
  z.strictObject({ group: text, ...item, title: text, locator: text }),
);

/** An item left the portfolio: returned to its owner, or removed. */
export const portfolioItemRemoved = eventType(
  'PortfolioItemRemoved',
  z.strictObject({
    holder: z.strictObject({ kind: z.enum(['learner', 'group']), id: text }),
    item: text,
    /** By code of the regulation: `returned`, `replaced`, `damaged`, … */
    reason: text,
    removedBy: text,
    office: text,
    edition: z.number(),
  }),
);

/** The event types of a portfolio, for the codec. */
export const portfolioEvents = [
  portfolioItemAdded,
  groupPortfolioItemAdded,
  portfolioItemRemoved,
] as const;
