import { letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { fixedPorts } from '@letopis/core/testing';
import type { MappingGiven } from '@letopis/ingest';
import { fileInMemory, ingestServiceWith } from '@letopis/ingest';
import { openMemory } from '@letopis/store-memory';

const store = openMemory(fixedPorts({ at: '2026-11-22T09:00:00.000Z' }));
const secret = () => Promise.resolve(new Uint8Array(32).fill(1));

// #region open
// secret: secretOnDisk('/var/lib/academy/import.secret')
const academy = letopis({ store, organisation: 'academy' }).with({
  ingest: ingestServiceWith({}, { secret }),
});
// #endregion open

const grounds = {
  officials: { appoint: order('1-од', '2026-08-25') },
  enrollments: { enroll: order('12-з', '2026-08-28') },
};
const school = academy.as('u-17', { grounds });
const from = '2026-09-01';
// R2 has no periods that are closed; this academy exports each of them.
const custody = { ...r2.custody, periodExport: { dueDays: 10, offices: ['head'] } };
must(await school.regulation.adopt({ ...r2, custody }, { timeZone: 'Europe/Moscow', from }));
for (const [person, office] of [
  ['p-9', 'teacher'],
  ['p-1', 'head'],
] as const) {
  must(await school.officials.appoint({ person, office, from }));
}
const modules = [{ id: 'safety', scale: 'five-point', hours: 36 }];
must(await school.programmes.open({ id: 'mentor', modules, on: from }));
must(await school.groups.open({ id: 'm-1', programme: 'mentor', on: from }));
for (const id of ['l-1', 'l-2']) {
  must(await school.learners.register({ id, on: from }));
  must(await school.enrollments.enroll({ learner: id, group: 'm-1', from }));
}

// #region mapping
const enrollment = {
  enrollmentOf: { learner: { column: 'Слушатель' }, group: { constant: 'm-1' } },
};
const marks: MappingGiven = {
  id: 'marks',
  command: 'record-assessment',
  key: ['Слушатель', 'Задание'],
  fields: {
    enrollment,
    module: { constant: 'safety' },
    on: { column: 'Дата', date: 'dd.MM.yyyy' },
    value: { column: 'Оценка' },
    assessor: { constant: 'p-9' },
  },
  whenDiffers: {
    command: 'correct-assessment',
    fields: {
      enrollment,
      replaces: { recorded: 'last' },
      value: { column: 'Оценка' },
      words: { column: 'Оценка', lookup: { 3: 'три', 4: 'четыре', 5: 'пять' } },
      reason: { constant: 'исправлено на платформе' },
      signer: { constant: 'p-9' },
    },
  },
};
// #endregion mapping

/** Takes in what the platform exports, and says what became of each row. */
async function week(title: string, ...rows: readonly string[]): Promise<void> {
  const text = ['Слушатель;Задание;Дата;Оценка', ...rows].join('\n');
  const file = fileInMemory('marks.csv', new TextEncoder().encode(text));
  const receipt = must(await school.ingest.run({ source: 'platform', mappings: [marks] }, [file]));
  console.log(title);
  for (const { row, status, differences = [], refusal } of receipt.rows) {
    const changed = differences.map(({ field, before, now }) => `${field}: ${before} → ${now}`);
    console.log(`  ${[row, status, ...changed, refusal?.text.en].filter(Boolean).join(', ')}`);
  }
}

// #region weeks
const first = ['l-1;тест 1;05.10.2026;4', 'l-2;тест 1;05.10.2026;3'];
await week('week 1', ...first);
await week('week 2: one row more', ...first, 'l-1;тест 2;12.10.2026;5');
await week('week 3: a late mend', 'l-1;тест 1;05.10.2026;5', ...first.slice(1));
// #endregion weeks

// #region closed
const by = { studyYear: '2026', signer: 'p-1' };
const october = { ...by, period: 'october', from: '2026-10-01', until: '2026-10-31' };
must(await school.custody.definePeriod({ ...october, on: '2026-10-01' }));
must(await school.custody.closePeriod({ ...by, period: 'october', on: '2026-11-03' }));
await week('week 4: another mend, after October was closed', 'l-2;тест 1;05.10.2026;4');

for (const { id, learner, why, differences } of await school.ingest.worklist()) {
  console.log('to decide:', learner, why, JSON.stringify(differences));
  must(await school.ingest.settle({ id, how: 'left', reason: 'перепроверено по работе' }));
}
// #endregion closed
await week('week 5: the same again', 'l-2;тест 1;05.10.2026;4');
