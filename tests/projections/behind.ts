import { paperBehindReport } from '@letopis/projections';
import type { behindSchool } from '../domain/worlds/behind-school.ts';
import { readerOver } from './school-reader.ts';

/* What the tests of paper behind the record share. */

export const TODAY = '2026-11-22';

export type School = Awaited<ReturnType<typeof behindSchool>>;

/** The page of paper behind the record, on a day and as known then. */
export const behind = async ({ store }: Pick<School, 'store'>, on = TODAY, known?: string) =>
  paperBehindReport(await readerOver(store, { on, known }));
