import { codec, known } from '@letopis/core';
import { eventType } from '@letopis/core/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { paperPut, paperTaken, shelfCodec } from './shelf.ts';
import { EVENT_ID, ports, storedDraft, storedLine } from './stored.ts';

const v1 = eventType('LessonHeld', z.strictObject({ topic: z.string() }));
const v2 = v1.next(z.strictObject({ topic: z.string(), hours: z.number() }), (old) => ({
  ...old,
  hours: 1,
}));
const v3 = v2.next(z.strictObject({ title: z.string(), minutes: z.number() }), (old) => ({
  title: old.topic,
  minutes: old.hours * 45,
}));
const draft = (type: string, data: unknown) => ({ type, occurredOn: '2026-09-01', refs: {}, data });

describe('a codec', () => {
  it('brings data of every earlier version to the newest shape', () => {
    const lessons = codec([v3]);
    const topic = 'Охрана труда';
    const of = (schema: number, data: { [key: string]: string | number }) =>
      lessons.decode(storedLine('LessonHeld', schema, data));
    expect(of(1, { topic })).toMatchObject({
      schemaVersion: 1,
      data: { title: topic, minutes: 45 },
    });
    expect(of(2, { topic, hours: 2 })).toMatchObject({
      schemaVersion: 2,
      data: { title: topic, minutes: 90 },
    });
    expect(of(3, { title: topic, minutes: 5 }).data).toEqual({ title: topic, minutes: 5 });
  });

  it('writes the newest version', () => {
    const encoded = codec([v3]).encode(
      draft('LessonHeld', { title: 'a', minutes: 1 }),
      EVENT_ID,
      ports,
    );
    expect(encoded.schema).toBe(3);
    expect(() => codec([v3]).encode(draft('LessonHeld', { topic: 'a' }), EVENT_ID, ports)).toThrow(
      /^misuse: decide gave a LessonHeld of the wrong shape: title/,
    );
  });

  it('refuses a stored shape that its version does not have', () => {
    const shapes = [{}, { topic: 1 }, { topic: 'a', more: 1 }, { topic: 'a', hours: 1 }];
    for (const data of shapes) {
      expect(() => codec([v3]).decode(storedLine('LessonHeld', 1, data as never))).toThrow(
        /^undecodable-event: academy.x-1@0 is no LessonHeld of version 1/,
      );
    }
  });

  it('refuses a version newer than it knows', () => {
    expect(() =>
      codec([v2]).decode(storedLine('LessonHeld', 3, { title: 'a', minutes: 1 })),
    ).toThrow(
      expect.objectContaining({
        code: 'newer-event-version',
        fields: { stream: 'academy.x-1', revision: 0, type: 'LessonHeld' },
      }),
    );
  });

  it('refuses a type that it does not know, in both directions', () => {
    const unknown = expect.objectContaining({
      code: 'unknown-event-type',
      fields: { type: 'Gone' },
    });
    expect(() => shelfCodec.decode(storedLine('Gone', 1, {}))).toThrow(unknown);
    expect(() => shelfCodec.encode(draft('Gone', {}), EVENT_ID, ports)).toThrow(unknown);
  });

  it('is built from lists, and refuses two types of one name', () => {
    expect([...codec([v1], [paperPut, paperTaken]).types.keys()]).toEqual([
      'LessonHeld',
      'PaperPut',
      'PaperTaken',
    ]);
    expect(() => codec([v1], [v1])).not.toThrow();
    expect(() => codec([v1], [v2])).toThrow('misuse: two event types are named LessonHeld');
  });

  it('refuses data with fields that the schema does not have', () => {
    const wrong = draft('PaperTaken', { paper: 'p', more: 1 });
    expect(() => shelfCodec.encode(wrong, EVENT_ID, ports)).toThrow('misuse');
  });

  it('gives the envelope as it was stored, with refs never null', () => {
    const event = shelfCodec.decode(storedLine('PaperTaken', 1, { paper: 'p' }, { actor: 'u-2' }));
    expect(event).toEqual({
      id: EVENT_ID,
      type: 'PaperTaken',
      schemaVersion: 1,
      stream: 'academy.x-1',
      revision: 0,
      position: '1',
      occurredOn: '2026-09-01',
      recordedAt: '2026-09-01T08:00:00.000Z',
      actor: 'u-2',
      onBehalfOf: null,
      ground: null,
      commandId: EVENT_ID,
      commandDigest: '0'.repeat(32),
      causationId: null,
      refs: {},
      data: { paper: 'p' },
    });
  });

  it('decodes one frozen line once, and freezes what several readers share', () => {
    const stored = Object.freeze(storedLine('PaperTaken', 1, { paper: 'p' }));
    const event = shelfCodec.decode(stored);
    expect(shelfCodec.decode(stored)).toBe(event);
    expect(() => Object.assign(event.data, { paper: 'q' })).toThrow(TypeError);
  });

  it('exports the shape of every version as JSON Schema', () => {
    const schemas = codec([v3], [paperPut]).jsonSchemas();
    expect(schemas['LessonHeld']).toHaveLength(3);
    expect(schemas['LessonHeld']?.[0]).toMatchObject({
      type: 'object',
      properties: { topic: { type: 'string' } },
      required: ['topic'],
      additionalProperties: false,
    });
    expect(JSON.parse(JSON.stringify(schemas))).toEqual(schemas);
    expect(JSON.stringify(schemas['PaperPut'])).toContain('"erased"');
    expect(JSON.stringify(schemas['PaperPut'])).toContain('"personal":{"subject":');
  });

  it('gives back what was put in, whatever JSON it is', () => {
    const any = codec([eventType('Any', z.strictObject({ held: z.json() }))]);
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (raw) => {
        fc.pre(!JSON.stringify(raw).includes('__proto__')); // zod's records leave that key out
        const held = JSON.parse(JSON.stringify(raw)) as never;
        const data = { held };
        expect(any.decode(storedDraft(any, draft('Any', data))).data).toEqual(data);
      }),
    );
  });
});

