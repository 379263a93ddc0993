import type { Place } from '@letopis/core/facts';
import {
  allowsResult,
  countersigningOffices,
  enrollmentArchive,
  enrollmentId,
  enrollmentParts,
  factId,
  isOpenFrom,
  placeOn,
  refuseUnlessEnrolled,
  statusWords,
  studyOn,
} from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { countersigned } from '../worlds/enrollment-academy.ts';
import {
  back,
  completed,
  corrected,
  editionOf,
  enrolled,
  ids,
  left,
  moved,
  recorded,
  stateOf,
  stepAnnulled,
} from '../worlds/enrollment-facts.ts';

/* What others ask of an enrollment: its id, where the learner is, and whether it is open. D4. */

const { enrollment } = ids;
const annulled = stateOf([
  enrolled('2026-09-01'),
  stepAnnulled('enrolled', 'Enrolled', '2026-09-10'),
]);
const nobody = stateOf([]);

/** What a schema says of a value that it refuses. */
const said = (schema: typeof enrollmentId | typeof factId, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message);

describe('the id of an enrollment', () => {
  test('is learner, programme and number, and nothing around them', () => {
    for (const id of ['l-1.mentor.1', 'l-1.mentor.12', 'l_1.Mentor.999999']) {
      expect(enrollmentId.parse(id)).toBe(id);
    }
    for (const id of ['l-1.mentor', '!l-1.mentor.1', 'l-1.mentor.1x', 'l-1.mentor.0', 'x.l.m.1']) {
      expect(said(enrollmentId, id)).toEqual([
        `"${id}" не номер зачисления вида «слушатель.программа.номер» | ` +
          `"${id}" is no enrollment id of the form learner.programme.n`,
      ]);
    }
    expect(said(enrollmentId, 7)).toEqual([
      '7 не номер зачисления вида «слушатель.программа.номер» | ' +
        '7 is no enrollment id of the form learner.programme.n',
    ]);
  });

  test('is taken apart; what is not there is empty', () => {
    expect(enrollmentParts('l-1.mentor.12')).toEqual({
      learner: 'l-1',
      programme: 'mentor',
      number: 12,
    });
    expect(enrollmentParts('l-1')).toEqual({ learner: 'l-1', programme: '', number: 0 });
  });

  test('the id of a fact is one that a command answered', () => {
    const id = '01990000-0000-7000-8000-000000000001';
    expect(factId.parse(id)).toBe(id);
    expect(said(factId, 'x')).toEqual([
      '"x" не номер записи: нужен eventId из ответа на команду | ' +
        '"x" is no id of a fact: give the eventId that the command answered',
    ]);
  });
});

const place = (status: 'not-begun' | 'studying' | 'suspended' | 'ended'): Place => ({
  status,
  group: 'm-1',
  since: '2026-09-01',
});

describe('D4: where a learner is on a day', () => {
  test('studies since the later of the step and the first day of study', () => {
    const state = stateOf([
      enrolled('2026-09-01', 'm-1', '2026-09-10'),
      moved('2026-10-01', 'm-1', 'm-2'),
    ]);
    const days = ['2026-08-31', '2026-09-09', '2026-09-10', '2026-10-01'];
    expect(days.map((day) => placeOn(state, day))).toEqual([
      { status: 'not-enrolled', group: null, since: null },
      { status: 'not-begun', group: 'm-1', since: '2026-09-01' },
      { status: 'studying', group: 'm-1', since: '2026-09-10' },
      { status: 'studying', group: 'm-2', since: '2026-10-01' },
    ]);
  });

  test('the day of the end is one of study for results only', () => {
    const state = stateOf([enrolled('2026-09-01'), left('2026-11-01')]);
    expect(placeOn(state, '2026-11-01').status).toBe('ended');
    expect(studyOn(state, '2026-11-01').status).toBe('studying');
    expect(studyOn(state, '2026-11-02').status).toBe('ended');
  });

  test('a mark needs study; a credit may come before it and during a leave', () => {
    const nowhere = placeOn(nobody, '2026-09-01');
    const places = [
      nowhere,
      ...(['not-begun', 'studying', 'suspended', 'ended'] as const).map(place),
    ];
    const answers = (credited: boolean) => places.map((one) => allowsResult(one, credited));
    expect(answers(false)).toEqual([false, false, true, false, false]);
    expect(answers(true)).toEqual([false, true, true, true, false]);
  });

  test.each([
    ['not-enrolled', 'ещё не зачислен(а)', 'not yet enrolled'],
    ['not-begun', 'учёба не начата', 'study has not begun'],
    ['studying', 'учится', 'studying'],
    ['suspended', 'учёба приостановлена', 'study is suspended'],
    ['ended', 'обучение окончено', 'the enrollment has ended'],
    ['another', 'another', 'another'],
  ])('the status %s in words', (status, ru, en) => {
    expect(statusWords(status, null)).toEqual({ ru, en });
    const since = { ru: `${ru} с 2026-09-01`, en: `${en} since 2026-09-01` };
    expect(statusWords(status, '2026-09-01')).toEqual(since);
  });
});

