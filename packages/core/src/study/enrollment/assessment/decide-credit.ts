import type * as z from 'zod';
import { refuseUnlessInOffice } from '../../../acting/signer.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { known } from '../../../kernel/personal.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { refuseUnlessByDecision } from '../../credit/facts/questions.ts';
import { resultCredited } from '../facts/assessment-events.ts';
import { creditableResult, refuseIfPlannedTaken } from '../facts/assessment-questions.ts';
import type { MarkValue } from '../facts/assessment-state.ts';
import type { ResultSubject } from '../facts/counting-questions.ts';
import { resultSubjectKey } from '../facts/counting-questions.ts';
import type { DebtRules } from '../facts/debt-questions.ts';
import { debtRules } from '../facts/debt-questions.ts';
import { refsOf } from '../facts/life-questions.ts';
import { editionFor, officialOf, scopeOf } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import type { creditResult } from './commands.ts';
import { countedAs, isAttestation, openFailure, validOf } from './decide-counting.ts';
import { refuseUnlessCreditFits } from './decide-subject.ts';
import { creditNotPassing, creditOverFailure, creditedAlready, secondResult } from './refusals.ts';

/**
 * Decides `credit-result`. Refuses `credited-already`, `already-assessed`, as
 * `refuseUnlessByDecision`, `refuseUnlessLawfulCredit`, `creditableResult` and
 * `refuseUnlessCreditFits` do, and as `signAs` does for the official who
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
  const unfit = refuseUnlessCreditFits(input, kind, edition);
  if (unfit !== null) return unfit;
  const rules = debtRules(context);
  const asked = { subject: { module, kind, planned }, group };
  const counted = countedAs(state, input, asked, edition, rules);
  const unlawful = refuseUnlessLawfulCredit(state, { ...input, counted, mark }, edition, rules);
  if (unlawful !== null) return unlawful;
  const { studyYear, period, planned: plannedAs } = counted;
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

/** A credit, and what it counts for. */
interface Credit {
  readonly on: string;
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly counted: ResultSubject;
  readonly mark: MarkValue | null;
}

/**
 * Refuses a credit of an attestation that may not be: `credit-not-passing`; `second-result` beside
 * an own result that passes; `credit-over-failure` where somebody failed and nobody decided, as it
 * would pass by the limits of retakes. RK 1.3, 273-FZ art. 34, 58.
 */
function refuseUnlessLawfulCredit(
  state: EnrollmentState,
  { on, decision, decidedBy, counted, mark }: Credit,
  edition: Edition,
  rules: DebtRules,
): Refusal | null {
  const { module, kind } = counted;
  if (!isAttestation(edition, kind)) return null;
  if (mark?.passes === false) return creditNotPassing({ module, kind, value: mark.value });
  const key = resultSubjectKey(counted);
  const passed = validOf(state, key).find((one) => !one.credited && one.mark?.passes === true);
  if (passed !== undefined) {
    return secondResult({ module, kind, result: passed.event, on: passed.on });
  }
  const open = openFailure(state, key, rules, on);
  if (open === null || decision !== null || decidedBy !== null) return null;
  return creditOverFailure({ module, kind, failed: open.failed.event });
}
