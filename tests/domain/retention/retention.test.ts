import type { Refusal, Result } from '@letopis/core';
import { isRefusal, must } from '@letopis/core';
import type { CarrierTerm } from '@letopis/core/facts';
import {
  carriersOf,
  destructionDay,
  holdOn,
  longestKept,
  retentionFold,
  termBegins,
  termOf,
} from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { file, journal, oldSchool, on, planned } from '../worlds/retention-school.ts';

const general = { ...planned().general, timeZone: 'Europe/Moscow' };
const edition = { ...planned(), general, edition: 1, from: '2026-09-01' };

const term = (carrier: string): CarrierTerm => must(asResult(termOf(edition, carrier)));
const from = (day: string) => ({ kind: 'from', day });

/** A value or a refusal, as a command would answer it. */
const asResult = <T>(value: T | Refusal): Result<T> =>
  isRefusal(value) ? { ok: false, refusal: value } : { ok: true, value };

describe('D19: the first day on which a carrier may be destroyed', () => {
  test.each([
    ['2026-10-10', '2028-01-01'],
    ['2026-12-31', '2028-01-01'],
    ['2027-01-01', '2029-01-01'],
  ])('R2 §3.3: a journal closed on %s lives a whole calendar year, to %s', (startedOn, day) => {
    const allowed = destructionDay(term('lesson-journal'), { startedOn, unneededOn: null });
    expect(allowed).toEqual(from(day));
  });

  test('R2 §3.4: a personal file at least three years after departure', () => {
    const days = { startedOn: '2026-11-20', unneededOn: null };
    expect(destructionDay(term('personal-files'), days)).toEqual(from('2030-01-01'));
  });

  test('R1 §7.4, R3 §4.5, R5 §7.2: the file plan gives the term that is left to it', () => {
    const days = { startedOn: '2026-11-20', unneededOn: null };
    expect(destructionDay(term('grade-sheets'), days)).toEqual(from('2032-01-01'));
    expect(destructionDay(term('protocols'), days)).toEqual({ kind: 'permanent' });
  });

  test('R2 §3.5: until no longer needed ends by a decision alone', () => {
    const media = term('electronic-records');
    const waits = { startedOn: '2026-11-20', unneededOn: null };
    expect(destructionDay(media, waits)).toEqual({ kind: 'until-decided' });
    const decided = { startedOn: null, unneededOn: '2027-05-05' };
    expect(destructionDay(media, decided)).toEqual(from('2027-05-05'));
  });

  test('R4 §6.4: until the programme’s end and until no longer needed, both', () => {
    const start = edition.retention.startRules.find(({ id }) => id === 'programme-end') ?? null;
    const rule = { ...term('electronic-records'), start };
    const days = { startedOn: '2026-11-20', unneededOn: '2026-11-25' };
    expect(destructionDay(rule, days)).toEqual(from('2027-01-01'));
    const runs = { startedOn: null, unneededOn: '2026-11-25' };
    expect(destructionDay(rule, runs)).toEqual({ kind: 'not-begun' });
  });

  test('a term counted from the next day is counted so where the regulation says it', () => {
    const title = { ru: 'Закрытие', en: 'Closing' };
    const start = { id: 'closing', title, from: 'closing', counts: 'next-day' } as const;
    expect(termBegins(start, '2026-11-20')).toBe('2026-11-21');
    const days = { startedOn: '2026-11-20', unneededOn: null };
    const year = { ...term('lesson-journal'), start };
    expect(destructionDay(year, days)).toEqual(from('2027-11-21'));
  });

  test('a term that has not begun names no day', () => {
    const days = { startedOn: null, unneededOn: null };
    expect(destructionDay(term('personal-files'), days)).toEqual({ kind: 'not-begun' });
  });
});

