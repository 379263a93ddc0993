import { checkLog } from '@letopis/core/testing';
import { openSqlite } from '@letopis/store-sqlite';
import { expect, it } from 'vitest';
import { freshPath, sampleItem, wholeLog } from './samples.ts';

it('a refused restore leaves nothing behind, also where another process goes on', async () => {
  const source = await openSqlite(await freshPath());
  await source.append(
    'academy.sample-a',
    [0, 1, 2].map((n) => sampleItem(n)),
    -1,
  );
  const [first, second, third] = await wholeLog(source);
  if (!first || !second || !third) throw new Error('nothing to restore');
  await source.close();

  const path = await freshPath();
  const [store, other] = [await openSqlite(path), await openSqlite(path)];
  const broken = { ...third, line: third.line.replace('"n":2', '"n": 2') };
  expect(await store.restore([[first]])).toBe(1);
  await expect(store.restore([[first, second, broken]])).rejects.toMatchObject({ code: 'corrupt' });
  expect(await wholeLog(store)).toEqual([first]);
  // As many events as were taken back: the log's length alone does not give it away.
  await other.append('academy.sample-b', [sampleItem(5)], -1);
  const { events } = await store.append('academy.sample-a', [sampleItem(6)], 0);
  expect(events.map(({ revision }) => revision)).toEqual([1]);
  checkLog(await wholeLog(store));
  await Promise.all([store.close(), other.close()]);
});
