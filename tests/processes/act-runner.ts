import { actProcess, letopis, runProcess } from '@letopis/core';
import { openSqlite } from '@letopis/store-sqlite';

// Runs the process of acts over a file until it is done or killed.
const [file = ''] = process.argv.slice(2);
const store = await openSqlite(file);
const { handler } = letopis({ store, organisation: 'academy' });
process.stdout.write('running');
await runProcess({ store, codec: handler.codec, process: actProcess(handler, 'academy') });
await store.close();
