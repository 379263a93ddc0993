import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { ProgrammeState } from './state.ts';
import { formUnknown, kindUnknown, moduleUnknown, resultGroupUnknown } from './unknown.ts';

/** Refuses `kind-unknown` where the edition does not describe the kind of assessment. D2. */
export function refuseUnlessKindKnown(edition: Edition, kind: string): Refusal | null {
  const kinds = edition.assessment.kinds.map((one) => one.id);
  return kinds.includes(kind) ? null : kindUnknown({ kind, kinds });
}

/** Refuses `form-unknown` where the edition does not describe the form of assessment. D2. */
export function refuseUnlessFormKnown(edition: Edition, form: string): Refusal | null {
  const forms = edition.assessment.forms.map((one) => one.id);
  return forms.includes(form) ? null : formUnknown({ form, forms });
}

/** Refuses `result-group-unknown` where the edition does not describe the group. R5 §3.2.4. */
export function refuseUnlessResultGroupKnown(
  edition: Edition,
  resultGroup: string | undefined,
): Refusal | null {
  const resultGroups = edition.assessment.resultGroups.map(({ id }) => id);
  if (resultGroup === undefined || resultGroups.includes(resultGroup)) return null;
  return resultGroupUnknown({ resultGroup, resultGroups });
}

/** Refuses `module-unknown` where the programme has no such module. D2. */
export function refuseUnlessModuleKnown(programme: ProgrammeState, module: string): Refusal | null {
  if (Object.hasOwn(programme.modules, module)) return null;
  const modules = Object.keys(programme.modules);
  return moduleUnknown({ programme: programme.id ?? '', module, modules });
}
