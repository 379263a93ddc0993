import type * as z from 'zod';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DayAndEdition } from '../../rules/regulation/facts/reading.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import type {
  addModule,
  chooseScale,
  closeProgramme,
  moduleInput,
  openProgramme,
  setPlannedResult,
  setTargetGuideline,
} from './commands.ts';
import type { ScaleChoiceContext } from './context.ts';
import {
  moduleAdded,
  plannedResultSet,
  programmeClosed,
  programmeOpened,
  scaleChosen,
  targetGuidelineSet,
} from './facts/events.ts';
import {
  refuseUnlessFormKnown,
  refuseUnlessKindKnown,
  refuseUnlessModuleKnown,
  refuseUnlessResultGroupKnown,
} from './facts/questions.ts';
import type { ProgrammeState } from './facts/state.ts';
import { closingBeforeOpening, programmeIsClosed, programmeUnknown } from './facts/unknown.ts';
import {
  hoursBelowMinimum,
  modulesExceedProgramme,
  programmeTypeUnknown,
  scaleChoiceOutOfOrder,
  scaleNotChosenByTeacher,
  scaleUnknown,
} from './refusals.ts';

/**
 * Decides `open-programme`. Refuses `already-exists`, `programme-type-unknown`, `scale-unknown`,
 * `kind-unknown`, `form-unknown`, `result-group-unknown`, `hours-below-minimum` and
 * `modules-exceed-programme`. D2.
 */
export function decideOpenProgramme(
  state: ProgrammeState,
  input: WithId<Input<typeof openProgramme>>,
  { on, edition }: DayAndEdition,
): Decision {
  const { modules, id: programme, type, title, on: _given, ...rest } = input;
  if (state.id !== null) return alreadyExists({ kind: 'programme', id: programme });
  const programmeType = programmeTypeOf(edition, type);
  if ('refused' in programmeType) return programmeType;
  const twice = modules.find((one, at) => modules.findIndex((m) => m.id === one.id) !== at);
  if (twice !== undefined)
    return alreadyExists({ kind: 'module', id: twice.id, standing: programme });
  const no =
    refuseIfProgrammeUnfit(edition, input) ??
    modules.map((module) => refuseIfModuleUnfit(edition, module)).find((found) => found !== null) ??
    refuseIfHoursUnfit(input.hours, modules, programmeType);
  if (no) return no;
  const refs = { programme: [programme] };
  const data = { ...rest, programme, title: title ?? programme, edition: edition.edition };
  return [
    programmeOpened.draft({
      occurredOn: on,
      refs,
      data: { ...data, programmeType: programmeType.id },
    }),
    ...modules.map((module) => moduleAddedDraft(programme, module, on, edition)),
  ];
}

/**
 * Decides `add-module`. Refuses `programme-unknown`, `already-exists`, `scale-unknown`,
 * `kind-unknown`, `form-unknown`, `result-group-unknown` and `modules-exceed-programme`. D2.
 */
export function decideAddModule(
  state: ProgrammeState,
  { programme, module }: Input<typeof addModule>,
  { on, edition }: DayAndEdition,
): Decision {
  if (state.id === null) return programmeUnknown({ programme });
  if (Object.hasOwn(state.modules, module.id)) {
    return alreadyExists({ kind: 'module', id: module.id, standing: programme });
  }
  // A module carries marks and a guideline never does, so they may not share an id. R4 §4.1.
  if (Object.hasOwn(state.guidelines, module.id))
    return alreadyExists({ kind: 'guideline', id: module.id });
  const no = refuseIfModuleUnfit(edition, module);
  if (no !== null) return no;
  const all = [...Object.values(state.modules), module];
  const hoursOfModules = all.reduce((sum, one) => sum + (one.hours ?? 0), 0);
  if (state.hours !== null && hoursOfModules > state.hours) {
    return modulesExceedProgramme({ hoursOfModules, hours: state.hours });
  }
  return [moduleAddedDraft(programme, module, on, edition)];
}

