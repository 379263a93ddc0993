import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import type { CorrectableFields, CorrectedFields } from '../../acting/corrected-entry.ts';
import { correctedFields } from '../../acting/corrected-entry.ts';
import type { PutRight } from '../../acting/putting-right.ts';
import { annulmentData, findPutRight } from '../../acting/putting-right.ts';
import type { Fit } from '../../entry/fitting.ts';
import { restingFacts } from '../../entry/fitting.ts';
import { stateWith, stateWithout } from '../../entry/fold.ts';
import { entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import { editionOnOrFirst } from '../regulation/facts/questions.ts';
import { regulationMissing } from '../regulation/facts/unknown.ts';
import type { annulOfficialEntry, correctOfficialEntry } from './commands.ts';
import type { OfficialCorrectionContext } from './context.ts';
import { decideAppoint, decideRelieve, decideRename } from './decide.ts';
import { officialEntryAnnulled } from './facts/events.ts';
import type { OfficialEntry, OfficialRecord, OfficialState } from './facts/state.ts';
import { appointmentWithin, officialEntries, unfitOfficialEntries } from './facts/state.ts';
import { alreadyAppointed } from './refusals.ts';

/** How the entries of an official rest on one another. */
export const officialFit: Fit<OfficialState, OfficialEntry> = {
  own: officialEntries,
  unfit: unfitOfficialEntries,
};

/**
 * Decides `annul-official-entry`. The relief of an appointment is annulled with it. A second
 * appointment that could not be without a relief is named. Where the regulation asks for an order
 * to appoint or relieve, it does to annul that. RK 1.8.
 */
export function decideAnnulOfficialEntry(
  state: OfficialRecord,
  input: z.output<typeof annulOfficialEntry.schema>,
  context: ActContext,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { entry, reason } = input;
  const asked = askedOf(state, input, context, 'annul-entry', sender.ground);
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const relief = state.appointments.find((one) => one.entry === entry)?.relief?.entry;
  const reliefs = [...state.entries.values()].filter(({ event }) => event.id === relief);
  const annulled = [found.entry, ...reliefs];
  const ids = annulled.map(({ event }) => event.id);
  const facts = restingFacts(officialFit, state, stateWithout(officialEntries, state, ...ids));
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  return annulled.map((one) => annulment({ ...found, entry: one }, context, null, reason));
}

const ACT_OF: Partial<Record<OfficialEntry['type'], string>> = {
  OfficialAppointed: 'appoint',
  OfficialRelieved: 'relieve',
};

/** Asks for an order where the regulation asks for one to appoint or to relieve. */
function askedOf(
  { entries }: OfficialRecord,
  { person: of, entry }: { readonly person: string; readonly entry: string },
  { edition }: ActContext,
  act: string,
  ground: Ground | null,
) {
  const type = entries.get(entry)?.event.type;
  const original = type === undefined ? undefined : ACT_OF[type];
  const orderRequired = edition.general.orderFor.some((one) => one === original);
  return { act, of, orderRequired, ground };
}

function annulment(
  found: PutRight<OfficialEntry>,
  context: ActContext,
  replacedBy: string | null,
  reason: string | undefined,
) {
  const { occurredOn, refs, data } = found.entry.event;
  const why = reason === undefined ? {} : { reason: { value: reason } };
  const annulled = annulmentData(found, context, replacedBy);
  return officialEntryAnnulled.draft({
    occurredOn,
    refs,
    data: { person: data.person, ...annulled, ...why },
  });
}

/** What can be corrected of each type of entry. A wrong person is annulled and entered anew. */
const CORRECTABLE: Readonly<Record<OfficialEntry['type'], CorrectableFields>> = {
  OfficialNamed: { always: ['name'], optional: [] },
  OfficialAppointed: { always: ['office'], optional: ['position', 'until', 'scope'] },
  OfficialRelieved: { always: ['office'], optional: [] },
};

/**
 * Decides `correct-official-entry`: the entry is annulled, and one with the true day or value takes
 * its place, by the rule that decides such an entry. RK 1.8, RK 1.5.
 */
export function decideCorrectOfficialEntry(
  state: OfficialRecord,
  input: z.output<typeof correctOfficialEntry.schema>,
  context: OfficialCorrectionContext,
  { id, sender }: Pick<ReceivedCommand, 'id' | 'sender'>,
): Decision {
  const { entry, reason, to } = input;
  const asked = askedOf(state, input, context, 'correct-entry', sender.ground);
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const fields = correctedFields(context.stored ?? event, to, CORRECTABLE[event.type]);
  if (isRefusal(fields)) return fields;
  const rest = stateWithout(officialEntries, state, entry);
  const drafts = decideAgain(rest, event, fields, context);
  if (isRefusal(drafts)) return drafts;
  const entered = drafts.map((draft) => ({ ...draft, ground: fields.ground }));
  const after = stateWith(officialEntries, state, entered, entry);
  const no = refuseIfOverlapping(state, after, input.person);
  if (no !== null) return no;
  const facts = restingFacts(officialFit, state, after);
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  return [annulment(found, context, eventId(id, 1), reason), ...entered];
}

/** Decides a corrected entry as its own command does, on the state without the entry. */
function decideAgain(
  rest: OfficialRecord,
  { type, data: { person } }: OfficialEntry,
  fields: CorrectedFields,
  { regulation, happened }: OfficialCorrectionContext,
): Decision {
  const { on, ground } = fields;
  if (type === 'OfficialNamed') {
    if (isRefusal(happened)) return happened;
    return decideRename(rest, { ...fields, person } as never);
  }
  const edition = editionOnOrFirst(regulation, on);
  if (edition === null) return regulationMissing({ on });
  const sender = { ground };
  if (type === 'OfficialRelieved') {
    return decideRelieve(rest, { ...fields, person } as never, edition, { sender });
  }
  const { position = null, until = null, scope = null } = fields;
  const appointment = { ...fields, person, from: on, position, until, scope, name: undefined };
  // A relief may end the term before the next one, which is known of the state after only.
  const none = { ...rest, appointments: [] };
  return decideAppoint(none, appointment as never, edition, { sender });
}

/** Refuses `already-appointed` where the corrected term, with its relief, overlaps another one. */
function refuseIfOverlapping(
  { entries }: OfficialRecord,
  { appointments }: OfficialState,
  person: string,
): Refusal | null {
  const own = appointments.find(({ entry }) => !entries.has(entry));
  if (own === undefined) return null;
  const others = { appointments: appointments.filter((one) => one !== own) };
  const standing = appointmentWithin(others, own.office, own);
  if (standing === undefined) return null;
  return alreadyAppointed({ person, office: own.office, from: standing.from });
}
