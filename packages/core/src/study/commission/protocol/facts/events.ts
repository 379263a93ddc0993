import * as z from 'zod';
import { eventType } from '../../../../kernel/event-type.ts';
import { text } from '../../../../values/shape.ts';

/** A protocol was numbered in the series of its year; `occurredOn` is the sitting's day. D8. */
export const protocolNumbered = eventType(
  'ProtocolNumbered',
  z.strictObject({
    protocol: text,
    commission: text,
    /** What has a series of its own: `organisation`, `kind` or `commission`. */
    per: text,
    /** The kind or commission; `all` for the organisation. */
    series: text,
    year: z.number(),
    /** From 1, without gaps. */
    number: z.number(),
    edition: z.number(),
  }),
);

/** Every event of a series of protocol numbers. */
export const protocolRegisterEvents = [protocolNumbered] as const;
