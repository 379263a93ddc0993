import type { Clause } from './clause.ts';

export const r5: readonly Clause[] = [
  {
    clause: 'R5 §1.2',
    binds:
      'Covers results of own programmes and of programmes mastered in other organisations, ' +
      'and commendations.',
    by: ['D4', 'D11'],
  },
  {
    clause: 'R5 §1.2 (gifted)',
    binds:
      'Individual achievements of gifted learners who are listed in the state resource can ' +
      'be credited at interim attestation and at final attestation in subjects not taken at ' +
      'the state final attestation (ГИА).',
    by: ['D3', 'D11', 'D12'],
  },
  {
    clause: 'R5 §1.4',
    binds:
      'Drawn up and accepted by the pedagogical council, passes the opinion of the ' +
      'representative bodies of learners and of parents, approved by the head.',
    by: ['D1'],
  },
  {
    clause: 'R5 §1.5',
    binds: 'Changes and additions by the set procedure.',
    by: ['D1'],
  },
  {
    clause: 'R5 §2.2',
    binds:
      'Tasks: level of mastery; match of reached with planned; quality control; finding ' +
      'learners who need special conditions for psychophysical development and health; ' +
      'individualisation; family and school together; support of gifted children by ' +
      'recording olympiads and contests.',
    by: ['D3', 'D12', 'P11'],
  },
  {
    clause: 'R5 §2.3',
    binds:
      'Means: three groups of results (personal, metasubject, subject); monitoring; ' +
      'dynamics from current control, interim and final attestation, events; parents are ' +
      'made acquainted with the course of study and results.',
    by: ['P4', 'P11'],
  },
  {
    clause: 'R5 §3.1',
    binds:
      'Programmes: начальное, основное, среднее общее образование; дополнительное ' +
      'образование.',
    by: ['D2'],
  },
  {
    clause: 'R5 §3.2',
    binds:
      'Result kinds: учебные достижения; достижения по внеурочной деятельности, по ' +
      'дополнительному образованию, по профессиональному обучению, по предпрофессиональным ' +
      'программам; личностные результаты.',
    by: ['D2', 'D6'],
  },
  {
    clause: 'R5 §3.2.1',
    binds:
      'Учебные: subject and metasubject results; current control and interim attestation; ' +
      'state final attestation; achievements in cognitive, project, project-search, study-' +
      'and-research activity.',
    by: ['D6', 'D12'],
  },
  {
    clause: 'R5 §3.2.2',
    binds:
      'Other programmes: subject and metasubject results; results of or mere part in ' +
      'olympiads and intellectual, professional, creative contests (a list formed under the ' +
      "Government's rules on gifted children among them), physical-culture and sports " +
      'events; norms of the ГТО complex; status of champion or prize-winner of the Olympic, ' +
      'Paralympic, Deaflympic Games, champion of the world or Europe, winner of a world or ' +
      'European junior championship in the sports of those Games.',
    by: ['D12'],
  },
  {
    clause: 'R5 §3.2.3',
    binds:
      'Личностные: experience gained; independence in socially and personally important ' +
      "situations; experience of designing one's social role; meaning of learning; " +
      "readiness for self-education; part in learners' self-government; volunteering. (That " +
      'they carry no mark is our reading.)',
    by: ['D2', 'D12'],
  },
  {
    clause: 'R5 §3.3',
    binds:
      'Commendation for success in the nine areas, by the separate local act on ' + 'commendation.',
    by: ['D14'],
  },
  {
    clause: 'R5 §3.4',
    binds:
      'Learners listed in the state resource may be given special conditions of attestation ' +
      'at interim attestation and at final attestation in subjects not taken at ГИА.',
    by: ['D3', 'D6'],
  },
  {
    clause: 'R5 §4.1',
    binds:
      'Internal assessment: current control in lessons and outside, interim attestation, ' +
      'final assessment in subjects not taken at ГИА, project work. External: federal and ' +
      'regional monitoring, ГИА, olympiads.',
    by: ['D6', 'D12'],
  },
  {
    clause: 'R5 §4.2',
    binds:
      'The record follows assessment procedures, monitoring and diagnostics of the internal ' +
      'quality system.',
    by: ['D6', 'P11'],
  },
  {
    clause: 'R5 §4.3',
    binds: 'On paper and on electronic carriers.',
    by: ['D1'],
  },
  {
    clause: 'R5 §4.3.1',
    binds:
      'Mandatory paper: журналы внеурочных занятий, журналы элективных курсов, журналы ' +
      'факультативных занятий, личные дела, портфолио.',
    by: ['D5', 'D13', 'D17', 'P1', 'P3', 'P5'],
  },
  {
    clause: 'R5 §4.3.2',
    binds:
      'Mandatory electronic: электронный журнал, электронный дневник, база данных ' +
      '«успеваемость» and the like. (So the class journal itself is electronic.)',
    by: ['D5', 'P1', 'P4'],
  },
  {
    clause: 'R5 §4.3.3',
    binds: 'The mandatory paper carriers are entries of the file plan.',
    by: ['D1', 'D19'],
  },
  {
    clause: 'R5 §4.3.4',
    binds:
      'Optional carriers: by decision of a collegial body, the administration or a ' +
      'structural unit.',
    by: ['D1'],
  },
  {
    clause: 'R5 §4.4',
    binds:
      'Subjects of the curriculum: electronic journals and diaries; журналы факультативных ' +
      'занятий; «листы/ведомости индивидуальных достижений»; programmed templates/tables; ' +
      'special sections of the e-journal.',
    by: ['D5', 'D6', 'P1', 'P2', 'P4'],
  },
  {
    clause: 'R5 §4.5',
    binds:
      'Extracurricular programmes: журналы внеурочных занятий; «специализированные книги ' +
      'контроля»; sheets of individual achievements; templates; e-journal sections, if any.',
    by: ['D5', 'P1', 'P2'],
  },
  {
    clause: 'R5 §4.6',
    binds:
      'Additional education: журналы кружков, журналы секций; books of control; sheets of ' +
      'individual achievements; templates; e-journal sections.',
    by: ['D5', 'P1', 'P2'],
  },
  {
    clause: 'R5 §4.7',
    binds:
      'Confirming documents: документ об образовании; certificate of progress in the ' +
      'current study year («справка … об успеваемости в текущем учебном году» = extract ' +
      'from the class journal: current marks and interim results), sealed by the school of ' +
      'origin and signed by its head or a person authorised by the head; дипломы of winners ' +
      'and prize-winners of olympiads and contests; грамоты for research work, sport, ' +
      'creative contests; сертификаты of participants of conferences, summer schools, ' +
      'festivals; свидетельства, удостоверения.',
    by: ['D11', 'D12', 'D15', 'D21', 'P8'],
  },
  {
    clause: 'R5 §4.8',
    binds:
      'May be kept: whole-class albums, posters, folders; presentations, digital or ' +
      'printed, individual or group; models, drawings; creative works in portfolio or in ' +
      'exhibitions, journals, collections; works done in software, tables, plots.',
    by: ['D13', 'P5'],
  },
  {
    clause: 'R5 §4.9',
    binds:
      'Documents (or copies) that confirm results and commendations are arranged as the ' +
      'portfolio, by the local act on it.',
    by: ['D13', 'D14', 'P5'],
  },
  {
    clause: 'R5 §4.10',
    binds:
      'Results of basic and secondary general education are entered in the book of issued ' +
      'attestats («книга выдачи аттестатов») and put into the attestat of that level.',
    by: ['D15', 'P7'],
  },
  {
    clause: 'R5 §5 (will)',
    binds: 'Credit rests on the will of the learners and/or their parents (representatives).',
    by: ['D11'],
  },
  {
    clause: 'R5 §5.2',
    binds:
      'Credit of subjects, courses, disciplines (modules), practice, additional programmes ' +
      'mastered in other organisations follows the local act on credit.',
    by: ['D11'],
  },
  {
    clause: 'R5 §5 (control)',
    binds: 'It is done under the control of the deputy head for the level of education.',
    by: ['D1', 'D11'],
  },
  {
    clause: 'R5 §6.1',
    binds:
      'Results and commendations are used by teachers and administration only in the ' +
      "learner's interest, for the individual path.",
    by: ['D16', 'P13'],
  },
  {
    clause: 'R5 §6.2',
    binds:
      'Under personal-data law; passing on in cases and forms set by law; to persons who ' +
      "are not the child's legal representatives it is not allowed.",
    by: ['D16', 'P13'],
  },
  {
    clause: 'R5 §6.3',
    binds:
      'The data may be used to commend learners, by the act on commendation, and for ' +
      'measures of social (material) support, by the act on it.',
    by: ['D14', 'D16'],
  },
  {
    clause: 'R5 §6.4',
    binds:
      'Given to learners and/or parents by the order set in local acts, and on personal ' +
      'application, oral and/or written.',
    by: ['D16', 'P4'],
  },
  {
    clause: 'R5 §7.1',
    binds:
      'Archive storage of results of main programmes and of commendations on paper and ' +
      'electronic media, by the local act on archives.',
    by: ['D18', 'D19'],
  },
  {
    clause: 'R5 §7.2',
    binds: 'The term of mandatory paper carriers is set by the file plan.',
    by: ['D19'],
  },
];