const of = (data: unknown) => storedDraft(shelfCodec, draft('PaperPut', data));

describe('personal values in a codec', () => {
  const full = { paper: 'p', learner: 'l-1', owner: known('Ильина Анна') };

  it('lie beside the line, never in it, and come back', () => {
    const stored = of(full);
    expect(stored.line).not.toContain('Ильина');
    expect(JSON.parse(stored.line)).toMatchObject({ sealed: { owner: { key: null } } });
    expect(JSON.parse(stored.line)).toHaveProperty('data', { paper: 'p', learner: 'l-1' });
    expect(shelfCodec.decode(stored).data).toEqual(full);
  });

  it('leave the caller’s data as it was', () => {
    const data = structuredClone(full);
    const encoded = shelfCodec.encode(draft('PaperPut', data), EVENT_ID, ports);
    expect(data).toEqual(full);
    expect(encoded.whole).toEqual(full);
  });

  it('are erased where their place was emptied', () => {
    const event = shelfCodec.decode({ ...of(full), beside: 'emptied' });
    expect(event.data).toEqual({ ...full, owner: { erased: true } });
  });

  it('are corrupt where they are missing and were not emptied', () => {
    for (const beside of [null, {}, { other: { nonce: '', value: '1' } }]) {
      expect(() => shelfCodec.decode({ ...of(full), beside })).toThrow(
        expect.objectContaining({
          code: 'corrupt',
          fields: { stream: 'academy.x-1', path: 'owner' },
        }),
      );
    }
  });

  it('may be left out where the schema allows it, and then nothing is sealed', () => {
    const stored = of({ paper: 'p', learner: 'l-1' });
    expect(stored.beside).toBeNull();
    expect(JSON.parse(stored.line)).toHaveProperty('sealed', null);
    expect(shelfCodec.decode({ ...stored, beside: null }).data).toEqual({
      paper: 'p',
      learner: 'l-1',
    });
  });

  it('cannot be recorded as erased', () => {
    expect(() => of({ ...full, owner: { erased: true } })).toThrow('misuse');
  });

  it('are sealed with a nonce of their own: equal values give different commitments', () => {
    const hashes = [1, 2, 3].map(() => {
      const { sealed } = shelfCodec.encode(draft('PaperPut', full), EVENT_ID, ports);
      return sealed?.['owner']?.hash;
    });
    expect(new Set(hashes).size).toBe(3);
  });
});
