import { coreServices } from '@letopis/core';
import { operationsOf } from '@letopis/core/kernel';
import type { Called } from './page.ts';

/** The methods of the library's services, each with the command that it sends. */
export function calledMethods(): readonly Called[] {
  return Object.entries(coreServices).flatMap(([service, { rows }]) =>
    Object.entries(rows).flatMap(([method, row]) =>
      operationsOf([Object.assign(() => ({}), { rows: { [method]: row } })]).map(({ command }) => ({
        call: `school.${service}.${method}`,
        command: command.name,
      })),
    ),
  );
}
