import type { Ground } from '@letopis/core';
import { coreServices } from '@letopis/core';
import type { AnyOperation, MethodsMaker } from '@letopis/core/kernel';

const makers: Readonly<Record<string, MethodsMaker>> = coreServices;

/** Does the method send a command that may rest on a ground of its sender? */
const takesGround = (row: AnyOperation | { readonly operation?: AnyOperation }): boolean => {
  const operation = 'operation' in row ? row.operation : row;
  return operation !== undefined && 'command' in operation && !operation.command.namesGround;
};

/**
 * One ground for every method that may take one: for worlds whose tests are not about grounds. An
 * application gives each act its own; so does here what puts an entry right.
 */
export const everywhere = (ground: Ground) =>
  Object.fromEntries(
    Object.entries(makers).map(([service, { rows = {} }]) => [
      service,
      Object.fromEntries(
        Object.entries(rows).flatMap(([method, row]) =>
          takesGround(row) ? [[method, ground]] : [],
        ),
      ),
    ]),
  );
