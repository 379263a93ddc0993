import type { Clause } from './clause.ts';

export const r3: readonly Clause[] = [
  {
    clause: 'R3 §1.3',
    binds: 'Adopted for an unlimited time; changed when law or local acts change.',
    by: ['D1'],
  },
  {
    clause: 'R3 §1.4',
    binds:
      'Result: individual achievements shown in the course of study: subject, metasubject, ' +
      'personal, and results of competitions and contests.',
    by: ['D2', 'D6', 'D12'],
  },
  {
    clause: 'R3 §1.4 (current)',
    binds: 'Current record: assesses single kinds of work done in the course of study.',
    by: ['D6'],
  },
  {
    clause: 'R3 §1.4 (interim)',
    binds:
      'Interim record: assesses sections and subsections of the curriculum, single kinds of ' +
      'work, and taking part in competitions and contests.',
    by: ['D6', 'D12'],
  },
  {
    clause: 'R3 §1.4 (final)',
    binds: 'Final record: assesses mastery of the programme as a whole.',
    by: ['D6'],
  },
  {
    clause: 'R3 §1.4 (forms)',
    binds:
      'Forms of assessment and of the record are set by the teachers themselves, by the ' +
      'content of the programme.',
    by: ['D2'],
  },
  {
    clause: 'R3 §1.5',
    binds:
      'No single grading system. The teacher chooses it (балльная, зачётная, портфолио, ' +
      'others) in keeping with the approved programme.',
    by: ['D2', 'D6'],
  },
  {
    clause: 'R3 §2.1',
    binds: 'Aim: whether results match the aims of the programmes.',
    by: ['P11'],
  },
  {
    clause: 'R3 §2.2',
    binds:
      'Tasks: degree of mastery; quality control and correction of content; problems of the ' +
      'single learner; personalisation; motivation; finding and supporting gifted children; ' +
      'information for interested persons; base for decisions on rewarding teachers.',
    by: ['D3', 'P11'],
  },
  {
    clause: 'R3 §3.1',
    binds:
      'Internal assessment: current, interim and final record from surveys (опросы), ' +
      'diagnostic events, monitoring studies, control events.',
    by: ['D6', 'P11'],
  },
  {
    clause: 'R3 §3.1 (external)',
    binds:
      'External assessment: taking part in creative contests, festivals, scientific ' +
      'conferences and other events of the levels муниципальный, зональный, региональный, ' +
      'всероссийский, международный.',
    by: ['D12'],
  },
  {
    clause: 'R3 §3.2',
    binds: 'On paper and electronic carriers.',
    by: ['D1'],
  },
  {
    clause: 'R3 §3.3',
    binds:
      'Mandatory paper: «журналы учёта работы объединений», protocols of sittings of the ' +
      'attestation commission. Mandatory electronic: electronic journals of the work of the ' +
      'groups (both at once).',
    by: ['D5', 'D8', 'P1', 'P2'],
  },
  {
    clause: 'R3 §3.4',
    binds:
      "Optional, by the teacher's choice. Paper: journals (cards) of creative growth and " +
      'achievements («журналы (карточки) творческого роста и достижений»), portfolio of ' +
      'achievements, copies of protocols of contests. Electronic: photo albums, ' +
      'presentations, videos, collections of works, screenshots of publications and ' +
      'protocols.',
    by: ['D12', 'D13', 'P5'],
  },
  {
    clause: 'R3 §3.5',
    binds:
      "Banks of achievements of learners, of children's collectives, and of the " +
      'institution, replenished twice a year.',
    by: ['D12', 'P6', 'P12'],
  },
  {
    clause: 'R3 §3.5 (site)',
    binds:
      'Information about results is also placed on the official site (section «Новости» and ' +
      'others). Consent is not mentioned; §4.2 stands.',
    by: ['D16', 'P13'],
  },
  {
    clause: 'R3 §3.6',
    binds:
      'Confirming documents: дипломы, грамоты, сертификаты, свидетельства, удостоверения of ' +
      'winners, prize-winners and participants of contests, exhibitions and so on.',
    by: ['D12', 'D15'],
  },
  {
    clause: 'R3 §4.1',
    binds:
      'Results and commendations are used by teachers and administration only in the ' +
      "learner's interest, for the individual path.",
    by: ['D16', 'P13'],
  },
  {
    clause: 'R3 §4.2',
    binds:
      'Under personal-data law. Passing on only in cases and forms set by law; to persons ' +
      "who are not the child's legal representatives it is not allowed (no consent " +
      'exception).',
    by: ['D16', 'P13'],
  },
  {
    clause: 'R3 §4.3',
    binds: 'The data may be used to commend learners.',
    by: ['D14'],
  },
  {
    clause: 'R3 §4.4',
    binds:
      'Results and commendations are given to learners and/or parents (representatives): by ' +
      'the order set in local acts, and on personal application, oral and/or written.',
    by: ['D16', 'P4'],
  },
  {
    clause: 'R3 §4.5',
    binds: 'Archive storage by the approved file plan.',
    by: ['D18', 'D19'],
  },
  {
    clause: 'R3 §5.2',
    binds:
      "Considered by the parents' committee and the learners' council, considered by the " +
      "methodical and pedagogical councils, approved by the director's order.",
    by: ['D1'],
  },
  {
    clause: 'R3 §5.3',
    binds: "Changes and additions are approved by the director's order.",
    by: ['D1'],
  },
];
