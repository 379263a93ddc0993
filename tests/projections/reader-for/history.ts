import { nameOfLine } from '@letopis/core';
import { addDays, localDate } from '@letopis/core/values';
import * as fc from 'fast-check';
import { Academy, head } from '../academy.ts';

/* A random history as plain data, its events, and what follows from the data alone. */

export const GROUPS = ['g-1', 'g-2'] as const;
export const MODULES = ['safety', 'law'] as const;
export const LEARNERS = ['l-1', 'l-2', 'l-3', 'l-10'] as const;
export const REPRESENTATIVES = ['r-1', 'r-2'] as const;
export const TEACHERS = ['t-1', 't-2', 't-3'] as const;

/** Names and words that no page may show to whom they do not concern. */
export const NAMES: Readonly<Record<string, string>> = {
  'l-1': 'Яшина Анна Петровна',
  'l-2': 'Ёлкин Борис Ильич',
  'l-3': 'Абрамов Вадим Олегович',
  'l-10': 'Щукина Дарья Львовна',
};
export const REASON = 'работа списана у соседа';

/** Days of birth: of two minors, of one who comes of age on 20 October, and of an adult. */
export const BORN: Readonly<Record<string, string>> = {
  'l-1': '2012-03-15',
  'l-2': '2008-10-20',
  'l-3': '2011-07-01',
  'l-10': '1999-12-31',
};

/** A day of the study year, by its number from 1 September. */
export const dayOf = (n: number): string => addDays(localDate.parse('2026-09-01'), n);

export interface History {
  readonly stays: readonly { group: string | null; from: number; movedAfter: number | null }[];
  readonly bonds: readonly {
    learner: string;
    representative: string;
    scope: 'full' | 'information' | 'none';
    from: number;
    lasts: number | null;
    annulled: boolean;
  }[];
  readonly lessons: readonly {
    teacher: string;
    substituteFor: string | null;
    group: string;
    module: string;
    on: number;
    guest: string | null;
    annulled: boolean;
  }[];
  readonly marks: readonly {
    learner: string;
    module: string;
    kind: 'current' | 'diagnostics';
    teacher: string;
    after: number;
    corrected: boolean;
    annulled: boolean;
  }[];
  readonly handOvers: readonly { group: string; to: string; on: number; annulled: boolean }[];
}

/** The act by which every journal of a history is handed over. */
export const ACT = { number: '1-пж', date: '2026-11-30' };

const day = fc.integer({ min: 0, max: 110 });
const learner = fc.constantFrom(...LEARNERS);
const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);

/** A random history. */
export const histories: fc.Arbitrary<History> = fc.record({
  stays: fc.tuple(...LEARNERS.map(() => stay())),
  bonds: fc.uniqueArray(
    fc.record({
      learner,
      representative: fc.constantFrom(...REPRESENTATIVES),
      scope: fc.constantFrom('full', 'information', 'none'),
      from: fc.integer({ min: 0, max: 40 }),
      lasts: fc.option(fc.integer({ min: 1, max: 80 }), { freq: 2 }),
      annulled: rarely,
    }),
    { maxLength: 6, selector: (bond) => `${bond.learner} ${bond.representative}` },
  ),
  lessons: fc.array(
    fc.record({
      teacher: fc.constantFrom(...TEACHERS),
      substituteFor: fc.option(fc.constantFrom(...TEACHERS), { freq: 1 }),
      group: fc.constantFrom(...GROUPS),
      module: fc.constantFrom(...MODULES),
      on: day,
      guest: fc.option(learner, { freq: 1 }),
      annulled: rarely,
    }),
    { minLength: 4, maxLength: 8 },
  ),
  marks: fc.array(
    fc.record({
      learner,
      module: fc.constantFrom(...MODULES),
      kind: fc.constantFrom('current', 'diagnostics'),
      teacher: fc.constantFrom(...TEACHERS),
      after: fc.integer({ min: 0, max: 60 }),
      corrected: fc.boolean(),
      annulled: rarely,
    }),
    { minLength: 4, maxLength: 10 },
  ),
  handOvers: fc.array(
    fc.record({
      group: fc.constantFrom(...GROUPS),
      to: fc.constantFrom(...TEACHERS),
      on: day,
      annulled: rarely,
    }),
    { maxLength: 2 },
  ),
});

function stay(): fc.Arbitrary<History['stays'][number]> {
  return fc.record({
    group: fc.option(fc.constantFrom(...GROUPS), { freq: 8 }),
    from: fc.integer({ min: 0, max: 30 }),
    movedAfter: fc.option(fc.integer({ min: 1, max: 60 }), { freq: 1 }),
  });
}

const other = (group: string): string => (group === 'g-1' ? 'g-2' : 'g-1');

/** The groups of a learner with their first days. */
function groupsOf({ stays }: History, of: string): readonly { group: string; from: number }[] {
  const { group, from, movedAfter } = stays[LEARNERS.findIndex((one) => one === of)] ?? {};
  if (group === undefined || group === null || from === undefined) return [];
  const first = { group, from };
  if (movedAfter === null || movedAfter === undefined) return [first];
  return [first, { group: other(group), from: from + movedAfter }];
}

/** Where and when a mark is given: in the learner's group of that day; null: in none. */
function placeOf(history: History, mark: History['marks'][number]) {
  const groups = groupsOf(history, mark.learner);
  const [first] = groups;
  if (first === undefined) return null;
  const on = first.from + mark.after;
  return { on, group: groups.findLast(({ from }) => from <= on)?.group ?? first.group };
}

