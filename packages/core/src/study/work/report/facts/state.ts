import type { EntryFold, WithEntries } from '../../../../entry/fold.ts';
import { foldEntries } from '../../../../entry/fold.ts';
import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { reportAnnulled, reportFiled } from '../../facts/events.ts';

/* State of a teacher's report (отчёт педагога), folded from `<org>.report-<report>`. D10. */

/** The entry of a report's stream. */
export type ReportEntry = EventOf<typeof reportFiled>;

type ReportAnnulment = EventOf<typeof reportAnnulled>;

/** An event of a report's stream. */
export type ReportEvent = ReportEntry | ReportAnnulment;

/** What a report's entry that counts says. */
export interface ReportFacts {
  /** Null: not filed yet. */
  id: string | null;
}

/** A report, as of the events folded so far. */
export type ReportState = ReportFacts & WithEntries<ReportEntry>;

const reportFacts: EntryFold<ReportFacts, ReportEntry> = {
  kind: 'report',
  initial: () => ({ id: null }),
  evolve: (state, event) => {
    state.id = event.data.report;
  },
};

/** Folds a report's stream. */
export const reportFold: Fold<ReportState, ReportEvent> = foldEntries<
  ReportFacts,
  ReportEntry,
  ReportAnnulment
>(reportFacts, { type: 'ReportAnnulled' });
