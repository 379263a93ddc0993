import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { certificate, documentAcademy, must } from '../worlds/register-academy.ts';

/* D15, RK 1.8: what rests on an entry about blanks may be true; then it is corrected in place. */

const register = 'issued-documents.2026';
const other = 'study-certificates.2026';
const blank = 'certificate-blank';
const series = 'ПК';
const by = { signer: 'p-5', on: '2026-12-24' };
const range = (from: string, to: string) => ({ blank, series, from, to, ...by });
const one = (number: string) => ({ blank, series, number, register, cause: 'misprint', ...by });
const wrong = { reason: 'описка', signer: 'p-1', office: 'head', on: '2026-12-25' };
const STRANGE = '01990000-0000-7000-8000-000000000001';

/** Blanks ПК 0001–0010 came in and were assigned on 1 December; 0001 was used on the 22nd. */
async function stocked() {
  const academy = await documentAcademy();
  const stock = async () => academy.events(`academy.blank-${blank}`);
  const [received, assigned] = (await stock()).map(({ id }) => id);
  if (received === undefined || assigned === undefined) throw new Error('two entries');
  const { blanks, documents } = academy;
  const { document } = must(await documents.issue(certificate));
  type To = Parameters<typeof blanks.correctStockEntry>[0]['to'];
  type ActTo = Parameters<typeof blanks.correctEntry>[0]['to'];
  const stockTo = async (entry: string, to: To, more = {}) =>
    blanks.correctStockEntry({ blank, entry, ...wrong, to, ...more });
  const actTo = async (entry: string, to: ActTo, more = {}) =>
    blanks.correctEntry({ register, entry, ...wrong, to, ...more });
  const used = async () => academy.events(`academy.register-${register}`);
  return { ...academy, received, assigned, document, stock, used, stockTo, actTo };
}

