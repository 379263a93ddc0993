import type * as z from 'zod';
import { refuseUnlessInOffice } from '../../../acting/signer.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { retakeOfOther } from '../debt/refusals.ts';
import type { resultShape } from '../facts/assessment-events.ts';
import type { Subject } from '../facts/assessment-questions.ts';
import { markOf } from '../facts/assessment-questions.ts';
import type { RetakeState } from '../facts/debt-state.ts';
import { officialOf, scopeOf } from '../facts/questions.ts';
import { notInRegulation } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import type { RecordInput } from './commands.ts';
import type { Basis } from './decide-basis.ts';
import { checkBasis } from './decide-basis.ts';
import { assessorIsOutside, platformMayNotAssess } from './refusals.ts';

/** The result as the event stores it. */
export type ResultGiven = z.infer<typeof resultShape>;

/* What a recorded result says: who assessed, what came of it, what it rests on. D6, D8. */

/**
 * Who assessed, as the event stores it: an official in an office that may assess, a voting member
 * of the commission whose protocol is the basis, a platform, or an outside organisation. Refuses
 * `platform-may-not-assess`, `assessor-is-outside`, and as `signAs` does. D6.
 */
export function assessorOf(
  { assessor, office, on, origin }: RecordInput,
  group: string,
  edition: Edition,
  context: EnrollmentContext,
) {
  if (typeof assessor !== 'string') {
    if ('platform' in assessor) {
      const { platform } = assessor;
      if (edition.assessment.platformMayAssess) return { kind: 'platform', id: platform } as const;
      return platformMayNotAssess({ platform, edition: edition.edition });
    }
    const { organisation } = assessor;
    if (origin !== 'internal') return { kind: 'organisation', id: organisation } as const;
    return assessorIsOutside({ organisation, origin });
  }
  // A voting member of the commission needs no office here: a commission has outside members too.
  if (context.protocol !== null) return { kind: 'official', id: assessor } as const;
  const offices = edition.assessment.assessorOffices;
  const asked = { person: assessor, office, on };
  const no = refuseUnlessInOffice(
    officialOf(context, assessor),
    asked,
    offices,
    scopeOf(context, group),
  );
  return no ?? ({ kind: 'official', id: assessor } as const);
}

/**
 * The result as the event stores it: a mark on its scale, an absence, or not assessed. Refuses
 * `not-in-regulation` for an unknown reason, and as `markOf` does. D6.
 */
export function resultOf(
  input: RecordInput,
  subject: Subject,
  edition: Edition,
  { programme }: EnrollmentContext,
) {
  const { value, outcome, reason = null } = input;
  if (outcome === 'not-assessed') {
    const known = edition.assessment.notAssessedReasons.map((one) => one.id);
    if (reason !== null && known.includes(reason)) return { outcome, reason } as const;
    return notInRegulation({ field: 'reason', value: reason ?? '—', known });
  }
  if (outcome === 'absent') {
    const known = edition.lessons.attendanceCodes.map((one) => one.code);
    if (reason === null || known.includes(reason)) return { outcome, reason } as const;
    return notInRegulation({ field: 'reason', value: reason, known });
  }
  const asked = { module: subject.module?.id ?? null, scale: input.scale };
  const mark = markOf(asked, value ?? '', input.on, edition, programme);
  return isRefusal(mark) ? mark : ({ outcome: 'mark', mark } as const);
}

/**
 * The basis of a result as the event stores it. Where a retake was granted before a commission, the
 * basis must be a protocol of that commission. Refuses `retake-of-other`, and as `checkBasis` does.
 * D8.
 */
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

interface BasisFor {
  readonly kind: string;
  readonly group: string;
  readonly granted: RetakeState | null;
}
