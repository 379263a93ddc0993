import { ifPermitted } from '@letopis/projections';
import { describe, expect, it } from 'vitest';
import { expectSaid } from '../domain/worlds/expect-refused.ts';
import type { Academy } from './academy.ts';
import { head, openAcademy } from './academy.ts';
import { achieved, amended, centre, linesOf, printed, report } from './centre.ts';

/* P10, order 1324: the annex by the kind of the organisation, and what annex 5 counts. */

const born = (academy: Academy, learner: string, birthDate: string): void => {
  const data = { learner, birthDate: { value: birthDate } };
  academy.add('LearnerDataChanged', '2020-01-01', data);
};

describe('P10 order 1324: the annex of a report', () => {
  it('is that of the kind on 31 December; another one is refused', async () => {
    const academy = centre('general-education');
    expect((await report(academy)).annex).toBe('2');
    academy.add('OrganisationDescribed', '2026-09-01', { kind: 'additional-education' });
    const page = await report(academy);
    expect(page).toMatchObject({ annex: '5', title: { item: 'order-1324/annex-5' } });
    expect(page.lines).toHaveLength(79);
    expect((await report(academy, { year: '2025' })).annex).toBe('2');
    const wrong = await ifPermitted(() => report(academy, { annex: '6' }));
    const no = wrong.ok ? null : wrong.refusal;
    expectSaid(no, 'annex-not-reported', 'additional-education', '5', '6');
  });

  it('is the one of the regulation, where the passport says no kind', async () => {
    expect((await report(openAcademy())).annex).toBe('6');
    const wrong = await ifPermitted(() => report(openAcademy(), { annex: '5' }));
    expectSaid(wrong.ok ? null : wrong.refusal, 'annex-not-reported', '5', '6');
    const none = openAcademy();
    amended(none, { annex: null });
    const refused = await ifPermitted(() => report(none));
    expectSaid(refused.ok ? null : refused.refusal, 'annex-not-reported', '—');
  });

  it('is refused where the library does not have it', async () => {
    const refused = await ifPermitted(() => report(centre('preschool')));
    expectSaid(refused.ok ? null : refused.refusal, 'annex-not-in-library', '1', '2, 5, 6');
  });
});

