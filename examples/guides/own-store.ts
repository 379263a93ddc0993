import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letopis, must, START } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { parseLine } from '@letopis/core/store';
import { openFileStore } from './file-store.ts';

const path = join(await mkdtemp(join(tmpdir(), 'letopis-')), 'log');
const store = await openFileStore(path);
const school = letopis({ store, organisation: 'academy' }).as('u-17');
must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
must(await school.learners.register({ id: 'l-1', name: 'Ильина Анна Петровна' }));
await store.close();

// What was acknowledged is there when the file is opened again.
const again = await openFileStore(path);
for await (const { lines } of again.readAll(START, { streamPrefix: 'academy.learner-' })) {
  for (const { line, position, beside } of lines) {
    const { stream, revision, type } = parseLine(line, position);
    console.log(`${stream}@${revision} ${type}; beside the line: ${Object.keys(beside ?? {})}`);
  }
}
await again.close();
