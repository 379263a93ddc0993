import { deepFreeze, findNonJson, sortedJson, utf8Bytes } from '@letopis/core/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

class Sample {
  readonly a = 1;
}

const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe('plain JSON', () => {
  it('is what JSON gives back unchanged', () => {
    fc.assert(fc.property(json, (value) => findNonJson(value, 'data') === null));
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (value) => {
        if (findNonJson(value, 'data') !== null) return;
        expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      }),
    );
  });

  it('names the path of the first value that it cannot hold', () => {
    const bad: readonly unknown[] = [
      undefined,
      Number.NaN,
      Infinity,
      -0,
      1n,
      Symbol('s'),
      () => 1,
      new Date(0),
      new Map(),
      new Set(),
      /x/,
      new Sample(),
      'x\ud800',
      '\udc00',
      Object('boxed'),
      new Uint8Array(1),
    ];
    for (const value of bad) {
      expect(findNonJson(value, 'data')).toBe('data');
      expect(findNonJson({ a: [1, { b: value }] }, 'data')).toBe('data.a.1.b');
    }
    expect(findNonJson({ a: { 'x\ud800': 1 } }, 'data')).toBe('data.a');
    expect(findNonJson(Array(2), 'data')).toBe('data.0');
  });

  it('is sorted to one text, whatever the order of its keys', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([k, v]) => [k, shuffled(v)]),
      );
    };
    fc.assert(
      fc.property(json, (value) => {
        expect(sortedJson(shuffled(value))).toBe(sortedJson(value));
        expect(JSON.parse(sortedJson(value))).toEqual(value);
      }),
    );
    expect(sortedJson({ b: 1, a: [{ d: null, c: undefined }] })).toBe('{"a":[{"d":null}],"b":1}');
  });

  it('has its bytes counted as UTF-8', () => {
    const texts = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed());
    fc.assert(fc.property(texts, (text) => utf8Bytes(text) === Buffer.byteLength(text)));
    expect([...'x\u0080Ё\u07ff\u0800\u2028😀'].map(utf8Bytes)).toEqual([1, 2, 2, 2, 3, 3, 4]);
  });

  it('can be frozen through and through', () => {
    const value = deepFreeze({ a: [{ b: 1 }] });
    expect(() => Object.assign(value.a[0] ?? {}, { b: 2 })).toThrow(TypeError);
    expect(value).toEqual({ a: [{ b: 1 }] });
  });
});
