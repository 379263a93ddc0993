import type { AskerKind } from '@letopis/projections';

/*
 * Who sees what of which page: written by hand from the clauses, before any code is asked. A page
 * that is in the list once with `any` is so whatever the person has to do with it.
 */

/** What a person has to do with the page: theirs, or somebody else's. */
export type Relation = 'any' | 'own' | 'other';

/** What they see of it. */
export type Sees =
  /** Nothing: the page is refused. */
  | 'nothing'
  /** The page as it is. */
  | 'whole'
  /** Their own rows in full, of others only that they are there; no diagnostics. */
  | 'own-row'
  /** The record of the learner, without diagnostics and without other persons. */
  | 'own-record'
  /** All results, diagnostics too, with the names of who has them; no other personal value. */
  | 'class'
  /** The lines of the groups and modules that they teach. */
  | 'own-groups'
  /** Everything, with personal values only of the purposes that they read for. */
  | 'for-the-purpose';

/** One line of the table. */
export interface Row {
  readonly page: string;
  readonly kind: AskerKind;
  readonly relation: Relation;
  readonly sees: Sees;
  readonly clause: string;
}

const row = (
  page: string,
  kind: AskerKind,
  relation: Relation,
  sees: Sees,
  clause: string,
): Row => ({ page, kind, relation, sees, clause });

/** The pages that are for administration, and for whoever checks it. */
const KEPT_BY_ADMINISTRATION: readonly (readonly [page: string, clause: string])[] = [
  ['records-of-group', 'R1 §7.1, R2 §3.2'],
  ['debts', 'R4 §2.2.6'],
  ['entry-corrections', 'R2 §2.3'],
  ['outcomes', 'R1 §6.4, R4 §4.6'],
  ['register', 'R1 §4.2.6, R5 §4.10'],
  ['order-register', '273-FZ art. 53'],
  ['late-entries', 'R4 §5.6'],
  ['later-papers', 'R4 §5.6'],
  ['contradictions', 'R4 §5.6'],
  ['differences', 'R4 §5.6'],
  ['added-after-archive', 'R1 §7.2'],
  ['due', 'R4 §6.3'],
  ['presence', 'R4 §6.6'],
  ['backup-log', 'R4 §6.1-6.3'],
  ['paper-behind', 'R2 §2.3'],
  ['disclosure-ledger', 'R1 §6.2'],
  ['self-evaluation', 'R1 §6.4'],
  ['contests', 'R3 §3.4'],
  ['gifted-register', 'R5 §3.4'],
  ['old-books', 'R1 §4.2.6'],
  ['doubles', 'R4 §5.6'],
];

const EVERYBODY: readonly AskerKind[] = [
  'learner',
  'representative',
  'teacher',
  'administration',
  'auditor',
];

