import type * as z from 'zod';
import { findAnnulled } from '../../acting/annulling.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import { signAs } from '../../acting/signer.ts';
import type { Fit } from '../../entry/fitting.ts';
import { restingFacts } from '../../entry/fitting.ts';
import { stateWith } from '../../entry/fold.ts';
import { entryContradicted } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { DraftEvent } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { addedAfter } from '../../record/added.ts';
import { refuseIfArchived } from '../../record/refusals.ts';
import type { annulJournalEntry, continueJournal, handOverJournal } from './commands.ts';
import type { JournalEntryContext, KeepingContext } from './context.ts';
import { refuseUnlessRightable } from './decide-added.ts';
import { refuseUnlessTeaches } from './decide-entry.ts';
import { journalContinued, journalEntryAnnulled, journalHandedOver } from './facts/events.ts';
import { heldInClass, keepersOf, journalRecord, unfitHandOvers } from './facts/questions.ts';
import type { JournalEntry, JournalState, KeepingState } from './facts/state.ts';
import { ownKeepingFold } from './facts/state.ts';
import {
  groupNotMerged,
  handOverUnfit,
  journalEmpty,
  journalIsContinued,
  lessonsAfterContinuation,
} from './refusals.ts';

/**
 * Decides `hand-over-journal`. Refuses `journal-empty`, `journal-continued`, `hand-over-unfit`, as
 * `signAs` does for the signer and the new teacher, and as `refuseIfArchived` does. RK 4 no. 4.
 */
export function decideHandOverJournal(
  state: JournalState,
  input: z.output<typeof handOverJournal.schema>,
  context: KeepingContext,
): Decision {
  const { journal, from, to, act, on } = input;
  const no = refuseUnlessKept(state, journal, on);
  if (no !== null) return no;
  const { edition, programme, level, receiver } = context;
  const keepers = keepersOf(state, on);
  if (from === to || !keepers.includes(from)) {
    return handOverUnfit({ journal, from, to, keepers });
  }
  const scope = { programme, group: state.group, level };
  const { teacherOffices } = edition.lessons;
  const teaches = refuseUnlessTeaches(receiver, { person: to, on }, teacherOffices, scope);
  if (teaches !== null) return teaches;
  const signer = signKeeping(input, context, state);
  if (isRefusal(signer)) return signer;
  const data = { ...idsOf(state, journal), from, to, act, signer, edition: edition.edition };
  const refs = { ...refsOf(state, journal, programme), official: [from, to, signer.person] };
  return refuseIfContradicted(state, journalHandedOver.draft({ occurredOn: on, refs, data }));
}

/**
 * Decides `continue-journal`: lessons and hours held so far are carried into the journal of the
 * group that this one was merged into. Refuses `journal-empty`, `journal-continued`,
 * `group-not-merged`, `lessons-after-continuation`, as `signAs` and `refuseIfArchived` do. RK 4 no.
 * 5.
 */
export function decideContinueJournal(
  state: JournalState,
  input: z.output<typeof continueJournal.schema>,
  context: KeepingContext,
): Decision {
  const { journal, on } = input;
  const no = refuseUnlessKept(state, journal, on);
  if (no !== null) return no;
  const { edition, programme, merged } = context;
  const { group, module, studyYear } = state;
  if (merged === null || on < merged.from) return groupNotMerged({ group, on });
  const held = [...state.lessons].filter(([, { annulled }]) => !annulled);
  const later = held.filter(([, lesson]) => lesson.on >= on).map(([id]) => id);
  if (later.length > 0) return lessonsAfterContinuation({ journal, on, lessons: later });
  const signer = signKeeping(input, context, state);
  if (isRefusal(signer)) return signer;
  const { lessons, hours } = heldInClass(held.map(([, { entry }]) => entry));
  const carried = {
    into: `${merged.into}.${module}.${studyYear}`,
    intoGroup: merged.into,
    lessonsHeld: lessons,
    hoursHeld: hours,
  };
  const data = { ...idsOf(state, journal), ...carried, signer, edition: edition.edition };
  const refs = { ...refsOf(state, journal, programme), official: [signer.person] };
  const draft = { ...refs, journal: [journal, carried.into], group: [group, merged.into] };
  return refuseIfContradicted(state, journalContinued.draft({ occurredOn: on, refs: draft, data }));
}

/** How the handings over and the continuation of a journal rest on one another. */
const fitOf = (state: JournalState): Fit<KeepingState, JournalEntry> => ({
  own: ownKeepingFold,
  unfit: (keeping) => unfitHandOvers(state, keeping),
});

/** Refuses `entry-contradicted` where later handings over could not be beside the new entry. */
function refuseIfContradicted(state: JournalState, draft: DraftEvent): Decision {
  const fit = fitOf(state);
  const facts = restingFacts(fit, state.keeping, stateWith(fit.own, state.keeping, [draft]));
  return facts.length === 0 ? [draft] : entryContradicted({ on: draft.occurredOn, facts });
}

/**
 * Decides `annul-journal-entry`. Refuses as `findPutRight` and `refuseUnlessRightable` do, and
 * `entry-rested-on` for the later handings over by who took the journal over by this one. RK 1.8.
 */
export function decideAnnulJournalEntry(
  state: JournalState,
  input: z.output<typeof annulJournalEntry.schema>,
  context: JournalEntryContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { journal, reason = null } = input;
  const by = { act: 'annul-journal-entry', ground };
  const shut = refuseUnlessRightable(state, input, by, context);
  if (shut !== null) return shut;
  const asked = { ...by, of: journal };
  const found = findAnnulled(fitOf(state), state.keeping, input, context, {
    ...asked,
    orderRequired: false,
  });
  if (isRefusal(found)) return found;
  const annulled = { ...annulmentData(found, context, null), reason };
  const data = { ...idsOf(state, journal), ...annulled, ...addedAfter(state.archival, input) };
  return [journalEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}

/** Refuses `journal-continued` for a lesson of a day on which the journal goes on elsewhere. */
export function refuseIfContinued(
  { keeping: { continued } }: JournalState,
  journal: string,
  on: string,
): Refusal | null {
  return continued === null || on < continued.from
    ? null
    : journalIsContinued({ journal, ...continued });
}

function refuseUnlessKept(state: JournalState, journal: string, on: string): Refusal | null {
  if (state.journal === null) return journalEmpty({ journal });
  return (
    refuseIfArchived(state.archival, journalRecord(journal)) ??
    refuseIfContinued(state, journal, on)
  );
}

function signKeeping(
  {
    signer: person,
    office,
    on,
  }: Pick<z.output<typeof continueJournal.schema>, 'signer' | 'office' | 'on'>,
  { edition, official, programme, level }: KeepingContext,
  { group }: JournalState,
) {
  const scope = { programme, group, level };
  return signAs(official, { person, office, on }, edition.lessons.handOverOffices, scope);
}

const idsOf = ({ group, module, studyYear }: JournalState, journal: string) => ({
  journal,
  group,
  module,
  studyYear,
});

const refsOf = ({ group, module }: JournalState, journal: string, programme: string) => ({
  journal: [journal],
  group: [group],
  module: [module],
  programme: [programme],
});
