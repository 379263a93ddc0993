import * as z from 'zod';
import type { MethodsMaker } from './acting/service.ts';
import { operationsOf } from './acting/service.ts';
import { coreServices } from './letopis.ts';

/** A JSON Schema, draft 2020-12. */
export type CommandSchema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON Schemas of the input of commands, by command name: for making forms, clients in other
 * languages and checks of mappings. A field with a default may be left out. The schemas contain no
 * rules that JSON Schema cannot express; those are checked when a command is decided.
 * @param services whose commands; by default the library's.
 *
 * @example
 * commandSchemas()['hold-lesson']?.required; // => ['group', 'module', 'topic', …]
 */
export function commandSchemas(
  services: Iterable<MethodsMaker> = Object.values(coreServices),
): Readonly<Record<string, CommandSchema>> {
  const schemas = operationsOf(services).map(({ command: { name, schema } }) => {
    // A check in code (a refinement) has no JSON Schema: it is left out and is no error.
    const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return [name, written] as const;
  });
  return Object.fromEntries(schemas);
}
