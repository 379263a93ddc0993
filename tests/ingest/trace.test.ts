import type { EventOf, RecordedEvent } from '@letopis/core';
import { codec, coreEvents, Session, CommandHandler, must } from '@letopis/core';
import { recordRows } from '@letopis/core/commands';
import { decideRecordRows } from '@letopis/core/decisions';
import type { rowsIngested } from '@letopis/core/events';
import { importReceived } from '@letopis/core/events';
import { importFold } from '@letopis/core/facts';
import { deriveId } from '@letopis/core/kernel';
import { importService } from '@letopis/core/services';
import { scenario } from '@letopis/core/testing';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { csv, fixedStore, job, learnersMapping, openSchool, there } from './school.ts';

const file = csv('id;name\nl-1;Ильина Анна\nИв;В Г\nl-3;Жук Мария\n', 'learners.csv');

async function ingested() {
  const store = fixedStore();
  const school = await openSchool(store);
  const receipt = must(await school.ingest.run(job(learnersMapping), [file]));
  const handler = new CommandHandler(store, codec(coreEvents));
  const id = receipt.files[0]?.import ?? '';
  const events = await handler.events(`academy.import-${id}`);
  return { store, school, receipt, handler, id, events };
}

const dataOf = (event: RecordedEvent | undefined) =>
  event?.data as EventOf<typeof rowsIngested>['data'];

describe('D22 R4 §1.4.4: the source, the file’s hash and the row are kept', () => {
  test('D22: the import’s stream says what came of each row', async () => {
    const { receipt, events, store, school } = await ingested();
    expect(events.map(({ type }) => type)).toEqual(['ImportReceived', 'RowsIngested']);
    const [first] = receipt.files;
    expect(events[0]?.data).toMatchObject({
      source: 'platform',
      files: [{ name: 'learners.csv', sha256: first?.sha256, rows: 3 }],
    });
    const page = dataOf(events[1]);
    expect(page).toMatchObject({
      file: first?.sha256,
      mapping: 'learners',
      command: 'register-learner',
      page: 0,
      notTaken: [{ row: 3, lastRow: 3, code: 'invalid-input', field: 'id' }],
    });
    expect(page.accepted.map(({ row }) => row)).toEqual([2, 4]);
    expect(JSON.stringify(page)).not.toContain('Ильина');
    expect(await school.store.head()).toBe(await store.head());
  });

  test('D22: from an event one finds its file and row', async () => {
    const { school, handler, receipt } = await ingested();
    const [event] = await handler.events('academy.learner-l-3');
    expect(await school.ingest.rowOf(there(event))).toMatchObject({
      source: 'platform',
      file: 'learners.csv',
      sha256: receipt.files[0]?.sha256,
      sheet: null,
      row: 4,
      lastRow: 4,
      mapping: 'learners',
    });
    const [typed] = await handler.events('academy.regulation-main');
    expect(await school.ingest.rowOf(there(typed))).toBe(null);
  });

  test('D22: the link can be proved: a row’s command id derives from its import', async () => {
    const { handler, receipt, events, store } = await ingested();
    const [event] = await handler.events('academy.learner-l-3');
    const target = JSON.stringify([receipt.files[0]?.sha256, null, 4, 'learners']);
    expect(event?.commandId).toBe(deriveId(events[0]?.id ?? '', target, store.ports.hash));
    expect(event?.causationId).toBe(events[0]?.id);
  });
});

describe('D22: what came of rows is recorded in the import', () => {
  const hash = 'ab'.repeat(32);
  const page = {
    file: hash,
    mapping: 'marks',
    mappingHash: hash,
    command: 'record-assessment',
    page: 0,
    accepted: [],
    notTaken: [{ row: 2, lastRow: 2, code: 'cell-empty', field: 'mark' }],
    leftOut: 0,
    digest: hash,
  };

  async function room() {
    const store = fixedStore();
    await openSchool(store);
    const handler = new CommandHandler(store, codec(coreEvents));
    const session = new Session(
      'academy',
      { actor: 'u-1', onBehalfOf: null, ground: null },
      handler,
    );
    const imports = importService(session);
    const files = [{ name: 'marks.csv', sha256: hash, bytes: 3, rows: 1 }];
    must(await imports.receive({ id: 'i-1', source: 'platform', files }));
    return { imports, handler };
  }

  test('D22: the same page again adds nothing; a changed one takes its place', async () => {
    const { imports, handler } = await room();
    const first = must(await imports.recordRows({ import: 'i-1', ...page }));
    expect(must(await imports.recordRows({ import: 'i-1', ...page }))).toEqual(first);
    const later = { ...page, notTaken: [], digest: 'cd'.repeat(32) };
    must(await imports.recordRows({ import: 'i-1', ...later }));
    must(await imports.recordRows({ import: 'i-1', ...page, page: 1 }));
    expect(await handler.events('academy.import-i-1')).toHaveLength(4);
  });

  test('D22: rows of an import or a file that never came are refused', async () => {
    const { imports } = await room();
    const lost = await imports.recordRows({ import: 'i-9', ...page });
    expectRefused(lost, 'import-unknown', 'i-9');
    const other = 'cd'.repeat(32);
    const foreign = await imports.recordRows({ import: 'i-1', ...page, file: other });
    expectRefused(foreign, 'imported-file-unknown', 'i-1', other, hash);
    const odd = await imports.recordRows({ import: 'i-1', ...page, digest: 'x' });
    expectRefused(odd, 'invalid-input', 'digest', '"x"');
  });

  test('D22: a page that stands just so is refused in `decide`: its room answers itself', () => {
    const files = [{ name: 'marks.csv', sha256: hash, bytes: 3, rows: 1 }];
    const received = importReceived.draft({
      occurredOn: '2026-10-05',
      refs: { import: ['i-1'] },
      data: { import: 'i-1', source: 'platform', files },
    });
    const input = recordRows.schema.parse({ import: 'i-1', ...page });
    const day = { on: '2026-10-05' } as never;
    const given = scenario(importFold, codec(coreEvents)).given(received);
    const [draft] = given.when((state) => decideRecordRows(state, input, day)).decision as never[];
    given
      .given(draft as never)
      .when((state) => decideRecordRows(state, input, day))
      .thenRefused('rows-stand', { import: 'i-1', page: 0 });
  });
});
