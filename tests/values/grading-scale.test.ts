import {
  checkScale,
  fivePoint,
  fivePointTenths,
  gradingScale,
  hundredPoint,
  masteryLevels,
  passFail,
  pointsScale,
} from '@letopis/core/values';
import type { LevelsScale, ScaleLevel } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const ready = [fivePoint, passFail, hundredPoint, masteryLevels, fivePointTenths];
const level = (over: Partial<ScaleLevel>): ScaleLevel => ({
  value: '6',
  digits: '6',
  words: { ru: 'шесть', en: 'six' },
  label: { ru: 'превосходно', en: 'superb' },
  points: '6',
  passes: true,
  ...over,
});
const withLevel = (over: Partial<ScaleLevel>): LevelsScale => ({
  ...fivePoint,
  levels: [...fivePoint.levels, level(over)],
});
const problems = (scale: LevelsScale): readonly string[] => checkScale(scale).map((p) => p.en);

describe('the ready scales', () => {
  test.each(ready.map((scale) => [scale.id, scale] as const))(
    '%s has the shape of a scale, and its parts agree',
    (_, scale) => {
      expect(gradingScale.parse(scale)).toEqual(scale);
      expect(checkScale(scale)).toEqual([]);
    },
  );

  test('have ids of their own', () => {
    expect(ready.map((scale) => scale.id)).toEqual([
      'five-point',
      'pass-fail',
      'hundred-point',
      'mastery-levels',
      'five-point-tenths',
    ]);
  });
});

describe('the shape of a scale', () => {
  test('is strict: a misspelt field is refused, not dropped', () => {
    expect(gradingScale.safeParse({ ...hundredPoint, passAt: '50' }).success).toBe(false);
    expect(gradingScale.safeParse({ ...fivePoint, levels: [] }).success).toBe(false);
    expect(gradingScale.safeParse({ ...hundredPoint, step: '1,0' }).success).toBe(false);
    expect(gradingScale.safeParse({ ...hundredPoint, id: 'сто' }).success).toBe(false);
  });

  test('has a JSON Schema', () => {
    expect(JSON.stringify(z.toJSONSchema(gradingScale))).toContain('"passesAt"');
  });
});

describe('a scale of levels', () => {
  test('may share a label between levels, but no value, digits or words', () => {
    const good = { ru: 'отлично', en: 'excellent' };
    expect(problems(withLevel({ label: good }))).toEqual([]);
    expect(problems(withLevel({ value: '5', digits: null }))).toEqual(['"5" means both 5 and 5']);
    expect(problems(withLevel({ digits: '5' }))).toEqual(['"5" means both 5 and 6']);
    expect(problems(withLevel({ words: { ru: ' ПЯТЬ', en: 'six' } }))).toEqual([
      '" ПЯТЬ" means both 5 and 6',
    ]);
    expect(problems(withLevel({ label: { ru: 'пять', en: 'superb' } }))).toEqual([
      '"пять" means both 5 and 6',
    ]);
  });

  test('has some level that passes', () => {
    const levels = fivePoint.levels.map((one) => ({ ...one, passes: false }));
    expect(problems({ ...fivePoint, levels })).toEqual(['no level passes']);
  });
});

describe('a points scale', () => {
  const unspelled =
    'values have no words: they are spelled from 0 to 999999999 with up to 4 digits';
  const scale = { id: 'x', min: '0', max: '10', step: '1', passesAt: '4' };
  test.each([
    [{ max: '0' }, ['min 0 is not below max 0', 'passesAt 4 lies outside 0 to 0']],
    [{ step: '0' }, ['step 0 is not above 0']],
    [{ step: '-1' }, ['step -1 is not above 0']],
    [{ step: '3' }, ['no whole number of steps of 3 leads from 0 to 10']],
    [{ passesAt: '11' }, ['passesAt 11 lies outside 0 to 10']],
    [{ max: '10,0' }, ['10,0 is no canonical decimal']],
    [{ min: '-10' }, [unspelled]],
    [{ step: '0.00001' }, [unspelled]],
    [{ min: '0.5', max: '9.5', passesAt: '4' }, []],
  ])('with %j has the problems %j', (over, found) => {
    expect(checkScale(pointsScale({ ...scale, ...over })).map((p) => p.en)).toEqual(found);
  });

  test('is refused by its maker for a bad id', () => {
    expect(() => pointsScale({ ...scale, id: 'десять' })).toThrow('misuse');
  });
});
