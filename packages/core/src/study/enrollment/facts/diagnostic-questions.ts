import type { AssessmentRules } from '../../../rules/regulation/sections/assessment.ts';

/** The kind of pedagogical diagnostics in an edition that is older than the question. */
const OLDER = 'diagnostics';

/**
 * Are results of this kind for teachers only, by the regulation? Neither the learner nor a
 * representative is shown them. R4 §4.2.
 *
 * @example
 * isDiagnosticKind(r4.assessment, 'diagnostics'); // => true
 */
export function isDiagnosticKind(
  {
    kinds,
  }: { readonly kinds: readonly Pick<AssessmentRules['kinds'][number], 'id' | 'diagnostic'>[] },
  kind: string,
): boolean {
  const own = kinds.find(({ id }) => id === kind);
  return own?.diagnostic ?? kind === OLDER;
}
