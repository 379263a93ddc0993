import type { ExternalIdRule, Rule } from './mapping.ts';

/* What the rules of a mapping consist of, and what they read. */

/** The rules of which a rule consists. */
export function innerRules({ fields = {}, list = [], each, enrollmentOf }: Rule): readonly Rule[] {
  const inner = [...Object.values(fields), ...list];
  if (each !== undefined) inner.push(each);
  if (enrollmentOf !== undefined) inner.push(enrollmentOf.learner, enrollmentOf.group);
  return inner;
}

/** The columns that a rule reads: its own first, those of its conditions last. */
export function ruleColumns(rule: Rule): readonly string[] {
  const { column, externalId, when = [] } = rule;
  return [
    ...(column === undefined ? [] : [column]),
    ...(externalId === undefined ? [] : [externalId.column]),
    ...innerRules(rule).flatMap(ruleColumns),
    ...when.map((one) => one.column),
  ];
}

/** The ids in other systems that a rule looks up. */
export function externalIdRules(rule: Rule): readonly ExternalIdRule[] {
  const own = rule.externalId === undefined ? [] : [rule.externalId];
  return [...own, ...innerRules(rule).flatMap(externalIdRules)];
}
