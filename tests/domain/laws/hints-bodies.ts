import { daysAfter } from './choice.ts';
import type { Hint } from './hint.ts';
import { about } from './hint.ts';

const members = [
  { person: 'p-1', role: 'chair' },
  { person: 'p-2', role: 'member' },
  { person: 'p-3', role: 'member' },
  { person: 'p-4', role: 'secretary' },
];
const everybody = members.map(({ person }) => person);
const paper = { title: 'Диплом', number: '14', date: '2020-10-01' };

/** Commissions and protocols, works, credits, commendations. D8, D10, D11, D14. */
export const bodyHints: Readonly<Record<string, Hint>> = {
  'commissions.form': (world, by) => ({
    id: world.fresh('com'),
    kind: by.mostly('attestation', 'retake'),
    members,
    programmes: [],
    groups: [],
    from: world.act(by),
    until: by.mostly(null, world.ahead(by, 300)),
  }),
  'commissions.change': (world, by) =>
    about(world.late(by, 'CommissionFormed'), ({ commission }) => ({
      commission,
      relieved: by.mostly([], ['p-3']),
      on: world.act(by),
      seated: [{ person: world.fresh('p'), role: 'member' }],
    })),
  'commissions.hold': (world, by) =>
    about(world.late(by, 'CommissionFormed'), ({ commission }) => ({
      commission,
      present: by.mostly(everybody, ['p-1', 'p-2']),
      presiding: undefined,
      agenda: ['Аттестация'],
      on: world.act(by),
    })),
  'commissions.dissolve': (world, by) =>
    by.percent(40)
      ? about(world.late(by, 'CommissionFormed'), ({ commission }) => ({
          commission,
          on: world.act(by),
        }))
      : null,
  'protocols.number': (world, by) =>
    about(world.late(by, 'SittingHeld'), ({ protocol }) => ({ protocol })),
  'protocols.enter': (world, by) => {
    const byProtocol = world.of('AssessmentRecorded').filter(({ data }) => {
      const basis = data['basis'] as { readonly kind?: string } | null;
      return basis?.kind === 'protocol';
    });
    return about(byProtocol.at(-1) ?? null, ({ enrollment, basis }, { id }) => ({
      protocol: (basis as { readonly id?: unknown }).id,
      enrollment,
      result: id,
      questions: by.mostly(undefined, ['Вопрос']),
    }));
  },
  'protocols.correct': (world, by) =>
    about(world.late(by, 'ProtocolLineEntered'), ({ protocol, line }, { id }) => ({
      protocol,
      replaces: by.mostly(id, line),
      enrollment: undefined,
      result: null,
      questions: undefined,
      reason: 'ошибка',
      signer: 'p-1',
      on: world.act(by),
    })),
  'protocols.dissent': (world, by) =>
    about(world.late(by, 'ProtocolLineEntered'), ({ protocol }, { id }) => ({
      protocol,
      line: id,
      member: by.mostly('p-2', 'p-3'),
      opinion: 'не согласна',
      on: world.act(by),
    })),
  'protocols.sign': (world, by) =>
    about(world.late(by, 'SittingHeld'), ({ protocol }) => ({
      protocol,
      signer: by.one(everybody),
      on: world.act(by),
    })),
  'works.approveTopic': (world, by) => ({
    id: world.fresh('w'),
    enrollment: by.one(world.ids('enrollment')),
    kind: 'project',
    module: 'safety',
    topic: 'Тема',
    supervisor: by.mostly('p-3', 'p-1'),
    office: by.mostly(null, 'teacher', 'head'),
    on: world.act(by),
  }),
  'works.submit': (world, by) =>
    about(world.late(by, 'TopicApproved'), ({ work }) => ({
      work,
      sha256: 'a'.repeat(64),
      locator: 'шкаф',
      on: world.act(by),
    })),
  'works.review': (world, by) =>
    about(world.late(by, 'WorkSubmitted', 'TopicApproved'), ({ work }) => ({
      work,
      reviewer: by.of('p-3', 'p-1'),
      grade: '4',
      recommendation: by.mostly('admit', 'do-not-admit'),
      review: 'хорошо',
      on: world.act(by),
    })),
  'works.defend': (world, by) => {
    const work = world.late(by, 'WorkReviewed');
    const projects = world
      .of('AssessmentRecorded')
      .filter(({ data }) => data['form'] === 'project');
    const own = projects.filter((one) => one.data['enrollment'] === work?.data['enrollment']);
    return about(work, (data) => ({ work: data['work'], result: own.at(-1)?.id ?? work?.id }));
  },
  'works.evaluatePractice': (world, by) => ({
    id: world.fresh('pr'),
    enrollment: by.one(world.ids('enrollment')),
    kind: 'practice',
    place: 'Завод',
    from: daysAfter(world.day, -5),
    until: world.day,
    supervisor: null,
    evaluation: 'хорошо',
    result: by.mostly(null, world.late(by, 'AssessmentRecorded')?.id ?? null),
    on: world.act(by),
  }),
  'works.fileReport': (world, by) => ({
    id: world.fresh('rep'),
    kind: 'teacher-report',
    teacher: by.mostly('p-3', 'p-1'),
    office: by.mostly(null, 'teacher', 'head'),
    group: 'm-1',
    module: null,
    from: daysAfter(world.day, -9),
    until: world.day,
    sheets: 3,
    sha256: null,
    on: world.act(by),
  }),
  'credits.apply': (world, by) => {
    const achieved = by.percent(20) ? world.late(by, 'AchievementVerified') : null;
    const kind = achieved === null ? by.mostly('other-organisation', 'own') : 'achievement';
    return {
      id: world.fresh('cr'),
      enrollment: by.one(world.ids('enrollment')),
      applicant: 'learner',
      source: { kind, organisation: 'Школа 5', achievedOn: null },
      document: paper,
      achievement: achieved?.data['achievement'] ?? null,
      on: world.act(by),
      wanted: [{ module: 'safety', kind: by.mostly('interim', 'final') }],
    };
  },
  'credits.compare': (world, by) =>
    about(world.late(by, 'CreditApplied'), ({ credit, wanted }) => ({
      credit,
      comparedBy: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
      lines: (wanted as object[]).map((one) => ({
        ...one,
        method: 'comparison',
        sourceTitle: 'ТБ',
        sourceHours: 36,
        hours: 36,
        result: '4',
        suffices: by.mostly(true, false),
      })),
    })),
  'credits.decide': (world, by) =>
    about(world.late(by, 'CreditCompared', 'CreditApplied'), ({ credit, wanted, lines }) => ({
      credit,
      decidedBy: 'p-1',
      office: by.mostly<string | null>('head', null),
      controlledBy: null,
      controlOffice: null,
      reason: 'соответствует',
      on: world.act(by),
      granted: ((wanted ?? lines) as Readonly<Record<string, unknown>>[]).map((one) => ({
        module: one['module'],
        kind: one['kind'],
        form: by.mostly(null, 'test'),
        planned: null,
        scale: null,
        value: by.mostly('4', null),
      })),
    })),
  'credits.withdraw': (world, by) =>
    by.percent(40)
      ? about(world.late(by, 'CreditApplied'), ({ credit }) => ({
          credit,
          applicant: 'learner',
          on: world.act(by),
        }))
      : null,
  'commendations.propose': (world, by) => ({
    id: world.fresh('com'),
    learner: by.one(world.ids('learner')),
    enrollment: null,
    basis: by.mostly('documented-success', 'petition', 'practice'),
    area: by.mostly('sport', null),
    documents: by.mostly([paper], []),
    merit: 'успехи',
    proposedBy: by.mostly<unknown>('p-1', { body: 'Совет' }),
    on: world.act(by),
  }),
  'commendations.order': (world, by) =>
    about(world.late(by, 'CommendationProposed'), ({ commendation }) => ({
      commendation,
      kind: by.mostly('letter-of-thanks', 'certificate-of-honour'),
      orderedBy: 'p-1',
      office: null,
      on: world.act(by),
    })),
  'commendations.present': (world, by) =>
    about(world.late(by, 'CommendationOrdered'), ({ commendation }) => ({
      commendation,
      on: world.act(by),
    })),
  'commendations.publish': (world, by) => {
    const consent = world.late(by, 'ConsentGiven')?.data['learner'];
    const ordered = world.of('CommendationOrdered');
    const own = ordered.find(({ data }) => data['learner'] === consent) ?? ordered.at(-1) ?? null;
    return about(own, ({ commendation }) => ({ commendation, place: 'Сайт', on: world.act(by) }));
  },
  'commendations.revoke': (world, by) =>
    about(world.late(by, 'CommendationOrdered'), ({ commendation }) => ({
      commendation,
      revokedBy: 'p-1',
      office: null,
      reason: 'ошибка',
      on: world.act(by),
    })),
};
