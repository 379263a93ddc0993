import * as z from 'zod';
import { officeGiven, refuseUnlessInOffice } from '../acting/signer.ts';
import { refuseUnlessByDecision } from '../credit/granted.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import { known } from '../kernel/personal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import { complaint } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import { placeOfResult, subjectGiven } from './assessment.ts';
import type { EnrollmentContext, StudyContext } from './context.ts';
import { editionFor, scopeOf, officialOf } from './context.ts';
import { resultCredited } from './events.ts';
import { enrollmentId } from './id.ts';
import { refsOf, whoseOf } from './life.ts';
import { refuseIfPlannedTaken } from './standing.ts';
import type { EnrollmentState, MarkValue } from './state.ts';
import type { SubjectAsked } from './subject.ts';
import { findSubject, markOf } from './subject.ts';

/*
 * An earlier result is credited (зачёт), keeping its source: it counts in completion, and is never
 * taken for an assessment held here. From the day of enrollment to the end. D11, R4 §2.2.9.
 */

const sourceGiven = z
  .strictObject({
    kind: z.enum(['own', 'other-organisation', 'achievement']),
    organisation: shortText(300).nullable().default(null),
    achievedOn: localDate.nullable().default(null),
  })
  .refine((source) => source.kind !== 'other-organisation' || source.organisation !== null, {
    path: ['organisation'],
    error: complaint('назовите организацию', 'name the other organisation'),
  });

/** Credits an earlier result; `decidedBy` is the official who decided, in any office. */
export const creditResult = command(
  'credit-result',
  z.strictObject({
    enrollment: enrollmentId,
    ...subjectGiven,
    /** The mark that is taken over; left out where the source has none on a scale of ours. */
    value: shortText(64).optional(),
    source: sourceGiven,
    /** The paper of the source, by its number: it leads to the person. */
    document: shortText(300).optional(),
    decidedBy: identifier.nullable().default(null),
    /** The office of `decidedBy`, where they hold several. */
    office: officeGiven,
    /** The decided application that it rests on. R5 §5. */
    decision: identifier.nullable().default(null),
    on: localDate,
  }),
  ['document'],
);

export const achievedLater = refusal('achieved-later', (d: { on: string; achievedOn: string }) => ({
  ru: `Результат достигнут ${d.achievedOn}, позже зачёта ${d.on}: проверьте даты`,
  en: `The result was achieved on ${d.achievedOn}, after it was credited (${d.on})`,
}));

/** A decision grants a subject once. */
export const creditedAlready = refusal(
  'credited-already',
  (d: { decision: string; result: string }) => ({
    ru: `По решению ${d.decision} это уже зачтено (${d.result}): второй раз не засчитать`,
    en: `By the decision ${d.decision} it is credited already (${d.result}): it is done once`,
  }),
);

/** Decides `credit-result`: on the decision that it names, where one is named or asked for. */
export function decideCredit(
  state: EnrollmentState,
  input: z.output<typeof creditResult.schema>,
  context: EnrollmentContext,
): Decision {
  const edition = editionFor(context, input.on);
  if (isRefusal(edition)) return edition;
  const no =
    refuseUnlessByDecision(input, context.credit ?? null, edition) ??
    refuseIfCredited(state, input);
  if (no !== null) return no;
  const standing = creditableResult(state, input, context);
  if (isRefusal(standing)) return standing;
  const { group, module, kind, form, planned, mark } = standing;
  const { on, source, document, decidedBy, office, decision } = input;
  if (decidedBy !== null) {
    const offices = edition.general.offices.map((one) => one.id);
    const decides = { person: decidedBy, office, on };
    const official = officialOf(context, decidedBy);
    const may = refuseUnlessInOffice(official, decides, offices, scopeOf(context, group));
    if (may !== null) return may;
  }
  const taken = refuseIfPlannedTaken(state, group, planned);
  if (taken !== null) return taken;
  return [
    resultCredited.draft({
      occurredOn: on,
      refs: {
        ...refsOf(state, group),
        module: module === null ? [] : [module],
        official: decidedBy === null ? [] : [decidedBy],
      },
      data: {
        ...whoseOf(state),
        group,
        module,
        kind,
        form,
        mark,
        source,
        planned,
        decidedBy,
        decision,
        ...(document === undefined ? {} : { document: known(document) }),
        edition: edition.edition,
      },
    }),
  ];
}

/** Did the decision that is named bring this subject's credit already? */
function refuseIfCredited(
  state: EnrollmentState,
  { decision, module = null, kind }: z.output<typeof creditResult.schema>,
): Refusal | null {
  if (decision === null) return null;
  for (const one of state.results.values()) {
    const same = one.decision === decision && one.module === module && one.kind === kind;
    if (same && one.annulledOn === null) return creditedAlready({ decision, result: one.event });
  }
  return null;
}

/** A result of elsewhere as it is to be credited. */
export interface ResultToCredit extends SubjectAsked {
  readonly enrollment: string;
  readonly value?: string | undefined;
  readonly source: { readonly achievedOn: string | null };
  readonly on: string;
}

/** A result of elsewhere in its place in the study. */
export interface CreditableResult {
  readonly group: string;
  readonly module: string | null;
  readonly kind: string;
  readonly form: string;
  readonly planned: string | null;
  /** Null: credited without a mark. One that does not pass is kept as it came; it completes nothing. */
  readonly mark: MarkValue | null;
}

/**
 * Where a result of elsewhere stands in a study once it is credited, or why it may not: who decides
 * on a credit asks so beforehand. Refuses `achieved-later`, and what a result of the day is refused.
 */
export function creditableResult(
  state: EnrollmentState,
  input: ResultToCredit,
  context: StudyContext,
): CreditableResult | Refusal {
  const place = placeOfResult(state, input, true, context);
  if (isRefusal(place)) return place;
  const { group, edition } = place;
  const subject = findSubject(input, group, edition, context);
  if (isRefusal(subject)) return subject;
  const { on, value, source } = input;
  if (source.achievedOn !== null && source.achievedOn > on) {
    return achievedLater({ on, achievedOn: source.achievedOn });
  }
  const module = subject.module?.id ?? null;
  const asked = { module, scale: input.scale };
  const mark = value === undefined ? null : markOf(asked, value, on, edition, context.programme);
  if (isRefusal(mark)) return mark;
  const { kind, form, planned } = subject;
  return { group, module, kind, form, planned, mark };
}
