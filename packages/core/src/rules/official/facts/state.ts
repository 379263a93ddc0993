import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { officialEvents } from './events.ts';

/*
 * Stream: `<org>.official-<person>`. It holds the person's name (personal), appointments and
 * reliefs.
 */

/** Any event of an official. */
export type OfficialEvent = EventOf<(typeof officialEvents)[number]>;

/** Ids of what an appointment is limited to; an empty list limits nothing. */
export interface Scope {
  readonly programmes: readonly string[];
  readonly groups: readonly string[];
  readonly levels: readonly string[];
}

/** An appointment to one office, from `from` to `until`, both included; `until` null: no end. */
export interface Appointment {
  readonly office: string;
  readonly position: string | null;
  readonly scope: Scope | null;
  readonly from: string;
  until: string | null;
  /** First day without the office, if the person was relieved of it; null otherwise. */
  relievedFrom: string | null;
}

/** The appointments of one person, and since when their newest name holds. */
export interface OfficialState {
  /** In the order in which they were recorded. */
  readonly appointments: Appointment[];
  /** First day of the newest name; null: no name was recorded. */
  namedFrom: string | null;
}

/** Folds the events of one official. */
export const officialFold: Fold<OfficialState, OfficialEvent> = {
  kind: 'official',
  initial: () => ({ appointments: [], namedFrom: null }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'OfficialNamed':
        state.namedFrom = event.occurredOn;
        return;
      case 'OfficialAppointed': {
        const { office, position, scope, until } = event.data;
        const from = event.occurredOn;
        state.appointments.push({ office, position, scope, from, until, relievedFrom: null });
        return;
      }
      case 'OfficialRelieved': {
        const open = latestAppointment(state, event.data.office);
        if (open === undefined) return;
        open.until = dayBefore(event.occurredOn);
        open.relievedFrom = event.occurredOn;
        return;
      }
    }
  },
};

/** The latest appointment to an office, past or current; undefined: there was none. */
export function latestAppointment(state: OfficialState, office: string): Appointment | undefined {
  return state.appointments.findLast((a) => a.office === office);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
