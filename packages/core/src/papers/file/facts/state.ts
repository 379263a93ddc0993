import type { Entry } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { recordEvents } from '../../../record/events.ts';
import type { ArchivalStatus } from '../../../record/state.ts';
import { evolveArchivalStatus, notArchived } from '../../../record/state.ts';
import type { fileEntryAnnulled, fileEvents } from './events.ts';

/* Stream: `<org>.file-<learner>.<n>`. The personal file (личное дело) and its inventory. D17. */

/** Any event in the stream of a personal file. */
export type FileEvent = EventOf<(typeof fileEvents)[number] | (typeof recordEvents)[number]>;

/** An entry of a personal file, which may be annulled. */
export type FileEntry = Exclude<
  EventOf<(typeof fileEvents)[number]>,
  EventOf<typeof fileEntryAnnulled>
>;

/** An item of the inventory. */
export interface InventoryItem {
  /** Id of the event that added it. */
  readonly eventId: string;
  readonly on: string;
  readonly refs: Refs;
  sheets: number;
  medium: string;
  removedOn: string | null;
}

/** What the entries of a personal file that count amount to. */
export interface FileFacts {
  /** `<learner>.<n>`; null: no opening counts. */
  file: string | null;
  learner: string;
  number: string;
  openedOn: string;
  closedOn: string | null;
  /** The last number that an inventory item has, or had: they are numbered from 1. */
  itemCount: number;
  /** By number of the item; removed ones stay listed. */
  readonly items: Map<number, InventoryItem>;
  /** Number of the last part, of its first item, and whether the part is certified. */
  part: number;
  partFrom: number;
  certified: boolean;
  /** Day of the latest event. */
  lastOn: string;
}

/** A personal file, as of the events folded so far. */
export interface FileState extends FileFacts {
  /** Its entries in the order of the log, which is that of the inventory, by event id. */
  readonly entries: Map<string, Entry<FileEntry>>;
  readonly archival: ArchivalStatus;
}

const emptyFile = (): FileFacts => ({
  file: null,
  learner: '',
  number: '',
  openedOn: '',
  closedOn: null,
  itemCount: 0,
  items: new Map(),
  part: 1,
  partFrom: 1,
  certified: false,
  lastOn: '',
});

/** Folds the events of a personal file into its state. */
export const fileFold: Fold<FileState, FileEvent> = {
  kind: 'file',
  initial: () => ({ ...emptyFile(), entries: new Map(), archival: notArchived() }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'HandedOver':
      case 'AcceptedByArchive':
      case 'ReturnedByArchive':
        return evolveArchivalStatus(state.archival, event);
      case 'FileEntryAnnulled':
        return annul(state, event);
      default:
        state.entries.set(event.id, { event, annulled: null, place: event.revision });
        return evolveFile(state, event);
    }
  },
};

/** The state is built anew from the entries that count; no number of an item is given again. */
function annul(state: FileState, { id: event, data }: EventOf<typeof fileEntryAnnulled>): void {
  const { corrects, actedOn, replacedBy } = data;
  const entry = state.entries.get(corrects);
  if (entry === undefined) return;
  entry.annulled ??= { event, actedOn, replacedBy };
  const { itemCount } = state;
  Object.assign(state, fileOf(countingEntries(state)), { itemCount });
}

/** The entries that count, in the order of the log. */
export const countingEntries = ({ entries }: Pick<FileState, 'entries'>): readonly FileEntry[] =>
  [...entries.values()].flatMap(({ event, annulled }) => (annulled === null ? [event] : []));

function fileOf(entries: readonly FileEntry[]): FileFacts {
  const facts = emptyFile();
  for (const entry of entries) evolveFile(facts, entry);
  return facts;
}

/**
 * The entries of a list that those before them do not carry: a document in a certified part, a
 * removal or correction of what is not there, an inscription that counts other sheets, a part
 * before the last one is certified, anything without a file. None comes after the closing but what
 * the archive's file has corrected by order. D17, RK 1.9.
 */
export function unfitFileEntries(entries: readonly FileEntry[]): readonly FileEntry[] {
  const before = emptyFile();
  return entries.filter((entry) => {
    const fits = isCarried(before, entry);
    evolveFile(before, entry);
    return !fits;
  });
}

function isCarried(before: FileFacts, { type, data }: FileEntry): boolean {
  if (type === 'FileOpened') return true;
  const isThere = (item: number) => before.items.get(item)?.removedOn === null;
  if (before.file === null) return false;
  switch (type) {
    case 'InventoryLineCorrected':
      return isThere(data.item);
    case 'FileDocumentAdded':
      return !before.certified;
    case 'FileDocumentRemoved':
      return isThere(data.item) && (data.replacedBy === null || isThere(data.replacedBy));
    case 'FilePartCertified':
      return !before.certified && data.sheets === sheetsListed(before);
    case 'FilePartOpened':
      return before.certified;
    case 'FileClosed':
      return true;
  }
}

/**
 * The number of paper sheets that the inventory lists in the last part: those of documents still in
 * it.
 * @example
 * sheetsListed(state); // => 12
 */
export function sheetsListed({ items, partFrom }: Pick<FileFacts, 'items' | 'partFrom'>): number {
  return [...items].reduce((sum, [item, { medium, removedOn, sheets }]) => {
    const counts = item >= partFrom && medium === 'paper' && removedOn === null;
    return counts ? sum + sheets : sum;
  }, 0);
}

function evolveFile(state: FileFacts, event: FileEntry): void {
  switch (event.type) {
    case 'FileOpened': {
      const { file, learner, number } = event.data;
      const { occurredOn: openedOn } = event;
      Object.assign(state, { file, learner, number, openedOn, lastOn: openedOn });
      return;
    }
    case 'FileDocumentAdded':
      addItem(state, event);
      advanceLastOn(state, event.occurredOn);
      return;
    case 'FileDocumentRemoved': {
      const listed = state.items.get(event.data.item);
      if (listed !== undefined) listed.removedOn = event.occurredOn;
      if (event.data.item >= state.partFrom) state.certified = false;
      advanceLastOn(state, event.occurredOn);
      return;
    }
    case 'InventoryLineCorrected': {
      const { item, sheets, medium, actedOn } = event.data;
      const listed = state.items.get(item);
      if (listed !== undefined) Object.assign(listed, { sheets, medium });
      advanceLastOn(state, actedOn);
      return;
    }
    case 'FilePartCertified':
      state.certified = true;
      advanceLastOn(state, event.occurredOn);
      return;
    case 'FilePartOpened': {
      const { part, fromItem: partFrom } = event.data;
      Object.assign(state, { part, partFrom, certified: false });
      advanceLastOn(state, event.occurredOn);
      return;
    }
    case 'FileClosed':
      state.closedOn = event.occurredOn;
      return;
  }
}

function addItem(state: FileFacts, event: Extract<FileEntry, { type: 'FileDocumentAdded' }>): void {
  const { id: eventId, occurredOn: on, refs, data } = event;
  const { item, sheets, medium } = data;
  state.itemCount = item;
  state.items.set(item, { eventId, on, refs, sheets, medium, removedOn: null });
}

function advanceLastOn(state: FileFacts, on: string): void {
  if (on > state.lastOn) state.lastOn = on;
}
