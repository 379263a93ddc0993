import type { Choice } from './choice.ts';
import { daysAfter } from './choice.ts';
import type { Hint } from './hint.ts';
import { about } from './hint.ts';
import { amendments, full } from './regulation.ts';
import type { World } from './world.ts';

const title = (text: string) => ({ ru: `${text} (рус.)`, en: text });

const attempts = 'Пройти промежуточную аттестацию по долгу можно не более двух раз';

/** Who puts an entry right, and why. */
const puttingRight = (world: World, by: Choice, entry: string) => ({
  entry,
  reason: 'Внесено ошибочно',
  signer: 'p-1',
  office: by.mostly('head', 'records-keeper'),
  position: undefined,
  on: world.act(by),
});

/** What a correction of each type of entry gives. */
const TRUE_VALUES: Readonly<Record<string, object>> = {
  LearnerDataChanged: { name: 'Сидорова Вера' },
  ExternalIdGiven: { value: 'sidorova@mail.ru' },
  SpecialNeedsRecorded: { needs: 'Слабослышащий' },
  GiftedListed: { entry: 'ГИР-99' },
  ConsentGiven: { purpose: 'processing' },
  OfficialAppointed: { position: 'Педагог' },
  OfficialNamed: { name: 'Сидорова Анна Петровна' },
};
const OF_LEARNER = [
  'LearnerDataChanged',
  'ExternalIdGiven',
  'SpecialNeedsRecorded',
  'GiftedListed',
  'ConsentGiven',
];
const OF_OFFICIAL = ['OfficialAppointed', 'OfficialNamed'];

