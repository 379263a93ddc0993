import type { CorrectionRules } from '../../regulation/rules.ts';

/**
 * Correction of a mark where a regulation is silent: digit, words and the signature of the teacher
 * who corrected, as R2 §2.3 has them; with a reason, and after the archive's acceptance by order.
 */
export const correction: CorrectionRules = {
  section: 'correction',
  signerOffices: ['teacher'],
  correctorSigns: true,
  wordsRequired: true,
  reasonRequired: true,
  positionRequired: false,
  replacedNamed: true,
  countersignOffices: null,
  orderAfterArchive: true,
  annulmentOffices: ['teacher', 'head'],
  annulmentReasonRequired: true,
};
