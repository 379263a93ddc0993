import type { RecordedEvent } from '@letopis/core';
import { entryCorrectionsReport } from '@letopis/projections';
import { personalFile, personalFileKey, records, recordsKey } from '@letopis/projections/views';
import { expect, it } from 'vitest';
import { head, openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

const own = { file: 'l-1.1', learner: 'l-1' };
const signed = { signer: head, edition: 1 };
const place = { stream: 'academy.file-l-1.1' };

/** A file with two documents, the second corrected, and closed. */
function begun() {
  const academy = openAcademy();
  const opened = academy.add(
    'FileOpened',
    '2026-09-01',
    { ...own, number: '1', index: null },
    place,
  );
  const document = {
    ...own,
    date: null,
    medium: 'paper',
    original: true,
    title: { value: 'Копия' },
  };
  const add = (item: number) =>
    academy.add(
      'FileDocumentAdded',
      '2026-09-02',
      { ...document, item, sheets: 2, about: null },
      place,
    );
  const [first, second] = [add(1), add(2)];
  const corrected = academy.add(
    'InventoryLineCorrected',
    '2026-09-02',
    { ...document, ...signed, item: 2, sheets: 5, corrects: second.id, actedOn: '2026-09-10' },
    place,
  );
  const closed = academy.add('FileClosed', '2026-09-30', own, place);
  const annul = (entry: Pick<RecordedEvent, 'id' | 'type' | 'occurredOn'>) =>
    academy.add(
      'FileEntryAnnulled',
      entry.occurredOn,
      {
        ...own,
        corrects: entry.id,
        entry: entry.type,
        actedOn: '2026-11-01',
        replacedBy: null,
        reason: { value: 'описка' },
        ...signed,
      },
      place,
    );
  const fileOf = async (on: string | null = null) => {
    const reader = readerOver(academy.events, { on });
    const value = await reader.get(personalFile, personalFileKey.card('l-1'));
    return value?.kind === 'card' ? value.files : [];
  };
  const recordsOf = async () => {
    const value = await readerOver(academy.events).get(records, recordsKey.learner('l-1'));
    return value?.kind === 'learner' ? value.records : [];
  };
  return { academy, opened, first, second, corrected, closed, annul, fileOf, recordsOf };
}

it('RK 1.8: an annulled item leaves the inventory, and is listed as annulled', async () => {
  const { first, annul, fileOf } = begun();
  const { id: event } = annul(first);
  const [file] = await fileOf();
  expect(file?.inventory.map(({ data }) => data.item)).toEqual([2]);
  expect(file?.annulled).toMatchObject([
    { fact: { source: { event: first.id } }, annulment: { source: { event } } },
  ]);
  expect((await fileOf('2026-09-01'))[0]?.annulled).toEqual([]);
});

it('RK 1.8: an annulled correction leaves the item as it was, and is reported', async () => {
  const { academy, corrected, annul, fileOf } = begun();
  annul(corrected);
  const [file] = await fileOf();
  expect(file?.inventory.map(({ data }) => data.sheets)).toEqual([2, 2]);
  expect(file?.corrected).toMatchObject([{ fact: { source: { event: corrected.id } } }]);
  const period = { from: '2026-09-01', until: '2026-11-30' };
  const { lines } = await entryCorrectionsReport(readerOver(academy.events), period);
  expect(lines).toMatchObject([
    { act: 'InventoryLineCorrected', changes: [{ field: 'sheets', before: '2', after: '5' }] },
    { act: 'FileEntryAnnulled', about: 'l-1.1', reason: { text: 'описка' } },
  ]);
});

it('D18, RK 1.8: an annulled closing leaves the record open', async () => {
  const { opened, first, second, corrected, closed, annul, fileOf, recordsOf } = begun();
  expect(await recordsOf()).toMatchObject([{ openedOn: '2026-09-01', endedOn: '2026-09-30' }]);
  annul(closed);
  expect(await fileOf()).toMatchObject([{ closedOn: null }]);
  expect(await recordsOf()).toMatchObject([{ openedOn: '2026-09-01', endedOn: null }]);
  for (const entry of [corrected, second, first, opened]) annul(entry);
  expect(await fileOf()).toEqual([]);
  expect(await recordsOf()).toEqual([]);
});
