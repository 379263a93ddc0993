import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { BlankActsState, ReleasedRange, SpoiltBlank } from './blank-act-state.ts';
import { blankActsFold } from './blank-act-state.ts';
import type { BlankNumber, BlankRange } from './blank-questions.ts';
import { blankKey, containsBlank } from './blank-questions.ts';
import type { DocumentAct } from './document-act-state.ts';
import { addAct, annulAct, latestActOn } from './document-act-state.ts';
import type { DocumentPaper, NewEntryEvent, RegisterEntry } from './entry-state.ts';
import { correctEntry, entryMade } from './entry-state.ts';
import type { registerEvents } from './events.ts';
import { documentParts } from './questions.ts';

/*
 * Stream: `<org>.register-<series>.<year>`. Its entries are in one order, and so are their numbers:
 * whoever appends next gets the next number, and a conflict is decided again. D15.
 */

/** Any event in the stream of a register. */
export type RegisterEvent = EventOf<(typeof registerEvents)[number]>;

/** The use of a blank: for a document, or spoilt. */
export type BlankUse = ({ readonly by: 'document' } & DocumentBlank) | Spoilt;

type Spoilt = { readonly by: 'spoilt' } & SpoiltBlank;

/** A blank that a document was issued on. */
export interface DocumentBlank extends BlankNumber {
  readonly document: string;
}

/** What the events of a register amount to. */
export interface RegisterState {
  /** Number of the last entry; null before the first. */
  lastNumber: number | null;
  /** Latest day of issue. */
  lastOn: string;
  /** Entries by number. */
  readonly entries: Map<number, RegisterEntry>;
  /** Kind of blank → blank → its document. */
  readonly blanks: Map<string, Map<string, DocumentBlank>>;
  /** The blanks that were spoilt, written off or released. */
  readonly blankActs: BlankActsState;
  /** Document → the valid one that was issued in this register in its place. */
  readonly successors: Map<string, string>;
  /** `<kind>/<enrollment>` → the valid original issued in this register. */
  readonly originals: Map<string, string>;
}

/** Key of what only one original is issued for: `<kind>/<enrollment>`. */
export const originalKey = (kind: string, enrollment: string): string => `${kind}/${enrollment}`;

/**
 * Folds the events of a register into its state: entries, uses of blanks, and which document takes
 * the place of which.
 */
