import { order } from '@letopis/core';
import type { ContradictionsOf } from '@letopis/projections';
import { contradictionsReport } from '@letopis/projections';
import type { Academy } from '../domain/worlds/academy.ts';
import type { YearSchool } from '../domain/worlds/year-school.ts';
import { pupil } from '../domain/worlds/year-school.ts';
import { readerOver } from './school-reader.ts';

/* What the tests of contradictions share. */

/** A reader over the views of an academy, on a day. */
export const readerOf = ({ store }: Pick<Academy, 'store'>, on: string | null = null) =>
  readerOver(store, { on });

/** The page of contradictions, as of now. */
export const pageOf = async (academy: Pick<Academy, 'store'>, of: ContradictionsOf = {}) =>
  contradictionsReport(await readerOf(academy), of);

/** Each line: its kind, its day, and both facts by type, the one that was entered first first. */
export async function linesOf(academy: Pick<Academy, 'store'>, of: ContradictionsOf = {}) {
  const { lines } = await pageOf(academy, of);
  return lines.map(({ kind, day, standing, later }) => [kind, day, standing.type, later.type]);
}

/** Family education from 1 October. */
export const family = {
  enrollment: pupil,
  aspect: 'education',
  form: 'family',
  on: '2026-10-01',
  ground: order('12-уч', '2026-09-28'),
} as const;

/** A lesson of 10 November in group 10А. */
export const lesson = {
  group: '10a',
  module: 'algebra',
  topic: 'Т1',
  hours: 1,
  teacher: 'p-9',
  on: '2026-11-10',
} as const;

/** Records a current mark of the pupil in algebra. */
export const current = ({ assessments }: YearSchool, on = '2026-11-10') =>
  assessments.record({
    enrollment: pupil,
    module: 'algebra',
    kind: 'current',
    value: '4',
    on,
    assessor: 'p-9',
  });
