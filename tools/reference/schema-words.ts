/** The part of a JSON Schema that the pages of the reference read. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
}

/** Patterns of values that have a name, by how each of them begins. */
const NAMED: readonly (readonly [begins: string, name: string])[] = [
  ['^[A-Za-z0-9_-]{1,48}$', 'id'],
  ['^[A-Za-z0-9_-]{1,48}\\.[A-Za-z0-9_-]{1,48}\\.[1-9]', 'enrollment id'],
  ['^(?:enrollment|journal)-', 'record name'],
  ['^(?:(?:19|20|21)\\d\\d-(?:', 'day'],
  ['^(?:19|20|21)\\d\\d$', 'year'],
  ['^(?!-0$)-?', 'decimal'],
  ['^[0-9a-f]{64}$', 'SHA-256, hex'],
];

/** How deep an object within an object is still written out. */
const DEPTH_MAX = 2;

/**
 * What a field takes, in a few words: `list of id, at most 300`, `day or null`.
 *
 * @example
 * inWords({ type: 'array', items: { type: 'boolean' }, maxItems: 5 }); // => 'list of yes or no, …'
 */
export function inWords(schema: Schema, depth = 0): string {
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) {
    return [...new Set(either.map((one) => inWords(one, depth)))].join(' or ');
  }
  if ('const' in schema) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) {
    return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  }
  switch (schema.type) {
    case 'string':
      return textInWords(schema);
    case 'boolean':
      return 'yes or no';
    case 'integer':
    case 'number':
      return numberInWords(schema);
    case 'array':
      return `list of ${inWords(schema.items ?? {}, depth)}${countInWords(schema)}`;
    case 'object':
      return depth < DEPTH_MAX ? objectInWords(schema, depth) : 'object';
    case 'null':
      return 'null';
    default:
      return 'any value';
  }
}

function textInWords({ pattern = '', maxLength }: Schema): string {
  const named = NAMED.find(([begins]) =>
    begins.endsWith('$') ? pattern === begins : pattern.startsWith(begins),
  );
  if (named !== undefined) return named[1];
  return maxLength === undefined ? 'text' : `text, at most ${maxLength} characters`;
}

const unbounded = (bound: number | undefined): boolean =>
  bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER;

function numberInWords({ type, minimum, maximum, exclusiveMinimum }: Schema): string {
  const bounds = [
    exclusiveMinimum === undefined ? '' : ` over ${exclusiveMinimum}`,
    unbounded(minimum) ? '' : ` from ${minimum}`,
    unbounded(maximum) ? '' : ` to ${maximum}`,
  ];
  return `${type === 'integer' ? 'whole number' : 'number'}${bounds.join('')}`;
}

function countInWords({ minItems, maxItems }: Schema): string {
  const least = minItems === undefined ? [] : [`at least ${minItems}`];
  const most = maxItems === undefined ? [] : [`at most ${maxItems}`];
  return [...least, ...most].map((bound) => `, ${bound}`).join('');
}

function objectInWords({ properties = {}, required = [] }: Schema, depth: number): string {
  const fields = Object.entries(properties).map(([name, field]) => {
    const mark = required.includes(name) ? '' : '?';
    return `\`${name}${mark}\` ${inWords(field, depth + 1)}`;
  });
  return fields.length === 0 ? 'object' : `{ ${fields.join('; ')} }`;
}
