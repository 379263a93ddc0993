import * as z from 'zod';
import type { GradingScale } from '../../../values/grading-scale.ts';
import { checkScale, gradingScale } from '../../../values/grading-scale.ts';
import {
  fivePoint,
  fivePointTenths,
  hundredPoint,
  masteryLevels,
  passFail,
} from '../../../values/scales.ts';
import { bothLanguages, decimalText, text } from '../../../values/shape.ts';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById } from './kit/titled.ts';

const scaleShape = z.discriminatedUnion('kind', [
  z.strictObject({
    id: text,
    kind: z.literal('levels'),
    title: bothLanguages,
    levels: z.array(
      z.strictObject({
        value: text,
        digits: text.nullable(),
        words: bothLanguages,
        label: bothLanguages,
        points: decimalText.nullable(),
        passes: z.boolean(),
      }),
    ),
  }),
  z.strictObject({
    id: text,
    kind: z.literal('points'),
    title: bothLanguages,
    min: decimalText,
    max: decimalText,
    step: decimalText,
    passesAt: decimalText,
  }),
]);

/** The grading scales that programmes may use, and who chooses among them. D2, R3 §1.5. */
export const scales = section({
  name: 'scales',
  event: 'ScaleRulesSet',
  fields: {
    /** The scales, each id once. */
    scales: field.custom(
      z.array(scaleShape),
      z.array(gradingScale).min(1).max(50),
      [],
      (list, at) => field.repeated(list.map(field.idOf), at),
    ),
    /** Who chooses a module's scale: the `programme`, or the `teacher` in it (R3 §1.5). */
    chosenBy: field.oneOf(['programme', 'teacher']),
  },
  default: {
    scales: storedScales(fivePoint, passFail, hundredPoint, masteryLevels, fivePointTenths),
    chosenBy: 'programme',
  },
  disagreements: (rules) => rules.scales.flatMap((one) => checkScale(one)),
  titles: (rules) => ({ scales: titlesById(rules.scales) }),
});

/** The rules of the section `scales`. */
export type ScaleRules = z.infer<typeof scales.stored>;

/** Converts grading scales to the shape in which an edition stores them. */
export function storedScales(...list: readonly GradingScale[]): z.infer<typeof scaleShape>[] {
  return list.map((scale) =>
    scale.kind === 'levels' ? { ...scale, levels: scale.levels.map((one) => ({ ...one })) } : scale,
  );
}
