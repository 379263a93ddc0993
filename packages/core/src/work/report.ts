import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { alreadyExists } from '../acting/exists.ts';
import type { WithId } from '../acting/on.ts';
import { refuseIfReversed } from '../acting/period.ts';
import { refuseUnlessInOffice } from '../acting/signer.ts';
import type { GroupState } from '../group/state.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { OfficialState } from '../official/state.ts';
import type { FileReport } from './commands.ts';
import { reportFiled } from './events.ts';
import { workCodeUnknown } from './refusals.ts';

/* Stream: `<org>.report-<id>`. A teacher's report (отчёт педагога). D10, R1 §4.2.2. */

/** The event of a report's stream. */
export type ReportEvent = EventOf<typeof reportFiled>;

/** Whether it was filed. */
export interface ReportState {
  id: string | null;
}

/** Folds a report's stream. */
export const reportDecider: Decider<ReportState, ReportEvent> = {
  kind: 'report',
  initial: () => ({ id: null }),
  evolve: (state, event) => {
    state.id = event.data.report;
  },
};

/** What filing a report needs from elsewhere. */
export interface ReportContext extends ActDay {
  readonly group: GroupState;
  readonly official: OfficialState;
}

/** Decides `file-report`. */
export function decideFileReport(
  state: ReportState,
  input: WithId<FileReport>,
  { edition, group, official }: ReportContext,
): Decision {
  const { id: report, kind, teacher, module, from, until, sheets, sha256, office, on } = input;
  if (state.id !== null) return alreadyExists({ kind: 'report', id: report });
  const { reportKinds, reportOffices: offices } = edition.works;
  const known = reportKinds.map((one) => one.id);
  if (!known.includes(kind)) return workCodeUnknown({ field: 'report', code: kind, known });
  const reversed = refuseIfReversed(from, until);
  if (reversed !== null) return reversed;
  if (until > on) return actOutOfOrder({ on, after: until });
  const scope = { programme: group.programme, group: input.group };
  const no = refuseUnlessInOffice(official, { person: teacher, office, on }, offices, scope);
  if (no !== null) return no;
  return [
    reportFiled.draft({
      occurredOn: on,
      refs: {
        programme: [group.programme],
        group: [input.group],
        module: module === null ? [] : [module],
        official: [teacher],
      },
      data: {
        report,
        kind,
        teacher,
        group: input.group,
        module,
        from,
        until,
        sheets,
        sha256,
        edition: edition.edition,
      },
    }),
  ];
}
