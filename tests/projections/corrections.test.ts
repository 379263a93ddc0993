import { correctionsReport } from '@letopis/projections';
import { describe, expect, it } from 'vitest';
import { openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

const L1 = 'l-1.p-1.1';
const SEPTEMBER = { from: '2026-09-01', until: '2026-09-30' };

function begun() {
  const academy = openAcademy();
  academy.enroll(L1, 'g-1', '2026-06-01');
  const mark = academy.record(L1, 'g-1', '2026-06-07', { digit: 3 });
  return { academy, mark };
}

describe('P14 the corrections of a period', () => {
  it('gives before and after, signer, who corrected, who entered, reason and ground', async () => {
    const { academy, mark } = begun();
    const told = { actor: 'u-7', order: ['12', '2026-09-10'] } as const;
    academy.correct(mark, 4, '2026-09-10', told);
    const page = await correctionsReport(readerOver(academy.events), SEPTEMBER);
    expect(page.counts).toEqual({ corrections: 1, waiting: 0, annulments: 0 });
    expect(page.lines).toMatchObject([
      {
        line: 1,
        act: 'AssessmentCorrected',
        learner: { text: 'Яшина Анна Петровна' },
        group: { title: 'Группа g-1' },
        module: { title: 'Модуль safety' },
        signed: {
          actedOn: '2026-09-10',
          actor: 'u-7',
          ground: { kind: 'order', number: '12' },
          reason: { text: 'арифметическая ошибка' },
          signer: { name: { text: 'Орлова Мария Ивановна' }, office: 'teacher' },
        },
        correction: {
          before: { mark: { digits: '3', words: 'три' } },
          after: { mark: { digits: '4', words: 'четыре' } },
          correctedBy: { person: 't-1' },
          state: 'in-effect',
        },
        result: { result: mark.id, on: '2026-06-07' },
      },
    ]);
  });

  it('takes the first and the last day in, by the day of the act', async () => {
    const { academy, mark } = begun();
    const days = ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01'];
    for (const day of days) academy.correct(mark, 4, day);
    const page = await correctionsReport(readerOver(academy.events), SEPTEMBER);
    expect(page.lines.map(({ signed }) => signed.actedOn)).toEqual(['2026-09-01', '2026-09-30']);
  });

  it('by the day of recording takes the time zone of the regulation', async () => {
    const { academy, mark } = begun();
    // 23:30 in Moscow on 30 September, and half past midnight on 1 October.
    const inside = academy.correct(mark, 4, '2026-08-01', {
      recordedAt: '2026-09-30T20:30:00.000Z',
    });
    academy.correct(mark, 5, '2026-09-15', { recordedAt: '2026-09-30T21:30:00.000Z' });
    const reader = readerOver(academy.events);
    const page = await correctionsReport(reader, { ...SEPTEMBER, by: 'recorded' });
    expect(page.lines.map(({ signed }) => signed.source.event)).toEqual([inside.id]);
    const october = { from: '2026-10-01', until: '2026-10-01', by: 'recorded' } as const;
    expect((await correctionsReport(reader, october)).lines).toHaveLength(1);
    const utc = await correctionsReport(reader, { ...SEPTEMBER, by: 'recorded', timeZone: 'UTC' });
    expect(utc.lines).toHaveLength(2);
  });

  it('shows a waiting correction, and its countersignature in the month of that act', async () => {
    const { academy, mark } = begun();
    const asked = academy.correct(mark, 5, '2026-09-20', { awaits: true });
    const waiting = await correctionsReport(readerOver(academy.events), SEPTEMBER);
    expect(waiting.counts).toMatchObject({ corrections: 1, waiting: 1 });
    academy.decideOn('CorrectionCountersigned', mark, asked, '2026-10-02');
    const september = await correctionsReport(readerOver(academy.events), SEPTEMBER);
    expect(september.lines).toHaveLength(1);
    expect(september.lines[0]?.correction).toMatchObject({
      state: 'in-effect',
      decision: { actedOn: '2026-10-02', signer: { office: 'head' } },
    });
    const october = { from: '2026-10-01', until: '2026-10-31' };
    const page = await correctionsReport(readerOver(academy.events), october);
    expect(page.lines).toMatchObject([
      {
        act: 'CorrectionCountersigned',
        signed: { signer: { name: { text: 'Седов Пётр Львович' } }, actor: 'u-2' },
        correction: { before: { mark: { digits: '3' } }, after: { mark: { digits: '5' } } },
      },
    ]);
  });

  it('lists an annulment with the value that it took away', async () => {
    const { academy, mark } = begun();
    academy.annul(mark, '2026-09-12');
    const page = await correctionsReport(readerOver(academy.events), SEPTEMBER);
    expect(page.counts).toEqual({ corrections: 0, waiting: 0, annulments: 1 });
    expect(page.lines).toMatchObject([
      {
        act: 'AssessmentAnnulled',
        correction: null,
        signed: { reason: { text: 'не тот слушатель' } },
        result: { recorded: { mark: { digits: '3' } }, value: null },
      },
    ]);
  });

  it('goes on over months and the turn of the year, in the order of the log', async () => {
    const { academy, mark } = begun();
    for (const day of ['2027-01-15', '2026-11-30', '2026-12-31']) academy.correct(mark, 4, day);
    const period = { from: '2026-11-30', until: '2027-01-15' };
    const page = await correctionsReport(readerOver(academy.events), period);
    expect(page.lines.map(({ signed }) => signed.actedOn)).toEqual([
      '2027-01-15',
      '2026-11-30',
      '2026-12-31',
    ]);
  });
});
