import * as z from 'zod';
import { bothLanguages, text } from '../../values/shape.ts';

/**
 * How long carriers are kept and how they are destroyed. The carriers name their own terms; what is
 * common to all of them stands here. D19, R1 §7.4, R2 §3.3-3.5, R3 §4.5, R4 §6.4, R5 §7.2.
 */
export const retentionRules = z.strictObject({
  section: z.literal('retention'),
  /** What a carrier's `startsAt` may name. */
  startRules: z.array(
    z.strictObject({
      id: text,
      title: bothLanguages,
      /** The day that begins it: `closing`, `departure`, `order`, `programme-end`. */
      from: text,
      /** Counted from 1 January of the year after that day (archives do), or from the next day. */
      counts: z.enum(['next-year', 'next-day']),
    }),
  ),
  /** Terms of the file plan, for carriers whose term is `file-plan`. R1 §7.4, R3 §4.5, R5 §7.2. */
  filePlan: z.array(
    z.strictObject({
      /** A carrier's `filePlanIndex`. */
      index: text,
      /** `exact`, `at-least`, `until-no-longer-needed` or `permanent`. */
      term: text,
      years: z.number().nullable(),
      startsAt: text.nullable(),
      /** Article of the list of terms that the file plan rests on. */
      article: text.nullable(),
    }),
  ),
  /** Kinds of record (the first word of their names) that a carrier's `records` holds facts of. */
  holdings: z.array(z.strictObject({ records: text, kinds: z.array(text) })),
  /** Offices that place and lift a hold. */
  holdOffices: z.array(text),
  /** Offices that decide that a carrier is no longer needed. R2 §3.5, R4 §6.4. */
  needOffices: z.array(text),
  /** Offices that draw up the act of selection for destruction. */
  selectionOffices: z.array(text),
  /** Who approves it, in this order: the expert commission, the head. */
  approvals: z.array(
    z.strictObject({
      id: text,
      title: bothLanguages,
      offices: z.array(text),
      /** Must a protocol with number and date be the ground? */
      protocolRequired: z.boolean(),
    }),
  ),
  /** Not before the inventories of permanent keeping of the same years are approved? */
  permanentListsFirst: z.boolean(),
  methods: z.array(z.strictObject({ id: text, title: bothLanguages })),
  /** Offices that sign for the destruction, and how many persons do. */
  destructionOffices: z.array(text),
  destroyersMin: z.number(),
  /** Offices that order the erasure of personal data. */
  erasureOffices: z.array(text),
  erasureReasons: z.array(z.strictObject({ id: text, title: bothLanguages })),
});
