import type { Choice } from './choice.ts';
import type { Hint } from './hint.ts';
import { about } from './hint.ts';
import type { Fact, World } from './world.ts';

/* Years, forms of study, mergers, hand-overs, and the entries that are annulled or corrected. */

const paper = { number: '3', date: '2020-09-01' } as const;

/** How somebody entitled puts an entry right. */
export const right = (world: World, by: Choice, entry: Fact) => ({
  entry: entry.id,
  reason: 'описка',
  signer: by.mostly('p-1', 'p-2', 'p-3'),
  office: by.mostly('head', null),
  position: undefined,
  on: world.act(by),
});

/** Annuls an entry of one of these types; `key` is the field of its data that names its stream. */
export const annul =
  (key: string, annulling: string, ...types: readonly string[]): Hint =>
  (world, by) =>
    about(world.open(by, by.one(types) ?? '', annulling), (data, fact) => ({
      [key]: data[key],
      ...right(world, by, fact),
    }));

const said = (decision: string) => ({
  decision,
  debts: [],
  debtsUntil: null,
  protocol: paper,
  application: paper,
});

const DECISIONS = ['promoted', 'repeats', 'individual-plan'] as const;

/** What stands in the place of an entry of a group, a programme or a commission. */
const STANDS: Readonly<Record<string, (world: World, by: Choice, fact: Fact) => object>> = {
  GroupOpened: () => ({ as: 'opening', title: 'Группа', on: undefined }),
  AssessmentPlanned: (_world, _by, { data }) => ({
    as: 'planned',
    module: data['module'],
    kind: data['kind'],
    form: data['form'],
    weightPercent: '10',
  }),
  GroupClosed: (world) => ({ as: 'closing', on: world.day }),
  RequirementsAnnounced: (_world, by) => ({
    as: 'announcement',
    by: by.mostly('p-3', 'p-1'),
    office: by.mostly('teacher', null),
  }),
  ProgrammeOpened: () => ({ as: 'opening', title: 'Программа' }),
  ModuleAdded: (_world, _by, { data }) => ({
    as: 'module',
    scale: (data['module'] as { readonly scale: string }).scale,
    hours: 10,
  }),
  TargetGuidelineSet: () => ({ as: 'guideline', title: 'Ориентир' }),
  MemberSeated: (world) => ({ as: 'seating', person: world.fresh('p'), role: 'member' }),
  CommissionDissolved: (world) => ({ as: 'dissolution', on: world.day }),
};

const correct =
  (key: string, annulling: string, ...types: readonly string[]): Hint =>
  (world, by) => {
    const type = by.one(types) ?? '';
    return about(world.open(by, type, annulling), (data, fact) => ({
      [key]: data[key],
      ...right(world, by, fact),
      to: STANDS[type]?.(world, by, fact),
    }));
  };

const OF_GROUP = ['AssessmentPlanned', 'GroupOpened', 'GroupClosed', 'RequirementsAnnounced'];
const OF_PROGRAMME = ['ModuleAdded', 'ProgrammeOpened', 'TargetGuidelineSet'];
const OF_COMMISSION = ['MemberSeated', 'CommissionDissolved'];

const journal = (world: World, by: Choice): Readonly<Record<string, unknown>> | null =>
  about(world.late(by, 'LessonHeld'), (data) => ({
    journal: data['journal'],
    signer: by.mostly('p-1', 'p-2'),
    office: by.mostly('head', null),
    on: world.act(by),
  }));

/** Hints of the methods that put entries right, and of what happens to years and journals. */
export const rightHints: Readonly<Record<string, Hint>> = {
  'enrollments.decideYear': (world, by) =>
    about(world.late(by, 'Enrolled'), (data) => ({
      enrollment: data['enrollment'],
      studyYear: '2020',
      ...said(by.mostly(...DECISIONS)),
      to: null,
      from: undefined,
      on: world.act(by),
    })),
  'enrollments.correctYearDecision': (world, by) =>
    about(world.open(by, 'YearDecided', 'StudyEntryAnnulled'), (data, fact) => ({
      enrollment: data['enrollment'],
      ...right(world, by, fact),
      ...said(by.mostly(...DECISIONS)),
      decidedOn: undefined,
      groundAt: by.mostly('архив, дело 5', undefined),
    })),
  'enrollments.setStudyForm': (world, by) =>
    about(world.late(by, 'Enrolled'), (data) => ({
      enrollment: data['enrollment'],
      aspect: 'arrangement',
      form: by.mostly('home-study', 'individual-plan'),
      until: null,
      paper,
      on: world.act(by),
    })),
  'enrollments.endStudyForm': (world, by) =>
    about(world.late(by, 'StudyFormSet'), (data) => ({
      enrollment: data['enrollment'],
      aspect: data['aspect'],
      form: data['form'],
      on: world.act(by),
    })),
  'enrollments.correctStudyForm': (world, by) =>
    about(world.open(by, 'StudyFormSet', 'StudyEntryAnnulled'), (data, fact) => ({
      enrollment: data['enrollment'],
      ...right(world, by, fact),
      form: data['form'],
      until: null,
      paper,
      from: undefined,
      groundAt: by.mostly('архив, дело 5', undefined),
    })),
  'enrollments.annulStudyEntry': annul(
    'enrollment',
    'StudyEntryAnnulled',
    'StudyFormSet',
    'YearDecided',
  ),
  'groups.merge': (world, by) =>
    about(world.late(by, 'LessonHeld'), ({ group }) => ({
      group,
      into: group === 'm-1' ? 'm-2' : by.mostly('m-1', 'o-1'),
      on: world.ahead(by, 3),
    })),
  'groups.annulEntry': annul('group', 'GroupEntryAnnulled', 'GroupMerged', ...OF_GROUP),
  'groups.correctEntry': correct('group', 'GroupEntryAnnulled', ...OF_GROUP),
  'programmes.annulEntry': annul('programme', 'ProgrammeEntryAnnulled', ...OF_PROGRAMME),
  'programmes.correctEntry': correct('programme', 'ProgrammeEntryAnnulled', ...OF_PROGRAMME),
  'commissions.annulEntry': annul(
    'commission',
    'CommissionEntryAnnulled',
    'SittingHeld',
    ...OF_COMMISSION,
  ),
  'commissions.correctEntry': correct('commission', 'CommissionEntryAnnulled', ...OF_COMMISSION),
  'journals.handOver': (world, by) => {
    const asked = journal(world, by);
    const teacher = world
      .of('LessonHeld')
      .findLast(({ data }) => data['journal'] === asked?.['journal'])?.data['teacher'];
    return asked && { ...asked, from: teacher, to: 'p-4', act: paper };
  },
  'journals.continueIn': (world, by) => {
    const asked = journal(world, by);
    const merged = world.of('GroupMerged').at(-1)?.occurredOn ?? '';
    return asked && { ...asked, on: merged > String(asked['on']) ? merged : asked['on'] };
  },
  'journals.annulEntry': annul(
    'journal',
    'JournalEntryAnnulled',
    'JournalHandedOver',
    'JournalContinued',
  ),
};
