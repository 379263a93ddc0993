import type { NamedRefs } from '../kernel/authorise.ts';

/*
 * What a command is about, by the names of its fields. It is asked before anything is read, so that
 * only what an id itself says is added: an enrollment names its learner, a document its register.
 */

/** A kind of id that a command may name. */
export type NamedKind = keyof NamedRefs;

/**
 * What stands in a field: ids of a kind, the name of a record, its place in the history, or who
 * acts for a learner.
 */
export type Named = NamedKind | 'protocol' | 'record' | 'place' | 'learner-or-representative';

type Table = Readonly<Record<string, Named | null>>;

/**
 * What a field names, whatever the command. `scope.learner` goes before `learner`; null: no id of a
 * kind, but a word of the regulation or a part of what another field names.
 */
const FIELDS: Table = {
  learner: 'learner',
  learners: 'learner',
  other: 'learner',
  individual: 'learner',
  guests: 'learner',
  enrollment: 'enrollment',
  enrollments: 'enrollment',
  earlier: 'enrollment',
  programme: 'programme',
  programmes: 'programme',
  group: 'group',
  groups: 'group',
  module: 'module',
  'module.id': 'module',
  'modules.id': 'module',
  'shows.modules': 'module',
  journal: 'journal',
  file: 'file',
  record: 'record',
  records: 'record',
  representative: 'representative',
  staying: 'representative',
  givenBy: 'learner-or-representative',
  withdrawnBy: 'learner-or-representative',
  transfer: 'transfer',
  commendation: 'commendation',
  import: 'import',
  commission: 'commission',
  protocol: 'protocol',
  work: 'work',
  achievement: 'achievement',
  credit: 'credit',
  register: 'register',
  document: 'document',
  documents: 'document',
  inPlaceOf: 'document',
  blank: 'blank',
  act: 'act',
  disclosure: 'disclosure',
  printout: 'printout',
  printouts: 'printout',
  carrier: 'carrier',
  // Officials, in whatever part they take.
  person: 'official',
  signer: 'official',
  signers: 'official',
  destroyers: 'official',
  assessor: 'official',
  teacher: 'official',
  substituteFor: 'official',
  supervisor: 'official',
  reviewer: 'official',
  addedBy: 'official',
  removedBy: 'official',
  annulledBy: 'official',
  chosenBy: 'official',
  comparedBy: 'official',
  controlledBy: 'official',
  correctedBy: 'official',
  decidedBy: 'official',
  orderedBy: 'official',
  proposedBy: 'official',
  replenishedBy: 'official',
  revokedBy: 'official',
  verifiedBy: 'official',
  handsOver: 'official',
  presiding: 'official',
  relieved: 'official',
  member: 'official',
  members: 'official',
  // Words of the regulation, and parts of what another field names.
  about: null,
  approval: null,
  area: null,
  backup: null,
  bank: null,
  because: null,
  book: null,
  borrower: null,
  cause: null,
  check: null,
  conditions: null,
  consent: null,
  contents: null,
  contest: null,
  controlOffice: null,
  damaged: null,
  deadline: null,
  decision: null,
  event: null,
  facts: null,
  form: null,
  formerSystems: null,
  found: null,
  hold: null,
  honours: null,
  id: null,
  item: null,
  kind: null,
  lesson: null,
  level: null,
  levels: null,
  mandatory: null,
  mapping: null,
  medium: null,
  method: null,
  mode: null,
  note: null,
  office: null,
  officialList: null,
  origin: null,
  outcome: null,
  period: null,
  planned: null,
  practice: null,
  predecessor: null,
  purpose: null,
  reason: null,
  recommendation: null,
  refusalGround: null,
  report: null,
  resultGroup: null,
  role: null,
  scale: null,
  seizure: null,
  sentBy: null,
  sheet: null,
  source: null,
  system: null,
  teacherOffice: null,
  type: null,
  volume: null,
  way: null,
};

/** What a field of one command names, where that differs. */
const OF_COMMAND: Table = {
  'open-programme id': 'programme',
  'open-group id': 'group',
  'register-learner id': 'learner',
  'propose-commendation id': 'commendation',
  'begin-transfer id': 'transfer',
  'order-group id': 'act',
  'select-for-destruction id': 'act',
  'order-erasure id': 'act',
  'receive-import id': 'import',
  'form-commission id': 'commission',
  'approve-topic id': 'work',
  'apply-for-credit id': 'credit',
  'record-achievement id': 'achievement',
  'ask-disclosure id': 'disclosure',
  'tell-in-study id': 'disclosure',
  'publish-results id': 'disclosure',
  'certify-printout id': 'printout',
  'hold-lesson present': 'learner',
  'correct-lesson present': 'learner',
  'hold-sitting present': 'official',
  'announce-requirements by': 'official',
  'correct-group-entry by': 'official',
  'hand-over-journal from': 'official',
  'hand-over-journal to': 'official',
  'sign-sheets modules': 'module',
  'replace-medium from': null,
  'transfer-learner to': 'group',
  'decide-year to': 'group',
  'order-group to': 'group',
  'correct-step to': 'group',
  'merge-group into': 'group',
  'tell-in-study to': 'learner-or-representative',
  'record-acquaintance by': 'learner-or-representative',
  'credit-result decision': 'credit',
  'settle-sheets changes': 'place',
  // Texts and digests.
  'credit-result document': null,
  'record-rows file': null,
};

/** What the basis of a result is, by its kind; a lesson or a sheet is none of these. */
const BASES: Table = { protocol: 'protocol', achievement: 'achievement' };

/** Where a text stands in a command. */
export interface Place {
  readonly command: string;
  /** The fields around it, outermost first; the items of a list have the list's name. */
  readonly path: readonly string[];
  /** The object that has the field. */
  readonly beside: Readonly<Record<string, unknown>>;
}

/**
 * What kind of id stands in a field; null: none; undefined: the table knows no such field, as is
 * often so in a service of your own, whose fields are known only by the names that the library
 * uses.
 */
export function namedIn({ command, path, beside }: Place): Named | null | undefined {
  const field = path.at(-1) ?? '';
  const inner = path.slice(-2).join('.');
  if (inner === 'basis.id') return own(BASES, String(beside['kind'])) ?? null;
  const special = own(OF_COMMAND, `${command} ${field}`);
  if (special !== undefined) return special;
  const within = own(FIELDS, inner);
  return within === undefined ? own(FIELDS, field) : within;
}

const own = (table: Table, key: string): Named | null | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
