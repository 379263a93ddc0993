import { codec, coreEvents } from '@letopis/core';
import { noteNotDone, noteSettled } from '@letopis/core/commands';
import {
  decideEnroll,
  decideNoteNotDone,
  decideNoteSettled,
  decideReceiveImport,
} from '@letopis/core/decisions';
import {
  enrolled,
  importReceived,
  recordNoted,
  recordsListed,
  transferBegun,
} from '@letopis/core/events';
import { enrollmentFold, importFold, transferFold } from '@letopis/core/facts';
import { scenario } from '@letopis/core/testing';
import { describe, test } from 'vitest';

/*
 * Refusals that a room or a process answers by itself: they are met only when two of them run at
 * once, so they are asked of the deciding functions here.
 */

const coded = codec(coreEvents);
const on = '2026-12-01';

describe('D18: what a process notes in a transfer', () => {
  const transfer = 't-1';
  const record = 'file-l-1.1';
  const refs = { transfer: [transfer] };
  const begun = transferBegun.draft({
    occurredOn: on,
    refs,
    data: {
      transfer,
      group: null,
      handsOver: 'p-2',
      fromUnit: 'department',
      toUnit: 'archive',
      dueOn: null,
      edition: 1,
    },
  });
  const listed = recordsListed.draft({
    occurredOn: on,
    refs,
    data: { transfer, records: [record] },
  });
  const noted = recordNoted.draft({
    occurredOn: on,
    refs,
    data: { transfer, record, revision: 4 },
  });
  const transferOf = scenario(transferFold, coded).given(begun, listed, noted);

  test('a hand-over that is noted cannot be given up any more', () => {
    const refusal = { code: 'not-ended', ru: 'не окончено', en: 'not ended' };
    const step = 'hand-over';
    const input = noteNotDone.schema.parse({ transfer, record, step, refusal, on });
    transferOf
      .when((state) => decideNoteNotDone(state, input))
      .thenRefused('record-not-outstanding', { transfer, record, standing: 'noted' });
  });

  test('a record is not settled before the transfer is accepted or refused', () => {
    const input = noteSettled.schema.parse({ transfer, record, step: 'close', revision: 5, on });
    transferOf
      .when((state) => decideNoteSettled(state, input))
      .thenRefused('record-not-to-settle', { transfer, record, step: 'close', phase: 'begun' });
  });
});

describe('D22: an import that stands', () => {
  test('is not received again: the room gives its first result', () => {
    const files = [{ name: 'a.csv', sha256: 'a'.repeat(64), bytes: 1, rows: 1 }];
    const received = importReceived.draft({
      occurredOn: on,
      refs: { import: ['i-1'] },
      data: { import: 'i-1', source: 'platform', files },
    });
    scenario(importFold, coded)
      .given(received)
      .when((state) =>
        decideReceiveImport(state, { id: 'i-1', source: 'platform', files } as never, {} as never),
      )
      .thenRefused('import-stands', { import: 'i-1' });
  });
});

describe('D4: the number of an enrollment', () => {
  test('that was taken between looking and writing sends the walk on', () => {
    const taken = enrolled.draft({
      occurredOn: '2026-09-01',
      refs: { learner: ['l-1'] },
      data: {
        enrollment: 'l-1.mentor.1',
        learner: 'l-1',
        programme: 'mentor',
        group: 'm-1',
        studyFrom: '2026-09-01',
        sentBy: null,
        edition: 1,
      },
    });
    scenario(enrollmentFold, coded)
      .given(taken)
      .when((state) => {
        const asked = { learner: 'l-1', group: 'm-1', from: '2026-09-02' };
        const context = { group: { programme: 'mentor' }, number: 1 };
        return decideEnroll(state, asked as never, context as never, {} as never);
      })
      .thenRefused('number-taken', { enrollment: 'l-1.mentor.1' });
  });
});
