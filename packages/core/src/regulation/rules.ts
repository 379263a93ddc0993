import type * as z from 'zod';
import type {
  archiveRules, assessmentRules, carrierRules, commendationRules, correctionRules,
  enrollmentRules, generalRules, lessonRules, rulesShape, scaleRules,
} from './events.ts'; // prettier-ignore

export type GeneralRules = z.infer<typeof generalRules>;
export type ScaleRules = z.infer<typeof scaleRules>;
export type AssessmentRules = z.infer<typeof assessmentRules>;
export type CorrectionRules = z.infer<typeof correctionRules>;
export type LessonRules = z.infer<typeof lessonRules>;
export type EnrollmentRules = z.infer<typeof enrollmentRules>;
export type CommendationRules = z.infer<typeof commendationRules>;
export type ArchiveRules = z.infer<typeof archiveRules>;
export type CarrierRules = z.infer<typeof carrierRules>;
/** One section of a regulation, told apart by `section`. */
export type Rules = z.infer<typeof rulesShape>;
export type SectionName = Rules['section'];

/** All sections of an edition, by name. */
export interface RuleBook {
  readonly general: GeneralRules;
  readonly scales: ScaleRules;
  readonly assessment: AssessmentRules;
  readonly correction: CorrectionRules;
  readonly lessons: LessonRules;
  readonly enrollment: EnrollmentRules;
  readonly commendation: CommendationRules;
  readonly archive: ArchiveRules;
  readonly carriers: CarrierRules;
}

/** The order in which an edition's sections are written. */
export const SECTIONS: readonly SectionName[] = [
  'general', 'scales', 'assessment', 'correction', 'lessons', 'enrollment', 'commendation',
  'archive', 'carriers',
]; // prettier-ignore

/** An edition of the regulation in force on some day. */
export interface Edition extends RuleBook {
  readonly edition: number;
  /** First day in force. */
  readonly from: string;
  readonly title: { readonly ru: string; readonly en: string };
}

/** A regulation ready to be adopted: what a preset exports. */
export interface RegulationPreset extends Omit<RuleBook, 'general'> {
  /** Name and version of the preset; null: the organisation's own rules. */
  readonly preset: string | null;
  readonly title: { readonly ru: string; readonly en: string };
  /** The time zone is the organisation's own, given when it is adopted. */
  readonly general: Omit<GeneralRules, 'timeZone'>;
}
