import type { NewEvent } from '@letopis/core/kernel';
import { jsonCopy, lineFields, NO_STREAM, prepareAppend, chainLines } from '@letopis/core/kernel';
import { openMemory } from '@letopis/store-memory';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = '0190b6a0-0000-7000-8000-000000000001';
const event = (data: NewEvent['data']): NewEvent => ({
  id,
  type: 'Noted',
  schema: 1,
  occurredOn: '2025-09-01',
  actor: 'u-1',
  onBehalfOf: null,
  ground: { kind: 'order', number: '1-од', date: null },
  commandId: id,
  commandDigest: '0123456789abcdef0123456789abcdef',
  causationId: null,
  refs: { learner: ['l-1'] },
  data,
  sealed: null,
});

const stream = 'academy.sample-1';
const { ports } = openMemory();
const object = fc.dictionary(
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ noUnicodeString: false }),
);

describe('an event that a store keeps', () => {
  it('is written as its line, byte by byte', () => {
    fc.assert(
      fc.property(object, (given) => {
        const data = JSON.parse(JSON.stringify(given)) as NewEvent['data'];
        const [item] = prepareAppend(stream, [{ event: event(data) }], -1, true);
        if (item === undefined || item.event === null) throw new Error('nothing is kept');
        const [sealed] = chainLines([item.parts], NO_STREAM, '', ports);
        if (sealed === undefined) throw new Error('nothing is sealed');
        expect(JSON.stringify(lineFields(stream, item.event, sealed))).toBe(sealed.line);
      }),
    );
  });

  it('does not change with what it was made of', () => {
    const data = { marks: [{ value: '5' }] };
    const [item] = prepareAppend(stream, [{ event: event(data) }], -1, true);
    data.marks.push({ value: '2' });
    Object.assign(data.marks[0] ?? {}, { value: '3' });
    expect(item?.event?.data).toEqual({ marks: [{ value: '5' }] });
  });

  it('is refused by the same path as one that is not kept', () => {
    for (const data of [{ at: [{ day: new Date(0) }] }, { hours: Number.NaN }, { a: undefined }]) {
      const prepare = (keeps: boolean) => () =>
        prepareAppend(stream, [{ event: event(data as never) }], -1, keeps);
      expect(prepare(true)).toThrow(expect.objectContaining({ code: 'invalid-append' }));
      const said = (keeps: boolean): unknown => {
        try {
          return prepare(keeps)();
        } catch (error) {
          return (error as { readonly fields: unknown }).fields;
        }
      };
      expect(said(true)).toEqual(said(false));
    }
  });

  it('holds a key that would set a prototype as any other', () => {
    const copy = jsonCopy(JSON.parse('{"__proto__":{"a":1}}'));
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":1}}');
  });
});
