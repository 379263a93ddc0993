import * as z from 'zod';
import type { ReceivedCommand, Sender } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import { isOrder, withoutOrder } from '../regulation/order-required.ts';
import type { Edition } from '../regulation/rules.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { personName } from '../values/person.ts';
import { shortText } from '../values/text.ts';
import type { officialEvents } from './events.ts';
import { officialAppointed, officialNamed, officialRelieved } from './events.ts';

/* Stream: `<org>.official-<person>`. Name (personal), appointments and reliefs. */

export type OfficialEvent = EventOf<(typeof officialEvents)[number]>;

/** What an appointment is limited to; an empty list limits nothing. */
export interface Scope {
  readonly programmes: readonly string[];
  readonly groups: readonly string[];
  readonly levels: readonly string[];
}

/** A stretch of time in one office, both ends included; `until` null: to this day. */
export interface Appointment {
  readonly office: string;
  readonly position: string | null;
  readonly scope: Scope | null;
  readonly from: string;
  until: string | null;
  /** First day without the office where the person was relieved of it; null: they were not. */
  relievedFrom: string | null;
}

export interface OfficialState {
  readonly appointments: Appointment[];
  /** Day from which the newest name holds; null: no name is known. */
  namedFrom: string | null;
}

export const officialDecider: Decider<OfficialState, OfficialEvent> = {
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
        const open = latest(state, event.data.office);
        if (open === undefined) return;
        open.until = dayBefore(event.occurredOn);
        open.relievedFrom = event.occurredOn;
        return;
      }
    }
  },
};

/** What an appointment may be limited to. */
export interface ScopeAsked {
  readonly programme?: string | null;
  readonly group?: string | null;
  readonly level?: string | null;
}

/**
 * The appointment under which a person holds one of these offices on a day, or null. A limited
 * appointment holds only for what it names; what is asked without a place it does not cover.
 */
export function holdsOffice(
  state: OfficialState,
  offices: readonly string[],
  on: string,
  asked: ScopeAsked = {},
): Appointment | null {
  const holds = (a: Appointment): boolean =>
    offices.includes(a.office) &&
    a.from <= on &&
    (a.until === null || on <= a.until) &&
    covers(a.scope, asked);
  return state.appointments.findLast(holds) ?? null;
}

function covers(scope: Appointment['scope'], asked: ScopeAsked): boolean {
  if (scope === null) return true;
  const { programmes, groups, levels } = scope;
  return (
    liesIn(programmes, asked.programme) &&
    liesIn(groups, asked.group) &&
    liesIn(levels, asked.level)
  );
}

/** Does what is asked lie within a list that limits nothing when it is empty? */
function liesIn(list: readonly string[], id: string | null | undefined): boolean {
  return list.length === 0 || (id !== null && id !== undefined && list.includes(id));
}

const latest = (state: OfficialState, office: string): Appointment | undefined =>
  state.appointments.findLast((a) => a.office === office);

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/* Commands */

const officialScope = z.strictObject({
  programmes: z.array(identifier).max(200).default([]),
  groups: z.array(identifier).max(200).default([]),
  levels: z.array(identifier).max(20).default([]),
});

/** Appoints a person to an office from a day on; the name may come along. */
export const appointOfficial = command(
  'appoint-official',
  z.strictObject({
    person: identifier,
    office: identifier,
    position: shortText(200).nullable().default(null),
    name: personName.optional(),
    from: localDate,
    until: localDate.nullable().default(null),
    scope: officialScope.nullable().default(null),
  }),
  ['name'],
);

/** Relieves a person of an office; `on` is the first day without it. */
export const relieveOfficial = command(
  'relieve-official',
  z.strictObject({ person: identifier, office: identifier, on: localDate }),
);

/** Records a new name of an official. */
export const renameOfficial = command(
  'rename-official',
  z.strictObject({ person: identifier, name: personName, on: localDate }),
  ['name'],
);

/* Refusals */

export const officeUnknown = refusal(
  'office-unknown',
  (d: { office: string; offices: readonly string[] }) => ({
    ru: `Должности «${d.office}» нет в положении; есть: ${d.offices.join(', ')}`,
    en: `The regulation has no office ${d.office}; it has: ${d.offices.join(', ')}`,
  }),
);

/** The regulation does not let this office sign such an act. */
export const officeNotEntitled = refusal(
  'office-not-entitled',
  (d: { office: string; offices: readonly string[] }) => ({
    ru: `В должности «${d.office}» это не подписывают; подписывают: ${d.offices.join(', ')}`,
    en: `The office ${d.office} does not sign this; these do: ${d.offices.join(', ')}`,
  }),
);

