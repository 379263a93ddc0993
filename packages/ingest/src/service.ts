import type { Receipt, RecordedEvent, Refusal, Result } from '@letopis/core';
import { CommandHandler, isLetopisError, isRefusal, Session } from '@letopis/core';
import { command } from '@letopis/core/kernel';
import type { CheckedMapping, FittedMapping } from './mapping/check.ts';
import { checkMapping, fitAll, refuseIfFileMissing } from './mapping/check.ts';
import type { IngestCommand, RecordedAlready } from './mapping/commands.ts';
import { ingestCommands } from './mapping/commands.ts';
import type { IngestJob, IngestJobGiven } from './mapping/mapping.ts';
import { ingestJob } from './mapping/mapping.ts';
import { ingestSheet } from './run/ingest-sheet.ts';
import { overlayStore } from './run/overlay-store.ts';
import { readKeys } from './run/read-keys.ts';
import type { FileReceipt, IngestReceipt, RowReceipt } from './run/receipt.ts';
import { noTotals } from './run/receipt.ts';
import { receiveFile } from './run/received.ts';
import type { ImportSecret } from './run/secret.ts';
import type { RowTrace } from './run/trace.ts';
import { traceRow } from './run/trace.ts';
import type { RowSettling, WaitingRow } from './run/worklist.ts';
import { readWorklist, settleAside } from './run/worklist.ts';
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
  /** Lists the rows that differ and that a person must decide on, oldest first. RK 1.14. */
  worklist(): Promise<readonly WaitingRow[]>;
  /**
   * Settles a row of the worklist: the record was put right by the ordinary methods (`entered`,
   * naming by what), or
   * stays as it is (`left`). What the row says counts as known from then on.
   * Refuses `row-not-aside`, `row-settled-already`, `row-fact-unknown`, `dated-ahead`. RK 1.14.
   */
  settle(settling: RowSettling): Promise<Result<Receipt>>;
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
export const ingestService = (session: Session): IngestMethods => methodsOf(session, {}, {});

/** What the service is opened with, beside the commands of the application. */
export interface IngestSetUp {
  /** The organisation's import secret, for mappings with a `key`; see `secretOnDisk`. */
  readonly secret?: ImportSecret;
}

/**
 * Makes the same service for an application with commands of its own, and says which of their
 * refusal codes mean that a row's fact is already recorded; or with a secret, for mappings with a
 * `key`.
 *
 * @example
 * const school = letopis({ store, organisation: 'academy', events: bookEvents })
 *   .with({ books: bookService, ingest: ingestServiceWith({ 'lend-book': ['book-out'] }) })
 *   .as('u-17');
 */
export function ingestServiceWith(
  more: RecordedAlready,
  setUp: IngestSetUp = {},
): (session: Session) => IngestMethods {
  return (session) => methodsOf(session, more, setUp);
}

type Commands = ReadonlyMap<string, IngestCommand>;

function methodsOf(session: Session, more: RecordedAlready, setUp: IngestSetUp): IngestMethods {
  const { organisation, sender, operations } = session;
  const commands = ingestCommands(operations, more);
  return {
    run: (job, files, options = {}) =>
      runJob(session, commands, { job, files, options, setUp }, false),
    dryRun: (job, files, options = {}) => {
      const { store, codec, authorise } = session.handler;
      const allowed = authorise === null ? {} : { authorise };
      const handler = new CommandHandler(overlayStore(store), codec, allowed);
      const dry = new Session(organisation, sender, handler, operations);
      return runJob(dry, commands, { job, files, options, setUp }, true);
    },
    rowOf: (event) => traceRow(session, event),
    worklist: () => readWorklist(session),
    settle: (settling) => settleAside(session, settling),
  };
}

interface Asked {
  readonly job: IngestJobGiven;
  readonly files: readonly SourceFile[];
  readonly options: IngestOptions;
  readonly setUp: IngestSetUp;
}

async function runJob(
  session: Session,
  commands: Commands,
  { job: given, files, options, setUp }: Asked,
  dryRun: boolean,
): Promise<Result<IngestReceipt>> {
  const parsed = await session.admit(ingest, given);
  if (!parsed.ok) return parsed;
  const job = parsed.value.input;
  const prepared = await prepare(job, files, commands);
  if (isRefusal(prepared)) return { ok: false, refusal: prepared };
  const hashes = prepared.map(({ file }) => file.sha256);
  const keys = await readKeys(session, job, setUp.secret, hashes);
  if (isRefusal(keys)) return { ok: false, refusal: keys };
  const totals = noTotals();
  const rows: RowReceipt[] = [];
  const done: FileReceipt[] = [];
  const { width = 16, onRow = (receipt) => void rows.push(receipt) } = options;
  for (const { file, fitted } of prepared) {
    const received = await receiveFile(session, job.source, file);
    if (!received.ok) return received;
    const run = { width, totals, keys, onRow };
    try {
      for (const one of fitted) await ingestSheet(one, received.value, run);
    } catch (error) {
      // The application's hook may refuse what records the rows.
      const refusal = isLetopisError(error, 'refused') ? error.fields['refusal'] : null;
      if (isRefusal(refusal)) return { ok: false, refusal };
      throw error;
    }
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
  const mappings: CheckedMapping[] = [];
  for (const mapping of job.mappings) {
    const checked = checkMapping(mapping, commands);
    if (isRefusal(checked)) return checked;
    mappings.push(checked);
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
