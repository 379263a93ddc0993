import type { EventType, RecordedEvent } from '@letopis/core/kernel';
import * as fc from 'fast-check';
import * as z from 'zod';

/* Events made from the stored shapes of their types, as a fold could meet them. */

interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly additionalProperties?: Shape | boolean;
}

const days = fc.integer({ min: 1, max: 28 }).map((n) => `2026-09-${String(n).padStart(2, '0')}`);
const ids = fc.constantFrom('e-0', 'e-1', 'e-2', 'e-3');
const words = fc.oneof(ids, days);
/** Ends of a range of blanks: text of digits, as every command that writes one asks. */
const serials = fc.integer({ min: 1, max: 9 }).map((n) => String(n).padStart(4, '0'));

function valueOf(shape: Shape): fc.Arbitrary<unknown> {
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const options = shape.anyOf ?? shape.oneOf;
  if (options !== undefined) return fc.oneof(...options.map(valueOf));
  switch (shape.type) {
    case 'object':
      return objectOf(shape);
    case 'array':
      return fc.array(valueOf(shape.items ?? {}), { maxLength: 2 });
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: 1, max: 4 });
    case 'string':
      return words;
    default:
      return fc.constant(null);
  }
}

function objectOf({ properties = {}, required = [], additionalProperties }: Shape) {
  if (typeof additionalProperties === 'object') {
    return fc.dictionary(ids, valueOf(additionalProperties), { maxKeys: 2 });
  }
  const fields = Object.entries(properties).map(([name, inner]) => {
    const serial = 'series' in properties && (name === 'from' || name === 'to');
    return [name, serial ? serials : valueOf(inner)] as const;
  });
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

/** Recorded events of these types in a stream of one kind, each with any day and any data. */
export function recordedEvents(
  kind: string,
  types: readonly EventType[],
): fc.Arbitrary<RecordedEvent> {
  return fc.oneof(...types.map((type) => recordedEvent(kind, type)));
}

function recordedEvent(kind: string, { type, schemas, version }: EventType) {
  const schema = schemas.at(-1) ?? z.never();
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  const refs = fc.dictionary(
    fc.constantFrom('learner', 'enrollment', 'group', 'official', 'document', 'file'),
    fc.array(ids, { maxLength: 2 }),
    { maxKeys: 3 },
  );
  return fc
    .record({ id: ids, occurredOn: days, refs, data: valueOf(shape), revision: fc.nat(9) })
    .map(
      (made) =>
        ({
          ...made,
          type,
          schema: version,
          stream: `house.${kind}-x`,
          recordedAt: '2026-10-01T09:00:00.000Z',
          actor: 'u-1',
          onBehalfOf: null,
          ground: null,
          commandId: 'c-1',
          commandDigest: '',
          causationId: null,
        }) as unknown as RecordedEvent,
    );
}
