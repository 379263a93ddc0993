import { codec, coreEvents, letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import type { ReaderOptions } from '@letopis/projections';
import { coreProjections, journalPage, openReader, openViews } from '@letopis/projections';
import { openMemory, openMemoryViews } from '@letopis/store-memory';

// The example sets the clock of its store itself; a store takes the machine's by default.
let now = '2025-09-01T09:00:00Z';
const store = openMemory({ clock: () => Date.parse(now) });
const grounds = {
  officials: { appoint: order('1-од', '2025-08-25') },
  enrollments: { enroll: order('2-з', '2025-08-29') },
};
const school = letopis({ store, organisation: 'academy' }).as('u-17', { grounds });
must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
must(await school.officials.appoint({ person: 'p-9', office: 'teacher', from: '2025-09-01' }));
const modules = [{ id: 'safety', scale: 'five-point', hours: 36 }];
must(await school.programmes.open({ id: 'mentor', modules }));
must(await school.groups.open({ id: 'm-1', programme: 'mentor' }));
must(await school.learners.register({ id: 'l-1', name: 'Ильина Анна Петровна' }));
const enrolled = must(
  await school.enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2025-09-01' }),
);
const about = { enrollment: enrolled.id, module: 'safety' };

// A mark of 6 October is entered on 10 October, and corrected on 20 October.
now = '2025-10-10T09:00:00Z';
const mark = must(
  await school.assessments.record({ ...about, value: '3', on: '2025-10-06', assessor: 'p-9' }),
);
now = '2025-10-20T09:00:00Z';
must(
  await school.assessments.correct({
    enrollment: enrolled.id,
    replaces: mark.eventId,
    value: '4',
    words: 'четыре',
    reason: 'арифметическая ошибка',
    signer: 'p-9',
  }),
);

// #region reading
const views = await openViews(store, openMemoryViews(), coreProjections, {
  codec: codec(coreEvents),
  streamPrefix: 'academy.',
});
const knownOn = (day: string) => ({ day, timeZone: 'Europe/Moscow' });

async function marks(asOf: ReaderOptions): Promise<string> {
  const reader = await openReader(views, asOf);
  const page = await journalPage(reader, { group: 'm-1', module: 'safety' });
  const results = page.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.results));
  const values = results.map(({ value }) => (value?.outcome === 'mark' ? value.mark.digits : '–'));
  return values.join(', ') || 'no mark';
}

console.log('6 October, as known today:', await marks({ on: '2025-10-06' }));
console.log(
  '6 October, as known on the 10th:',
  await marks({ on: '2025-10-06', known: knownOn('2025-10-10') }),
);
console.log(
  '6 October, as known on the 6th:',
  await marks({ on: '2025-10-06', known: knownOn('2025-10-06') }),
);
console.log('5 October, as known today:', await marks({ on: '2025-10-05' }));
// #endregion reading
