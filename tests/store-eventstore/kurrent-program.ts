import { item, logOf } from './events.ts';
import { openAt } from './kurrent-opening.ts';
import { freshNamespace } from './opener.ts';

// A whole program: it opens, appends, reads, closes, and must then end by itself.
const [url = ''] = process.argv.slice(2);
const store = await openAt(url, { namespace: freshNamespace() });
await store.append('academy.sample-1', [item(1), item(2)], -1);
const lines = await logOf(store);
await store.close();
process.stdout.write(`${lines.length} lines`);
