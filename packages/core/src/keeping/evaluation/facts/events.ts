import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { decimalText, text } from '../../../values/shape.ts';

/**
 * The value of a self-evaluation indicator was entered that cannot be computed from events of
 * learning (staff, science, finance, premises). In the report a later entry for the same indicator
 * replaces it; both stay in the history. P10, orders 462 and 1324.
 */
export const indicatorEntered = eventType(
  'IndicatorEntered',
  z.strictObject({
    year: text,
    /** Number of the annex of order 1324: `6`. */
    annex: text,
    /** Number of the indicator: `1.8`. */
    indicator: text,
    value: decimalText,
    /** Share in percent, or null where the indicator has none. */
    sharePercent: decimalText.nullable(),
    /** Source of the number. */
    source: text,
    edition: z.number(),
  }),
);

/**
 * The value of an indicator was annulled: it counts as if never entered, and the value entered
 * before it is in force again. `occurredOn` is its day. RK 1.8.
 */
export const indicatorEntryAnnulled = eventType(
  'IndicatorEntryAnnulled',
  z.strictObject({
    year: text,
    annex: text,
    indicator: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of a year's self-evaluation, for the codec. */
export const evaluationEvents = [indicatorEntered, indicatorEntryAnnulled] as const;
