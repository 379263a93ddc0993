import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { fileNumberEvents } from '../../facts/events.ts';

/*
 * Stream: `<org>.filenumber-<hash of the number>`. A number of a personal file is used once in the
 * whole organisation. The stream's name is made of the number, so an empty stream means that it is
 * free. D17.
 */

/** Any event in the stream of the number of a personal file. */
export type FileNumberEvent = EventOf<(typeof fileNumberEvents)[number]>;

/** What the events of the number of a personal file amount to. */
export interface FileNumberState {
  /** The learner who took the number last, or null while nobody has. */
  learner: string | null;
  /** How often each learner took it. */
  readonly takes: Map<string, number>;
}

/** Folds the events of the number of a personal file into its state. */
export const fileNumberFold: Fold<FileNumberState, FileNumberEvent> = {
  kind: 'filenumber',
  initial: () => ({ learner: null, takes: new Map() }),
  evolve: (state, { data: { learner } }) => {
    state.learner = learner;
    state.takes.set(learner, (state.takes.get(learner) ?? 0) + 1);
  },
};
