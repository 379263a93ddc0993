export type {
  CustodyRules,
  RetentionRules,
  AchievementRules,
  CreditRules,
  PortfolioRules,
  CommissionRules,
  RetakeRules,
  WorkRules,
  DisclosureRules,
  PrintoutRules,
  ArchiveRules,
  AssessmentRules,
  CarrierRules,
  CommendationRules,
  CorrectionRules,
  Edition,
  EnrollmentRules,
  GeneralRules,
  LessonRules,
  RegulationPreset,
  RuleBook,
  Rules,
  ScaleRules,
  SectionName,
  DocumentKind,
  DocumentRules,
  RegisterRules,
} from './rules.ts';
export * from './events.ts';
export { achievementRules } from './sections/achievements.ts';
export { creditRules } from './sections/credits.ts';
export { documentRules } from './sections/documents.ts';
export { portfolioRules } from './sections/portfolio.ts';
export { commissionRules } from './sections/commissions.ts';
export { retakeRules } from './sections/retakes.ts';
export { workRules } from './sections/works.ts';
export { custodyRules } from './sections/custody.ts';
export { retentionRules } from './sections/retention.ts';
export { disclosureRules } from './sections/disclosure.ts';
export { printoutRules } from './sections/printouts.ts';
export * from './regulation.ts';
export { readEdition } from './reading.ts';
export type { Adoption, RegulationRoom } from './room.ts';
export { regulationRoom } from './room.ts';
