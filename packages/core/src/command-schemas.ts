import * as z from 'zod';
import type { MethodsMaker } from './acting/service.ts';
import { operationsOf } from './acting/service.ts';
import { coreServices } from './letopis.ts';

/** A schema of JSON Schema, draft 2020-12. */
export type CommandSchema = z.core.JSONSchema.BaseSchema;

/**
 * The commands of services as JSON Schemas of what a sender writes, by command name: what a form, a
 * client in another language or a checker of mappings is made from. A field with a default may be
 * left out. Rules that no schema can say are the decisions' and are not in it.
 * @param services those of the library, unless others are given.
 *
 * @example
 * commandSchemas()['hold-lesson']?.required; // => ['group', 'module', 'topic', …]
 */
export function commandSchemas(
  services: Iterable<MethodsMaker> = Object.values(coreServices),
): Readonly<Record<string, CommandSchema>> {
  const schemas = operationsOf(services).map(({ command: { name, schema } }) => {
    // What a schema cannot say (a refinement by code) is left open, never an error.
    const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return [name, written] as const;
  });
  return Object.fromEntries(schemas);
}
