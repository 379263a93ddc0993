import { writeSync } from 'node:fs';
import { isLetopisError } from '@letopis/core';
import { openSqlite } from '@letopis/store-sqlite';
import { sampleItem } from './sample-item.ts';

const [path = '', maker = '0', stream = '', count = '0', durability = 'full'] =
  process.argv.slice(2);
const store = await openSqlite(path, { durability: durability === 'full' ? 'full' : 'normal' });
let expected = -1;
for (let n = 0; n < Number(count);) {
  const item = sampleItem(n, Number(maker));
  try {
    await store.append(stream, [item], expected);
    writeSync(1, `${item.event.id}\n`);
    n += 1;
    expected += 1;
  } catch (error) {
    if (!isLetopisError(error)) throw error;
    if (error.code !== 'conflict') {
      writeSync(1, `! ${error.code}\n`);
      n += 1;
      continue;
    }
    expected = Number(error.fields['actual']);
  }
}
await store.close();
