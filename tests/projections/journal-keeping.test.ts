import { entryCorrectionsReport, journalPage } from '@letopis/projections';
import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

const pageOf = ({ events }: Academy, group: string, on: string | null = null) =>
  journalPage(readerOver(events, { on }), { group, module: 'safety' });

const toldIn = async (academy: Academy, group: string, on: string | null = null) => {
  const { keeping } = await pageOf(academy, group, on);
  return keeping.map((line) => [line.what, line.on, line.annulled === null]);
};

const line = (lessonsHeld: number, hoursHeld: number) => [{ lessonsHeld, hoursHeld }];

/** Groups g-1 and g-2, with one lesson of `t-1` in g-1. */
function taught(): Academy {
  const academy = openAcademy();
  academy.enroll('l-1.p-1.1', 'g-1', '2026-09-01');
  academy.lesson('g-1', 'z-1', '2026-09-07', ['l-1']);
  return academy;
}

describe('RK 4 no. 4: the page says that the journal was handed over', () => {
  it('from whom to whom, by which act, and the new teacher signs it too', async () => {
    const academy = taught();
    const fact = academy.handOver('g-1', 't-1', 't-2', '2026-10-01');
    const { keeping, teachers } = await pageOf(academy, 'g-1');
    expect(keeping).toMatchObject([
      {
        what: 'handed-over',
        on: '2026-10-01',
        from: { person: 't-1', text: 'Орлова Мария Ивановна' },
        to: { person: 't-2' },
        act: { number: '1-пж', date: '2026-10-01' },
        signer: { office: 'head' },
        annulled: null,
        source: { event: fact.id },
      },
    ]);
    expect(teachers.map(({ person }) => person).toSorted()).toEqual(['t-1', 't-2']);
  });

  it('not before its day, and not in the journal of another group', async () => {
    const academy = taught();
    academy.handOver('g-1', 't-1', 't-2', '2026-10-01');
    expect(await toldIn(academy, 'g-1', '2026-09-30')).toEqual([]);
    expect(await toldIn(academy, 'g-1', '2026-10-01')).toEqual([
      ['handed-over', '2026-10-01', true],
    ]);
    expect(await toldIn(academy, 'g-2')).toEqual([]);
  });

  it('RK 1.8: one that was annulled stays on the page, and makes nobody a teacher', async () => {
    const academy = taught();
    academy.annulKeeping(academy.handOver('g-1', 't-1', 't-2', '2026-10-01'), '2026-10-05');
    const { keeping, teachers } = await pageOf(academy, 'g-1');
    expect(keeping).toMatchObject([
      { annulled: { actedOn: '2026-10-05', reason: 'Не тот журнал', signer: { office: 'head' } } },
    ]);
    expect(teachers.map(({ person }) => person)).toEqual(['t-1']);
  });
});

it('P14, RK 1.8: an annulled handing over is in the register of corrected entries', async () => {
  const academy = taught();
  const fact = academy.handOver('g-1', 't-1', 't-2', '2026-10-01');
  const { id: event } = academy.annulKeeping(fact, '2026-11-05');
  const month = { from: '2026-11-01', until: '2026-11-30' };
  const { lines } = await entryCorrectionsReport(readerOver(academy.events), month);
  expect(lines).toMatchObject([
    {
      act: 'JournalEntryAnnulled',
      about: 'g-1.safety.2026',
      on: '2026-10-01',
      actedOn: '2026-11-05',
      reason: { text: 'Не тот журнал' },
      event,
    },
  ]);
});

describe('RK 4 no. 5: the page says where the journal is continued, and what it continues', () => {
  it('in both journals, with the lessons and hours that are carried', async () => {
    const academy = taught();
    academy.continueJournal('g-1', 'g-2', '2026-10-01', [1, 2]);
    academy.lesson('g-2', 'z-2', '2026-10-02', ['l-1']);
    const [from, into] = [await pageOf(academy, 'g-1'), await pageOf(academy, 'g-2')];
    const held = { on: '2026-10-01', lessonsHeld: 1, hoursHeld: 2, ground: { number: '30-уч' } };
    expect(from.keeping).toMatchObject([
      {
        ...held,
        what: 'continued-in',
        journal: 'g-2.safety.2026',
        group: { id: 'g-2', title: 'Группа g-2' },
      },
    ]);
    expect(into.keeping).toMatchObject([
      { ...held, what: 'continued-from', journal: 'g-1.safety.2026', group: { id: 'g-1' } },
    ]);
    expect([from.carried, into.carried]).toEqual([
      { lessons: 0, hours: 0 },
      { lessons: 1, hours: 2 },
    ]);
    expect([from.hoursHeld, into.hoursHeld]).toEqual([2, 2]);
  });

  it('what was carried twice arrives in the last journal, each lesson once', async () => {
    const academy = taught();
    academy.continueJournal('g-1', 'g-2', '2026-10-01', [1, 2]);
    academy.lesson('g-2', 'z-2', '2026-10-02', ['l-1']);
    academy.lesson('g-2', 'z-3', '2026-10-03', ['l-1']);
    academy.continueJournal('g-2', 'g-3', '2026-11-01', [2, 4]);
    expect((await pageOf(academy, 'g-3')).carried).toEqual({ lessons: 3, hours: 6 });
    expect((await pageOf(academy, 'g-3', '2026-10-31')).carried).toEqual({ lessons: 0, hours: 0 });
  });

  it('what is entered late or annulled there is carried as it reads now', async () => {
    const academy = taught();
    academy.continueJournal('g-1', 'g-2', '2026-10-01', [1, 2]);
    const late = academy.lesson('g-1', 'z-2', '2026-09-28', ['l-1']);
    const told = async () => {
      const [from, into] = [await pageOf(academy, 'g-1'), await pageOf(academy, 'g-2')];
      return [from.hoursHeld, into.carried, from.keeping, into.keeping] as const;
    };
    expect(await told()).toMatchObject([4, { lessons: 2, hours: 4 }, line(2, 4), line(2, 4)]);
    academy.annulLesson(late, '2026-10-05');
    expect(await told()).toMatchObject([2, { lessons: 1, hours: 2 }, line(1, 2), line(1, 2)]);
  });

  it('RK 1.8: an annulled continuation carries nothing, and stays on both pages', async () => {
    const academy = taught();
    const fact = academy.continueJournal('g-1', 'g-2', '2026-10-01', [1, 2]);
    academy.annulKeeping(fact, '2026-10-03');
    expect(await toldIn(academy, 'g-1')).toEqual([['continued-in', '2026-10-01', false]]);
    expect(await toldIn(academy, 'g-2')).toEqual([['continued-from', '2026-10-01', false]]);
    expect((await pageOf(academy, 'g-2')).carried).toEqual({ lessons: 0, hours: 0 });
  });
});
