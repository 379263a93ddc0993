import type { AnnulledEntry } from '../projection/entries.ts';
import { countedFacts } from '../projection/entries.ts';
import type { Fact, WithBasis } from '../projection/fact.ts';
import { basisOf, factOf, factsOn, isOneOf } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const ENTRY_TYPES = ['LearnerNoteWritten', 'NoteWritten', 'NoteRead'] as const;

const TYPES = [...ENTRY_TYPES, 'NoteEntryAnnulled'] as const;

/** The writing of a note: about a learner, or about a group or the organisation. */
export type NoteWriting = Fact<'LearnerNoteWritten' | 'NoteWritten'>;

/** An analytical note: who wrote it and who has read it. R1 §4/5.5.1, R4 §4.2. */
export interface AnalyticalNote extends WithBasis {
  readonly note: string;
  /** `null` if it is not written yet, or the writing was annulled. */
  readonly written: NoteWriting | null;
  /** In the order of their days. */
  readonly read: readonly Fact<'NoteRead'>[];
  /** Entries that count as never made. RK 1.8. */
  readonly annulled: readonly AnnulledEntry<
    Fact<(typeof ENTRY_TYPES)[number]>,
    Fact<'NoteEntryAnnulled'>
  >[];
}

/** An analytical note: its facts in log order. */
export interface NotesView {
  readonly key: string;
  readonly facts: Fact<(typeof TYPES)[number]>[];
}

/** Keys of the partitions; the prefix of all has no id. */
export const notesKey = {
  /** Gives the key of one note. */
  note: (note = ''): string => partitionKey('note', note),
};

/**
 * Analytical notes, which are for teachers (R1 §4/5.5.1, R4 §4.2). The `people` view has the title
 * and the place of one about a learner. Key: `note/<id>`.
 */
export const notes: Projection<NotesView, AnalyticalNote> = {
  name: 'notes',
  version: 1,
  types: TYPES,
  keysOf: (event) => (isOneOf(event, TYPES) ? [notesKey.note(event.data.note)] : []),
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES)) view.facts.push(factOf(event));
  },
  read: ({ key, facts }, on) => {
    const current = factsOn(facts, on);
    const { inForce, annulled } = countedFacts(
      current.filter((fact) => isOneOf(fact, ENTRY_TYPES)),
      current.filter((fact) => fact.type === 'NoteEntryAnnulled'),
    );
    return {
      note: keyPart(key, 1),
      written: inForce.find((fact) => fact.type !== 'NoteRead') ?? null,
      read: inForce.filter((fact) => fact.type === 'NoteRead'),
      annulled,
      basis: basisOf(current),
    };
  },
};
