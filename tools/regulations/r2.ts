import type { Clause } from './clause.ts';

export const r2: readonly Clause[] = [
  {
    clause: 'R2 §1.3',
    binds: 'Individual record on paper and/or electronic media.',
    by: ['D1'],
  },
  {
    clause: 'R2 §1.4',
    binds: 'The main form in which mastery is fixed: results of interim and final control.',
    by: ['D6'],
  },
  {
    clause: 'R2 §1.5',
    binds:
      'Interim and final assessment are mandatory in every programme. Their requirements ' +
      'are made known to learners by the teacher at the beginning of study.',
    by: ['D2', 'D4', 'D6'],
  },
  {
    clause: 'R2 §1.6',
    binds:
      'The system gives: individual approach; motivation; getting, accumulating and ' +
      "presenting to all interested persons the learner's achievements for any period of " +
      'time; a base for management decisions; an objective base for rewarding teachers.',
    by: ['P4', 'P11', 'P14'],
  },
  {
    clause: 'R2 §1.7',
    binds: 'Archive storage on paper and/or electronic media (again §3.1).',
    by: ['D18'],
  },
  {
    clause: 'R2 §2.1',
    binds: "The record is kept in forms approved by the director's order.",
    by: ['D1', 'D21'],
  },
  {
    clause: 'R2 §2.2',
    binds:
      'Mandatory paper carriers: lesson journals («журналы занятий»); grade sheets and ' +
      "protocols («ведомости и протоколы») of final and interim attestation; learners' " +
      'personal files.',
    by: ['D5', 'D6', 'D8', 'D17', 'P1', 'P2', 'P3'],
  },
  {
    clause: 'R2 §2.3',
    binds:
      'Journals show current, interim and final assessment. (How teachers keep them: a ' +
      'separate local act, not seen.)',
    by: ['D5', 'D6', 'P1'],
  },
  {
    clause: 'R2 §2.3 (correction)',
    binds:
      'Correction. It covers current, interim and final results in the journal. Its form is ' +
      'an *entry* that states the mark in digit and in words and carries the signature of ' +
      'the teacher who corrected the result. Nothing more is asked: no reason, date, post, ' +
      'countersignature or order; corrector = signer, and a teacher.',
    by: ['D7', 'P1', 'P14'],
  },
  {
    clause: 'R2 §2.3 (final)',
    binds:
      'Current control fixes mastery while the material is studied. Final attestation is ' +
      'held at the end of the period of study.',
    by: ['D6'],
  },
  {
    clause: 'R2 §3.1',
    binds: 'Archive storage on paper and (or) electronic media.',
    by: ['D18'],
  },
  {
    clause: 'R2 §3.2',
    binds: "The person responsible for keeping the records is appointed by the director's order.",
    by: ['D1'],
  },
  {
    clause: 'R2 §3.3',
    binds: 'Lesson journals: 1 year. (From when is not said.)',
    by: ['D19'],
  },
  {
    clause: 'R2 §3.4',
    binds:
      'Personal files: in the archive at least 3 years after departure («выбытие»): a ' +
      'minimum, not a date of destruction.',
    by: ['D18', 'D19'],
  },
  {
    clause: 'R2 §3.5',
    binds:
      'Electronic media with results and other confidential information: until no longer ' +
      'needed («до минования надобности»).',
    by: ['D19'],
  },
  {
    clause: 'R2 §4.1',
    binds: 'In force from the day of approval by the director.',
    by: ['D1'],
  },
  {
    clause: 'R2 §4.2',
    binds: "Revised by additions and annexes, approved by the director's order.",
    by: ['D1'],
  },
];
