import type { CoreEvent } from '@letopis/core';
import type { Answered, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, standing } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { CorrectionClock } from './corrections.ts';

/** Facts about lines that are no results: lessons, inventories, protocols, registers, sheets. */
export const LINE_ACT_TYPES = [
  'LessonCorrected',
  'LessonAnnulled',
  'InventoryLineCorrected',
  'ProtocolLineCorrected',
  'DocumentLineCorrected',
  'DocumentAnnulled',
  'AchievementAnnulled',
  'PrintoutVoided',
  'SheetVoided',
] as const;

/** An act about a line: it names the line in `corrects` and has a day of its own, `actedOn`. */
export type LineActFact = Fact<(typeof LINE_ACT_TYPES)[number]>;

/** A month of acts about the lines of one stream, in the order of the log. */
export interface LineCorrectionsView {
  readonly key: string;
  readonly acts: LineActFact[];
}

/** What was corrected or annulled in one stream in a month. */
export interface LineCorrectionsOfMonth extends Answered {
  readonly clock: CorrectionClock;
  /** `YYYY-MM`; by the clock `recorded` the month in UTC. */
  readonly month: string;
  readonly stream: string;
  readonly acts: readonly LineActFact[];
}

/** Keys of the partitions; a prefix leaves out the stream. */
export const lineCorrectionsKey = (clock: CorrectionClock, month: string, stream = ''): string =>
  partitionKey(clock, month, stream);

/**
 * Which lines of journals, files, protocols, registers and printed sheets were corrected or
 * annulled when (P14, D5, D7, D8, D15). Keys: `acted/<YYYY-MM>/<stream>` by the day of the act,
 * `recorded/<YYYY-MM>/<stream>` by the instant of recording. What a line said before stands in the
 * view of its own: journal, personal file, protocols, registers.
 */
export const lineCorrections: Projection<LineCorrectionsView, LineCorrectionsOfMonth> = {
  name: 'line-corrections',
  version: 1,
  types: LINE_ACT_TYPES,
  keysOf,
  initial: (key) => ({ key, acts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, LINE_ACT_TYPES)) view.acts.push(factOf(event));
  },
  read: ({ key, acts }, on) => {
    const held = standing(acts, on);
    return {
      clock: keyPart(key, 0) as CorrectionClock,
      month: keyPart(key, 1),
      stream: keyPart(key, 2),
      acts: held,
      basis: basisOf(held),
    };
  },
};

function keysOf(event: CoreEvent): readonly string[] {
  if (!isOneOf(event, LINE_ACT_TYPES)) return [];
  return [
    lineCorrectionsKey('acted', event.data.actedOn.slice(0, 7), event.stream),
    lineCorrectionsKey('recorded', event.recordedAt.slice(0, 7), event.stream),
  ];
}
