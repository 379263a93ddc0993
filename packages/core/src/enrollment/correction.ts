import * as z from 'zod';
import { refuseUnlessOrder } from '../acting/order.ts';
import { refuseUnlessReason } from '../acting/reason.ts';
import { signerGiven, positionGiven } from '../acting/signer.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import { known } from '../kernel/personal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import { recordHandedOver } from '../record/refusals.ts';
import type { CorrectionRules } from '../regulation/sections/correction.ts';
import { complaint } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import {
  aboutOf,
  refuseUnlessActDay,
  findResult,
  resultAnnulled,
  signAbout,
} from './about-result.ts';
import { refuseIfUndoesCompletion } from './completion.ts';
import type { EnrollmentContext } from './context.ts';
import { editionFor, recordOf } from './context.ts';
import { assessmentCorrected } from './events.ts';
import { refuseIfOwesBeforeFinal } from './final-debts.ts';
import { enrollmentId, factId } from './id.ts';
import { refuseUnlessWordsAgree, markOnScale } from './mark-value.ts';
import { refuseUnlessFinalLast, refuseIfPlannedTaken } from './standing.ts';
import type { EnrollmentState, MarkValue, ResultState } from './state.ts';
import { markOf } from './subject.ts';
import { enrollmentUnknown } from './unknown.ts';

/*
 * Correcting: an entry that states the mark in digits and in words, signed by the one who corrected
 * (R2 §2.3, second paragraph). The earlier value stays. What else an entry must carry is a field of
 * the regulation (D7), read in the edition in force on the act's own day; the scale is that of the
 * fact's day. A credited result is corrected in the same way.
 */

/** Corrects a result: `replaces` names the event of the value in force. */
export const correctAssessment = command(
  'correct-assessment',
  z
    .strictObject({
      enrollment: enrollmentId,
      /** Event id of the value in force: the record, or its last correction. */
      replaces: factId.optional(),
      /** Event id of the first record, where the regulation lets `replaces` be left out. */
      record: factId.optional(),
      value: shortText(64),
      words: shortText(200).optional(),
      /** Scale, where the result had no mark and is of the whole programme. */
      scale: identifier.optional(),
      reason: shortText(500).optional(),
      ...signerGiven,
      ...positionGiven,
      /** Who corrected; by default the signer. */
      correctedBy: identifier.optional(),
      /** Day of the correction; by default today in the organisation's time zone. */
      on: localDate.optional(),
    })
    .refine((given) => given.replaces !== undefined || given.record !== undefined, {
      path: ['replaces'],
      error: complaint(
        'назовите запись: replaces (действующее значение)',
        'name the entry: replaces (the value in force)',
      ),
    }),
  ['reason'],
);

/* Refusals */

export const notInForce = refusal('not-in-force', (d: { given: string; inForce: string }) => ({
  ru: `Действует не ${d.given}, а ${d.inForce}: посмотрите новое значение и назовите его`,
  en: `Not ${d.given} but ${d.inForce} is in force: look at the new value and name that one`,
}));

export const replacedNotNamed = refusal('replaced-not-named', (d: { inForce: string }) => ({
  ru: `Назовите заменяемое значение: replaces: ${d.inForce}`,
  en: `Name the value that is replaced: replaces: ${d.inForce}`,
}));

export const correctionWaiting = refusal(
  'correction-waiting',
  (d: { correction: string; signer: string; since: string }) => ({
    ru: `Исправление ${d.correction} (${d.signer}, ${d.since}) ждёт второй подписи: решите его`,
    en: `The correction ${d.correction} (${d.signer}, ${d.since}) waits: settle that one first`,
  }),
);

/** R2 §2.3: the signature is that of the teacher who corrected. */
export const correctorMustSign = refusal(
  'corrector-must-sign',
  (d: { correctedBy: string; signer: string }) => ({
    ru: `Исправил(а) ${d.correctedBy}, а подписывает ${d.signer}: подписывает исправивший`,
    en: `${d.correctedBy} corrected and ${d.signer} signs: the one who corrected must sign`,
  }),
);

export const sameValue = refusal('same-value', (d: { value: string; inForce: string }) => ({
  ru: `Оценка ${d.value} уже действует (${d.inForce}): исправлять нечего`,
  en: `The mark ${d.value} is in force already (${d.inForce}): there is nothing to correct`,
}));

/* Decide */

type CorrectInput = z.output<typeof correctAssessment.schema>;
type By = Pick<ReceivedCommand, 'sender'>;