describe('D4: an enrollment is open in a group from a day on', () => {
  const steps = [enrolled('2026-09-01'), moved('2026-10-01', 'm-1', 'm-2')];
  const gone = stateOf([...steps, left('2026-11-01', 'own-wish', 'm-2')]);
  const open = (day: string) =>
    ['m-1', 'm-2', 'm-3'].filter((group) => isOpenFrom(gone, day, group));

  test('in any group until the day of its end', () => {
    expect(isOpenFrom(nobody, '2026-09-01', null)).toBe(false);
    expect(isOpenFrom(annulled, '2026-09-01', null)).toBe(false);
    expect(isOpenFrom(stateOf(steps), '2030-01-01', null)).toBe(true);
    expect(isOpenFrom(gone, '2026-10-31', null)).toBe(true);
    expect(isOpenFrom(gone, '2026-11-01', null)).toBe(false);
  });

  test('in a group that the learner is in, or comes to later', () => {
    expect(open('2026-08-01')).toEqual(['m-1', 'm-2']);
    expect(open('2026-09-30')).toEqual(['m-1', 'm-2']);
    expect(open('2026-10-01')).toEqual(['m-2']);
    expect(open('2026-11-01')).toEqual([]);
  });

  test('not in a group that the learner left on the day on which they came', () => {
    const state = stateOf([enrolled('2026-09-01'), moved('2026-09-01', 'm-1', 'm-2')]);
    expect(isOpenFrom(state, '2026-09-01', 'm-1')).toBe(false);
    expect(isOpenFrom(state, '2026-09-01', 'm-2')).toBe(true);
  });

  test('not in the group of an end, where the learner comes back into another', () => {
    const state = stateOf([
      enrolled('2026-09-01'),
      left('2026-10-01'),
      back('2026-11-01', 'm-2', { group: ['m-1', 'm-2'] }),
    ]);
    expect(isOpenFrom(state, '2026-09-30', 'm-1')).toBe(true);
    expect(isOpenFrom(state, '2026-10-01', 'm-1')).toBe(false);
    expect(isOpenFrom(state, '2026-10-01', 'm-2')).toBe(true);
  });

  test('an end that is to come opens nothing', () => {
    const state = stateOf([enrolled('2026-09-01'), left('2026-11-01', 'own-wish', 'm-9')]);
    expect(isOpenFrom(state, '2026-10-01', 'm-9')).toBe(false);
  });
});

describe('RK 1.8: an enrollment that is not there, or was annulled', () => {
  test('is refused as such', () => {
    const unknown = { code: 'enrollment-unknown', data: { enrollment } };
    expect(refuseUnlessEnrolled(null, enrollment)).toMatchObject(unknown);
    expect(refuseUnlessEnrolled(nobody, enrollment)).toMatchObject(unknown);
    const gone = { code: 'enrollment-annulled', data: { enrollment } };
    expect(refuseUnlessEnrolled(annulled, enrollment)).toMatchObject(gone);
    expect(refuseUnlessEnrolled(stateOf([enrolled('2026-09-01')]), enrollment)).toBeNull();
  });
});

describe('D7: who countersigns', () => {
  test('the offices of the edition in force, else of the day of the correction', () => {
    const [asks, silent] = [editionOf(countersigned), editionOf()];
    const head = editionOf({ correction: { countersignOffices: ['head'] } });
    const both = ['deputy-head', 'head'];
    expect(countersigningOffices(asks, head)).toEqual(both);
    expect(countersigningOffices(silent, asks)).toEqual(both);
    expect(countersigningOffices(null, asks)).toEqual(both);
    expect(countersigningOffices(asks, null)).toEqual(both);
    expect(countersigningOffices(silent, silent)).toEqual([]);
    expect(countersigningOffices(null, null)).toEqual([]);
  });
});

const correction = (of: string, waits: boolean) => corrected(of, '4', '2026-10-07', waits);

describe('D18: what a transfer to the archive asks', () => {
  const { refsOf, refuseUnlessReady, statusOf } = enrollmentArchive;
  const step = { transfer: 't-1', record: `enrollment-${enrollment}`, on: '2026-12-25' };
  const settled = [enrolled('2026-09-01'), recorded('r-1', '2026-10-05', '3')];
  const studied = [...settled, recorded('r-2', '2026-10-06', '3'), correction('r-1', false)];
  const end = completed('2026-12-20');

  test('one that nobody began has no status; another has its own', () => {
    expect(statusOf(nobody)).toBeNull();
    const state = stateOf(studied);
    expect(statusOf(state)).toBe(state.archival);
  });

  test('it is about its learner, its programme and the last group', () => {
    const about = { learner: ['l-1'], enrollment: [enrollment], programme: ['mentor'] };
    const steps = [enrolled('2026-09-01'), moved('2026-10-01', 'm-1', 'm-2')];
    const last = [...steps, moved('2026-11-01', 'm-2', 'm-3')];
    expect(refsOf(stateOf(last))).toEqual({ ...about, group: ['m-3'] });
    expect(refsOf(annulled)).toEqual({ ...about, group: [] });
    expect(refsOf(nobody)).toMatchObject({ enrollment: [] });
  });

  test('it is handed over after its end', () => {
    const early = { enrollment, on: step.on, status: 'studying', since: '2026-09-01' };
    expect(refuseUnlessReady(stateOf(studied), step)).toMatchObject({
      code: 'not-ended',
      data: early,
    });
    expect(refuseUnlessReady(annulled, step)).toMatchObject({
      code: 'enrollment-annulled',
      data: { enrollment },
    });
    expect(refuseUnlessReady(stateOf([...studied, end]), step)).toBeNull();
  });

  test('and not while a correction waits for its countersignature', () => {
    const waiting = stateOf([...studied, correction('r-2', true), end]);
    expect(refuseUnlessReady(waiting, step)).toMatchObject({
      code: 'correction-waiting',
      data: { correction: 'correction-r-2', signer: 'p-9', since: '2026-10-07' },
    });
  });
});
