import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { reportFiled } from '../../facts/events.ts';

/* State of a teacher's report (отчёт педагога), folded from `<org>.report-<report>`. D10. */

/** The event of a report's stream. */
export type ReportEvent = EventOf<typeof reportFiled>;

/** A report, as of the events folded so far. */
export interface ReportState {
  /** Null: not filed yet. */
  id: string | null;
}

/** Folds a report's stream. */
export const reportFold: Fold<ReportState, ReportEvent> = {
  kind: 'report',
  initial: () => ({ id: null }),
  evolve: (state, event) => {
    state.id = event.data.report;
  },
};