describe('D15, RK 1.8: an entry of the stock is corrected in place', () => {
  test('the day, supplier and receiver of a delivery whose blanks were used', async () => {
    const { officials, received, assigned, stock, stockTo } = await stocked();
    const late = await stockTo(received, { on: '2026-12-02' });
    expectRefused(late, 'entry-rested-on', received, `BlanksAssigned 2026-12-01 (${assigned})`);
    must(await officials.appoint({ person: 'p-6', office: 'records-keeper', from: '2026-11-30' }));
    const signedBy = { person: 'p-6', office: null };
    const early = await stockTo(received, { on: '2026-11-29', signedBy });
    expectRefused(early, 'not-appointed', 'p-6', '2026-11-29');
    const note = { kind: 'delivery-note', number: '7', date: '2026-11-30' };
    const to = { on: '2026-11-30', supplier: 'Гознак', signedBy, ground: note };
    const { eventId } = must(await stockTo(received, to));
    expect((await stock()).slice(2)).toMatchObject([
      {
        id: eventId,
        type: 'BlankStockEntryAnnulled',
        occurredOn: '2026-12-01',
        ground: null,
        data: { blank, corrects: received, entry: 'BlanksReceived', reason: 'описка' },
      },
      {
        type: 'BlanksReceived',
        occurredOn: '2026-11-30',
        ground: note,
        refs: { blank: [blank], official: ['p-6'] },
        data: {
          series,
          from: '0001',
          to: '0010',
          count: 10,
          supplier: 'Гознак',
          receivedBy: 'p-6',
        },
      },
    ]);
    const [, instead] = (await stock()).slice(2);
    expect((await stock()).at(-2)?.data).toMatchObject({ replacedBy: instead?.id });
  });

  test('the day of an assignment, up to that of the first use, release or spoilage', async () => {
    const { blanks, assigned, document, stock, stockTo } = await stocked();
    const spoilt = must(await blanks.spoil({ ...one('0002'), on: '2026-12-23' })).eventId;
    const back = { ...range('0009', '0010'), register };
    const released = must(await blanks.release(back)).eventId;
    const at = async (on: string) => stockTo(assigned, { on });
    expectRefused(
      await at('2026-12-25'),
      'entry-rested-on',
      `DocumentIssued 2026-12-22 (${document})`,
      `BlankSpoilt 2026-12-23 (${spoilt})`,
      `BlanksReleased 2026-12-24 (${released})`,
    );
    const between = await at('2026-12-23');
    expectRefused(between, 'entry-rested-on', 'DocumentIssued');
    expect(between).not.toHaveProperty('refusal.data.facts.1');
    expectRefused(await at('2026-11-30'), 'blanks-not-in-stock', 'ПК 0001–0010', '2026-11-30');
    must(await at('2026-12-22'));
    const instead = (await stock()).at(-1);
    expect(instead).toMatchObject({ type: 'BlanksAssigned', occurredOn: '2026-12-22' });
    must(await stockTo(instead?.id ?? '', { on: '2026-12-02' }));
  });

  test('its numbers and its register, as far as nothing was done with the blanks', async () => {
    const { blanks, documents, assigned, document, stockTo } = await stocked();
    must(await blanks.receive({ ...range('0011', '0020'), on: '2026-12-01' }));
    expectRefused(await stockTo(assigned, { register: other }), 'entry-rested-on', document);
    const without = await stockTo(assigned, { from: '0002', to: '0010' });
    expectRefused(without, 'entry-rested-on', document);
    const half = await stockTo(assigned, { to: '0005' });
    expectRefused(half, 'invalid-input', 'to');
    const turned = await stockTo(assigned, { from: '0005', to: '0001' });
    expectRefused(turned, 'invalid-input', 'to');
    const far = await stockTo(assigned, { from: '0001', to: '0021' });
    expectRefused(far, 'blanks-not-in-stock', 'ПК 0001–0021');
    must(await stockTo(assigned, { from: '0001', to: '0012' }));
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-22' }));
    const next = { ...certificate, number: '0012', inPlaceOf: document };
    must(await documents.issue(next));
  });

  test('to a register that the blanks were meant for', async () => {
    const { blanks, stock, stockTo } = await stocked();
    must(await blanks.receive(range('0011', '0020')));
    const given = must(await blanks.assign({ ...range('0011', '0020'), register })).eventId;
    must(await stockTo(given, { register: other }));
    expect((await stock()).at(-1)).toMatchObject({
      type: 'BlanksAssigned',
      refs: { register: [other] },
      data: { register: other, from: '0011', assignedBy: 'p-5' },
    });
    expectRefused(await blanks.spoil(one('0011')), 'blank-not-at-hand', 'ПК 0011', register);
    must(await blanks.spoil({ ...one('0011'), register: other }));
  });

  test('where another register has some of the blanks by now', async () => {
    const { blanks, assigned, stock, stockTo } = await stocked();
    must(await blanks.release({ ...range('0009', '0010'), register, on: '2026-12-23' }));
    const given = must(await blanks.assign({ ...range('0009', '0010'), register: other })).eventId;
    must(await stockTo(assigned, { on: '2026-12-02' }));
    expect((await stock()).at(-1)).toMatchObject({ occurredOn: '2026-12-02' });
    const early = await stockTo(given, { on: '2026-12-22' });
    expectRefused(early, 'blanks-held', 'ПК 0009–0010', register, '2026-12-22');
    must(await stockTo(given, { on: '2026-12-23' }));
    const back = await stockTo((await stock()).at(-1)?.id ?? '', { register });
    expectRefused(back, 'blanks-given-back', 'ПК 0009–0010', register);
  });

  test('once, by its event id, in fields that it has, to something else, with reason', async () => {
    const { received, assigned, stockTo } = await stocked();
    expectRefused(await stockTo(STRANGE, { on: '2026-12-02' }), 'entry-unknown', STRANGE, blank);
    const same = await stockTo(received, { on: '2026-12-01', supplier: null });
    expectRefused(same, 'entry-unchanged', received);
    const strange = await stockTo(received, { register: other });
    expectRefused(strange, 'entry-field-unknown', 'register', 'supplier');
    const supplied = await stockTo(assigned, { supplier: 'Гознак' });
    expectRefused(supplied, 'entry-field-unknown', 'supplier', 'register');
    expectRefused(await stockTo(received, {}), 'invalid-input', 'to');
    const silent = await stockTo(received, { on: '2026-11-30' }, { reason: undefined });
    expectRefused(silent, 'reason-missing', 'correct-blank-stock-entry', received);
    const twice = await stockTo(received, { series: 'ВК' });
    expectRefused(twice, 'entry-rested-on', 'BlanksAssigned');
    must(await stockTo(received, { on: '2026-11-30', ground: null }));
    const again = await stockTo(received, { on: '2026-11-29' });
    expectRefused(again, 'entry-annulled-already', received, '2026-12-25');
  });
});

