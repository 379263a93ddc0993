import type * as z from 'zod';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { BlankRange } from './blank-questions.ts';
import { blankKey } from './blank-questions.ts';
import type { contentShape, documentMarkShape, paperShape, registerEvents } from './events.ts';
import { documentParts } from './questions.ts';

/*
 * Stream: `<org>.register-<series>.<year>`. One order of lines, so one order of numbers: whoever
 * appends next gets the next one, and a conflict decides again. D15.
 */

/** Any event in the stream of a register. */
export type RegisterEvent = EventOf<(typeof registerEvents)[number]>;

export type DocumentPaper = z.infer<typeof paperShape>;

export type DocumentContent = z.infer<typeof contentShape>;

export type DocumentMark = z.infer<typeof documentMarkShape>;

/** A line of the register, and what became of its document. */
export interface RegisterEntry {
  readonly document: string;
  readonly number: number;
  readonly registrationNumber: string;
  /** Event id of the line. */
  readonly event: string;
  readonly register: string;
  readonly kind: string;
  readonly learner: string;
  readonly enrollment: string | null;
  readonly programme: string | null;
  readonly completedBy: string | null;
  /** Entered as received from elsewhere. */
  readonly received: boolean;
  readonly standing: 'original' | 'duplicate' | 'replacement';
  readonly first: string | null;
  readonly on: string;
  readonly refs: Refs;
  /** Event id of the entry in force: the line, or its last correction. */
  inForce: string;
  paper: DocumentPaper;
  content: DocumentContent;
  marks: readonly DocumentMark[];
  /** Day of the latest act about the document: a later one is not dated before it. */
  lastActOn: string;
  annulledOn: string | null;
  withdrawn: { readonly on: string; readonly outcome: string } | null;
  deliveredOn: string | null;
}

/** A blank that is no longer blank: used by a document, or spoilt. */
export type BlankUse =
  | { readonly by: 'document'; readonly document: string }
  | { readonly by: 'spoilt'; readonly on: string; readonly writtenOff: boolean };

/** What the events of a register amount to. */
export interface RegisterState {
  /** Number of the last line; null while there is none. */
  lastNumber: number | null;
  /** Latest day of issue. */
  lastOn: string;
  /** By number. */
  readonly entries: Map<number, RegisterEntry>;
  /** Kind of blank → blank → its use. */
  readonly blanks: Map<string, Map<string, BlankUse>>;
  /** Kind of blank → ranges given back. */
  readonly released: Map<string, BlankRange[]>;
  /** Document → the standing one that was issued here in its place. */
  readonly successors: Map<string, string>;
  /** `<kind>/<enrollment>` → the standing original issued here. */
  readonly originals: Map<string, string>;
}

/** What an original is issued for once. */
export const originalKey = (kind: string, enrollment: string): string => `${kind}/${enrollment}`;

/** Folds the register of a year: its lines, blanks used there, and what stands in whose place. */
export const registerFold: Fold<RegisterState, RegisterEvent> = {
  kind: 'register',
  initial: () => ({
    lastNumber: null,
    lastOn: '',
    entries: new Map(),
    blanks: new Map(),
    released: new Map(),
    successors: new Map(),
    originals: new Map(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'DocumentIssued':
      case 'DocumentReceived':
        return addEntry(state, event);
      case 'BlankSpoilt': {
        const { blank, series, number } = event.data;
        const use = { by: 'spoilt', on: event.occurredOn, writtenOff: false } as const;
        usesOf(state, blank).set(blankKey({ series, number }), use);
        return;
      }
      case 'BlanksWrittenOff': {
        const uses = usesOf(state, event.data.blank);
        for (const item of event.data.items) {
          const use = { by: 'spoilt', on: event.occurredOn, writtenOff: true } as const;
          uses.set(blankKey(item), use);
        }
        return;
      }
      case 'BlanksReleased': {
        const { blank, series, from, to } = event.data;
        state.released.set(blank, [...releasedOf(state, blank), { series, from, to }]);
        return;
      }
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
  { type: `Document${'LineCorrected' | 'Annulled' | 'Withdrawn' | 'Delivered'}` }
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
    lastActOn: on,
    annulledOn: null,
    withdrawn: null,
    deliveredOn: null,
  });
  takeBlank(state, document, paper);
  if (issued === null) return;
  if (issued.first !== null) state.successors.set(issued.first, document);
  else if (enrollment !== null) state.originals.set(originalKey(kind, enrollment), document);
}

function evolveEntry(state: RegisterState, entry: RegisterEntry, event: EntryActEvent): void {
  switch (event.type) {
    case 'DocumentLineCorrected': {
      const { paper, content, marks, actedOn } = event.data;
      dropBlank(state, entry.document, entry.paper);
      takeBlank(state, entry.document, paper);
      Object.assign(entry, { inForce: event.id, paper, content, marks, lastActOn: actedOn });
      return;
    }
    case 'DocumentAnnulled': {
      entry.annulledOn = event.data.actedOn;
      entry.lastActOn = event.data.actedOn;
      const { document, first, kind, enrollment } = entry;
      if (first !== null) deleteIfEqual(state.successors, first, document);
      else if (enrollment !== null) {
        deleteIfEqual(state.originals, originalKey(kind, enrollment), document);
      }
      return;
    }
    case 'DocumentWithdrawn':
      entry.withdrawn = { on: event.occurredOn, outcome: event.data.outcome };
      entry.lastActOn = event.occurredOn;
      return;
    case 'DocumentDelivered':
      entry.deliveredOn = event.occurredOn;
      entry.lastActOn = event.occurredOn;
  }
}

function deleteIfEqual(index: Map<string, string>, key: string, document: string): void {
  if (index.get(key) === document) index.delete(key);
}

function takeBlank(state: RegisterState, document: string, paper: DocumentPaper): void {
  const { blank, series, number } = paper;
  if (blank === null || number === null) return;
  usesOf(state, blank).set(blankKey({ series, number }), { by: 'document', document });
}

function dropBlank(state: RegisterState, document: string, paper: DocumentPaper): void {
  const { blank, series, number } = paper;
  if (blank === null || number === null) return;
  const uses = usesOf(state, blank);
  const use = uses.get(blankKey({ series, number }));
  if (use?.by === 'document' && use.document === document) {
    uses.delete(blankKey({ series, number }));
  }
}

function usesOf(state: RegisterState, blank: string): Map<string, BlankUse> {
  const found = state.blanks.get(blank);
  if (found !== undefined) return found;
  const fresh = new Map<string, BlankUse>();
  state.blanks.set(blank, fresh);
  return fresh;
}

/** The ranges of a kind of blank that this register gave back. */
export function releasedOf(state: RegisterState, blank: string): readonly BlankRange[] {
  return state.released.get(blank) ?? [];
}

/** What became of a blank here; null: it is still blank. */
export function useOf(
  state: RegisterState,
  blank: string,
  one: { readonly series: string | null; readonly number: string },
): BlankUse | null {
  return state.blanks.get(blank)?.get(blankKey(one)) ?? null;
}

/** The line of a document, or null: this register has none. */
export function entryOf(state: RegisterState, document: string): RegisterEntry | null {
  const entry = state.entries.get(documentParts(document).number);
  return entry?.document === document ? entry : null;
}
