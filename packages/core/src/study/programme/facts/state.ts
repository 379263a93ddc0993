import type * as z from 'zod';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { moduleShape, programmeEvents } from './events.ts';

/* Stream: `<org>.programme-<programme>`. What is taught, and how it is assessed. D2. */

export type ProgrammeEvent = EventOf<(typeof programmeEvents)[number]>;

/** One module as its programme has it now: `scale` is the one chosen last. */
export type Module = z.infer<typeof moduleShape>;

/** A scale and the first day on which it holds; '' as module: the programme as a whole. */
export interface ScaleChoice {
  readonly module: string;
  readonly scale: string;
  readonly from: string;
  /** The official who chose it; null: as the programme was written. */
  readonly chosenBy: string | null;
}

/** What a programme says to decisions about its learners. */
export interface ProgrammeState {
  id: string | null;
  title: string;
  programmeType: string;
  level: string | null;
  hours: number | null;
  /** Scale of marks for the programme as a whole, the one chosen last; null: no such marks. */
  scale: string | null;
  /** Kinds of assessment of the whole programme that completion asks for. */
  mandatory: readonly string[];
  openedOn: string | null;
  /** First day on which it takes no new enrollments. */
  closedFrom: string | null;
  readonly modules: Record<string, Module>;
  /** Scales as the programme was written and as teachers chose them, oldest first. R3 §1.5. */
  readonly scales: ScaleChoice[];
  /** Ids of planned results, and of target guidelines (which never carry a mark, R4 §4.1). */
  readonly plannedResults: Record<string, string>;
  readonly guidelines: Record<string, string>;
}

export const programmeFold: Fold<ProgrammeState, ProgrammeEvent> = {
  kind: 'programme',
  initial: () => ({
    id: null,
    title: '',
    programmeType: '',
    level: null,
    hours: null,
    scale: null,
    mandatory: [],
    openedOn: null,
    closedFrom: null,
    modules: byId(),
    scales: [],
    plannedResults: byId(),
    guidelines: byId(),
  }),
  evolve: (state, event) => {
    const from = event.occurredOn;
    switch (event.type) {
      case 'ProgrammeOpened': {
        const { programme, title, programmeType, level, hours, scale, mandatory } = event.data;
        Object.assign(state, { id: programme, title, programmeType, level, hours, mandatory });
        state.openedOn = from;
        if (scale !== null) addScale(state, { module: '', scale, from, chosenBy: null });
        return;
      }
      case 'ModuleAdded': {
        const { module } = event.data;
        state.modules[module.id] = module;
        addScale(state, { module: module.id, scale: module.scale, from, chosenBy: null });
        return;
      }
      case 'ScaleChosen': {
        const { module, scale, chosenBy } = event.data;
        addScale(state, { module: module ?? '', scale, from, chosenBy });
        return;
      }
      case 'PlannedResultSet':
        state.plannedResults[event.data.result] = event.data.title;
        return;
      case 'TargetGuidelineSet':
        state.guidelines[event.data.guideline] = event.data.title;
        return;
      case 'ProgrammeClosed':
        state.closedFrom = from;
        return;
    }
  },
};

/** An empty record that holds nothing of its own: an id may read `constructor`. */
function byId<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

function addScale(state: ProgrammeState, choice: ScaleChoice): void {
  state.scales.push(choice);
  if (choice.module === '') {
    state.scale = choice.scale;
    return;
  }
  const module = state.modules[choice.module];
  if (module !== undefined) state.modules[choice.module] = { ...module, scale: choice.scale };
}

/**
 * The scale on which a module's marks are given on a day, or the whole programme's where the module
 * is null: the one chosen last by then. Before the first, the first holds, since a programme is
 * often put on record after its study began. Null where the programme names none. D2, R3 §1.5.
 *
 * @example
 * scaleOn(state, 'safety', '2026-10-05'); // => 'five-point'
 */
export function scaleOn(state: ProgrammeState, module: string | null, day: string): string | null {
  const own = state.scales.filter((choice) => choice.module === (module ?? ''));
  const held = own.findLast((choice) => choice.from <= day) ?? own[0];
  return held?.scale ?? null;
}
