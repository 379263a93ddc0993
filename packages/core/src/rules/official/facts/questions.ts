import type { Appointment, OfficialState } from './state.ts';

/** What an appointment may be limited to. */
export interface ScopeQuery {
  readonly programme?: string | null;
  readonly group?: string | null;
  readonly level?: string | null;
}

/**
 * The appointments to these offices that a person holds on a day: at most one an office, in the
 * order of the offices. A limited appointment covers only what it names; `any` asks for no place.
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
 * The appointment under which a person holds one of these offices on a day, or null. A limited
 * appointment holds only for what it names; what is asked without a place it does not cover.
 */
export function appointmentOn(
  state: OfficialState,
  offices: readonly string[],
  on: string,
  asked: ScopeQuery | 'any' = {},
): Appointment | null {
  const holds = (a: Appointment): boolean =>
    offices.includes(a.office) &&
    a.from <= on &&
    (a.until === null || on <= a.until) &&
    covers(a.scope, asked);
  return state.appointments.findLast(holds) ?? null;
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

/** Does what is asked lie within a list that limits nothing when it is empty? */
function isWithin(list: readonly string[], id: string | null | undefined): boolean {
  return list.length === 0 || (id !== null && id !== undefined && list.includes(id));
}
