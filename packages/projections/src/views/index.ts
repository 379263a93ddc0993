export type { Answered, Dated, EventName, Fact, Source } from './fact.ts';
export { partitionKey } from './key.ts';
export type { EnrollmentLife, LifeFact, LifeStatus, StudyStretch } from './life.ts';
export type { Arrival, Departure, Leave, Stay } from './stay.ts';
export type {
  ActFact, Correction, CorrectionState, ResultFact, ResultRecord, ResultValue,
} from './result.ts'; // prettier-ignore
export { isWaiting } from './result.ts';
export type {
  NamedDocument, Person, PersonalValue, PersonRole, PersonView, Representative,
} from './people.ts'; // prettier-ignore
export { people } from './people.ts';
export type {
  CatalogueAnswer, CatalogueView, GroupTitles, ModuleTitle, ProgrammeTitles, RegulationAnswer,
} from './catalogue.ts'; // prettier-ignore
export { catalogue, catalogueKey } from './catalogue.ts';
export type {
  AttendanceTitle, ProgrammeTypeTitle, RegulationTitles, Titled,
} from './regulation-titles.ts'; // prettier-ignore
export type { JournalLessons, LessonRecord } from './journal-lessons.ts';
export type { Attendance, JournalMarks } from './journal-marks.ts';
export type { JournalAnswer, JournalPlace, JournalView } from './journal.ts';
export { journal, journalKey } from './journal.ts';
export type {
  CommendationRecord, FileCard, InventoryLine, LearnerFile,
} from './personal-file-card.ts'; // prettier-ignore
export type {
  FileLife, FileResults, PersonalFileAnswer, PersonalFileView,
} from './personal-file.ts'; // prettier-ignore
export { personalFile, personalFileKey } from './personal-file.ts';
export type {
  EnteredIndicators, EvaluatedLearner, SelfEvaluationAnswer, SelfEvaluationView,
} from './self-evaluation.ts'; // prettier-ignore
export { selfEvaluation, selfEvaluationKey } from './self-evaluation.ts';
export type { CorrectionClock, CorrectionsOfMonth, CorrectionsView } from './corrections.ts';
export { corrections, correctionsKey } from './corrections.ts';
export type { CountedMark, LearnerOutcomes, OutcomesView } from './outcomes.ts';
export { outcomes, outcomesKey } from './outcomes.ts';
export type {
  ArchivalRecord, Member, RecordCustody, Records, RecordsAnswer, RecordsView,
} from './records.ts'; // prettier-ignore
export { records, recordsKey } from './records.ts';
export { coreProjections } from './core-projections.ts';
