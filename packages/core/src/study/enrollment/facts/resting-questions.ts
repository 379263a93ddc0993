import type { RestingFact } from '../../../entry/refusals.ts';
import type { EnrollmentState } from './state.ts';

/* Which results rest on facts of other streams, which are not annulled before them. RK 1.8. */

type Results = Pick<EnrollmentState, 'results'>;

/** The results that count and were credited on the decision about an application. */
export const creditedBy = ({ results }: Results, decision: string): readonly RestingFact[] =>
  [...results.values()]
    .filter((one) => one.decision === decision && one.annulledOn === null)
    .map(({ event, on }) => ({ type: 'ResultCredited', id: event, on }));

/** The results that count and are based on an achievement or a commendation. */
export const basedOn = (
  { results }: Results,
  kind: 'achievement' | 'commendation',
  id: string,
): readonly RestingFact[] =>
  [...results.values()]
    .filter(({ basis, annulledOn }) => basis?.kind === kind && basis.id === id && !annulledOn)
    .map(({ event, on }) => ({ type: 'AssessmentRecorded', id: event, on }));
