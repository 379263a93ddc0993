import { must } from '@letopis/core';
import { expect, test } from 'vitest';
import { expectSaid } from '../domain/worlds/expect-refused.ts';
import { csv, job, learnersMapping, openSchool, rowRefusal, statuses } from './school.ts';

test('SEC 7: a row whose id is personal data is refused, and nothing keeps the id', async () => {
  const school = await openSchool();
  const file = csv('id;name\n112-233-445-95;Ильина Анна\nl-2;Белова Вера\n', 'learners.csv');
  const ran = await school.ingest.run(job(learnersMapping), [file]);
  const receipt = must(ran);
  expect(statuses(receipt)).toEqual(['2 rejected personal-id', '3 accepted']);
  expectSaid(rowRefusal(ran, 2).refusal, 'personal-id', 'learners.giveExternalId');
  expect(JSON.stringify(receipt)).not.toMatch(/112-233/);
  for await (const { lines } of school.store.readAll('')) {
    for (const { line } of lines) expect(line).not.toMatch(/112-233/);
  }
});
