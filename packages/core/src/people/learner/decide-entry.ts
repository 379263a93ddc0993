import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import type { CorrectableFields, CorrectedFields } from '../../acting/corrected-entry.ts';
import { correctedFields } from '../../acting/corrected-entry.ts';
import type { PutRight } from '../../acting/putting-right.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import type { Fit } from '../../entry/fitting.ts';
import { restingFacts } from '../../entry/fitting.ts';
import type { Entry } from '../../entry/fold.ts';
import { stateWith, stateWithout } from '../../entry/fold.ts';
import { entryFieldNeeded, entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { invalidInput, isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import type { annulLearnerEntry, nameRepresentative } from './commands.ts';
import {
  closedFields,
  correctLearnerEntry,
  identityFields,
  representativeScopes,
} from './commands.ts';
import type { LearnerCorrectionContext } from './context.ts';
import { decideEndSpecialStatus } from './decide-conditions.ts';
import {
  decideConsent,
  decideEndRepresentative,
  decideRepresentative,
  decideWithdrawal,
} from './decide-consent.ts';
import { decideExternalId } from './decide-external-id.ts';
import { refuseIfSnilsTaken } from './decide-identity.ts';
import { decideChange, decideGifted, decideSpecialNeeds, draftRegistered } from './decide.ts';
import type { DataChanged } from './facts/closed-questions.ts';
import { isClosedChange } from './facts/closed-questions.ts';
import { learnerEntryAnnulled } from './facts/events.ts';
import { unfitLearnerEntries } from './facts/questions.ts';
import type { LearnerEntry, LearnerRecord, LearnerState } from './facts/state.ts';
import { learnerEntries, periodsOverlap } from './facts/state.ts';
import { representativeStanding } from './refusals.ts';

/** How the entries of a learner rest on one another. */
export const learnerFit: Fit<LearnerState, LearnerEntry> = {
  own: learnerEntries,
  unfit: unfitLearnerEntries,
};

/**
 * Decides `annul-learner-entry`. What only ended the entry is annulled with it: the end of a
 * representative's rights, the withdrawal of a consent. Whatever else rests on it is named: a
 * consent that the representative gave, everything on the registration. RK 1.8.
 */
export function decideAnnulLearnerEntry(
  state: LearnerRecord,
  input: z.output<typeof annulLearnerEntry.schema>,
  context: ActContext,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { learner, entry, reason } = input;
  const asked = { act: 'annul-entry', of: learner, orderRequired: false, ground: sender.ground };
  const may = revealingOffices(state, entry, null, context);
  const found = findPutRight(state, input, context, { ...asked, ...may });
  if (isRefusal(found)) return found;
  const annulled = [found.entry, ...endingsOf(state, entry)];
  const ids = annulled.map(({ event }) => event.id);
  const facts = restingFacts(learnerFit, state, stateWithout(learnerEntries, state, ...ids));
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  return annulled.map((one) => annulment({ ...found, entry: one }, context, null, reason));
}

/** The entries that ended what an entry began, and nothing else. */
function endingsOf(state: LearnerRecord, entry: string): readonly Entry<LearnerEntry>[] {
  const { representatives, consents, specialNeeds, gifted } = state;
  const ended = [...representatives, ...Object.values(consents), ...specialNeeds, ...gifted];
  const ending = ended.find((one) => one.entry === entry)?.endEntry;
  if (ended.filter((one) => one.endEntry === ending).length > 1) return [];
  // A closed change ends a representative's rights, and says more than that.
  return [...state.entries.values()].filter(
    ({ event }) => event.id === ending && event.type !== 'LearnerDataChanged',
  );
}

function annulment(
  found: PutRight<LearnerEntry>,
  context: ActContext,
  replacedBy: string | null,
  reason: string | undefined,
) {
  const { data } = found.entry.event;
  const whom = 'representative' in data ? { representative: data.representative } : {};
  const why = reason === undefined ? {} : { reason: { value: reason } };
  return learnerEntryAnnulled.draft({
    ...annulmentPlace(found),
    data: {
      learner: data.learner,
      ...whom,
      ...annulmentData(found, context, replacedBy),
      ...why,
    },
  });
}

const identity = { always: [], optional: identityFields };

/** What can be corrected of each type of entry. A wrong id is annulled and entered anew. */
const CORRECTABLE: Readonly<Record<LearnerEntry['type'], CorrectableFields>> = {
  LearnerRegistered: identity,
  LearnerDataChanged: { always: [], optional: [...identityFields, ...closedFields] },
  ExternalIdGiven: { always: ['system', 'value'], optional: [] },
  RepresentativeNamed: { always: ['name', 'relation'], optional: ['scope', 'until'] },
  RepresentativeEnded: { always: [], optional: [] },
  ConsentGiven: { always: ['purpose', 'givenBy'], optional: ['scope', 'until'] },
  ConsentWithdrawn: { always: ['withdrawnBy'], optional: [] },
  SpecialNeedsRecorded: { always: ['needs'], optional: ['until'] },
  GiftedListed: { always: ['entry'], optional: ['conditions', 'evidence', 'until'] },
  SpecialStatusEnded: { always: [], optional: [] },
};

/**
 * Decides `correct-learner-entry`: the entry is annulled, and one with the true day or value takes
 * its place, by the rule that decides such an entry. RK 1.8, RK 1.5.
 */
export function decideCorrectLearnerEntry(
  state: LearnerRecord,
  input: z.output<typeof correctLearnerEntry.schema>,
  context: LearnerCorrectionContext,
  { id, sender }: Pick<ReceivedCommand, 'id' | 'sender'>,
): Decision {
  const { learner, entry, reason, to } = input;
  const asked = { act: 'correct-entry', of: learner, orderRequired: false, ground: sender.ground };
  const may = revealingOffices(state, entry, to, context);
  const found = findPutRight(state, input, context, { ...asked, ...may });
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const fields = correctedFields(context.stored ?? event, to, CORRECTABLE[event.type]);
  if (isRefusal(fields)) return fields;
  const drafts = decideAgain(stateWithout(learnerEntries, state, entry), event, fields, context);
  if (isRefusal(drafts)) return drafts;
  const entered = drafts.map((draft) => ({ ...draft, ground: fields.ground }));
  const after = stateWith(learnerEntries, state, entered, entry);
  const no = refuseIfSnilsTaken(context.snilsTakenBy) ?? refuseIfOverlapping(state, after);
  if (no !== null) return no;
  const facts = restingFacts(learnerFit, state, after);
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  return [annulment(found, context, eventId(id, 1), reason), ...entered];
}

/**
 * Who may sign what undoes a closed change, or a part of it: it reveals what the change hid, so
 * only those may to whom the regulation opens closed changes, where it names any. `to` is what a
 * correction gives, null with an annulment. RK 1.10, Family Code art. 139.
 */
function revealingOffices(
  state: LearnerRecord,
  entry: string,
  to: Correction | null,
  { edition }: ActContext,
): { readonly offices?: readonly string[] } {
  const { closedOffices } = edition.disclosure;
  const event = state.entries.get(entry)?.event;
  if (closedOffices.length === 0 || event === undefined || !isClosedChange(event)) return {};
  return to === null || isRevealing(event, to) ? { offices: closedOffices } : {};
}

type Correction = z.output<typeof correctLearnerEntry.schema>['to'];

/** Whether a closed change hides less once it is corrected. */
function isRevealing({ occurredOn, data }: DataChanged, to: Correction): boolean {
  const { staying: stayed = [], formerSystems: systems = [] } = data;
  const { on = occurredOn, staying, formerSystems } = to;
  const kept = formerSystems === undefined ? systems : (formerSystems ?? []);
  return (
    on < occurredOn ||
    [...identityFields, 'closed' as const].some((field) => to[field] === null) ||
    (staying ?? []).some((one) => !stayed.includes(one)) ||
    systems.some((one) => !kept.includes(one))
  );
}

/** Decides a corrected entry as its own command does, on the state without the entry. */
function decideAgain(
  rest: LearnerRecord,
  event: LearnerEntry,
  fields: CorrectedFields,
  { holders }: LearnerCorrectionContext,
): Decision {
  const { on } = fields;
  const { learner } = event.data;
  const until = fields['until'] ?? null;
  const given = { ...event.data, ...fields, until } as never;
  switch (event.type) {
    case 'LearnerRegistered':
      return draftRegistered({ ...fields, id: learner } as never, on);
    case 'LearnerDataChanged': {
      const left = [...identityFields, 'closed'].some((field) => fields[field] !== undefined);
      if (!left) return entryFieldNeeded({ entry: event.id, type: event.type, field: 'name' });
      return decideChange(rest, given, on, { sender: { ground: fields.ground } });
    }
    case 'ExternalIdGiven': {
      const others = holders.filter((one) => one.learner !== learner);
      return decideExternalId(rest, given, { on, holders: others });
    }
    case 'RepresentativeNamed':
      return decideRepresentativeAgain(rest, given, fields);
    case 'RepresentativeEnded':
      return decideEndRepresentative(rest, given, on);
    case 'ConsentGiven':
      return decideConsent(
        rest,
        { ...fields, until, learner, id: event.data.consent } as never,
        on,
      );
    case 'ConsentWithdrawn':
      return decideWithdrawal(rest, given, on);
    case 'SpecialNeedsRecorded':
      return decideSpecialNeeds(rest, given, on);
    case 'GiftedListed':
      return decideGifted(rest, given, on);
    case 'SpecialStatusEnded':
      return decideEndSpecialStatus(rest, given, on);
  }
}

/** As `decideRepresentative`; the paper of a scope is that of the entry itself. RK 1.16. */
function decideRepresentativeAgain(
  rest: LearnerRecord,
  given: z.output<typeof nameRepresentative.schema>,
  { on, ground }: CorrectedFields,
): Decision {
  const scope = representativeScopes.safeParse(given.scope ?? 'full');
  if (!scope.success) {
    const { name: command } = correctLearnerEntry;
    const message = {
      ru: 'объём прав — full, information или none',
      en: 'the scope is full, information or none',
    };
    return invalidInput({ command, issues: [{ path: 'to.scope', message }] });
  }
  // An end may lie before the next term, which is known of the state after only.
  const alone = { ...rest, representatives: [] };
  return decideRepresentative(alone, { ...given, scope: scope.data }, on, { sender: { ground } });
}

/** Refuses `representative-standing` where the corrected term, with its end, overlaps another. */
function refuseIfOverlapping(
  { entries }: LearnerRecord,
  { representatives }: LearnerState,
): Refusal | null {
  const own = representatives.find(({ entry }) => !entries.has(entry));
  if (own === undefined) return null;
  const standing = representatives.find(
    (one) => one !== own && one.id === own.id && periodsOverlap(one, own),
  );
  if (standing === undefined) return null;
  return representativeStanding({ representative: own.id, from: standing.from });
}
