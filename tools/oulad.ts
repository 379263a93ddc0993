import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqlite } from '@letopis/store-sqlite';
import { compareStores } from './oulad/compare.ts';
import { importTables, ORGANISATION } from './oulad/import.ts';
import { firstEnrollments, readTables } from './oulad/rows.ts';
import { openStores } from './oulad/stores.ts';
import { summarise, summaryText } from './oulad/summary.ts';
import { progressBar } from './progress-bar.ts';

const USAGE = `pnpm oulad DIR [STORE] [--in-flight N] [--rows N] [--json FILE] [--rejects FILE]
               [--compare FILE]

Takes the Open University Learning Analytics dataset in DIR through the ordinary commands.
The store; a second run over the same one adds nothing:
  --store FILE      an SQLite file (default out/oulad.letopis)
  --memory          keeps everything in memory
  --eventstore URL  EventStoreDB or KurrentDB: esdb://127.0.0.1:2113?tls=false
  --test-server     a test server in a process of its own, gone at the end
  --namespace NAME  the part of the server, [a-z0-9_]{1,40} (default oulad)
More:
  --in-flight N     commands under way at once, each with one append at most
                    (default 64 on a server, else 256); one learner's go in order
  --rows N          only the first N enrollments, with their results
  --json FILE       writes the summary as JSON
  --rejects FILE    writes every refused row with its code as CSV
  --compare FILE    then compares the store with an SQLite file of an earlier run, stream by
                    stream, and fails where a fact, its order or a chain differs`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: 'string' },
    memory: { type: 'boolean', default: false },
    eventstore: { type: 'string' },
    'test-server': { type: 'boolean', default: false },
    namespace: { type: 'string', default: 'oulad' },
    'in-flight': { type: 'string' },
    rows: { type: 'string' },
    compare: { type: 'string' },
    json: { type: 'string' },
    rejects: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (options.help || folder === undefined || positionals.length > 1) {
  console.log(USAGE);
  process.exit(options.help ? 0 : 2);
}

const startedAt = performance.now();
const whole = await readTables(folder);
const tables = options.rows === undefined ? whole : firstEnrollments(whole, Number(options.rows));
const { store, views, width, close } = await openStores(options);
try {
  let bar: ((done: number) => void) | null = null;
  const tally = await importTables(store, tables, width, (done, total) => {
    bar ??= progressBar('import', total);
    bar(done);
  });
  const summary = await summarise(store, views, tables, tally, startedAt);
  console.log(summaryText(summary));
  if (options.json !== undefined)
    await write(options.json, `${JSON.stringify(summary, null, 2)}\n`);
  if (options.rejects !== undefined) {
    const rows = tally.rejects.map(({ table, row, code, text }) =>
      [table, row, code, text].map(quoted).join(','),
    );
    await write(options.rejects, `table,row,code,refusal\n${rows.join('\n')}\n`);
  }
  const { marks, credits, notAssessed } = summary.accepted;
  const refused = tally.rejects.filter(({ table }) => table === 'studentAssessment.csv').length;
  const accounted = marks + credits + notAssessed + refused;
  if (accounted !== summary.rows.results) {
    console.error(`${summary.rows.results} results came in, ${accounted} are accounted for`);
    process.exitCode = 1;
  }
  if (options.compare !== undefined) await compareWith(options.compare);
} finally {
  await close();
}

async function compareWith(file: string): Promise<void> {
  // SQLite would create a file that does not exist.
  await access(file);
  const other = await openSqlite(file);
  const { streams, events, differences } = await compareStores(store, other, `${ORGANISATION}.`);
  await other.close();
  for (const difference of differences) console.error(difference);
  if (differences.length > 0) process.exitCode = 1;
  const count = `${events.toLocaleString('en')} events in ${streams.toLocaleString('en')} streams`;
  const verdict = differences.length > 0 ? 'differ' : 'the same facts, every chain whole';
  console.log(`compared with ${file}: ${count}, ${verdict}`);
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
