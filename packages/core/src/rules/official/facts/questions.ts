import type { Appointment, OfficialState } from './state.ts';

/** The programme, group and level for which an office is needed, where the act concerns one. */
export interface ScopeQuery {
  readonly programme?: string | null;
  readonly group?: string | null;
  readonly level?: string | null;
}

/**
 * The appointments to these offices that a person holds on a day: at most one for each office, in
 * the order of `offices`. An appointment limited to a scope counts only where the query lies within
 * it; the query `any` accepts limited appointments too.
 */
export function appointmentsOn(
  state: OfficialState,
  offices: readonly string[],
  on: string,
  asked: ScopeQuery | 'any' = {},
): readonly Appointment[] {
  return [...new Set(offices)].flatMap((office) => appointmentOn(state, [office], on, asked) ?? []);
}

/**
 * The latest appointment under which a person holds one of these offices on a day; null if there is
 * none. An appointment limited to a scope counts only where the query lies within it, so it does
 * not count for a query without a programme, group or level. The query `any` accepts it too.
 */
export function appointmentOn(
  state: OfficialState,
  offices: readonly string[],
  on: string,
  asked: ScopeQuery | 'any' = {},
): Appointment | null {
  const isCurrent = (a: Appointment): boolean =>
    offices.includes(a.office) &&
    a.from <= on &&
    (a.until === null || on <= a.until) &&
    covers(a.scope, asked);
  return state.appointments.findLast(isCurrent) ?? null;
}

function covers(scope: Appointment['scope'], asked: ScopeQuery | 'any'): boolean {
  if (scope === null || asked === 'any') return true;
  const { programmes, groups, levels } = scope;
  return (
    isWithin(programmes, asked.programme) &&
    isWithin(groups, asked.group) &&
    isWithin(levels, asked.level)
  );
}

/** Whether an id is in a list; an empty list limits nothing. */
function isWithin(list: readonly string[], id: string | null | undefined): boolean {
  return list.length === 0 || list.some((one) => one === id);
}
