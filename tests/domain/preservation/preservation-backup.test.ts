import { must } from '@letopis/core';
import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { backup, by, find, medium, openCustody, sha } from '../worlds/preservation-school.ts';
import { regulation } from '../worlds/records-school.ts';

let school: Awaited<ReturnType<typeof openCustody>>;
beforeEach(async () => {
  school = await openCustody();
});

/** What was read of the two media; null: it could not be. */
const read = (one: string | null, other: string | null) => [
  { medium: 'm-1', sha256: one },
  { medium: 'm-2', sha256: other },
];

describe('D20 R4 §6.3: a backup on two media by 25 January', () => {
  test('is refused on fewer media, one twice, copies that differ, an odd kind', async () => {
    const { custody } = school;
    const make = (media: readonly ReturnType<typeof medium>[]) =>
      custody.recordBackup({ ...backup, media });
    expectRefused(await make([medium('m-1')]), 'media-few', 'm-1', '2');
    expectRefused(await make([medium('m-1'), medium('m-1')]), 'media-few', 'm-1, m-1');
    const other = [medium('m-1'), medium('m-2', 'disk', sha('b'))];
    expectRefused(await make(other), 'media-differ', 'm-2', sha('b'));
    const tape = [medium('m-1'), medium('m-2', 'papyrus')];
    expectRefused(await make(tape), 'medium-kind-unknown', 'papyrus');
    must(await custody.recordBackup(backup));
    expectRefused(await custody.recordBackup(backup), 'already-exists', 'b-1');
  });

  test('an overdue backup is seen from 26 January on; one made then is late', async () => {
    const { custody, due } = school;
    expect(find(await due('2028-01-25'), 'backup')?.standing).toBe('waiting');
    expect(find(await due('2028-01-26'), 'backup')?.standing).toBe('overdue');
    must(await custody.recordBackup({ ...backup, on: '2028-02-01' }));
    expect(find(await due('2028-01-31'), 'backup')?.standing).toBe('overdue');
    expect(find(await due('2028-02-01'), 'backup')?.standing).toBe('done-late');
  });

  test('R4 §6.3: one made before the end of the study year is none of the year', async () => {
    const { custody, due } = school;
    must(await custody.recordBackup({ ...backup, on: '2026-12-01' }));
    expect(find(await due('2028-01-26'), 'backup')?.standing).toBe('overdue');
    must(await custody.recordBackup({ ...backup, id: 'b-2', on: '2027-05-31' }));
    expect(find(await due('2028-01-26'), 'backup')).toMatchObject({
      doneOn: '2027-05-31',
      standing: 'done',
    });
  });

  test('an organisation whose regulation knows none owes none, and is told so', async () => {
    const { custody } = await openCustody(regulation());
    expectRefused(await custody.recordBackup(backup), 'custody-not-owed', 'backup');
  });
});

