export type {
  ArchiveRules, AssessmentRules, CarrierRules, CommendationRules, CorrectionRules, Edition,
  EnrollmentRules, GeneralRules, LessonRules, RegulationPreset, RuleBook, Rules, ScaleRules,
  SectionName,
} from './rules.ts'; // prettier-ignore
export * from './events.ts';
export * from './regulation.ts';
export type { DayAndEdition } from './today.ts';
export { datedAhead, readDay, readToday } from './today.ts';
export type { Adoption, RegulationRoom } from './room.ts';
export { regulationRoom } from './room.ts';
export { isOrder, orderRequired } from './order-required.ts';
