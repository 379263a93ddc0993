import type { ActContext } from '../../../acting/context.ts';
import type { WithId } from '../../../acting/default-id.ts';
import { alreadyExists } from '../../../acting/exists.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../../acting/putting-right.ts';
import { refuseUnlessInOffice } from '../../../acting/signer.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { actOutOfOrder, refuseIfReversed } from '../../../values/day-order.ts';
import { reportAnnulled, reportFiled } from '../facts/events.ts';
import { workCodeUnknown } from '../facts/unknown.ts';
import type { AnnulReport, FileReport } from './commands.ts';
import type { ReportContext } from './context.ts';
import type { ReportState } from './facts/state.ts';

/**
 * Decides `file-report`. Refuses `already-exists`, `work-code-unknown`, `period-reversed`,
 * `act-out-of-order` before its last day, and as `signAs` does for the teacher. D10, R1 §4.2.2.
 */
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

/** Decides `annul-report`. Refuses as `findPutRight` does. D10, RK 1.8. */
export function decideAnnulReport(
  state: ReportState,
  input: AnnulReport,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const asked = { act: 'annul-report', of: input.report, orderRequired: false, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { report } = found.entry.event.data;
  return [
    reportAnnulled.draft({
      ...annulmentPlace(found),
      data: {
        report,
        ...annulmentData(found, context, null),
        reason: input.reason ?? null,
      },
    }),
  ];
}
