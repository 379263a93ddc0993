import type { Authorise, Denial } from '@letopis/core';
import { letopis, must, START } from '@letopis/core';
import { ingestService } from '@letopis/ingest';
import { describe, expect, test } from 'vitest';
import { expectRefused, expectSaid } from '../domain/worlds/expect-refused.ts';
import { csv, job, learnersMapping, openSchool, rowRefusal, statuses } from './school.ts';

/* SEC 18: ingest runs under the application's hook, row by row. */

const no: Denial = { code: 'not-yours', text: { ru: 'не ваша группа', en: 'not your group' } };

const learners = csv('id;name\nl-1;Ильина Анна\nl-2;Орлов Пётр\n', 'learners.csv');

async function guarded(authorise: Authorise) {
  const { store } = await openSchool();
  const { ingest } = letopis({ store, organisation: 'academy', authorise })
    .with({ ingest: ingestService })
    .as('u-17');
  const size = async (): Promise<number> => {
    let lines = 0;
    for await (const page of store.readAll(START)) lines += page.lines.length;
    return lines;
  };
  return { ingest, size };
}

describe('SEC 18: ingest', () => {
  test.each(['run', 'dryRun'] as const)('%s is denied as a whole', async (method) => {
    const { ingest, size } = await guarded(({ command }) => (command === 'ingest' ? no : null));
    const before = await size();
    const refused = await ingest[method](job(learnersMapping), [learners]);
    expectRefused(refused, 'not-authorised', 'ingest', 'u-17');
    expect(await size()).toBe(before);
  });

  test.each(['run', 'dryRun'] as const)(
    '%s: one row is denied, the others go in',
    async (method) => {
      const { ingest } = await guarded(({ refs }) => (refs.learner?.includes('l-2') ? no : null));
      const result = await ingest[method](job(learnersMapping), [learners]);
      expect(statuses(must(result))).toEqual(['2 accepted', '3 rejected not-authorised']);
      const { refusal } = rowRefusal(result, 3);
      expectSaid(refusal, 'not-authorised', 'register-learner', 'u-17');
      expect(JSON.stringify(refusal)).not.toContain('Орлов');
    },
  );
});