describe('D19: a fact in several carriers lives as long as the longest', () => {
  test('R2 §3.3, §3.4: a year in the journal, three in the file', () => {
    const year = { kind: 'from', day: '2028-01-01' } as const;
    const three = { kind: 'from', day: '2030-01-01' } as const;
    expect(longestKept([year, three])).toEqual(three);
    expect(longestKept([three, year])).toEqual(three);
    expect(longestKept([three, { kind: 'until-decided' }])).toEqual({ kind: 'until-decided' });
    const two = { kind: 'from', day: '2029-01-01' } as const;
    expect(longestKept([year, three, two])).toEqual(three);
    const ever = [{ kind: 'permanent' }, { kind: 'until-decided' }, three] as const;
    expect(longestKept(ever)).toEqual({ kind: 'permanent' });
  });

  test('which carriers hold a record’s facts is data of the regulation', () => {
    expect(carriersOf(edition, 'journal')).toEqual(['lesson-journal', 'electronic-records']);
    expect(carriersOf(edition, 'enrollment')).toEqual([
      'grade-sheets',
      'protocols',
      'personal-files',
      'electronic-records',
    ]);
    expect(carriersOf(edition, 'register')).toEqual([]);
  });

  test('R1 §7.4: a carrier whose term the file plan does not give has none', () => {
    const bare = { ...edition, retention: { ...edition.retention, filePlan: [] } };
    const no = termOf(bare, 'grade-sheets');
    expectRefused(asResult(no), 'term-missing', 'grade-sheets', '02-02');
  });
});

const adopt = (preset: ReturnType<typeof planned>) =>
  newAcademy().regulation.adopt(preset, { timeZone: 'Europe/Moscow', from: '2026-09-01' });

describe('D19: the rules of keeping fit together', () => {
  const entry = { index: '02-02', term: 'exact', years: 5, startsAt: 'year-end', article: null };

  test.each([
    [
      'a start that no rule describes',
      { filePlan: [{ ...entry, startsAt: 'doomsday' }] },
      'doomsday',
    ],
    ['a running term without years', { filePlan: [{ ...entry, years: null }] }, 'exact'],
    ['an entry twice', { filePlan: [entry, entry] }, '02-02'],
    ['an office nobody holds', { holdOffices: ['king'] }, 'king'],
    ['a selection that nobody approves', { approvals: [] }, 'retention.approvals'],
  ])('%s', async (_, changes, value) => {
    expectRefused(await adopt(planned(changes)), 'rules-disagree', value);
  });

  test('R4 §6.4: a term until no longer needed may have a start', async () => {
    const media = { ...entry, term: 'until-no-longer-needed', years: null };
    must(await adopt(planned({ filePlan: [{ ...media, startsAt: 'programme-end' }] })));
  });
});

describe('D19: legal hold', () => {
  const hold = { id: 'h-1', reason: 'прокурорская проверка', signer: 'p-1', on } as const;

  test('is placed on all, on a learner or on a record, and lifted', async () => {
    const { retention, session, events } = await oldSchool();
    const held = async (record: string) =>
      holdOn((await session.load(retentionFold, 'main')).state, record);
    must(await retention.hold({ ...hold, scope: { kind: 'learner', learner: 'l-1' } }));
    expect([await held(file), await held(journal)]).toEqual(['h-1', null]);
    expect(await held('learner-l-1')).toBe('h-1');
    must(await retention.hold({ ...hold, id: 'h-2', scope: { kind: 'all' } }));
    expect(await held(journal)).toBe('h-2');
    must(await retention.lift({ hold: 'h-2', signer: 'p-1', on }));
    expect(await held(journal)).toBe(null);
    must(await retention.hold({ ...hold, id: 'h-3', scope: { kind: 'record', record: journal } }));
    expect(await held(journal)).toBe('h-3');
    const [placed] = await events('retention-main');
    expect(placed).toMatchObject({ refs: { learner: ['l-1'], official: ['p-1'] } });
  });

  test('is refused where it stands, is unknown or lifted, or the signer may not', async () => {
    const { retention } = await oldSchool();
    const scope = { kind: 'all' } as const;
    const placed = { ...hold, scope, commandId: step(31) };
    const first = must(await retention.hold(placed));
    expect(must(await retention.hold(placed))).toEqual(first);
    expectRefused(await retention.hold({ ...hold, scope }), 'already-exists', 'h-1');
    const lift = { hold: 'h-9', signer: 'p-1', on };
    expectRefused(await retention.lift(lift), 'hold-unknown', 'h-9');
    const early = { ...lift, hold: 'h-1', on: '2031-01-31' };
    expectRefused(await retention.lift(early), 'act-out-of-order', '2031-01-31');
    must(await retention.lift({ ...lift, hold: 'h-1' }));
    expectRefused(await retention.lift({ ...lift, hold: 'h-1' }), 'hold-lifted', 'h-1');
    const teacher = { ...hold, id: 'h-2', scope, signer: 'p-9' };
    expectRefused(await retention.hold(teacher), 'not-appointed', 'p-9');
  });
});

