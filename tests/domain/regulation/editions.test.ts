import { must } from '@letopis/core';
import type { EditionFact, Editions, RegulationEvent } from '@letopis/core/facts';
import {
  editionNumbered,
  editionOn,
  editionOnOrFirst,
  editionsOf,
  regulationFold,
  titlesOfEditions,
} from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { academyUnderR2 } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/** An academy with a second edition, which renames the office of teachers and drops a kind. */
async function academyWithTwoEditions() {
  const academy = await academyUnderR2();
  const { timeZone } = (await editionsFrom(academy)).editions[0]?.rules.general ?? {};
  const offices = r2.general.offices.map((one) =>
    one.id === 'teacher' ? { ...one, title: { ru: 'Педагог', en: 'Educator' } } : one,
  );
  const general = { ...r2.general, timeZone: String(timeZone), offices };
  const lessons = { ...r2.lessons, kinds: r2.lessons.kinds.filter(({ id }) => id !== 'seminar') };
  must(await academy.regulation.amend({ from: '2027-01-01', sections: { general, lessons } }));
  return academy;
}

type Academy = Awaited<ReturnType<typeof academyUnderR2>>;

const editionsFrom = async ({ session }: Academy) =>
  (await session.load(regulationFold, 'main')).state;

const isEditionFact = (event: RegulationEvent): event is RegulationEvent & EditionFact =>
  event.type !== 'RegulationPublished';

describe('D1: the editions of a regulation', () => {
  test('are the same for a view, which folds their events, as for a decision', async () => {
    const academy = await academyWithTwoEditions();
    must(await academy.regulation.repeal({ on: '2027-06-01' }));
    const events = (await academy.events('academy.regulation-main')) as readonly RegulationEvent[];
    const state = await editionsFrom(academy);
    expect(state.editions.map(({ repealedFrom }) => repealedFrom)).toEqual([null, '2027-06-01']);
    expect(editionsOf(events.filter(isEditionFact))).toEqual({ editions: state.editions });
    expect(editionsOf([])).toEqual({ editions: [] });
  });

  test('what comes later does not change it: fold(all) on D is fold(up to D) on D', async () => {
    const academy = await academyUnderR2();
    const { regulation } = academy;
    const archive = { ...r2.archive, deadlineDays: 10 };
    must(await regulation.amend({ from: '2027-01-01', sections: { archive } }));
    must(await regulation.repeal({ on: '2027-06-01' }));
    must(await regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2027-09-01' }));
    const events = (await academy.events('academy.regulation-main')) as readonly RegulationEvent[];
    for (const day of ['2026-09-01', '2026-12-31', '2027-01-01', '2027-06-01', '2027-10-01']) {
      const upTo = events.filter((event) => event.occurredOn <= day);
      const whole = editionOn(foldEvents(regulationFold, events), day);
      expect(whole).toEqual(editionOn(foldEvents(regulationFold, upTo), day));
    }
  });

  test('RK 1.5: a paper older than the regulation has the rules of the first one', async () => {
    const academy = await academyWithTwoEditions();
    must(await academy.regulation.repeal({ on: '2027-06-01' }));
    const state = await editionsFrom(academy);
    const days = ['2015-03-02', '2026-09-01', '2027-01-01', '2027-05-31', '2027-06-01'];
    const found = days.map((day) => editionOnOrFirst(state, day)?.edition ?? null);
    expect(found).toEqual([1, 1, 2, 2, null]);
    expect(editionOnOrFirst({ editions: [] }, '2015-03-02')).toBeNull();
  });

  test('R1 §8.1: publishing one changes none', async () => {
    const academy = await academyUnderR2();
    const { editions } = await editionsFrom(academy);
    const before = structuredClone(editions);
    must(await academy.regulation.publish({ on: '2026-09-02', place: 'academy.example' }));
    expect((await editionsFrom(academy)).editions).toStrictEqual(before);
  });

  test('are found by their numbers, in force or not', async () => {
    const state = await editionsFrom(await academyWithTwoEditions());
    expect(editionNumbered(state, 1)?.from).toBe('2026-09-01');
    expect(editionNumbered(state, 2)?.from).toBe('2027-01-01');
    expect(editionNumbered(state, 3)).toBeNull();
  });
});

describe('D1: the titles of the codes', () => {
  test('are those of the newest edition that describes the code', async () => {
    const titles = titlesOfEditions(await editionsFrom(await academyWithTwoEditions()));
    expect(titles.offices['teacher']).toEqual({ ru: 'Педагог', en: 'Educator' });
    const head = r2.general.offices.find(({ id }) => id === 'head');
    expect(titles.offices['head']).toEqual(head?.title);
    expect(titles.attendance['б']).toEqual({ ru: 'Болел', en: 'Ill', excused: true });
    // The second edition has no seminars any more; those that were held still have their title.
    expect(titles.lessonKinds['seminar']).toEqual({ ru: 'Семинар', en: 'Seminar' });
  });

  test('an edition that is older than a section describes nothing in it', async () => {
    const { editions } = await editionsFrom(await academyUnderR2());
    const [first] = editions;
    if (first === undefined) throw new Error('no edition');
    const { lessons: _later, ...rules } = first.rules;
    const older: Editions = { editions: [{ ...first, rules }] };
    expect(titlesOfEditions(older).lessonKinds).toEqual({});
    expect(titlesOfEditions(older).offices).toHaveProperty('teacher');
  });

  test('every list is there, also where no edition describes anything', async () => {
    const none = titlesOfEditions({ editions: [] });
    const some = titlesOfEditions(await editionsFrom(await academyUnderR2()));
    expect(Object.keys(none).toSorted()).toEqual(Object.keys(some).toSorted());
    expect(Object.values(none).every((list) => Object.keys(list).length === 0)).toBe(true);
  });
});

const bytes = (rules: object) => new TextEncoder().encode(JSON.stringify(rules)).length;
const words = (n: number, ru: number, en: number) => {
  const title = { ru: 'w'.repeat(ru), en: 'w'.repeat(en) };
  return { id: `k-${n}`, title };
};

/** Rules of lessons whose JSON has that many bytes. */
const lessonsOf = (size: number) => {
  const long = Array.from({ length: 29 }, (_, n) => words(n + 2, 1000, 1000));
  const left = size - bytes({ ...r2.lessons, kinds: [...long, words(1, 0, 0)] });
  const ru = Math.floor(left / 2);
  return { ...r2.lessons, kinds: [...long, words(1, ru, left - ru)] };
};

describe('D1: a section fits into one line of the log', () => {
  test('60,000 bytes fit, and one more does not', async () => {
    const { regulation } = await academyUnderR2();
    const amend = (size: number) =>
      regulation.amend({ from: '2027-01-01', sections: { lessons: lessonsOf(size) } });
    expectRefused(await amend(60_001), 'rules-disagree', 'lessons', '60000');
    must(await amend(60_000));
  });
});
