import type { LocalisedText } from '../../kernel/refusal.ts';
import type { RuleBook } from '../rules.ts';

/** The series of all registers whose numbers run through the organisation as a whole. */
export const ORGANISATION_SERIES = 'organisation';

/**
 * What does not fit together in the section on documents: every register, blank and kind of
 * assessment that is named is described, numbers of one series begin again together, a kind that
 * shows marks says which, and each kind can be issued or received. D15.
 */
export function documentDisagreements(rules: RuleBook): readonly LocalisedText[] {
  const { kinds, registers, blanks } = rules.documents;
  const registerIds = new Set(registers.map((one) => one.id));
  const blankIds = new Set(blanks.map((one) => one.id));
  const assessed = new Set(rules.assessment.kinds.map((one) => one.id));
  const found: LocalisedText[] = [];
  for (const one of kinds) {
    const named = [one.register, one.duplicateRegister, one.receivedRegister];
    for (const id of new Set(named)) {
      if (id === null || registerIds.has(id)) continue;
      found.push({
        ru: `документ «${one.id}»: реестр «${id}» не описан`,
        en: `document ${one.id}: register ${id} is not described`,
      });
    }
    if (one.register === null && one.receivedRegister === null) {
      found.push({
        ru: `документ «${one.id}» не выдаётся и не принимается: назовите реестр`,
        en: `document ${one.id} is neither issued nor received: name a register`,
      });
    }
    if (one.blank !== null && !blankIds.has(one.blank)) {
      found.push({
        ru: `документ «${one.id}»: бланк «${one.blank}» не описан`,
        en: `document ${one.id}: blank ${one.blank} is not described`,
      });
    }
    if (one.marksInLine && one.markKinds.length === 0) {
      found.push({
        ru: `документ «${one.id}»: не названо, какие оценки в него вносят (markKinds)`,
        en: `document ${one.id}: say which marks go into it (markKinds)`,
      });
    }
    for (const kind of one.markKinds.filter((each) => !assessed.has(each))) {
      found.push({
        ru: `документ «${one.id}»: вид контроля «${kind}» не описан`,
        en: `document ${one.id}: kind of assessment ${kind} is not described`,
      });
    }
  }
  return [...found, ...seriesDisagreements(rules)];
}

function seriesDisagreements({ documents }: RuleBook): readonly LocalisedText[] {
  const found: LocalisedText[] = [];
  for (const { id } of documents.registers) {
    if (id !== ORGANISATION_SERIES) continue;
    found.push({
      ru: `реестр не может называться «${id}»: так зовётся сквозная нумерация`,
      en: `a register may not be called ${id}: so the series of the organisation is called`,
    });
  }
  const shared = documents.registers.filter(({ scope }) => scope === 'organisation');
  const [first] = shared;
  for (const one of shared) {
    const { reset, firstNumber } = one;
    if (reset === first?.reset && firstNumber === first.firstNumber) continue;
    found.push({
      ru: `реестры «${first?.id}» и «${one.id}» нумеруются сквозь: reset и firstNumber у них одни`,
      en: `${first?.id} and ${one.id} share one series: give both one reset and firstNumber`,
    });
  }
  return found;
}

/** Offices that the section names. */
export function documentOffices({ documents }: RuleBook): readonly string[] {
  const { kinds, blankOffices, correctionOffices, annulmentOffices } = documents;
  return [
    ...kinds.flatMap((one) => one.signerOffices),
    ...blankOffices,
    ...correctionOffices,
    ...annulmentOffices,
  ];
}

/** Lists of the section whose ids must be unique. */
export function documentLists({ documents }: RuleBook): Record<string, readonly string[]> {
  const { kinds, registers, blanks, withdrawalReasons } = documents;
  return {
    'documents.kinds': kinds.map((one) => one.id),
    'documents.registers': registers.map((one) => one.id),
    'documents.blanks': blanks.map((one) => one.id),
    'documents.withdrawalReasons': withdrawalReasons.map((one) => one.id),
  };
}