describe('D15, RK 1.8: an act on blanks is corrected in place', () => {
  test('the day of a release after which another register used the blanks', async () => {
    const { blanks, used, actTo } = await stocked();
    const back = { ...range('0009', '0010'), register, on: '2026-12-23' };
    const released = must(await blanks.release(back)).eventId;
    const given = must(await blanks.assign({ ...range('0009', '0010'), register: other })).eventId;
    must(await blanks.spoil({ ...one('0009'), register: other }));
    const late = await actTo(released, { on: '2026-12-25' });
    expectRefused(late, 'entry-rested-on', `BlanksAssigned 2026-12-24 (${given})`);
    const less = await actTo(released, { from: '0010', to: '0010' });
    expectRefused(less, 'entry-rested-on', given);
    const early = await actTo(released, { on: '2026-11-30' });
    expectRefused(early, 'blank-not-at-hand', 'ПК 0009', register);
    const taken = await actTo(released, { from: '0001', to: '0010' });
    expectRefused(taken, 'blank-used', 'ПК 0001');
    must(await actTo(released, { on: '2026-12-24' }));
    const [annulment, instead] = (await used()).slice(-2);
    expect(annulment).toMatchObject({
      type: 'BlankEntryAnnulled',
      occurredOn: '2026-12-23',
      data: { blank, corrects: released, replacedBy: instead?.id, reason: 'описка' },
    });
    expect(instead).toMatchObject({ type: 'BlanksReleased', occurredOn: '2026-12-24' });
    must(await actTo(instead?.id ?? '', { from: '0008', to: '0010' }));
    expectRefused(await blanks.spoil(one('0008')), 'blank-not-at-hand', 'ПК 0008');
  });

  test('the number, cause and day of a spoilt blank, not after its writing off', async () => {
    const { blanks, documents, used, document, actTo } = await stocked();
    const spoilt = must(await blanks.spoil({ ...one('0002'), on: '2026-12-23' })).eventId;
    expectRefused(await actTo(spoilt, { number: '0001' }), 'blank-used', 'ПК 0001', document);
    must(await actTo(spoilt, { number: '0003', cause: 'torn' }));
    const instead = (await used()).at(-1);
    expect(instead).toMatchObject({
      type: 'BlankSpoilt',
      data: { number: '0003', series, cause: 'torn', signer: { person: 'p-5' } },
    });
    const act = { kind: 'act', number: '3', date: '2026-12-24' };
    const items = [{ series, number: '0003' }];
    const off = { blank, register, items, ground: act, ...by };
    const written = must(await blanks.writeOff(off)).eventId;
    const entry = instead?.id ?? '';
    const late = await actTo(entry, { on: '2026-12-25' });
    expectRefused(late, 'entry-rested-on', `BlanksWrittenOff 2026-12-24 (${written})`);
    expectRefused(await actTo(entry, { number: '0004' }), 'entry-rested-on', written);
    must(await actTo(entry, { on: '2026-12-22' }));
    must(await documents.withdraw({ document, reason: 'damaged', on: '2026-12-24' }));
    const next = { ...certificate, number: '0002', inPlaceOf: document, on: '2026-12-24' };
    must(await documents.issue(next));
  });

  test('the day and the act of a writing off', async () => {
    const { blanks, used, actTo } = await stocked();
    must(await blanks.spoil({ ...one('0002'), on: '2026-12-23' }));
    const act = { kind: 'act', number: '3', date: '2026-12-24' };
    const items = [{ series, number: '0002' }];
    const entry = must(
      await blanks.writeOff({ blank, register, items, ground: act, ...by }),
    ).eventId;
    const early = await actTo(entry, { on: '2026-12-22' });
    expectRefused(early, 'act-out-of-order', '2026-12-22', '2026-12-23');
    expectRefused(await actTo(entry, { ground: null }), 'write-off-act-missing');
    expectRefused(await actTo(entry, { cause: 'torn' }), 'entry-field-unknown', 'cause');
    expectRefused(await actTo(entry, { ground: act }), 'entry-unchanged', entry);
    must(await actTo(entry, { on: '2026-12-23', ground: { ...act, number: '4' } }));
    expect((await used()).at(-1)).toMatchObject({ ground: { number: '4' }, data: { items } });
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { blanks, actTo } = await stocked();
    const spoilt = must(await blanks.spoil(one('0004'))).eventId;
    const to = { cause: 'torn' };
    expectRefused(await actTo(STRANGE, to), 'entry-unknown', STRANGE, register);
    const silent = await actTo(spoilt, to, { reason: undefined });
    expectRefused(silent, 'reason-missing', 'correct-blank-entry', spoilt);
    expectRefused(await actTo(spoilt, to, { signer: 'p-77' }), 'not-appointed', 'p-77');
    expectRefused(await actTo(spoilt, {}), 'invalid-input', 'to');
    must(await actTo(spoilt, to));
    expectRefused(await actTo(spoilt, to), 'entry-annulled-already', spoilt, '2026-12-25');
  });
});

describe('D15, RK 1.5: a blank is used from the day on which its register has it', () => {
  test('for a document, for a corrected number or day, and to be spoilt', async () => {
    const { blanks, documents, document } = await stocked();
    must(await blanks.receive({ ...range('0011', '0012'), on: '2026-12-23' }));
    must(await blanks.assign({ ...range('0011', '0012'), register }));
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-22' }));
    const next = { ...certificate, number: '0011', inPlaceOf: document };
    const days = ['2026-12-23', '2026-12-24'] as const;
    const early = await documents.issue({ ...next, on: '2026-12-23' });
    expectRefused(early, 'blank-assigned-later', 'ПК 0011', blank, register, ...days);
    const spoilt = await blanks.spoil({ ...one('0012'), on: '2026-12-23' });
    expectRefused(spoilt, 'blank-assigned-later', 'ПК 0012', ...days);
    const { document: second, eventId } = must(
      await documents.issue({ ...next, on: '2026-12-24' }),
    );
    const correct = { document: second, replaces: eventId, reason: 'описка', signer: 'p-5' };
    const day = await documents.correct({ ...correct, changes: { issuedOn: '2026-12-23' } });
    expectRefused(day, 'blank-assigned-later', 'ПК 0011', ...days);
    const both = { issuedOn: '2026-12-23', number: '0002' };
    must(await documents.correct({ ...correct, changes: both }));
    must(await blanks.spoil(one('0012')));
  });
});
