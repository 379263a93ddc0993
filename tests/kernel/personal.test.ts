import { codec, known, valueOr } from '@letopis/core';
import { eventType, personal, personalPaths } from '@letopis/core/kernel';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { storedDraft } from './stored.ts';

const name = personal(z.string(), { subject: 'learner', purpose: 'identification' });
const learner = z.string();
const paths = (schema: z.ZodType): readonly string[] =>
  personalPaths(schema).map(({ path }) => path.join('.'));

function refusesToDeclare(schema: z.ZodType): boolean {
  try {
    eventType('X', schema);
  } catch (error) {
    return error instanceof TypeError && error.message.includes('no fixed path');
  }
  return false;
}

describe('a personal field', () => {
  it('is found wherever it has a fixed path', () => {
    const schema = z.strictObject({
      learner,
      name,
      contact: z.strictObject({ kind: z.string(), phone: name.nullable() }),
      guardian: z.strictObject({ name }).optional(),
      deep: z.strictObject({ a: z.strictObject({ b: z.strictObject({ c: name.optional() }) }) }),
    });
    expect(paths(schema)).toEqual(['name', 'contact.phone', 'guardian.name', 'deep.a.b.c']);
  });

  it('keeps its mark when the schema around it is composed anew', () => {
    const base = z.strictObject({ learner, name });
    const composed = [
      base.extend({ more: z.string() }),
      base.refine(() => true),
      base.readonly(),
      base.optional(),
      base.nullable(),
      base.describe('x'),
      base.meta({ id: 'x' }),
      base.pick({ learner: true, name: true }),
      base.omit({}),
      base.required(),
      z.strictObject({ ...base.shape, more: z.string() }),
      z.strictObject({ learner, name: name.optional().nullable().readonly() }),
    ];
    for (const [index, schema] of composed.entries()) {
      expect([index, ...paths(schema)]).toEqual([index, 'name']);
    }
    expect(paths(base.partial())).toEqual(['name']);
  });

  it('keeps its mark when the field itself is described or refined', () => {
    const fields = [name.describe('ФИО'), name.meta({ title: 'ФИО' }), name.refine(() => true)];
    for (const [index, field] of fields.entries()) {
      const schema = z.strictObject({ learner, name: field });
      expect([index, ...paths(schema)]).toEqual([index, 'name']);
    }
  });

  it('carries its subject and its purpose', () => {
    const schema = z.strictObject({
      who: z.strictObject({ id: z.string() }),
      reason: personal(z.string(), { subject: 'who.id', purpose: 'assessment' }),
    });
    expect(personalPaths(schema)).toEqual([
      { path: ['reason'], subject: 'who.id', purpose: 'assessment' },
    ]);
  });

  it('is refused where it has no fixed path', () => {
    const loose = [
      z.array(name),
      z.record(z.string(), name),
      z.tuple([name]),
      z.union([z.null(), name]),
      z.array(z.strictObject({ name })),
      z.discriminatedUnion('k', [z.strictObject({ k: z.literal(1), name })]),
      z.intersection(z.object({ name }), z.object({})),
      z.map(z.string(), name),
      z.set(name),
      z.lazy(() => name),
      z.tuple([z.string()], name),
      name.default({ value: '' }),
      name.catch({ value: '' }),
      z.object({}).catchall(name),
      z.promise(name),
    ];
    for (const [index, field] of loose.entries()) {
      const schema = z.strictObject({ learner, field });
      expect([index, refusesToDeclare(schema)]).toEqual([index, true]);
    }
  });

  it('is refused when its subject is not in the event', () => {
    expect(() => eventType('X', z.strictObject({ name }))).toThrow('no subject at learner');
    const wrong = personal(z.string(), { subject: 'learner.id', purpose: 'x' });
    expect(() => eventType('X', z.strictObject({ learner, wrong }))).toThrow('no subject');
  });

  it('is a value or erased, nothing else', () => {
    for (const bad of [
      'x',
      null,
      {},
      { value: 1 },
      { erased: false },
      { value: 'x', erased: true },
    ]) {
      expect([bad, name.safeParse(bad).success]).toEqual([bad, false]);
    }
    expect(name.parse({ value: 'x' })).toEqual(known('x'));
    expect(name.parse({ erased: true })).toEqual({ erased: true });
    expect([valueOr(known('x'), '—'), valueOr({ erased: true }, '—')]).toEqual(['x', '—']);
  });

  it('stands in nested objects of a stored event too', () => {
    const schema = z.strictObject({
      learner,
      contact: z.strictObject({ kind: z.string(), phone: name }),
    });
    const nested = codec([eventType('Called', schema)]);
    const data = { learner: 'l-1', contact: { kind: 'mobile', phone: known('+7 900') } };
    const stored = storedDraft(nested, {
      type: 'Called',
      occurredOn: '2026-09-01',
      refs: {},
      data,
    });
    expect(stored.line).not.toContain('+7 900');
    expect(nested.decode(stored).data).toEqual(data);
    const emptied = nested.decode({ ...stored, beside: 'emptied' }).data;
    expect(emptied).toEqual({ ...data, contact: { kind: 'mobile', phone: { erased: true } } });
  });
});
