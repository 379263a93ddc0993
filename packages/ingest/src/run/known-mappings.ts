import type { EventOf } from '@letopis/core';
import { importReceived, rowsIngested } from '@letopis/core/events';
import { importFold } from '@letopis/core/facts';
import type { LogIndex } from '@letopis/core/kernel';
import { mappingKey } from './known-rows.ts';

/** The files that each mapping of a source took rows from, by {@link mappingKey}. */
export interface KnownMappings {
  readonly sources: Map<string, string>;
  /** SHA-256 of each file, and its name. */
  readonly files: Map<string, Map<string, string>>;
  readonly names: Map<string, string>;
}

type Event = EventOf<typeof importReceived> | EventOf<typeof rowsIngested>;

/** An index over the imports: a mapping that gets a key late has rows that no key tells. */
export const knownMappings: LogIndex<KnownMappings> = {
  name: 'known-mappings',
  kind: importFold.kind,
  types: [importReceived.type, rowsIngested.type],
  initial: () => ({ sources: new Map(), files: new Map(), names: new Map() }),
  add: ({ sources, files, names }, event) => {
    const { type, data } = event as Event;
    if (type === importReceived.type) {
      sources.set(data.import, data.source);
      for (const { sha256, name } of data.files) names.set(sha256, name);
      return;
    }
    if (data.accepted.length === 0) return;
    const key = mappingKey(sources.get(data.import) ?? '', data.mapping);
    const of = files.get(key) ?? new Map<string, string>();
    files.set(key, of.set(data.file, names.get(data.file) ?? data.file));
  },
};
