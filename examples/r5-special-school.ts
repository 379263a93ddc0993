import { creditGranting, must, order } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { appoint, openOrganisation, sayRefused, say } from './story.ts';

// R5: a special school takes in a pupil of the ninth form in mid-year, credits what she mastered
// elsewhere and an olympiad, and hands her an attestat with her marks.

const school = openOrganisation('school', '2026-07-10');
const {
  achievements,
  assessments,
  blanks,
  carriers,
  commendations,
  credits,
  disclosures,
  documents,
  enrollments,
  evaluations,
  groups,
  journals,
  learners,
  portfolios,
  programmes,
  regulation,
} = school.services;

// Accepted by the pedagogical council, with the opinions of pupils and parents (§1.4).
const considered = ['педагогический совет', 'совет обучающихся', 'совет родителей'].map((body) => ({
  body,
  opinion: 'согласен',
  on: '2025-08-27',
}));
must(await regulation.adopt(r5, { timeZone: 'Europe/Moscow', from: '2025-09-01', considered }));
await appoint(school, '2025-09-01', [
  ['p-1', 'head'],
  ['p-2', 'deputy-head'],
  ['p-3', 'pedagogical-council'],
  ['p-5', 'records-keeper'],
  ['p-9', 'teacher'],
]);
must(
  await programmes.open({
    id: 'ninth',
    type: 'basic-general',
    on: '2025-09-01',
    modules: [
      { id: 'maths', title: 'Математика', scale: 'five-point', stateFinal: true },
      { id: 'physics', title: 'Физика', scale: 'five-point', mandatory: ['final'] },
      { id: 'ecology', title: 'Экология', scale: 'pass-fail', kind: 'course' },
    ],
  }),
);
must(await groups.open({ id: '9a', programme: 'ninth', on: '2025-09-01' }));
const circle = { id: 'robots', type: 'general-development', on: '2025-09-01' };
must(await programmes.open({ ...circle, modules: [{ id: 'main', scale: 'mastery-levels' }] }));
must(await groups.open({ id: 'robots-1', programme: 'robots', on: '2025-09-01' }));

// She enrolls in January with a certificate of progress, sealed and signed by the head (§4.7).
const on = '2026-01-12';
must(await learners.register({ id: 'l-1', birthDate: '2010-06-14', on }));
const father = { representative: 'r-1', name: 'Ильин Пётр', relation: 'parent' } as const;
must(await learners.nameRepresentative({ learner: 'l-1', ...father, on }));
const arrival = { learner: 'l-1', group: '9a', from: on, ground: order('2-з', on) };
const enrollment = must(await enrollments.enroll(arrival)).id;
const progress = {
  kind: 'progress-certificate',
  learner: 'l-1',
  enrollment,
  issuer: 'Школа № 5',
  number: '41',
  issuedOn: '2025-12-29',
  signedBy: 'head' as const,
  on,
  marks: [{ title: 'Экология', value: 'зачтено' }],
};
sayRefused('§4.7', await documents.receive({ ...progress, sealed: false }));
const { registrationNumber } = must(await documents.receive({ ...progress, sealed: true }));
say('§4.7', `справка школы № 5 зарегистрирована: ${registrationNumber}`);

// The father asks for credit; it is decided under the control of the deputy head (§5).
const ecology = { module: 'ecology', kind: 'interim' };
const { credit } = must(
  await credits.apply({
    id: 'c-0',
    enrollment,
    applicant: { representative: 'r-1' },
    wanted: [ecology],
    on: '2026-01-13',
    source: { kind: 'other-organisation', organisation: 'Школа № 5', achievedOn: '2025-12-26' },
    document: { title: 'Справка об успеваемости', number: '41', date: '2025-12-29' },
  }),
);
const line = { ...ecology, method: 'comparison' as const, suffices: true, result: 'зачтено' };
must(await credits.compare({ credit, lines: [line], comparedBy: 'p-9', on: '2026-01-15' }));
const granted = [{ ...ecology, value: 'зачтено' }];
const decision = { credit, granted, decidedBy: 'p-1', on: '2026-01-16' };
sayRefused('§5', await credits.decide(decision));
must(await credits.decide({ ...decision, controlledBy: 'p-2' }));
await school.run(creditGranting(school.handler, 'school'));
say('§5', 'курс «Экология» зачтён под контролем заместителя руководителя');

// The electronic class journal, an elective, and a circle whose journal the council keeps (§4.3).
const journal = { carrier: 'circle-journals', keep: true, on: '2025-09-10' };
sayRefused('§4.3.4', await carriers.decide({ ...journal, decidedBy: 'p-9' }));
must(await carriers.decide({ ...journal, decidedBy: 'p-3' }));
const toCircle = { learner: 'l-1', group: 'robots-1', from: on };
must(await enrollments.enroll({ ...toCircle, ground: order('3-у', on) }));
for (const [group, module] of [
  ['9a', 'maths'],
  ['9a', 'ecology'],
  ['robots-1', 'main'],
] as const) {
  const lesson = { group, module, topic: 'Повторение', hours: 1, teacher: 'p-9' };
  must(await journals.holdLesson({ ...lesson, present: ['l-1'], on: '2026-02-02' }));
}
const current = { enrollment, module: 'maths', value: '4', assessor: 'p-9', on: '2026-02-02' };
must(await assessments.record(current));

