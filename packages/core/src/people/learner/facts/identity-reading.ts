import type { RecordedEvent } from '../../../kernel/event.ts';
import type { IndexReading, LogIndex } from '../../../kernel/log-index.ts';
import { base64 } from '../../../kernel/ports.ts';
import type { LearnerEvent } from './state.ts';
import { learnerFold } from './state.ts';

/*
 * Which learners may have a value: a SNILS, or an id in another system. Memory holds digests under
 * a secret of this process, never a value. What is found may be annulled or erased since, so it is
 * confirmed in the learner's stream.
 */

/** What is looked for. */
export interface IdentityValue {
  /** Id of the system whose id the value is; null: it is a SNILS. */
  readonly system: string | null;
  readonly value: string;
}

/** The learners whose stream has held a value, by the digest of the value. */
export interface IdentityDigests {
  readonly digestOf: (value: IdentityValue) => string;
  readonly learners: Map<string, Set<string>>;
}

/** The index of learners by SNILS and by ids in other systems. */
export const identityIndex: LogIndex<IdentityDigests> = {
  name: 'identity',
  kind: learnerFold.kind,
  types: ['LearnerRegistered', 'LearnerDataChanged', 'ExternalIdGiven'],
  initial: ({ random, hash }) => {
    const secret = base64(random(16));
    return {
      digestOf: ({ system, value }) => hash(JSON.stringify([secret, system, value]), 'base64'),
      learners: new Map(),
    };
  },
  add: ({ digestOf, learners }, event) => {
    const found = valueIn(event as LearnerEvent);
    if (found === null) return;
    const key = digestOf(found);
    const known = learners.get(key) ?? new Set();
    learners.set(key, known.add(found.learner));
  },
};

function valueIn(event: LearnerEvent): (IdentityValue & { readonly learner: string }) | null {
  switch (event.type) {
    case 'LearnerRegistered':
    case 'LearnerDataChanged': {
      const { learner, snils } = event.data;
      if (snils === undefined || !('value' in snils)) return null;
      return { learner, system: null, value: snils.value };
    }
    case 'ExternalIdGiven': {
      const { learner, system, value } = event.data;
      return 'value' in value ? { learner, system, value: value.value } : null;
    }
    default:
      return null;
  }
}

/** A learner who may have a value, with the learner's events as they are stored now. */
export interface MayHave {
  readonly learner: string;
  readonly events: readonly RecordedEvent[];
}

/** The learners who may have a value, in plain string order. */
export async function readWhoMayHave(
  reading: Pick<IndexReading, 'index' | 'events'>,
  value: IdentityValue,
): Promise<readonly MayHave[]> {
  const { digestOf, learners } = await reading.index(identityIndex);
  const found = [...(learners.get(digestOf(value)) ?? [])].toSorted();
  const { kind } = learnerFold;
  return Promise.all(
    found.map(async (learner) => ({ learner, events: await reading.events(kind, learner) })),
  );
}
