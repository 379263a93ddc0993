import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareShapes, shapesKept, shapesNow } from '../../tools/shapes/shape-files.ts';

const root = join(import.meta.dirname, '../..');

describe('the shapes of stored events', () => {
  const kept = shapesKept(root);
  const { changed, added } = compareShapes(kept, shapesNow());

  test('of each version stay as they were written down: a change is a new version', () => {
    expect(changed).toEqual([]);
  });

  test('are written down for each version of each type', () => {
    expect(added, 'run `pnpm shapes`').toEqual([]);
  });

  test('mark the personal fields', () => {
    expect(JSON.stringify(kept['LearnerRegistered'])).toContain('"personal":{"subject":"learner"');
  });
});

describe('comparing shapes', () => {
  const one = { type: 'object', properties: { day: { type: 'string' } } };
  const two = { type: 'object', properties: { day: { type: 'number' } } };

  test('finds nothing where all is as it was', () => {
    expect(compareShapes({ Lent: [one] }, { Lent: [one] })).toEqual({ changed: [], added: [] });
  });

  test('finds a version that was changed, whatever came after it', () => {
    const { changed } = compareShapes({ Lent: [one] }, { Lent: [two, one] });
    expect(changed).toEqual(['Lent v1']);
  });

  test('finds a field that is personal no more', () => {
    const day = { type: 'string', personal: { subject: 'learner', purpose: 'health' } };
    const personal = { ...one, properties: { day } };
    expect(compareShapes({ Lent: [personal] }, { Lent: [one] }).changed).toEqual(['Lent v1']);
  });

  test('finds a type that is gone', () => {
    expect(compareShapes({ Lent: [one] }, {}).changed).toEqual(['Lent v1']);
  });

  test('finds a new type and a new version', () => {
    const { changed, added } = compareShapes({ Lent: [one] }, { Lent: [one, two], Back: [one] });
    expect(changed).toEqual([]);
    expect(added).toEqual(['Lent', 'Back']);
  });
});
