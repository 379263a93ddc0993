import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { Ports } from '../kernel/ports.ts';
import { refusal } from '../kernel/refusal.ts';
import { foldText } from '../values/text.ts';
import type { fileNumberEvents } from './events.ts';
import { fileNumberTaken } from './events.ts';

/*
 * Stream: `<org>.filenumber-<hash of the number>`. A number of a personal file is used once in the
 * whole organisation: the stream's name is made of it, so "no stream yet" is the check. D17.
 */

export type FileNumberEvent = EventOf<(typeof fileNumberEvents)[number]>;

export interface FileNumberState {
  /** Who has it; null: nobody. */
  learner: string | null;
}

export const fileNumberDecider: Decider<FileNumberState, FileNumberEvent> = {
  kind: 'filenumber',
  initial: () => ({ learner: null }),
  evolve: (state, { data }) => {
    state.learner ??= data.learner;
  },
};

/** The key of a number's stream: spellings that differ in case or spaces alone are one number. */
export const fileNumberKey = (number: string, hash: Ports['hash']): string =>
  hash(foldText(number), 'hex').slice(0, 40);

/** Another learner's file has this number, or another file of this learner. */
export const fileNumberIsTaken = refusal(
  'file-number-taken',
  (d: { number: string; learner: string }) => ({
    ru: `Номер личного дела ${d.number} уже занят (${d.learner}): дайте другой`,
    en: `The file number ${d.number} is taken already (${d.learner}): give another one`,
  }),
);

/**
 * Takes a number for a file that is about to be opened. A learner whose opening came to nothing may
 * take it again; a number that a file bears is never given to another. D17.
 */
export function decideTakeNumber(
  state: FileNumberState,
  input: { readonly number: string; readonly learner: string; readonly on: string },
  /** Numbers of the learner's files. */
  borne: readonly string[],
): Decision {
  const { number, learner, on } = input;
  const own = state.learner === learner && !borne.some((one) => foldText(one) === foldText(number));
  if (state.learner !== null && !own) return fileNumberIsTaken({ number, learner: state.learner });
  const data = { number, learner };
  return [fileNumberTaken.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}
