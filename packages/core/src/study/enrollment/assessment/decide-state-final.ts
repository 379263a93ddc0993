import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { Subject } from '../facts/assessment-questions.ts';
import { closedByStateFinal, notAtStateFinal } from './refusals.ts';

/** What the state final attestation takes has no final assessment of its own. R5 §4.1. */
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
