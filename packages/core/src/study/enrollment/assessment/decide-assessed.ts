import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { retakeOfOther } from '../debt/refusals.ts';
import type { RetakeState } from '../facts/debt-state.ts';
import type { EnrollmentContext } from '../life/context.ts';
import type { RecordInput } from './commands.ts';
import type { Basis } from './decide-basis.ts';
import { checkBasis } from './decide-basis.ts';

interface BasisFor {
  readonly kind: string;
  readonly group: string;
  readonly granted: RetakeState | null;
}

/** What the result rests on; a retake before a commission on a protocol of that one. */
export function basisOf(
  { basis, assessor, on }: RecordInput,
  { kind, group, granted }: BasisFor,
  { programme, protocol }: EnrollmentContext,
  edition: Edition,
): Basis | null | Refusal {
  const commission = granted?.commission ?? null;
  const asked = {
    kind,
    group,
    on,
    programme: programme.id ?? '',
    programmeType: programme.programmeType,
    assessor: typeof assessor === 'string' ? assessor : null,
    retake: granted !== null,
    byCommission: commission !== null,
  };
  const read = checkBasis(basis, protocol, asked, edition);
  if (isRefusal(read) || commission === null) return read;
  const given = protocol?.commission.id ?? '';
  if (given === commission) return read;
  return retakeOfOther({ field: 'commission', given, granted: commission });
}
