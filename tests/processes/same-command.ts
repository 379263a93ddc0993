import { letopis } from '@letopis/core';
import { openSqlite } from '@letopis/store-sqlite';

// Sends commands that another process sends at the same time, and prints the answers it got.
const [file = '', startAt = '0', ...commandIds] = process.argv.slice(2);
const store = await openSqlite(file, { busyTimeoutMs: 60_000 });
const school = letopis({ store, organisation: 'academy' }).as('u-1');
await new Promise((resolve) => setTimeout(resolve, Math.max(1, Number(startAt) - Date.now())));
const answers: unknown[] = [];
for (const [index, commandId] of commandIds.entries()) {
  const learner = `l-${index}`;
  answers.push(
    await school.enrollments.enroll({
      learner,
      group: 'm-1',
      from: '2025-09-01',
      ground: { kind: 'order', number: '1', date: '2025-09-01' },
      commandId,
    }),
  );
}
await store.close();
process.stdout.write(JSON.stringify(answers));
