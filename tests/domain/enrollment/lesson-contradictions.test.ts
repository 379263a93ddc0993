import * as events from '@letopis/core/events';
import type { EnrollmentEvent, ListedLesson } from '@letopis/core/facts';
import { resultsAgainstLessons, wronglyListed } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import {
  credited,
  editionOf,
  enrolled,
  formSet,
  happened,
  ids,
  left,
  markOf,
  moved,
  recorded,
  seenOf,
} from '../worlds/enrollment-facts.ts';

/* Which lessons and facts of an enrollment cannot stand beside each other. RK 1.4, RK 1.5. */

const { enrollment } = ids;
const day = '2026-10-05';

/** A lesson that lists the learner as present in the class, unless told otherwise. */
const listed = (more: Partial<ListedLesson> = {}): ListedLesson => ({
  lesson: 'z-0',
  on: day,
  group: 'm-1',
  module: 'safety',
  code: null,
  listedAs: 'class',
  held: 'held',
  ...more,
});
const named = (kind: string) => ({ basis: { kind, id: 'z-0', number: null, date: null } });
const studying = (...facts: readonly EnrollmentEvent[]) => [enrolled('2026-09-01'), ...facts];

describe('RK 1.5: a lesson that lists who does not study in the group', () => {
  const gone = [seenOf(studying(left('2026-10-01')))];

  test('names the end of study; a guest may be listed in any lesson', () => {
    expect(wronglyListed(listed(), gone)).toEqual([
      {
        kind: 'lesson-outside-study',
        enrollment,
        day,
        module: 'safety',
        facts: ['left-2026-10-01', 'held'],
      },
    ]);
    expect(wronglyListed(listed({ listedAs: 'guest' }), gone)).toEqual([]);
  });

  test('only the enrollments that were ever in its group are asked', () => {
    expect(wronglyListed(listed({ group: 'm-2' }), gone)).toEqual([]);
    expect(wronglyListed(listed(), [])).toEqual([]);
  });

  test('nothing is asked where no regulation, or one that does not ask it, is in force', () => {
    const facts = studying(left('2026-10-01'));
    const lax = editionOf({ lessons: { attendeesEnrolled: false } });
    expect(wronglyListed(listed(), [seenOf(facts, null)])).toEqual([]);
    expect(wronglyListed(listed(), [seenOf(facts, lax)])).toEqual([]);
  });

  test('273-FZ art. 17: a form that holds by the regulation alone is no fact to name', () => {
    const educationForms = r2.enrollment.educationForms.filter(({ id }) => id === 'family');
    const atHome = editionOf({ enrollment: { educationForms } });
    expect(wronglyListed(listed(), [seenOf(studying(), atHome)])).toEqual([]);
    const set = formSet('education', 'family', '2026-09-01');
    expect(wronglyListed(listed(), [seenOf(studying(set), atHome)])).toMatchObject([
      { kind: 'lesson-against-form', facts: [set.id, 'held'] },
    ]);
  });

  test('where no step and no annulment of one is known, there is no fact to name', () => {
    expect(wronglyListed(listed(), [seenOf([formSet('study', 'part-time', day)])])).toEqual([]);
  });
});

/** The facts of an enrollment that the lesson stands against. */
const factsOf = (...facts: readonly EnrollmentEvent[]) =>
  wronglyListed(listed(), [seenOf(facts)]).map((one) => one.facts[0]);

describe('D4: a lesson before the first day of study names the step that says this day', () => {
  const movedBefore = moved('2026-09-20', 'm-1', 'm-2');

  test('the start of study, whatever moves there were before and after it', () => {
    const started = happened(events.studyStarted, 'started', '2026-10-10', { ...ids, edition: 1 });
    const movedAfter = moved('2026-10-20', 'm-2', 'm-3');
    const steps = [enrolled('2026-09-01', 'm-1', null), movedBefore, started, movedAfter];
    expect(factsOf(...steps)).toEqual(['started']);
  });

  test('the enrolling, where it says the day itself or nobody has said it', () => {
    for (const studyFrom of ['2026-10-10', null]) {
      expect(factsOf(enrolled('2026-09-01', 'm-1', studyFrom), movedBefore)).toEqual(['enrolled']);
    }
  });
});

describe('RK 1.4: a result that the attendance of lessons rules out', () => {
  const absent = listed({ code: 'н' });
  const against = (
    fact: EnrollmentEvent,
    lessons: readonly ListedLesson[] = [absent],
    others: readonly Pick<ListedLesson, 'lesson' | 'on'>[] = [],
  ) => resultsAgainstLessons(seenOf(studying(fact)), lessons, others);
  const line = {
    kind: 'mark-while-absent',
    enrollment,
    day,
    module: 'safety',
    facts: ['r', 'held'],
  };

  test('is a mark of its module, in its group, of an absent learner', () => {
    expect(against(recorded('r', day, '4'))).toEqual([line]);
    expect(against(recorded('r', day, '4', { module: 'practice' }))).toEqual([]);
    expect(against(recorded('r', day, '4', { group: 'm-2' }))).toEqual([]);
    const seen = seenOf(studying(recorded('r', day, '4')), null);
    expect(resultsAgainstLessons(seen, [absent], [])).toEqual([]);
  });

  test('is none for which nobody had to be there: of a platform, a retake, or credited', () => {
    const elsewhere = { assessor: { kind: 'platform', id: 'Платформа' } } as const;
    expect(against(recorded('r', day, '4', elsewhere))).toEqual([]);
    const retake = { granted: 'g', of: 'first', attempt: 1, counts: true };
    expect(against(recorded('r', day, '4', { retake }))).toEqual([]);
    expect(against(credited('r', day, { mark: markOf('4'), decidedBy: 'p-1' }))).toEqual([]);
  });

  test('is none without a mark that is no absence', () => {
    const exempt = recorded('r', day, { outcome: 'not-assessed', reason: 'exempt' });
    expect(against(exempt, [listed()])).toEqual([]);
    const away = recorded('r', day, { outcome: 'absent', reason: 'н' });
    const kind = 'absence-against-lesson';
    expect(against(away, [listed()])).toEqual([{ ...line, kind }]);
  });

  test('the lesson that the mark names counts, whatever else was held that day', () => {
    const others = [{ lesson: 'z-1', on: day }];
    expect(against(recorded('r', day, '4', named('lesson')), [absent], others)).toEqual([line]);
    expect(against(recorded('r', day, '4', named('work')), [absent], others)).toEqual([]);
    expect(against(recorded('r', day, '4'), [absent], others)).toEqual([]);
  });

  test('of two lessons with one id, in the journals of two years, that of the day counts', () => {
    const next = listed({ code: 'н', on: '2027-10-05', held: 'held-later' });
    const mark = recorded('r', next.on, '4');
    expect(against(mark, [absent, next])).toMatchObject([{ facts: ['r', 'held-later'] }]);
    // They came to the lesson of that name a year later: this says nothing of the mark's own.
    const later = listed({ on: '2027-10-05', held: 'held-later' });
    expect(against(recorded('r', day, '4', named('lesson')), [later, absent])).toEqual([line]);
  });
});
