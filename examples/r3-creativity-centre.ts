import { must, order } from '@letopis/core';
import { bankFold, overdueReplenishments } from '@letopis/core/facts';
import { r3 } from '@letopis/core/presets/r3';
import { appoint, openOrganisation, sayRefused, say } from './story.ts';

// R3: a children's creativity centre. Each teacher chooses a grading system, an interim result may
// rest on a contest, three banks are replenished twice a year, and strangers are told nothing.

const centre = openOrganisation('palace', '2026-02-02');
const {
  achievements,
  assessments,
  carriers,
  disclosures,
  enrollments,
  evaluations,
  groups,
  learners,
  programmes,
  regulation,
} = centre.services;

// Considered by four bodies, approved by the director's order (§5.2).
const on = '2025-08-25';
const considered = [
  'родительский комитет',
  'совет обучающихся',
  'методический совет',
  'педагогический совет',
].map((body) => ({ body, opinion: 'согласен', on }));
const approvedBy = { person: 'p-1', office: 'head', on };
const given = { timeZone: 'Asia/Yekaterinburg', from: '2025-09-01', considered, approvedBy };
must(await regulation.adopt(r3, given));
say('§5.2', `рассмотрено: ${considered.map(({ body }) => body).join(', ')}`);
await appoint(centre, '2025-09-01', [
  ['p-1', 'head'],
  ['p-5', 'records-keeper'],
  ['p-7', 'teacher'],
  ['p-8', 'teacher'],
  ['p-9', 'teacher'],
]);

// Three programmes, three systems, each chosen by its teacher (§1.5).
const start = '2025-09-01';
must(await learners.register({ id: 'l-1', birthDate: '2014-03-08', on: start }));
const studies: Record<string, string> = {};
const systems = [
  ['robots', 'p-7', 'hundred-point'],
  ['choir', 'p-8', 'pass-fail'],
  ['clay', 'p-9', 'portfolio'],
] as const;
for (const [programme, teacher, scale] of systems) {
  const modules = [{ id: 'main', scale: 'five-point' }];
  must(await programmes.open({ id: programme, modules, on: start }));
  const choice = { programme, module: 'main', scale, chosenBy: teacher, on: start };
  must(await programmes.chooseScale(choice));
  must(await groups.open({ id: `${programme}-1`, programme, on: start }));
  const ground = order('5-з', start);
  const place = { learner: 'l-1', group: `${programme}-1`, from: start, ground };
  studies[programme] = must(await enrollments.enroll(place)).id;
  say('§1.5', `${programme}: систему «${scale}» выбрал педагог ${teacher}`);
}
const mark = (programme: string, teacher: string, value: string) =>
  assessments.record({
    enrollment: studies[programme] ?? '',
    module: 'main',
    value,
    assessor: teacher,
    on: '2025-10-20',
  });
must(await mark('robots', 'p-7', '87'));
must(await mark('choir', 'p-8', 'зачтено'));
must(await mark('clay', 'p-9', 'собрано частично'));
sayRefused('§1.5', await mark('choir', 'p-8', '5'));

// A regional contest, with its diploma; an interim result rests on it (§1.4, §3.1, §3.6).
const { achievement: contest } = must(
  await achievements.record({
    id: 'a-1',
    participants: [{ learner: 'l-1', enrollment: studies['robots'] ?? null, result: '2 место' }],
    kind: 'contest',
    event: 'Областной конкурс робототехники',
    internal: false,
    level: 'regional',
    outcome: 'prize-winner',
    on: '2025-11-29',
  }),
);
const verifying = { achievement: contest, verifiedBy: 'p-7', on: '2025-12-02' };
sayRefused('§3.6', await achievements.verify(verifying));
const document = { title: 'Диплом призёра', number: '118', date: '2025-11-29' };
must(
  await achievements.evidence({
    achievement: contest,
    learner: 'l-1',
    document,
    on: '2025-12-01',
  }),
);
must(await achievements.verify(verifying));
const basis = { kind: 'achievement', id: contest };
const resting = {
  enrollment: studies['robots'] ?? '',
  module: 'main',
  value: '95',
  assessor: 'p-7',
  basis,
  on: '2025-12-10',
};
sayRefused('§1.4', await assessments.record({ ...resting, kind: 'final' }));
must(await assessments.record({ ...resting, kind: 'interim' }));
say('§1.4', 'промежуточный результат 95 баллов стоит на областном конкурсе');

