import type { RegulationPreset } from '@letopis/core';
import { must, order } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { newAcademy } from './academy.ts';

const FROM = '2026-09-01';

/** The subjects of the programme. */
const modules = [
  ['algebra', 'Алгебра', 105],
  ['history', 'История', 70],
].map(([id, title, hours]) => ({
  id: String(id),
  title: String(title),
  hours: Number(hours),
  scale: 'five-point',
  forms: [
    { kind: 'current', form: 'survey' },
    { kind: 'interim', form: 'test' },
  ],
}));

/**
 * A school under (changed) R5, in which everybody has a name: form 8 studies the programme `basic`
 * (algebra, history) in groups 8А and 8Б from 1 September 2026. Officials: head `p-1`, deputy head
 * `p-2`, records keeper `p-5`, teachers `p-8` and `p-9`. In 8А: the twins `l-1` and `l-2`, and
 * `l-3`, who is 15; in 8Б `l-4`. The clock stands on 1 September; `onDay` sets it.
 */
export async function namedSchool(changes: Partial<RegulationPreset> = {}) {
  const school = newAcademy(`${FROM}T09:00:00.000Z`, order('1-од', '2026-08-25'));
  const { officials, programmes, groups, learners, enrollments } = school;
  must(
    await school.regulation.adopt({ ...r5, ...changes }, { timeZone: 'Europe/Moscow', from: FROM }),
  );
  for (const [person, office, name] of [
    ['p-1', 'head', 'Крылова Вера Львовна'],
    ['p-2', 'deputy-head', 'Орлов Игорь Борисович'],
    ['p-5', 'records-keeper', 'Сомова Нина Петровна'],
    ['p-8', 'teacher', 'Гусев Пётр Андреевич'],
    ['p-9', 'teacher', 'Белова Ольга Юрьевна'],
  ] as const)
    must(await officials.appoint({ person, office, name, from: FROM }));
  must(
    await programmes.open({
      id: 'basic',
      title: 'Основное общее образование',
      type: 'basic-general',
      modules,
      on: FROM,
    }),
  );
  for (const [id, title] of [
    ['8a', '8А'],
    ['8b', '8Б'],
  ] as const)
    must(
      await groups.open({ id, title, programme: 'basic', stage: 8, studyYear: '2026', on: FROM }),
    );
  for (const [id, name, birthDate, group] of [
    ['l-1', 'Ильина Анна Петровна', '2012-03-15', '8a'],
    ['l-2', 'Ильина Алла Петровна', '2012-03-15', '8a'],
    ['l-3', 'Мухин Олег Ильич', '2011-05-05', '8a'],
    ['l-4', 'Яшина Дарья Сергеевна', '2012-07-01', '8b'],
  ] as const) {
    must(await learners.register({ id, name, birthDate, on: FROM }));
    must(await enrollments.enroll({ learner: id, group, from: FROM }));
  }
  /** Sets the clock to noon in Moscow of a day: what is entered from now on is entered then. */
  const onDay = (day: string) => school.ports.setClock(`${day}T09:00:00.000Z`);
  return { ...school, onDay };
}

export type NamedSchool = Awaited<ReturnType<typeof namedSchool>>;

/** A lesson of algebra in 8А by its teacher, with all three learners present. */
export const algebra = {
  group: '8a',
  module: 'algebra',
  topic: 'Степени',
  hours: 2,
  teacher: 'p-9',
  present: ['l-1', 'l-2', 'l-3'],
} as const;

/** The journal in which it stands. */
export const algebraJournal = '8a.algebra.2026';
