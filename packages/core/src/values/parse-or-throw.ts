import type * as z from 'zod';
import { LetopisError } from '../kernel/errors.ts';

/**
 * The parsed value, or the error `misuse` that names the path and the repair. For values that a
 * program's own code gives; what people enter is parsed by the command, which refuses it.
 *
 * @example
 * parseOrThrow(identifier, 'm-1'); // => 'm-1'
 */
export function parseOrThrow<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => {
    return path.length === 0 ? message : `${path.join('.')}: ${message}`;
  });
  throw new LetopisError('misuse', issues.join('; '), {}, parsed.error);
}
