import type { Authorise } from '@letopis/core';
import { codec, coreEvents, letopis, must, order } from '@letopis/core';
import { r3 } from '@letopis/core/presets/r3';
import type { Asker } from '@letopis/projections';
import {
  coreProjections,
  disclosureOwed,
  ifPermitted,
  journalPage,
  openReader,
  openViews,
  personalFileReport,
} from '@letopis/projections';
import { openMemory, openMemoryViews } from '@letopis/store-memory';

const store = openMemory();

// #region hook
/** What the application knows of its accounts: the office may send all, a teacher for a group. */
const groupsOf = new Map([['u-9', ['choir-1']]]);
const office = new Set(['u-1', 'act', 'archive-transfer', 'credit-granting']);

const authorise: Authorise = ({ command, sender, refs }) => {
  if (office.has(sender.actor)) return null;
  const own = groupsOf.get(sender.actor) ?? [];
  const isOwn = refs.group?.every((group) => own.includes(group)) === true;
  if (command === 'hold-lesson' && isOwn) return null;
  return { code: 'not-your-group', text: { ru: 'это не ваша группа', en: 'not your group' } };
};

const centre = letopis({ store, organisation: 'palace', authorise });
// #endregion hook

const grounds = {
  officials: { appoint: order('1-од', '2025-08-25') },
  enrollments: { enroll: order('2-з', '2025-08-29') },
};
const from = '2025-09-01';
const secretary = centre.as('u-1', { grounds });
must(await secretary.regulation.adopt(r3, { timeZone: 'Europe/Moscow', from }));
for (const [person, name] of [
  ['p-9', 'Орлова Вера Ильинична'],
  ['p-8', 'Белов Игорь Олегович'],
] as const) {
  must(await secretary.officials.appoint({ person, name, office: 'teacher', from }));
}
must(
  await secretary.programmes.open({
    id: 'choir',
    modules: [{ id: 'main', scale: 'five-point' }],
    on: from,
  }),
);
for (const id of ['choir-1', 'choir-2']) {
  must(await secretary.groups.open({ id, programme: 'choir', on: from }));
}
const birthDate = '2014-03-08';
for (const [id, name] of [
  ['l-1', 'Ильина Анна Петровна'],
  ['l-2', 'Ёлкин Борис Ильич'],
] as const) {
  must(await secretary.learners.register({ id, name, birthDate, on: from }));
  must(await secretary.enrollments.enroll({ learner: id, group: 'choir-1', from }));
}

// #region scope
const parent = { learner: 'l-1', relation: 'parent', on: from } as const;
must(
  await secretary.learners.nameRepresentative({
    ...parent,
    representative: 'r-1',
    name: 'Ильина Ольга Юрьевна',
  }),
);
// A court left the father the right to be told (Family Code art. 66): he signs nothing.
must(
  await secretary.learners.nameRepresentative({
    ...parent,
    representative: 'r-2',
    name: 'Ильин Пётр Сергеевич',
    scope: 'information',
    ground: { kind: 'court', number: '2-118/2025', date: '2025-08-20' },
  }),
);
const consent = await secretary.learners.giveConsent({
  learner: 'l-1',
  purpose: 'publication',
  givenBy: 'r-2',
  on: '2025-09-02',
});
if (!consent.ok) console.log(consent.refusal.text.en);
// #endregion scope

// #region sending
const teacher = centre.as('u-9');
const lesson = {
  module: 'main',
  topic: 'Дыхание',
  hours: 2,
  teacher: 'p-9',
  on: '2025-10-06',
} as const;
must(await teacher.journals.holdLesson({ ...lesson, group: 'choir-1', present: ['l-1', 'l-2'] }));
const elsewhere = await teacher.journals.holdLesson({ ...lesson, group: 'choir-2', present: [] });
if (!elsewhere.ok) console.log(elsewhere.refusal.text.en);
// #endregion sending

// #region reading
const views = await openViews(store, openMemoryViews(), coreProjections, {
  codec: codec(coreEvents),
  streamPrefix: 'palace.',
});
const reader = await openReader(views, { atLeast: await views.head() });
const page = { group: 'choir-1', module: 'main' };
const askers: readonly Asker[] = [
  { kind: 'learner', person: 'l-2', purpose: 'acquaintance', on: '2025-10-07' },
  { kind: 'representative', person: 'r-2', purpose: 'acquaintance', on: '2025-10-07' },
  { kind: 'teacher', person: 'p-9', purpose: 'path', on: '2025-10-07' },
  { kind: 'teacher', person: 'p-8', purpose: 'path', on: '2025-10-07' },
  { kind: 'auditor', person: 'i-1', purpose: 'lawful-demand', on: '2025-10-07' },
];
for (const asker of askers) {
  const own = await reader.for(asker);
  const read = await ifPermitted(() => journalPage(own, page));
  const names = read.ok
    ? read.value.rows.map(({ learner, masked }) =>
        masked ? '—' : (learner.text ?? learner.person),
      )
    : [read.refusal.code];
  console.log(`${asker.kind} ${asker.person}: ${names.join(', ')}`);
}
// #endregion reading

// #region owed
const father = await reader.for({
  kind: 'representative',
  person: 'r-2',
  purpose: 'acquaintance',
  on: '2025-10-07',
});
const file = await personalFileReport(father, { learner: 'l-1' });
console.log(`${file.learner.text}, ${file.birthDate.text}`);
const owed = await disclosureOwed(father, { learner: 'l-1', form: 'personal-file' });
if (owed?.command === 'tell-in-study') {
  must(await secretary.disclosures.tell({ ...owed.input, signer: 'p-9' }));
  console.log(`recorded: ${owed.input.to} was told of ${owed.input.learner}`);
}
// #endregion owed

// #region closed
must(await secretary.officials.appoint({ person: 'p-1', office: 'head', from }));
// Adopted by her mother's husband: r-1 stays, the former father is named nowhere any more.
must(
  await secretary.learners.change({
    learner: 'l-1',
    name: 'Белова Мария Сергеевна',
    closed: 'adoption',
    staying: ['r-1'],
    on: '2025-11-10',
    ground: { kind: 'court', number: '2-204/2025', date: '2025-11-03' },
  }),
);
const october = await openReader(views, { on: '2025-10-07', atLeast: await views.head() });
const asHead = {
  kind: 'administration',
  person: 'p-1',
  office: 'head',
  purpose: 'closed-change',
  on: '2025-11-11',
} as const;
for (const one of [october, await october.for(asHead)]) {
  const { learner, representatives } = await personalFileReport(one, { learner: 'l-1' });
  const kin = representatives.map(({ name }) => name.text).join(', ');
  console.log(`on 7 October: ${learner.text}; ${kin}`);
}
// #endregion closed
