import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { Subject } from '../facts/assessment-questions.ts';
import { closedByStateFinal, notAtStateFinal } from './refusals.ts';

/**
 * Refuses `closed-by-state-final` where a module taken at the state final attestation (ГИА) is
 * assessed by a kind that this replaces, and `not-at-state-final` where another module is assessed
 * there. R5 §4.1.
 */
export function refuseUnlessFitsStateFinal(
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
