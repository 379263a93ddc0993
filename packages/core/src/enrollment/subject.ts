import { plannedUnknown } from '../group/group.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { Module, ProgrammeState } from '../programme/state.ts';
import { scaleOn } from '../programme/state.ts';
import { moduleUnknown } from '../programme/unknown.ts';
import type { Edition } from '../regulation/rules.ts';
import type { StudyContext } from './context.ts';
import { markOnScale } from './mark-value.ts';
import { notInRegulation } from './not-in-regulation.ts';
import type { MarkValue } from './state.ts';

/* What is assessed: which module, kind and form, and on which scale. D2, D6. */

/** Stands where nobody named a form, and neither the plan nor the module names one alone. */
export const FORM_NOT_NAMED = 'unspecified';

/** The subject of an assessment as a command names it. */
export interface SubjectAsked {
  readonly module?: string | null | undefined;
  readonly kind?: string | undefined;
  readonly form?: string | undefined;
  readonly planned?: string | undefined;
  readonly scale?: string | undefined;
}

/** The subject once it has been found in the programme, the plan and the regulation. */
export interface Subject {
  readonly module: Module | null;
  readonly kind: string;
  readonly form: string;
  readonly planned: string | null;
}

/** R4 §4.1: a target guideline never carries a mark. */
export const guidelineNotMarked = refusal('target-guideline', (d: { guideline: string }) => ({
  ru: `${d.guideline} — целевой ориентир, его не оценивают: назовите модуль`,
  en: `${d.guideline} is a target guideline and never carries a mark: name a module`,
}));

export const plannedDisagrees = refusal(
  'planned-disagrees',
  (d: { planned: string; field: 'module' | 'kind'; given: string; plan: string }) => ({
    ru: `${d.planned} по плану имеет ${d.field} ${d.plan}, а не ${d.given}: исправьте или уберите`,
    en: `${d.planned} is planned with ${d.field} ${d.plan}, not ${d.given}: mend or leave it out`,
  }),
);

export const scaleNotNamed = refusal('scale-not-named', (d: { scales: readonly string[] }) => ({
  ru: `Для результата по программе в целом назовите шкалу; есть: ${d.scales.join(', ')}`,
  en: `Name the scale of a result of the whole programme; there are: ${d.scales.join(', ')}`,
}));

export const otherScale = refusal(
  'other-scale',
  (d: { of: string; scale: string; given: string }) => ({
    ru: `${d.of} оценивается по шкале ${d.scale}, а не ${d.given}: не называйте шкалу`,
    en: `${d.of} is marked on the scale ${d.scale}, not on ${d.given}: leave the scale out`,
  }),
);

/**
 * Finds the subject. A planned assessment gives module, kind and form; what the command says beside
 * it must agree. Without one the kind is `current`. The form is, in this order: the named one, the
 * planned one, the only one of the module for this kind, else {@link FORM_NOT_NAMED}: nothing is
 * made up.
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

function onlyForm(module: Module | null, kind: string): string | null {
  const own = module?.forms.filter((one) => one.kind === kind) ?? [];
  return own.length === 1 ? (own[0]?.form ?? null) : null;
}

function findPlanned(asked: SubjectAsked, group: string, context: StudyContext) {
  const { planned, module, kind } = asked;
  if (planned === undefined) return null;
  const held = context.group?.id === group ? context.group.planned : {};
  const plan = Object.hasOwn(held, planned) ? held[planned] : undefined;
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

/**
 * Reads a mark: a module's on the scale that the module has on the day; the whole programme's on
 * the programme's, or where it has none on the one that is named, or on the edition's only one. D2.
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
