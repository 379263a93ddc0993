import { journalPage, personalFileReport, recordsOfLearners } from '@letopis/projections';
import {
  achievements,
  achievementsKey,
  journal,
  journalKey,
  people,
  records,
  recordsKey,
} from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../academy.ts';
import type { EventOfType } from '../event-log.ts';
import { readerOver } from '../event-log.ts';
import { academy, as, listed, ON, page, permitted, reader, withMother } from './academy-read.ts';

/* SEC 18: what is open to a learner, and to a representative: one record. */

describe('a learner, R1 §6.3, R5 §6.2', () => {
  test('sees nothing of a namesake by the beginning of the id', async () => {
    const log = academy();
    log.learner('l-10', 'Щукина Дарья Львовна');
    log.enroll('l-10.p-1.1', 'g-1', '2026-09-01');
    const mine = await reader(log).for(as('learner', 'l-1'));
    const prefix = journalKey.marks('g-1', 'safety', 'l-1');
    expect(await permitted(listed(mine.scan(records, 'learner/l-1')))).toBe(false);
    const seen = await listed(mine.scan(journal, prefix));
    expect(seen.map(([key]) => key)).toEqual([prefix]);
  });

  test('reads names of officials and of nobody else', async () => {
    const mine = await reader(academy()).for(as('learner', 'l-1'));
    expect(await mine.get(people, 'l-2')).toBe(null);
    expect(await mine.latest(people, 'l-2')).toBe(null);
    expect(await mine.get(people, 't-1')).toMatchObject({
      name: { value: 'Орлова Мария Ивановна' },
      entries: [],
    });
    expect(await permitted(listed(mine.scan(people, '')))).toBe(false);
  });

  test('opens no partition of another group, whichever way it is asked', async () => {
    const mine = await reader(academy()).for(as('learner', 'l-3'));
    for (const read of [
      mine.get(journal, journalKey.lessons('g-1', 'safety')),
      mine.get(journal, journalKey.keeping('g-1', 'safety')),
      mine.get(journal, journalKey.place('g-1', 'l-1')),
      mine.get(journal, journalKey.marks('g-1', 'safety', 'l-1')),
      listed(mine.scan(journal, journalKey.place('g-1'))),
      listed(mine.scan(journal, journalKey.marks('g-1', 'safety'))),
      listed(mine.scan(journal, 'place/')),
      listed(mine.scan(journal, 'marks/')),
      listed(mine.scan(journal, 'lessons/')),
      listed(mine.scan(journal, '')),
      journalPage(mine, { group: 'g-1', module: null }),
    ]) {
      expect(await permitted(read)).toBe(false);
    }
  });

  test('is not told of a lesson that was held for another learner alone', async () => {
    const log = academy();
    const held = log.lesson('g-1', 'u-2', '2026-09-12', ['l-2']);
    Object.assign(held.data, { individual: 'l-2' });
    const topics = async (person: string): Promise<readonly string[]> => {
      const mine = await reader(log).for(as('learner', person));
      return (await journalPage(mine, page)).lessons.map(({ topic }) => topic);
    };
    expect(await topics('l-2')).toEqual(['Тема u-1', 'Тема u-2']);
    expect(await topics('l-1')).toEqual(['Тема u-1']);
  });

  test('sees of an achievement of several their own part', async () => {
    const log = academy();
    const ids = { achievement: 'a-1', edition: 1 };
    for (const learner of ['l-1', 'l-2']) {
      log.add('AchievementParticipantNamed', '2026-10-01', { ...ids, learner, enrollment: null });
    }
    const of = async (person: string) =>
      (await reader(log).for(as('learner', person))).get(
        achievements,
        achievementsKey.achievement('a-1'),
      );
    const own = await of('l-1');
    expect(JSON.stringify(own)).toContain('"l-1"');
    expect(JSON.stringify(own)).not.toContain('l-2');
    expect(await of('l-3')).toBe(null);
  });

  test('sees the holds that cover their own record, and no other', async () => {
    const log = academy();
    const scopes: readonly EventOfType<'HoldPlaced'>['data']['scope'][] = [
      { kind: 'learner', learner: 'l-1' },
      { kind: 'record', record: 'enrollment-l-2.p-1.1' },
      { kind: 'record', record: 'file-l-1.1' },
      { kind: 'all' },
    ];
    const signer = { person: 't-2', office: 'head', position: null };
    for (const [n, scope] of scopes.entries()) {
      const data = {
        hold: `h-${n}`,
        scope,
        reason: 'проверка',
        authority: null,
        reviewOn: null,
        signer,
        edition: 1,
      };
      log.add('HoldPlaced', '2026-10-01', data, { stream: 'academy.retention-main' });
    }
    const mine = await reader(log).for(as('learner', 'l-1'));
    const found = await mine.get(records, recordsKey.holds);
    const holds = found?.kind === 'holds' ? found.holds.map(({ hold }) => hold) : [];
    expect(holds.toSorted()).toEqual(['h-0', 'h-2', 'h-3']);
  });
});

/** Whether somebody may read the personal file of l-1 as a representative. */
const file = async (log: Academy, on = ON, person = 'r-1') =>
  permitted(
    personalFileReport(await reader(log).for(as('representative', person, on)), {
      learner: 'l-1',
    }),
  );

describe('a representative, R3 §4.2, §4.4, R5 §6.2, RK 1.16', () => {
  test('sees the record until the eve of the 18th birthday', async () => {
    const log = withMother();
    expect([await file(log, '2026-08-31'), await file(log, '2026-09-01')]).toEqual([false, true]);
    expect([await file(log, '2027-03-14'), await file(log, '2027-03-15')]).toEqual([true, false]);
  });

  test.each([
    [undefined, true],
    ['information', true],
    ['none', false],
  ])('with the scope %s: %s', async (scope, seen) => {
    expect(await file(withMother(scope))).toBe(seen);
  });

  test('as an adult relative without powers sees nothing', async () => {
    expect(await file(withMother(), ON, 'r-2')).toBe(false);
  });

  test('sees her own row of the journal, and reads who represents the child', async () => {
    const mine = await reader(withMother()).for(as('representative', 'r-1'));
    const { rows } = await journalPage(mine, page);
    expect(rows.map(({ learner, masked }) => [learner.text, masked])).toEqual([
      ['Яшина Анна Петровна', false],
      [null, true],
    ]);
    const shown = await personalFileReport(mine, { learner: 'l-1' });
    expect(shown.representatives[0]?.name.text).toBe('Яшина Ольга Юрьевна');
    const two = recordsOfLearners(mine, { learners: ['l-1', 'l-2'] });
    expect(await permitted(two)).toBe(false);
  });

  test('loses it with an annulment, also for pages as of a day before it', async () => {
    const log = withMother();
    const named = log.events.findLast(({ type }) => type === 'RepresentativeNamed');
    const before = { on: ON, known: log.events.at(-1)?.position ?? '' };
    log.add('LearnerEntryAnnulled', '2026-09-01', {
      learner: 'l-1',
      representative: 'r-1',
      corrects: named?.id ?? '',
      entry: 'RepresentativeNamed',
      actedOn: '2026-10-01',
      replacedBy: null,
      signer: { person: 't-2', office: 'head', position: null },
      edition: 1,
    });
    const then = await readerOver(log.events, before).for(as('representative', 'r-1'));
    expect(await permitted(personalFileReport(then, { learner: 'l-1' }))).toBe(false);
  });
});
