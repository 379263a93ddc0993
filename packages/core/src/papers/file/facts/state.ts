import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { recordEvents } from '../../../record/events.ts';
import type { ArchivalStatus } from '../../../record/state.ts';
import { evolveArchivalStatus, notArchived } from '../../../record/state.ts';
import type { fileEvents } from './events.ts';

/* Stream: `<org>.file-<learner>.<n>`. The personal file (личное дело) and its inventory. D17. */

/** Any event in the stream of a personal file. */
export type FileEvent = EventOf<(typeof fileEvents)[number] | (typeof recordEvents)[number]>;

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

/** What the events of a personal file amount to. */
export interface FileState {
  /** `<learner>.<n>`; null: not opened yet. */
  file: string | null;
  learner: string;
  number: string;
  openedOn: string;
  closedOn: string | null;
  /** Number of inventory items so far: they are numbered from 1 without gaps. */
  itemCount: number;
  /** By number of the item; removed ones stay listed. */
  readonly items: Map<number, InventoryItem>;
  /** Number of the last part, of its first item, and whether the part is certified. */
  part: number;
  partFrom: number;
  certified: boolean;
  /** Day of the latest event. */
  lastOn: string;
  readonly archival: ArchivalStatus;
}

/** Folds the events of a personal file into its state. */
export const fileFold: Fold<FileState, FileEvent> = {
  kind: 'file',
  initial: () => ({
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
    archival: notArchived(),
  }),
  evolve: (state, event) => {
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
      default:
        evolveArchivalStatus(state.archival, event);
    }
  },
};

function addItem(state: FileState, event: Extract<FileEvent, { type: 'FileDocumentAdded' }>): void {
  const { id: eventId, occurredOn: on, refs, data } = event;
  const { item, sheets, medium } = data;
  state.itemCount = item;
  state.items.set(item, { eventId, on, refs, sheets, medium, removedOn: null });
}

function advanceLastOn(state: FileState, on: string): void {
  if (on > state.lastOn) state.lastOn = on;
}
