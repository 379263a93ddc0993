import type { AnnulmentEvent, EntryFold, WithEntries } from '@letopis/core/facts';
import { foldEntries } from '@letopis/core/facts';
import type { DraftEvent, RecordedEvent } from '@letopis/core/kernel';
import { foldEvents } from '@letopis/core/kernel';

/* The smallest stream of entries: a diary whose state is its words, in the order of their days. */

export type Note = RecordedEvent<'Noted', { readonly word: string }>;
export type NoteAnnulled = AnnulmentEvent<'NoteAnnulled'>;

interface Words {
  words: string[];
}

export const ownDiary: EntryFold<Words, Note> = {
  kind: 'diary',
  initial: () => ({ words: [] }),
  evolve: ({ words }, { data }) => {
    words.push(data.word);
  },
};

export const diary = foldEntries<Words, Note, NoteAnnulled>(ownDiary, { type: 'NoteAnnulled' });

export type Diary = Words & WithEntries<Note>;

const STORED = {
  schemaVersion: 1,
  stream: 'academy.diary-d-1',
  position: '1',
  recordedAt: '2026-11-22T09:00:00.000Z',
  actor: 'u-1',
  onBehalfOf: null,
  ground: null,
  commandId: 'c-1',
  commandDigest: '',
  causationId: null,
  refs: {},
} as const;

/** A draft of the entry `word` on a day. */
export const drafted = (word: string, occurredOn: string): DraftEvent => ({
  type: 'Noted',
  occurredOn,
  refs: {},
  data: { word },
});

type Step = (revision: number) => Note | NoteAnnulled;

/** The entry `word`, whose event id is the word, on a day. */
export const noted =
  (word: string, occurredOn: string): Step =>
  (revision) => ({ ...STORED, id: word, type: 'Noted', revision, occurredOn, data: { word } });

/** The annulment of an entry; `replacedBy` is the word that stands in its place. */
export const annulled =
  (corrects: string, replacedBy: string | null = null, actedOn = '2026-11-20'): Step =>
  (revision) => ({
    ...STORED,
    id: `annulled-${revision}`,
    type: 'NoteAnnulled',
    revision,
    occurredOn: '2026-09-01',
    data: { corrects, actedOn, replacedBy },
  });

/** The diary after these events, each at the next revision. */
export const diaryOf = (...steps: readonly Step[]): Diary =>
  foldEvents(
    diary,
    steps.map((step, revision) => step(revision)),
  );
