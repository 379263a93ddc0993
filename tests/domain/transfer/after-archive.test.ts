import { must, order } from '@letopis/core';
import { fileFold, journalFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { RecordsSchool } from '../worlds/records-school.ts';
import { act as paper, diploma, lesson } from '../worlds/records-school.ts';
import {
  acceptance,
  begin,
  runTransfer,
  schoolWithRecords,
  signAct,
} from '../worlds/transfer-school.ts';

/*
 * RK 1.9: once the archive has a journal or a personal file, what was entered in it is put right by
 * order, as an addition. It takes nothing new.
 */

const journal = 'm-1.safety.2026';
const ground = order('44-од', '2026-11-22');
const by = { signer: 'p-1', office: 'head', reason: 'описка', on: '2026-11-22' } as const;
const { group: _group, module: _module, on: _on, ...entry } = lesson;
const teacher = { ...by, signer: 'p-9', office: 'teacher' } as const;
const correction = { ...entry, ...teacher, journal, lesson: 'z-1', topic: 'Пожарная безопасность' };

/** The archived records; the journal was handed over once, the file has a diploma and is closed. */
async function archived(change = async (_school: RecordsSchool): Promise<void> => {}) {
  const school = await schoolWithRecords();
  const { files, journals, officials, transfers } = school;
  must(await officials.appoint({ person: 'p-8', office: 'teacher', from: '2026-09-01' }));
  const hands = { journal, from: 'p-9', to: 'p-8', signer: 'p-1', on: '2026-11-20' };
  const handing = must(await journals.handOver(hands)).eventId;
  const added = must(await files.addDocument(diploma)).eventId;
  const closed = must(await files.close({ file: 'l-1.1', on: '2026-11-20' })).eventId;
  must(await transfers.begin(begin));
  await runTransfer(school.store);
  await change(school);
  await signAct(school);
  must(await transfers.accept(acceptance));
  await runTransfer(school.store);
  const ofJournal = async () => (await school.session.load(journalFold, journal)).state;
  const ofFile = async () => (await school.session.load(fileFold, 'l-1.1')).state;
  return { ...school, handing, added, closed, ofJournal, ofFile };
}

describe('RK 1.9: in a journal that the archive has', () => {
  test('a lesson is corrected by order, and the correction says that it was added', async () => {
    const { journals, events, ofJournal } = await archived();
    for (const given of [null, paper, { ...ground, number: null }]) {
      const no = await journals.correctLesson({ ...correction, ground: given });
      expectRefused(no, 'order-required', 'correct-lesson');
    }
    must(await journals.correctLesson({ ...correction, ground }));
    expect((await events(`journal-${journal}`)).at(-1)).toMatchObject({
      type: 'LessonCorrected',
      occurredOn: lesson.on,
      ground,
      data: { actedOn: '2026-11-22', topic: 'Пожарная безопасность', afterArchive: 't-1' },
    });
    expect((await ofJournal()).lessons.get('z-1')?.entry.topic).toBe('Пожарная безопасность');
  });

  test('its day too: the true lesson is the only new one', async () => {
    const { journals, events } = await archived();
    const moved = { ...correction, lessonOn: '2026-09-08' };
    expectRefused(await journals.correctLesson(moved), 'order-required', 'correct-lesson');
    must(await journals.correctLesson({ ...moved, ground }));
    expect((await events(`journal-${journal}`)).slice(-2)).toMatchObject([
      { type: 'LessonAnnulled', occurredOn: lesson.on, ground, data: { afterArchive: 't-1' } },
      { type: 'LessonHeld', occurredOn: '2026-09-08', ground: { number: '12-од' } },
    ]);
  });

  test('a lesson and a handing over are annulled by order', async () => {
    const { journals, events, ofJournal, handing } = await archived();
    const wrong = { journal, lesson: 'z-1', ...by };
    expectRefused(await journals.annulLesson(wrong), 'order-required', 'annul-lesson');
    must(await journals.annulLesson({ ...wrong, ground }));
    const handed = { journal, entry: handing, ...by };
    expectRefused(await journals.annulEntry(handed), 'order-required', 'annul-journal-entry');
    must(await journals.annulEntry({ ...handed, ground }));
    expect((await events(`journal-${journal}`)).slice(-2)).toMatchObject([
      { type: 'LessonAnnulled', ground, data: { lesson: 'z-1', afterArchive: 't-1' } },
      { type: 'JournalEntryAnnulled', ground, data: { corrects: handing, afterArchive: 't-1' } },
    ]);
    expect((await ofJournal()).lessons.get('z-1')?.annulled).toBe(true);
    expect((await ofJournal()).keeping.handOvers).toEqual([]);
  });

  test('nothing new is entered, and the refusal says what can be done', async () => {
    const { journals } = await archived();
    const ordered = { ground, on: '2026-11-22' };
    const no = await journals.holdLesson({ ...lesson, id: 'z-2', ...ordered });
    const { text } = expectRefused(no, 'record-archived', `journal-${journal}`, 't-1');
    expect(text.ru).toContain('исправляют по приказу');
    expect(text.en).toContain('put right by order');
    const hands = { journal, from: 'p-8', to: 'p-9', signer: 'p-1', ...ordered };
    expectRefused(await journals.handOver(hands), 'record-archived', `journal-${journal}`);
  });
});

describe('RK 1.9: in a personal file that the archive has', () => {
  test('an entry is annulled by order, and the annulment says that it was added', async () => {
    const { files, events, ofFile, added, closed } = await archived();
    const wrong = { file: 'l-1.1', ...by };
    const bare = await files.annulEntry({ ...wrong, entry: closed });
    expectRefused(bare, 'order-required', 'annul-file-entry');
    must(await files.annulEntry({ ...wrong, entry: closed, ground }));
    must(await files.annulEntry({ ...wrong, entry: added, ground }));
    expect((await events('file-l-1.1')).at(-1)).toMatchObject({
      type: 'FileEntryAnnulled',
      occurredOn: diploma.on,
      ground,
      data: { corrects: added, afterArchive: 't-1' },
    });
    expect((await ofFile()).items.size).toBe(0);
  });

  test('a line of the inventory is corrected by order, though the file is closed', async () => {
    const { files, events, ofFile, closed } = await archived();
    const { file: _file, on: _day, ...item } = diploma;
    const line = { ...item, file: 'l-1.1', item: 1, sheets: 4, reason: 'описка', signer: 'p-5' };
    expectRefused(await files.correctLine(line), 'order-required', 'correct-inventory-line');
    const unknown = await files.correctLine({ ...line, item: 2, ground });
    expectRefused(unknown, 'inventory-line-unknown');
    must(await files.correctLine({ ...line, ground }));
    expect((await events('file-l-1.1')).at(-1)).toMatchObject({
      type: 'InventoryLineCorrected',
      ground,
      data: { item: 1, sheets: 4, afterArchive: 't-1' },
    });
    expect((await ofFile()).items.get(1)).toMatchObject({ sheets: 4 });
    must(await files.annulEntry({ file: 'l-1.1', ...by, entry: closed, ground }));
  });

  test('nothing new is entered; the next file is opened, and its number is its own', async () => {
    const { files, events } = await archived();
    const late = { ...diploma, on: '2026-11-22', ground };
    expectRefused(await files.addDocument(late), 'record-archived', 'file-l-1.1', 't-1');
    const [opened] = await events('file-l-1.1');
    const wrong = { file: 'l-1.1', ...by, ground };
    const entries = (await events('file-l-1.1')).filter(({ type }) => type.startsWith('File'));
    for (const { id } of entries.toReversed()) {
      must(await files.annulEntry({ ...wrong, entry: id }));
    }
    expect(opened?.type).toBe('FileOpened');
    const again = { learner: 'l-1', number: '2', on: '2026-11-22' };
    expect(must(await files.open(again)).file).toBe('l-1.2');
  });

  test('the next file is opened beside an archived one that was not closed', async () => {
    const school = await schoolWithRecords();
    const next = { learner: 'l-1', number: '2', on: '2026-11-22' };
    must(await school.transfers.begin(begin));
    await runTransfer(school.store);
    expectRefused(await school.files.open(next), 'file-still-open');
    await signAct(school);
    must(await school.transfers.accept(acceptance));
    await runTransfer(school.store);
    expect(must(await school.files.open(next)).file).toBe('l-1.2');
  });
});

describe('D18: while the archive has not accepted them', () => {
  test('nothing is put right, by order either', async () => {
    const refused: string[] = [];
    await archived(async ({ files, journals, events }) => {
      const [opened] = await events('file-l-1.1');
      const { file: _file, on: _day, ...item } = diploma;
      const line = { ...item, file: 'l-1.1', item: 1, reason: 'описка', signer: 'p-5', ground };
      const first = opened?.id ?? '';
      for (const answer of [
        await journals.correctLesson({ ...correction, ground }),
        await journals.annulLesson({ journal, lesson: 'z-1', ...by, ground }),
        await files.annulEntry({ file: 'l-1.1', entry: first, ...by, ground }),
        await files.correctLine(line),
      ]) {
        refused.push(expectRefused(answer, 'record-handed-over', 't-1').code);
      }
    });
    expect(refused).toHaveLength(4);
  });
});
