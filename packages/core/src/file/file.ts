import type * as z from 'zod';
import { actOutOfOrder } from '../acting/act-day.ts';
import type { CommendationState } from '../commendation/commendation.ts';
import { commendationUnknown } from '../commendation/refusals.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { Refs } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { recordEvents } from '../record/events.ts';
import type { ArchivedKind } from '../record/kind.ts';
import { refuseIfArchived } from '../record/refusals.ts';
import type { ArchivalStatus } from '../record/state.ts';
import { evolveArchivalStatus, notArchived } from '../record/state.ts';
import type { addFileDocument, closeFile, openFile } from './commands.ts';
import type { fileEvents } from './events.ts';
import { fileClosed, fileDocumentAdded, fileOpened } from './events.ts';

/* Stream: `<org>.file-<learner>.<n>`. The personal file (личное дело) and its inventory. D17. */

export type FileEvent = EventOf<(typeof fileEvents)[number] | (typeof recordEvents)[number]>;

/** A line of the inventory as later acts see it. */
export interface InventoryItem {
  readonly eventId: string;
  readonly on: string;
  readonly refs: Refs;
  sheets: number;
  medium: string;
  removedOn: string | null;
}

export interface FileState {
  /** `<learner>.<n>`; null: not opened yet. */
  file: string | null;
  learner: string;
  number: string;
  openedOn: string;
  closedOn: string | null;
  /** Lines of the inventory so far: they are numbered from 1 without gaps. */
  items: number;
  readonly lines: Map<number, InventoryItem>;
  /** Its last part, the line that this begins with, and whether it is certified as it stands. */
  part: number;
  partFrom: number;
  certified: boolean;
  /** Day of the latest step. */
  lastOn: string;
  readonly archival: ArchivalStatus;
}

