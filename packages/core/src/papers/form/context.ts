import type * as z from 'zod';
import type { Receipt } from '../../acting/receipt.ts';
import type { Operation } from '../../acting/service.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import { LetopisError } from '../../kernel/errors.ts';
import { knowsCommand } from '../../kernel/fold-cache.ts';
import type { Refusal, Result } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { deriveId } from '../../kernel/uuid.ts';
import type { DayAndEdition } from '../../rules/regulation/facts/reading.ts';
import { readDay } from '../../rules/regulation/facts/reading.ts';
import type { approveForm, approveForms } from './commands.ts';
import { decideApproveForm } from './decide.ts';
import { readApprovals } from './facts/reading.ts';
import { formFold } from './facts/state.ts';

/** The receipt of approvals by one order: the last one, and which event approved which form. */
export interface FormsReceipt extends Receipt {
  readonly approved: readonly { readonly form: string; readonly eventId: string }[];
}

type Approval = z.output<typeof approveForm.schema>;
type Approvals = ReceivedCommand<z.output<typeof approveForms.schema>>;
type Approving = Pick<Operation<Approval, z.input<typeof approveForm.schema>, Receipt>, 'run'>;

/**
 * Carries out `approve-forms` by the operation that approves one. All approvals are decided before
 * the first is stored. Each goes into the stream of its form under an id that is derived from the
 * command's, so that a command sent again after an interruption approves the rest, and gives the
 * same receipt. Throws `command-id-reused` where the id approved other forms.
 */
export const approveEach =
  ({ run }: Approving) =>
  async (session: Session, command: Approvals): Promise<Result<FormsReceipt>> => {
    const { forms, on } = command.input;
    const { hash } = session.handler.store.ports;
    const idAt = (place: string): string => deriveId(command.id, place, hash);
    const last = forms.length - 1;
    const each = forms.map((one, at) => ({ ...one, on, id: idAt(at < last ? `${at}` : LAST) }));
    const approvedBy = await readApprovals(session);
    const reused = each.some(({ form, id }) => (approvedBy(id) ?? form) !== form);
    if (reused || approvedBy(idAt(`${last}`)) !== undefined) throw idReused(command.id);
    const refused = await refuseUnlessApprovable(session, each, command);
    if (refused !== null) return { ok: false, refusal: refused };
    const approved: FormsReceipt['approved'][number][] = [];
    let done: Receipt = { eventId: '', stream: '', revision: 0, position: '' };
    for (const { id: commandId, ...one } of each) {
      const answer = await run(session, { ...one, commandId, ground: command.sender.ground });
      if (!answer.ok) return answer;
      done = answer.value;
      approved.push({ form: one.form, eventId: done.eventId });
    }
    return { ok: true, value: { ...done, approved } };
  };

/**
 * What the id of the last approval is derived from, and those before it from their places: the last
 * one tells that a command was carried out in whole, and with how many forms.
 */
const LAST = 'last';

const idReused = (commandId: string): LetopisError =>
  new LetopisError(
    'command-id-reused',
    `${commandId} approved other forms already; give each command its own id`,
    { commandId },
  );

/** Refuses as the decisions on the approvals do, save those that were stored before. */
async function refuseUnlessApprovable(
  session: Session,
  approvals: readonly (Approval & { readonly id: string })[],
  command: Approvals,
): Promise<Refusal | null> {
  let day: DayAndEdition | Refusal | null = null;
  for (const { id, ...approval } of approvals) {
    const { state, commands } = await session.load(formFold, approval.form);
    if (knowsCommand({ commands }, id)) continue;
    day ??= await readDay(session, approval.on);
    if (isRefusal(day)) return day;
    const decided = decideApproveForm(state, approval, day, command);
    if (isRefusal(decided)) return decided;
  }
  return null;
}
