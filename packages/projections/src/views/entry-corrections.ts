import type { CoreEvent } from '@letopis/core';
import { ENTRY_ANNULMENT_TYPES } from '../projection/entries.ts';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { CorrectionClock } from './corrections.ts';

/**
 * The event types that correct or annul entries other than results: lessons, inventory items,
 * protocol and register entries, deliveries and withdrawals of documents, achievements, printouts,
 * sheets, steps of study, and what is on record of learners, officials, links and journals.
 */
export const ENTRY_ACT_TYPES = [
  'LessonCorrected',
  'InventoryLineCorrected',
  'ProtocolLineCorrected',
  'DocumentLineCorrected',
  'RegulationDayCorrected',
  'PrintoutVoided',
  'SheetVoided',
  ...ENTRY_ANNULMENT_TYPES,
] as const;

/** An act about an entry: it names the entry in `corrects` and has a day of its own, `actedOn`. */
export type EntryActFact = Fact<(typeof ENTRY_ACT_TYPES)[number]>;

/** The acts about the entries of one stream in a month, in log order. */
export interface EntryCorrectionsView {
  readonly key: string;
  readonly acts: EntryActFact[];
}

/** What was corrected or annulled in one stream in a month. */
export interface EntryCorrectionsOfMonth extends WithBasis {
  readonly clock: CorrectionClock;
  /** `YYYY-MM`; for the clock `recorded` the month in UTC. */
  readonly month: string;
  readonly stream: string;
  readonly acts: readonly EntryActFact[];
}

/** Keys of the partitions; a prefix leaves out the stream. */
export const entryCorrectionsKey = (clock: CorrectionClock, month: string, stream = ''): string =>
  partitionKey(clock, month, stream);

/**
 * Which entries of journals, files, protocols and registers, and which printed sheets, were
 * corrected or annulled when (P14, D5, D7, D8, D15). Keys: `acted/<YYYY-MM>/<stream>` by the day of
 * the act, `recorded/<YYYY-MM>/<stream>` by the instant of recording. The views of journal,
 * personal file, protocols and registers have the earlier content.
 */
export const entryCorrections: Projection<EntryCorrectionsView, EntryCorrectionsOfMonth> = {
  name: 'entry-corrections',
  version: 8,
  types: ENTRY_ACT_TYPES,
  keysOf,
  initial: (key) => ({ key, acts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, ENTRY_ACT_TYPES)) view.acts.push(factOf(event));
  },
  read: ({ key, acts }, on) => {
    const current = factsOn(acts, on);
    return {
      clock: keyPart(key, 0) as CorrectionClock,
      month: keyPart(key, 1),
      stream: keyPart(key, 2),
      acts: current,
      basis: basisOf(current),
    };
  },
};

function keysOf(event: CoreEvent): readonly string[] {
  if (!isOneOf(event, ENTRY_ACT_TYPES)) return [];
  return [
    entryCorrectionsKey('acted', event.data.actedOn.slice(0, 7), event.stream),
    entryCorrectionsKey('recorded', event.recordedAt.slice(0, 7), event.stream),
  ];
}
