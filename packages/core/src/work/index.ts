export * from './events.ts';
export * from './commands.ts';
export * from './refusals.ts';
export type { DefenceContext, TopicContext, WorkEvent, WorkState } from './work.ts';
export {
  decideApproveTopic,
  decideDefendWork,
  decideReviewWork,
  decideSubmitWork,
  workDecider,
} from './work.ts';
export type { PracticeEvent, PracticeState } from './practice.ts';
export { decideEvaluatePractice, practiceDecider } from './practice.ts';
export type { ReportContext, ReportEvent, ReportState } from './report.ts';
export { decideFileReport, reportDecider } from './report.ts';
export type { WorkReceipt } from './service.ts';
export { workService } from './service.ts';
