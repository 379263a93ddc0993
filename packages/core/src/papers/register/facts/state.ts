import type * as z from 'zod';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { Signer } from '../../../values/shape.ts';
import type { BlankActsState, ReleasedRange, SpoiltBlank } from './blank-act-state.ts';
import { blankActsFold } from './blank-act-state.ts';
import type { BlankNumber, BlankRange } from './blank-questions.ts';
import { blankKey, containsBlank } from './blank-questions.ts';
import type { DocumentActs } from './document-act-state.ts';
import { addAct, annulAct, latestActOn, noActs } from './document-act-state.ts';
import type { contentShape, documentMarkShape, paperShape, registerEvents } from './events.ts';
import { documentParts } from './questions.ts';

/*
 * Stream: `<org>.register-<series>.<year>`. Its entries are in one order, and so are their numbers:
 * whoever appends next gets the next number, and a conflict is decided again. D15.
 */

/** Any event in the stream of a register. */
export type RegisterEvent = EventOf<(typeof registerEvents)[number]>;

/** The paper of a document: an accountable blank, or plain paper. */
export type DocumentPaper = z.infer<typeof paperShape>;

/** What a document states besides names and marks. */
export type DocumentContent = z.infer<typeof contentShape>;

/** A mark as a document shows it, with the events that it is taken from. */
export type DocumentMark = z.infer<typeof documentMarkShape>;

/** An entry of the register, and what happened to its document. */
export interface RegisterEntry extends DocumentActs {
  readonly document: string;
  readonly number: number;
  readonly registrationNumber: string;
  /** Id of the event of the entry. */
  readonly event: string;
  readonly register: string;
  readonly kind: string;
  readonly learner: string;
  readonly enrollment: string | null;
  /** Earlier enrollments whose marks enter too. */
  readonly earlier: readonly string[];
  readonly programme: string | null;
  readonly completedBy: string | null;
  /** Whether the document was received from another organisation. */
  readonly received: boolean;
  readonly standing: 'original' | 'duplicate' | 'replacement';
  readonly first: string | null;
  readonly on: string;
  readonly refs: Refs;
  /** Id of the event in force: of the entry, or of its last correction. */
  inForce: string;
  paper: DocumentPaper;
  content: DocumentContent;
  marks: readonly DocumentMark[];
  /** Who signed the document; null for a received one. */
  signer: Signer | null;
  /** Day of the latest correction of the entry; else that of the entry. */
  lineOn: string;
  /** Day of the latest event about the document: its annulment may not be dated before it. */
  lastActOn: string;
}

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

type NewEntryEvent = Extract<RegisterEvent, { type: 'DocumentIssued' | 'DocumentReceived' }>;

type EntryActEvent = Extract<
  RegisterEvent,
  { type: `Document${'LineCorrected' | 'Annulled' | 'Withdrawn' | 'Delivered' | 'ActAnnulled'}` }
>;

function addEntry(state: RegisterState, event: NewEntryEvent): void {
  const { document, number, register, kind, learner, enrollment, paper, content } = event.data;
  const issued = event.type === 'DocumentIssued' ? event.data : null;
  const on = event.occurredOn;
  state.lastNumber = number;
  if (on > state.lastOn) state.lastOn = on;
  state.entries.set(number, {
    document,
    number,
    registrationNumber: event.data.registrationNumber,
    event: event.id,
    register,
    kind,
    learner,
    enrollment,
    earlier: issued?.earlier ?? [],
    programme: issued?.programme ?? null,
    standing: issued?.standing ?? 'original',
    completedBy: issued?.completedBy ?? null,
    received: issued === null,
    first: issued?.first ?? null,
    on,
    refs: event.refs,
    inForce: event.id,
    paper,
    content,
    marks: issued?.marks ?? [],
    signer: issued?.signer ?? null,
    lineOn: on,
    lastActOn: on,
    ...noActs(),
  });
  takeBlank(state, document, paper);
  const place = issued === null ? null : placeTaken(state, issued);
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
      const { paper, content, marks, actedOn, documentSigner: signer = entry.signer } = event.data;
      dropBlank(state, entry.document, entry.paper);
      takeBlank(state, entry.document, paper);
      Object.assign(entry, { inForce: event.id, paper, content, marks, signer, lineOn: actedOn });
      break;
    }
    case 'DocumentAnnulled':
    case 'DocumentWithdrawn':
    case 'DocumentDelivered':
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
  const { document, paper, annulment, received } = entry;
  const place = received ? null : placeTaken(state, entry);
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
