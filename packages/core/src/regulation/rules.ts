import type * as z from 'zod';
import type {
  archiveRules,
  assessmentRules,
  carrierRules,
  commendationRules,
  correctionRules,
  enrollmentRules,
  generalRules,
  lessonRules,
  rulesShape,
  scaleRules,
} from './events.ts';
import type { achievementRules } from './sections/achievements.ts';
import type { commissionRules } from './sections/commissions.ts';
import type { creditRules } from './sections/credits.ts';
import type { custodyRules } from './sections/custody.ts';
import type { disclosureRules } from './sections/disclosure.ts';
import type { documentKindShape, documentRules, registerShape } from './sections/documents.ts';
import type { portfolioRules } from './sections/portfolio.ts';
import type { printoutRules } from './sections/printouts.ts';
import type { retakeRules } from './sections/retakes.ts';
import type { retentionRules } from './sections/retention.ts';
import type { workRules } from './sections/works.ts';

export type GeneralRules = z.infer<typeof generalRules>;
export type ScaleRules = z.infer<typeof scaleRules>;
export type AssessmentRules = z.infer<typeof assessmentRules>;
export type CorrectionRules = z.infer<typeof correctionRules>;
export type LessonRules = z.infer<typeof lessonRules>;
export type EnrollmentRules = z.infer<typeof enrollmentRules>;
export type CommendationRules = z.infer<typeof commendationRules>;
export type ArchiveRules = z.infer<typeof archiveRules>;
export type CarrierRules = z.infer<typeof carrierRules>;
export type CreditRules = z.infer<typeof creditRules>;
export type AchievementRules = z.infer<typeof achievementRules>;
export type PortfolioRules = z.infer<typeof portfolioRules>;
export type DocumentRules = z.infer<typeof documentRules>;
/** A kind of document, and a register of documents. D15. */
export type DocumentKind = z.infer<typeof documentKindShape>;
export type RegisterRules = z.infer<typeof registerShape>;
export type RetentionRules = z.infer<typeof retentionRules>;
export type CustodyRules = z.infer<typeof custodyRules>;
export type CommissionRules = z.infer<typeof commissionRules>;
export type RetakeRules = z.infer<typeof retakeRules>;
export type WorkRules = z.infer<typeof workRules>;
export type DisclosureRules = z.infer<typeof disclosureRules>;
export type PrintoutRules = z.infer<typeof printoutRules>;
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
  readonly credits: CreditRules;
  readonly achievements: AchievementRules;
  readonly portfolio: PortfolioRules;
  readonly documents: DocumentRules;
  readonly retention: RetentionRules;
  readonly custody: CustodyRules;
  readonly commissions: CommissionRules;
  readonly retakes: RetakeRules;
  readonly works: WorkRules;
  readonly disclosure: DisclosureRules;
  readonly printouts: PrintoutRules;
}

/** The order in which an edition's sections are written. */
export const SECTIONS: readonly SectionName[] = [
  'general',
  'scales',
  'assessment',
  'correction',
  'lessons',
  'enrollment',
  'commendation',
  'archive',
  'carriers',
  'credits',
  'achievements',
  'portfolio',
  'documents',
  'retention',
  'custody',
  'commissions',
  'retakes',
  'works',
  'disclosure',
  'printouts',
];

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
