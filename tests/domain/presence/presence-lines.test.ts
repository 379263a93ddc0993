import { must } from '@letopis/core';
import { utf8Bytes } from '@letopis/core/kernel';
import { expect, test } from 'vitest';
import { check, presenceSchool } from '../worlds/presence-school.ts';
import { planned } from '../worlds/retention-school.ts';

/* A line holds at most 65,535 bytes, however long the names in a list are. */

const long = (n: number) => `${'x'.repeat(45)}${String(n).padStart(3, '0')}`;
const enrollment = (n: number) => `enrollment-${long(n)}.${long(0)}.${n}`;

test('lists of the longest names and texts fit into their lines', async () => {
  const school = await presenceSchool(planned());
  const { presence, seizures, learners, programmes, groups, enrollments, store } = school;
  const text = 'я'.repeat(300);
  const on = '2026-09-01';
  must(await programmes.open({ id: long(0), modules: [{ id: 'a', scale: 'five-point' }], on }));
  must(await groups.open({ id: 'g-1', programme: long(0), on }));
  const items = [];
  for (let n = 1; n <= 80; n += 1) {
    must(await learners.register({ id: long(n), on }));
    must(await enrollments.enroll({ learner: long(n), group: 'g-1', from: on }));
    items.push({ carrier: 'personal-files', record: enrollment(1).replace(long(1), long(n)) });
  }
  const absent = items.map((item) => ({ ...item, found: 'absent' as const, note: text }));
  must(await presence.check({ ...check, items: absent, number: text.slice(0, 64) }));
  const act = { number: text.slice(0, 64), done: 'я'.repeat(1000), signer: 'p-1' };
  const members = Array.from({ length: 20 }, (_, n) => long(n));
  for (const person of members) {
    must(await school.officials.appoint({ person, office: 'teacher', from: on }));
  }
  const listed = items.slice(0, 75);
  must(await presence.approveNonDiscovery({ ...act, items: listed, members, on: '2028-06-02' }));
  const back = { signer: 'p-7', on: '2028-07-01', place: text };
  for (const item of items.slice(0, 50)) must(await presence.found({ ...item, ...back }));
  const seizure = {
    id: 's'.repeat(45),
    number: act.number,
    authority: 'я'.repeat(200),
    takerPosition: 'я'.repeat(200),
    takerName: text,
    paper: { kind: 'decision', number: act.number, date: '2028-07-02' },
    items: items.slice(0, 50).map((item) => ({ ...item, sheets: 99_999, copySheets: 99_999 })),
    signer: 'p-1',
    on: '2028-07-02',
  };
  must(await seizures.seize(seizure));
  const sizes: number[] = [];
  for await (const page of store.readStream('academy.retention-main')) {
    sizes.push(...page.map(({ line }) => utf8Bytes(line)));
  }
  expect(Math.max(...sizes)).toBeLessThan(60_000);
});
