import { letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import type { IngestJobGiven, IngestReceipt } from '@letopis/ingest';
import { fileOnDisk, ingestService } from '@letopis/ingest';
import { openMemory } from '@letopis/store-memory';

const store = openMemory();
const academy = letopis({ store, organisation: 'academy' }).with({ ingest: ingestService });
const grounds = { officials: { appoint: order('1-од', '2025-08-25') } };
const school = academy.as('u-17', { grounds });
must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
must(await school.officials.appoint({ person: 'p-9', office: 'teacher', from: '2025-09-01' }));
must(
  await school.programmes.open({
    id: 'mentor',
    modules: [{ id: 'safety', scale: 'five-point', hours: 36 }],
  }),
);
must(await school.groups.open({ id: 'm-1', programme: 'mentor' }));

// A mapping is data: which columns give which fields of which command.
const learner = { column: 'Слушатель' };
const absent = { column: 'Оценка', in: ['н'] };
const job: IngestJobGiven = {
  source: 'platform',
  mappings: [
    {
      id: 'learners',
      file: 'learners.csv',
      command: 'register-learner',
      fields: { id: { column: 'Код' }, name: { column: 'ФИО' } },
    },
    {
      id: 'enrollments',
      file: 'learners.csv',
      command: 'enroll-learner',
      fields: {
        learner: { column: 'Код' },
        group: { column: 'Группа' },
        from: { column: 'Зачислен', date: 'dd.MM.yyyy' },
        ground: {
          fields: {
            kind: { constant: 'order' },
            number: { column: 'Приказ' },
            date: { constant: '2025-08-29' },
          },
        },
      },
    },
    {
      id: 'marks',
      file: 'marks.csv',
      command: 'record-assessment',
      fields: {
        enrollment: { enrollmentOf: { learner, group: { column: 'Группа' } } },
        module: { column: 'Модуль' },
        on: { column: 'Дата', date: 'dd.MM.yyyy' },
        value: {
          column: 'Оценка',
          when: [{ column: 'Оценка', notIn: ['н'] }],
          lookup: { отл: '5', хор: '4', уд: '3' },
        },
        outcome: { constant: 'absent', when: [absent] },
        assessor: { constant: 'p-9' },
      },
    },
  ],
};
const files = ['learners.csv', 'marks.csv'].map((name) =>
  fileOnDisk(new URL(`ingest/${name}`, import.meta.url).pathname),
);

const say = (title: string, { totals, rows }: IngestReceipt): void => {
  console.log(title, JSON.stringify(totals));
  for (const { file, row, status, refusal } of rows) {
    if (refusal !== null) console.log(`  ${file}:${row} ${status}: ${refusal.text.en}`);
  }
};
const before = await store.head();
say('dry run', must(await school.ingest.dryRun(job, files)));
console.log('written:', (await store.head()) === before ? 'nothing' : 'something');
say('first run', must(await school.ingest.run(job, files)));
const after = await store.head();
say('second run', must(await school.ingest.run(job, files)));
console.log('added:', (await store.head()) === after ? 'nothing' : 'something');

// An event leads back to the file and row that it came from.
const [, mark] = await academy.handler.events('academy.enrollment-l-2.mentor.1');
if (mark !== undefined) {
  const from = await school.ingest.rowOf(mark);
  console.log(`${mark.type} came from ${from?.source}: ${from?.file}, row ${from?.row}`);
}
await store.close();
