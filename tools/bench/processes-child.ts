import { openSqlite } from '@letopis/store-sqlite';
import { encoded, markDraft, streamOf } from './sample.ts';

/** Appends one by one to its own streams until its time is over, and prints its report. */
const [file = '', index = '0', startAt = '0', seconds = '1'] = process.argv.slice(2);
const store = await openSqlite(file, { busyTimeoutMs: 60_000 });
await new Promise((resolve) => setTimeout(resolve, Math.max(1, Number(startAt) - Date.now())));

const first = Number(index) * 10_000;
const from = performance.now();
let appended = 0;
let longestWaitMs = 0;
while (performance.now() - from < Number(seconds) * 1000) {
  const learner = first + (appended % 100);
  const revision = Math.floor(appended / 100);
  const before = performance.now();
  await store.append(
    streamOf(learner),
    [encoded(markDraft(learner, revision), store)],
    revision - 1,
  );
  longestWaitMs = Math.max(longestWaitMs, performance.now() - before);
  appended += 1;
}
const report = { appended, seconds: (performance.now() - from) / 1000, longestWaitMs };
await store.close();
process.stdout.write(JSON.stringify(report));
