import { must } from '@letopis/core';
import { carrierFold, isKept } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { journalPage, openReader, openViews } from '@letopis/projections';
import { catalogue, journal, people, presence } from '@letopis/projections/views';
import { openMemoryViews } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import {
  adopted,
  expectArchivedInBothMedia,
  mark,
  schoolUnder,
  signSheetsOf,
} from '../worlds/clauses-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

describe('R2 at work', () => {
  test('R2 §1.3: kept on paper, and in electronic form where the head decides so', async () => {
    const school = await schoolUnder(r2);
    const sheets = await signSheetsOf(school, ['lesson-journal', 'electronic-records']);
    expect(must(sheets[0]!).firstSheet).toBe(1);
    expectRefused(sheets[1]!, 'carrier-not-paper', 'electronic-records');
    const decision = { carrier: 'electronic-records', decidedBy: 'p-1', on: '2026-10-01' };
    must(await school.carriers.decide({ ...decision, keep: true }));
    const { state } = await school.session.load(carrierFold, 'electronic-records');
    expect(['2026-09-30', '2026-10-01'].map((day) => isKept(state, day))).toEqual([false, true]);
  });

  test('R2 §1.7, §3.1: the archive takes what is on paper and what is electronic', () =>
    expectArchivedInBothMedia(r2));

  test('R2 §2.3: the journal shows current, interim and final assessment', async () => {
    const { assessments, store, handler } = await schoolUnder(r2);
    must(await assessments.record(mark));
    must(await assessments.record({ ...mark, kind: 'interim', form: 'test', on: '2026-11-01' }));
    must(await assessments.record({ ...mark, kind: 'final', form: 'exam', on: '2026-11-20' }));
    const views = await openViews(
      store,
      openMemoryViews(),
      [catalogue, people, journal, presence],
      {
        codec: handler.codec,
        streamPrefix: 'academy.',
      },
    );
    const page = await journalPage(await openReader(views), { group: 'm-1', module: 'safety' });
    const kinds = page.columns.map((column) => ('kind' in column ? column.kind : null));
    expect(kinds).toEqual(['current', 'interim', 'final']);
    expect(page.rows[0]?.cells.map(({ results }) => results.length)).toEqual([1, 1, 1]);
  });

  test('R2 §4.1: it is in force from the day on which the director approves it', async () => {
    const approvedBy = { person: 'p-1', office: 'head', on: '2025-02-20' };
    const { on } = await adopted(r2, { approvedBy }, '2025-02-20');
    expect([await on('2025-02-19'), await on('2025-02-20')]).toEqual([null, 1]);
  });
});
