import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { achieved, centre, linesOf, printed } from './centre.ts';

/* P10, order 1324: what annex 2 counts. */

function school(): Academy {
  const academy = centre('general-education');
  for (const [programme, level] of [
    ['basic', 'basic'],
    ['senior', 'secondary'],
  ] as const) {
    academy.add('ProgrammeOpened', '2020-01-01', {
      programme,
      title: programme,
      programmeType: 'basic-general',
      hours: null,
      mandatory: [],
      level,
      approvedOn: null,
      priorityDirection: false,
      professionallyAccredited: false,
      scale: null,
      edition: 1,
    });
    academy.group(`g-${programme}`, programme);
  }
  return academy;
}

describe('P10 order 1324 annex 2: what is counted from facts', () => {
  it('1.1 to 1.4: by level of the programme', async () => {
    const academy = school();
    academy.enroll('l-1.basic.1', 'g-basic', '2025-09-01');
    academy.complete('l-1.basic.1', 'g-basic', '2026-06-20');
    academy.enroll('l-1.senior.1', 'g-senior', '2026-09-01');
    academy.enroll('l-2.basic.1', 'g-basic', '2026-09-01');
    expect(await printed(academy, '1.1', '1.2', '1.3', '1.4')).toEqual(['2', '0', '2', '1']);
  });

  it('1.5: every interim mark that counts is 4 or more; others do not matter', async () => {
    const academy = school();
    const mark = (learner: string, kind: string, digit: number, on = '2026-05-20') =>
      academy.record(`${learner}.basic.1`, 'g-basic', on, { kind, digit });
    for (const learner of ['l-1', 'l-2', 'l-3', 'l-4']) {
      academy.enroll(`${learner}.basic.1`, 'g-basic', '2025-09-01');
    }
    mark('l-1', 'interim', 4);
    mark('l-1', 'current', 2);
    mark('l-1', 'interim', 2, '2025-12-20');
    const before = { kind: 'interim', digit: 2, module: 'law' };
    academy.record('l-1.basic.1', 'g-basic', '2025-12-20', before);
    mark('l-2', 'interim', 3);
    mark('l-3', 'current', 5);
    const corrected = mark('l-4', 'interim', 3);
    academy.correct(corrected, 5, '2026-05-25');
    const line = (await linesOf(academy)).get('1.5');
    expect(line).toMatchObject({ printed: '2/50' });
    expect(line?.behind.map(({ id }) => id)).toEqual(['l-1', 'l-4']);
  });

  it('1.16 and 1.17: completed with honours, of those who completed the level', async () => {
    const academy = school();
    for (const learner of ['l-1', 'l-2', 'l-3']) {
      academy.enroll(`${learner}.basic.1`, 'g-basic', '2025-09-01');
    }
    academy.complete('l-1.basic.1', 'g-basic', '2026-06-20', 'distinction');
    academy.complete('l-2.basic.1', 'g-basic', '2026-06-20');
    expect(await printed(academy, '1.16', '1.17', '1.14')).toEqual(['1/50', '0/–', 'нет данных']);
  });

  it('1.18 and 1.19: contests, with three levels', async () => {
    const academy = school();
    for (const learner of ['l-1', 'l-2']) {
      academy.enroll(`${learner}.basic.1`, 'g-basic', '2025-09-01');
    }
    achieved(academy, { level: 'municipal', learners: ['l-1', 'l-2'] });
    achieved(academy, { level: 'national' });
    const numbers = ['1.18', '1.19', '1.19.1', '1.19.2', '1.19.3'];
    expect(await printed(academy, ...numbers)).toEqual(['2/100', '2/100', '0/0', '1/50', '0/0']);
  });
});
