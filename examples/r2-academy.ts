import { archiveTransfer, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { appoint, openOrganisation, sayRefused, say } from './story.ts';

// R2: an academy of further professional education. A mark is corrected in digit and in words by
// the teacher who signs for it; a year later the journal may go, and the personal file may not.

const academy = openOrganisation('academy', '2028-02-01');
const {
  assessments,
  enrollments,
  files,
  groups,
  journals,
  learners,
  programmes,
  regulation,
  retention,
  transfers,
} = academy.services;

// Approved by the director, in force from that day (§4.1); the keeper is appointed by order (§3.2).
must(
  await regulation.adopt(r2, {
    timeZone: 'Europe/Moscow',
    from: '2025-02-20',
    approvedBy: { person: 'p-1', office: 'head', on: '2025-02-20' },
  }),
);
await appoint(academy, '2025-03-01', [
  ['p-1', 'head'],
  ['p-5', 'records-keeper'],
  ['p-7', 'archivist'],
  ['p-8', 'teacher'],
  ['p-9', 'teacher'],
]);

// Interim and final attestation are mandatory in every programme (§1.5).
const forms = [
  { kind: 'interim', form: 'test' },
  { kind: 'final', form: 'exam' },
];
const safety = { id: 'safety', title: 'Охрана труда', scale: 'five-point', hours: 36, forms };
must(await programmes.open({ id: 'mentor', on: '2025-09-01', modules: [safety] }));
must(await groups.open({ id: 'm-1', programme: 'mentor', on: '2025-09-01' }));
must(await learners.register({ id: 'l-1', name: 'Ильина Анна Петровна', on: '2025-09-01' }));
const group = { group: 'm-1', from: '2025-09-01', ground: order('3-з', '2025-08-29') };
const enrollment = must(await enrollments.enroll({ learner: 'l-1', ...group })).id;
const { file } = must(await files.open({ learner: 'l-1', number: '02-04/1', on: '2025-09-01' }));

// The teacher announces the requirements at the beginning of study.
must(await groups.announceRequirements({ group: 'm-1', by: 'p-9', on: '2025-09-01' }));
say('§1.5', 'требования к аттестации объявлены 2025-09-01');

// The journal: lessons and current marks (§2.3).
const { stream } = must(
  await journals.holdLesson({
    group: 'm-1',
    module: 'safety',
    topic: 'Вводный инструктаж',
    hours: 2,
    teacher: 'p-9',
    present: ['l-1'],
    on: '2025-09-08',
  }),
);
const journal = stream.slice('academy.'.length);
const taught = { enrollment, module: 'safety', assessor: 'p-9' };
const mark = must(await assessments.record({ ...taught, value: '3', on: '2025-10-06' }));

// The correction: the mark in digit and in words, signed by the teacher who corrected (§2.3).
const four = { enrollment, replaces: mark.eventId, value: '4', on: '2025-10-07' };
const why = { reason: 'арифметическая ошибка', signer: 'p-9' };
sayRefused('§2.3', await assessments.correct({ ...four, ...why }));
sayRefused('§2.3', await assessments.correct({ ...four, ...why, words: 'пять' }));
const words = 'четыре';
sayRefused('§2.3', await assessments.correct({ ...four, ...why, words, correctedBy: 'p-8' }));
sayRefused('§2.3', await assessments.correct({ ...four, ...why, words, signer: 'p-5' }));
const corrected = must(await assessments.correct({ ...four, ...why, words }));
const { occurredOn } = await academy.eventOf(corrected);
say('§2.3', `оценка за ${occurredOn} исправлена: 3 → 4 (${words}), подписал p-9`);

// Completion asks for interim and final results, the final one at the end of study (§1.5, §2.3).
must(
  await assessments.record({
    ...taught,
    kind: 'interim',
    form: 'test',
    value: '4',
    on: '2026-01-20',
  }),
);
const done = { enrollment, on: '2026-05-29', ground: order('14-з', '2026-05-29') };
sayRefused('§1.5', await enrollments.complete(done));
must(
  await assessments.record({
    ...taught,
    kind: 'final',
    form: 'exam',
    value: '5',
    on: '2026-05-28',
  }),
);
must(await enrollments.complete(done));
say('§1.5', 'обучение завершено 2026-05-29, приказ 14-з');

// After the departure the file goes to the archive (§3.4).
must(await files.close({ file, on: '2026-06-01' }));
const { transfer } = must(
  await transfers.begin({
    records: [`file-${file}`],
    handsOver: 'p-5',
    orderDate: '2026-05-29',
    on: '2026-06-02',
  }),
);
await academy.run(archiveTransfer(academy.handler, 'academy'));
must(await transfers.drawUpAct({ transfer, number: '3-а', on: '2026-06-02' }));
must(await transfers.sign({ transfer, signer: 'p-5', on: '2026-06-02' }));
const place = 'Архив, стеллаж 2';
must(await transfers.accept({ transfer, signer: 'p-7', place, on: '2026-06-03' }));
await academy.run(archiveTransfer(academy.handler, 'academy'));
say('§3.4', `личное дело ${file} принято архивом 2026-06-03`);

// Journals a year, personal files at least three, electronic media until no longer needed.
const select = (number: string, carrier: string, record: string, on: string) =>
  retention.select({ number, items: [{ carrier, record }], signer: 'p-7', on });
sayRefused('§3.3', await select('1', 'lesson-journal', journal, '2026-12-31'));
must(await select('1', 'lesson-journal', journal, '2028-01-12'));
say('§3.3', 'журнал занятий выделен к уничтожению актом № 1 от 2028-01-12');
sayRefused('§3.4', await select('2', 'personal-files', `file-${file}`, '2028-01-12'));
sayRefused('§3.5', await select('3', 'electronic-records', journal, '2028-01-12'));

// The journal is destroyed, the facts stay: the marks are unchanged (§1.6: for any period).
const facts = await academy.handler.events(corrected.stream);
const marks = facts.filter(({ type }) => type.startsWith('Assessment')).length;
say('§1.6', `в истории зачисления ${enrollment} по-прежнему ${marks} записи об оценках`);
