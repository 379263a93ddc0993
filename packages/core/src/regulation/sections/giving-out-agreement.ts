import type { LocalisedText } from '../../kernel/refusal.ts';
import type { RuleBook } from '../rules.ts';

/* What must fit together in the rules of giving out information and paper. D16, D21. */

/** Ids of the sections `disclosure` and `printouts`, each list of which holds an id once. */
export function givingOutIds({ disclosure, printouts }: RuleBook): Record<string, string[]> {
  return {
    'disclosure.recipients': disclosure.recipients.map((one) => one.recipient),
    'disclosure.purposes': disclosure.purposes.map((one) => one.id),
    'disclosure.refusalGrounds': disclosure.refusalGrounds.map((one) => one.id),
    'disclosure.deadlines': disclosure.deadlines.map((one) => one.id),
    'printouts.certification': printouts.certification.map((one) => one.id),
    'printouts.sheets.byCarrier': printouts.sheets.byCarrier.map((one) => one.carrier),
    'printouts.voidReasons': printouts.voidReasons.map((one) => one.id),
  };
}

/** Offices that the two sections name: each must be described. */
export function givingOutOffices({ disclosure, printouts }: RuleBook): readonly string[] {
  return [
    ...disclosure.decisionOffices,
    ...disclosure.inStudyOffices,
    ...disclosure.publication.offices,
    ...printouts.certification.flatMap(({ offices }) => offices),
    ...printouts.sheets.offices,
    ...printouts.sheets.byCarrier.flatMap(({ offices }) => offices),
  ];
}

/** Every applicant has a term of answering; signed sheets are of carriers that there are. */
export function givingOutDisagreements(rules: RuleBook): readonly LocalisedText[] {
  const { disclosure, printouts, carriers } = rules;
  const termed = new Set(disclosure.deadlines.flatMap(({ recipients }) => recipients));
  const applicants = disclosure.recipients.filter(({ ways }) =>
    ways.some((way) => way !== 'in-study'),
  );
  const untermed = applicants.filter(({ recipient }) => !termed.has(recipient));
  const known = new Set(carriers.carriers.map(({ id }) => id));
  const strange = printouts.sheets.byCarrier.filter(({ carrier }) => !known.has(carrier));
  return [
    ...untermed.map(({ recipient }) => ({
      ru: `disclosure.deadlines: нет срока ответа для «${recipient}»`,
      en: `disclosure.deadlines: there is no term of answering ${recipient}`,
    })),
    ...strange.map(({ carrier }) => ({
      ru: `printouts.sheets: носителя «${carrier}» нет`,
      en: `printouts.sheets: there is no carrier ${carrier}`,
    })),
  ];
}
