import { must, order } from '@letopis/core';
import { entryCorrectionsReport, registerReport } from '@letopis/projections';
import { registers, registersKey } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { putRight } from '../domain/worlds/put-right-school.ts';
import { certificate, documentAcademy, school } from '../domain/worlds/register-academy.ts';
import { readerOf } from './contradictions.ts';

/* RK 1.8: what was put right of documents and blanks is shown, with what it was before. P7, P14. */

const december = { from: '2026-12-01', until: '2026-12-31' };

async function issued() {
  const academy = await documentAcademy();
  const { document, eventId } = must(await academy.documents.issue(certificate));
  const line = async () => {
    const found = await (await readerOf(academy)).get(registers, registersKey.line(document));
    return found?.kind === 'line' ? found.lines[0] : undefined;
  };
  const changes = async () => {
    const { lines } = await entryCorrectionsReport(await readerOf(academy), december);
    return lines.map(({ act, about, changes: made }) => [act, about, made] as const);
  };
  return { ...academy, document, eventId, line, changes, right: { document, ...putRight } };
}

describe('P7, RK 1.8: the register shows what was put right', () => {
  test('an annulment that was undone, and one whose day was corrected', async () => {
    const { documents, document, line, changes, right } = await issued();
    const annul = { document, reason: 'не тот', signer: 'p-1', on: '2026-12-24' };
    const ground = order('40-з', '2026-12-22');
    const first = must(await documents.annul({ ...annul, ground })).eventId;
    expect(await line()).toMatchObject({ state: 'annulled' });
    must(await documents.annulAct({ ...right, entry: first }));
    expect(await line()).toMatchObject({
      state: 'in-force',
      annulled: null,
      actsAnnulled: [{ act: { type: 'DocumentAnnulled', source: { event: first } } }],
    });
    const second = must(await documents.annul({ ...annul, ground })).eventId;
    must(await documents.correctAct({ ...right, entry: second, to: { on: '2026-12-23' } }));
    expect(await line()).toMatchObject({
      state: 'annulled',
      annulled: { data: { actedOn: '2026-12-23' } },
    });
    const days = { field: 'actedOn', before: '2026-12-24', after: '2026-12-23' };
    expect(await changes()).toEqual([
      ['DocumentAnnulled', document, []],
      ['DocumentActAnnulled', document, []],
      ['DocumentAnnulled', document, []],
      ['DocumentActAnnulled', document, [days]],
      ['DocumentAnnulled', document, []],
    ]);
  });

  test('the signer of a document, and the reason of a withdrawal', async () => {
    const academy = await issued();
    const { documents, officials, document, eventId, line, changes, right } = academy;
    must(await officials.appoint({ person: 'p-6', office: 'head', from: '2026-12-01' }));
    const correct = { document, replaces: eventId, reason: 'подписал другой', signer: 'p-5' };
    must(await documents.correct({ ...correct, changes: { signer: 'p-6' } }));
    const [correction] = (await line())?.corrections ?? [];
    expect(correction?.before.signer).toMatchObject({ person: 'p-1' });
    expect((await line())?.inForce.signer).toMatchObject({ person: 'p-6', office: 'head' });
    const page = await registerReport(await readerOf(academy), {
      series: 'issued-documents',
      year: '2026',
    });
    expect(page.lines[0]?.nameOn).toMatchObject({ text: 'Ильина Анна Петровна' });
    const lost = { document, reason: 'lost', on: '2026-12-23' };
    const entry = must(await documents.withdraw(lost)).eventId;
    must(await documents.correctAct({ ...right, entry, to: { reason: 'damaged' } }));
    expect(await changes()).toEqual([
      [
        'DocumentLineCorrected',
        document,
        [
          { field: 'signer.person', before: 'p-1', after: 'p-6' },
          { field: 'signer.position', before: 'директор', after: null },
        ],
      ],
      [
        'DocumentActAnnulled',
        document,
        [
          { field: 'reason', before: 'lost', after: 'damaged' },
          { field: 'outcome', before: 'loss', after: 'exchange' },
        ],
      ],
    ]);
  });

  test('issuer and marks of a received document, which keeps them when others change', async () => {
    const academy = await documentAcademy(school);
    const marks = [{ title: 'Алгебра', value: '4', words: null }];
    const certified = { sealed: true, signedBy: 'head' as const, on: '2026-12-02' };
    const paper = { kind: 'progress-certificate', learner: 'l-2', issuedOn: '2026-11-30', marks };
    const { document, eventId } = must(
      await academy.documents.receive({ ...paper, ...certified, issuer: 'Школа № 7' }),
    );
    const by = { document, reason: 'описка', signer: 'p-5', office: 'records-keeper' };
    const hours = { ...by, replaces: eventId, changes: { hours: 30 } };
    const { eventId: second } = must(await academy.documents.correct(hours));
    const of = { series: 'received-papers', year: '2026' };
    const [line] = (await registerReport(await readerOf(academy), of)).lines;
    expect(line?.inForce).toMatchObject({ marks, issuer: 'Школа № 7', content: { hours: 30 } });
    const other = [{ ...marks[0], value: '5' }] as typeof marks;
    const changes = { issuer: 'Гимназия № 7', marks: other };
    must(await academy.documents.correct({ ...by, replaces: second, changes }));
    const reader = await readerOf(academy);
    const [after] = (await registerReport(reader, of)).lines;
    expect(after?.inForce).toMatchObject({ marks: other, issuer: 'Гимназия № 7' });
    const { lines } = await entryCorrectionsReport(reader, december);
    expect(lines.at(-1)?.changes.map(({ field }) => field)).toEqual(['marks', 'issuer']);
  });

  test('the day and supplier of a delivery of blanks, and a released range', async () => {
    const { blanks, events, changes } = await issued();
    const blank = 'certificate-blank';
    const register = 'issued-documents.2026';
    const [received] = await events(`academy.blank-${blank}`);
    const act = { reason: 'описка', signer: 'p-1', office: 'head' };
    const entry = received?.id ?? '';
    const to = { on: '2026-11-30', supplier: 'Гознак', ground: null };
    must(await blanks.correctStockEntry({ blank, entry, ...act, to }));
    const range = { blank, series: 'ПК', from: '0009', to: '0010', register };
    const back = must(await blanks.release({ ...range, signer: 'p-5', on: '2026-12-24' })).eventId;
    const more = { from: '0008', to: '0010' };
    must(await blanks.correctEntry({ register, entry: back, ...act, to: more }));
    expect(await changes()).toMatchObject([
      [
        'BlankStockEntryAnnulled',
        'BlanksReceived',
        [
          { field: 'on', before: '2026-12-01', after: '2026-11-30' },
          { field: 'ground', after: null },
          { field: 'supplier', before: null, after: 'Гознак' },
        ],
      ],
      ['BlankEntryAnnulled', 'BlanksReleased', [{ field: 'from', before: '0009', after: '0008' }]],
    ]);
  });
});
