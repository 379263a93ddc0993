import type * as z from 'zod';
import type { Session } from '../../../acting/session.ts';
import { refuseUnlessInOffice } from '../../../acting/signer.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { readRestsOn } from '../../../merit/achievement/facts/reading.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { creditFold } from '../../credit/facts/state.ts';
import type { Subject } from '../facts/assessment-questions.ts';
import { markOf } from '../facts/assessment-questions.ts';
import { officialOf, scopeOf, studyOn } from '../facts/questions.ts';
import { enrollmentFold } from '../facts/state.ts';
import { notInRegulation } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { readContext } from '../life/context.ts';
import type { RecordInput, creditResult } from './commands.ts';
import { assessorIsOutside, platformMayNotAssess } from './refusals.ts';

/** Who assessed: an official in an office that may, one who sat with a vote, a platform. */
export function assessorOf(
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

/** Reads what recording a result needs: who assessed, and what the result rests on. */
export async function readRecording(
  session: Session,
  input: RecordInput,
): Promise<EnrollmentContext | Refusal> {
  const { enrollment, assessor, basis } = input;
  const persons = typeof assessor === 'string' ? [assessor] : [];
  const group = await readPlannedGroup(session, input);
  const read = await readContext(session, { enrollment, persons, basis, group });
  return isRefusal(read) ? read : { ...read, restsOn: await readRestsOn(session, input) };
}

/** Reads what crediting a result needs: who decided, and the decision that it rests on. */
export async function readCrediting(
  session: Session,
  input: z.output<typeof creditResult.schema>,
): Promise<EnrollmentContext | Refusal> {
  const { enrollment, decidedBy, decision } = input;
  const group = await readPlannedGroup(session, input);
  const read = await readContext(session, { enrollment, persons: [decidedBy], group });
  if (decision === null || isRefusal(read)) return read;
  return { ...read, credit: (await session.load(creditFold, decision)).state };
}

interface Placed {
  readonly enrollment: string;
  readonly on: string;
  readonly planned?: string | undefined;
}

/** The group of the day, read only for a planned assessment: its plan is the group's. */
async function readPlannedGroup(session: Session, input: Placed): Promise<string | null> {
  if (input.planned === undefined) return null;
  const { state } = await session.load(enrollmentFold, input.enrollment);
  return studyOn(state, input.on).group;
}
