import type * as z from 'zod';
import { isOrder } from '../../../acting/order.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Ground } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { ProgrammeState } from '../../programme/facts/state.ts';
import { completed } from '../facts/life-events.ts';
import { refsOf } from '../facts/life-questions.ts';
import { editionFor, placeOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { completeStudy } from './commands.ts';
import type { EnrollmentContext } from './context.ts';
import { decideSteps, editionOfLifeAct, enrollmentIdsOf, stateUntil } from './decide-life.ts';
import type { LifeDraft } from './decide-moved.ts';
import { notPossibleNow, resultsMissing } from './refusals.ts';

/**
 * Decides `complete-study`. Refuses as `draftComplete`, `editionOfLifeAct` and `decideSteps` do.
 * D4, R2 §1.5.
 */
export function decideComplete(
  state: EnrollmentState,
  input: CompleteInput,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, on } = input;
  const act = { act: 'complete', enrollment, on };
  const edition = editionOfLifeAct(state, act, context, by);
  if (isRefusal(edition)) return edition;
  const draft = draftComplete(stateUntil(state, on), input, context, edition);
  return decideSteps(state, act, draft, context, by);
}

/** The ordinary rule of completing. Refuses `results-missing`, `not-possible-now`. */
export function draftComplete(
  before: EnrollmentState,
  { on, honours }: { readonly on: string; readonly honours: string | null },
  { programme }: Pick<EnrollmentContext, 'programme'>,
  edition: Edition,
): readonly LifeDraft[] | Refusal {
  const { status, since, group } = placeOn(before, on);
  if (status !== 'studying' || group === null) {
    return notPossibleNow({ act: 'complete', on, status, since });
  }
  const missing = missingResults(before, edition, programme);
  if (missing.length > 0) return resultsMissing({ enrollment: before.id ?? '', missing });
  const data = { ...enrollmentIdsOf(before), group, honours, edition: edition.edition };
  return [completed.draft({ occurredOn: on, refs: refsOf(before, group), data })];
}

/** A mandatory result that is missing; `module` null: of the programme as a whole. */
export interface MissingResult {
  readonly module: string | null;
  readonly kind: string;
}

/**
 * The results without which a programme is not completed. Kinds that the programme's type makes
 * mandatory are required of each module that has a form of this kind; where no module has one, once
 * of the programme as a whole, and then a result of that kind in any module serves. Kinds that a
 * module or the programme itself names are added. R2 §1.5, R1 §3.5-3.6, D2.
 */
export function mandatoryResults(
  edition: Edition,
  programme: ProgrammeState,
): readonly MissingResult[] {
  const asked = new Map<string, MissingResult>();
  const ask = (module: string | null, kind: string): void =>
    void asked.set(keyOf(module, kind), { module, kind });
  const modules = Object.values(programme.modules);
  const type = edition.general.programmeTypes.find((one) => one.id === programme.programmeType);
  for (const kind of type?.mandatory ?? []) {
    const having = modules.filter((module) => module.forms.some((form) => form.kind === kind));
    for (const module of having) ask(module.id, kind);
    if (having.length === 0) ask(null, kind);
  }
  for (const module of modules) for (const kind of module.mandatory) ask(module.id, kind);
  for (const kind of programme.mandatory) ask(null, kind);
  return [...asked.values()];
}

/**
 * The mandatory results that are missing. A valid satisfactory mark or a credit fulfils one; a
 * correction that waits for its countersignature changes nothing.
 * @param without event id of a result to leave out of account.
 */
export function missingResults(
  state: EnrollmentState,
  edition: Edition,
  programme: ProgrammeState,
  without: string | null = null,
): readonly MissingResult[] {
  const fulfilled = new Set<string>();
  const kindsFulfilled = new Set<string>();
  for (const { event, annulledOn, mark, credited, module, kind } of state.results.values()) {
    if (annulledOn !== null || event === without) continue;
    if (mark === null ? !credited : !mark.passes) continue;
    fulfilled.add(keyOf(module, kind));
    kindsFulfilled.add(kind);
  }
  // A kind that the programme itself names is required of the whole, and no module's result serves.
  const anyModule = (kind: string): boolean =>
    !programme.mandatory.includes(kind) && kindsFulfilled.has(kind);
  return mandatoryResults(edition, programme).filter(
    ({ module, kind }) =>
      !fulfilled.has(keyOf(module, kind)) && !(module === null && anyModule(kind)),
  );
}

/**
 * Refuses `results-missing` where the enrollment is completed and this result, once annulled or
 * corrected to a failing mark, would be missing, unless the act rests on an order. Our default, D4.
 */
export function refuseIfUndoesCompletion(
  state: EnrollmentState,
  event: string,
  context: EnrollmentContext,
  ground: Ground | null,
): Refusal | null {
  const last = state.lifeFacts.at(-1);
  if (last?.type !== 'Completed' || isOrder(ground)) return null;
  const edition = editionFor(context, last.on);
  if (isRefusal(edition)) return edition;
  const before = missingResults(state, edition, context.programme);
  const missing = missingResults(state, edition, context.programme, event);
  if (missing.length <= before.length) return null;
  return resultsMissing({ enrollment: state.id ?? '', missing });
}

type By = Pick<ReceivedCommand, 'sender' | 'id'>;

type CompleteInput = z.output<typeof completeStudy.schema>;

const keyOf = (module: string | null, kind: string): string => `${module ?? ''}/${kind}`;
