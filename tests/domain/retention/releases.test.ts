import { must } from '@letopis/core';
import type { RetentionEvent } from '@letopis/core/facts';
import { retentionFold } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { expect, test } from 'vitest';
import { runActs } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import type { OldSchool } from '../worlds/retention-school.ts';
import {
  approveBoth,
  destruction,
  file,
  journal,
  oldSchool,
  on,
  paperOnly,
  selection,
} from '../worlds/retention-school.ts';

/* D19: what the releases of an act amount to, of a carrier and of the data of a record. */

const ofJournal = `lesson-journal ${journal}`;

const retentionEvents = async ({ events }: OldSchool) =>
  (await events('retention-main')) as readonly RetentionEvent[];

/** The release of the journal that stands after some events, by its event id. */
const standing = (...some: readonly (RetentionEvent | undefined)[]) => {
  const { released } = foldEvents(
    retentionFold,
    some.flatMap((one) => one ?? []),
  );
  return released.get(ofJournal)?.entry;
};

test('RK 1.8: an annulment takes back the release that it names, not one after it', async () => {
  const school = await oldSchool(paperOnly());
  const { retention, store, events } = school;
  must(await retention.select(selection));
  await approveBoth(school);
  await runActs(store);
  const last = (await events('act-d-1')).findLast(({ type }) => type === 'SelectionApproved');
  const wrong = { act: 'd-1', reason: 'описка', signer: 'p-1', office: 'head', on };
  must(await retention.annulActEntry({ ...wrong, entry: last?.id ?? '' }));
  await runActs(store);
  const head = { act: 'd-1', approval: 'head', signer: 'p-1', on, commandId: step(50) };
  must(await retention.approve(head));
  await runActs(store);
  const ofRecord = (await retentionEvents(school)).filter(
    ({ data }) => 'carrier' in data && data.carrier === 'lesson-journal',
  );
  expect(ofRecord.map(({ type }) => type)).toEqual([
    'CarrierReleased',
    'CarrierReleaseAnnulled',
    'CarrierReleased',
  ]);
  const [first, annulled, second] = ofRecord;
  expect(standing(first, annulled)).toBeUndefined();
  expect(standing(second, annulled)).toBe(second?.id);
});

test('152-FZ art. 21: a release for erasure says its act, its day and its order', async () => {
  const school = await oldSchool(paperOnly());
  const { retention, store, session, events } = school;
  must(await retention.select(selection));
  await approveBoth(school);
  await runActs(store);
  must(await retention.recordDestruction(destruction));
  const erasure = { id: 'e-1', records: [file], reason: 'term-over', signer: 'p-1', on } as const;
  must(await retention.orderErasure(erasure));
  await runActs(store);
  const [ordered] = await events('act-e-1');
  const release = (await retentionEvents(school)).find(({ type }) => type === 'RecordReleased');
  const { erased } = (await session.load(retentionFold, 'main')).state;
  expect([...erased]).toEqual([
    [file, { act: 'e-1', on, entry: release?.id, owedBy: ordered?.id }],
  ]);
});
