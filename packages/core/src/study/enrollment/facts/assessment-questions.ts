import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { GradingScale } from '../../../values/grading-scale.ts';
import { markDigits, markPasses, markPoints, markWords, readMark } from '../../../values/mark.ts';
import type { CommissionState } from '../../commission/facts/state.ts';
import { worksOn } from '../../commission/facts/state.ts';
import { commissionNotWorking, commissionUnknown } from '../../commission/facts/unknown.ts';
import { plannedUnknown } from '../../group/facts/unknown.ts';
import type { Module, ProgrammeState } from '../../programme/facts/state.ts';
import { scaleOn } from '../../programme/facts/state.ts';
import { moduleUnknown } from '../../programme/facts/unknown.ts';
import type { MarkValue, ResultState } from './assessment-state.ts';
import { plannedKey } from './assessment-state.ts';
import { editionFor, refuseUnlessOpen, allowsResult, studyOn } from './questions.ts';
import type { StudyContext } from './reading.ts';
import type { EnrollmentState } from './state.ts';
import {
  achievedLater,
  alreadyAssessed,
  commissionNotFor,
  guidelineNotMarked,
  notInRegulation,
  notOnScale,
  otherScale,
  outsideStudy,
  plannedDisagrees,
  resultUnknown,
  scaleNotNamed,
} from './unknown.ts';

/* Questions about results: where one belongs, what it assesses, on which scale. D2, D6, D8, D11. */

/** The result whose first record or correction has this event id. Refuses `result-unknown`. */
export function findResult(state: EnrollmentState, event: string): ResultState | Refusal {
  const result = state.results.get(state.recordOf.get(event) ?? '');
  return result ?? resultUnknown({ result: event, enrollment: state.id ?? '' });
}

/**
 * The group and the edition of a new result on a day. A result needs a day of study; a credit may
 * also fall before study begins or into a suspension; with `afterDischarge` a result may follow a
 * discharge.
 * Refuses `enrollment-unknown`, `dated-ahead`, `regulation-missing`, `outside-study`, and as
 * `refuseIfArchived` does. D4, R1 §3.2.
 */
export function placeOfResult(
  state: EnrollmentState,
  input: { readonly enrollment: string; readonly on: string },
  credited: boolean,
  context: Pick<StudyContext, 'regulation' | 'today'>,
  afterDischarge = false,
): { readonly group: string; readonly edition: Edition } | Refusal {
  const shut = refuseUnlessOpen(state, input.enrollment);
  if (shut !== null) return shut;
  const { on } = input;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const place = studyOn(state, on);
  const { status, since, group } = place;
  const left = afterDischarge && status === 'ended' && !isCompleted(state);
  if (group === null || !(left || allowsResult(place, credited))) {
    return outsideStudy({ on, status, since });
  }
  return { group, edition };
}

/** Refuses `already-assessed` where a valid mark or credit counts for the planned assessment. */
export function refuseIfPlannedTaken(
  state: EnrollmentState,
  group: string,
  planned: string | null,
): Refusal | null {
  if (planned === null) return null;
  const event = state.planned.get(plannedKey(group, planned));
  return event === undefined ? null : alreadyAssessed({ planned, event });
}

/** The form of a result for which neither command nor plan nor module names exactly one. */
export const FORM_NOT_NAMED = 'unspecified';

/** The subject of an assessment as a command names it: module, kind and form. */
export interface SubjectAsked {
  readonly module?: string | null | undefined;
  readonly kind?: string | undefined;
  readonly form?: string | undefined;
  readonly planned?: string | undefined;
  readonly scale?: string | undefined;
}

/** The subject of an assessment as programme, plan and regulation describe it. */
export interface Subject {
  readonly module: Module | null;
  readonly kind: string;
  readonly form: string;
  readonly planned: string | null;
}

/**
 * Finds the subject of an assessment. A planned assessment gives module, kind and form, and what
 * the command says beside it must agree; without one the kind is by default `current`. The form is
 * the named one, else the planned one, else the module's only one for this kind, else {@link
 * FORM_NOT_NAMED}. Refuses `planned-unknown`, `planned-disagrees`, `module-unknown`,
 * `target-guideline` and `not-in-regulation`. D2, D6.
 */
export function findSubject(
  asked: SubjectAsked,
  group: string,
  edition: Edition,
  context: StudyContext,
): Subject | Refusal {
  const plan = findPlanned(asked, group, context);
  if (isRefusal(plan)) return plan;
  const module = findModule(asked.module ?? plan?.module ?? null, context.programme);
  if (isRefusal(module)) return module;
  const kind = asked.kind ?? plan?.kind ?? 'current';
  const kinds = edition.assessment.kinds.map((one) => one.id);
  if (!kinds.includes(kind)) return notInRegulation({ field: 'kind', value: kind, known: kinds });
  const named = asked.form ?? plan?.form;
  const forms = edition.assessment.forms.map((one) => one.id);
  if (named !== undefined && !forms.includes(named)) {
    return notInRegulation({ field: 'form', value: named, known: forms });
  }
  const form = named ?? onlyForm(module, kind) ?? FORM_NOT_NAMED;
  return { module, kind, form, planned: asked.planned ?? null };
}

/**
 * Parses a written mark: of a module on the module's scale of that day; of the programme as a whole
 * on the programme's scale, else on the scale that is named, else on the edition's only one.
 * Refuses `other-scale`, `scale-not-named`, `not-in-regulation` and `not-on-scale`. D2.
 */
