import type { Clause } from './clause.ts';

export const r4: readonly Clause[] = [
  {
    clause: 'R4 §1.3',
    binds:
      'Record kept individually, for each learner apart, during the whole period of study; ' +
      'the data are stored as the law demands.',
    by: ['D4', 'D6'],
  },
  {
    clause: 'R4 §1.4.2',
    binds: 'Personal file: as R1 §1.3.2.',
    by: ['D17', 'P3'],
  },
  {
    clause: 'R4 §1.4.4',
    binds:
      "Platform: an online service tied to the organisation's site; keeps learning material " +
      'and results of current control; used under a limited licence. The organisation may ' +
      'change to any other platform.',
    by: ['D22'],
  },
  {
    clause: 'R4 §2.2.1-2.2.5',
    binds:
      'Tasks: individual approach; internal quality system; level of mastery; dynamics of ' +
      'each learner; match of reached with planned results.',
    by: ['P4', 'P11'],
  },
  {
    clause: 'R4 §2.2.6',
    binds:
      'Learners are informed of their progress and of the absence or presence of academic ' +
      'debts.',
    by: ['D9', 'D16', 'P4', 'P9'],
  },
  {
    clause: 'R4 §2.2.7',
    binds: 'Learners with special educational needs are found and supported.',
    by: ['D3', 'P11'],
  },
  {
    clause: 'R4 §2.2.9',
    binds:
      "The learner's right to credit, by the organisation's own procedure, of subjects, " +
      'courses, disciplines (modules), practice of additional programmes mastered in other ' +
      'organisations.',
    by: ['D11'],
  },
  {
    clause: 'R4 §2.2.10',
    binds:
      'The right to commendation for success in the nine areas (printed «физической» here, ' +
      '«физкультурной» in §4.8).',
    by: ['D14'],
  },
  {
    clause: 'R4 §2.2.11',
    binds: 'Documents that confirm mastery are drawn up and issued.',
    by: ['D15'],
  },
  {
    clause: 'R4 §2.2.12',
    binds: 'An information base for management decisions, commendation among them.',
    by: ['P11'],
  },
  {
    clause: 'R4 §3.1, §3.4',
    binds:
      "Under the acts on collecting and processing personal data and the organisation's own " +
      'data policy.',
    by: ['D3', 'P13'],
  },
  {
    clause: 'R4 §3.5',
    binds:
      'The record must help internal quality evaluation, individual paths, and self-' +
      'evaluation.',
    by: ['P10', 'P11'],
  },
  {
    clause: 'R4 §4.1',
    binds:
      'Results are put as target guidelines («целевые ориентиры»): they are not assessed ' +
      'directly, also not by pedagogical diagnostics, and are no ground for formal ' +
      'comparison with what learners really reach.',
    by: ['D2', 'D6', 'P11'],
  },
  {
    clause: 'R4 §4.2',
    binds:
      'Pedagogical diagnostics (monitoring) serves individualisation. Its results may be ' +
      'put into analytical papers; these are for teachers, to correct their work and to ' +
      'advise learners.',
    by: ['D6', 'D16', 'P11'],
  },
  {
    clause: 'R4 §4.3',
    binds: 'At the end, personal and subject results as the programme demands.',
    by: ['D2'],
  },
  {
    clause: 'R4 §4.4',
    binds:
      'Result kinds: учебные достижения (4.4.1), достижения по программам внеурочной ' +
      'деятельности (4.4.2), личностные результаты (4.4.3).',
    by: ['D2', 'D6', 'D12'],
  },
  {
    clause: 'R4 §4.5',
    binds:
      'Results of a programme or of a part or the whole of a subject (module) are found by: ' +
      'current control (4.5.1); events of the extracurricular plan (4.5.2); assessment of ' +
      'taking part in educational, creative, sports and other events of different levels ' +
      '(4.5.3); analysis of independent quality assessment, diagnostics and monitoring of ' +
      'different levels (4.5.4). Interim and final attestation are not named.',
    by: ['D6', 'D12'],
  },
  {
    clause: 'R4 §4.6',
    binds:
      'Achievements found by internal and external diagnostics are recorded for each ' +
      'learner, to correct the teaching and to build individual paths.',
    by: ['D6', 'P11'],
  },
  {
    clause: 'R4 §4.7',
    binds: 'The record is kept in electronic form.',
    by: ['D22'],
  },
  {
    clause: 'R4 §4.8',
    binds:
      'Kinds and conditions of commendation are set by separate local acts: the preset ' +
      'names none, the user adds them.',
    by: ['D14'],
  },
  {
    clause: 'R4 §5.1',
    binds:
      'Kept by the information systems of the platform and on paper and electronic ' + 'carriers.',
    by: ['D22'],
  },
  {
    clause: 'R4 §5.2',
    binds:
      "The platform holds the results of current control and the learner's personal card " +
      '(«личная карточка»).',
    by: ['D22', 'P4'],
  },
  {
    clause: 'R4 §5.3',
    binds: 'Platform data may be printed and are then certified by the head.',
    by: ['D21'],
  },
  {
    clause: 'R4 §5.4',
    binds:
      "Paper carriers: documents of study (5.4.1); documents on the learner's progress in " +
      'the current study year (5.4.2); books and journals of registration of issued ' +
      'documents of study and of documents on current results (5.4.3); others (5.4.4).',
    by: ['D15', 'P7', 'P8'],
  },
  {
    clause: 'R4 §5.5',
    binds:
      'Documents that confirm results and commendations, and/or their copies, go into the ' +
      'personal files.',
    by: ['D14', 'D17'],
  },
  {
    clause: 'R4 §5.6',
    binds: 'The head controls that results are entered.',
    by: ['D20', 'P11', 'P14'],
  },
  {
    clause: 'R4 §6.1',
    binds:
      'Storage on paper and electronic media. An electronic archive needs control of ' +
      'integrity and trustworthiness («целостность и достоверность») for the whole term of ' +
      'storage.',
    by: ['D20', 'P14'],
  },
  {
    clause: 'R4 §6.2',
    binds:
      'At the end of each study period data are exported from the platform, to be archived ' +
      "electronically and kept on the organisation's own resources.",
    by: ['D20', 'D22', 'P12'],
  },
  {
    clause: 'R4 §6.3',
    binds:
      'At the end of each study year, not later than 25 January, an electronic backup of ' +
      'what is held in electronic form is made on 2 media.',
    by: ['D20', 'P12'],
  },
  {
    clause: 'R4 §6.4',
    binds:
      'Electronic media with results: kept until the learner has finished the programme, ' +
      'until no longer needed (both conditions stand in one sentence).',
    by: ['D19'],
  },
  {
    clause: 'R4 §6.5',
    binds:
      'Documents printed from an export are stitched («прошиваются») and signed by the ' + 'head.',
    by: ['D21'],
  },
  {
    clause: 'R4 §6.7',
    binds:
      'The head answers for storing and making archive copies of information on the ' + 'platform.',
    by: ['D20'],
  },
  {
    clause: 'R4 §7.1',
    binds:
      'The regulation and its changes are accepted by the pedagogical council and approved ' +
      'by the head.',
    by: ['D1'],
  },
  {
    clause: 'R4 §7.2',
    binds: 'Term not limited.',
    by: ['D1'],
  },
  {
    clause: 'R4 §7.3',
    binds:
      'What it does not cover is governed by other local acts and decided by the management ' +
      'individually in each case: a ground of its own.',
    by: ['D1'],
  },
];
