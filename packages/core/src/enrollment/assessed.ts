import { refuseUnlessInOffice } from '../acting/signer.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { Edition } from '../regulation/rules.ts';
import type { RecordInput } from './assessment.ts';
import type { Basis } from './basis.ts';
import { checkBasis } from './basis.ts';
import type { EnrollmentContext } from './context.ts';
import { scopeOf, officialOf } from './context.ts';
import { retakeOfOther } from './debt-refusals.ts';
import type { RetakeState } from './debt-state.ts';
import { notInRegulation } from './not-in-regulation.ts';
import type { Subject } from './subject.ts';
import { markOf } from './subject.ts';

/* What a recorded assessment says: who assessed, what came of it, what it rests on. D6, D8. */

export const platformMayNotAssess = refusal(
  'platform-may-not-assess',
  (d: { platform: string; edition: number }) => ({
    ru: `По редакции ${d.edition} платформа (${d.platform}) не оценивает: назовите лицо`,
    en: `By edition ${d.edition} a platform (${d.platform}) does not assess: name a person`,
  }),
);

export const assessorIsOutside = refusal(
  'assessor-is-outside',
  (d: { organisation: string; origin: string }) => ({
    ru: `${d.organisation} — внешняя организация, а происхождение ${d.origin}: назовите другое`,
    en: `${d.organisation} is an outside organisation, and the origin is ${d.origin}: change it`,
  }),
);

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

/** Who assessed: an official in an office that may, one who sat with a vote, a platform. */
export function readAssessor(
  { assessor, office, on, origin, basis }: RecordInput,
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
  // Who sat with a vote assesses by that seat: a commission takes people from outside too.
  if (basis?.kind === 'protocol' && context.protocol !== null) {
    return { kind: 'official', id: assessor } as const;
  }
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

/** What came of it: a mark on its scale, an absence, or not assessed. */
export function readResult(
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
