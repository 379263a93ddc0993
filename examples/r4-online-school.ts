import { creditGranting, must, order } from '@letopis/core';
import { r4 } from '@letopis/core/presets/r4';
import type { IngestJobGiven } from '@letopis/ingest';
import { fileInMemory } from '@letopis/ingest';
import { appoint, openOrganisation, sayRefused, say } from './story.ts';

// R4: an online school of a sole proprietor. The platform assesses, and its exports are ingested. A
// course from elsewhere is credited, the learner is informed of a debt, and a change of platform
// breaks nothing. r4-keeping.ts is about what the head checks, copies and certifies.

const school = openOrganisation('online', '2027-02-01');
const {
  assessments,
  credits,
  debts,
  enrollments,
  groups,
  ingest,
  learners,
  programmes,
  regulation,
} = school.services;

// Accepted by the pedagogical council, approved by the head (§7.1).
const decided = '2024-12-27';
must(
  await regulation.adopt(r4, {
    timeZone: 'Europe/Moscow',
    from: '2025-01-01',
    considered: [{ body: 'педагогический совет', opinion: 'принято', on: decided }],
    approvedBy: { person: 'p-1', office: 'head', on: decided },
  }),
);
await appoint(school, '2025-01-01', [
  ['p-1', 'head'],
  ['p-9', 'teacher'],
]);
const start = '2025-09-01';
const modules = ['loops', 'lists'].map((id) => ({ id, scale: 'hundred-point', hours: 18 }));
must(await programmes.open({ id: 'python', modules, on: start }));
const curiosity = { programme: 'python', id: 'curiosity', title: 'Интерес к исследованию' };
must(await programmes.setTargetGuideline({ ...curiosity, on: start }));
must(await groups.open({ id: 'py-1', programme: 'python', on: start }));
for (const learner of ['l-1', 'l-2']) {
  must(await learners.register({ id: learner, on: start }));
  const ground = order('3-з', start);
  must(await enrollments.enroll({ learner, group: 'py-1', from: start, ground }));
}
const [first, second] = ['l-1.python.1', 'l-2.python.1'] as const;

// An export of the platform is ingested: two bad rows are reported, and the second run adds
// nothing (§6.2).
const exportOf = (source: string): IngestJobGiven => ({
  source,
  mappings: [
    {
      id: 'marks',
      command: 'record-assessment',
      fields: {
        enrollment: { enrollmentOf: { learner: { column: 'Код' }, group: { constant: 'py-1' } } },
        module: { column: 'Модуль' },
        value: { column: 'Баллы' },
        on: { column: 'Дата', date: 'dd.MM.yyyy' },
        assessor: { fields: { platform: { constant: source } } },
      },
    },
  ],
});
const csv = (name: string, ...rows: string[]) => [
  fileInMemory(name, new TextEncoder().encode(['Код;Модуль;Баллы;Дата', ...rows].join('\n'))),
];
const october = csv(
  'октябрь.csv',
  'l-1;loops;92;06.10.2025',
  'l-2;loops;35;06.10.2025',
  'l-2;lists;140;20.10.2025',
  'l-1;lists;88;32.10.2025',
);
for (const run of ['первый', 'второй']) {
  const { totals, rows } = must(await ingest.run(exportOf('uchi'), october));
  say('§6.2', `${run} приём: новых ${totals.accepted}, уже есть ${totals.alreadyThere}`);
  const bad = run === 'первый' ? rows : [];
  for (const { row, refusal } of bad) {
    if (refusal !== null) say('§5.2', `строка ${row} не принята. ${refusal.text.ru}`);
  }
}

// A target guideline is never marked (§4.1).
const taught = { enrollment: second, assessor: 'p-9', on: '2025-10-27' };
sayRefused('§4.1', await assessments.record({ ...taught, module: 'curiosity', value: '100' }));

// Credit of a course of another organisation, by comparison (§2.2.9).
const lists = { module: 'lists', kind: 'current' };
const { credit } = must(
  await credits.apply({
    enrollment: second,
    applicant: 'learner',
    wanted: [lists],
    on: '2025-11-03',
    source: { kind: 'other-organisation', organisation: 'Кванториум', achievedOn: '2025-05-30' },
    document: { title: 'Сертификат', number: '77', date: '2025-05-30' },
  }),
);
const hours = { sourceHours: 20, hours: 18 };
const line = { ...lists, ...hours, method: 'comparison' as const, suffices: true };
must(await credits.compare({ credit, lines: [line], comparedBy: 'p-9', on: '2025-11-05' }));
const granted = [{ ...lists, value: '80' }];
must(await credits.decide({ credit, granted, decidedBy: 'p-1', on: '2025-11-06' }));
await school.run(creditGranting(school.handler, 'online'));
say('§2.2.9', 'курс Кванториума зачтён: lists, 80');

// This programme provides an interim test, which R4 does not name: a decision of its own (§7.3).
const interim = {
  id: 'interim',
  title: { ru: 'Зачёт модуля', en: 'Test' },
  attestation: true,
  once: false,
  byPeriod: false,
};
const limit = {
  programmeTypes: [],
  kinds: ['interim'],
  debt: true,
  attemptsMax: 2,
  termMonths: 12,
  commissionFromAttempt: null,
  afterDischarge: false,
};
must(
  await regulation.amend({
    from: '2025-12-01',
    change: 'addition',
    sections: {
      assessment: { ...r4.assessment, kinds: [...r4.assessment.kinds, interim] },
      retakes: { ...r4.retakes, limits: [limit] },
    },
  }),
);
const plan = { id: 'loops-test', module: 'loops', kind: 'interim', form: 'test' };
must(await groups.planAssessment({ group: 'py-1', ...plan, plannedOn: '2025-12-01' }));
const test = { ...taught, planned: 'loops-test', on: '2025-12-15' };
const failed = must(await assessments.record({ ...test, value: '30' })).eventId;
const debt = must(await debts.raise({ enrollment: second, result: failed }));
say('§2.2.6', `задолженность возникла ${debt.on}, погасить её можно по ${debt.deadline}`);
for (const enrollment of [first, second]) {
  const way = { enrollment, way: 'electronic', on: '2025-12-16' };
  const { data } = await school.eventOf(must(await debts.inform(way)));
  const { debts: owed } = data as { debts: readonly string[] };
  say('§2.2.6', `${enrollment}: сообщено о задолженностях: ${owed.length}`);
}

// Another platform takes the first one's place: the history of the learner is one (§1.4.4).
must(await ingest.run(exportOf('prosvet'), csv('январь.csv', 'l-2;loops;64;19.01.2026')));
const facts = await school.handler.events(`online.enrollment-${second}`);
const marks = facts.filter(({ type }) => ['AssessmentRecorded', 'ResultCredited'].includes(type));
const from = facts.flatMap(({ data }) => {
  const { assessor } = data as { assessor?: { kind: string; id: string } };
  return assessor?.kind === 'platform' ? [assessor.id] : [];
});
say('§1.4.4', `результатов ${second}: ${marks.length}, платформы: ${from.join(', ')}`);
