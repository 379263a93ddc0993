import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import type { PutRight } from '../../acting/putting-right.ts';
import {
  annulmentData,
  annulmentPlace,
  findPutRight,
  onOwnPaper,
  ownGround,
} from '../../acting/putting-right.ts';
import { entriesInForce, stateWithout } from '../../entry/fold.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import { entryOfAnotherKind, entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import type { annulProgrammeEntry, correctProgrammeEntry } from './commands.ts';
import type { ProgrammeCorrectionContext, ScaleChoiceContext } from './context.ts';
import {
  decideAddModule,
  decideChooseScale,
  decideCloseProgramme,
  decideOpenProgramme,
  decidePlannedResult,
  decideTargetGuideline,
} from './decide.ts';
import { programmeEntryAnnulled } from './facts/events.ts';
import type { ProgrammeEntry, ProgrammeState } from './facts/state.ts';
import { ownProgrammeFold } from './facts/state.ts';
import { closingBeforeOpening } from './facts/unknown.ts';

type Correction = z.output<typeof correctProgrammeEntry.schema>;
type By = Pick<ReceivedCommand, 'sender' | 'id'>;

/**
 * Decides `annul-programme-entry`. Refuses as `findPutRight` does, and `entry-rested-on`. Results
 * are facts of the enrollments: that they name a module, this stream does not know. RK 1.8.
 */
export function decideAnnulProgrammeEntry(
  state: ProgrammeState,
  input: z.output<typeof annulProgrammeEntry.schema>,
  context: ActContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'annul-programme-entry');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const facts = restingOn(state, event);
  if (facts.length > 0) return entryRestedOn({ entry: event.id, facts });
  return [annulment(found, input, context, null)];
}

/**
 * Decides `correct-programme-entry`: the entry is annulled and another one, decided by the ordinary
 * rule, stands in its place under the same id. Refuses as `findPutRight` and the ordinary decision
 * do, and `entry-of-another-kind`. RK 1.8.
 */
export function decideCorrectProgrammeEntry(
  state: ProgrammeState,
  input: Correction,
  context: ProgrammeCorrectionContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'correct-programme-entry');
  if (isRefusal(found)) return found;
  const made = decideAgain(state, found.entry.event, input.to, context.entry);
  if (isRefusal(made)) return made;
  const { event } = found.entry;
  const entered = onOwnPaper(made, ownGround(event, input.entryGround));
  return [annulment(found, input, context, eventId(by.id, 1)), ...entered];
}

const TYPES = {
  opening: 'ProgrammeOpened',
  module: 'ModuleAdded',
  scale: 'ScaleChosen',
  'planned-result': 'PlannedResultSet',
  guideline: 'TargetGuidelineSet',
  closing: 'ProgrammeClosed',
} as const;

/** Decides the entry as it is to read, by the ordinary rule, on the state without it. */
function decideAgain(
  state: ProgrammeState,
  event: ProgrammeEntry,
  to: Correction['to'],
  context: ScaleChoiceContext,
): Decision {
  const without = stateWithout(ownProgrammeFold, state, event.id);
  const { programme } = event.data;
  const { on } = context;
  const { as: _as, ...said } = to;
  if (to.as === 'opening' && event.type === 'ProgrammeOpened') {
    return openAgain(state, without, { ...said, id: programme } as never, context);
  }
  if (to.as === 'module' && event.type === 'ModuleAdded') {
    const { on: _day, ...module } = said as Omit<typeof to, 'as'>;
    const again = { programme, module: { ...module, id: event.data.module.id } };
    return decideAddModule(without, again as Parameters<typeof decideAddModule>[1], context);
  }
  if (to.as === 'scale' && event.type === 'ScaleChosen') {
    const choice = { ...said, programme, module: event.data.module };
    return decideChooseScale(without, choice as Parameters<typeof decideChooseScale>[1], context);
  }
  if (to.as === 'planned-result' && event.type === 'PlannedResultSet') {
    const set = { ...said, programme, id: event.data.result };
    return decidePlannedResult(without, set as Parameters<typeof decidePlannedResult>[1], on);
  }
  if (to.as === 'guideline' && event.type === 'TargetGuidelineSet') {
    const set = { ...said, programme, id: event.data.guideline };
    return decideTargetGuideline(without, set as Parameters<typeof decideTargetGuideline>[1], on);
  }
  if (to.as === 'closing' && event.type === 'ProgrammeClosed') {
    const closing = { programme } as Parameters<typeof decideCloseProgramme>[1];
    return decideCloseProgramme(without, closing, on);
  }
  return entryOfAnotherKind({ entry: event.id, type: event.type, needed: TYPES[to.as] });
}

/** The modules stay as they are, so the opening is decided with them and drafted without. */
function openAgain(
  state: ProgrammeState,
  without: ProgrammeState,
  opening: Parameters<typeof decideOpenProgramme>[1],
  context: ScaleChoiceContext,
): Decision {
  const { closedFrom } = state;
  if (closedFrom !== null && closedFrom < context.on) {
    return closingBeforeOpening({ on: closedFrom, openedOn: context.on });
  }
  const modules = Object.values(state.modules) as unknown as (typeof opening)['modules'];
  const made = decideOpenProgramme(without, { ...opening, modules }, context);
  return isRefusal(made) ? made : made.slice(0, 1);
}

function findEntry(
  state: ProgrammeState,
  input: z.output<typeof annulProgrammeEntry.schema>,
  context: ActContext,
  { sender }: By,
  act: string,
): PutRight<ProgrammeEntry> | Refusal {
  const { programme } = input;
  const asked = { act, of: programme, orderRequired: false, ground: sender.ground };
  const scope = { programme, level: state.level };
  return findPutRight(state, input, context, { ...asked, scope });
}

/** What of the programme's stream rests on an entry: on the opening all, on a module its own. */
function restingOn(state: ProgrammeState, entry: ProgrammeEntry): readonly RestingFact[] {
  const resting = entriesInForce(state).filter((other) => {
    if (other.id === entry.id) return false;
    if (entry.type === 'ProgrammeOpened') return true;
    if (entry.type !== 'ModuleAdded') return false;
    const own = other.type === 'ScaleChosen' || other.type === 'PlannedResultSet';
    return own && other.data.module === entry.data.module.id;
  });
  return resting.map(({ type, id, occurredOn: on }) => ({ type, id, on }));
}

function annulment(
  found: PutRight<ProgrammeEntry>,
  {
    programme,
    reason = null,
  }: { readonly programme: string; readonly reason?: string | null | undefined },
  context: ActContext,
  replacedBy: string | null,
) {
  return programmeEntryAnnulled.draft({
    ...annulmentPlace(found),
    data: { programme, ...annulmentData(found, context, replacedBy), reason },
  });
}
