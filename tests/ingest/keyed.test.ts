import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letopis, must } from '@letopis/core';
import { fileInMemory, ingestService, secretOnDisk } from '@letopis/ingest';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import {
  corrected,
  differences,
  keyedOver,
  marks,
  openKeyed,
  SECRET,
  week,
} from './keyed-school.ts';
import { learnersMapping, logOf } from './school.ts';

const first = ['l-1 t1 2026-10-05 4', 'l-2 t1 2026-10-05 3'];

const named = (name: string) =>
  fileInMemory('l.csv', new TextEncoder().encode(`id;name\nl-7;${name}\n`));

describe('D22: rows are known by their keys, not by the bytes of the file', () => {
  test('a cumulative export adds the new row alone', async () => {
    const { taken, marksOf } = await openKeyed();
    expect(await taken(marks, ...first)).toEqual(['2 accepted', '3 accepted']);
    const more = [...first, 'l-1 t2 2026-10-12 5'];
    expect(await taken(marks, ...more)).toEqual(['2 same', '3 same', '4 accepted']);
    expect(await marksOf()).toEqual(['l-1 2026-10-05 4', 'l-1 2026-10-12 5', 'l-2 2026-10-05 3']);
  });

  test('other line ends, another order and a missing row change nothing', async () => {
    const { run, taken, store } = await openKeyed();
    await taken(marks, ...first);
    const before = (await logOf(store)).filter((line) => line.includes('enrollment-'));
    const text = 'id;task;day;mark\r\nl-2;t1;2026-10-05;3\r\nl-1;t1;2026-10-05;4\r\n';
    const crlf = fileInMemory('marks.csv', new TextEncoder().encode(text));
    expect((await run(marks, crlf)).totals).toMatchObject({ same: 2, accepted: 0 });
    expect((await run(marks, week('l-2 t1 2026-10-05 3'))).totals.same).toBe(1);
    const now = (await logOf(store)).filter((line) => line.includes('enrollment-'));
    expect(now).toEqual(before);
  });

  test('a row that differs is told with both values, and changes nothing by default', async () => {
    const { run, taken, marksOf } = await openKeyed();
    await taken(marks, ...first);
    const receipt = await run(marks, week('l-1 t1 2026-10-05 5', 'l-2 t1 2026-10-06 3'));
    const differs = { status: 'differs', refusal: { code: 'row-differs' } };
    expect(receipt.rows).toMatchObject([differs, differs]);
    expect(differences(receipt)).toEqual(['value 4 5', 'on 2026-10-05 2026-10-06']);
    expect(receipt.rows[0]?.refusal?.text.ru).toContain('value');
    expect(receipt.totals).toMatchObject({ accepted: 0, differs: 2 });
    expect(await marksOf()).toEqual(['l-1 2026-10-05 4', 'l-2 2026-10-05 3']);
  });

  test('the values of personal fields are not shown, only that they differ', async () => {
    const { ingest } = await openKeyed();
    const job = { source: 'crm', mappings: [{ ...learnersMapping, key: ['id'] }] };
    must(await ingest.run(job, [named('Орлова Анна')]));
    const receipt = must(await ingest.run(job, [named('Соколова Анна')]));
    expect(receipt.rows[0]?.differences).toEqual([
      { field: 'name', personal: true, before: null, now: null },
    ]);
    expect(JSON.stringify(receipt)).not.toContain('Соколова');
  });

  test('what was refused is taken once its cause is mended, under the same key', async () => {
    const { taken, marksOf } = await openKeyed();
    expect(await taken(marks, 'l-1 t1 2026-10-05 9')).toEqual(['2 rejected not-on-scale']);
    expect(await taken(marks, 'l-1 t1 2026-10-05 4')).toEqual(['2 accepted']);
    expect(await taken(marks, 'l-1 t1 2026-10-05 4', 'l-2 t1 2026-10-05 4')).toEqual([
      '2 same',
      '3 accepted',
    ]);
    expect(await marksOf()).toEqual(['l-1 2026-10-05 4', 'l-2 2026-10-05 4']);
  });

  test('rows of one file that repeat a key are told apart by their order', async () => {
    const { taken, marksOf } = await openKeyed();
    const twice = ['l-1 t1 2026-10-05 3', 'l-1 t1 2026-10-06 4'];
    expect(await taken(marks, ...twice)).toEqual(['2 accepted', '3 accepted']);
    expect(await taken(marks, ...twice, 'l-2 t1 2026-10-06 4')).toEqual([
      '2 same',
      '3 same',
      '4 accepted',
    ]);
    expect((await marksOf()).length).toBe(3);
  });

  test('other sources and other mappings have rows of their own', async () => {
    const { ingest, taken } = await openKeyed();
    await taken(marks, ...first);
    const file = week('l-1 t1 2026-10-06 4');
    const other = must(await ingest.run({ source: 'other', mappings: [marks] }, [file]));
    expect(other.totals.accepted).toBe(1);
    const again = [{ ...marks, id: 'more-marks' }];
    const more = must(await ingest.run({ source: 'platform', mappings: again }, [file]));
    expect(more.totals).toMatchObject({ accepted: 1, same: 0, differs: 0 });
  });

  test('a row taken before the mapping had a key is known by it from then on', async () => {
    const { taken } = await openKeyed();
    const { key: _key, ...plain } = marks;
    expect(await taken(plain, ...first)).toEqual(['2 accepted', '3 accepted']);
    expect(await taken(marks, ...first)).toEqual(['2 already-there', '3 already-there']);
    expect(await taken(marks, ...first, 'l-1 t2 2026-10-12 5')).toEqual([
      '2 same',
      '3 same',
      '4 accepted',
    ]);
  });

  test('a column of the key that is empty makes the row invalid', async () => {
    const { run } = await openKeyed();
    const receipt = await run(marks, week('l-1  2026-10-05 4'));
    expect(receipt.rows[0]).toMatchObject({
      status: 'invalid',
      refusal: { code: 'row-key-empty', column: 'task' },
    });
  });

  test('a dry run says what the run then does', async () => {
    const { ingest, taken } = await openKeyed();
    await taken(corrected, ...first);
    const job = { source: 'platform', mappings: [corrected] };
    const file = week('l-1 t1 2026-10-05 5', 'l-2 t1 2026-10-05 3', 'l-1 t2 2026-10-12 5');
    const dry = must(await ingest.dryRun(job, [file]));
    const real = must(await ingest.run(job, [file]));
    expect(dry.totals).toEqual(real.totals);
    expect(real.totals).toMatchObject({ accepted: 2, same: 1 });
  });
});

