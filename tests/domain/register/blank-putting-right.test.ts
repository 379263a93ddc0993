import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { certificate, documentAcademy, must } from '../worlds/register-academy.ts';

const register = 'issued-documents.2026';
const other = 'study-certificates.2026';
const blank = 'certificate-blank';
const series = 'ПК';
const by = { signer: 'p-5', on: '2026-12-24' };
const range = (from: string, to: string) => ({ blank, series, from, to, ...by });
const one = (number: string) => ({ blank, series, number, register, cause: 'misprint', ...by });
const wrong = { reason: 'не те номера', signer: 'p-1', office: 'head', on: '2026-12-25' };
const off = (...numbers: readonly string[]) => ({
  blank,
  register,
  items: numbers.map((number) => ({ series, number })),
  ground: { kind: 'act', number: '3', date: '2026-12-24' },
  ...by,
});

const STRANGE = '01990000-0000-7000-8000-000000000001';

/** Blanks ПК 0001–0010 came in and were assigned on 1 December, each by its event id. */
async function stocked() {
  const academy = await documentAcademy();
  const stock = async () => academy.events(`academy.blank-${blank}`);
  const [received, assigned] = (await stock()).map(({ id }) => id);
  if (received === undefined || assigned === undefined) throw new Error('two entries');
  const { blanks } = academy;
  const annulStock = async (entry: string, more = {}) =>
    blanks.annulStockEntry({ blank, entry, ...wrong, ...more });
  const annul = async (entry: string, more = {}) =>
    blanks.annulEntry({ register, entry, ...wrong, ...more });
  const used = async () => academy.events(`academy.register-${register}`);
  return { ...academy, received, assigned, stock, used, annulStock, annul };
}

describe('D15, RK 1.8: an entry of the stock of blanks is annulled', () => {
  test('it never was; by whom and why stays on record; it is entered anew', async () => {
    const { blanks, received, assigned, stock, annulStock } = await stocked();
    must(await annulStock(assigned));
    must(await annulStock(received, { reason: 'описка' }));
    expect((await stock()).slice(2)).toMatchObject([
      {
        type: 'BlankStockEntryAnnulled',
        occurredOn: '2026-12-01',
        refs: { blank: [blank], official: ['p-1', 'p-5'], register: [register] },
        data: {
          blank,
          corrects: assigned,
          entry: 'BlanksAssigned',
          actedOn: '2026-12-25',
          replacedBy: null,
          signer: { person: 'p-1', office: 'head' },
          reason: 'не те номера',
          edition: 1,
        },
      },
      { data: { corrects: received, entry: 'BlanksReceived', reason: 'описка' } },
    ]);
    const spoilt = await blanks.spoil(one('0004'));
    expectRefused(spoilt, 'blank-not-at-hand', 'ПК 0004', register);
    must(await blanks.receive({ ...range('0001', '0010'), on: '2026-12-02' }));
    must(await blanks.assign({ ...range('0001', '0010'), register, on: '2026-12-02' }));
    must(await blanks.spoil(one('0004')));
  });

  test('a delivery of which blanks were assigned is annulled after that', async () => {
    const { blanks, received, assigned, annulStock } = await stocked();
    const more = must(await blanks.receive(range('0011', '0020'))).eventId;
    const no = await annulStock(received);
    expectRefused(no, 'entry-rested-on', received, 'BlanksAssigned', assigned, '2026-12-01');
    must(await annulStock(more));
    must(await blanks.receive(range('0011', '0012')));
  });

  test('what was done with assigned blanks is named, and annulled first', async () => {
    const { blanks, documents, assigned, annulStock, annul } = await stocked();
    const spoilt = must(await blanks.spoil(one('0004'))).eventId;
    const back = { ...range('0009', '0010'), register };
    const released = must(await blanks.release(back)).eventId;
    for (const [facts, entry] of [
      [['BlankSpoilt', spoilt, 'BlanksReleased', released, '2026-12-24'], spoilt],
      [['BlanksReleased', released, '2026-12-24'], released],
    ] as const) {
      expectRefused(await annulStock(assigned), 'entry-rested-on', assigned, ...facts);
      must(await annul(entry));
    }
    const { document } = must(await documents.issue({ ...certificate, number: '0003' }));
    const used = await annulStock(assigned);
    expectRefused(used, 'entry-rested-on', 'DocumentIssued', document, '2026-12-22');
    expect(used).not.toMatchObject({ refusal: { data: { facts: [{ type: 'BlankSpoilt' }] } } });
  });

  test('blanks of another assignment of the register carry nothing of this one', async () => {
    const { blanks, documents, assigned, annulStock } = await stocked();
    must(await blanks.receive(range('0011', '0020')));
    must(await blanks.assign({ ...range('0011', '0020'), register }));
    must(await blanks.spoil(one('0011')));
    must(await blanks.release({ ...range('0012', '0020'), register }));
    must(await annulStock(assigned));
    const gone = await documents.issue(certificate);
    expectRefused(gone, 'blank-not-at-hand', 'ПК 0001', register);
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { assigned, annulStock } = await stocked();
    const no = await annulStock(assigned, { reason: undefined });
    expectRefused(no, 'reason-missing', 'annul-blank-stock-entry', assigned);
    const clerk = await annulStock(assigned, { signer: 'p-77', office: null });
    expectRefused(clerk, 'not-appointed', 'p-77');
    expectRefused(await annulStock(STRANGE), 'entry-unknown', STRANGE, blank);
    must(await annulStock(assigned));
    expectRefused(await annulStock(assigned), 'entry-annulled-already', assigned, '2026-12-25');
  });
});

