import * as z from 'zod';
import { eventType } from '../kernel/event-type.ts';
import { text } from '../values/shape.ts';

/**
 * Files came in from another system. The command ids of their rows derive from this event, so that
 * a second run over the same files has no second effect. D22, R4 §5.1-5.2.
 */
export const importReceived = eventType(
  'ImportReceived',
  z.strictObject({
    import: text,
    /** The system that the files come from. */
    source: text,
    files: z.array(
      z.strictObject({
        name: text,
        /** SHA-256 of its bytes, in hex. */
        sha256: text,
        bytes: z.number(),
        rows: z.number(),
      }),
    ),
  }),
);

export const importEvents = [importReceived] as const;
