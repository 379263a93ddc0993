import { sha256 } from '@letopis/core/testing';
import { journalPage, withDigest } from '@letopis/projections';
import { journal, journalKey } from '@letopis/projections/views';
import { describe, expect, it } from 'vitest';
import { openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

const PAGE = { group: 'g-1', module: 'safety' };
const L1 = 'l-1.p-1.1';
const L2 = 'l-2.p-1.1';

/** Two learners of g-1, two lessons, one mark in the first. */
function term() {
  const academy = openAcademy();
  academy.enroll(L1, 'g-1', '2026-09-01', { order: ['1-у', '2026-08-25'] });
  academy.enroll(L2, 'g-1', '2026-09-01');
  academy.lesson('g-1', 'z-1', '2026-09-07', ['l-1', 'l-2']);
  const basis = { kind: 'lesson', id: 'z-1', number: null, date: null };
  const mark = academy.record(L1, 'g-1', '2026-09-07', { digit: 3, basis });
  academy.lesson('g-1', 'z-2', '2026-09-14', ['l-2'], [{ learner: 'l-1', code: 'б' }]);
  return { academy, mark };
}

describe('P1 the journal page', () => {
  it('has learners in Russian order, a column a lesson, attendance and marks', async () => {
    const { academy } = term();
    const page = await journalPage(readerOver(academy.events), PAGE);
    expect(page.rows.map(({ line, learner }) => [line, learner.text])).toEqual([
      [1, 'Ёлкин Борис Ильич'],
      [2, 'Яшина Анна Петровна'],
    ]);
    expect(page.columns.map(({ on, lesson }) => [on, lesson])).toEqual([
      ['2026-09-07', 'z-1'],
      ['2026-09-14', 'z-2'],
    ]);
    const [first, second] = page.rows[1]?.cells ?? [];
    expect(first?.attendance?.code).toBeNull();
    expect(first?.results[0]?.value).toMatchObject({ mark: { digits: '3', words: 'три' } });
    expect(second?.attendance).toMatchObject({ code: 'б', title: { ru: 'Болел' } });
    expect(page.rows[1]?.attendance).toEqual({
      lessonsAttended: 1,
      lessonsMissed: 1,
      lessonsMissedExcused: 1,
      hoursAttended: 2,
      hoursMissed: 2,
    });
    expect(page).toMatchObject({
      group: { title: 'Группа g-1' },
      programme: { title: 'Программа p-1' },
      module: { title: 'Модуль safety' },
      hoursPlanned: 36,
      hoursHeld: 4,
      teachers: [{ text: 'Орлова Мария Ивановна' }],
    });
  });

  it('sorts Ё between Е and Ж, where the Russian alphabet has it', async () => {
    const academy = openAcademy();
    for (const id of ['l-1', 'l-2', 'l-3']) academy.enroll(`${id}.p-1.1`, 'g-1', '2026-09-01');
    const { rows } = await journalPage(readerOver(academy.events), PAGE);
    const surnames = rows.map(({ learner }) => learner.text?.split(' ')[0]);
    expect(surnames).toEqual(['Абрамов', 'Ёлкин', 'Яшина']);
  });

  it('R2 §2.3 (correction): shows both values in digits and words, signer, day', async () => {
    const { academy, mark } = term();
    const fact = academy.correct(mark, 4, '2026-09-20');
    const page = await journalPage(readerOver(academy.events), PAGE);
    const result = page.rows[1]?.cells[0]?.results[0];
    expect(result?.recorded).toMatchObject({ mark: { digits: '3' } });
    expect(result?.value).toMatchObject({ mark: { digits: '4', words: 'четыре' } });
    expect(page.corrections).toMatchObject([
      {
        line: 1,
        learner: { text: 'Яшина Анна Петровна' },
        correction: {
          actedOn: '2026-09-20',
          before: { mark: { digits: '3', words: 'три' } },
          after: { mark: { digits: '4', words: 'четыре' } },
          reason: { text: 'арифметическая ошибка', erased: false },
          signer: {
            name: { text: 'Орлова Мария Ивановна' },
            officeTitle: { ru: 'Педагог' },
            position: 'преподаватель',
          },
          correctedBy: { person: 't-1' },
          state: 'in-effect',
        },
      },
    ]);
    expect(
      result?.events.map(({ stream, revision, event }) => [`${stream}@${revision}`, event]),
    ).toEqual([
      [`academy.enrollment-${L1}@1`, mark.id],
      [`academy.enrollment-${L1}@2`, fact.id],
    ]);
  });

  it('shows a day as known today with the corrected mark, as known then without', async () => {
    const { academy, mark } = term();
    academy.correct(mark, 4, '2026-10-20');
    const shown = async (known?: string) => {
      const options = known === undefined ? {} : { known };
      const reader = readerOver(academy.events, { on: '2026-09-07', ...options });
      const page = await journalPage(reader, PAGE);
      return page.rows[1]?.cells[0]?.results[0]?.value;
    };
    expect(await shown()).toMatchObject({ mark: { digits: '4' } });
    expect(await shown(mark.position)).toMatchObject({ mark: { digits: '3' } });
  });

  it('lets the old value stand while a correction waits, and marks it', async () => {
    const { academy, mark } = term();
    const asked = academy.correct(mark, 5, '2026-09-20', { awaits: true });
    const result = async () => {
      const page = await journalPage(readerOver(academy.events), PAGE);
      return page.rows[1]?.cells[0]?.results[0];
    };
    expect(await result()).toMatchObject({ waiting: true, value: { mark: { digits: '3' } } });
    academy.decideOn('CorrectionCountersigned', mark, asked, '2026-09-21');
    expect(await result()).toMatchObject({
      waiting: false,
      value: { mark: { digits: '5' } },
      corrections: [
        {
          state: 'in-effect',
          decision: { actedOn: '2026-09-21', actor: 'u-2', signer: { office: 'head' } },
        },
      ],
    });
  });

  it.each([
    ['CorrectionDeclined', 'declined'],
    ['CorrectionWithdrawn', 'withdrawn'],
  ] as const)('keeps the old value after %s', async (type, state) => {
    const { academy, mark } = term();
    const asked = academy.correct(mark, 5, '2026-09-20', { awaits: true });
    academy.decideOn(type, mark, asked, '2026-09-21');
    const page = await journalPage(readerOver(academy.events), PAGE);
    expect(page.rows[1]?.cells[0]?.results[0]).toMatchObject({
      waiting: false,
      value: { mark: { digits: '3' } },
      corrections: [{ state }],
    });
  });

  it('corrects a corrected mark from the value in force', async () => {
    const { academy, mark } = term();
    const first = academy.correct(mark, 4, '2026-09-20');
    academy.correct(mark, 5, '2026-09-21', { replaces: first.id });
    const { corrections } = await journalPage(readerOver(academy.events), PAGE);
    const steps = corrections.map(({ correction: { before, after } }) => [before, after]);
    expect(steps).toMatchObject([
      [{ mark: { digits: '3' } }, { mark: { digits: '4' } }],
      [{ mark: { digits: '4' } }, { mark: { digits: '5' } }],
    ]);
  });

  it('keeps an annulled mark in its cell without a value', async () => {
    const { academy, mark } = term();
    academy.annul(mark, '2026-09-20');
    const page = await journalPage(readerOver(academy.events), PAGE);
    expect(page.rows[1]?.cells[0]?.results[0]).toMatchObject({
      value: null,
      recorded: { mark: { digits: '3' } },
      annulled: { actedOn: '2026-09-20', reason: { text: 'не тот слушатель' } },
    });
  });

  it('marks an annulled lesson, and counts neither its hours nor its attendance', async () => {
    const { academy } = term();
    const held = academy.lesson('g-1', 'z-3', '2026-09-15', ['l-1']);
    academy.annulLesson(held, '2026-09-16');
    const page = await journalPage(readerOver(academy.events), PAGE);
    expect(page.lessons.map(({ lesson, annulled }) => [lesson, annulled?.reason])).toEqual([
      ['z-1', undefined],
      ['z-2', undefined],
      ['z-3', 'занятия не было'],
    ]);
    expect(page.hoursHeld).toBe(4);
    expect(page.columns.map(({ annulled }) => annulled)).toEqual([false, false, true]);
    expect(page.rows[1]?.attendance.lessonsAttended).toBe(1);
    expect(page.rows[1]?.cells[2]?.attendance).toBeNull();
  });

  it('shows a credit with its source, and attestation after all lessons', async () => {
    const { academy } = term();
    academy.credit(L2, 'g-1', '2026-09-02');
    const page = await journalPage(readerOver(academy.events), PAGE);
    expect(page.columns.at(-1)).toMatchObject({ kind: 'interim', form: 'exam', on: '2026-09-02' });
    expect(page.rows[0]?.cells[2]?.results[0]).toMatchObject({
      value: { outcome: 'credited', mark: { digits: '5' } },
      credit: {
        from: { organisation: 'МГУ', document: 'справка 5' },
        decidedBy: { text: 'Седов Пётр Львович' },
      },
    });
  });

  it('shows absence and what was not assessed in the words of the regulation', async () => {
    const { academy } = term();
    const absent = { outcome: 'absent', reason: 'б' } as const;
    const none = { outcome: 'not-assessed', reason: 'exempt' } as const;
    academy.record(L2, 'g-1', '2026-09-15', { result: absent });
    academy.record(L2, 'g-1', '2026-09-16', { result: none });
    const page = await journalPage(readerOver(academy.events), PAGE);
    const values = page.rows[0]?.cells.flatMap(({ results }) => results.map(({ value }) => value));
    expect(values).toMatchObject([
      { outcome: 'absent', code: 'б', title: { ru: 'Болел' } },
      { outcome: 'not-assessed', code: 'exempt', title: { en: expect.any(String) } },
    ]);
  });
});

describe('places in a group', () => {
  it('leaves a result in the journal of its own day, and names the other group', async () => {
    const { academy } = term();
    academy.transfer(L1, 'g-1', 'g-2', '2026-10-01');
    academy.record(L1, 'g-2', '2026-10-05', { digit: 5 });
    const reader = readerOver(academy.events);
    const old = await journalPage(reader, PAGE);
    const next = await journalPage(reader, { group: 'g-2', module: 'safety' });
    const stay = (page: typeof old) => page.rows.find((r) => r.learner.person === 'l-1')?.stays[0];
    expect(stay(old)?.departure).toMatchObject({ by: 'transferred', toGroup: 'g-2' });
    expect(stay(next)?.arrival).toMatchObject({ by: 'transferred', fromGroup: 'g-1' });
    expect(old.groupTitles).toEqual({ 'g-2': 'Группа g-2' });
    expect(next.groupTitles).toEqual({ 'g-1': 'Группа g-1' });
    const digits = (page: typeof old) =>
      page.rows.flatMap((row) => row.cells.flatMap((cell) => cell.results.map((r) => r.value)));
    expect(digits(old)).toMatchObject([{ mark: { digits: '3' } }]);
    expect(digits(next)).toMatchObject([{ mark: { digits: '5' } }]);
  });

  it('knows a transfer that is dated ahead only from its day on', async () => {
    const { academy } = term();
    academy.transfer(L1, 'g-1', 'g-2', '2026-12-01');
    const at = async (on: string | null) => {
      const reader = readerOver(academy.events, { on });
      const page = await journalPage(reader, { group: 'g-2', module: 'safety' });
      return page.rows.length;
    };
    expect(await at('2026-11-30')).toBe(0);
    expect(await at('2026-12-01')).toBe(1);
    expect(await at(null)).toBe(1);
  });

  it('holds leave, return, discharge and a second stay by day', async () => {
    const { academy } = term();
    const who = { enrollment: L1, learner: 'l-1', programme: 'p-1', edition: 1 };
    const refs = { group: ['g-1'] };
    academy.add('Suspended', '2026-09-20', { ...who, reason: 'illness', until: null }, { refs });
    academy.add('Reinstated', '2026-10-01', { ...who, group: 'g-1' }, { refs });
    academy.discharge(L1, 'g-1', '2026-10-10', 'own-wish');
    academy.add('Reinstated', '2026-11-01', { ...who, group: 'g-1' }, { refs });
    const place = await readerOver(academy.events).get(journal, journalKey.place('g-1', 'l-1'));
    const stays = place?.kind === 'place' ? place.stays : [];
    expect(stays).toMatchObject([
      {
        leaves: [{ from: '2026-09-20', until: '2026-10-01', reason: 'illness' }],
        departure: { on: '2026-10-10', by: 'discharged', reason: 'own-wish' },
      },
      { arrival: { on: '2026-11-01', by: 'reinstated' }, departure: null },
    ]);
  });

  it('273-FZ art. 34: a leave that follows another ends it, each with its reason', async () => {
    const { academy } = term();
    const who = { enrollment: L1, learner: 'l-1', programme: 'p-1', edition: 1 };
    const refs = { group: ['g-1'] };
    const leave = (on: string, reason: string, until: string | null) =>
      academy.add('Suspended', on, { ...who, reason, until }, { refs });
    leave('2026-09-20', 'academic-leave', '2026-10-31');
    leave('2026-11-01', 'maternity-leave', null);
    const place = await readerOver(academy.events).get(journal, journalKey.place('g-1', 'l-1'));
    const [stay] = place?.kind === 'place' ? place.stays : [];
    const [first, second] = ['academic-leave', 'maternity-leave'];
    expect(stay?.leaves).toEqual([
      { from: '2026-09-20', until: '2026-11-01', plannedUntil: '2026-10-31', reason: first },
      { from: '2026-11-01', until: null, plannedUntil: null, reason: second },
    ]);
  });
});

const hash = (text: string): string => sha256(text, 'hex');

describe('what the page rests on', () => {
  it('names the last event, its instant and a digest that outlives a restore', async () => {
    const { academy, mark } = term();
    const page = withDigest(await journalPage(readerOver(academy.events), PAGE), hash);
    const last = academy.events.at(-1);
    expect(page.basis).toMatchObject({
      position: last?.position,
      on: null,
      last: 'academy.journal-g-1.safety.2026@1',
      event: last?.id,
      recordedAt: last?.recordedAt,
    });
    const moved = academy.events.map((e) => ({ ...e, position: `x${e.position}` }));
    const again = withDigest(await journalPage(readerOver(moved), PAGE), hash);
    expect(again.basis.position).not.toBe(page.basis.position);
    expect(again.basis.digest).toBe(page.basis.digest);
    expect(page.basis.digest).toMatch(/^[0-9a-f]{64}$/);
    academy.correct(mark, 4, '2026-09-20');
    const later = withDigest(await journalPage(readerOver(academy.events), PAGE), hash);
    expect(later.basis.digest).not.toBe(page.basis.digest);
  });
});
