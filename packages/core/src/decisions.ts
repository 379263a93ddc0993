/*
 * The decisions: pure functions from a state, a command's input and its context to events or a
 * refusal. They are exported for tests in given/when/then and for services of your own.
 */
export { commandsEntering } from './acting/entered-by.ts';
export type { Fit } from './entry/fitting.ts';
export { fitting, restingFacts } from './entry/fitting.ts';
export { decideAnnulLawEntry, decideConfirmWording } from './rules/law/decide.ts';
export type { OfficialCorrectionContext } from './rules/official/context.ts';
export {
  decideAnnulOfficialEntry,
  decideCorrectOfficialEntry,
} from './rules/official/decide-entry.ts';
export { decideAppoint, decideRelieve, decideRename } from './rules/official/decide.ts';
export {
  decideAnnulOrganisationEntry,
  decideDescribe,
  decideNameRelated,
} from './rules/organisation/decide.ts';
export {
  decideAdopt,
  decideAmend,
  decidePublish,
  decideRepeal,
} from './rules/regulation/decide.ts';
export type { LearnerCorrectionContext } from './people/learner/context.ts';
export { decideEndSpecialStatus } from './people/learner/decide-conditions.ts';
export {
  decideConsent,
  decideEndRepresentative,
  decideRepresentative,
  decideWithdrawal,
} from './people/learner/decide-consent.ts';
export {
  decideChange,
  decideGifted,
  decideRegister,
  decideSpecialNeeds,
} from './people/learner/decide.ts';
export {
  decideAnnulLearnerEntry,
  decideCorrectLearnerEntry,
} from './people/learner/decide-entry.ts';
export type { LinkContext, LinkCorrectionContext } from './people/link/context.ts';
export { decideAnnulLinkEntry, decideCorrectLinkEntry } from './people/link/decide-entry.ts';
export { decideLink, decideUnlink } from './people/link/decide.ts';
export type { NoteContext } from './study/note/context.ts';
export { decideAnnulNoteEntry, decideReadNote, decideWriteNote } from './study/note/decide.ts';
export type { AcquaintanceContext } from './people/acquaintance/context.ts';
export { decideAnnulAcquaintance, decideRecordAcquaintance } from './people/acquaintance/decide.ts';
export type {
  CommissionContext,
  ProtocolEntryContext,
  ProtocolEntryCorrectionContext,
  SigningContext,
} from './study/commission/context.ts';
export {
  decideCorrectProtocolEntry,
  decideEnterProtocolEntry,
} from './study/commission/decide-entries.ts';
export { decideRecordDissent, decideSignProtocol } from './study/commission/decide-signing.ts';
export { decideHoldSitting } from './study/commission/decide-sitting.ts';
export {
  decideChangeCommission,
  decideDissolveCommission,
  decideFormCommission,
} from './study/commission/decide.ts';
export type { NumberingContext } from './study/commission/protocol/context.ts';
export { decideNumberProtocol } from './study/commission/protocol/decide.ts';
export type {
  CreditAnnulmentContext,
  CreditContext,
  CreditDecisionContext,
} from './study/credit/context.ts';
export { decideCreditDecision } from './study/credit/decide-decision.ts';
export { decideAnnulCreditEntry } from './study/credit/decide-entry.ts';
export {
  decideApplyForCredit,
  decideCompareCredit,
  decideNoteCreditNotDone,
  decideWithdrawCredit,
} from './study/credit/decide.ts';
export { decideRecordAssessment } from './study/enrollment/assessment/decide-assessment.ts';
export { decideCredit } from './study/enrollment/assessment/decide-credit.ts';
export { decideAnnul } from './study/enrollment/correction/decide-annulment.ts';
export { decideCorrectAbsence } from './study/enrollment/correction/decide-absence.ts';
export { decideCorrect } from './study/enrollment/correction/decide-correction.ts';
export {
  decideCountersign,
  decideDecline,
  decideWithdraw,
} from './study/enrollment/correction/decide-countersignature.ts';
export type { GrantContext } from './study/enrollment/debt/context.ts';
export { decidePauseDebtTerm, findDebt } from './study/enrollment/debt/decide-debt.ts';
export { decideAnnulDebtEntry, decideCorrectPause } from './study/enrollment/debt/decide-entry.ts';
export {
  decideGrantRetake,
  decideInformOfDebts,
  decideMoveRetake,
  decideWithdrawRetake,
} from './study/enrollment/debt/decide-retake.ts';
export type {
  DischargeContext,
  EnrollContext,
  EnrollmentContext,
  PuttingRightContext,
} from './study/enrollment/life/context.ts';
export { decideAnnulStep } from './study/enrollment/life/decide-annul.ts';
export { decideComplete } from './study/enrollment/life/decide-completion.ts';
export { decideCorrectStep } from './study/enrollment/life/decide-correct.ts';
export { decideDischarge } from './study/enrollment/life/decide-discharge.ts';
export { decideEnroll } from './study/enrollment/life/decide-enroll.ts';
export {
  decideReinstate,
  decideStartStudy,
  decideSuspend,
  decideTransfer,
} from './study/enrollment/life/decide-movement.ts';
export type {
  AnnouncementContext,
  OpeningContext,
  PlanningContext,
} from './study/group/context.ts';
export {
  decideAnnounce,
  decideCloseGroup,
  decideDrop,
  decideOpenGroup,
  decidePlan,
  decidePlanOne,
} from './study/group/decide.ts';
export type {
  AnnulContext,
  LessonContext,
  LessonCorrectionContext,
} from './study/journal/context.ts';
export { decideCorrectLesson } from './study/journal/decide-correction.ts';
export { decideAnnulLesson, decideHoldLesson } from './study/journal/decide.ts';
export type { ScaleChoiceContext } from './study/programme/context.ts';
export {
  decideAddModule,
  decideChooseScale,
  decideCloseProgramme,
  decideOpenProgramme,
  decidePlannedResult,
  decideTargetGuideline,
} from './study/programme/decide.ts';
export type { DefenceContext, TopicContext } from './study/work/context.ts';
export {
  decideApproveTopic,
  decideDefendWork,
  decideReviewWork,
  decideSubmitWork,
} from './study/work/decide.ts';
export { decideEvaluatePractice } from './study/work/practice/decide.ts';
export type { ReportContext } from './study/work/report/context.ts';
export { decideFileReport } from './study/work/report/decide.ts';
export type { BankContext } from './merit/achievement/bank/context.ts';
export { decideAnnulReplenishment, decideReplenishBank } from './merit/achievement/bank/decide.ts';
export type {
  AchievementAnnulmentContext,
  AchievementContext,
} from './merit/achievement/context.ts';
export { decideAnnulAchievementEntry } from './merit/achievement/decide-entry.ts';
export type { EvidenceContext } from './merit/achievement/decide-evidence.ts';
export { decideEvidenceAchievement } from './merit/achievement/decide-evidence.ts';
export { decideAnnulContestEntry, decideKeepContestProtocol } from './merit/contest/decide.ts';
export {
  decideAnnulAchievement,
  decideRecordAchievement,
  decideVerifyAchievement,
} from './merit/achievement/decide.ts';
export type {
  CommendationAnnulmentContext,
  ProposalContext,
  SignedContext,
} from './merit/commendation/context.ts';
export {
  decideOrderCommendation,
  decidePresentCommendation,
  decideProposeCommendation,
  decidePublishCommendation,
  decideRevokeCommendation,
} from './merit/commendation/decide.ts';
export { decideAnnulCommendationEntry } from './merit/commendation/decide-entry.ts';
export type { PortfolioContext } from './merit/portfolio/context.ts';
export { decideAnnulPortfolioEntry } from './merit/portfolio/decide-entry.ts';
export { decideAddPortfolioItem, decideRemovePortfolioItem } from './merit/portfolio/decide.ts';
export type { CarrierContext } from './papers/carrier/context.ts';
export { decideCarrier } from './papers/carrier/decide.ts';
export type { DisclosureContext, PublicationContext } from './papers/disclosure/context.ts';
export {
  decideAsk,
  decideGive,
  decideGrant,
  decidePutOff,
  decideRefuse,
} from './papers/disclosure/decide-application.ts';
export { decideTell } from './papers/disclosure/decide-giving.ts';
export {
  decidePublishResults,
  decideWithdrawPublication,
} from './papers/disclosure/decide-publication.ts';
export type { DocumentContext, FileActContext } from './papers/file/context.ts';
export {
  decideCorrectInventoryItem,
  decideRemoveDocument,
} from './papers/file/decide-inventory.ts';
export { decideCertifyPart, decideOpenPart } from './papers/file/decide-part.ts';
export { decideAddFileDocument, decideCloseFile, decideOpenFile } from './papers/file/decide.ts';
export { decideTakeNumber } from './papers/file/number/decide.ts';
export { decideApproveForm, decideWithdrawForm } from './papers/form/decide.ts';
export { decideAmendOrder, decideAnnulOrder, decideRegisterOrder } from './papers/order/decide.ts';
export { decideAnnulOrderEntry, decideCorrectOrder } from './papers/order/decide-put-right.ts';
export type { PrintoutContext } from './papers/printout/context.ts';
export { decideCertify, decideVoidPrintout } from './papers/printout/decide.ts';
export type { SettlingContext, SheetsContext } from './papers/printout/sheet/context.ts';
export { decideSettleSheets } from './papers/printout/sheet/decide-settle.ts';
export { decideSignSheets, decideVoidSheet } from './papers/printout/sheet/decide.ts';
export type {
  AssignContext,
  BlankContext,
  InRegisterContext,
} from './papers/register/blank/context.ts';
export {
  decideReleaseBlanks,
  decideSpoilBlank,
  decideWriteOffBlanks,
} from './papers/register/blank/decide-in-register.ts';
export { decideAssignBlanks, decideReceiveBlanks } from './papers/register/blank/decide.ts';
export type { EntryActContext, IssueContext, ReceiveContext } from './papers/register/context.ts';
export { decideAnnulDocument, decideCorrectDocumentLine } from './papers/register/decide-entry.ts';
export { decideIssueDocument } from './papers/register/decide-issue.ts';
export { decideDeliverDocument, decideWithdrawDocument } from './papers/register/decide-life.ts';
export type { DocumentLinkContext, TakeOverContext } from './papers/register/decide-old-book.ts';
export { decideLinkDocument, decideTakeOverDocuments } from './papers/register/decide-old-book.ts';
export type { DocumentActContext } from './papers/register/decide-put-right.ts';
export {
  decideAnnulDocumentAct,
  decideCorrectDocumentAct,
} from './papers/register/decide-put-right.ts';
export { decideReceiveDocument } from './papers/register/decide-receive.ts';
export * from './keeping-decisions.ts';
