import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { ProgrammeState } from './state.ts';
import { formUnknown, kindUnknown, moduleUnknown } from './unknown.ts';

/** Refuses a kind of assessment that the edition does not describe; null: it does. D2. */
export function refuseUnlessKindKnown(edition: Edition, kind: string): Refusal | null {
  const kinds = edition.assessment.kinds.map((one) => one.id);
  return kinds.includes(kind) ? null : kindUnknown({ kind, kinds });
}

/** Refuses a form of assessment that the edition does not describe; null: it does. D2. */
export function refuseUnlessFormKnown(edition: Edition, form: string): Refusal | null {
  const forms = edition.assessment.forms.map((one) => one.id);
  return forms.includes(form) ? null : formUnknown({ form, forms });
}

/** Refuses a module that the programme does not have; null: it has it. D2. */
export function refuseUnlessModuleKnown(programme: ProgrammeState, module: string): Refusal | null {
  if (Object.hasOwn(programme.modules, module)) return null;
  const modules = Object.keys(programme.modules);
  return moduleUnknown({ programme: programme.id ?? '', module, modules });
}
