import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codec, coreEvents, letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { journalPage, openReader, openViews } from '@letopis/projections';
import type { ShownValue } from '@letopis/projections/reports';
import { catalogue, journal, people, presence } from '@letopis/projections/views';
import { openSqlite, openSqliteViews } from '@letopis/store-sqlite';

const folder = await mkdtemp(join(tmpdir(), 'letopis-'));
const store = await openSqlite(join(folder, 'academy.letopis'));
// Teachers are appointed by one order, learners enrolled by another; a mark rests on neither.
const grounds = {
  officials: { appoint: order('1-од', '2025-08-25') },
  enrollments: { enroll: order('2-з', '2025-08-29') },
};
const school = letopis({ store, organisation: 'academy' }).as('u-17', { grounds });

// A regulation is data: R2 (further professional education) ships as a preset.
must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
must(await school.officials.appoint({ person: 'p-9', office: 'teacher', from: '2025-09-01' }));
must(
  await school.programmes.open({
    id: 'mentor',
    modules: [{ id: 'safety', scale: 'five-point', hours: 36 }],
  }),
);
must(await school.groups.open({ id: 'm-1', programme: 'mentor' }));
must(await school.learners.register({ id: 'l-1', name: 'Ильина Анна Петровна' }));

// A mark is recorded, and corrected: in digits and in words, with reason and signer (R2 §2.3).
const enrollment = must(
  await school.enrollments.enroll({
    learner: 'l-1',
    group: 'm-1',
    from: '2025-09-01',
  }),
).id;
const mark = must(
  await school.assessments.record({
    enrollment,
    module: 'safety',
    value: '3',
    on: '2025-10-05',
    assessor: 'p-9',
  }),
);
const wrong = await school.assessments.correct({
  enrollment,
  replaces: mark.eventId,
  value: '4',
  words: 'пять',
  reason: 'арифметическая ошибка',
  signer: 'p-9',
});
if (!wrong.ok) console.log('refused:', wrong.refusal.text.en);
const correction = must(
  await school.assessments.correct({
    enrollment,
    replaces: mark.eventId,
    value: '4',
    words: 'четыре',
    reason: 'арифметическая ошибка',
    signer: 'p-9',
  }),
);

// Views are derived from the history, as of any moment.
const views = await openViews(
  store,
  await openSqliteViews(join(folder, 'academy.views')),
  [catalogue, people, journal, presence],
  { codec: codec(coreEvents), streamPrefix: 'academy.' },
);
const digits = (value: ShownValue | null) => (value?.outcome === 'mark' ? value.mark.digits : '–');
for (const known of [mark.position, correction.position]) {
  const reader = await openReader(views, { known });
  const page = await journalPage(reader, { group: 'm-1', module: 'safety' });
  for (const { learner, cells } of page.rows) {
    for (const { value, corrections } of cells.flatMap((cell) => cell.results)) {
      const before = corrections.map((made) => `was ${digits(made.before)}`);
      console.log([learner.text, digits(value), ...before].join(', '));
    }
  }
}
await store.close();