export function decideCorrect(
  state: EnrollmentState,
  input: CorrectInput,
  context: EnrollmentContext,
  by: By,
): Decision {
  const actedOn = input.on ?? context.today;
  const edition = editionFor(context, actedOn);
  if (isRefusal(edition)) return edition;
  const rules = edition.correction;
  const shut = refuseUnlessCorrectable(state, input.enrollment, 'correct', rules, by);
  if (shut !== null) return shut;
  const result = valueInForce(state, input, rules);
  if (isRefusal(result)) return result;
  const wrongDay = refuseUnlessActDay(result, actedOn, context);
  if (wrongDay !== null) return wrongDay;
  const { signer: person, correctedBy = person, reason } = input;
  if (rules.correctorSigns && correctedBy !== person) {
    return correctorMustSign({ correctedBy, signer: person });
  }
  const unsaid = refuseUnlessReason('correct', result.event, rules.reasonRequired, reason);
  if (unsaid !== null) return unsaid;
  const { signerOffices, positionRequired } = rules;
  const signer = signAbout(input, signerOffices, actedOn, result, context, positionRequired);
  if (isRefusal(signer)) return signer;
  const mark = newMark(input, result, rules, context);
  if (isRefusal(mark)) return mark;
  const no = refuseUnlessMayTakeEffect(state, result, mark, context, by);
  if (no !== null) return no;
  return [
    assessmentCorrected.draft({
      occurredOn: result.on,
      refs: result.refs,
      data: {
        ...aboutOf(state, result, actedOn),
        replaces: result.inForce,
        mark,
        wordsGiven: input.words ?? null,
        ...(reason === undefined ? {} : { reason: known(reason) }),
        signer,
        correctedBy,
        awaitsCountersignature: rules.countersignOffices !== null,
        edition: edition.edition,
      },
    }),
  ];
}

/**
 * Why results of this enrollment cannot be corrected or annulled; null: they can. While it is
 * handed over nothing moves; after acceptance only on an order, where the regulation says so (D7).
 */
export function refuseUnlessCorrectable(
  state: EnrollmentState,
  enrollment: string,
  act: string,
  rules: CorrectionRules,
  { sender }: By,
): Refusal | null {
  if (state.id === null) return enrollmentUnknown({ enrollment });
  const { transfer, accepted } = state.archival;
  if (transfer === null) return null;
  if (!accepted) return recordHandedOver({ record: recordOf(enrollment), transfer });
  return refuseUnlessOrder(act, rules.orderAfterArchive, sender.ground);
}

/** The result whose value in force the command names, with nothing that waits on it. */
function valueInForce(
  state: EnrollmentState,
  { replaces, record }: CorrectInput,
  rules: CorrectionRules,
): ResultState | Refusal {
  const result = findResult(state, replaces ?? record ?? '');
  if (isRefusal(result)) return result;
  const { event, annulledOn, waiting, inForce } = result;
  if (annulledOn !== null) return resultAnnulled({ result: event, annulledOn });
  if (waiting !== null) {
    const { signer, actedOn } = waiting;
    return correctionWaiting({ correction: waiting.event, signer: signer.person, since: actedOn });
  }
  if (replaces === undefined && rules.replacedNamed) return replacedNotNamed({ inForce });
  if (replaces !== undefined && replaces !== inForce) {
    return notInForce({ given: replaces, inForce });
  }
  if (record !== undefined && record !== event) return notInForce({ given: record, inForce });
  return result;
}

/** The new value, on the scale of the value it replaces, in the edition of the fact's day. */
function newMark(
  { value, words, scale: named }: CorrectInput,
  result: ResultState,
  rules: CorrectionRules,
  context: EnrollmentContext,
): MarkValue | Refusal {
  const edition = editionFor(context, result.on);
  if (isRefusal(edition)) return edition;
  const asked = { module: result.module, scale: named };
  const mark =
    result.mark === null
      ? markOf(asked, value, result.on, edition, context.programme)
      : markOnScale(edition, result.mark.scale, value);
  if (isRefusal(mark)) return mark;
  const disagree = refuseUnlessWordsAgree(edition, mark, words, rules.wordsRequired);
  if (disagree !== null) return disagree;
  const same = result.mark?.value === mark.value;
  return same ? sameValue({ value: mark.value, inForce: result.inForce }) : mark;
}

/** What stands against this mark coming into force; null: nothing. */
export function refuseUnlessMayTakeEffect(
  state: EnrollmentState,
  result: ResultState,
  mark: MarkValue,
  context: EnrollmentContext,
  { sender }: By,
): Refusal | null {
  const { group, planned, module, kind, on, event, credited } = result;
  const undone = mark.passes
    ? null
    : refuseIfUndoesCompletion(state, event, context, sender.ground);
  if (undone !== null || result.mark !== null || credited) return undone;
  const taken = refuseIfPlannedTaken(state, group, planned);
  if (taken !== null) return taken;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  return (
    refuseIfOwesBeforeFinal(state, { kind, on }, edition) ??
    refuseUnlessFinalLast(state, { module, kind, on }, edition.assessment.finalKind)
  );
}
