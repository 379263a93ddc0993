import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { commandFigures } from './bench/command.ts';
import { eventStoreFigures } from './bench/eventstore.ts';
import type { Figure } from './bench/figure.ts';
import { table } from './bench/figure.ts';
import { memoryFigures } from './bench/memory.ts';
import { processFigures } from './bench/processes.ts';
import { rebuildFigures } from './bench/rebuild.ts';
import { sqliteAppendFigures, sqliteReadFigures } from './bench/sqlite.ts';
import type { Bench } from './bench/workspace.ts';
import { withBench } from './bench/workspace.ts';

const PARTS: Readonly<Record<string, (bench: Bench) => Promise<readonly Figure[]>>> = {
  memory: memoryFigures,
  append: sqliteAppendFigures,
  read: sqliteReadFigures,
  rebuild: rebuildFigures,
  command: commandFigures,
  processes: processFigures,
  eventstore: eventStoreFigures,
};

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(`pnpm bench [--quick] [--json FILE] [--only ${Object.keys(PARTS).join('|')}]

Every figure beside its raw limit of the same run; what counts is the ratio.
\`eventstore\` measures the server at EVENTSTORE_URL, or else a test server in a child process.`);
  process.exit(0);
}

const figures = await withBench(options.quick, async (bench) => {
  const all: Figure[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (options.only !== undefined && options.only !== name) continue;
    process.stderr.write(`measuring: ${name}\n`);
    all.push(...(await measure(bench)));
  }
  return all;
});
console.log(table(figures));
if (options.json !== undefined) {
  await writeFile(options.json, `${JSON.stringify({ figures }, null, 2)}\n`);
}
