import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Edition } from '../regulation/rules.ts';
import type { Subject } from './subject.ts';

/* Which kinds of assessment are held where the state final attestation (ГИА) is taken. R5 §4.1. */

export const closedByStateFinal = refusal(
  'closed-by-state-final',
  (d: { module: string; kind: string; instead: string }) => ({
    ru: `${d.module} сдают на ГИА, вид ${d.kind} там не проводят: запишите ${d.instead}`,
    en: `${d.module} is taken at the state final attestation, not by ${d.kind}: use ${d.instead}`,
  }),
);

export const notAtStateFinal = refusal(
  'not-at-state-final',
  (d: { module: string; kind: string }) => ({
    ru: `${d.module} не сдают на ГИА, вид ${d.kind} здесь не проводят: назовите другой вид`,
    en: `${d.module} is not taken at the state final attestation: name another kind than ${d.kind}`,
  }),
);

/** What the state final attestation takes has no final assessment of its own. R5 §4.1. */
export function refuseUnlessMayBeHeld(
  { module, kind }: Pick<Subject, 'module' | 'kind'>,
  edition: Edition,
): Refusal | null {
  const { stateFinal } = edition.assessment;
  if (module === null || stateFinal === null) return null;
  if (module.stateFinal) {
    const instead = stateFinal.kind;
    return stateFinal.closes.includes(kind)
      ? closedByStateFinal({ module: module.id, kind, instead })
      : null;
  }
  return kind === stateFinal.kind ? notAtStateFinal({ module: module.id, kind }) : null;
}
