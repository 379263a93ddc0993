import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { LineFields } from '@letopis/core/store';
import { checkLog } from '@letopis/core/testing';
import { openSqlite } from '@letopis/store-sqlite';
import { describe, expect, it } from 'vitest';
import { freshPath, wholeLog } from './samples.ts';

const APPENDER = fileURLToPath(new URL('children/appender.ts', import.meta.url));

/** Runs one appending process to its end and gives the lines that it wrote. */
async function appender(...args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, [APPENDER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(complaints).toBe('');
  return out.split('\n').filter((line) => line !== '');
}

describe('several processes over one file', () => {
  it('append to one stream: what was acknowledged stands once, revisions are dense', async () => {
    const path = await freshPath();
    const makers = ['1', '2', '3'];
    // No one lays the file out beforehand: they race for that as well.
    const acknowledged = await Promise.all(
      makers.map((maker) => appender(path, maker, 'academy.sample-a', '60')),
    );
    const store = await openSqlite(path);
    const lines = await wholeLog(store);
    checkLog(lines);
    const fields = lines.map(({ line }) => JSON.parse(line) as LineFields);
    expect(fields.map(({ revision }) => revision)).toEqual([...Array(180).keys()]);
    expect(fields.map(({ id }) => id).toSorted()).toEqual(acknowledged.flat().toSorted());
    await store.close();
  });

  it('append to streams of their own, and each stream keeps its order', async () => {
    const path = await freshPath();
    const makers = ['1', '2', '3'];
    const acknowledged = await Promise.all(
      makers.map((maker) => appender(path, maker, `academy.sample-${maker}`, '80')),
    );
    const store = await openSqlite(path);
    checkLog(await wholeLog(store));
    for (const [index, maker] of makers.entries()) {
      const ids: string[] = [];
      for await (const page of store.readStream(`academy.sample-${maker}`)) {
        ids.push(...page.map(({ line }) => (JSON.parse(line) as LineFields).id));
      }
      expect(ids).toEqual(acknowledged[index]);
    }
    await store.close();
  });
});

describe('a disk that is full', () => {
  it.skipIf(process.platform === 'win32')(
    'leaves the outcome of the commit unknown, shuts the store, and keeps what was acknowledged',
    async () => {
      const path = await freshPath();
      // No file of the child may grow beyond 2,000 blocks of 512 bytes.
      const limited = ['-c', 'ulimit -f 2000; exec "$@"', 'sh', process.execPath, APPENDER];
      const args = [...limited, path, '1', 'academy.sample-a', '2000'];
      const child = spawn('/bin/sh', args, { stdio: ['ignore', 'pipe', 'ignore'] });
      const said = (await text(child.stdout)).split('\n').filter((line) => line !== '');
      const ids = said.filter((line) => !line.startsWith('!'));
      const errors = said.filter((line) => line.startsWith('!'));
      expect(ids.length).toBeGreaterThan(10);
      expect(errors[0]).toBe('! outcome-unknown');
      expect(new Set(errors.slice(1))).toEqual(new Set(['! store-failed']));
      const store = await openSqlite(path);
      const lines = await wholeLog(store);
      checkLog(lines);
      const stored = lines.map(({ line }) => (JSON.parse(line) as LineFields).id);
      expect(stored.slice(0, ids.length)).toEqual(ids);
      expect(stored.length - ids.length).toBeLessThanOrEqual(1);
      await store.close();
    },
  );
});
