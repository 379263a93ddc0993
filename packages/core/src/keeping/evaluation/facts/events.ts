import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { decimalText, text } from '../../../values/shape.ts';

/**
 * The value of a self-evaluation indicator that no event of learning answers (staff, science,
 * finance, premises) was entered as a fact. A later entry for the same indicator replaces it in the
 * report; both stay. P10, orders 462 and 1324.
 */
export const indicatorEntered = eventType(
  'IndicatorEntered',
  z.strictObject({
    year: text,
    /** Annex of order 1324: `6`. */
    annex: text,
    /** Number of the indicator: `1.8`. */
    indicator: text,
    value: decimalText,
    /** Share in percent, where the indicator has one. */
    sharePercent: decimalText.nullable(),
    /** Where the number comes from. */
    source: text,
    edition: z.number(),
  }),
);

/** The event types of a year's self-evaluation, for the codec. */
export const evaluationEvents = [indicatorEntered] as const;
