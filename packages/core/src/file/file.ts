import type { ArchivedKind, Custody } from '../archive/record.ts';
import type { recordEvents } from '../archive/record-events.ts';
import type { CommendationState } from '../commendation/commendation.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { fileEvents } from './events.ts';
import * as z from 'zod';
import { actOutOfOrder } from '../archive/acting.ts';
import { evolveCustody, openCustody, standsStill } from '../archive/record.ts';
import { commendationUnknown } from '../commendation/refusals.ts';
import { command } from '../kernel/command.ts';
import { refusal } from '../kernel/refusal.ts';
import { complaint, shown } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import { fileClosed, fileDocumentAdded, fileOpened } from './events.ts';

/* Stream: `<org>.file-<learner>.<n>`. The personal file (личное дело) and its inventory. D17. */

export type FileEvent = EventOf<(typeof fileEvents)[number] | (typeof recordEvents)[number]>;

export interface FileState {
  /** `<learner>.<n>`; null: not opened yet. */
  file: string | null;
  learner: string;
  number: string;
  openedOn: string;
  closedOn: string | null;
  /** Lines of the inventory so far: they are numbered from 1 without gaps. */
  items: number;
  /** Day of the latest step. */
  lastOn: string;
  readonly custody: Custody;
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
    lastOn: '',
    custody: openCustody(),
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
        state.items = event.data.item;
        if (event.occurredOn > state.lastOn) state.lastOn = event.occurredOn;
        return;
      case 'FileClosed':
        state.closedOn = event.occurredOn;
        return;
      default:
        evolveCustody(state.custody, event);
    }
  },
};

/** How the archive moves personal files. */
export const fileArchive: ArchivedKind<FileState, FileEvent> = {
  decider: fileDecider,
  custodyOf: ({ file, custody }) => (file === null ? null : custody),
  refsOf: ({ file, learner }) => ({ file: file === null ? [] : [file], learner: [learner] }),
  obstacle: () => null,
};

/* Commands */

const fileKey = z.string().regex(/^[\w-]{1,48}\.[1-9]\d{0,5}$/, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не личное дело: нужно обучающийся.номер, например l-1.1`,
      `${shown(input)} is no personal file: give learner.n, such as l-1.1`,
    ),
});

/** Opens a personal file of a learner under the number that the office gave it. D17. */
export const openFile = command(
  'open-file',
  z.strictObject({
    learner: identifier,
    number: shortText(64),
    index: shortText(32).nullable().default(null),
    on: localDate,
  }),
);

/** What a document is about: the id of a fact, never words; a commendation is named as such. */
const documentSubject = z.union([identifier, z.strictObject({ commendation: identifier })], {
  error: complaint(
    'нужен идентификатор факта или { commendation }',
    'give the id of a fact, or { commendation }',
  ),
});

/**
 * Adds a document to the inventory of a file: paper has at least one sheet. `title` and `number`
 * are personal. D17, R1 §5.4.
 */
export const addFileDocument = command(
  'add-file-document',
  z
    .strictObject({
      file: fileKey,
      title: shortText(500),
      number: shortText(64).nullable().default(null),
      date: localDate.nullable().default(null),
      sheets: z.int().min(0).max(100_000),
      medium: z.enum(['paper', 'electronic']),
      original: z.boolean(),
      about: documentSubject.nullable().default(null),
      on: localDate,
    })
    .refine(({ medium, sheets }) => medium === 'electronic' || sheets > 0, {
      path: ['sheets'],
      error: complaint(
        'бумажный документ без листов (дано: 0): укажите число листов',
        'a paper document without sheets (got: 0): give their number',
      ),
    }),
  ['title', 'number'],
);

/** Closes a file; nothing is added to it from then on. D17. */
export const closeFile = command('close-file', z.strictObject({ file: fileKey, on: localDate }));

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
  const no = notOpen(state, file);
  if (no !== null) return no;
  if (on < state.openedOn) return actOutOfOrder({ on, after: state.openedOn });
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
  const no = notOpen(state, file);
  if (no !== null) return no;
  if (on < state.lastOn) return actOutOfOrder({ on, after: state.lastOn });
  const data = { file, learner: state.learner };
  return [fileClosed.draft({ occurredOn: on, refs: refsOf(data), data })];
}

/** Why nothing may be put into a file; null: it is open. */
function notOpen(state: FileState, file: string): Refusal | null {
  if (state.file === null) return fileUnknown({ file });
  const no = standsStill(state.custody, `file-${file}`);
  if (no !== null) return no;
  return state.closedOn === null ? null : fileIsClosed({ file, on: state.closedOn });
}

const refsOf = ({ file, learner }: { readonly file: string; readonly learner: string }) => ({
  file: [file],
  learner: [learner],
});