export const fileDecider: Decider<FileState, FileEvent> = {
  kind: 'file',
  initial: () => ({
    file: null,
    learner: '',
    number: '',
    openedOn: '',
    closedOn: null,
    items: 0,
    lines: new Map(),
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
        addLine(state, event);
        passed(state, event.occurredOn);
        return;
      case 'FileDocumentRemoved': {
        const line = state.lines.get(event.data.item);
        if (line !== undefined) line.removedOn = event.occurredOn;
        if (event.data.item >= state.partFrom) state.certified = false;
        passed(state, event.occurredOn);
        return;
      }
      case 'InventoryLineCorrected': {
        const { item, sheets, medium, actedOn } = event.data;
        const line = state.lines.get(item);
        if (line !== undefined) Object.assign(line, { sheets, medium });
        passed(state, actedOn);
        return;
      }
      case 'FilePartCertified':
        state.certified = true;
        passed(state, event.occurredOn);
        return;
      case 'FilePartOpened': {
        const { part, fromItem: partFrom } = event.data;
        Object.assign(state, { part, partFrom, certified: false });
        passed(state, event.occurredOn);
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

function addLine(state: FileState, event: Extract<FileEvent, { type: 'FileDocumentAdded' }>): void {
  const { id: eventId, occurredOn: on, refs, data } = event;
  const { item, sheets, medium } = data;
  state.items = item;
  state.lines.set(item, { eventId, on, refs, sheets, medium, removedOn: null });
}

function passed(state: FileState, on: string): void {
  if (on > state.lastOn) state.lastOn = on;
}

/** How the archive moves personal files. */
export const fileArchive: ArchivedKind<FileState, FileEvent> = {
  decider: fileDecider,
  statusOf: ({ file, archival }) => (file === null ? null : archival),
  refsOf: ({ file, learner }) => ({ file: file === null ? [] : [file], learner: [learner] }),
  refuseUnlessReady: () => null,
};

/* Refusals */

/** The learner has an open file already. */
export const fileStillOpen = refusal(
  'file-still-open',
  (d: { file: string; number: string; learner: string }) => ({
    ru: `У ${d.learner} уже открыто личное дело ${d.file} (№ ${d.number}): сначала закройте его`,
    en: `Learner ${d.learner} has an open file ${d.file} (No. ${d.number}): close it first`,
  }),
);

/** There is no such file. */
export const fileUnknown = refusal('file-unknown', (d: { file: string }) => ({
  ru: `Личного дела ${d.file} нет: сначала откройте его`,
  en: `There is no personal file ${d.file}: open it first`,
}));

/** The file is closed. */
export const fileIsClosed = refusal('file-closed', (d: { file: string; on: string }) => ({
  ru: `Личное дело ${d.file} закрыто ${d.on}: откройте новое`,
  en: `The personal file ${d.file} was closed on ${d.on}: open a new one`,
}));

/** A document is about a commendation of the file's own learner. */
export const commendationOfAnother = refusal(
  'commendation-of-another',
  (d: { commendation: string; learner: string }) => ({
    ru: `Поощрение ${d.commendation} не обучающегося ${d.learner}: назовите его собственное`,
    en: `The commendation ${d.commendation} is not of learner ${d.learner}: name one of theirs`,
  }),
);

/** The part's sheets are counted and certified: it takes no more. */
export const filePartIsCertified = refusal(
  'file-part-certified',
  (d: { file: string; part: number }) => ({
    ru: `Часть ${d.part} личного дела ${d.file} заверена: откройте следующую часть`,
    en: `Part ${d.part} of the file ${d.file} is certified: open the next part`,
  }),
);

/* Decide */

/** Decides `open-file` on the n-th file of a learner, which must not be there yet. */
export function decideOpenFile(
  state: FileState,
  input: z.output<typeof openFile.schema> & { readonly file: string },
): Decision {
  const { file, learner, number, index, on } = input;
  // Two openings at once: the second meets the file of the first.
  if (state.file !== null) return fileStillOpen({ file, number: state.number, learner });
  const data = { file, learner, number, index };
  return [fileOpened.draft({ occurredOn: on, refs: refsOf(data), data })];
}

/** What adding a document needs from elsewhere: the commendation, where it is about one. */
export interface DocumentContext {
  readonly award: CommendationState | null;
}

/** Decides `add-file-document`: the next line of the inventory. R1 §5.4. */
export function decideAddFileDocument(
  state: FileState,
  input: z.output<typeof addFileDocument.schema>,
  { award }: DocumentContext,
): Decision {
  const { file, title, number, date, sheets, medium, original, on } = input;
  const no = refuseUnlessOpen(state, file);
  if (no !== null) return no;
  if (on < state.openedOn) return actOutOfOrder({ on, after: state.openedOn });
  if (state.certified) return filePartIsCertified({ file, part: state.part });
  const { learner } = state;
  const commendation = commendationOf(input);
  if (commendation !== null) {
    if (award === null || award.id === null) return commendationUnknown({ commendation });
    if (award.learner !== learner) return commendationOfAnother({ commendation, learner });
  }
  const numbered = number === null ? {} : { number: { value: number } };
  const about = typeof input.about === 'string' ? input.about : commendation;
  const whose = { file, learner };
  const words = { title: { value: title }, ...numbered };
  const item = state.items + 1;
  const data = { ...whose, item, ...words, date, sheets, medium, original, about };
  const refs = { ...refsOf(whose), commendation: commendation === null ? [] : [commendation] };
  return [fileDocumentAdded.draft({ occurredOn: on, refs, data })];
}

/** The commendation that a document is said to be about; null: it is about none. */
export function commendationOf({
  about,
}: Pick<z.output<typeof addFileDocument.schema>, 'about'>): string | null {
  return about === null || typeof about === 'string' ? null : about.commendation;
}

export function decideCloseFile(
  state: FileState,
  input: z.output<typeof closeFile.schema>,
): Decision {
  const { file, on } = input;
  const no = refuseUnlessOpen(state, file);
  if (no !== null) return no;
  if (on < state.lastOn) return actOutOfOrder({ on, after: state.lastOn });
  const data = { file, learner: state.learner };
  return [fileClosed.draft({ occurredOn: on, refs: refsOf(data), data })];
}

/** Why nothing may be put into a file; null: it is open. */
export function refuseUnlessOpen(state: FileState, file: string): Refusal | null {
  if (state.file === null) return fileUnknown({ file });
  const no = refuseIfArchived(state.archival, `file-${file}`);
  if (no !== null) return no;
  return state.closedOn === null ? null : fileIsClosed({ file, on: state.closedOn });
}

/** The ids of a file. */
export const refsOf = ({ file, learner }: { readonly file: string; readonly learner: string }) => ({
  file: [file],
  learner: [learner],
});
