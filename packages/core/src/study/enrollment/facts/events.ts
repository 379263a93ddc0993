import {
  absenceCorrected,
  assessmentAnnulled,
  assessmentCorrected,
  assessmentRecorded,
  correctionCountersigned,
  correctionDeclined,
  correctionWithdrawn,
  resultCredited,
} from './assessment-events.ts';
import { debtEvents } from './debt-events.ts';
import {
  completed,
  discharged,
  enrolled,
  enrollmentEntryAnnulled,
  reinstated,
  studyStarted,
  suspended,
  transferred,
} from './life-events.ts';
import { studyEvents } from './study-events.ts';

/** Every event of an enrollment's stream but those about its archival status. */
export const enrollmentEvents = [
  enrolled,
  studyStarted,
  transferred,
  suspended,
  reinstated,
  completed,
  discharged,
  enrollmentEntryAnnulled,
  assessmentRecorded,
  resultCredited,
  assessmentCorrected,
  absenceCorrected,
  correctionCountersigned,
  correctionDeclined,
  correctionWithdrawn,
  assessmentAnnulled,
  ...debtEvents,
  ...studyEvents,
] as const;
