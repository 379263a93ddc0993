import type { MarkedDays } from '@letopis/projections/reports';
import { shortDate } from '../kit/dates.ts';
import type { Cell, Column } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';

/**
 * The columns of a table of steps: day of effect, act, paper with its day, day of entry. The three
 * days are kept apart. RK 1.5.
 */
export function daysColumns({ say }: Labels): readonly Column[] {
  return [
    { key: 'effectOn', heading: say('effectOn'), widthMm: 24, align: 'center' },
    { key: 'act', heading: say('act'), names: true },
    { key: 'basis', heading: say('paperAndDay'), widthMm: 50 },
    { key: 'enteredOn', heading: say('enteredOn'), widthMm: 25, align: 'center' },
  ];
}

/** The day of entry; a late one says by how many days. */
export function enteredCell(
  { enteredOn, daysLate, isLate }: MarkedDays,
  events: readonly string[],
  { say }: Labels,
): Cell {
  const day = [{ text: shortDate(enteredOn) }];
  if (!isLate) return { lines: [day], events };
  const mark = [{ text: say('enteredLate', daysLate), as: 'strong' }] as const;
  return { lines: [day, mark], events, state: 'late' };
}
