import type { Called } from '../map/page.ts';
import type { DeclaredMethod } from '../sources/sources.ts';
import type { FieldComments } from './field-comments.ts';
import type { Schema } from './schema-words.ts';
import { inWords } from './schema-words.ts';

/** What the page is made from. */
export interface CommandSources {
  readonly called: readonly Called[];
  readonly methods: readonly DeclaredMethod[];
  /** JSON Schemas of the commands, by name. */
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly comments: FieldComments;
  /** Codes of all refusals. */
  readonly codes: ReadonlySet<string>;
}

/** The page of all methods: command, fields, what each does and refuses. */
export function commandsPage(sources: CommandSources): string {
  const services = Map.groupBy(sources.called, ({ call }) => call.split('.').slice(0, 2).join('.'));
  const parts = [...services].map(([service, methods]) =>
    [`## ${service}\n`, ...methods.map((one) => methodPart(one, sources))].join('\n'),
  );
  return [TOP, ...parts].join('\n');
}

const TOP = `# Methods and commands

Every method of an application’s services, called on \`school\` as \`letopis(…).as(…)\`
gives it. Each takes one command as plain JSON and answers \`{ ok: true, value }\` or \`{
ok: false, refusal }\`. Beside its own fields every command may carry \`commandId\` (a UUID
v7, kept across retries) and \`ground\` (the paper it rests on). Input of the wrong shape is
refused as \`invalid-input\`. \`commandSchemas()\` gives the same as JSON Schema.
`;

function methodPart({ call, command }: Called, sources: CommandSources): string {
  const comment = sources.methods.find((one) => one.command === command)?.comment ?? '';
  return [
    `### ${call}\n`,
    `Command \`${command}\`.\n`,
    `${linked(comment, sources.codes)}\n`,
    fieldTable(sources.schemas[command] ?? {}, sources.comments.get(command) ?? new Map()),
  ].join('\n');
}

function fieldTable(schema: Schema, comments: ReadonlyMap<string, string>): string {
  const forms = schema.anyOf ?? schema.oneOf ?? [schema];
  const fields = new Map<string, { readonly takes: Set<string>; needed: boolean }>();
  for (const { properties = {}, required = [] } of forms) {
    for (const [name, field] of Object.entries(properties)) {
      const known = fields.get(name) ?? { takes: new Set<string>(), needed: true };
      known.takes.add(inWords(field));
      known.needed &&= required.includes(name);
      fields.set(name, known);
    }
  }
  if (fields.size === 0) return 'It takes no fields of its own.\n';
  const rows = [...fields].map(([name, { takes, needed }]) => {
    const words = [...takes].join(' or ').replaceAll('|', '\\|');
    return `| \`${name}\` | ${needed ? 'yes' : ''} | ${words} | ${comments.get(name) ?? ''} |`;
  });
  return ['| field | needed | takes | |', '|---|---|---|---|', ...rows, ''].join('\n');
}

/** The comment of a row, with its refusals as links. */
function linked(comment: string, codes: ReadonlySet<string>): string {
  return comment
    .replaceAll('\nRefuses', '\n\nRefuses')
    .replaceAll(/`([a-z]+(?:-[a-z]+)*)`/g, (text, code: string) =>
      codes.has(code) ? `[${text}](refusals.md)` : text,
    );
}

/** Refusals that a row names and that no source declares, as `school.debts.raise: code`. */
export function unknownCodes({ called, methods, codes }: CommandSources): readonly string[] {
  return called.flatMap(({ call, command }) => {
    const comment = methods.find((one) => one.command === command)?.comment ?? '';
    const [, named = ''] = /\bRefuses ([\s\S]*?)\.(?:\s|$)/.exec(comment) ?? [];
    return [...named.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)]
      .map(([, code = '']) => code)
      .filter((code) => !codes.has(code))
      .map((code) => `${call}: ${code}`);
  });
}
