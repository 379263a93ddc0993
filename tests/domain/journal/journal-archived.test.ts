import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lesson } from '../worlds/records-school.ts';
import {
  archivedSchool,
  begin,
  runTransfer,
  schoolWithRecords,
} from '../worlds/transfer-school.ts';

/* D18, R1 §7: a journal that was handed over to the archive stands still. */

const journal = 'm-1.safety.2026';

describe('D18: in a journal that is with the archive', () => {
  test('nothing is entered, corrected, annulled, handed on or continued', async () => {
    const school = await schoolWithRecords();
    const { journals, transfers, store, events } = school;
    const by = { journal, signer: 'p-1', reason: 'описка' } as const;
    const other = { from: 'p-9', to: 'p-8', journal, signer: 'p-1', on: '2026-11-21' };
    must(await school.officials.appoint({ person: 'p-8', office: 'teacher', from: '2026-09-01' }));
    const { eventId: entry } = must(await journals.handOver({ ...other, on: '2026-11-20' }));
    must(await transfers.begin(begin));
    await runTransfer(store);
    const before = (await events(`journal-${journal}`)).length;
    const { group: _group, module: _module, on: _on, ...line } = lesson;
    const correction = { ...line, ...by, lesson: 'z-1', topic: 'Тема' };
    const back = { ...other, from: 'p-8', to: 'p-9' };
    for (const answer of [
      await journals.holdLesson({ ...lesson, number: 2 }),
      await journals.correctLesson(correction),
      await journals.annulLesson({ ...by, lesson: 'z-1' }),
      await journals.handOver(back),
      await journals.continueIn({ journal, signer: 'p-1', on: '2026-11-22' }),
      await journals.annulEntry({ ...by, entry }),
    ]) {
      expectRefused(answer, 'record-handed-over', `journal-${journal}`, 't-1');
    }
    expect(await events(`journal-${journal}`)).toHaveLength(before);
  });
});

describe('RK 1.9: a journal that the archive accepted is put right by order', () => {
  test('which the refusal asks for by the act; what is put right is marked as added', async () => {
    const { journals, events } = await archivedSchool();
    const by = { journal, lesson: 'z-1', signer: 'p-9', reason: 'описка' } as const;
    const { group: _group, module: _module, on: _on, ...line } = lesson;
    const correction = { ...line, ...by, topic: 'Тема' };
    const annulment = { ...by, signer: 'p-1' };
    const ground = order('44-од', '2026-11-21');
    const bare = await journals.correctLesson({ ...correction, ground: null });
    expectRefused(bare, 'order-required', 'correct-lesson');
    must(await journals.correctLesson({ ...correction, ground }));
    const unordered = await journals.annulLesson({ ...annulment, ground: null });
    expectRefused(unordered, 'order-required', 'annul-lesson');
    must(await journals.annulLesson({ ...annulment, ground }));
    expect((await events(`journal-${journal}`)).slice(-2)).toMatchObject([
      { type: 'LessonCorrected', ground, data: { afterArchive: 't-1' } },
      { type: 'LessonAnnulled', ground, data: { afterArchive: 't-1' } },
    ]);
  });
});