/** The table. */
export const TABLE: readonly Row[] = [
  // The journal of a group in a module.
  row('journal', 'learner', 'own', 'own-row', 'R1 §6.3, R3 §4.4, R5 §6.4'),
  row('journal', 'learner', 'other', 'nothing', 'R1 §6.2, R3 §4.2, R5 §6.2'),
  row('journal', 'representative', 'own', 'own-row', 'R3 §4.4, R5 §2.3, §6.4, RK 1.16'),
  row('journal', 'representative', 'other', 'nothing', 'R3 §4.2, R5 §6.2, RK 1.16'),
  row('journal', 'teacher', 'own', 'class', 'R1 §6.1, R3 §4.1, R4 §4.2, R5 §6.1'),
  row('journal', 'teacher', 'other', 'nothing', 'R1 §6.2, R3 §4.2, R5 §6.2'),
  row('journal', 'administration', 'any', 'whole', 'R1 §6.1, §6.4, R3 §4.1, R5 §6.1'),
  row('journal', 'auditor', 'any', 'for-the-purpose', 'R1 §6.2, 152-FZ art. 5'),
  // The personal file, and the list of a learner's records.
  row('personal-file', 'learner', 'own', 'own-record', 'R1 §6.3, R4 §2.2.6, §4.2'),
  row('personal-file', 'learner', 'other', 'nothing', 'R1 §6.2, R3 §4.2, R5 §6.2'),
  row('personal-file', 'representative', 'own', 'own-record', 'R3 §4.4, R5 §6.4, RK 1.16'),
  row('personal-file', 'representative', 'other', 'nothing', 'R3 §4.2, R5 §6.2, RK 1.16'),
  row('personal-file', 'teacher', 'any', 'nothing', 'R1 §6.1-6.2, R5 §6.2'),
  row('personal-file', 'administration', 'any', 'whole', 'R1 §6.1, R5 §6.1'),
  row('personal-file', 'auditor', 'any', 'for-the-purpose', 'R1 §6.2, 152-FZ art. 5'),
  row('records-of-learner', 'learner', 'own', 'whole', 'R1 §6.3'),
  row('records-of-learner', 'learner', 'other', 'nothing', 'R1 §6.2, R5 §6.2'),
  row('records-of-learner', 'representative', 'own', 'whole', 'R3 §4.4, R5 §6.4'),
  row('records-of-learner', 'representative', 'other', 'nothing', 'R3 §4.2, R5 §6.2'),
  row('records-of-learner', 'teacher', 'any', 'nothing', 'R1 §6.1-6.2'),
  row('records-of-learner', 'administration', 'any', 'whole', 'R1 §7.1'),
  row('records-of-learner', 'auditor', 'any', 'for-the-purpose', 'R1 §6.2'),
  // What a teacher has to do, the register of corrections, which the teacher signs, and an act of
  // handing over, which both teachers sign.
  ...(['teacher-duties', 'corrections', 'hand-over-act'] as const).flatMap((page) => [
    row(page, 'learner', 'any', 'nothing', 'R1 §6.2, R5 §6.2'),
    row(page, 'representative', 'any', 'nothing', 'R3 §4.2, R5 §6.2'),
    row(page, 'teacher', 'any', 'own-groups', 'R2 §2.3, R1 §6.1'),
    row(page, 'administration', 'any', 'whole', 'R1 §6.1, R4 §5.6'),
    row(page, 'auditor', 'any', 'for-the-purpose', 'R1 §6.2, 152-FZ art. 5'),
  ]),
  // Whether the representatives have seen the diary of a learner.
  row('diary-seen', 'learner', 'own', 'whole', 'R5 §2.3, §6.4'),
  row('diary-seen', 'learner', 'other', 'nothing', 'R5 §6.2'),
  row('diary-seen', 'representative', 'own', 'whole', 'R5 §2.3, §6.4, RK 1.16'),
  row('diary-seen', 'representative', 'other', 'nothing', 'R5 §6.2, RK 1.16'),
  row('diary-seen', 'teacher', 'any', 'nothing', 'R5 §6.2'),
  row('diary-seen', 'administration', 'any', 'whole', 'R5 §6.1'),
  row('diary-seen', 'auditor', 'any', 'for-the-purpose', 'R5 §6.2, 152-FZ art. 5'),
  // Which wordings of acts were compared with the act says nothing of anybody.
  ...EVERYBODY.map((kind) => row('law', kind, 'any', 'whole', '273-FZ art. 29')),
  // What the organisation says of itself is public.
  ...EVERYBODY.map((kind) => row('organisation-head', kind, 'any', 'whole', '273-FZ art. 29')),
  ...KEPT_BY_ADMINISTRATION.flatMap(([page, clause]) => [
    row(page, 'learner', 'any', 'nothing', 'R1 §6.2, R5 §6.2'),
    row(page, 'representative', 'any', 'nothing', 'R3 §4.2, R5 §6.2'),
    row(page, 'teacher', 'any', 'nothing', 'R1 §6.1-6.2, R3 §4.1'),
    row(page, 'administration', 'any', 'whole', clause),
    row(page, 'auditor', 'any', 'for-the-purpose', `${clause}, 152-FZ art. 5`),
  ]),
];
