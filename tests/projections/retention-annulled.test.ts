import type { RecordedEvent } from '@letopis/core';
import { records, recordsKey } from '@letopis/projections/views';
import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { head, openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

const signed = { signer: head, edition: 1 };
const inRetention = { stream: 'academy.retention-main' };
const nothing = { hold: null, carrier: null, record: null, year: null };
const record = 'enrollment-l-1.p-1.1';
const acted = { actedOn: '2031-02-01', replacedBy: null, ...signed };

function annul(academy: Academy, entry: RecordedEvent, about: Partial<typeof nothing> | object) {
  const said = { corrects: entry.id, entry: entry.type, reason: null, ...acted };
  const data = { ...nothing, ...about, ...said };
  return academy.add('RetentionEntryAnnulled', entry.occurredOn, data, inRetention);
}

const read = async (academy: Academy, key: string, on: string | null = null) =>
  readerOver(academy.events, { on }).get(records, key);

describe('D19, RK 1.8: annulled entries of retention', () => {
  it('a hold counts no more, shown as annulled; one lifted in error is in force', async () => {
    const academy = openAcademy();
    const place = (hold: string, on: string) => {
      const asked = { reason: 'проверка', authority: null, reviewOn: null };
      const data = { hold, scope: { kind: 'all' as const }, ...asked, ...signed };
      return academy.add('HoldPlaced', on, data, inRetention);
    };
    const lift = (hold: string, on: string) =>
      academy.add('HoldLifted', on, { hold, ...signed }, inRetention);
    const wrong = place('h-1', '2031-01-10');
    place('h-2', '2031-01-11');
    annul(academy, lift('h-2', '2031-01-12'), { hold: 'h-2' });
    const annulment = annul(academy, wrong, { hold: 'h-1' });
    const again = place('h-1', '2031-01-20');
    const lifted = lift('h-1', '2031-01-21');
    const answer = await read(academy, recordsKey.holds);
    expect(answer).toMatchObject({
      holds: [
        { hold: 'h-2', lifted: null, annulled: null },
        {
          hold: 'h-1',
          placed: { source: { event: again.id } },
          lifted: { source: { event: lifted.id } },
          annulled: null,
        },
        {
          hold: 'h-1',
          placed: { source: { event: wrong.id } },
          lifted: null,
          annulled: { source: { event: annulment.id } },
        },
      ],
    });
    expect(answer).not.toHaveProperty('holds.3');
  });

  it('a decision on the need and a release leave the record that they were about', async () => {
    const academy = openAcademy();
    academy.enroll('l-1.p-1.1', 'g-1', '2026-09-01');
    const item = { carrier: 'electronic-records', record };
    const decide = () =>
      academy.add('NoLongerNeeded', '2031-01-10', { ...item, ...signed }, inRetention);
    const wrong = decide();
    const right = decide();
    const release = (act: string) =>
      academy.add('CarrierReleased', '2031-01-15', { act, ...item }, inRetention);
    const released = release('d-1');
    annul(academy, wrong, item);
    const said = { corrects: released.id, entry: 'CarrierReleased', ...acted };
    const taken = { act: 'd-1', ...item, ...said };
    academy.add('CarrierReleaseAnnulled', '2031-01-15', taken, inRetention);
    const stands = release('d-2');
    const answer = await read(academy, recordsKey.learner('l-1'));
    expect(answer).toMatchObject({
      records: [
        {
          record,
          unneeded: [{ source: { event: right.id } }],
          released: [{ source: { event: stands.id } }],
        },
      ],
    });
    expect(answer).not.toHaveProperty('records.0.unneeded.1');
    expect(answer).not.toHaveProperty('records.0.released.1');
  });
});
