import type { EventStore, ViewStore } from '@letopis/core';
import { codec, coreEvents } from '@letopis/core';
import type { GroupOutcomes } from '@letopis/projections';
import { openReader, openViews, outcomesReport } from '@letopis/projections';
import { catalogue, outcomes, personalFile } from '@letopis/projections/views';
import { presentations } from './facts.ts';
import type { ImportTally } from './import.ts';
import { ORGANISATION } from './import.ts';
import type { Tables } from './rows.ts';

export interface PresentationSummary {
  readonly module: string;
  readonly presentation: string;
  readonly enrollments: number;
  readonly pass: number;
  readonly distinction: number;
  readonly fail: number;
  readonly withdrawn: number;
  readonly marks: number;
  /** Mean of the marks, rounded to two places; null where there are none. */
  readonly meanMark: number | null;
}

/** What the import prints, and writes to a file. */
export interface Summary {
  readonly rows: Readonly<
    Record<'courses' | 'assessments' | 'learners' | 'enrollments' | 'results', number>
  >;
  readonly accepted: Readonly<Record<'enrollments' | 'marks' | 'credits' | 'notAssessed', number>>;
  readonly rejected: { readonly total: number; readonly byCode: Readonly<Record<string, number>> };
  /** Read from the projections, not from the files. */
  readonly outcomes: Readonly<Record<'Pass' | 'Distinction' | 'Fail' | 'Withdrawn', number>>;
  readonly presentations: readonly PresentationSummary[];
  readonly events: number;
  readonly seconds: number;
  readonly peakMemoryMb: number;
}

export async function summarise(
  store: EventStore,
  viewStore: ViewStore,
  tables: Tables,
  tally: ImportTally,
  startedAt: number,
): Promise<Summary> {
  const read = await readPresentations(store, viewStore, tables);
  const sum = (key: 'pass' | 'distinction' | 'fail' | 'withdrawn'): number =>
    read.reduce((total, presentation) => total + presentation[key], 0);
  const byCode: Record<string, number> = {};
  for (const { code } of tally.rejects) byCode[code] = (byCode[code] ?? 0) + 1;
  return {
    rows: {
      courses: tables.courses.length,
      assessments: tables.assessments.length,
      learners: tables.learners.length,
      enrollments: tables.registrations.length,
      results: tables.results.length,
    },
    accepted: {
      enrollments: tally.enrollments,
      marks: tally.marks,
      credits: tally.credits,
      notAssessed: tally.notAssessed,
    },
    rejected: { total: tally.rejects.length, byCode },
    outcomes: {
      Pass: sum('pass'),
      Distinction: sum('distinction'),
      Fail: sum('fail'),
      Withdrawn: sum('withdrawn'),
    },
    presentations: read,
    events: await countEvents(store),
    seconds: Number(((performance.now() - startedAt) / 1000).toFixed(1)),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

async function countEvents(store: EventStore): Promise<number> {
  let events = 0;
  for await (const { lines } of store.readAll('')) events += lines.length;
  return events;
}

async function readPresentations(
  store: EventStore,
  viewStore: ViewStore,
  tables: Tables,
): Promise<readonly PresentationSummary[]> {
  const views = await openViews(store, viewStore, [catalogue, outcomes, personalFile], {
    codec: codec(coreEvents),
    streamPrefix: `${ORGANISATION}.`,
  });
  const atLeast = await store.head();
  const reader = await openReader(views, { atLeast });
  const found: PresentationSummary[] = [];
  for (const { group, module, presentation } of presentations(tables).values()) {
    const page = await outcomesReport(reader, { group });
    found.push({ module, presentation, ...countsOf(page) });
  }
  return found;
}

function countsOf(page: GroupOutcomes): Omit<PresentationSummary, 'module' | 'presentation'> {
  const { enrollments, completed, honours, discharged, dischargedBy, marksWithPoints } = page;
  const distinction = Object.values(honours).reduce((total, one) => total + one, 0);
  const fail = dischargedBy['not-completed'] ?? 0;
  return {
    enrollments,
    pass: completed - distinction,
    distinction,
    fail,
    withdrawn: discharged - fail,
    marks: marksWithPoints,
    meanMark: page.meanMark === null ? null : Number(page.meanMark),
  };
}

const number = (value: number): string => value.toLocaleString('en');

/** The summary as text for people. */
export function summaryText(summary: Summary): string {
  const line = (title: string, record: Readonly<Record<string, number>>): string =>
    `${title.padEnd(10)} ${Object.entries(record)
      .map(([key, value]) => `${key} ${number(value)}`)
      .join(' · ')}`;
  const { rows, accepted, rejected, presentations: list } = summary;
  const shown = list.map((p) =>
    [
      `${p.module} ${p.presentation}`.padEnd(10),
      ...[p.enrollments, p.pass, p.distinction, p.fail, p.withdrawn, p.marks].map((n) =>
        number(n).padStart(11),
      ),
      (p.meanMark?.toFixed(2) ?? '–').padStart(9),
    ].join(' '),
  );
  const head = ['enrollments', 'pass', 'distinction', 'fail', 'withdrawn', 'marks'];
  return [
    line('rows', rows),
    line('accepted', accepted),
    line('rejected', { total: rejected.total, ...rejected.byCode }),
    line('outcomes', summary.outcomes),
    '',
    `${' '.repeat(10)} ${head.map((title) => title.padStart(11)).join(' ')} mean mark`,
    ...shown,
    '',
    `${number(summary.events)} events, ${summary.seconds} s, ` +
      `${summary.peakMemoryMb} MB at the peak`,
  ].join('\n');
}
