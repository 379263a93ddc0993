import { must } from '@letopis/core';
import { preservationFold } from '@letopis/core/facts';
import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { backup, by, medium, openCustody, sha } from '../worlds/preservation-school.ts';

let school: Awaited<ReturnType<typeof openCustody>>;
beforeEach(async () => {
  school = await openCustody();
});

const broken = (...media: readonly string[]) =>
  ['m-1', 'm-2'].map((id) => ({ medium: id, sha256: media.includes(id) ? null : sha('a') }));
const check = { ...by, id: 'i-1', backup: 'b-1', media: broken('m-2'), on: '2027-12-01' };
const replaced = {
  ...by,
  backup: 'b-1',
  damaged: 'm-2',
  from: 'm-1',
  medium: medium('m-3', 'optical'),
  on: '2027-12-05',
};
const restored = {
  ...by,
  id: 'r-1',
  backup: 'b-1',
  medium: 'm-2',
  into: 'пробный стенд',
  sha256: sha('a'),
  on: '2027-07-01',
};

describe('D20 R4 §6.3: the media of a backup', () => {
  test('are all different ones, however many there are', async () => {
    const media = [medium('m-1'), medium('m-2'), medium('m-2')];
    const no = await school.custody.recordBackup({ ...backup, media });
    expectRefused(no, 'media-few', 'm-1, m-2, m-2', '2');
    const three = [medium('m-1'), medium('m-2'), medium('m-3')];
    must(await school.custody.recordBackup({ ...backup, media: three }));
  });

  test('are of a kind that the regulation has, and of the same bytes as the first', async () => {
    const { custody } = school;
    const make = (one: ReturnType<typeof medium>) =>
      custody.recordBackup({ ...backup, media: [medium('m-1'), one] });
    const odd = await make(medium('m-2', 'papyrus'));
    expectRefused(odd, 'medium-kind-unknown', 'papyrus', 'disk, optical');
    const other = await make(medium('m-2', 'disk', sha('b')));
    expectRefused(other, 'media-differ', 'm-2', sha('b'), sha('a'));
  });
});

describe('D20 R4 §6.1: a check of integrity, and a medium that is replaced', () => {
  test('it may be on the day of the backup; what was damaged is looked at no more', async () => {
    const { custody } = school;
    must(await custody.recordBackup(backup));
    must(await custody.checkIntegrity({ ...check, on: backup.on }));
    const rest = [{ medium: 'm-1', sha256: sha('a') }];
    must(await custody.checkIntegrity({ ...check, id: 'i-2', media: rest, on: '2027-12-02' }));
    const none = await custody.checkIntegrity({ ...check, id: 'i-3', backup: 'b-9' });
    expectRefused(none, 'backup-unknown', 'b-9');
  });

  test('of several checks the earliest that found it damaged counts', async () => {
    const { custody, session } = school;
    must(await custody.recordBackup(backup));
    for (const [n, on] of ['2027-12-01', '2027-11-01', '2027-12-20'].entries()) {
      must(await custody.checkIntegrity({ ...check, id: `i-${n}`, on }));
    }
    const { state } = await session.load(preservationFold, '2026');
    const kept = state.backups.get('b-1');
    expect(kept?.media.get('m-2')?.damagedOn).toBe('2027-11-01');
    expect(kept?.media.get('m-1')?.damagedOn).toBe(null);
    expect(kept?.checkedOn).toEqual(['2027-11-01', '2027-12-01', '2027-12-20']);
  });

  test('it is replaced from the day on which it was found damaged, and says why not', async () => {
    const { custody } = school;
    must(await custody.recordBackup(backup));
    const replace = async (change: object, ...words: readonly [string, string, string]) => {
      const no = expectRefused(
        await custody.replaceMedium({ ...replaced, ...change }),
        'medium-unfit',
        words[0],
      );
      expect(no.text.ru).toContain(words[1]);
      expect(no.text.en).toContain(words[2]);
    };
    await replace({}, 'm-2', 'исправен', 'it is whole');
    must(await custody.checkIntegrity(check));
    await replace({ damaged: 'm-9' }, 'm-9', 'такого носителя нет', 'no such medium');
    await replace({ from: 'm-9' }, 'm-9', 'такого носителя нет', 'no such medium');
    await replace({ from: 'm-2' }, 'm-2', 'носитель повреждён', 'it is damaged');
    await replace({ medium: medium('m-1') }, 'm-1', 'уже есть', 'stands already');
    const odd = { ...replaced, medium: medium('m-3', 'papyrus') };
    expectRefused(await custody.replaceMedium(odd), 'medium-kind-unknown', 'papyrus', 'disk');
    const other = { ...replaced, medium: medium('m-3', 'disk', sha('b')) };
    expectRefused(await custody.replaceMedium(other), 'media-differ', 'm-3', sha('b'), sha('a'));
    const none = await custody.replaceMedium({ ...replaced, backup: 'b-9' });
    expectRefused(none, 'backup-unknown', 'b-9');
    must(await custody.replaceMedium({ ...replaced, on: check.on }));
    await replace({ medium: medium('m-4') }, 'm-2', 'исправен', 'it is whole');
  });

  test('a copy is made of a medium that is in use on the day', async () => {
    const { custody } = school;
    must(await custody.recordBackup(backup));
    must(await custody.checkIntegrity({ ...check, media: broken('m-2') }));
    must(await custody.replaceMedium(replaced));
    const both = [
      { medium: 'm-1', sha256: null },
      { medium: 'm-3', sha256: sha('a') },
    ];
    must(await custody.checkIntegrity({ ...check, id: 'i-2', media: both, on: '2027-12-06' }));
    const copy = { ...replaced, damaged: 'm-1', from: 'm-3', medium: medium('m-4') };
    const restore = { ...restored, medium: 'm-3' };
    const early = await custody.recordRestore({ ...restore, on: '2027-12-04' });
    expectRefused(early, 'medium-unfit', 'b-1', 'm-3');
    must(await custody.recordRestore({ ...restore, on: '2027-12-05' }));
    must(await custody.replaceMedium({ ...copy, on: '2027-12-06' }));
  });
});

describe('D20: a restore', () => {
  test('is of a known backup, from its day on, of the bytes that were saved', async () => {
    const { custody } = school;
    expectRefused(await custody.recordRestore(restored), 'backup-unknown', 'b-1');
    must(await custody.recordBackup(backup));
    const early = await custody.recordRestore({ ...restored, on: '2027-06-14' });
    expectRefused(early, 'act-out-of-order', '2027-06-14', '2027-06-15');
    const wrong = await custody.recordRestore({ ...restored, sha256: sha('e') });
    expectRefused(wrong, 'media-differ', 'm-2', sha('e'), sha('a'));
    must(await custody.recordRestore({ ...restored, on: '2027-06-15' }));
  });

  test('entered late it is of its own day, on which the medium was whole', async () => {
    const { custody } = school;
    must(await custody.recordBackup(backup));
    must(await custody.checkIntegrity(check));
    expectRefused(
      await custody.recordRestore({ ...restored, on: check.on }),
      'medium-unfit',
      'b-1',
      'm-2',
    );
    must(await custody.recordRestore({ ...restored, on: '2027-11-30' }));
  });
});