describe('D20 R4 §6.1: integrity is checked for the whole term of storage', () => {
  const check = { ...by, id: 'i-1', backup: 'b-1', on: '2027-12-01' };
  const replaced = {
    ...by,
    backup: 'b-1',
    damaged: 'm-2',
    from: 'm-1',
    medium: medium('m-3', 'optical'),
    on: '2027-12-05',
  };

  test('one medium unreadable is made good from the other by 25 January', async () => {
    const { custody, due, events } = school;
    must(await custody.recordBackup(backup));
    must(await custody.checkIntegrity({ ...check, media: read(sha('a'), null) }));
    expect((await events('custody-2026')).at(-1)?.data).toMatchObject({
      media: [{ outcome: 'whole' }, { medium: 'm-2', sha256: null, outcome: 'damaged' }],
    });
    expect(find(await due('2027-12-02'), 'medium')).toMatchObject({
      of: 'b-1',
      dueOn: '2028-01-25',
      standing: 'waiting',
    });
    expect(find(await due('2028-01-26'), 'medium')?.standing).toBe('overdue');
    expect(find(await due('2027-11-30'), 'medium')).toBeUndefined();
    must(await custody.replaceMedium(replaced));
    expect(find(await due('2028-01-26'), 'medium')).toBeUndefined();
    expect(find(await due('2027-12-04'), 'medium')?.standing).toBe('waiting');
  });

  test('what was read and is not what was written is damaged too', async () => {
    const { custody, events } = school;
    must(await custody.recordBackup(backup));
    must(await custody.checkIntegrity({ ...check, media: read(sha('a'), sha('d')) }));
    expect((await events('custody-2026')).at(-1)?.data).toMatchObject({
      media: [{ outcome: 'whole' }, { outcome: 'damaged', sha256: sha('d') }],
    });
  });

  test('an overdue check is seen on any day, year after year', async () => {
    const { custody, due } = school;
    must(await custody.recordBackup(backup));
    expect(find(await due('2028-06-16'), 'integrity-check')).toMatchObject({
      dueOn: '2028-06-15',
      standing: 'overdue',
    });
    must(await custody.checkIntegrity({ ...check, media: read(sha('a'), sha('a')) }));
    expect(find(await due('2028-06-16'), 'integrity-check')?.dueOn).toBe('2028-12-01');
    expect(find(await due('2028-12-02'), 'integrity-check')?.standing).toBe('overdue');
  });

  test('every medium in use is looked at, each of this backup, each once', async () => {
    const { custody } = school;
    const look = (media: readonly { medium: string; sha256: string | null }[], more = {}) =>
      custody.checkIntegrity({ ...check, media, ...more });
    expectRefused(await look(read(null, null)), 'backup-unknown', 'b-1');
    must(await custody.recordBackup(backup));
    const first = { medium: 'm-1', sha256: sha('a') };
    expectRefused(await look([first]), 'media-unchecked', 'm-2');
    expectRefused(await look([first, { ...first, medium: 'm-9' }]), 'medium-unfit', 'm-9');
    expectRefused(await look([first, first]), 'medium-unfit', 'm-1');
    const early = await look(read(sha('a'), null), { on: '2027-06-14' });
    expectRefused(early, 'act-out-of-order', '2027-06-15');
    must(await look(read(sha('a'), null)));
    expectRefused(await look(read(sha('a'), null)), 'already-exists', 'i-1');
  });

  test('a check entered late is of its own day, in findings and in media', async () => {
    const { custody, due } = school;
    must(await custody.recordBackup(backup));
    must(await custody.checkIntegrity({ ...check, media: read(sha('a'), null) }));
    must(await custody.replaceMedium(replaced));
    const late = { ...check, id: 'i-2', on: '2027-09-01' };
    must(await custody.checkIntegrity({ ...late, media: read(sha('a'), null) }));
    expect(find(await due('2027-09-02'), 'medium')?.of).toBe('b-1');
  });

  test('only a damaged medium is replaced, from a whole one, by a true copy', async () => {
    const { custody } = school;
    must(await custody.recordBackup(backup));
    const replace = (change: object) => custody.replaceMedium({ ...replaced, ...change });
    expectRefused(await replace({}), 'medium-unfit', 'm-2');
    must(await custody.checkIntegrity({ ...check, media: read(sha('a'), null) }));
    expectRefused(await replace({ damaged: 'm-9' }), 'medium-unfit', 'm-9');
    expectRefused(await replace({ from: 'm-2' }), 'medium-unfit', 'm-2');
    const early = await replace({ on: '2027-11-30' });
    expectRefused(early, 'act-out-of-order', '2027-11-30', '2027-12-01');
    expectRefused(await replace({ medium: medium('m-1') }), 'medium-unfit', 'm-1');
    const differing = { medium: medium('m-3', 'disk', sha('b')) };
    expectRefused(await replace(differing), 'media-differ', sha('b'));
    must(await replace({}));
    expectRefused(await replace({ medium: medium('m-4') }), 'medium-unfit', 'm-2');
  });

  test('a backup is restorable: what came back is what was saved', async () => {
    const { custody, events } = school;
    must(await custody.recordBackup(backup));
    const restore = {
      ...by,
      id: 'r-1',
      backup: 'b-1',
      medium: 'm-1',
      into: 'пробный стенд',
      sha256: sha('a'),
      on: '2027-07-01',
    };
    const wrong = await custody.recordRestore({ ...restore, sha256: sha('e') });
    expectRefused(wrong, 'media-differ', sha('e'));
    const none = await custody.recordRestore({ ...restore, medium: 'm-9' });
    expectRefused(none, 'medium-unfit', 'm-9');
    must(await custody.recordRestore(restore));
    expectRefused(await custody.recordRestore(restore), 'already-exists', 'r-1');
    expect((await events('custody-2026')).at(-1)?.type).toBe('BackupRestored');
  });
});
