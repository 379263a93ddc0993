import * as z from 'zod';
import type { Choice } from './choice.ts';
import type { AnyCommand } from './methods.ts';
import { named } from './named.ts';
import type { World } from './world.ts';

/* Input made from a command's own schema: every field of it, in its shape. */

interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
}

const shapes = new Map<string, Shape>();

function shapeOf(type: AnyCommand): Shape {
  const known = shapes.get(type.name);
  if (known !== undefined) return known;
  const shape = z.toJSONSchema(type.schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  shapes.set(type.name, shape);
  return shape;
}

/** Input in a command's shape, with ids and days that the history has. */
export function inputOf(type: AnyCommand, world: World, by: Choice): Record<string, unknown> {
  return made(shapeOf(type), '', world, by) as Record<string, unknown>;
}

function made(shape: Shape, field: string, world: World, by: Choice): unknown {
  if ('const' in shape) return shape.const;
  if (shape.enum !== undefined) return by.one(shape.enum);
  const options = shape.anyOf ?? shape.oneOf;
  if (options !== undefined) {
    const option = by.one(options) ?? {};
    return made(option, field, world, by);
  }
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(([name]) => shape.required?.includes(name) === true || by.percent(30))
          .map(([name, inner]) => [name, made(inner, name, world, by)]),
      );
    case 'array': {
      const length = (shape.minItems ?? 0) + by.below(2);
      return Array.from({ length }, () => made(shape.items ?? {}, field, world, by));
    }
    case 'boolean':
      return by.percent(50);
    case 'integer':
      return 1 + by.below(4);
    case 'number':
      return 1 + by.below(40);
    case 'string':
      return named(field, world, by);
    default:
      return null;
  }
}

/** The same input with one field made wrong: another id, nothing, a value of another shape. */
export function spoilt(
  input: Readonly<Record<string, unknown>>,
  world: World,
  by: Choice,
): Record<string, unknown> {
  const field = by.one(Object.keys(input));
  if (field === null) return { ...input };
  const { [field]: _, ...rest } = input;
  switch (by.below(5)) {
    case 0:
      return rest;
    case 1:
      return { ...rest, [field]: by.of<unknown>(null, '', 0, -1, [], {}, 'no such', '2026-02-30') };
    case 2:
      return { ...rest, [field]: by.one(world.ids(by.of('learner', 'enrollment', 'group'))) };
    default:
      return { ...rest, [field]: named(field, world, by) };
  }
}
