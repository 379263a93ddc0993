import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { certificate, documentAcademy, must, participation } from '../worlds/register-academy.ts';

const register = 'issued-documents.2026';
const blank = 'certificate-blank';
const series = 'ПК';
const by = { signer: 'p-5', on: '2026-12-24' };
const range = (from: string, to: string) => ({ blank, series, from, to, ...by });
const one = (number: string) => ({ blank, series, number, register, cause: 'misprint', ...by });
const act = { kind: 'act', number: '3', date: '2026-12-24' };
const items = (...numbers: readonly string[]) => numbers.map((number) => ({ series, number }));
const off = (...numbers: readonly string[]) => ({
  blank,
  register,
  items: items(...numbers),
  ground: act,
  ...by,
});

describe('D15: accountable blanks', () => {
  test('D15: come in by series and numbers, each number once', async () => {
    const { blanks, events } = await documentAcademy();
    expect((await events(`academy.blank-${blank}`)).map(({ data }) => data)).toMatchObject([
      { series, from: '0001', to: '0010', count: 10, receivedBy: 'p-5', office: 'records-keeper' },
      { register, count: 10, assignedBy: 'p-5' },
    ]);
    const twice = await blanks.receive(range('0010', '0020'));
    expectRefused(twice, 'blanks-in-stock', 'ПК 0010–0020', 'ПК 0001–0010');
    must(await blanks.receive(range('0011', '0020')));
    must(await blanks.receive({ ...range('0011', '0020'), series: 'ВК' }));
    must(await blanks.receive(range('00011', '00020')));
    const reversed = await blanks.receive(range('0030', '0021'));
    expectRefused(reversed, 'invalid-input', 'to');
    const million = await blanks.receive(range('0000000', '9999999'));
    expectRefused(million, 'blanks-too-many', '10000000');
    const unknown = await blanks.receive({ ...range('1', '2'), blank: 'papyrus' });
    expectRefused(unknown, 'blank-kind-unknown', 'papyrus', 'diploma-blank');
    const teacher = await blanks.receive({ ...range('1', '2'), signer: 'p-9' });
    expectRefused(teacher, 'not-appointed', 'p-9');
  });

  test('D15: one blank is used once, in the register that it belongs to', async () => {
    const { documents, blanks } = await documentAcademy();
    const { document } = must(await documents.issue(certificate));
    must(await documents.withdraw({ document, reason: 'damaged', on: '2026-12-22' }));
    const next = { ...certificate, inPlaceOf: document };
    expectRefused(await documents.issue(next), 'blank-used', 'ПК 0001', document);
    const foreign = { ...next, number: '0011' };
    expectRefused(await documents.issue(foreign), 'blank-not-at-hand', 'ПК 0011', register);
    const without = { ...next, number: null };
    expectRefused(await documents.issue(without), 'document-blank-missing', blank);
    must(await blanks.spoil({ ...one('0002'), on: '2026-12-22' }));
    expectRefused(await documents.issue({ ...next, number: '0002' }), 'blank-used', 'ПК 0002');
    must(await documents.issue({ ...next, number: '0003' }));
  });

  test('D15: a blank goes to one register, and back before it goes to another', async () => {
    const { documents, blanks } = await documentAcademy();
    const other = 'study-certificates.2026';
    const missing = await blanks.assign({ ...range('0008', '0012'), register: other });
    expectRefused(missing, 'blanks-not-in-stock', 'ПК 0008–0012');
    const held = await blanks.assign({ ...range('0008', '0009'), register: other });
    expectRefused(held, 'blanks-held', 'ПК 0008–0009', register);
    const released = { ...range('0006', '0010'), register };
    must(await documents.issue({ ...certificate, number: '0007' }));
    const used = await blanks.release(released);
    expectRefused(used, 'blank-used', 'ПК 0007', 'issued-documents.2026.1');
    must(await blanks.release({ ...range('0008', '0010'), register }));
    const again = await blanks.release({ ...range('0010', '0010'), register });
    expectRefused(again, 'blank-not-at-hand', 'ПК 0010', register);
    expectRefused(await blanks.spoil(one('0010')), 'blank-not-at-hand', 'ПК 0010', register);
    must(await blanks.assign({ ...range('0008', '0009'), register: other }));
    const back = await blanks.assign({ ...range('0010', '0010'), register });
    expectRefused(back, 'blanks-given-back', 'ПК 0010–0010', register);
    expectRefused(await blanks.spoil(one('0008')), 'blank-not-at-hand', 'ПК 0008', register);
    must(await blanks.spoil({ ...one('0008'), register: other }));
    must(await blanks.spoil(one('0006')));
  });

  test('D15: spoilt ones are written off by an act, each once', async () => {
    const { blanks, events, documents } = await documentAcademy();
    must(await documents.issue(participation));
    for (const number of ['0004', '0005']) must(await blanks.spoil(one(number)));
    expectRefused(await blanks.spoil(one('0005')), 'blank-used', 'ПК 0005');
    const unsure = await blanks.writeOff({ ...off('0004'), ground: { ...act, number: null } });
    expectRefused(unsure, 'write-off-act-missing', 'act', '2026-12-24');
    const whole = await blanks.writeOff(off('0004', '0006'));
    expectRefused(whole, 'blank-not-spoilt', 'ПК 0006');
    const doubled = await blanks.writeOff(off('0004', '0004'));
    expectRefused(doubled, 'blank-not-spoilt', 'ПК 0004');
    must(await blanks.writeOff(off('0004', '0005')));
    expectRefused(await blanks.writeOff(off('0004')), 'blank-not-spoilt', 'ПК 0004');
    expect((await events(`academy.register-${register}`)).at(-1)).toMatchObject({
      type: 'BlanksWrittenOff',
      ground: act,
      data: { blank, items: items('0004', '0005'), signer: { person: 'p-5' } },
    });
  });

  test('D15: numbers of twenty digits keep every digit', async () => {
    const { blanks } = await documentAcademy();
    const long = range('99999999999999999990', '99999999999999999999');
    must(await blanks.receive(long));
    must(await blanks.assign({ ...long, register }));
    must(await blanks.spoil(one('99999999999999999995')));
    const part = { ...range('99999999999999999991', '99999999999999999994'), register };
    must(await blanks.release(part));
    must(await blanks.assign({ ...part, register: 'issued-documents.2027' }));
    must(await blanks.spoil(one('99999999999999999990')));
  });
});
