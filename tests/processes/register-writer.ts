import { letopis, must, order } from '@letopis/core';
import { openSqlite } from '@letopis/store-sqlite';

// Issues documents of one kind while other processes do the same, and prints the numbers it got.
const [file = '', startAt = '0', writer = '0', count = '0'] = process.argv.slice(2);
const store = await openSqlite(file, { busyTimeoutMs: 60_000 });
// A long patience, because eight writers want one stream; patience limits waiting and nothing else.
const ground = order('12-од', '2026-06-30');
const school = letopis({ store, organisation: 'academy', patienceMs: 120_000 });
const { documents } = school.as(`u-${writer}`, { grounds: { documents: { issue: ground } } });
await new Promise((resolve) => setTimeout(resolve, Math.max(1, Number(startAt) - Date.now())));
const numbers: number[] = [];
for (let index = 0; index < Number(count); index += 1) {
  const issued = must(
    await documents.issue({
      kind: 'participant-certificate',
      learner: `l-${writer}`,
      subject: `Конференция ${index + 1}`,
      signer: 'p-1',
      on: '2026-06-30',
    }),
  );
  numbers.push(issued.number);
}
await store.close();
process.stdout.write(JSON.stringify(numbers));