export const alreadyAppointed = refusal(
  'already-appointed',
  (d: { person: string; office: string; from: string }) => ({
    ru: `${d.person} уже назначен(а) «${d.office}» с ${d.from}: сначала освободите от должности`,
    en: `${d.person} holds ${d.office} since ${d.from} already: relieve them first`,
  }),
);

export const notAppointed = refusal(
  'not-appointed',
  (d: { person: string; offices: readonly string[]; on: string }) => ({
    ru: `На ${d.on} ${d.person} не в должности (${d.offices.join(', ')}): назначьте приказом`,
    en: `On ${d.on} ${d.person} holds no office of: ${d.offices.join(', ')}; appoint them first`,
  }),
);

export const appointmentOutOfOrder = refusal(
  'appointment-out-of-order',
  (d: { on: string; standing: string }) => ({
    ru: `${d.on} раньше последней записи о должности (${d.standing}): дайте более позднюю дату`,
    en: `${d.on} is before the last fact about this office (${d.standing}); give a later day`,
  }),
);

export const officialUnknown = refusal('official-unknown', (d: { person: string }) => ({
  ru: `${d.person} никогда не состоял(а) в должности: сначала назначьте`,
  en: `${d.person} has never held an office: appoint them first`,
}));

export const officialNameOutOfOrder = refusal(
  'official-name-out-of-order',
  (d: { person: string; on: string; standing: string }) => ({
    ru: `Имя ${d.person} на ${d.on} раньше записанного (с ${d.standing}): дайте более позднюю дату`,
    en: `A name of ${d.person} on ${d.on} is before the last (${d.standing}): give a later day`,
  }),
);

export const periodReversed = refusal('period-reversed', (d: { from: string; until: string }) => ({
  ru: `Срок кончается ${d.until}, раньше начала ${d.from}: поменяйте даты`,
  en: `The period ends on ${d.until}, before it begins on ${d.from}: swap the days`,
}));

/* Decide */

export function decideAppoint(
  state: OfficialState,
  input: z.output<typeof appointOfficial.schema>,
  edition: Edition,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  if (lacksOrder('appoint', edition, sender)) return withoutOrder('appoint', sender.ground);
  const { person, office, position, from, until, scope, name } = input;
  const offices = edition.general.offices.map((o) => o.id);
  if (!offices.includes(office)) return officeUnknown({ office, offices });
  if (until !== null && until < from) return periodReversed({ from, until });
  const last = latest(state, office);
  if (last !== undefined && (last.until === null || last.until >= from)) {
    const standing = last.relievedFrom ?? last.from;
    if (from < standing) return appointmentOutOfOrder({ on: from, standing });
    return alreadyAppointed({ person, office, from: last.from });
  }
  const limited = scope === null ? {} : { programme: scope.programmes, group: scope.groups };
  const refs = { official: [person], ...limited };
  const data = { person, office, position, scope, until, edition: edition.edition };
  const appointment = officialAppointed.draft({ occurredOn: from, refs, data });
  if (name === undefined) return [appointment];
  const naming = decideName(state, { person, name, on: from });
  return isRefusal(naming) ? naming : [appointment, ...naming];
}

/** R2 §3.2: who is responsible for the records is appointed by the director's order. */
function lacksOrder(act: 'appoint' | 'relieve', edition: Edition, sender: Sender): boolean {
  return edition.general.orderFor.includes(act) && !isOrder(sender.ground);
}

export function decideRelieve(
  state: OfficialState,
  input: z.output<typeof relieveOfficial.schema>,
  edition: Edition,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  if (lacksOrder('relieve', edition, sender)) return withoutOrder('relieve', sender.ground);
  const { person, office, on } = input;
  const last = latest(state, office);
  if (last === undefined || (last.until !== null && last.until < on)) {
    return notAppointed({ person, offices: [office], on });
  }
  const standing = last.relievedFrom ?? last.from;
  if (on < standing) return appointmentOutOfOrder({ on, standing });
  const refs = { official: [person] };
  const data = { person, office, edition: edition.edition };
  return [officialRelieved.draft({ occurredOn: on, refs, data })];
}

export function decideRename(
  state: OfficialState,
  input: z.output<typeof renameOfficial.schema>,
): Decision {
  if (state.appointments.length === 0) return officialUnknown({ person: input.person });
  return decideName(state, input);
}

function decideName(
  state: OfficialState,
  { person, name, on }: z.output<typeof renameOfficial.schema>,
): Decision {
  const standing = state.namedFrom;
  if (standing !== null && on < standing) return officialNameOutOfOrder({ person, on, standing });
  const data = { person, name: { value: name } };
  return [officialNamed.draft({ occurredOn: on, refs: { official: [person] }, data })];
}