/** Whether a learner is told of on a day by a representative. RK 1.16, Civil Code art. 21. */
export function isTold(history: History, representative: string, of: string, on: string): boolean {
  const born = BORN[of] ?? '';
  const eighteen = `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;
  if (on >= eighteen) return false;
  return bondsIn(history).some((bond) => {
    if (bond.representative !== representative || bond.learner !== of) return false;
    if (bond.annulled || bond.scope === 'none' || dayOf(bond.from) > on) return false;
    return bond.lasts === null || on < dayOf(bond.from + bond.lasts);
  });
}

/** A bond is not made with somebody of age. */
const bondsIn = ({ bonds }: History): History['bonds'] =>
  bonds.filter((bond) => {
    const born = BORN[bond.learner] ?? '';
    return dayOf(bond.from) < `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;
  });

/** Whether a learner was in a group by a day, or sat in a lesson of it as a guest. */
export function wasIn(history: History, of: string, group: string, on: string): boolean {
  const own = groupsOf(history, of).some((one) => one.group === group && dayOf(one.from) <= on);
  const asGuest = history.lessons.some(
    (one) => one.group === group && one.guest === of && !one.annulled && dayOf(one.on) <= on,
  );
  return own || asGuest;
}

/** Whether somebody taught, took over, or assessed a module in a group by a day. */
export function taught(
  history: History,
  person: string,
  [group, module]: readonly [string, string],
  on: string,
): boolean {
  const { lessons, marks, handOvers } = history;
  const inLesson = lessons.some(
    (one) =>
      one.group === group &&
      one.module === module &&
      !one.annulled &&
      dayOf(one.on) <= on &&
      [one.teacher, one.substituteFor].includes(person),
  );
  const took = handOvers.some(
    (one) =>
      one.group === group &&
      module === 'safety' &&
      one.to === person &&
      !one.annulled &&
      dayOf(one.on) <= on,
  );
  const assessed = marks.some((mark) => {
    const place = placeOf(history, mark);
    if (place === null || mark.annulled || mark.module !== module) return false;
    return place.group === group && mark.teacher === person && dayOf(place.on) <= on;
  });
  return inLesson || took || assessed;
}

/** The log of a history. */
export function logOf(history: History): Academy {
  const log = new Academy().regulation().programme('p-1', { modules: [...MODULES] });
  for (const group of GROUPS) log.group(group, 'p-1');
  for (const person of TEACHERS) log.official(person, `Учитель Номер ${person.toUpperCase()}`);
  for (const id of LEARNERS) {
    const [name, born] = [NAMES[id] ?? '', BORN[id] ?? ''];
    const data = { name: { value: nameOfLine(name) }, birthDate: { value: born } };
    log.add('LearnerRegistered', '2026-08-01', { learner: id, ...data });
  }
  addBonds(log, history);
  for (const id of LEARNERS) {
    const [first, second] = groupsOf(history, id);
    if (first === undefined) continue;
    log.enroll(`${id}.p-1.1`, first.group, dayOf(first.from));
    if (second === undefined) continue;
    log.transfer(`${id}.p-1.1`, first.group, second.group, dayOf(second.from));
  }
  addLessons(log, history);
  addMarks(log, history);
  return log;
}

function addBonds(log: Academy, history: History): void {
  for (const bond of bondsIn(history)) {
    const { learner: of, representative, scope, from, lasts, annulled } = bond;
    const whom = { learner: of, representative };
    const limited = scope === 'full' ? {} : { scope };
    const name = { value: nameOfLine(`Родитель Номер ${representative.toUpperCase()}`) };
    const data = { ...whom, relation: 'parent', until: null, name, ...limited };
    const named = log.add('RepresentativeNamed', dayOf(from), data);
    if (lasts !== null) log.add('RepresentativeEnded', dayOf(from + lasts), whom);
    if (!annulled) continue;
    const act = { corrects: named.id, entry: named.type, actedOn: dayOf(from), replacedBy: null };
    log.add('LearnerEntryAnnulled', dayOf(from), { ...whom, ...act, signer: head, edition: 1 });
  }
}

function addLessons(log: Academy, { lessons, handOvers }: History): void {
  for (const [n, one] of lessons.entries()) {
    const { group, module, teacher, substituteFor, guest } = one;
    const journal = `${group}.${module}.2026`;
    const held = log.add(
      'LessonHeld',
      dayOf(one.on),
      {
        journal,
        group,
        module,
        studyYear: '2026',
        lesson: `u-${n}`,
        kind: 'lecture',
        topic: `Тема ${n}`,
        hours: 2,
        homework: null,
        teacher,
        present: guest === null ? [] : [guest],
        absent: [],
        ...(guest === null ? {} : { guests: [guest] }),
        ...(substituteFor === null ? {} : { substituteFor }),
        edition: 1,
      },
      { refs: { learner: guest === null ? [] : [guest], group: [group], module: [module] } },
    );
    if (one.annulled) log.annulLesson(held, dayOf(one.on));
  }
  for (const { group, to, on, annulled } of handOvers) {
    const handed = log.handOver(group, 't-9', to, dayOf(on), ACT);
    if (annulled) log.annulKeeping(handed, dayOf(on));
  }
}

function addMarks(log: Academy, history: History): void {
  for (const mark of history.marks) {
    const place = placeOf(history, mark);
    if (place === null) continue;
    const { learner: of, module, kind, teacher: id } = mark;
    const on = dayOf(place.on);
    const given = { module, kind, assessor: { kind: 'official', id } as const, digit: 3 };
    const first = log.record(`${of}.p-1.1`, place.group, on, given);
    if (mark.corrected) log.correct(first, 4, on, { reason: { value: REASON } });
    if (mark.annulled) log.annul(first, on);
  }
}
