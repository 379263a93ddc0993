import type { EventStore } from '@letopis/core';
import type { ReaderOptions } from '@letopis/projections';
import { openReader, paperBehindReport } from '@letopis/projections';
import type { behindSchool } from '../domain/worlds/behind-school.ts';
import { viewsOf } from './contradictions.ts';

/* What the tests of paper behind the record share. */

export const TODAY = '2026-11-22';

export type School = Awaited<ReturnType<typeof behindSchool>>;

export const readerAt = async (store: EventStore, options: ReaderOptions = {}) =>
  openReader(await viewsOf({ store }), options);

/** The page of paper behind the record, on a day and as known then. */
export const behind = async ({ store }: Pick<School, 'store'>, on = TODAY, known?: string) =>
  paperBehindReport(await readerAt(store, { on, known }));