export function markOf(
  asked: { readonly module: string | null; readonly scale: string | undefined },
  written: string,
  on: string,
  edition: Edition,
  programme: ProgrammeState,
): MarkValue | Refusal {
  const { module, scale: given } = asked;
  const own = scaleOn(programme, module, on);
  if (own !== null && given !== undefined && given !== own) {
    return otherScale({ of: module ?? programme.id ?? '', scale: own, given });
  }
  const scales = edition.scales.scales.map((one) => one.id);
  const only = scales.length === 1 ? scales[0] : undefined;
  const id = own ?? given ?? only;
  return id === undefined ? scaleNotNamed({ scales }) : markOnScale(edition, id, written);
}

/** As {@link markOn}, on a scale of the edition by its id. Refuses `not-in-regulation` too. */
export function markOnScale(edition: Edition, id: string, written: string): MarkValue | Refusal {
  const scale = scaleIn(edition, id);
  return isRefusal(scale) ? scale : markOn(scale, written);
}

/** Parses a written mark on a scale and gives its digits and words. Refuses `not-on-scale`. D2. */
export function markOn(scale: GradingScale, written: string): MarkValue | Refusal {
  const read = readMark(scale, written);
  if (!read.ok) return notOnScale({ problem: read.problem });
  const { value } = read;
  return {
    scale: scale.id,
    value,
    digits: markDigits(scale, value, 'ru'),
    words: markWords(scale, value, 'ru'),
    passes: markPasses(scale, value),
    points: markPoints(scale, value),
  };
}

/** The scale of this id in an edition. Refuses `not-in-regulation`. */
export function scaleIn(edition: Edition, id: string): GradingScale | Refusal {
  const scale = edition.scales.scales.find((one) => one.id === id);
  const known = edition.scales.scales.map((one) => one.id);
  return scale ?? notInRegulation({ field: 'scale', value: id, known });
}

/** An earlier result that is to be credited. */
export interface ResultToCredit extends SubjectAsked {
  readonly enrollment: string;
  readonly value?: string | undefined;
  readonly source: { readonly achievedOn: string | null };
  readonly on: string;
}

/** What crediting an earlier result records in the enrollment. */
export interface CreditableResult {
  readonly group: string;
  readonly module: string | null;
  readonly kind: string;
  readonly form: string;
  readonly planned: string | null;
  /** Null: credited without a mark. A failing mark may be credited, but completes nothing. */
  readonly mark: MarkValue | null;
}

/**
 * What crediting an earlier result would record. The decision on an application asks this too, so
 * that it grants nothing that the enrollment would refuse. Refuses `achieved-later`, and as
 * `placeOfResult`, `findSubject` and `markOf` do. D11.
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

/** An attestation that a commission is to hold. */
export interface AttestationAsked {
  readonly kind: string;
  readonly programme: string;
  readonly group: string;
  readonly retake: boolean;
  readonly on: string;
}

/**
 * Refuses a commission that cannot hold an attestation: `commission-unknown`,
 * `commission-not-working` on the day, `commission-not-for` this kind, attempt, programme or group.
 * D8.
 */
export function refuseUnlessCommissionServes(
  commission: CommissionState | null,
  named: string,
  asked: AttestationAsked,
  edition: Edition,
): Refusal | null {
  if (commission === null || commission.id === null) {
    return commissionUnknown({ commission: named });
  }
  const { on, kind, retake, group, programme } = asked;
  if (!worksOn(commission, on)) {
    const { from, until, dissolvedFrom } = commission;
    return commissionNotWorking({ commission: named, on, from, until: dissolvedFrom ?? until });
  }
  const rule = edition.commissions.kinds.find((one) => one.id === commission.kind);
  const attempts = retake ? 'retake' : 'first';
  const fits =
    rule !== undefined &&
    (rule.attests.length === 0 || rule.attests.includes(kind)) &&
    (rule.attempts === 'any' || rule.attempts === attempts) &&
    (commission.programmes.length === 0 || commission.programmes.includes(programme)) &&
    (commission.groups.length === 0 || commission.groups.includes(group));
  return fits ? null : commissionNotFor({ commission: named, kind, retake, group });
}

const isCompleted = (state: EnrollmentState): boolean =>
  state.lifeFacts.at(-1)?.type === 'Completed';

function onlyForm(module: Module | null, kind: string): string | null {
  if (module === null) return null;
  const [only, ...others] = module.forms.filter((one) => one.kind === kind);
  return others.length === 0 ? (only?.form ?? null) : null;
}

function findPlanned(asked: SubjectAsked, group: string, context: StudyContext) {
  const { planned, module, kind } = asked;
  if (planned === undefined) return null;
  const plans = context.group?.id === group ? context.group.planned : {};
  const plan = Object.hasOwn(plans, planned) ? plans[planned] : undefined;
  if (plan === undefined) return plannedUnknown({ planned, group });
  if (module !== undefined && module !== plan.module) {
    return plannedDisagrees({ planned, field: 'module', given: module ?? '—', plan: plan.module });
  }
  if (kind !== undefined && kind !== plan.kind) {
    return plannedDisagrees({ planned, field: 'kind', given: kind, plan: plan.kind });
  }
  return plan;
}

function findModule(id: string | null, programme: ProgrammeState): Module | null | Refusal {
  if (id === null) return null;
  if (Object.hasOwn(programme.modules, id)) return programme.modules[id] ?? null;
  if (Object.hasOwn(programme.guidelines, id)) return guidelineNotMarked({ guideline: id });
  const modules = Object.keys(programme.modules);
  return moduleUnknown({ module: id, programme: programme.id ?? '', modules });
}
