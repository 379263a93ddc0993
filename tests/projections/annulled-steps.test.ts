import { personalFileHtml } from '@letopis/forms';
import { disclosureLedger, entryCorrectionsReport, personalFileReport } from '@letopis/projections';
import {
  achievements,
  achievementsKey,
  annulledFacts,
  portfolio,
  portfolioKey,
} from '@letopis/projections/views';
import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { head, openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';
import { addToPortfolio } from './papers.ts';

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

describe('D14, RK 1.8: a commendation whose steps were annulled', () => {
  const own = { commendation: 'k-1', learner: 'l-1' };

  const propose = (academy: Academy) => {
    const proposedBy = { kind: 'body', id: 'Совет' } as const;
    const about = { enrollment: null, basis: 'petition', area: null, proposedBy, edition: 1 };
    return academy.add('CommendationProposed', '2026-11-02', { ...own, ...about });
  };

  const order = (academy: Academy, on: string, kind: string) => {
    const by = { orderedBy: 't-2', office: 'head', copiesTo: null, edition: 1 };
    return academy.add('CommendationOrdered', on, { ...own, kind, ...by });
  };

  const publish = (academy: Academy, on: string) => {
    const where = { place: 'сайт', consent: null, edition: 1 };
    return academy.add('CommendationPublished', on, { ...own, ...where });
  };

  const annul = (academy: Academy, entry: Readonly<Record<'id' | 'type' | 'occurredOn', string>>) =>
    academy.add('CommendationEntryAnnulled', entry.occurredOn, { ...own, ...annulment(entry) });

  it('an order that was annulled orders nothing; the one entered anew does', async () => {
    const academy = begun();
    propose(academy);
    const wrong = order(academy, '2026-11-05', 'letter-of-thanks');
    annul(academy, wrong);
    expect((await pageOf(academy)).commendations).toMatchObject([
      {
        state: 'proposed',
        kind: null,
        ordered: null,
        annulledEntries: [{ fact: { source: { event: wrong.id } } }],
      },
    ]);
    expect(await htmlOf(academy)).toContain('<s>05.11.2026 приказ издан</s>');
    order(academy, '2026-11-04', 'certificate-of-honour');
    expect((await pageOf(academy)).commendations).toMatchObject([
      { state: 'ordered', kind: 'certificate-of-honour', ordered: { on: '2026-11-04' } },
    ]);
    expect(await annulledIn(academy, 'academy.commendation-k-1')).toEqual([wrong.id]);
    expect(await listed(academy)).toMatchObject([
      { act: 'CommendationEntryAnnulled', on: '2026-11-05', learner: 'l-1', reason: 'описка' },
    ]);
  });

  it('steps count by their days: presented is entered after a later revocation', async () => {
    const academy = begun();
    propose(academy);
    order(academy, '2026-11-05', 'letter-of-thanks');
    const by = { revokedBy: 't-2', office: 'head', edition: 1 };
    const revoked = academy.add('CommendationRevoked', '2026-11-10', { ...own, ...by });
    academy.add('CommendationPresented', '2026-11-08', own);
    publish(academy, '2026-11-11');
    const state = async () => (await pageOf(academy)).commendations.map((one) => one.state);
    expect(await state()).toEqual(['revoked']);
    annul(academy, revoked);
    expect(await state()).toEqual(['presented']);
  });

  it('one that was annulled as a whole stays listed', async () => {
    const academy = begun();
    annul(academy, propose(academy));
    expect((await pageOf(academy)).commendations).toMatchObject([
      { state: 'annulled', proposed: null, annulledEntries: [{ fact: { on: '2026-11-02' } }] },
    ]);
  });

  it('P13: a publication that was annulled leaves the ledger of disclosure', async () => {
    const academy = begun();
    propose(academy);
    order(academy, '2026-11-05', 'letter-of-thanks');
    const wrong = publish(academy, '2026-11-06');
    const right = publish(academy, '2026-11-07');
    annul(academy, wrong);
    const period = { from: '2026-11-01', until: '2026-11-30' };
    const { commendations } = await disclosureLedger(readerOver(academy.events), period);
    expect(commendations.map(({ source }) => source.event)).toEqual([right.id]);
  });
});

describe('D13, RK 1.8: a portfolio whose entries were annulled', () => {
  const stream = 'academy.portfolio-learner.l-1';
  const holder = { kind: 'learner', id: 'l-1' } as const;
  const words = { title: { value: 'Проект' }, locator: { value: 'шкаф 3' } };

  it('an item added in error comes last as annulled; one removed in error is kept', async () => {
    const academy = begun();
    const wrong = addToPortfolio(academy, '2026-10-07', words);
    const annul = (entry: Readonly<Record<'id' | 'type' | 'occurredOn', string>>) =>
      academy.add(
        'PortfolioEntryAnnulled',
        entry.occurredOn,
        { learner: 'l-1', item: 'i-1', ...annulment(entry) },
        { stream },
      );
    annul(wrong);
    const right = addToPortfolio(academy, '2026-10-08', words);
    const by = { reason: 'returned', removedBy: 't-1', office: 'teacher', edition: 1 };
    const data = { holder, item: 'i-1', ...by };
    const removed = academy.add('PortfolioItemRemoved', '2026-11-01', data, { stream });
    const items = async () => (await pageOf(academy)).record.portfolio;
    expect(await items()).toMatchObject([
      { added: { source: { event: right.id } }, removed: { on: '2026-11-01' }, annulled: null },
      { added: { source: { event: wrong.id } }, annulled: { data: { corrects: wrong.id } } },
    ]);
    annul(removed);
    expect(await items()).toMatchObject([{ removed: null }, { removed: null }]);
    const text = await htmlOf(academy);
    expect(text).toContain('аннулировано 25.12.2026 как внесённое ошибочно');
    expect(await annulledIn(academy, stream)).toEqual([wrong.id, removed.id]);
  });

  it('a group’s portfolio the same', async () => {
    const academy = begun();
    const ofGroup = { stream: 'academy.portfolio-group.g-1' };
    const added = academy.add(
      'GroupPortfolioItemAdded',
      '2026-10-07',
      {
        group: 'g-1',
        item: 'i-1',
        kind: 'album',
        medium: 'paper',
        content: null,
        commendation: null,
        achievement: null,
        addedBy: { kind: 'official', id: 't-1' },
        title: 'Альбом',
        locator: 'шкаф 3',
        edition: 1,
      },
      ofGroup,
    );
    const about = { group: 'g-1', item: 'i-1', ...annulment(added), reason: null };
    academy.add('GroupPortfolioEntryAnnulled', '2026-10-07', about, ofGroup);
    const answer = await readerOver(academy.events).get(portfolio, portfolioKey.group('g-1'));
    expect(answer).toMatchObject({
      kind: 'group',
      holder: 'g-1',
      items: [{ item: 'i-1', annulled: { data: { reason: null } } }],
    });
    expect(await listed(academy)).toMatchObject([
      { act: 'GroupPortfolioEntryAnnulled', learner: null, reason: null },
    ]);
  });
});

describe('D12, RK 1.8: an achievement whose document or verification was annulled', () => {
  const own = { achievement: 'a-1', edition: 1 };

  it('is open again, and its history says what was annulled', async () => {
    const academy = begun();
    const what = { kind: 'olympiad', event: 'Олимпиада', internal: false, officialList: null };
    const level = { level: 'regional', outcome: 'winner', team: false } as const;
    const whose = { holder: 'learner', group: null } as const;
    academy.add('AchievementRecorded', '2026-10-05', { ...own, ...whose, ...what, ...level });
    const named = { learner: 'l-1', enrollment: null };
    academy.add('AchievementParticipantNamed', '2026-10-05', { ...own, ...named });
    const evidence = (number: string, on: string) =>
      academy.add('AchievementEvidenced', on, {
        ...own,
        learner: 'l-1',
        document: { value: { title: 'Диплом', number, date: null } },
      });
    const right = evidence('1', '2026-10-06');
    const wrong = evidence('2', '2026-10-07');
    const by = { signer: head, byDocument: true };
    const verified = academy.add('AchievementVerified', '2026-10-08', { ...own, ...by });
    for (const entry of [verified, wrong]) {
      const { reason: _, ...data } = annulment(entry);
      academy.add('AchievementEntryAnnulled', entry.occurredOn, {
        achievement: 'a-1',
        ...data,
        reason: 'не тот диплом',
      });
    }
    const [shown] = (await pageOf(academy)).record.achievements;
    expect(shown).toMatchObject({
      verified: null,
      evidence: [{ source: { event: right.id } }],
      documents: { documents: [{ number: '1' }] },
    });
    const gone = shown?.annulledEntries.map(({ fact }) => fact.source.event);
    expect(gone).toEqual([wrong.id, verified.id]);
    const text = await htmlOf(academy);
    expect(text).toContain('<s>08.10.2026 подтверждено</s>');
    expect(text).toContain('<s>07.10.2026 документ</s>');
    expect(await listed(academy)).toMatchObject([
      { act: 'AchievementEntryAnnulled', on: '2026-10-08', reason: 'не тот диплом' },
      { act: 'AchievementEntryAnnulled', on: '2026-10-07' },
    ]);
  });

  it('R3 §3.5: a bank whose replenishment was annulled was not replenished', async () => {
    const academy = begun();
    const stream = 'academy.bank-learners';
    const data = { bank: 'learners', due: '2026-12-31', ...signed };
    const done = academy.add('BankReplenished', '2026-12-20', data, { stream });
    const key = achievementsKey.replenished('learners');
    const found = async () => readerOver(academy.events).get(achievements, key);
    expect(await found()).toMatchObject({ done: [{ source: { event: done.id } }] });
    const about = { bank: 'learners', ...annulment(done), reason: null };
    academy.add('ReplenishmentAnnulled', '2026-12-20', about, { stream });
    expect(await found()).toMatchObject({ kind: 'replenished', bank: 'learners', done: [] });
    expect(await annulledIn(academy, stream)).toEqual([done.id]);
  });
});
