import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { officialEvents } from './events.ts';
import { officialEntryAnnulled } from './events.ts';

/*
 * Stream: `<org>.official-<person>`. It holds the person's name (personal), appointments and
 * reliefs.
 */

/** Any event of an official. */
export type OfficialEvent = EventOf<(typeof officialEvents)[number]>;

type OfficialAnnulment = EventOf<typeof officialEntryAnnulled>;

/** An entry of an official: any event that can be annulled or corrected. */
export type OfficialEntry = Exclude<OfficialEvent, OfficialAnnulment>;

/** Ids of what an appointment is limited to; an empty list limits nothing. */
export interface Scope {
  readonly programmes: readonly string[];
  readonly groups: readonly string[];
  readonly levels: readonly string[];
}

/** An appointment to one office, from `from` to `until`, both included; `until` null: no end. */
export interface Appointment {
  /** Event id of the appointment. */
  readonly entry: string;
  readonly office: string;
  readonly position: string | null;
  readonly scope: Scope | null;
  readonly from: string;
  until: string | null;
  /** Event id of the relief, and first day without the office; null: there was none. */
  relief: { readonly entry: string; readonly on: string } | null;
}

/** The appointments of one person. Names are not needed by decisions and not included. */
export interface OfficialState {
  /** In the order of their first days. */
  readonly appointments: Appointment[];
  /** Event ids of the reliefs of an office that the person did not hold. */
  readonly idle: string[];
}

/** The state of an official with the entries that it was made from. */
export type OfficialRecord = OfficialState & WithEntries<OfficialEntry>;

/** How the entries of an official that count make the state. */
export const officialEntries: EntryFold<OfficialState, OfficialEntry> = {
  kind: 'official',
  initial: () => ({ appointments: [], idle: [] }),
  evolve: (state, event) => {
    const { id: entry, occurredOn: on } = event;
    if (event.type === 'OfficialAppointed') {
      const { office, position, scope, until } = event.data;
      state.appointments.push({ entry, office, position, scope, from: on, until, relief: null });
    } else if (event.type === 'OfficialRelieved') {
      const held = heldOn(state, event.data.office, on);
      if (held === undefined) state.idle.push(entry);
      else Object.assign(held, { until: dayBefore(on), relief: { entry, on } });
    }
  },
};

/** Folds the events of one official. */
export const officialFold = foldEntries<OfficialState, OfficialEntry, OfficialAnnulment>(
  officialEntries,
  officialEntryAnnulled,
);

/** The appointment to an office that is held on a day; undefined: there is none. */
export function heldOn(
  { appointments }: OfficialState,
  office: string,
  on: string,
): Appointment | undefined {
  return appointments.findLast((one) => one.office === office && isHeld(one, on));
}

const isHeld = ({ from, until }: Period, on: string): boolean =>
  from <= on && (until === null || on <= until);

type Period = Pick<Appointment, 'from' | 'until'>;

/** The first appointment to an office that has a day in common with a period. */
export function appointmentWithin(
  { appointments }: Pick<OfficialState, 'appointments'>,
  office: string,
  period: Period,
): Appointment | undefined {
  return appointments.find((one) => {
    const later = one.from < period.from ? period.from : one.from;
    return one.office === office && isHeld(one, later) && isHeld(period, later);
  });
}

/**
 * The entries that do not fit the others of their stream, in the order of their days: an
 * appointment that overlaps an earlier one to the same office, and the relief of an office that is
 * not held.
 */
export function unfitOfficialEntries(state: OfficialRecord): readonly OfficialEntry[] {
  const { appointments, idle } = state;
  const overlapping = appointments.filter((one, at) => {
    const earlier = { appointments: appointments.slice(0, at) };
    return appointmentWithin(earlier, one.office, one) !== undefined;
  });
  const unfit = [...idle, ...overlapping.map(({ entry }) => entry)];
  return entriesInForce(state).filter(({ id }) => unfit.includes(id));
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
