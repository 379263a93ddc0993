import type { NamedRefs } from '../kernel/authorise.ts';
import type { Named, NamedKind, Place } from './named-fields.ts';
import { namedIn } from './named-fields.ts';

/**
 * The ids that a command names, by kind, in the order in which they stand in it.
 *
 * @example
 * namedRefs('start-study', { enrollment: 'l-1.mentor.1' });
 * // => { enrollment: ['l-1.mentor.1'], learner: ['l-1'], programme: ['mentor'] }
 */
export function namedRefs(command: string, input: unknown): NamedRefs {
  const found = new Map<NamedKind, Set<string>>();
  const add = (kind: NamedKind, id: string): void => {
    const ids = found.get(kind) ?? new Set();
    found.set(kind, ids.add(id));
  };
  for (const { place, text } of textsIn(command, input)) {
    const named = namedIn(place);
    if (named === null || named === undefined) continue;
    for (const [kind, id] of idsOf(named, text)) add(kind, id);
  }
  return Object.fromEntries([...found].map(([kind, ids]) => [kind, [...ids]]));
}

/** Every text of a command with its place; an input is at most 32 levels deep. SEC 13. */
function* textsIn(
  command: string,
  value: unknown,
  path: readonly string[] = [],
  beside: Place['beside'] = {},
): Generator<{ readonly place: Place; readonly text: string }> {
  if (typeof value === 'string') {
    yield { place: { command, path, beside }, text: value };
  } else if (Array.isArray(value)) {
    for (const one of value) yield* textsIn(command, one, path, beside);
  } else if (typeof value === 'object' && value !== null) {
    const object = value as Place['beside'];
    for (const [field, one] of Object.entries(object)) {
      yield* textsIn(command, one, [...path, field], object);
    }
  }
}

type Pairs = readonly (readonly [NamedKind, string])[];

/** An id with those that it names itself. */
function idsOf(named: Named, id: string): Pairs {
  const [first = '', second = ''] = id.split('.');
  switch (named) {
    case 'enrollment':
      return [
        ['enrollment', id],
        ['learner', first],
        ['programme', second],
      ];
    case 'journal':
      return [
        ['journal', id],
        ['group', first],
        ['module', second],
      ];
    case 'file':
      return [
        ['file', id],
        ['learner', first],
      ];
    case 'document':
      return id.includes('.')
        ? [
            ['document', id],
            ['register', `${first}.${second}`],
          ]
        : [['document', id]];
    case 'protocol':
      return [['commission', first]];
    case 'record':
      return recordNamed(id);
    case 'place':
      return recordNamed(id.slice(id.indexOf('.') + 1, id.lastIndexOf('@')));
    case 'learner-or-representative':
      return id === 'learner' ? [] : [['representative', id]];
    case 'official':
      return id === 'learner' ? [] : [['official', id]];
    default:
      return [[named, id]];
  }
}

/** The kinds of record whose key is an id of the kind, or of several kinds that it says. */
const RECORDS: ReadonlySet<string> = new Set([
  'learner',
  'enrollment',
  'journal',
  'file',
  'register',
  'commission',
] satisfies NamedKind[]);

/** A record is named by the kind and the key of its stream: `file-l-1.1`. */
function recordNamed(record: string): Pairs {
  const at = record.indexOf('-');
  const [kind, key] = [record.slice(0, at), record.slice(at + 1)];
  return RECORDS.has(kind) ? idsOf(kind as NamedKind, key) : [];
}