/**
 * Decides `choose-scale`. A choice applies from its day on, and may be made again for a later day.
 * Marks already given stay: each names its scale, and a correction is made on the scale of the mark
 * that it corrects. Refuses `programme-unknown`, `scale-not-chosen-by-teacher`, `module-unknown`,
 * `scale-unknown`, `scale-choice-out-of-order`, and as `signAs` does. R3 §1.5.
 */
export function decideChooseScale(
  state: ProgrammeState,
  input: Input<typeof chooseScale>,
  { on, edition, official }: ScaleChoiceContext,
): Decision {
  const { programme, module, scale, chosenBy, office } = input;
  if (state.id === null) return programmeUnknown({ programme });
  if (edition.scales.chosenBy !== 'teacher') {
    return scaleNotChosenByTeacher({ edition: edition.edition });
  }
  const asked = { person: chosenBy, office, on };
  const scope = { programme, level: state.level };
  const signer = signAs(official, asked, edition.lessons.teacherOffices, scope);
  if (isRefusal(signer)) return signer;
  const no = module === null ? null : refuseUnlessModuleKnown(state, module);
  if (no !== null) return no;
  const offScale = refuseUnlessScaleKnown(edition, scale);
  if (offScale !== null) return offScale;
  // Only teachers' choices count: the programme may be recorded later than a teacher chose.
  const last = state.scales.findLast(
    (one) => one.module === (module ?? '') && one.chosenBy !== null,
  );
  if (last !== undefined && on <= last.from) {
    return scaleChoiceOutOfOrder({ on, standing: last.from });
  }
  const refs = { programme: [programme], module: module === null ? [] : [module] };
  const data = {
    programme,
    module,
    scale,
    chosenBy,
    office: signer.office,
    edition: edition.edition,
  };
  return [scaleChosen.draft({ occurredOn: on, refs: { ...refs, official: [chosenBy] }, data })];
}

/**
 * Decides `set-planned-result`. Refuses `programme-unknown`, `already-exists` and `module-unknown`.
 * D2.
 */
export function decidePlannedResult(
  state: ProgrammeState,
  input: WithId<Input<typeof setPlannedResult>>,
  on: string,
): Decision {
  const { programme, module, id: result, kind, title } = input;
  if (state.id === null) return programmeUnknown({ programme });
  const taken = refuseIfTaken(state, result);
  if (taken !== null) return taken;
  const no = module === null ? null : refuseUnlessModuleKnown(state, module);
  if (no !== null) return no;
  const refs = { programme: [programme], module: module === null ? [] : [module] };
  const data = { programme, module, result, kind, title };
  return [plannedResultSet.draft({ occurredOn: on, refs, data })];
}

/** Decides `set-target-guideline`. Refuses `programme-unknown` and `already-exists`. R4 §4.1. */
export function decideTargetGuideline(
  state: ProgrammeState,
  { programme, id: guideline, title }: WithId<Input<typeof setTargetGuideline>>,
  on: string,
): Decision {
  if (state.id === null) return programmeUnknown({ programme });
  const taken = refuseIfTaken(state, guideline);
  if (taken !== null) return taken;
  if (Object.hasOwn(state.modules, guideline)) {
    return alreadyExists({ kind: 'module', id: guideline, standing: programme });
  }
  const data = { programme, guideline, title };
  return [targetGuidelineSet.draft({ occurredOn: on, refs: { programme: [programme] }, data })];
}

/**
 * Decides `close-programme`. Refuses `programme-unknown`, `programme-closed` and
 * `closing-before-opening`. D2.
 */
export function decideCloseProgramme(
  state: ProgrammeState,
  { programme }: Input<typeof closeProgramme>,
  on: string,
): Decision {
  if (state.id === null) return programmeUnknown({ programme });
  if (state.closedFrom !== null) return programmeIsClosed({ programme, from: state.closedFrom });
  if (state.openedOn !== null && on < state.openedOn) {
    return closingBeforeOpening({ on, openedOn: state.openedOn });
  }
  const refs = { programme: [programme] };
  return [programmeClosed.draft({ occurredOn: on, refs, data: { programme } })];
}

