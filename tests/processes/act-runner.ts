import { actProcess, letopis, runProcess } from '@letopis/core';
import { openSqlite } from '@letopis/store-sqlite';

// Runs the acts' process over a file until it is done, or until it is killed.
const [file = ''] = process.argv.slice(2);
const store = await openSqlite(file);
const { handler } = letopis({ store, organisation: 'academy' });
process.stdout.write('running');
await runProcess({ store, codec: handler.codec, process: actProcess(handler, 'academy') });
await store.close();
