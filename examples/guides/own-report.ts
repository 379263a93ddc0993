import { codec, coreEvents, letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import type { PageBasis, ViewReader } from '@letopis/projections';
import { coreProjections, openReader, openViews } from '@letopis/projections';
import type { ShownName } from '@letopis/projections/reports';
import { compareShown, Reading } from '@letopis/projections/reports';
import { journal, journalKey } from '@letopis/projections/views';
import { openMemory, openMemoryViews } from '@letopis/store-memory';

// #region report
/** Academic hours that one teacher taught in a group. */
interface TaughtHours {
  readonly teacher: ShownName;
  readonly hours: number;
}

/** Hours by teacher of a group's module, as of the reader's two clocks. */
async function taughtHours(
  reader: ViewReader,
  { group, module }: { readonly group: string; readonly module: string },
): Promise<{ readonly rows: readonly TaughtHours[]; readonly basis: PageBasis }> {
  // A reading notes which event the page rests on, and asks for each name once.
  const reading = new Reading(reader);
  const answer = await reading.get(journal, journalKey.lessons(group, module));
  const lessons = answer?.kind === 'lessons' ? answer.lessons : [];
  const hours = new Map<string, number>();
  for (const { inForce, annulled } of lessons) {
    if (annulled !== null) continue;
    const { teacher, hours: taught } = inForce.data.entry;
    hours.set(teacher, (hours.get(teacher) ?? 0) + taught);
  }
  const rows: TaughtHours[] = [];
  for (const [teacher, sum] of hours) {
    rows.push({ teacher: await reading.name(teacher), hours: sum });
  }
  rows.sort((a, b) => compareShown(a.teacher, b.teacher));
  return { rows, basis: reading.basis() };
}
// #endregion report

const store = openMemory();
const grounds = {
  officials: { appoint: order('1-од', '2025-08-25') },
  enrollments: { enroll: order('2-з', '2025-08-29') },
};
const school = letopis({ store, organisation: 'academy' }).as('u-17', { grounds });
must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
const modules = [{ id: 'safety', scale: 'five-point', hours: 36 }];
must(await school.programmes.open({ id: 'mentor', modules }));
must(await school.groups.open({ id: 'm-1', programme: 'mentor' }));
for (const [person, name] of [
  ['p-9', 'Орлова Вера Ильинична'],
  ['p-8', 'Белов Игорь Олегович'],
] as const) {
  const from = '2025-09-01';
  must(await school.officials.appoint({ person, name, office: 'teacher', from }));
}
must(await school.learners.register({ id: 'l-1', name: 'Ильина Анна Петровна' }));
must(await school.enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2025-09-01' }));
const lesson = { group: 'm-1', module: 'safety', topic: 'Охрана труда', present: ['l-1'] };
must(await school.journals.holdLesson({ ...lesson, teacher: 'p-9', hours: 4, on: '2025-10-06' }));
must(await school.journals.holdLesson({ ...lesson, teacher: 'p-8', hours: 2, on: '2025-10-13' }));
must(await school.journals.holdLesson({ ...lesson, teacher: 'p-9', hours: 2, on: '2025-10-20' }));

// #region call
const views = await openViews(store, openMemoryViews(), coreProjections, {
  codec: codec(coreEvents),
  streamPrefix: 'academy.',
});
for (const on of ['2025-10-15', '2025-10-31']) {
  const report = await taughtHours(await openReader(views, { on }), {
    group: 'm-1',
    module: 'safety',
  });
  const rows = report.rows.map(({ teacher, hours }) => `${teacher.text}: ${hours}`);
  console.log(`by ${on}: ${rows.join('; ')} (rests on ${report.basis.last})`);
}
// #endregion call
