import type { Clause } from './clause.ts';

export const r1: readonly Clause[] = [
  {
    clause: 'R1 §1.3.2',
    binds:
      'Personal file («личное дело»): the grouped and formally arranged documents about a ' +
      'learner that law, local acts and orders call for.',
    by: ['D17', 'P3'],
  },
  {
    clause: 'R1 §2.2',
    binds:
      'Tasks: level of mastery (2.2.1), match of reached with planned results (2.2.2), ' +
      'individualisation (2.2.3), control and evaluation of quality (2.2.4).',
    by: ['P11'],
  },
  {
    clause: 'R1 §3.1',
    binds:
      'Four programme types: повышение квалификации (3.1.1), профессиональная ' +
      'переподготовка (3.1.2), дополнительная общеразвивающая (3.1.3), дополнительная ' +
      'предпрофессиональная (3.1.4).',
    by: ['D2'],
  },
  {
    clause: 'R1 §3.2',
    binds: 'Recorded are persons who are enrolled and have begun to study.',
    by: ['D4'],
  },
  {
    clause: 'R1 §3.3',
    binds: 'Planned results of professional programmes: professional competences, per programme.',
    by: ['D2'],
  },
  {
    clause: 'R1 §3.4',
    binds:
      'Of general programmes: knowledge, skills, personal qualities, competences; personal, ' +
      'metasubject and subject results at the end of the programme.',
    by: ['D2'],
  },
  {
    clause: 'R1 §3.5',
    binds:
      'Whether a planned competence was reached is assessed by final attestation: it ' +
      'belongs to every professional programme.',
    by: ['D2', 'D6'],
  },
  {
    clause: 'R1 §3.6',
    binds:
      'General programmes: by interim attestation, and by final attestation only where the ' +
      'programme provides it.',
    by: ['D2', 'D6'],
  },
  {
    clause: 'R1 §3.4b',
    binds: 'How a competence grows is assessed by current control.',
    by: ['D6'],
  },
  {
    clause: 'R1 §3.5b',
    binds:
      'Results are fixed as current, interim and final assessment, in the forms and by the ' +
      'criteria of the programme; also as assessment of practical work: kinds of practice, ' +
      'internship («стажировка»), a project developed and defended, a work carried out.',
    by: ['D2', 'D6', 'D10'],
  },
  {
    clause: 'R1 §4.1',
    binds: 'Kept on paper (4.1.1) and in electronic form (4.1.2).',
    by: ['D1'],
  },
  {
    clause: 'R1 §4.2.1',
    binds: 'Paper: grade sheets («ведомости»).',
    by: ['D6', 'P2'],
  },
  {
    clause: 'R1 §4.2.2',
    binds: "Paper: teachers' reports («отчёты педагогов»).",
    by: ['D10'],
  },
  {
    clause: 'R1 §4.2.3',
    binds: 'Paper: protocols of sittings of attestation commissions.',
    by: ['D8', 'P2'],
  },
  {
    clause: 'R1 §4.2.4',
    binds:
      'Paper: protocols of sittings of retake commissions, for interim or final ' + 'attestation.',
    by: ['D8', 'D9', 'P2'],
  },
  {
    clause: 'R1 §4.2.5',
    binds:
      'Paper: reviews by scientific supervisors of qualification works («рецензии научных ' +
      'руководителей на квалификационные работы»).',
    by: ['D10'],
  },
  {
    clause: 'R1 §4.2.6',
    binds:
      'Paper: books of issued documents («книги регистрации выданных документов об ' +
      'образовании»).',
    by: ['D15', 'P7'],
  },
  {
    clause: 'R1 §4.2.7',
    binds:
      'Paper: books of issued certificates of study («книги регистрации выданных справок об ' +
      'обучении»).',
    by: ['D15', 'P7'],
  },
  {
    clause: 'R1 §4.2.8',
    binds: 'Paper: documents on commendation for educational achievement.',
    by: ['D14', 'P7'],
  },
  {
    clause: 'R1 §4.3, §4/5.3.1',
    binds:
      'Electronic: the book of issued documents (so this one register is kept in both ' + 'media).',
    by: ['D15', 'P7'],
  },
  {
    clause: 'R1 §4/5.4',
    binds:
      'The mandatory paper carriers of professional programmes are entries of the file ' +
      'plan. (The word "mandatory" is not in 4.2; it follows from 5.4 against 5.5.)',
    by: ['D1', 'D19'],
  },
  {
    clause: 'R1 §4/5.5',
    binds:
      'Additional carriers: analytical notes and other papers of internal quality ' +
      'monitoring (5.5.1); the self-evaluation report (5.5.2).',
    by: ['P10', 'P11'],
  },
  {
    clause: 'R1 §4/5.6',
    binds: 'Whether additional carriers are kept is decided by the director.',
    by: ['D1'],
  },
  {
    clause: 'R1 §4/5.7',
    binds:
      'Documents that confirm results: удостоверение о повышении квалификации (5.7.1), ' +
      'диплом о профессиональной переподготовке (5.7.2), справка об обучении (5.7.3), ' +
      'сертификат участника of scientific-practical conferences, seminars and other events ' +
      '(5.7.4).',
    by: ['D15', 'P8'],
  },
  {
    clause: 'R1 §4/5.8',
    binds:
      'Results may be kept as: presentations, digital or printed, of individual or group ' +
      'work (5.8.1); works done in software, tables, plots of the state of competences ' +
      '(5.8.2).',
    by: ['D13', 'P5'],
  },
  {
    clause: 'R1 §5.1.1',
    binds:
      'Ground: documented success in учебная, физкультурная, спортивная, общественная, ' +
      'научная, научно-техническая, творческая, экспериментальная, инновационная ' +
      'деятельность (9 areas).',
    by: ['D14'],
  },
  {
    clause: 'R1 §5.1.2',
    binds:
      'Ground: documented success in a job function, assigned works, services or other ' +
      'professional activity during practice or internship.',
    by: ['D10', 'D14'],
  },
  {
    clause: 'R1 §5.1.3',
    binds:
      'Ground: applications and petitions of citizens, public organisations, state and ' +
      'municipal bodies, others.',
    by: ['D14'],
  },
  {
    clause: 'R1 §5.2',
    binds:
      'Kinds: грамота (5.2.1), диплом участника (5.2.2), благодарность / благодарственное ' +
      'письмо (5.2.3).',
    by: ['D14'],
  },
  {
    clause: 'R1 §5.3',
    binds:
      "Made by the director's order. Order with the document may be published on the site " +
      'with consent of the learner, or of the parents (representatives) of a minor.',
    by: ['D3', 'D14', 'P13'],
  },
  {
    clause: 'R1 §5.4',
    binds: 'A copy of the order and the document itself are kept in the personal file.',
    by: ['D14', 'D17'],
  },
  {
    clause: 'R1 §5.5',
    binds:
      'Teachers may take commendations into account in current and/or interim assessment ' +
      '(final is not named).',
    by: ['D6', 'D14'],
  },
  {
    clause: 'R1 §5.6',
    binds: 'Commendations count in the internal quality evaluation system.',
    by: ['P11'],
  },
  {
    clause: 'R1 §6.1',
    binds:
      "Teachers and administration use results only in the learner's interest, to build and " +
      'correct the individual path.',
    by: ['D16', 'P13'],
  },
  {
    clause: 'R1 §6.2',
    binds:
      'Under personal-data law. Passing on to others: with consent of the learner (parents ' +
      'of a minor), or in the cases and forms set by law.',
    by: ['D3', 'D16', 'P13'],
  },
  {
    clause: 'R1 §6.3',
    binds:
      'Learners get the information (a) in the course of current, interim and final ' +
      'assessment, (b) on their personal application, oral and/or written.',
    by: ['D16', 'P4'],
  },
  {
    clause: 'R1 §6.4',
    binds: 'Administration and teachers also use it within internal quality evaluation.',
    by: ['P11'],
  },
  {
    clause: 'R1 §7.1',
    binds: 'Two places of keeping: the department of additional education, then the archive.',
    by: ['D18'],
  },
  {
    clause: 'R1 §7.2',
    binds:
      'Department → archive not later than N days after the order on expulsion of a learner ' +
      'or of a group of learners. N is left blank in the text: a preset must demand it.',
    by: ['D4', 'D18', 'P12'],
  },
  {
    clause: 'R1 §7.3',
    binds: 'In the archive on paper and electronic media, by the document-flow rules.',
    by: ['D18'],
  },
  {
    clause: 'R1 §7.4',
    binds: 'The term of mandatory paper carriers is set by the file plan.',
    by: ['D19'],
  },
  {
    clause: 'R1 §8.1',
    binds: 'In force from its approval; placed on the official site.',
    by: ['D1'],
  },
  {
    clause: 'R1 §8.2',
    binds: "In force until repealed by the director's order.",
    by: ['D1'],
  },
];
