import type { RecordedEvent, Refusal, Result } from '@letopis/core';
import { CommandHandler, isRefusal, Session } from '@letopis/core';
import { command } from '@letopis/core/kernel';
import type { FittedMapping } from './mapping/check.ts';
import { commandOf, refuseIfFileMissing, fitAll } from './mapping/check.ts';
import type { IngestCommand, RecordedAlready } from './mapping/commands.ts';
import { ingestCommands } from './mapping/commands.ts';
import type { IngestJob, IngestJobGiven } from './mapping/mapping.ts';
import { ingestJob } from './mapping/mapping.ts';
import { ingestSheet } from './run/ingest-sheet.ts';
import { overlayStore } from './run/overlay-store.ts';
import type { FileReceipt, IngestReceipt, RowReceipt } from './run/receipt.ts';
import { noTotals } from './run/receipt.ts';
import { receiveFile } from './run/received.ts';
import type { RowTrace } from './run/trace.ts';
import { traceRow } from './run/trace.ts';
import type { SourceFile } from './table/source-file.ts';
import type { SurveyedFile } from './table/survey.ts';
import { surveyFile } from './table/survey.ts';

/** Options of a run. */
export interface IngestOptions {
  /** Number of commands sent at once; default 16. They share the group commits of a store. */
  readonly width?: number;
  /**
   * Called with the receipt of each row, in order; the answer then has no list of rows. For long
   * files.
   */
  readonly onRow?: (receipt: RowReceipt) => void | Promise<void>;
}

/**
 * Ingests rows of files as commands, each with a receipt. The application's hook is asked for the
 * command `ingest`, and then for that of every row, also in a dry run. SEC 18, D22, R4 §1.4.4 §4.7
 * §5.1-5.2 §6.2.
 */
export interface IngestMethods {
  /**
   * Ingests files. A file that cannot be read, or a mapping that does not fit it, is refused before
   * anything is written. A refused row is reported in the receipt. The same files again add
   * nothing, and complete an interrupted run. Throws what the store throws.
   */
  run(
    job: IngestJobGiven,
    files: readonly SourceFile[],
    options?: IngestOptions,
  ): Promise<Result<IngestReceipt>>;
  /**
   * Does the same without writing: reads every row and decides it against the current history.
   * Memory holds what would have been written.
   */
  dryRun(
    job: IngestJobGiven,
    files: readonly SourceFile[],
    options?: IngestOptions,
  ): Promise<Result<IngestReceipt>>;
  /** Finds the file and row that an event came from; `null` if it came from no file. */
  rowOf(event: RecordedEvent): Promise<RowTrace | null>;
}

const ingest = command('ingest', ingestJob);

/**
 * The service that ingests files. A mapping may name any command of the services opened with it:
 * the library's, and those added by `letopis.with`.
 *
 * @example
 * const academy = letopis({ store, organisation: 'academy' }).with({ ingest: ingestService });
 * const school = academy.as('u-17');
 * const job = { source: 'platform', mappings: [{ id: 'learners', command: 'register-learner',
 *   fields: { id: { column: 'Код' }, name: { column: 'ФИО' } } }] };
 * const receipt = must(await school.ingest.dryRun(job, [fileOnDisk('learners.csv')]));
 */
export const ingestService = (session: Session): IngestMethods => methodsOf(session, {});

/**
 * Makes the same service for an application with commands of its own, and says which of their
 * refusal codes mean that a row's fact is already recorded.
 *
 * @example
 * const school = letopis({ store, organisation: 'academy', events: bookEvents })
 *   .with({ books: bookService, ingest: ingestServiceWith({ 'lend-book': ['book-out'] }) })
 *   .as('u-17');
 */
export function ingestServiceWith(more: RecordedAlready): (session: Session) => IngestMethods {
  return (session) => methodsOf(session, more);
}

type Commands = ReadonlyMap<string, IngestCommand>;

function methodsOf(session: Session, more: RecordedAlready): IngestMethods {
  const { organisation, sender, operations } = session;
  const commands = ingestCommands(operations, more);
  return {
    run: (job, files, options = {}) => runJob(session, commands, { job, files, options }, false),
    dryRun: (job, files, options = {}) => {
      const { store, codec, authorise } = session.handler;
      const allowed = authorise === null ? {} : { authorise };
      const handler = new CommandHandler(overlayStore(store), codec, allowed);
      const dry = new Session(organisation, sender, handler, operations);
      return runJob(dry, commands, { job, files, options }, true);
    },
    rowOf: (event) => traceRow(session, event),
  };
}

interface Asked {
  readonly job: IngestJobGiven;
  readonly files: readonly SourceFile[];
  readonly options: IngestOptions;
}

async function runJob(
  session: Session,
  commands: Commands,
  { job: given, files, options }: Asked,
  dryRun: boolean,
): Promise<Result<IngestReceipt>> {
  const parsed = await session.admit(ingest, given);
  if (!parsed.ok) return parsed;
  const job = parsed.value.input;
  const prepared = await prepare(job, files, commands);
  if (isRefusal(prepared)) return { ok: false, refusal: prepared };
  const totals = noTotals();
  const rows: RowReceipt[] = [];
  const done: FileReceipt[] = [];
  const { width = 16, onRow = (receipt) => void rows.push(receipt) } = options;
  for (const { file, fitted } of prepared) {
    const received = await receiveFile(session, job.source, file);
    if (!received.ok) return received;
    for (const one of fitted) await ingestSheet(one, received.value, { width, totals, onRow });
    const { name, sha256, bytes, rows: count } = file;
    done.push({ name, sha256, bytes, rows: count, import: received.value.import });
  }
  return { ok: true, value: { dryRun, source: job.source, files: done, totals, rows } };
}

interface Prepared {
  readonly file: SurveyedFile;
  readonly fitted: readonly FittedMapping[];
}

/**
 * Reads every file and applies the mappings to it. This is the last step that can refuse a whole
 * file.
 */
async function prepare(
  job: IngestJob,
  files: readonly SourceFile[],
  commands: Commands,
): Promise<readonly Prepared[] | Refusal> {
  const lost = refuseIfFileMissing(job.mappings, files);
  if (lost !== null) return lost;
  const mappings = [];
  for (const mapping of job.mappings) {
    const found = commandOf(mapping, commands);
    if (isRefusal(found)) return found;
    mappings.push({ mapping, command: found });
  }
  const prepared: Prepared[] = [];
  for (const one of files) {
    const file = await surveyFile(one, job.format);
    if (isRefusal(file)) return file;
    const fitted = fitAll(mappings, file);
    if (isRefusal(fitted)) return fitted;
    prepared.push({ file, fitted });
  }
  return prepared;
}
