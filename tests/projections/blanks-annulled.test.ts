import type { RecordedEvent } from '@letopis/core';
import { entryCorrectionsReport } from '@letopis/projections';
import { registers, registersKey } from '@letopis/projections/views';
import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { head, openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

const signed = { signer: head, edition: 1 };
const REGISTER = 'academy.register-certificates.2026';
const STOCK = 'academy.blank-upgrade';
const range = { blank: 'upgrade', series: 'АБ', from: '01', to: '09' };

function annul(academy: Academy, entry: RecordedEvent, stream: string, actedOn: string) {
  const type = stream === STOCK ? 'BlankStockEntryAnnulled' : 'BlankEntryAnnulled';
  const said = { corrects: entry.id, entry: entry.type, actedOn, replacedBy: null };
  const data = { blank: 'upgrade', ...said, reason: 'описка', ...signed };
  return academy.add(type, entry.occurredOn, data, { stream });
}

function withBlanks() {
  const academy = openAcademy();
  const inRegister = { stream: REGISTER };
  const spoil = (number: string, on: string) => {
    const data = { blank: 'upgrade', series: 'АБ', number, cause: 'torn', ...signed };
    return academy.add('BlankSpoilt', on, data, inRegister);
  };
  const read = async (key: string, on: string | null = null) =>
    readerOver(academy.events, { on }).get(registers, key);
  const blanks = async (on: string | null = null) =>
    (await read(registersKey.blanks('certificates', '2026'), on)) ?? null;
  const stock = async (on: string | null = null) =>
    (await read(registersKey.stock('upgrade'), on)) ?? null;
  return { academy, inRegister, spoil, blanks, stock };
}

describe('D15, RK 1.8: annulled entries about blanks', () => {
  it('what was not spoilt or released counts no more and is shown as annulled', async () => {
    const { academy, inRegister, spoil, blanks } = withBlanks();
    const first = spoil('01', '2026-12-20');
    spoil('02', '2026-12-21');
    const items = [
      { series: 'АБ', number: '01' },
      { series: 'АБ', number: '02' },
    ];
    const off = { blank: 'upgrade', items, ...signed };
    const written = academy.add('BlanksWrittenOff', '2026-12-22', off, inRegister);
    const back = { ...range, ...signed };
    const released = academy.add('BlanksReleased', '2026-12-22', back, inRegister);
    annul(academy, written, REGISTER, '2026-12-25');
    annul(academy, first, REGISTER, '2026-12-25');
    const annulment = annul(academy, released, REGISTER, '2026-12-25');
    expect(await blanks()).toMatchObject({
      spoilt: [{ number: '02', writtenOff: null }],
      released: [],
      annulled: [
        { fact: { type: 'BlankSpoilt', source: { event: first.id } } },
        { fact: { type: 'BlanksWrittenOff' } },
        {
          fact: { type: 'BlanksReleased' },
          annulment: { type: 'BlankEntryAnnulled', source: { event: annulment.id } },
        },
      ],
    });
    expect(await blanks('2026-12-20')).toMatchObject({ spoilt: [], annulled: [{}] });
    expect(await blanks('2026-12-20')).not.toHaveProperty('annulled.1');
  });

  it('the stock says what came in and was assigned truly', async () => {
    const { academy, stock } = withBlanks();
    const inStock = { stream: STOCK };
    const came = { ...range, count: 9, supplier: null, receivedBy: 'p-5', office: 'head' };
    const wrong = academy.add('BlanksReceived', '2026-12-01', { ...came, edition: 1 }, inStock);
    const right = academy.add('BlanksReceived', '2026-12-02', { ...came, edition: 1 }, inStock);
    const given = { ...range, count: 9, register: 'certificates.2026', assignedBy: 'p-5' };
    const said = { ...given, office: 'head', edition: 1 };
    const assigned = academy.add('BlanksAssigned', '2026-12-03', said, inStock);
    annul(academy, wrong, STOCK, '2026-12-04');
    annul(academy, assigned, STOCK, '2026-12-04');
    expect(await stock()).toMatchObject({
      received: [{ source: { event: right.id } }],
      assigned: [],
      annulled: [
        { fact: { source: { event: wrong.id } }, annulment: { data: { reason: 'описка' } } },
        { fact: { type: 'BlanksAssigned' } },
      ],
    });
  });

  it('P14: the list of corrections names the entry, its stream and the reason', async () => {
    const { academy, spoil } = withBlanks();
    annul(academy, spoil('01', '2026-12-20'), REGISTER, '2026-12-25');
    const december = { from: '2026-12-01', until: '2026-12-31' };
    const { lines } = await entryCorrectionsReport(readerOver(academy.events), december);
    expect(lines).toMatchObject([
      {
        act: 'BlankEntryAnnulled',
        about: 'BlankSpoilt',
        stream: REGISTER,
        on: '2026-12-20',
        actedOn: '2026-12-25',
        reason: { text: 'описка' },
        changes: [],
      },
    ]);
  });
});
