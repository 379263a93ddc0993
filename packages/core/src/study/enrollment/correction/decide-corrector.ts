import type * as z from 'zod';
import type { Refusal } from '../../../kernel/refusal.ts';
import { appointmentOn } from '../../../rules/official/facts/questions.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { refuseIfAbsentFrom } from '../assessment/decide-absent.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { officialOf } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { EnrollmentContext } from '../life/context.ts';
import type { correctAssessment } from './commands.ts';
import {
  absenceBasisMissing,
  notTheAuthor,
  paperCarrierUnknown,
  paperOtherDay,
} from './refusals.ts';

type CorrectInput = z.output<typeof correctAssessment.schema>;

/*
 * Who corrects, and what a correction repeats: the teacher who corrected signs; where the author
 * has left, whoever succeeds them is shown as such; the paper entry gives the day. RK 1.4, RK 1.12.
 */

/**
 * The author of the mark, where another corrects it because the author has left the office by that
 * day; null: the author corrects, or is in office. Refuses `not-the-author` where the regulation
 * lets only the author correct and the author is in office. RK 1.12.
 */
export function succeededAuthor(
  { author }: ResultState,
  signer: string,
  actedOn: string,
  { assessment, correction }: Edition,
  context: EnrollmentContext,
): string | null | Refusal {
  if (author === null || author === signer) return null;
  const held = appointmentOn(
    officialOf(context, author),
    assessment.assessorOffices,
    actedOn,
    'any',
  );
  if (held === null) return author;
  return correction.authorCorrects ? notTheAuthor({ signer, author }) : null;
}

/** The day of a correction: that of its paper entry, else the given one, else today. RK 1.12. */
export function dayOfCorrection(
  { on, paper }: Pick<CorrectInput, 'on' | 'paper'>,
  today: string,
): string | Refusal {
  if (paper === undefined) return on ?? today;
  if (on !== undefined && on !== paper.date) return paperOtherDay({ on, paper: paper.date });
  return paper.date;
}

/** Refuses `paper-carrier-unknown` where the paper entry is in no paper carrier. RK 1.12. */
export function refuseUnlessPaperCarrier(
  { paper }: Pick<CorrectInput, 'paper'>,
  { carriers }: Edition,
): Refusal | null {
  if (paper === undefined) return null;
  const known = carriers.carriers.filter(({ medium }) => medium !== 'electronic');
  if (known.some(({ id }) => id === paper.carrier)) return null;
  return paperCarrierUnknown({ carrier: paper.carrier, known: known.map(({ id }) => id) });
}

/**
 * Refuses a mark in place of an absence unless the absence was the error: the work or sheet must be
 * named (`absence-basis-missing`), and the lesson's attendance corrected first
 * (`absent-from-lesson`). RK 1.4.
 */
export function refuseUnlessAbsenceWasError(
  state: EnrollmentState,
  { basis }: Pick<CorrectInput, 'basis'>,
  { event, outcome, on, basis: lesson }: ResultState,
  { lessons = [] }: EnrollmentContext,
): Refusal | null {
  if (outcome !== 'absent') return null;
  if (basis === undefined) return absenceBasisMissing({ result: event });
  const named = lesson?.kind === 'lesson' ? lesson.id : null;
  return refuseIfAbsentFrom(lessons, { learner: state.learner, on, named });
}

/** The optional fields of a correction, as its event stores them. */
export function correctionDetails(
  { paper, basis }: Pick<CorrectInput, 'paper' | 'basis'>,
  succeeds: string | null,
) {
  return {
    ...(succeeds === null ? {} : { succeeds }),
    ...(paper === undefined ? {} : { paper }),
    ...(basis === undefined ? {} : { basis }),
  };
}
