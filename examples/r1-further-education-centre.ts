import { actProcess, archiveTransfer, must, order } from '@letopis/core';
import { standingOfTransfer, transferFold } from '@letopis/core/facts';
import { r1 } from '@letopis/core/presets/r1';
import { appoint, openOrganisation, sayRefused, say } from './story.ts';

// R1: a centre of further professional education retrains two ecologists, with an internship, a
// commission, a retake, diplomas, a letter of thanks and an archive that waits 30 days.

const centre = openOrganisation('centre', '2026-08-03');
const {
  acts,
  assessments,
  blanks,
  commendations,
  commissions,
  debts,
  disclosures,
  documents,
  enrollments,
  files,
  groups,
  learners,
  programmes,
  protocols,
  regulation,
  transfers,
  works,
} = centre.services;

// The regulation leaves the days to the archive blank: the centre gives them (§7.2).
const rules = r1({ archiveDeadlineDays: 30 });
must(await regulation.adopt(rules, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
await appoint(centre, '2025-09-01', [
  ['p-1', 'head'],
  ['p-5', 'records-keeper'],
  ['p-7', 'archivist'],
  ['p-8', 'teacher'],
  ['p-9', 'teacher'],
]);

// A retraining programme with an internship and a qualification work (§3.1, §3.5, §3.5b).
must(
  await programmes.open({
    id: 'ecology',
    type: 'professional-retraining',
    hours: 256,
    on: '2025-09-01',
    modules: [
      { id: 'waste', scale: 'five-point', forms: [{ kind: 'interim', form: 'exam' }] },
      { id: 'plant', scale: 'pass-fail', kind: 'practice' },
      { id: 'thesis', scale: 'five-point', forms: [{ kind: 'final', form: 'qualification-work' }] },
    ],
  }),
);
must(await groups.open({ id: 'e-1', programme: 'ecology', on: '2025-09-01' }));
for (const id of ['l-1', 'l-2']) must(await learners.register({ id, on: '2025-09-01' }));
const from = '2025-10-01';
const place = { group: 'e-1', from, ground: order('12-з', '2025-09-29') };
const ilina = must(await enrollments.enroll({ learner: 'l-1', ...place })).id;
const late = { learner: 'l-2', ...place, studyFrom: null };
const orlov = must(await enrollments.enroll(late)).id;

// Enrolled, but not begun: nothing is recorded of him yet (§3.2).
const test = { module: 'waste', kind: 'current', value: '4', assessor: 'p-9' };
sayRefused('§3.2', await assessments.record({ ...test, enrollment: orlov, on: '2025-10-06' }));
must(await enrollments.startStudy({ enrollment: orlov, on: '2025-10-08' }));
for (const enrollment of [ilina, orlov]) {
  must(await assessments.record({ enrollment, ...test, on: '2025-10-20' }));
  const exam = { ...test, kind: 'interim', form: 'exam', value: '5', on: '2026-02-10' };
  must(await assessments.record({ enrollment, ...exam }));
  const topic = 'Обращение с отходами малого предприятия';
  const thesis = { kind: 'qualification-work', module: 'thesis', topic, supervisor: 'p-8' };
  const id = `w-${enrollment.slice(0, 3)}`;
  const topics = order('6-у', '2026-03-01');
  must(await works.approveTopic({ id, enrollment, ...thesis, on: '2026-03-01', ground: topics }));
  must(await works.submit({ work: id, on: '2026-06-01' }));
}
const stage = { enrollment: ilina, module: 'plant', kind: 'practice', form: 'internship' };
const passed = { ...stage, value: 'зачтено', on: '2026-05-29', assessor: 'p-8' };
const result = must(await assessments.record(passed)).eventId;
const internship = { enrollment: ilina, kind: 'internship', place: 'ООО «Лучик»' };
const may = { from: '2026-05-04', until: '2026-05-29', supervisor: 'p-8', on: '2026-05-29' };
must(await works.evaluatePractice({ ...internship, ...may, result }));

// Supervisors' reviews, the attestation commission, its protocol (§4.2.3, §4.2.5).
const members = [
  ['p-1', 'chair'],
  ['p-8', 'member'],
  ['p-9', 'member'],
].map(([person = '', role = '']) => ({ person, role }));
const present = ['p-1', 'p-8', 'p-9'];
const formed = { members, from: '2026-06-01', ground: order('17-у', '2026-05-29') };
must(await commissions.form({ id: 'c-1', kind: 'attestation', ...formed }));
must(await commissions.form({ id: 'r-1', kind: 'retake', ...formed }));
const sitting = async (commission: string, on: string) => {
  const { protocol } = must(await commissions.hold({ commission, present, on }));
  say('§4.2', `протокол № ${must(await protocols.number({ protocol })).number}, ${on}`);
  return { kind: 'protocol', id: protocol };
};
const final = { module: 'thesis', kind: 'final', form: 'qualification-work', assessor: 'p-1' };
const defence = { ...final, on: '2026-06-19', basis: await sitting('c-1', '2026-06-19') };
const good = must(await assessments.record({ ...defence, enrollment: ilina, value: '5' })).eventId;
sayRefused('§4.2.5', await works.defend({ work: 'w-l-1', result: good }));
const review = { reviewer: 'p-8', grade: '5', recommendation: 'admit', on: '2026-06-10' };
must(await works.review({ work: 'w-l-1', ...review }));
must(await works.defend({ work: 'w-l-1', result: good }));
const failed = must(await assessments.record({ ...defence, enrollment: orlov, value: '2' }));

// One learner fails, cannot complete, and passes before the retake commission (§3.5, §4.2.4).
const early = { enrollment: orlov, on: '2026-06-20', ground: order('29-з', '2026-06-20') };
sayRefused('§3.5', await enrollments.complete(early));
const second = { enrollment: orlov, of: failed.eventId, plannedOn: '2026-06-26', on: '2026-06-20' };
const retake = must(await debts.grantRetake({ ...second, commission: 'r-1' })).eventId;
const basis = await sitting('r-1', '2026-06-26');
const again = { enrollment: orlov, value: '4', assessor: 'p-1', retake, basis, on: '2026-06-26' };
must(await assessments.record(again));

// The group's order on expulsion at completion; diplomas in both books (§4.2.6, §4/5.3.1).
const enrolled = [ilina, orlov];
const ground = order('31-з', '2026-06-30');
const leave = { order: 'complete', group: 'e-1', enrollments: enrolled, on: '2026-06-30' } as const;
must(await acts.order({ ...leave, ground }));
await centre.run(actProcess(centre.handler, 'centre'));
const range = { blank: 'diploma-blank', series: 'ПП', from: '0101', to: '0110' };
const keeper = { signer: 'p-5', on: '2026-06-30' };
must(await blanks.receive({ ...range, ...keeper }));
must(await blanks.assign({ ...range, ...keeper, register: 'issued-documents.2026' }));
for (const [n, learner] of ['l-1', 'l-2'].entries()) {
  const { registrationNumber } = must(
    await documents.issue({
      kind: 'retraining-diploma',
      learner,
      enrollment: enrolled[n] ?? null,
      series: 'ПП',
      number: `010${n + 1}`,
      hours: 256,
      signer: 'p-1',
      on: '2026-06-30',
      ground,
    }),
  );
  const media = rules.documents.registers[0]?.media.length;
  say('§4.2.6', `диплом ${registrationNumber}, книга на носителях: ${media}`);
}

// A petition of the employer, an order, a letter of thanks, consent, the file (§5.1.3-5.4).
const proposedBy = { body: 'ООО «Лучик»' };
const petition = { learner: 'l-1', basis: 'petition', proposedBy } as const;
const thanks = must(await commendations.propose({ ...petition, on: '2026-06-15' })).commendation;
const letter = { commendation: thanks, kind: 'letter-of-thanks', orderedBy: 'p-1' };
const orderDay = '2026-06-22';
must(await commendations.order({ ...letter, on: orderDay, ground: order('30-п', orderDay) }));
const site = { commendation: thanks, place: 'сайт, раздел «Новости»', on: '2026-06-23' };
sayRefused('§5.3', await commendations.publish(site));
const hers = { learner: 'l-1', givenBy: 'learner', on: '2026-06-23' };
must(await learners.giveConsent({ ...hers, purpose: 'publication' }));
must(await commendations.publish(site));
const { file } = must(await files.open({ learner: 'l-1', number: '03-09/1', on: '2025-10-01' }));
const { item } = must(
  await files.addDocument({
    file,
    title: 'Благодарность, копия приказа 30-п',
    sheets: 2,
    medium: 'paper',
    original: false,
    about: { commendation: thanks },
    on: '2026-06-23',
  }),
);
say('§5.4', `благодарность в личном деле ${file}, запись описи ${item}`);

// An oral request is answered; an employer's waits for consent (§6.2-6.3).
const given = { forms: [{ form: 'transcript' }] };
const asked = { learner: 'l-1', form: 'oral', purpose: 'acquaintance', on: '2026-07-01' } as const;
const own = must(await disclosures.ask({ ...asked, applicant: { kind: 'learner' } })).id;
const answer = { signer: 'p-5', give: { given, medium: 'oral' as const }, on: '2026-07-01' };
must(await disclosures.grant({ disclosure: own, basis: { by: 'right' }, ...answer }));
say('§6.3', 'слушательница узнала свои результаты по устному обращению');
const employer = { kind: 'third-person' } as const;
const theirs = must(await disclosures.ask({ ...asked, applicant: employer })).id;
const byInterest = { disclosure: theirs, basis: { by: 'interest' as const }, ...answer };
sayRefused('§6.2', await disclosures.grant(byInterest));
const consent = must(await learners.giveConsent({ ...hers, purpose: 'transfer' })).id;
must(await disclosures.grant({ ...byInterest, basis: { by: 'consent', consent } }));

// Department to archive within 30 days after the order; this hand-over is late (§7.1-7.2).
const records = [`enrollment-${ilina}`, `enrollment-${orlov}`];
const { transfer } = must(
  await transfers.begin({
    records,
    group: 'e-1',
    handsOver: 'p-5',
    orderDate: '2026-06-30',
    on: '2026-07-27',
  }),
);
await centre.run(archiveTransfer(centre.handler, 'centre'));
const { state } = await centre.handler.load(transferFold, `centre.transfer-${transfer}`);
const isOverdue = standingOfTransfer(state, '2026-08-03') === 'overdue';
say('§7.2', `передать в архив до ${state.dueOn}; 2026-08-03 ${isOverdue ? 'просрочено' : 'ждёт'}`);
