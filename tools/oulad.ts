import type { EventStore, ViewStore } from '@letopis/core';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { openMemory, openMemoryViews } from '@letopis/store-memory';
import { openSqlite, openSqliteViews } from '@letopis/store-sqlite';
import { importTables } from './oulad/import.ts';
import { readTables } from './oulad/rows.ts';
import { summarise, summaryText } from './oulad/summary.ts';
import { progressBar } from './progress-bar.ts';

const USAGE = `pnpm oulad DIR [--store FILE | --memory] [--json FILE] [--rejects FILE]

Takes the Open University Learning Analytics dataset in DIR through the ordinary commands.
  --store FILE    an SQLite file; a second run over it adds nothing (default out/oulad.letopis)
  --memory        keeps everything in memory
  --json FILE     writes the summary as JSON
  --rejects FILE  writes every refused row with its code as CSV`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: 'string' },
    memory: { type: 'boolean', default: false },
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
const tables = await readTables(folder);
const { store, views } = await open();
try {
  let bar: ((done: number) => void) | null = null;
  const tally = await importTables(store, tables, (done, total) => {
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
} finally {
  await views.close();
  await store.close();
}

async function open(): Promise<{ readonly store: EventStore; readonly views: ViewStore }> {
  if (options.memory) return { store: openMemory(), views: openMemoryViews() };
  const file = options.store ?? 'out/oulad.letopis';
  await mkdir(dirname(file), { recursive: true });
  return { store: await openSqlite(file), views: await openSqliteViews(`${file}.views`) };
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