// A regional olympiad; only the state resource on gifted children opens its credit (§1.2, §3.4).
const diploma = { title: 'Диплом победителя', number: '14', date: '2026-03-05' };
const { achievement } = must(
  await achievements.record({
    id: 'a-1',
    participants: [{ learner: 'l-1', enrollment, document: diploma }],
    kind: 'olympiad',
    event: 'Областная олимпиада',
    internal: false,
    officialList: 'gifted-list',
    level: 'regional',
    outcome: 'winner',
    on: '2026-03-05',
  }),
);
must(await achievements.verify({ achievement, verifiedBy: 'p-9', on: '2026-03-10' }));
const source = { kind: 'achievement' } as const;
const olympiad = { applicant: 'learner', source, achievement, document: diploma } as const;
const creditOf = async (id: string, module: string) => {
  const subject = { module, kind: 'final' };
  const asking = { id, enrollment, ...olympiad, wanted: [subject], on: '2026-05-12' };
  must(await credits.apply(asking));
  const by = { decidedBy: 'p-1', controlledBy: 'p-2', on: '2026-05-14' };
  return credits.decide({ credit: id, granted: [{ ...subject, value: '5' }], ...by });
};
sayRefused('§1.2', await creditOf('c-1', 'physics'));
must(await learners.listAsGifted({ learner: 'l-1', entry: 'ГИР-2026-77', on: '2026-05-13' }));
sayRefused('§1.2', await creditOf('c-2', 'maths'));
must(await creditOf('c-3', 'physics'));
await school.run(creditGranting(school.handler, 'school'));
say('§1.2', 'олимпиада зачтена на итоговой аттестации по физике: 5');

// The whole class's album, and a copy of her commendation, are the portfolio (§4.8-4.9).
const paper = { medium: 'paper', locator: 'кабинет 9', addedBy: 'p-9', on: '2026-05-20' } as const;
const album = { title: 'Альбом класса', kind: 'album', holder: { group: '9a' } };
must(await portfolios.add({ ...album, ...paper }));
const basis = { learner: 'l-1', basis: 'documented-success', area: 'study' } as const;
const success = { ...basis, documents: [diploma], proposedBy: 'p-9', on: '2026-03-11' };
const { commendation } = must(await commendations.propose(success));
const made = { commendation, kind: 'diploma', orderedBy: 'p-1', on: '2026-03-12' };
must(await commendations.order({ ...made, ground: order('20-п', '2026-03-12') }));
const copy = { title: 'Копия диплома', kind: 'commendation-copy', holder: { learner: 'l-1' } };
must(await portfolios.add({ ...copy, ...paper, commendation }));
say('§4.9', 'альбом класса и копия диплома вложены в портфолио');

// The state final attestation, completion, the attestat: a line and her marks (§4.10). Of maths it
// shows the mean of the year and the exam, of other subjects the mark of the year, or a final one.
const yearly = { enrollment, module: 'maths', kind: 'year', form: 'control-work', value: '3' };
must(await assessments.record({ ...yearly, assessor: 'p-9', on: '2026-05-25' }));
const exam = { module: 'maths', kind: 'state-final', form: 'exam', origin: 'external', value: '5' };
const outside = { assessor: { organisation: 'РЦОИ' }, on: '2026-06-09' };
must(await assessments.record({ enrollment, ...exam, ...outside }));
const done = { enrollment, on: '2026-06-25', ground: order('50-з', '2026-06-25') };
must(await enrollments.complete(done));
const range = { blank: 'attestat-blank', series: '00926', from: '000101', to: '000110' };
const keeper = { signer: 'p-5', on: '2026-06-25' };
must(await blanks.receive({ ...range, ...keeper }));
must(await blanks.assign({ ...range, ...keeper, register: 'attestat-book.2026' }));
const issued = must(
  await documents.issue({
    kind: 'attestat-basic',
    learner: 'l-1',
    ...done,
    series: '00926',
    number: '000101',
    signer: 'p-1',
  }),
);
const { marks } = (await school.eventOf(issued)).data as {
  marks: readonly { title: string; mark: { words: string } }[];
};
const list = marks.map(({ title, mark }) => `${title} ${mark.words}`).join(', ');
say('§4.10', `аттестат ${issued.registrationNumber}: ${list}`);

// The father asks orally, for social support; a trainer is refused (§6.2-6.4).
const asked = { learner: 'l-1', form: 'oral', on: '2026-07-01' } as const;
const given = { forms: [{ form: 'transcript' }] };
const answer = { signer: 'p-2', give: { given, medium: 'oral' as const }, on: '2026-07-01' };
const applicant = { kind: 'representative', representative: 'r-1' } as const;
const his = must(await disclosures.ask({ ...asked, applicant, purpose: 'social-support' })).id;
must(await disclosures.grant({ disclosure: his, basis: { by: 'right' }, ...answer }));
say('§6.3', 'отцу сообщены результаты для меры социальной поддержки');
const trainer = { ...asked, applicant: { kind: 'third-person' }, purpose: 'acquaintance' } as const;
const theirs = must(await disclosures.ask(trainer)).id;
const interest = { by: 'interest' as const };
sayRefused('§6.2', await disclosures.grant({ disclosure: theirs, basis: interest, ...answer }));

// The self-evaluation is made by annex 2 of order 1324.
const winners = { year: '2026', annex: '2', indicator: '1.19.1', value: '1' };
must(await evaluations.enterIndicator({ ...winners, source: 'учёт достижений' }));