describe('D19: a carrier is no longer needed by a recorded decision', () => {
  const need = { carrier: 'electronic-records', record: journal, signer: 'p-1', on };

  test('R2 §3.5: the decision names who decided, and is made once', async () => {
    const { retention, events } = await oldSchool();
    must(await retention.endNeed(need));
    const [decided] = await events('retention-main');
    expect(decided).toMatchObject({
      type: 'NoLongerNeeded',
      occurredOn: on,
      data: { carrier: 'electronic-records', record: journal, edition: 1 },
    });
    expect(decided?.data).toMatchObject({ signer: { person: 'p-1', office: 'head' } });
    expectRefused(await retention.endNeed(need), 'unneeded-already', journal, on);
  });

  test('R2 §3.5: it is found by the ids of the record and by who decided', async () => {
    const { retention, events } = await oldSchool();
    must(await retention.endNeed(need));
    must(await retention.endNeed({ ...need, record: file }));
    const told = (await events('retention-main')).map(({ refs }) => refs);
    const official = ['p-1'];
    expect(told).toEqual([
      { journal: ['m-1.safety.2026'], group: ['m-1'], module: ['safety'], official },
      { file: ['l-1.1'], learner: ['l-1'], official },
    ]);
  });

  test('only by an office that the regulation names for it', async () => {
    const { retention } = await oldSchool();
    expectRefused(await retention.endNeed({ ...need, signer: 'p-9' }), 'not-appointed', 'p-9');
    const deputy = await oldSchool(planned({ needOffices: ['archivist'] }));
    must(await deputy.retention.endNeed({ ...need, signer: 'p-7' }));
    expectRefused(await deputy.retention.endNeed(need), 'unneeded-already', journal);
    const again = { ...need, record: file };
    expectRefused(await deputy.retention.endNeed(again), 'not-appointed', 'p-1', 'archivist');
  });

  test('about a record by its name; what is no name is shown with an example', async () => {
    const { retention } = await oldSchool();
    const named = (record: unknown) => retention.endNeed(Object.assign({ ...need }, { record }));
    for (const [record, seen] of [
      ['file', '"file"'],
      [7, '7'],
      [`file-${Array.from({ length: 4 }, () => 'l'.repeat(45)).join('.')}`, '"file-lll'],
    ] as const) {
      const { text } = expectRefused(await named(record), 'invalid-input', seen, 'file-l-1.1');
      expect(text.ru).toContain('не имя записи: нужен вид и ключ');
      expect(text.en).toContain("is no record's name: give kind and key");
    }
  });

  test('a term that ends otherwise, or another kind of record, is refused', async () => {
    const { retention } = await oldSchool();
    const paper = { ...need, carrier: 'lesson-journal' };
    expectRefused(await retention.endNeed(paper), 'term-not-by-need', 'exact', 'lesson-journal');
    const other = { ...need, carrier: 'lesson-journal', record: file };
    expectRefused(await retention.endNeed(other), 'carrier-holds-other', file);
    const none = { ...need, record: 'journal-m-1.first-aid.2026' };
    expectRefused(await retention.endNeed(none), 'record-unknown', none.record);
    const odd = { ...need, carrier: 'papyrus' };
    expectRefused(await retention.endNeed(odd), 'carrier-unknown', 'papyrus');
  });

  test('R4 §6.4: not before the programme’s end where the term has that start', async () => {
    const preset = planned();
    const carriers = preset.carriers.carriers.map((one) =>
      one.id === 'electronic-records'
        ? { ...one, retention: { ...one.retention, startsAt: 'programme-end' } }
        : one,
    );
    const school = await oldSchool({ ...preset, carriers: { ...preset.carriers, carriers } });
    const early = { ...need, record: 'enrollment-l-1.mentor.1', on: '2026-12-01' };
    expectRefused(await school.retention.endNeed(early), 'term-runs', '2027-01-01', early.record);
    const dayBefore = await school.retention.endNeed({ ...early, on: '2026-12-31' });
    expectRefused(dayBefore, 'term-runs', '2026-12-31', '2027-01-01', 'electronic-records');
    must(await school.retention.endNeed({ ...early, on: '2027-01-01' }));
    const learner = { ...need, record: 'learner-l-1', startedOn: null };
    expectRefused(await school.retention.endNeed(learner), 'term-not-begun', 'programme-end');
    must(await school.retention.endNeed({ ...learner, startedOn: '2026-11-20' }));
  });
});
