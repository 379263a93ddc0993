import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { reportFiled } from '../../facts/events.ts';

/* Stream: `<org>.report-<id>`. A teacher's report (отчёт педагога). D10, R1 §4.2.2. */

/** The event of a report's stream. */
export type ReportEvent = EventOf<typeof reportFiled>;

/** Whether it was filed. */
export interface ReportState {
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