describe('D22, R2 §2.3: a row that differs is corrected where the mapping says by whom', () => {
  test('a late mend on the platform is an ordinary correction, once', async () => {
    const { taken, marksOf, events } = await openKeyed();
    await taken(corrected, ...first);
    const mended = ['l-1 t1 2026-10-05 5', 'l-2 t1 2026-10-05 3'];
    expect(await taken(corrected, ...mended)).toEqual(['2 accepted', '3 same']);
    expect(await taken(corrected, ...mended, 'l-2 t2 2026-10-12 3')).toEqual([
      '2 same',
      '3 same',
      '4 accepted',
    ]);
    expect(await taken(corrected, 'l-1 t1 2026-10-05 4')).toEqual(['2 accepted']);
    expect(await marksOf()).toEqual(['l-1 2026-10-05 4', 'l-2 2026-10-05 3', 'l-2 2026-10-12 3']);
    const all = await events('enrollment-l-1.mentor.1');
    expect(all.filter(({ type }) => type === 'AssessmentCorrected')).toHaveLength(2);
  });

  test('what a person corrected by hand is not overwritten: the row says why', async () => {
    const { taken, assessments, run, ingest, marksOf } = await openKeyed();
    await taken(corrected, ...first);
    const receipt = await run(corrected, week(...first));
    const replaces = receipt.rows[0]?.eventId ?? '';
    const given = { value: '3', words: 'три', reason: 'пересчёт', signer: 'p-9' };
    must(await assessments.correct({ enrollment: 'l-1.mentor.1', replaces, ...given }));
    expect(await taken(corrected, 'l-1 t1 2026-10-05 5')).toEqual(['2 differs row-aside']);
    expect(await ingest.worklist()).toMatchObject([
      {
        why: 'changed-by-hand',
        learner: 'l-1',
        differences: [{ field: 'value', before: '4', now: '5' }],
      },
    ]);
    expect(await marksOf()).toEqual(['l-1 2026-10-05 3', 'l-2 2026-10-05 3']);
  });
});

describe('152-FZ art. 21: keys are hashed under a secret, and personal ones are said to be', () => {
  const job = { source: 'platform', mappings: [marks] };

  test('without a secret, or with another than that of known rows, nothing is read', async () => {
    const { store, taken } = await openKeyed();
    const plain = letopis({ store, organisation: 'academy' }).with({ ingest: ingestService });
    const none = await plain.as('u-17').ingest.run(job, [week(...first)]);
    expectRefused(none, 'import-secret-missing', 'marks', 'secretOnDisk');
    await taken(marks, ...first);
    const before = await logOf(store);
    const other = keyedOver(store, new Uint8Array(32).fill(8));
    expectRefused(await other.ingest.run(job, [week(...first)]), 'import-secret-differs');
    expect(await logOf(store)).toEqual(before);
  });

  test('a short secret is a mistake of the application', async () => {
    const { store } = await openKeyed();
    const short = keyedOver(store, SECRET.slice(1)).ingest.run(job, [week(...first)]);
    await expect(short).rejects.toThrow('31 bytes: give 32 random bytes or more');
  });

  test('a key of personal columns is refused unless the mapping says so', async () => {
    const { ingest } = await openKeyed();
    const file = named('Орлова Анна');
    const byName = { ...learnersMapping, key: ['name'] };
    const refused = await ingest.run({ source: 'crm', mappings: [byName] }, [file]);
    expectRefused(refused, 'key-is-personal', 'name', 'personalKey');
    const said = { source: 'crm', mappings: [{ ...byName, personalKey: true }] };
    expect(must(await ingest.run(said, [file])).totals.accepted).toBe(1);
  });

  test('the lines of the log have neither key nor contents', async () => {
    const { store, taken } = await openKeyed();
    await taken(marks, 'l-1 secret-task 2026-10-05 4');
    for await (const page of store.readStream('academy.rows-unknown')) expect(page).toEqual([]);
    const streams = (await logOf(store)).filter((line) => line.startsWith('academy.rows-'));
    expect(streams.map((line) => line.split(' ')[1])).toEqual(['RowKnown', 'RowsTaken']);
    const name = streams[0]?.split(' ')[0] ?? '';
    for await (const page of store.readStream(name)) {
      for (const { line } of page) expect(line).not.toMatch(/secret-task|2026-10-05/);
    }
  });

  test('a secret on disk is made once, for its owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'secret-'));
    try {
      const path = join(folder, 'import.secret');
      const made = await secretOnDisk(path)();
      expect(made).toHaveLength(32);
      expect(await secretOnDisk(path)()).toEqual(made);
      expect(await readFile(path)).toEqual(made);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      const [one, two] = await Promise.all([
        secretOnDisk(`${path}.2`)(),
        secretOnDisk(`${path}.2`)(),
      ]);
      expect(one).toEqual(two);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
