import { personalFileHtml } from '@letopis/forms';
import { entryCorrectionsReport, personalFileReport } from '@letopis/projections';
import { annulledFacts } from '@letopis/projections/views';
import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { head, openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

/* Steps of credits, commendations, achievements and portfolios that were annulled. RK 1.8. */

const L1 = 'l-1.p-1.1';
const signed = { signer: head, edition: 1 };

function begun(): Academy {
  const academy = openAcademy();
  academy.enroll(L1, 'g-1', '2026-09-01');
  return academy;
}

const pageOf = (academy: Academy, on: string | null = null) =>
  personalFileReport(readerOver(academy.events, { on }), { learner: 'l-1' });

const htmlOf = async (academy: Academy): Promise<string> => {
  const texts = { organisation: { name: 'Школа' }, timeZone: 'Europe/Moscow' };
  return personalFileHtml(await pageOf(academy), texts).replaceAll(/\s+/gu, ' ');
};

const annulment = ({ id, type }: { readonly id: string; readonly type: string }) => ({
  corrects: id,
  entry: type,
  actedOn: '2026-12-25',
  replacedBy: null,
  reason: { value: 'описка' },
  ...signed,
});

/** What the list of corrections says of the annulments of a month. */
const listed = async (academy: Academy) => {
  const period = { from: '2026-12-01', until: '2026-12-31' };
  const { lines } = await entryCorrectionsReport(readerOver(academy.events), period);
  return lines.map(({ act, on, learner, reason, changes }) => ({
    act,
    on,
    learner: learner?.person ?? null,
    reason: reason.text,
    changes,
  }));
};

const annulledIn = async (academy: Academy, stream: string) => {
  const answer = await readerOver(academy.events).get(annulledFacts, stream);
  return [...(answer?.annulled.keys() ?? [])];
};

describe('D11, RK 1.8: an application for credit whose steps were annulled', () => {
  const own = { credit: 'c-1', learner: 'l-1', enrollment: L1 };
  const source = { kind: 'own', organisation: null, achievedOn: null } as const;
  const stream = 'academy.credit-c-1';
  const granted = [
    { module: 'safety', kind: 'interim', form: null, planned: null, scale: null, value: '5' },
  ];

  function applied() {
    const academy = begun();
    const about = { ...own, applicant: 'learner', source, achievement: null };
    const wanted = [{ module: 'safety', kind: 'interim' }];
    const first = academy.add(
      'CreditApplied',
      '2026-09-10',
      { ...about, wanted, edition: 1 },
      { stream },
    );
    return { academy, first };
  }

  const decide = (academy: Academy, on: string) => {
    const said = { outcome: 'full', granted, source, control: null } as const;
    return academy.add('CreditDecided', on, { ...own, ...said, ...signed }, { stream });
  };

  const refuse = (academy: Academy, on: string, code: string) => {
    const refusal = { code, ru: code, en: code };
    const subject = { module: 'safety', kind: 'interim' };
    return academy.add('CreditNotDone', on, { ...own, ...subject, refusal }, { stream });
  };

  const annul = (
    academy: Academy,
    entry: ReturnType<typeof decide> | { id: string; type: string; occurredOn: string },
  ) =>
    academy.add(
      'CreditEntryAnnulled',
      entry.occurredOn,
      { ...own, ...annulment(entry) },
      { stream },
    );

  it('a decision that was annulled decides nothing, and stays visible', async () => {
    const { academy } = applied();
    const wrong = decide(academy, '2026-09-15');
    refuse(academy, '2026-09-15', 'outside-study');
    const annulled = annul(academy, wrong);
    expect((await pageOf(academy)).record.credits).toMatchObject([
      {
        state: 'applied',
        decided: null,
        notDone: [],
        annulledEntries: [{ fact: { source: { event: wrong.id } } }],
      },
    ]);
    const text = await htmlOf(academy);
    expect(text).toContain('<s>15.09.2026 решено</s>');
    expect(text).toContain('аннулировано 25.12.2026 как внесённое ошибочно');
    expect(text).toContain(`${wrong.id} ${annulled.id}`);
    decide(academy, '2026-09-14');
    refuse(academy, '2026-09-14', 'second-result');
    expect((await pageOf(academy)).record.credits).toMatchObject([
      {
        state: 'full',
        decided: { on: '2026-09-14' },
        notDone: [{ data: { refusal: { code: 'second-result' } } }],
      },
    ]);
    expect(await annulledIn(academy, stream)).toEqual([wrong.id]);
    expect(await listed(academy)).toEqual([
      {
        act: 'CreditEntryAnnulled',
        on: '2026-09-15',
        learner: 'l-1',
        reason: 'описка',
        changes: [],
      },
    ]);
  });

  it('an application that was annulled was never made', async () => {
    const { academy, first } = applied();
    annul(academy, first);
    expect((await pageOf(academy)).record.credits).toMatchObject([
      { state: 'annulled', applied: null, annulledEntries: [{ fact: { on: '2026-09-10' } }] },
    ]);
    expect(await htmlOf(academy)).toContain('<s>10.09.2026 подано</s>');
  });
});
