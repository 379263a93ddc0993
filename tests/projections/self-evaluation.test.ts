import { ANNEX_6 } from '@letopis/projections/reports';
import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { head, openAcademy } from './academy.ts';
import { linesOf as lines, report } from './centre.ts';

async function printed(academy: Academy, year = '2026') {
  const found = await lines(academy, { year });
  return (number: string) => found.get(number)?.printed;
}

const key = (number: string): string =>
  number
    .split('.')
    .map((part) => part.padStart(2, '0'))
    .join('.');

describe('P10 the indicators of annex 6 of order 1324', () => {
  it('are 43, in the order of the annex, each with name and unit in both languages', () => {
    expect(ANNEX_6).toHaveLength(43);
    expect(new Set(ANNEX_6.map(({ number }) => number)).size).toBe(43);
    const numbers = ANNEX_6.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)));
    for (const { ru, en, unit } of ANNEX_6) {
      expect(ru).toMatch(/[а-я]/);
      expect(en).toMatch(/^[ -~]+$/);
      expect(unit.ru && unit.en).toBeTruthy();
    }
  });

  it('D3: linked ids are one learner in every number, and are named beside it', async () => {
    const academy = openAcademy();
    for (const learner of ['l-1', 'l-2', 'l-3']) {
      academy.enroll(`${learner}.p-1.1`, 'g-1', '2026-01-10');
      academy.complete(`${learner}.p-1.1`, 'g-1', '2026-04-01');
    }
    academy.enroll('l-4.p-2.1', 'g-3', '2026-01-10');
    academy.complete('l-4.p-2.1', 'g-3', '2026-04-01');
    expect((await lines(academy)).get('1.1')?.printed).toBe('3/75');
    for (const [learner, other] of [
      ['l-1', 'l-2'],
      ['l-2', 'l-4'],
    ] as const) {
      academy.add('LearnersLinked', '2026-06-01', { learner, other, signer: head, edition: 1 });
    }
    const found = await lines(academy);
    expect(found.get('1.1')).toMatchObject({ value: '2', printed: '2/100' });
    expect(
      found.get('1.1')?.behind.map(({ id, linked, enrollments }) => [id, linked, enrollments]),
    ).toEqual([
      ['l-1', ['l-2', 'l-4'], ['l-1.p-1.1', 'l-2.p-1.1']],
      ['l-3', undefined, ['l-3.p-1.1']],
    ]);
    expect(found.get('1.2')).toMatchObject({ value: '1', printed: '1/50' });
    expect((await lines(academy, { on: '2026-05-31' })).get('1.1')?.printed).toBe('3/75');
  });

  it('1.1 and 1.2: distinct learners who completed, of all who did, in whole percent', async () => {
    const academy = openAcademy();
    academy.enroll('l-1.p-1.1', 'g-1', '2026-01-10');
    academy.enroll('l-1.p-1.2', 'g-1', '2026-05-10');
    academy.enroll('l-1.p-2.1', 'g-3', '2026-01-10');
    academy.enroll('l-2.p-1.1', 'g-1', '2026-01-10');
    academy.enroll('l-3.p-2.1', 'g-3', '2026-01-10');
    academy.complete('l-1.p-1.1', 'g-1', '2026-04-01');
    academy.complete('l-1.p-1.2', 'g-1', '2026-12-31');
    academy.complete('l-1.p-2.1', 'g-3', '2026-04-01');
    academy.complete('l-2.p-1.1', 'g-1', '2026-01-31');
    academy.complete('l-3.p-2.1', 'g-3', '2026-01-31');
    const found = await lines(academy);
    expect(found.get('1.1')).toMatchObject({
      origin: 'computed',
      value: '2',
      sharePercent: '67',
      printed: '2/67',
    });
    expect(found.get('1.2')?.printed).toBe('2/67');
    expect(found.get('1.1')?.behind.map(({ id, enrollments }) => [id, enrollments])).toEqual([
      ['l-1', ['l-1.p-1.1', 'l-1.p-1.2']],
      ['l-2', ['l-2.p-1.1']],
    ]);
    const events = found.get('1.1')?.behind[1]?.events.map(({ event }) => event);
    const behind = academy.events.filter(({ id }) => events?.includes(id));
    expect(behind.map(({ type }) => type)).toEqual(['Enrolled', 'Completed']);
  });

  it('counts by the day of completion, and no discharge', async () => {
    const academy = openAcademy();
    for (const learner of ['l-1', 'l-2', 'l-3']) {
      academy.enroll(`${learner}.p-1.1`, 'g-1', '2026-01-10');
    }
    academy.complete('l-1.p-1.1', 'g-1', '2026-12-31');
    academy.complete('l-2.p-1.1', 'g-1', '2027-01-01');
    academy.discharge('l-3.p-1.1', 'g-1', '2026-06-01', 'own-wish');
    expect((await printed(academy, '2026'))('1.1')).toBe('1/100');
    expect((await printed(academy, '2027'))('1.1')).toBe('1/100');
    expect((await printed(academy, '2028'))('1.1')).toBe('0/–');
  });

  it('1.3: counts who was sent by employment services, also in an earlier year', async () => {
    const academy = openAcademy();
    academy.enroll('l-1.p-1.1', 'g-1', '2025-12-01', { sentBy: 'employment-service' });
    academy.enroll('l-2.p-1.1', 'g-1', '2026-01-10', { sentBy: 'employer' });
    academy.enroll('l-3.p-1.1', 'g-1', '2026-01-10', { sentBy: 'employment-service' });
    for (const id of ['l-1.p-1.1', 'l-2.p-1.1']) academy.complete(id, 'g-1', '2026-03-01');
    expect((await printed(academy))('1.3')).toBe('1/50');
  });

  it('1.4: a programme is run in a year in which somebody studied in it', async () => {
    const academy = openAcademy();
    academy.programme('p-3', { type: 'something-else' }).group('g-4', 'p-3');
    academy.enroll('l-1.p-1.1', 'g-1', '2024-09-01');
    academy.complete('l-1.p-1.1', 'g-1', '2026-01-01');
    academy.enroll('l-2.p-2.1', 'g-3', '2026-12-31');
    academy.enroll('l-3.p-3.1', 'g-4', '2026-02-01');
    const of = async (year: string) => {
      const show = await printed(academy, year);
      return ['1.4', '1.4.1', '1.4.2'].map(show);
    };
    expect(await of('2023')).toEqual(['0', '0', '0']);
    expect(await of('2025')).toEqual(['1', '1', '0']);
    expect(await of('2026')).toEqual(['2', '1', '1']);
    expect(await of('2027')).toEqual(['1', '0', '1']);
  });

  it('1.5 to 1.7: programmes developed, of priority directions, accredited', async () => {
    const academy = openAcademy();
    academy.programme('p-4', { approvedOn: '2026-02-01', priority: true }).group('g-5', 'p-4');
    academy.programme('p-5', { approvedOn: '2025-02-01', accredited: true }).group('g-6', 'p-5');
    academy.enroll('l-1.p-4.1', 'g-5', '2026-03-01');
    academy.enroll('l-1.p-5.1', 'g-6', '2026-03-01');
    academy.enroll('l-1.p-1.1', 'g-1', '2026-03-01');
    const show = await printed(academy);
    expect(['1.5', '1.5.1', '1.5.2', '1.6', '1.7'].map(show)).toEqual(['1', '1', '0', '33', '33']);
    const none = await printed(academy, '2030');
    expect(['1.5', '1.5.1'].map(none)).toEqual(['0', '0']);
    expect((await lines(openAcademy())).get('1.6')).toMatchObject({
      sharePercent: null,
      printed: '–',
    });
  });

  it('shows what was entered last as entered, and what nobody entered as missing', async () => {
    const academy = openAcademy();
    const fact = { year: '2026', annex: '6', source: 'отдел кадров', edition: 1 };
    const enter = (indicator: string, value: string, sharePercent: string | null, on: string) =>
      academy.add('IndicatorEntered', on, { ...fact, indicator, value, sharePercent });
    enter('1.8', '10', '40', '2027-02-01');
    const last = enter('1.8', '12', '48.5', '2027-03-01');
    enter('1.11', '45.5', null, '2027-02-01');
    enter('1.12', '98.6', null, '2027-02-01');
    enter('1.1', '77', null, '2027-02-01');
    const found = await lines(academy);
    expect(found.get('1.8')).toMatchObject({
      origin: 'entered',
      value: '12',
      printed: '12/49',
      entered: { source: 'отдел кадров', on: '2027-03-01', event: { event: last.id } },
    });
    expect(found.get('1.11')?.printed).toBe('45,5');
    expect(found.get('1.12')?.printed).toBe('98,6');
    expect(found.get('2.1')).toMatchObject({
      origin: 'missing',
      value: null,
      printed: 'нет данных',
      entered: null,
    });
    expect(found.get('1.1')).toMatchObject({
      origin: 'computed',
      printed: '0/–',
      entered: { value: '77' },
    });
    const early = await lines(academy, { on: '2027-02-28' });
    expect(early.get('1.8')?.printed).toBe('10/40');
  });

  it('rests on the last event that it counts', async () => {
    const academy = openAcademy();
    academy.enroll('l-1.p-1.1', 'g-1', '2026-01-10');
    academy.complete('l-1.p-1.1', 'g-1', '2026-03-01');
    academy.record('l-1.p-1.1', 'g-1', '2026-02-01');
    const page = await report(academy);
    expect(page.basis.last).toBe('academy.enrollment-l-1.p-1.1@1');
    expect(page.trained.map(({ id }) => id)).toEqual(['l-1']);
  });
});
