import type { LocalisedText } from '../../kernel/refusal.ts';
import type { RuleBook } from '../rules.ts';

/* What must fit together in the rules of keeping: ids, offices, terms and starts. D19, D20. */

/** Ids of the sections `retention` and `custody`, each list of which holds an id once. */
export function keepingIds({ retention, custody }: RuleBook): Readonly<Record<string, string[]>> {
  return {
    'retention.startRules': retention.startRules.map((one) => one.id),
    'retention.filePlan': retention.filePlan.map((one) => one.index),
    'retention.holdings': retention.holdings.map((one) => one.records),
    'retention.approvals': retention.approvals.map((one) => one.id),
    'retention.methods': retention.methods.map((one) => one.id),
    'retention.erasureReasons': retention.erasureReasons.map((one) => one.id),
    'custody.backup.mediaKinds': (custody.backup?.mediaKinds ?? []).map((one) => one.id),
  };
}

/** Offices that the two sections name: each must be described. */
export function keepingOffices({ retention, custody }: RuleBook): readonly string[] {
  return [
    ...retention.holdOffices,
    ...retention.needOffices,
    ...retention.selectionOffices,
    ...retention.approvals.flatMap(({ offices }) => offices),
    ...retention.destructionOffices,
    ...retention.erasureOffices,
    ...(custody.periodExport?.offices ?? []),
    ...(custody.entriesCheck?.offices ?? []),
    ...(custody.backup?.offices ?? []),
    ...(custody.integrityCheck?.offices ?? []),
  ];
}

interface Term {
  readonly term: string;
  readonly years: number | null;
  readonly startsAt: string | null;
}

/**
 * What is wrong with the terms of keeping, of carriers and of the file plan. A term that runs has
 * years and a start; one until no longer needed may have a start, before which that cannot be
 * decided (R4 §6.4: not before the programme's end); the start is described by a start rule.
 */
export function termDisagreements(rules: RuleBook): readonly LocalisedText[] {
  const starts = new Set(rules.retention.startRules.map((one) => one.id));
  const carriers = rules.carriers.carriers.map(({ title, retention }) => ({ title, retention }));
  const plan = rules.retention.filePlan.map(({ index, ...retention }) => ({
    title: { ru: index, en: index },
    retention,
  }));
  return [
    ...[...carriers, ...plan].flatMap(({ title, retention }) => [
      ...incomplete(title, retention),
      ...undescribedStart(title, retention.startsAt, starts),
    ]),
    ...approvedByNobody(rules),
  ];
}

function incomplete({ ru, en }: LocalisedText, term: Term): readonly LocalisedText[] {
  const runs = term.term === 'exact' || term.term === 'at-least';
  const has = runs ? 'years and a start' : 'neither years nor start';
  const mayStart = runs || term.term === 'until-no-longer-needed';
  const hasStart = term.startsAt !== null;
  if (runs === (term.years !== null) && (hasStart ? mayStart : !runs)) return [];
  return [
    {
      ru: `${ru}: у срока «${term.term}» годы и начало ${runs ? 'обязательны' : 'лишние'}`,
      en: `${en}: a term "${term.term}" has ${has}`,
    },
  ];
}

function undescribedStart(
  { ru, en }: LocalisedText,
  startsAt: string | null,
  described: ReadonlySet<string>,
): readonly LocalisedText[] {
  if (startsAt === null || described.has(startsAt)) return [];
  return [
    {
      ru: `${ru}: начало срока «${startsAt}» не описано в retention.startRules`,
      en: `${en}: the start ${startsAt} of its term is not described in retention.startRules`,
    },
  ];
}

/** What is selected for destruction is approved by somebody. */
function approvedByNobody({ retention }: RuleBook): readonly LocalisedText[] {
  if (retention.selectionOffices.length === 0 || retention.approvals.length > 0) return [];
  return [
    {
      ru: 'retention.approvals: выделение к уничтожению никто не согласует',
      en: 'retention.approvals: nobody approves a selection for destruction',
    },
  ];
}