export const registerFold: Fold<RegisterState, RegisterEvent> = {
  kind: 'register',
  initial: () => ({
    lastNumber: null,
    lastOn: '',
    entries: new Map(),
    blanks: new Map(),
    blankActs: blankActsFold.initial(),
    successors: new Map(),
    originals: new Map(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'DocumentIssued':
      case 'DocumentReceived':
      case 'DocumentTakenOver':
        return addEntry(state, event);
      case 'BlankSpoilt':
      case 'BlanksWrittenOff':
      case 'BlanksReleased':
      case 'BlankEntryAnnulled':
        return blankActsFold.evolve(state.blankActs, event);
      default: {
        const entry = state.entries.get(documentParts(event.data.document).number);
        if (entry !== undefined) evolveEntry(state, entry, event);
      }
    }
  },
};

type EntryActEvent = Extract<
  RegisterEvent,
  { type: 'DocumentLineCorrected' | 'DocumentActAnnulled' | DocumentAct['type'] }
>;

function addEntry(state: RegisterState, event: NewEntryEvent): void {
  const entry = entryMade(event);
  const { document, number, on, paper } = entry;
  state.lastNumber = number;
  if (on > state.lastOn) state.lastOn = on;
  state.entries.set(number, entry);
  takeBlank(state, document, paper);
  const place = entry.origin === 'issued' ? placeTaken(state, entry) : null;
  if (place !== null) place.index.set(place.key, document);
}

/** The place that only one valid document has: that of another document, or of an original. */
function placeTaken(
  { successors, originals }: RegisterState,
  { first, kind, enrollment }: Pick<RegisterEntry, 'first' | 'kind' | 'enrollment'>,
): { readonly index: Map<string, string>; readonly key: string } | null {
  if (first !== null) return { index: successors, key: first };
  return enrollment === null ? null : { index: originals, key: originalKey(kind, enrollment) };
}

function evolveEntry(state: RegisterState, entry: RegisterEntry, event: EntryActEvent): void {
  switch (event.type) {
    case 'DocumentLineCorrected': {
      dropBlank(state, entry.document, entry.paper);
      takeBlank(state, entry.document, event.data.paper);
      correctEntry(entry, event);
      break;
    }
    case 'DocumentAnnulled':
    case 'DocumentWithdrawn':
    case 'DocumentDelivered':
    case 'DocumentLinked':
      addAct(entry, event);
      break;
    case 'DocumentActAnnulled':
      annulAct(entry, event);
  }
  settle(state, entry);
  const acted = latestActOn(entry);
  entry.lastActOn = acted > entry.lineOn ? acted : entry.lineOn;
}

/**
 * An annulled document leaves its place to another one, and its blank too where its entry was made
 * in error. A document whose annulment was annulled has both again, unless another has them.
 */
function settle(state: RegisterState, entry: RegisterEntry): void {
  const { document, paper, annulment, origin } = entry;
  const place = origin === 'issued' ? placeTaken(state, entry) : null;
  const holder = place?.index.get(place.key);
  if (annulment === null && holder === undefined) place?.index.set(place.key, document);
  if (annulment !== null && holder === document) place?.index.delete(place.key);
  if (annulment?.enteredInError === true) dropBlank(state, document, paper);
  else if (documentOn(state, paper) === null) takeBlank(state, document, paper);
}

function takeBlank(state: RegisterState, document: string, paper: DocumentPaper): void {
  const { blank, series, number } = paper;
  if (blank === null || number === null) return;
  const ofKind = state.blanks.get(blank) ?? new Map<string, DocumentBlank>();
  state.blanks.set(blank, ofKind);
  ofKind.set(blankKey({ series, number }), { series, number, document });
}

/** The document that has the blank; null: none. */
function documentOn(
  { blanks }: RegisterState,
  { blank, series, number }: DocumentPaper,
): string | null {
  if (blank === null || number === null) return null;
  return blanks.get(blank)?.get(blankKey({ series, number }))?.document ?? null;
}

function dropBlank(state: RegisterState, document: string, paper: DocumentPaper): void {
  const { blank, series, number } = paper;
  if (blank === null || number === null || documentOn(state, paper) !== document) return;
  state.blanks.get(blank)?.delete(blankKey({ series, number }));
}

/** The ranges of a kind of blank that this register released. */
export function releasedOf(state: RegisterState, blank: string): readonly ReleasedRange[] {
  return state.blankActs.released.get(blank) ?? [];
}

/** The use of a blank in this register; null while it is unused. */
export function useOf(state: RegisterState, blank: string, one: BlankNumber): BlankUse | null {
  const key = blankKey(one);
  const issued = state.blanks.get(blank)?.get(key);
  if (issued !== undefined) return { by: 'document', ...issued };
  const spoilt = state.blankActs.spoilt.get(blank)?.get(key);
  return spoilt === undefined ? null : { by: 'spoilt', ...spoilt };
}

/** The uses of the blanks of a range in this register: those of documents, then spoilt ones. */
export function usesIn(
  state: RegisterState,
  blank: string,
  range: BlankRange,
): readonly BlankUse[] {
  const issued = [...(state.blanks.get(blank)?.values() ?? [])];
  const spoilt = [...(state.blankActs.spoilt.get(blank)?.values() ?? [])];
  const uses = [
    ...issued.map((one) => ({ by: 'document' as const, ...one })),
    ...spoilt.map((one) => ({ by: 'spoilt' as const, ...one })),
  ];
  return uses.filter((use) => containsBlank(range, use));
}

/** The entry of a document, or null where this register has none. */
export function entryOf(state: RegisterState, document: string): RegisterEntry | null {
  const entry = state.entries.get(documentParts(document).number);
  return entry?.document === document ? entry : null;
}
