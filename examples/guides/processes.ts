import { setTimeout } from 'node:timers/promises';
import type { ArchiveTransferEvent, CoreEvent, ProcessRun } from '@letopis/core';
import {
  archiveTransfer,
  followProcess,
  letopis,
  listOwed,
  must,
  order,
  runProcess,
  viewCheckpoint,
} from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { openMemory, openMemoryViews } from '@letopis/store-memory';

const store = openMemory();
const academy = letopis({ store, organisation: 'academy' });
const school = academy.as('u-17', {
  grounds: { officials: { appoint: order('1-од', '2025-08-25') } },
});
must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
for (const [person, office] of [
  ['p-5', 'records-keeper'],
  ['p-7', 'archivist'],
] as const) {
  must(await school.officials.appoint({ person, office, from: '2025-09-01' }));
}
must(await school.learners.register({ id: 'l-1', name: 'Ильина Анна Петровна' }));
must(await school.files.open({ learner: 'l-1', number: '1', on: '2025-09-01' }));

// #region run
// One run for each process of an organisation; the checkpoint lives in a view store.
const process = archiveTransfer(academy.handler, 'academy');
const run: ProcessRun<ArchiveTransferEvent> = {
  store,
  codec: academy.handler.codec,
  process,
  checkpoint: viewCheckpoint(openMemoryViews(), store, process.name),
};

/** What is owed and neither done nor recorded as not done. */
async function owed(): Promise<readonly string[]> {
  const targets: string[] = [];
  for await (const { target } of listOwed(run)) targets.push(target);
  return targets;
}
// #endregion run

const { transfer } = must(
  await school.transfers.begin({
    records: ['file-l-1.1', 'file-l-1.2'],
    handsOver: 'p-5',
    on: '2025-10-06',
  }),
);
console.log('owed:', (await owed()).join(', '));

// #region follow
// While the application runs, a follower does what is owed soon after it arises.
const stop = new AbortController();
const following = followProcess(run, stop.signal);

// The act of transfer is drawn up once the process has settled every record: until then refused.
for (;;) {
  const drawn = await school.transfers.drawUpAct({ transfer, number: '3-а', on: '2025-10-07' });
  if (drawn.ok) break;
  await setTimeout(20);
}

// To shut down: end the follower, wait for the page that it is at, and then close the store. What
// it did not come to is owed still, and done by the next run.
stop.abort();
await following;
await runProcess(run);
console.log('owed:', (await owed()).join(', ') || 'nothing');
// #endregion follow

const events = await academy.handler.events(`academy.transfer-${transfer}`);
for (const event of events as readonly CoreEvent[]) {
  if (event.type !== 'RecordNotDone') continue;
  console.log(`not done: ${event.data.record}, ${event.data.refusal.code}`);
}
await store.close();