// A card of creative growth, by the choice of one teacher for one group (§3.4).
const card = { carrier: 'growth-cards', group: 'clay-1', keep: true, on: '2025-09-10' };
sayRefused('§3.4', await carriers.decide({ ...card, decidedBy: 'p-5' }));
must(await carriers.decide({ ...card, decidedBy: 'p-9' }));
sayRefused('§3.3', await carriers.decide({ ...card, carrier: 'group-journals', decidedBy: 'p-9' }));

// Three banks, each due on 31 December; one is overdue (§3.5).
const banks = new Map();
for (const { id } of r3.achievements.banks) {
  const filled = { bank: id, due: '2025-12-31', replenishedBy: 'p-5', on: '2025-12-26' };
  if (id !== 'institution') must(await achievements.replenish(filled));
  banks.set(id, (await centre.handler.load(bankFold, `palace.bank-${id}`)).state);
}
for (const { bank, due } of overdueReplenishments(r3.achievements, banks, start, '2026-02-02')) {
  const title = r3.achievements.banks.find(({ id }) => id === bank)?.title.ru;
  say('§3.5', `не пополнен к ${due}: ${title}`);
}

// Results on the site, with the consent of the mother (§3.5, §4.2).
const mother = { learner: 'l-1', representative: 'r-1', name: 'Ильина Ольга' };
must(await learners.nameRepresentative({ ...mother, relation: 'parent', on: start }));
const forms = { forms: [{ form: 'transcript' }] };
const site = { purpose: 'openness', place: 'сайт, раздел «Новости»', given: forms };
const news = { ...site, signer: 'p-1', ground: order('61-од', '2025-12-02') };
const named = (consent: string | null) => [{ learner: 'l-1', consent }];
sayRefused('§3.5', await disclosures.publish({ ...news, learners: named(null), on: '2025-12-03' }));
const consent = must(
  await learners.giveConsent({
    learner: 'l-1',
    givenBy: 'r-1',
    purpose: 'publication',
    on: '2025-12-04',
  }),
).id;
must(await disclosures.publish({ ...news, learners: named(consent), on: '2025-12-05' }));
say('§3.5', 'новость о призёре размещена на сайте с согласия матери');

// A grandmother without powers is refused; the mother's oral request is granted (§4.2, §4.4).
const asked = { learner: 'l-1', form: 'oral', purpose: 'acquaintance', on: '2026-01-20' } as const;
const grandmother = { kind: 'third-person' } as const;
const hers = must(await disclosures.ask({ ...asked, applicant: grandmother })).id;
const answer = { signer: 'p-5', give: { given: forms, medium: 'oral' as const }, on: '2026-01-20' };
const byConsent = { by: 'consent' as const, consent };
sayRefused('§4.2', await disclosures.grant({ disclosure: hers, basis: byConsent, ...answer }));
const no = { disclosure: hers, refusalGround: 'not-entitled', signer: 'p-5', on: '2026-01-20' };
must(await disclosures.refuse(no));
const applicant = { kind: 'representative', representative: 'r-1' } as const;
const mothers = must(await disclosures.ask({ ...asked, applicant })).id;
must(await disclosures.grant({ disclosure: mothers, basis: { by: 'right' }, ...answer }));
say('§4.4', 'матери результаты сообщены устно');

// The self-evaluation is made by annex 5 of order 1324: prize-winners of regional contests.
const indicator = { year: '2025', annex: '5', indicator: '1.9.2', value: '1' };
must(await evaluations.enterIndicator({ ...indicator, source: 'банк достижений обучающихся' }));
say('№ 1324', 'приложение 5, показатель 1.9.2 за 2025 год: 1');