/** The regulation, officials, programmes, groups, learners, forms and carriers. D1-D3. */
export const peopleHints: Readonly<Record<string, Hint>> = {
  'regulation.amend': (world, by) => {
    const name = by.one(Object.keys(amendments) as (keyof typeof amendments)[]) ?? 'custody';
    return {
      title: title('Regulation'),
      from: by.mostly(world.ahead(by, 20), world.day),
      change: 'edition',
      sections: { [name]: by.one<unknown>(amendments[name]) },
      preset: null,
      considered: [],
      approvedBy: null,
    };
  },
  'regulation.publish': (world, by) => ({ on: world.act(by), place: 'https://school.example' }),
  // Without a regulation nothing more can be decided, so few histories repeal it.
  'regulation.repeal': (world, by) => (by.percent(40) ? { on: world.act(by) } : null),
  'officials.appoint': (world, by) => ({
    person: world.fresh('p'),
    office: by.one(full.general.offices)?.id,
    from: world.act(by),
    until: by.mostly(null, world.ahead(by, 300)),
    scope: null,
  }),
  'officials.relieve': (world, by) =>
    about(world.late(by, 'OfficialAppointed'), ({ person, office }) => ({
      person: by.mostly(person, 'p-1'),
      office,
      on: world.act(by),
    })),
  'officials.rename': (world, by) => ({
    person: by.of('p-1', 'p-3'),
    name: 'Ильина Анна Петровна',
    on: world.act(by),
  }),
  // The first two are those in whose name the histories act.
  'officials.annul': (world, by) =>
    about(by.one(world.of(...OF_OFFICIAL).slice(2)), ({ person }, { id }) => ({
      person: by.mostly(person, 'p-9'),
      ...puttingRight(world, by, id),
    })),
  'officials.correct': (world, by) =>
    about(by.one(world.of(...OF_OFFICIAL)), ({ person }, { id, type }) => ({
      person,
      ...puttingRight(world, by, id),
      to: TRUE_VALUES[type],
    })),
  'programmes.open': (world, by) => ({
    id: world.fresh('prog'),
    type: by.mostly('qualification-improvement', 'professional-retraining'),
    hours: 300,
    scale: by.mostly(null, 'five-point'),
    mandatory: by.mostly(['interim'], []),
    level: by.mostly(null, 'basic'),
    on: world.act(by),
    approvedOn: null,
    modules: [
      {
        id: 'safety',
        scale: 'five-point',
        hours: by.mostly(36, null),
        mandatory: [],
        forms: [{ kind: 'interim', form: 'test' }],
      },
    ],
  }),
  'programmes.addModule': (world, by) => ({
    programme: by.one(world.ids('programme')),
    on: world.act(by),
    module: {
      id: world.fresh('mod'),
      scale: by.mostly('five-point', 'pass-fail'),
      hours: 8,
      forms: [{ kind: by.mostly('interim', 'final'), form: 'test' }],
    },
  }),
  'programmes.chooseScale': (world, by) => ({
    programme: by.one(world.ids('programme')),
    module: by.mostly('safety', null),
    scale: by.of('five-point', 'hundred-point'),
    chosenBy: 'p-1',
    on: world.act(by),
  }),
  'programmes.setPlannedResult': (world, by) => ({
    programme: by.one(world.ids('programme')),
    module: by.mostly('safety', null),
    id: world.fresh('result'),
    title: 'Знает правила',
    on: world.act(by),
  }),
  'programmes.setTargetGuideline': (world, by) => ({
    programme: by.one(world.ids('programme')),
    id: world.fresh('aim'),
    title: 'Любознателен',
    on: world.act(by),
  }),
  'programmes.close': (world, by) => ({
    programme: by.mostly(by.one(world.ids('programme').slice(2)) ?? 'other', 'mentor'),
    on: world.act(by),
  }),
  'groups.open': (world, by) => ({
    id: world.fresh('g'),
    programme: by.mostly('mentor', ...world.ids('programme')),
    on: world.act(by),
    from: null,
    until: null,
  }),
  'groups.planAssessment': (world, by) => ({
    group: by.one(world.ids('group')),
    id: world.fresh('plan'),
    module: 'safety',
    kind: by.mostly('interim', 'final', 'current'),
    form: 'test',
    weightPercent: null,
    plannedOn: world.act(by),
    on: by.mostly(null, world.ahead(by, 60)),
  }),
  'groups.planAssessments': (world, by) => {
    const one = { module: 'safety', kind: 'interim', form: 'test' };
    const assessments = [1, 2].map(() => ({ id: world.fresh('plan'), ...one }));
    return { group: by.one(world.ids('group')), assessments, plannedOn: world.act(by) };
  },
  'groups.dropAssessment': (world, by) =>
    about(world.late(by, 'AssessmentPlanned'), ({ group, planned }) => ({
      group,
      planned,
      on: world.act(by),
    })),
  'groups.announceRequirements': (world, by) => ({
    group: by.mostly('m-1', ...world.ids('group')),
    module: by.mostly(null, 'safety'),
    by: by.mostly('p-3', 'p-1'),
    office: by.mostly(null, 'teacher', 'head'),
    on: world.act(by),
  }),
  'groups.close': (world, by) => ({
    group: by.mostly(by.one(world.ids('group').slice(2)) ?? 'o-1', 'm-1'),
    on: world.act(by),
  }),
  'learners.register': (world, by) => ({
    id: world.fresh('l'),
    name: 'Ёлкин Пётр Ильич',
    snils: undefined,
    birthDate: by.mostly('2012-05-06', '2001-01-31'),
    email: undefined,
    phone: undefined,
    on: world.act(by),
  }),
  'learners.change': (world, by) => ({
    learner: by.one(world.ids('learner')),
    name: by.of('Иванова Вера', 'Петрова Вера'),
    snils: undefined,
    birthDate: undefined,
    email: undefined,
    phone: undefined,
    on: world.act(by),
  }),
  'learners.giveExternalId': (world, by) => ({
    learner: by.one(world.ids('learner')),
    system: by.mostly('lms', 'books'),
    value: by.of('ivanov@mail.ru', '2023/045', 'Иванов', world.fresh('x')),
    on: world.act(by),
  }),
  'learners.nameRepresentative': (world, by) => ({
    learner: by.one(world.ids('learner')),
    representative: world.fresh('r'),
    name: 'Иванова Анна',
    relation: by.mostly('parent', 'guardian'),
    until: by.mostly(null, world.ahead(by, 900)),
    on: world.act(by),
  }),
  'learners.endRepresentative': (world, by) =>
    about(world.open(by, 'RepresentativeNamed'), ({ learner, representative }) => ({
      learner,
      representative,
      on: world.act(by),
    })),
  'learners.giveConsent': (world, by) => {
    const named = by.percent(60) ? world.late(by, 'RepresentativeNamed') : null;
    const learner = named?.data['learner'] ?? by.one(world.ids('learner'));
    const givenBy = by.mostly(named?.data['representative'] ?? 'learner', 'learner');
    return {
      learner,
      givenBy,
      id: world.fresh('c'),
      purpose: by.mostly('publication', 'transfer'),
      scope: undefined,
      until: by.mostly(null, world.ahead(by, 400)),
      on: world.act(by),
    };
  },
  'learners.withdrawConsent': (world, by) =>
    about(world.late(by, 'ConsentGiven'), ({ learner, consent, givenBy }) => ({
      learner,
      consent,
      withdrawnBy: by.mostly(givenBy, 'learner'),
      on: world.act(by),
    })),
  'learners.recordSpecialNeeds': (world, by) => ({
    learner: by.one(world.ids('learner')),
    needs: 'Слабовидящий',
    on: world.act(by),
    until: by.mostly(null, world.ahead(by, 400)),
  }),
  'learners.listAsGifted': (world, by) => ({
    learner: by.one(world.ids('learner')),
    entry: `ГИР-${by.below(9)}`,
    conditions: undefined,
    evidence: by.mostly({ title: 'Диплом' }, undefined),
    until: by.mostly(null, world.ahead(by, 400)),
    on: world.act(by),
  }),
  'learners.endSpecialStatus': (world, by) =>
    about(world.late(by, 'GiftedListed', 'SpecialNeedsRecorded'), ({ learner }, { type }) => ({
      learner,
      status: type === 'GiftedListed' ? 'gifted' : 'special-needs',
      on: world.act(by),
    })),
  'learners.annul': (world, by) =>
    about(world.late(by, ...OF_LEARNER, 'LearnerRegistered'), ({ learner }, { id }) => ({
      learner,
      ...puttingRight(world, by, id),
    })),
  'learners.correct': (world, by) =>
    about(world.late(by, ...OF_LEARNER), ({ learner }, { id, type }) => ({
      learner,
      ...puttingRight(world, by, id),
      to: TRUE_VALUES[type],
    })),
  'notes.write': (world, by) => ({
    id: world.fresh('note'),
    about: by.mostly<unknown>({ group: 'm-1' }, { learner: by.one(world.ids('learner')) }),
    title: 'Техника чтения',
    locator: 'папка 2-7',
    signer: 'p-1',
    office: by.mostly<string | null>('head', null),
    on: world.act(by),
  }),
  'notes.read': (world, by) =>
    about(world.late(by, 'NoteWritten', 'LearnerNoteWritten'), ({ note }) => ({
      note,
      signer: by.mostly('p-1', 'p-3'),
      office: by.mostly<string | null>('head', 'teacher'),
      on: world.act(by),
    })),
  'acquaintances.record': (world, by) => {
    const named = world.late(by, 'RepresentativeNamed');
    const learner = named?.data['learner'] ?? by.one(world.ids('learner'));
    return {
      id: world.fresh('sheet'),
      subject: by.mostly<unknown>(
        { kind: 'regulation' },
        { kind: 'diary', from: '2020-09-01', until: '2020-10-01' },
      ),
      lines: [{ learner, by: named?.data['representative'] ?? 'learner' }],
      signature: by.of('paper', 'electronic'),
      signer: 'p-1',
      office: by.mostly<string | null>('head', null),
      on: world.act(by),
    };
  },
  'links.annul': (world, by) =>
    about(world.late(by, 'LearnersLinked', 'LearnersUnlinked'), ({ learner, other }, { id }) => ({
      learner,
      other,
      ...puttingRight(world, by, id),
    })),
  'links.correct': (world, by) =>
    about(world.late(by, 'LearnersLinked'), ({ learner, other }, { id }) => ({
      learner,
      other,
      ...puttingRight(world, by, id),
      to: { reason: by.of('Сменила фамилию', 'Записан дважды') },
    })),
  'links.link': (world, by) => ({
    learner: by.one(world.ids('learner')),
    other: by.mostly('l-4', 'l-1'),
    signer: 'p-1',
    office: null,
    on: world.act(by),
  }),
  'links.unlink': (world, by) =>
    about(world.late(by, 'LearnersLinked'), ({ learner, other }) => ({
      learner,
      other,
      signer: 'p-1',
      office: null,
      on: world.act(by),
    })),
  'organisation.describe': (world, by) => ({
    kind: by.mostly(undefined, 'further-professional', null),
    fullName: by.mostly('Академия', 'Институт'),
    place: by.of('г. Казань', 'г. Москва'),
    inn: by.mostly('1600000124', null),
    on: world.act(by),
  }),
  'law.confirm': (world, by) => ({
    items: [
      by.mostly(
        { item: '273-fz/art-58/attempts', wording: attempts },
        { item: `own/${world.fresh('rule')}`, wording: 'Правило' },
      ),
    ],
    publication: { title: 'Портал', reference: null, date: by.mostly(null, world.act(by)) },
    signer: 'p-1',
    office: by.mostly('head', null),
    on: world.act(by),
  }),
  'organisation.nameRelated': (world, by) => ({
    id: by.mostly(world.fresh('org'), 'institute'),
    relation: by.of('predecessor', 'successor'),
    fullName: 'Институт',
    on: world.act(by),
  }),
  'forms.approve': (world, by) => ({
    form: by.mostly('page', world.fresh('form')),
    version: world.fresh('v'),
    title: title('Page'),
    carrier: by.mostly(null, 'lesson-journal'),
    on: world.act(by),
  }),
  'forms.approveAll': (world, by) => ({
    forms: ['page', world.fresh('form')].map((form) => ({
      form,
      version: world.fresh('v'),
      title: title('Page'),
      carrier: null,
    })),
    on: world.act(by),
  }),
  'forms.withdraw': (world, by) =>
    about(world.late(by, 'FormApproved'), ({ form }) => ({ form, on: world.act(by) })),
  'carriers.decide': (world, by) => ({
    carrier: by.mostly('electronic-records', 'lesson-journal'),
    group: by.mostly(null, 'm-1'),
    keep: by.percent(60),
    decidedBy: 'p-1',
    office: by.mostly(null, 'teacher', 'head'),
    on: world.act(by),
  }),
  'evaluations.enterIndicator': (world, by) => ({
    year: by.of('2020', '2021', '2022'),
    annex: '6',
    indicator: `1.${by.below(9) + 1}`,
    value: by.of('12', '3'),
    sharePercent: by.mostly(null, '12.5'),
    source: 'Журнал',
    on: by.mostly(daysAfter(world.day, 0), '2023-02-01'),
  }),
};