/** Refuses `scale-unknown` where the edition does not describe the scale. D2. */
export function refuseUnlessScaleKnown(edition: Edition, scale: string): Refusal | null {
  const scales = edition.scales.scales.map((one) => one.id);
  return scales.includes(scale) ? null : scaleUnknown({ scale, scales });
}

type Input<T extends { readonly schema: z.ZodType }> = z.output<T['schema']>;

type ModuleInput = z.output<typeof moduleInput>;

type ProgrammeType = Edition['general']['programmeTypes'][number];

/**
 * The programme type that is named, or the first of the edition, which lists its usual one first.
 */
function programmeTypeOf(edition: Edition, type: string | undefined): ProgrammeType | Refusal {
  const { programmeTypes } = edition.general;
  const found = programmeTypes.find((one) => type === undefined || one.id === type);
  return (
    found ?? programmeTypeUnknown({ type: type ?? '—', types: programmeTypes.map((one) => one.id) })
  );
}

function refuseIfProgrammeUnfit(
  edition: Edition,
  { scale, mandatory }: Pick<Input<typeof openProgramme>, 'scale' | 'mandatory'>,
): Refusal | null {
  const offScale = scale === null ? null : refuseUnlessScaleKnown(edition, scale);
  return offScale ?? refuseIfAnyUnfit(mandatory, (kind) => refuseUnlessKindKnown(edition, kind));
}

function refuseIfModuleUnfit(edition: Edition, module: ModuleInput): Refusal | null {
  return (
    refuseUnlessScaleKnown(edition, module.scale) ??
    refuseUnlessResultGroupKnown(edition, module.resultGroup) ??
    refuseIfAnyUnfit(module.mandatory, (kind) => refuseUnlessKindKnown(edition, kind)) ??
    refuseIfAnyUnfit(module.forms, ({ kind }) => refuseUnlessKindKnown(edition, kind)) ??
    refuseIfAnyUnfit(module.forms, ({ form }) => refuseUnlessFormKnown(edition, form))
  );
}

function refuseIfAnyUnfit<T>(list: readonly T[], ask: (one: T) => Refusal | null): Refusal | null {
  for (const one of list) {
    const no = ask(one);
    if (no !== null) return no;
  }
  return null;
}

/**
 * Refuses hours below the minimum of the programme's type, and modules that exceed the programme.
 * Where the programme names no hours, the sum of its modules counts if each of them has hours.
 */
function refuseIfHoursUnfit(
  hours: number | null,
  modules: readonly { readonly hours: number | null }[],
  { id: type, hoursMin }: ProgrammeType,
): Refusal | null {
  const hoursOfModules = modules.reduce((sum, module) => sum + (module.hours ?? 0), 0);
  if (hours !== null && hoursOfModules > hours) {
    return modulesExceedProgramme({ hoursOfModules, hours });
  }
  const whole = modules.every((module) => module.hours !== null) ? hoursOfModules : null;
  const counted = hours ?? whole;
  if (counted === null || hoursMin === null || counted >= hoursMin) return null;
  return hoursBelowMinimum({ hours: counted, hoursMin, type });
}

function moduleAddedDraft(programme: string, input: ModuleInput, on: string, edition: Edition) {
  const { title, ...rest } = input;
  const module = { ...rest, title: title ?? input.id };
  const refs = { programme: [programme], module: [module.id] };
  const data = { programme, module, edition: edition.edition };
  return moduleAdded.draft({ occurredOn: on, refs, data });
}

/** Refuses an id that a planned result or a guideline has: only the former is compared. R4 §4.1. */
function refuseIfTaken(state: ProgrammeState, id: string): Refusal | null {
  if (Object.hasOwn(state.plannedResults, id)) return alreadyExists({ kind: 'planned-result', id });
  return Object.hasOwn(state.guidelines, id) ? alreadyExists({ kind: 'guideline', id }) : null;
}
