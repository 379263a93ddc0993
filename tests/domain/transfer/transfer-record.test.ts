import { codec, coreEvents } from '@letopis/core';
import { acceptRecord } from '@letopis/core/commands';
import { decideAccept, decideHandOver, decideReturn } from '@letopis/core/decisions';
import { acceptedByArchive, fileOpened, handedOver, returnedByArchive } from '@letopis/core/events';
import type { FileEvent, FileState } from '@letopis/core/facts';
import { fileArchive, notArchived, recordName, recordRefs } from '@letopis/core/facts';
import { refuseIfArchived } from '@letopis/core/refusals';
import { scenario } from '@letopis/core/testing';
import { describe, expect, test } from 'vitest';

const record = 'file-l-1.1';
const opened = fileOpened.draft({
  occurredOn: '2026-09-01',
  refs: { file: ['l-1.1'], learner: ['l-1'] },
  data: { file: 'l-1.1', learner: 'l-1', number: '1', index: null },
});
const fact = (transfer: string) => ({
  occurredOn: '2026-11-21',
  refs: { file: ['l-1.1'], learner: ['l-1'], transfer: [transfer] },
  data: { transfer, record },
});
const move = (transfer: string) =>
  acceptRecord.schema.parse({ transfer, record, on: '2026-11-21' });
const file = scenario<FileState, FileEvent>(fileArchive.fold, codec(coreEvents));
const { draft: handed } = handedOver;
const { draft: accepted } = acceptedByArchive;
const { draft: returned } = returnedByArchive;

describe('D18: only the transfer that a record was handed over to settles it', () => {
  const waiting = file.given(opened, handed(fact('t-1')));

  test('it accepts, and it returns', () => {
    waiting
      .when((state) => decideAccept(fileArchive, state, move('t-1')))
      .thenEvents(accepted(fact('t-1')))
      .thenState(({ archival }) => expect(archival).toEqual({ transfer: 't-1', accepted: true }));
    waiting
      .when((state) => decideReturn(fileArchive, state, move('t-1')))
      .thenEvents(returned(fact('t-1')))
      .thenState(({ archival }) => expect(archival).toEqual(notArchived()));
  });

  test('another one does neither', () => {
    for (const decide of [decideAccept, decideReturn]) {
      waiting
        .when((state) => decide(fileArchive, state, move('t-2')))
        .thenRefused('record-not-handed-over', { record, transfer: 't-2' })
        .thenState(({ archival }) =>
          expect(archival).toEqual({ transfer: 't-1', accepted: false }),
        );
    }
  });

  test('nor does any, before it was handed over or after it was returned', () => {
    for (const before of [file.given(opened), waiting.given(returned(fact('t-1')))]) {
      for (const decide of [decideAccept, decideReturn]) {
        before
          .when((state) => decide(fileArchive, state, move('t-1')))
          .thenRefused('record-not-handed-over')
          .thenState(({ archival }) => expect(archival).toEqual(notArchived()));
      }
    }
  });

  test('nor its own, once the archive has accepted it', () => {
    for (const decide of [decideAccept, decideReturn, decideHandOver]) {
      waiting
        .given(accepted(fact('t-1')))
        .when((state) => decide(fileArchive, state, move('t-1')))
        .thenRefused('record-archived', { record, transfer: 't-1' })
        .thenState(({ archival }) => expect(archival.accepted).toBe(true));
    }
  });

  test('and what is not there cannot be moved at all', () => {
    for (const decide of [decideAccept, decideReturn, decideHandOver]) {
      file
        .when((state) => decide(fileArchive, state, move('t-1')))
        .thenRefused('record-unknown', { record })
        .thenState(({ file: none }) => expect(none).toBeNull());
    }
  });
});

test('D18: a record is named by its stream, and its name tells whom it concerns', () => {
  const names = ['enrollment-l-1.mentor.1', 'journal-m-1.safety.2026', 'file-l-1.2'];
  expect(names.map((name) => recordName.parse(name))).toEqual(names);
  expect(names.map(recordRefs)).toEqual([
    { enrollment: ['l-1.mentor.1'], learner: ['l-1'], programme: ['mentor'] },
    { journal: ['m-1.safety.2026'], group: ['m-1'], module: ['safety'] },
    { file: ['l-1.2'], learner: ['l-1'] },
  ]);
  expect(refuseIfArchived(notArchived(), 'file-l-1.2')).toBeNull();
});
