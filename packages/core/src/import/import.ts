import * as z from 'zod';
import type { ActDay } from '../acting/act-day.ts';
import { command } from '../kernel/command.ts';
import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import { sortedJson } from '../kernel/json.ts';
import type { Ports } from '../kernel/ports.ts';
import { refusal } from '../kernel/refusal.ts';
import { deriveId } from '../kernel/uuid.ts';
import { complaint, shown } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import type { importEvents } from './events.ts';
import { importReceived } from './events.ts';

/*
 * Stream: `<org>.import-<hash>`. Files came in from another system; the hash of their bytes is the
 * name, so the same files are one import however often they are sent. D22, R4 §5.1-5.2.
 */

export type ImportEvent = EventOf<(typeof importEvents)[number]>;
type Files = EventOf<typeof importReceived>['data']['files'];

/** The newest record of one page of rows. */
export interface RowsPage {
  readonly revision: number;
  readonly digest: string;
}

export interface ImportState {
  /** Files that were received; null: none yet. */
  files: Files | null;
  source: string;
  /** By {@link rowsPageKey}. */
  readonly pages: Map<string, RowsPage>;
}

/** Names one page of rows within an import. */
export function rowsPageKey(of: {
  readonly file: string;
  readonly sheet: string | null;
  readonly mapping: string;
  readonly page: number;
}): string {
  return sortedJson([of.file, of.sheet, of.mapping, of.page]);
}

export const importDecider: Decider<ImportState, ImportEvent> = {
  kind: 'import',
  initial: () => ({ files: null, source: '', pages: new Map() }),
  evolve: (state, event) => {
    if (event.type === 'RowsIngested') {
      const { revision, data } = event;
      state.pages.set(rowsPageKey(data), { revision, digest: data.digest });
      return;
    }
    state.files = event.data.files;
    state.source = event.data.source;
  },
};

/* Commands */

/** SHA-256 in 64 small hexadecimal digits. */
export const importedHash = z.string().regex(/^[0-9a-f]{64}$/, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не SHA-256: нужно 64 шестнадцатеричных знака`,
      `${shown(input)} is no SHA-256: give 64 small hexadecimal digits`,
    ),
});

const importedFile = z.strictObject({
  name: shortText(255),
  sha256: importedHash,
  bytes: z.int().min(0),
  rows: z.int().min(0),
});

/**
 * Records that files came in. `id` is a hash of them as an id of at most 48 characters
 * ({@link importId} makes one); `on` is by default today. D22.
 */
export const receiveImport = command(
  'receive-import',
  z.strictObject({
    id: identifier,
    source: shortText(200),
    files: z.array(importedFile).min(1).max(100),
    on: localDate.optional(),
  }),
);

/**
 * The id of an import: SHA-256 over the hashes of its files, whatever their order and names, and
 * over its source where one is given (the same bytes from two sources are then two imports).
 * @returns 43 characters of base64url.
 * @example
 * importId([{ sha256: 'ab'.repeat(32) }], store.ports.hash).length; // => 43
 */
export function importId(
  files: readonly { readonly sha256: string }[],
  hash: Ports['hash'],
  source?: string,
): string {
  const hashes = files.map(({ sha256 }) => sha256).toSorted();
  const text = (source === undefined ? hashes : [...hashes, source]).join('\n');
  return hash(text, 'base64').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The command id of one imported row: the same import and row always give the same, so that a
 * second run over the files has no second effect. D22.
 * @param target the file and row: `marks.csv:17`.
 * @example
 * rowCommandId(received.eventId, 'marks.csv:17', store.ports.hash);
 */
export function rowCommandId(importEventId: string, target: string, hash: Ports['hash']): string {
  return deriveId(importEventId, target, hash);
}

/* Refusals */

/** The import stands already: the service answers with its first result. */
export const importStands = refusal('import-stands', (d: { import: string }) => ({
  ru: `Загрузка ${d.import} уже принята: повторно принимать её не нужно`,
  en: `Import ${d.import} was received already: there is no need to receive it again`,
}));

/** Other files were received under this id. */
export const importDiffers = refusal(
  'import-differs',
  (d: { import: string; files: readonly string[] }) => ({
    ru: `Под ${d.import} приняты другие файлы (${d.files.join(', ')}): дайте этим свой хеш`,
    en: `Other files were received as ${d.import} (${d.files.join(', ')}): give these their hash`,
  }),
);

/* Decide */

type Received = z.output<typeof receiveImport.schema>;

export function decideReceiveImport(state: ImportState, input: Received, day: ActDay): Decision {
  const { id, source, files } = input;
  if (state.files !== null)
    return refuseIfDiffers(state.files, input) ?? importStands({ import: id });
  const data = { import: id, source, files };
  return [importReceived.draft({ occurredOn: day.on, refs: { import: [id] }, data })];
}

/** The bytes are what came in: a file that was renamed meanwhile is the same. */
function refuseIfDiffers(standing: Files, { id, files }: Received) {
  const plain = (list: Files): string =>
    list
      .map(({ sha256 }) => sha256)
      .toSorted()
      .join();
  if (plain(standing) === plain(files)) return null;
  return importDiffers({ import: id, files: standing.map(({ name }) => name) });
}
