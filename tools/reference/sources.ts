import { commandSchemas } from '@letopis/core/commands';
import { calledMethods } from '../map/called.ts';
import type { Sources } from '../sources/sources.ts';
import type { CommandSources } from './commands-page.ts';
import { fieldComments } from './field-comments.ts';
import type { Schema } from './schema-words.ts';

/** Reads all that the pages of commands are made from. */
export function commandSources(sources: Sources): CommandSources {
  return {
    called: calledMethods(),
    methods: sources.methods(),
    schemas: commandSchemas() as Readonly<Record<string, Schema>>,
    comments: fieldComments(sources.root, sources.commands()),
    codes: new Set(sources.refusals().map(({ code }) => code)),
  };
}