describe('D15, RK 1.8: what was done with blanks in a register is annulled', () => {
  test('a blank that was not spoilt is used; its writing off is annulled first', async () => {
    const { blanks, documents, used, annul } = await stocked();
    const spoilt = must(await blanks.spoil(one('0001'))).eventId;
    const written = must(await blanks.writeOff(off('0001'))).eventId;
    const no = await annul(spoilt);
    expectRefused(no, 'entry-rested-on', spoilt, 'BlanksWrittenOff', written, '2026-12-24');
    must(await annul(written));
    expect((await used()).at(-1)).toMatchObject({
      type: 'BlankEntryAnnulled',
      occurredOn: '2026-12-24',
      refs: { blank: [blank], register: [register], official: ['p-1', 'p-5'] },
      data: {
        blank,
        corrects: written,
        entry: 'BlanksWrittenOff',
        actedOn: '2026-12-25',
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        reason: 'не те номера',
      },
    });
    const again = must(await blanks.writeOff(off('0001'))).eventId;
    must(await annul(again));
    must(await annul(spoilt));
    expectRefused(await blanks.writeOff(off('0001')), 'blank-not-spoilt', 'ПК 0001');
    must(await documents.issue(certificate));
  });

  test('released blanks come back, unless another register has them', async () => {
    const { blanks, documents, annul, annulStock } = await stocked();
    const back = { ...range('0001', '0003'), register };
    const released = must(await blanks.release(back)).eventId;
    const given = must(await blanks.assign({ ...range('0002', '0002'), register: other })).eventId;
    const held = await annul(released);
    expectRefused(held, 'entry-rested-on', released, 'BlanksAssigned', given, '2026-12-24');
    must(await annulStock(given));
    must(await annul(released));
    must(await documents.issue(certificate));
    must(await blanks.release({ ...range('0009', '0010'), register }));
    must(await blanks.assign({ ...range('0010', '0010'), register: other }));
  });

  test('an assignment whose middle went to a third register is named once', async () => {
    const { blanks, annul } = await stocked();
    const back = { ...range('0001', '0009'), register };
    const released = must(await blanks.release(back)).eventId;
    must(await blanks.assign({ ...range('0001', '0009'), register: other }));
    must(await blanks.release({ ...range('0004', '0006'), register: other }));
    must(await blanks.assign({ ...range('0004', '0006'), register: 'attestats.2026' }));
    const no = await annul(released);
    expect(no).toMatchObject({
      refusal: { data: { facts: [{ type: 'BlanksAssigned' }, { type: 'BlanksAssigned' }] } },
    });
    expect(no).not.toHaveProperty('refusal.data.facts.2');
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { blanks, annul } = await stocked();
    const spoilt = must(await blanks.spoil(one('0004'))).eventId;
    expectRefused(await annul(spoilt, { reason: undefined }), 'reason-missing', spoilt);
    expectRefused(await annul(spoilt, { signer: 'p-77' }), 'not-appointed', 'p-77');
    expectRefused(await annul(STRANGE), 'entry-unknown', STRANGE, register);
    must(await annul(spoilt));
    expectRefused(await annul(spoilt), 'entry-annulled-already', spoilt, '2026-12-25');
  });
});

describe('D15, RK 1.5: blanks are decided on by the day of the act', () => {
  test('they are assigned from the day on which they came in', async () => {
    const { blanks } = await stocked();
    must(await blanks.receive(range('0011', '0020')));
    const early = { ...range('0011', '0012'), register, on: '2026-12-23' };
    expectRefused(await blanks.assign(early), 'blanks-not-in-stock', 'ПК 0011–0012', '2026-12-23');
    must(await blanks.assign({ ...early, on: '2026-12-24' }));
  });

  test('they are released from the day on which they were assigned', async () => {
    const { blanks } = await stocked();
    const back = { ...range('0008', '0010'), register, on: '2026-11-30' };
    expectRefused(await blanks.release(back), 'blank-not-at-hand', 'ПК 0008', register);
    must(await blanks.release({ ...back, on: '2026-12-01' }));
  });

  test('another register gets them from the day of the release', async () => {
    const { blanks } = await stocked();
    must(await blanks.release({ ...range('0008', '0010'), register }));
    const late = { ...range('0008', '0010'), register: other, on: '2026-12-23' };
    expectRefused(await blanks.assign(late), 'blanks-held', 'ПК 0008–0010', register, '2026-12-23');
    must(await blanks.assign({ ...late, on: '2026-12-24' }));
    must(await blanks.spoil({ ...one('0009'), register: other }));
  });

  test('a spoilt blank is written off from the day on which it was spoilt', async () => {
    const { blanks } = await stocked();
    must(await blanks.spoil(one('0004')));
    const early = await blanks.writeOff({ ...off('0004'), on: '2026-12-23' });
    expectRefused(early, 'act-out-of-order', '2026-12-23', '2026-12-24');
    must(await blanks.writeOff(off('0004')));
  });
});
