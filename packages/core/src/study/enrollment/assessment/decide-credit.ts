import type * as z from 'zod';
import { refuseUnlessInOffice } from '../../../acting/signer.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { refuseUnlessByDecision } from '../../credit/facts/questions.ts';
import { resultCredited } from '../facts/assessment-events.ts';
import { creditableResult, refuseIfPlannedTaken } from '../facts/assessment-questions.ts';
import { debtRules } from '../facts/debt-questions.ts';
import { refsOf } from '../facts/life-questions.ts';
import { editionFor, officialOf, scopeOf } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import type { creditResult } from './commands.ts';
import { countedAs, refuseUnlessPeriodKnown } from './decide-counting.ts';
import { creditedAlready } from './refusals.ts';

/**
 * Decides `credit-result`. Refuses `credited-already`, `already-assessed`, `not-in-regulation`, as
 * `refuseUnlessByDecision` and `creditableResult` do, and as `signAs` does for the official who
 * decided. D11, R4 §2.2.9.
 */
export function decideCredit(
  state: EnrollmentState,
  input: z.output<typeof creditResult.schema>,
  context: EnrollmentContext,
): Decision {
  const edition = editionFor(context, input.on);
  if (isRefusal(edition)) return edition;
  const no =
    refuseUnlessByDecision(input, context.credit ?? null, edition) ??
    refuseIfCreditedAlready(state, input);
  if (no !== null) return no;
  const creditable = creditableResult(state, input, context);
  if (isRefusal(creditable)) return creditable;
  const { group, module, kind, form, planned, mark } = creditable;
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
  const asked = { subject: { module, kind, planned }, group };
  const counted = countedAs(state, input, asked, edition, debtRules(context));
  const { studyYear, period, planned: plannedAs } = counted;
  const unknown = refuseUnlessPeriodKnown(period, edition);
  if (unknown !== null) return unknown;
  return [
    resultCredited.draft({
      occurredOn: on,
      refs: {
        ...refsOf(state, group),
        module: module === null ? [] : [module],
        official: decidedBy === null ? [] : [decidedBy],
      },
      data: {
        ...enrollmentIdsOf(state),
        group,
        module,
        kind,
        form,
        mark,
        source,
        planned,
        decidedBy,
        decision,
        countsFor: { studyYear, period, planned: plannedAs },
        ...(document === undefined ? {} : { document: known(document) }),
        edition: edition.edition,
      },
    }),
  ];
}

/** Refuses `credited-already` where the named decision has already credited this subject. */
function refuseIfCreditedAlready(
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
