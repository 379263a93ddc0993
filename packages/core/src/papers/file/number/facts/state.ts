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
  /** The learner whose file has the number, or null while it is free. */
  learner: string | null;
}

/** Folds the events of the number of a personal file into its state. */
export const fileNumberFold: Fold<FileNumberState, FileNumberEvent> = {
  kind: 'filenumber',
  initial: () => ({ learner: null }),
  evolve: (state, { data }) => {
    state.learner ??= data.learner;
  },
};
