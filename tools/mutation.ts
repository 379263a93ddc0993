import { readFileSync } from 'node:fs';
import { availableParallelism, constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { percent } from './mutation/mutant.ts';
import { installStryker, mutate } from './mutation/stryker.ts';
import {
  listOf,
  listedSurvivors,
  noticedByNow,
  SURVIVORS,
  unlisted,
} from './mutation/survivors.ts';
import { unitsOf } from './mutation/units.ts';

/* Changes the rules one by one and sees whether a test notices: on demand, or each night. */

/** Least share of the changes of one part that its tests must notice, in percent. */
const LEAST = 90;

const { values: options } = parseArgs({
  options: {
    mutate: { type: 'string', multiple: true, default: [] },
    concurrency: { type: 'string' },
    incremental: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(`pnpm mutation [--mutate GLOB]... [--concurrency N] [--incremental]

Tries every change of the rules in packages/core/src, or only of the files that match a glob; with
--incremental only what has changed since the last run, or passed unnoticed beside other tests. It
fails where the tests of a part notice less than ${LEAST} % of them, or where a change that none
notices is not in ${SURVIVORS} with a reason. Reports: out/mutation.`);
  process.exit(0);
}

const root = join(import.meta.dirname, '..');
const concurrency = Number(options.concurrency ?? Math.max(1, availableParallelism() - 1));
const listed = listedSurvivors(readFileSync(join(root, SURVIVORS), 'utf8'));
setPriority(constants.priority.PRIORITY_LOW);
installStryker(root);

for (const unit of unitsOf(root, options.mutate)) {
  const score = mutate(root, unit, { concurrency, incremental: options.incremental });
  const share = percent(score);
  const all = score.noticed + score.survivors.length;
  console.log(`${unit.name}: ${score.noticed} of ${all} noticed, ${share.toFixed(1)} %`);
  const unknown = unlisted(score.survivors, listed);
  if (unknown.length > 0) console.log(`not in ${SURVIVORS}:\n\n${listOf(unknown)}\n`);
  const struck = noticedByNow(unit.files, score.survivors, listed);
  if (struck.length > 0) console.log(`noticed by now, strike it there:\n\n${listOf(struck)}\n`);
  if (share < LEAST || unknown.length > 0) process.exitCode = 1;
}
