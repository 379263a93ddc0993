import type { Session, MethodsMaker } from '@letopis/core';
import { coreServices } from '@letopis/core';
import type { AnyOperation } from '@letopis/core/kernel';
import type * as z from 'zod';

/** A command type with any input. */
export type AnyCommand = Pick<AnyOperation['command'], 'name'> & { readonly schema: z.ZodType };
type AnyMethod = (...given: readonly unknown[]) => Promise<unknown>;

const makers: Readonly<Record<string, MethodsMaker>> = coreServices;

/** The services of one sender, as methods named `service.method`. */
export function methodsOf(session: Session): ReadonlyMap<string, AnyMethod> {
  return new Map(
    Object.entries(makers).flatMap(([service, make]) =>
      Object.entries(make(session)).map(
        ([name, method]) => [`${service}.${name}`, method as AnyMethod] as const,
      ),
    ),
  );
}

/** The methods that ask and send no command, so that nothing is appended. */
export const questions: readonly string[] = ['learners.find'];

/** Every other row of every service with the command that it takes; null where it names none. */
export function allMethods(): ReadonlyMap<string, AnyCommand | null> {
  const all = Object.entries(makers).flatMap(([service, { rows = {} }]) =>
    Object.entries(rows).map(([name, row]) => {
      const operation = typeof row === 'function' ? row.operation : row;
      return [`${service}.${name}`, operation?.command ?? null] as const;
    }),
  );
  return new Map(all.filter(([name, command]) => command !== null || !questions.includes(name)));
}
