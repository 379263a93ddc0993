import { codec, coreEvents, must, order } from '@letopis/core';
import { preservationFold, preservationDueOf } from '@letopis/core/facts';
import { r4 } from '@letopis/core/presets/r4';
import { journalPage, openReader, openViews, withDigest } from '@letopis/projections';
import { catalogue, journal, people, presence } from '@letopis/projections/views';
import { openMemoryViews } from '@letopis/store-memory';
import { appoint, openOrganisation, sayRefused, say } from './story.ts';

// R4, the duties of the head: entries are checked, periods exported, backups made on two media
// by 25 January, and what is printed is stitched and signed.

const school = openOrganisation('online', '2027-02-01');
const {
  assessments,
  custody,
  enrollments,
  groups,
  journals,
  learners,
  printouts,
  programmes,
  regulation,
} = school.services;
must(await regulation.adopt(r4, { timeZone: 'Europe/Moscow', from: '2025-01-01' }));
await appoint(school, '2025-01-01', [
  ['p-1', 'head'],
  ['p-9', 'teacher'],
]);
const start = '2025-09-01';
const modules = [{ id: 'lists', scale: 'hundred-point', hours: 18 }];
must(await programmes.open({ id: 'python', modules, on: start }));
must(await groups.open({ id: 'py-1', programme: 'python', on: start }));
must(await learners.register({ id: 'l-1', on: start }));
const ground = order('3-з', start);
const place = { learner: 'l-1', group: 'py-1', from: start, ground };
const enrollment = must(await enrollments.enroll(place)).id;

// The head's check finds a lesson without marks; the export follows (§5.6, §6.2).
const held = must(
  await journals.holdLesson({
    group: 'py-1',
    module: 'lists',
    topic: 'Списки',
    hours: 2,
    teacher: 'p-9',
    present: ['l-1'],
    on: '2025-12-22',
  }),
);
const record = held.stream.slice('online.'.length);
const year = { studyYear: '2025', signer: 'p-1' };
const period = { ...year, period: 'h1' };
must(await custody.definePeriod({ ...period, from: start, until: '2025-12-31', on: start }));
const findings = [{ record, finding: 'занятие 22.12 без результатов текущего контроля' }];
const { id: check } = must(await custody.checkEntries({ ...period, findings, on: '2026-01-05' }));
say('§5.6', `проверка руководителя: ${findings[0]?.finding}`);
must(
  await assessments.record({
    enrollment,
    module: 'lists',
    value: '71',
    assessor: 'p-9',
    on: '2025-12-22',
  }),
);
const settled = { ...year, check, finding: 1, how: 'результат внесён', on: '2026-01-06' };
must(await custody.settleFinding(settled));
must(await custody.closePeriod({ ...period, on: '2026-01-08' }));
const kept = { source: 'uchi', contents: ['marks'], keptAt: 'сервер школы' };
must(
  await custody.recordExport({
    ...period,
    ...kept,
    sha256: 'c'.repeat(64),
    on: '2026-01-09',
  }),
);

// Backups on two media by 25 January: last year's late, this one's bad disk made good (§6.3).
const medium = (id: string, kind: string) => ({ id, kind, place: 'сейф', sha256: 'a'.repeat(64) });
const late = { studyYear: '2024', signer: 'p-1', contents: 'выгрузки 2024/25', on: '2026-02-03' };
const media = [medium('d-1', 'disk'), medium('o-1', 'optical')];
must(await custody.recordBackup({ ...late, id: 'b-2024', media }));
const backup = { ...year, id: 'b-2025', contents: 'выгрузки 2025/26', on: '2026-09-05' };
sayRefused('§6.3', await custody.recordBackup({ ...backup, media: [medium('d-2', 'disk')] }));
const two = [medium('d-2', 'disk'), medium('o-2', 'optical')];
must(await custody.recordBackup({ ...backup, media: two }));
const read = [
  { medium: 'd-2', sha256: 'a'.repeat(64) },
  { medium: 'o-2', sha256: null },
];
must(await custody.checkIntegrity({ ...year, backup: 'b-2025', media: read, on: '2026-12-01' }));
must(
  await custody.replaceMedium({
    ...year,
    backup: 'b-2025',
    damaged: 'o-2',
    from: 'd-2',
    medium: medium('o-3', 'optical'),
    on: '2026-12-05',
  }),
);
const words = {
  export: 'выгрузка',
  'entries-check': 'проверка внесения',
  backup: 'копия на 2 носителях',
  medium: 'замена носителя',
  'integrity-check': 'проверка целостности',
  done: 'сделано',
  'done-late': 'сделано поздно',
  waiting: 'ждёт срока',
  overdue: 'просрочено',
};
for (const studyYear of ['2024', '2025']) {
  const { state } = await school.handler.load(preservationFold, `online.custody-${studyYear}`);
  for (const { what, dueOn, standing } of preservationDueOf(
    r4.custody,
    state,
    studyYear,
    '2027-02-01',
  )) {
    say('§6.1-6.3', `${studyYear}: ${words[what]} до ${dueOn}: ${words[standing]}`);
  }
}

// Twelve sheets printed from the record are stitched and signed by the head alone (§5.3, §6.5).
const views = await openViews(
  school.store,
  openMemoryViews(),
  [catalogue, people, journal, presence],
  {
    codec: codec(coreEvents),
    streamPrefix: 'online.',
  },
);
const page = await journalPage(await openReader(views), { group: 'py-1', module: 'lists' });
const { basis } = withDigest(page, (text) => school.store.ports.hash(text, 'hex'));
const { last, event, recordedAt, digest } = basis;
const source = {
  last: last ?? '',
  event: event ?? '',
  recordedAt: recordedAt ?? '',
  digest: digest ?? '',
};
const printed = { form: 'journal', records: [record], source, sheets: 12, sealed: false };
const loose = { ...printed, stitched: false, signer: 'p-1', on: '2026-01-12' };
sayRefused('§6.5', await printouts.certify(loose));
sayRefused('§5.3', await printouts.certify({ ...loose, stitched: true, signer: 'p-9' }));
must(await printouts.certify({ ...loose, stitched: true }));
say('§6.5', 'распечатка журнала: 12 листов, прошита, подписал p-1');
