import type { Dated } from '../projection/fact.ts';

/**
 * The event types that annul an entry about a programme, a group, a commission, the organisation, a
 * wording of law or a form. RK 1.8.
 */
export const ANNULMENT_TYPES = [
  'ProgrammeEntryAnnulled',
  'GroupEntryAnnulled',
  'CommissionEntryAnnulled',
  'OrganisationEntryAnnulled',
  'LawEntryAnnulled',
  'FormEntryAnnulled',
] as const;

interface Annulling extends Dated {
  readonly type: (typeof ANNULMENT_TYPES)[number];
  readonly data: { readonly corrects: string; readonly replacedBy: string | null };
}

interface Held extends Dated {
  readonly type: string;
  readonly data: object;
}

const isAnnulling = (fact: Held): fact is Held & Annulling =>
  (ANNULMENT_TYPES as readonly string[]).includes(fact.type);

/**
 * The facts that count, in log order: those that were not annulled. A fact that stands in the place
 * of an annulled one takes its place in the order; the annulments stay last, as what the answer
 * rests on.
 */
export function factsThatCount<F extends Held>(facts: readonly F[]): readonly F[] {
  const annulments = facts.filter((fact): fact is F & Annulling => isAnnulling(fact));
  if (annulments.length === 0) return facts;
  const replacement = new Map(annulments.map(({ data }) => [data.corrects, data.replacedBy]));
  const placed = new Map(facts.map((fact) => [fact.source.event, fact]));
  const counting: F[] = [];
  const taken = new Set<string>();
  for (const fact of facts) {
    let stands: F | undefined = fact;
    while (stands !== undefined && replacement.has(stands.source.event)) {
      stands = placed.get(replacement.get(stands.source.event) ?? '');
    }
    if (stands === undefined || taken.has(stands.source.event)) continue;
    taken.add(stands.source.event);
    counting.push(stands);
  }
  return counting;
}
