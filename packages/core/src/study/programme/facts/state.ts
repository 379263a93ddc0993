import type * as z from 'zod';
import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { moduleShape, programmeEntryAnnulled, programmeEvents } from './events.ts';

/* State of a programme, folded from its stream `<org>.programme-<programme>`. D2. */

/** Any event of a programme's stream. */
export type ProgrammeEvent = EventOf<(typeof programmeEvents)[number]>;

/** An entry about a programme, which may be annulled. */
export type ProgrammeEntry = Exclude<ProgrammeEvent, { type: 'ProgrammeEntryAnnulled' }>;

/** A module of a programme. Its `scale` is the one chosen last. */
export type Module = z.infer<typeof moduleShape>;

/** A scale and the first day on which it applies; module '' means the programme as a whole. */
export interface ScaleChoice {
  readonly module: string;
  readonly scale: string;
  readonly from: string;
  /** Person id of the teacher who chose it; null: the programme itself names it. */
  readonly chosenBy: string | null;
}

/** What the entries of a programme that count amount to. */
interface OwnState {
  /** Null while the stream is empty. */
  id: string | null;
  title: string;
  programmeType: string;
  /** Level of education; null: it has none. */
  level: string | null;
  /** Academic hours; null: not set. */
  hours: number | null;
  /** Scale of the programme as a whole, the one chosen last; null: it has no such marks. */
  scale: string | null;
  /** Kinds of assessment that completion requires of the programme as a whole. */
  mandatory: readonly string[];
  openedOn: string | null;
  /** First day on which it takes no new enrollments; null: it is not closed. */
  closedFrom: string | null;
  readonly modules: Record<string, Module>;
  /** Scales that the programme names and that teachers chose, oldest first. R3 §1.5. */
  readonly scales: ScaleChoice[];
  /** Planned results: id → title. */
  readonly plannedResults: Record<string, string>;
  /** Target guidelines, which are never marked: id → title. R4 §4.1. */
  readonly guidelines: Record<string, string>;
}

/** A programme, as of the events folded so far. */
export type ProgrammeState = OwnState & WithEntries<ProgrammeEntry>;

/** How the entries make the state; for `stateWithout` too. */
export const ownProgrammeFold: EntryFold<OwnState, ProgrammeEntry> = {
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

/** Folds a programme's stream. */
export const programmeFold: Fold<ProgrammeState, ProgrammeEvent> = foldEntries<
  OwnState,
  ProgrammeEntry,
  EventOf<typeof programmeEntryAnnulled>
>(ownProgrammeFold, { type: 'ProgrammeEntryAnnulled' });

/** An empty record without a prototype, because an id may be `constructor`. */
function byId<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** What the programme itself names comes before what teachers chose, however late it is entered. */
function addScale(state: OwnState, choice: ScaleChoice): void {
  const { module: id, chosenBy } = choice;
  const first = state.scales.findIndex((one) => one.module === id && one.chosenBy !== null);
  if (chosenBy === null && first >= 0) state.scales.splice(first, 0, choice);
  else state.scales.push(choice);
  const scale = state.scales.findLast((one) => one.module === id)?.scale ?? choice.scale;
  if (id === '') state.scale = scale;
  const module = state.modules[id];
  if (module !== undefined) state.modules[id] = { ...module, scale };
}

/**
 * The scale on which marks of a module (null: of the programme as a whole) are given on a day: the
 * one chosen last by that day. Before the first choice the first applies, since a programme is
 * often recorded after its study began. Null where the programme names none. D2, R3 §1.5.
 *
 * @example
 * scaleOn(state, 'safety', '2026-10-05'); // => 'five-point'
 */
export function scaleOn(
  state: Pick<ProgrammeState, 'scales'>,
  module: string | null,
  day: string,
): string | null {
  const own = state.scales.filter((choice) => choice.module === (module ?? ''));
  const chosen = own.findLast((choice) => choice.from <= day) ?? own[0];
  return chosen?.scale ?? null;
}