describe('P10 R4 §3.5 order 1324 annex 5: what is counted from facts', () => {
  it('1.1: whoever studied in the year, once; linked ids are one', async () => {
    const academy = centre();
    academy.enroll('l-1.p-1.1', 'g-1', '2025-09-01');
    academy.enroll('l-1.p-2.1', 'g-3', '2026-02-01');
    academy.enroll('l-2.p-1.1', 'g-1', '2026-12-31');
    academy.enroll('l-3.p-1.1', 'g-1', '2025-01-10');
    academy.complete('l-3.p-1.1', 'g-1', '2025-12-31');
    expect(await printed(academy, '1.1')).toEqual(['2']);
    const linked = { learner: 'l-1', other: 'l-2', signer: head, edition: 1 };
    academy.add('LearnersLinked', '2026-03-01', linked);
    const line = (await linesOf(academy)).get('1.1');
    expect(line?.behind).toMatchObject([{ id: 'l-1', linked: ['l-2'] }]);
  });

  it('1.1.1 to 1.1.4: by full years on 1 January of the next year, or on a day given', async () => {
    const academy = centre();
    for (const learner of ['l-1', 'l-2', 'l-3', 'l-4']) {
      academy.enroll(`${learner}.p-1.1`, 'g-1', '2026-02-01');
    }
    born(academy, 'l-1', '2020-01-01'); // 7 on 1 January 2027
    born(academy, 'l-2', '2020-01-02'); // still 6
    born(academy, 'l-3', '2008-12-31'); // 18: in no band
    const ages = ['1.1.1', '1.1.2', '1.1.3', '1.1.4'] as const;
    expect(await printed(academy, '1.1', ...ages)).toEqual(['4', '1', '1', '0', '0']);
    const lines = await linesOf(academy);
    expect(lines.get('1.1.1')?.undecided.map(({ id }) => id)).toEqual(['l-4']);
    const earlier = await linesOf(academy, { agesOn: '2026-01-01' });
    expect(ages.map((number) => earlier.get(number)?.printed)).toEqual(['2', '0', '0', '1']);
  });

  it('1.3: who was in two groups on one day; a move is no second group', async () => {
    const academy = centre();
    academy.enroll('l-1.p-1.1', 'g-1', '2026-02-01');
    academy.complete('l-1.p-1.1', 'g-1', '2026-05-31');
    academy.enroll('l-1.p-2.1', 'g-3', '2026-05-31');
    academy.enroll('l-2.p-1.1', 'g-1', '2026-02-01');
    academy.complete('l-2.p-1.1', 'g-1', '2026-05-31');
    academy.enroll('l-2.p-2.1', 'g-3', '2026-06-01');
    academy.enroll('l-3.p-1.1', 'g-1', '2026-02-01');
    academy.transfer('l-3.p-1.1', 'g-1', 'g-2', '2026-03-01');
    academy.enroll('l-4.p-1.1', 'g-1', '2025-02-01');
    academy.enroll('l-4.p-2.1', 'g-3', '2025-03-01');
    academy.complete('l-4.p-2.1', 'g-3', '2025-12-31');
    academy.enroll('l-5.p-2.1', 'g-3', '2026-05-31');
    academy.enroll('l-5.p-1.1', 'g-1', '2026-02-01');
    academy.complete('l-5.p-1.1', 'g-1', '2026-05-31');
    const line = (await linesOf(academy)).get('1.3');
    expect(line).toMatchObject({ printed: '2/40' });
    expect(line?.behind.map(({ id }) => id)).toEqual(['l-1', 'l-5']);
  });

  it('1.6.1: who had special needs on record in the year, and names nobody', async () => {
    const academy = centre();
    for (const learner of ['l-1', 'l-2', 'l-3']) {
      academy.enroll(`${learner}.p-1.1`, 'g-1', '2025-02-01');
    }
    const needs = { needs: { value: 'слабовидящий' } };
    const until = (learner: string, last: string | null) =>
      academy.add('SpecialNeedsRecorded', '2025-03-01', { learner, ...needs, until: last });
    until('l-1', null);
    until('l-2', '2025-12-31');
    until('l-3', null);
    academy.add('SpecialStatusEnded', '2026-01-01', { learner: 'l-3', status: 'special-needs' });
    const line = (await linesOf(academy)).get('1.6.1');
    expect(line).toMatchObject({ origin: 'computed', printed: '1/33', behind: [] });
  });

  it('1.8 and 1.9: once in each level and once in the sum, by the day of the event', async () => {
    const academy = centre();
    for (const learner of ['l-1', 'l-2']) academy.enroll(`${learner}.p-1.1`, 'g-1', '2026-02-01');
    achieved(academy, { learners: ['l-1', 'l-2'], outcome: 'participation' });
    achieved(academy, { on: '2026-12-31', outcome: 'laureate' });
    achieved(academy, { level: 'national' });
    achieved(academy, { level: 'zonal', on: '2027-01-01' });
    achieved(academy, { level: 'institution', learners: ['l-2'] });
    achieved(academy, { kind: 'gto', learners: ['l-2'] });
    achieved(academy, { learners: ['l-3'] }); // does not study here in the year
    const annulled = achieved(academy, { level: 'international', learners: ['l-2'] });
    academy.add('AchievementAnnulled', '2026-05-05', {
      achievement: annulled.achievement,
      corrects: annulled.event,
      actedOn: '2026-06-01',
      reason: 'error',
      signer: head,
      edition: 1,
    });
    const parts = ['1.8', '1.8.1', '1.8.2', '1.8.3', '1.8.4', '1.8.5'];
    expect(await printed(academy, ...parts)).toEqual('2/100 0/0 2/100 0/0 1/50 0/0'.split(' '));
    const prizes = ['1.9', '1.9.1', '1.9.2', '1.9.3', '1.9.4', '1.9.5'];
    expect(await printed(academy, ...prizes)).toEqual('1/50 0/0 1/50 0/0 1/50 0/0'.split(' '));
  });

  it('what no fact tells is entered: a number, 1 or 0 for yes or no; no headings', async () => {
    const academy = centre();
    const fact = { year: '2026', annex: '5', source: 'отдел кадров', edition: 1 };
    const enter = (indicator: string, value: string) =>
      academy.add('IndicatorEntered', '2027-01-15', {
        ...fact,
        indicator,
        value,
        sharePercent: null,
      });
    for (const [indicator, value] of [
      ['1.12', '14'],
      ['2.4', '1'],
      ['2.5', '0'],
      ['1.23', '7'],
    ] as const) {
      enter(indicator, value);
    }
    expect(await printed(academy, '1.12', '2.4', '2.5', '2.6', '1.23')).toEqual(
      '14,да,нет,нет данных,'.split(','),
    );
    expect((await linesOf(academy)).get('1.23')?.origin).toBe('heading');
  });
});

describe('P10: shares in percent', () => {
  it('have the decimals that the regulation of the year says', async () => {
    const academy = openAcademy();
    for (const learner of ['l-1', 'l-2', 'l-3']) {
      academy.enroll(`${learner}.p-1.1`, 'g-1', '2026-01-10');
    }
    academy.enroll('l-1.p-2.1', 'g-3', '2026-01-10');
    for (const id of ['l-2.p-1.1', 'l-3.p-1.1']) academy.complete(id, 'g-1', '2026-03-01');
    academy.complete('l-1.p-2.1', 'g-3', '2026-03-01');
    expect(await printed(academy, '1.1')).toEqual(['2/67']);
    amended(academy, { percentDecimals: 1 });
    expect(await printed(academy, '1.1', '1.2')).toEqual(['2/66,7', '1/33,3']);
    const fact = { year: '2026', annex: '6', source: 'отдел кадров', edition: 1 };
    const entered = { ...fact, indicator: '1.8', value: '3', sharePercent: '8.25' };
    academy.add('IndicatorEntered', '2027-01-15', entered);
    expect(await printed(academy, '1.8')).toEqual(['3/8,3']);
    expect((await report(academy)).percentDecimals).toBe(1);
  });
});
