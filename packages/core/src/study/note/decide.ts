import { findAnnulled } from '../../acting/annulling.ts';
import type { ActContext } from '../../acting/context.ts';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import { signAs } from '../../acting/signer.ts';
import type { Fit } from '../../entry/fitting.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { groupUnknown } from '../group/facts/unknown.ts';
import type { AnnulNoteEntry, ReadNote, WriteNote } from './commands.ts';
import type { NoteContext } from './context.ts';
import { namedIn } from './context.ts';
import { learnerNoteWritten, noteEntryAnnulled, noteRead, noteWritten } from './facts/events.ts';
import type { NoteEntry, NoteFacts, NoteState } from './facts/state.ts';
import { noteFacts, unfitNoteEntries } from './facts/state.ts';
import { noteReadAlready, noteUnknown } from './refusals.ts';

/** How the readings of a note rest on its writing. */
const noteFit: Fit<NoteFacts, NoteEntry> = { own: noteFacts, unfit: unfitNoteEntries };

/**
 * Decides `write-note`. Refuses `already-exists`, `learner-unknown`, `group-unknown`, and as
 * `signAs` does. R1 §4/5.5.1, R4 §4.2.
 */
export function decideWriteNote(
  state: NoteState,
  input: WithId<WriteNote>,
  { edition, official, learnerExists, groupExists }: NoteContext,
): Decision {
  const { id: note, title, locator, signer: person, office, on } = input;
  const { learner, group } = namedIn(input);
  if (state.writtenOn !== null) {
    return alreadyExists({ kind: 'analytical-note', id: note, standing: state.writtenOn });
  }
  if (learner !== null && !learnerExists) return learnerUnknown({ learner });
  if (group !== null && !groupExists) return groupUnknown({ group });
  const { authorOffices } = edition.assessment.analyticalNotes;
  const author = signAs(official, { person, office, on }, authorOffices, 'any');
  if (isRefusal(author)) return author;
  const about = { note, group, author, edition: edition.edition };
  const refs = { group: group === null ? [] : [group], official: [person] };
  if (learner === null) {
    return [noteWritten.draft({ occurredOn: on, refs, data: { ...about, title, locator } })];
  }
  const words = { title: { value: title }, locator: { value: locator } };
  const data = { ...about, learner, ...words };
  return [
    learnerNoteWritten.draft({ occurredOn: on, refs: { ...refs, learner: [learner] }, data }),
  ];
}

/**
 * Decides `read-note`: once for each person, in an office that may read notes. Refuses
 * `note-unknown`, `act-out-of-order`, `note-read-already`, and as `signAs` does. R4 §4.2.
 */
export function decideReadNote(
  state: NoteState,
  { note, signer: person, office, on }: ReadNote,
  { edition, official }: ActContext,
): Decision {
  const { writtenOn, refs, readers } = state;
  if (writtenOn === null) return noteUnknown({ note });
  if (on < writtenOn) return actOutOfOrder({ on, after: writtenOn });
  const before = readers.get(person);
  if (before !== undefined) return noteReadAlready({ note, reader: person, on: before });
  const { readerOffices } = edition.assessment.analyticalNotes;
  const reader = signAs(official, { person, office, on }, readerOffices, 'any');
  if (isRefusal(reader)) return reader;
  const data = { note, reader, edition: edition.edition };
  return [noteRead.draft({ occurredOn: on, refs: { ...refs, official: [person] }, data })];
}

/**
 * Decides `annul-note-entry`. Refuses `entry-rested-on` for the writing of a note that was read,
 * and as `findPutRight` does. RK 1.8.
 */
export function decideAnnulNoteEntry(
  state: NoteState,
  input: AnnulNoteEntry,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { note, reason = null } = input;
  const asked = { act: 'annul-note-entry', of: note, orderRequired: false, ground };
  const found = findAnnulled(noteFit, state, input, context, asked);
  if (isRefusal(found)) return found;
  const data = { note, ...annulmentData(found, context, null), reason };
  return [noteEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
