import type { EventStore } from '@letopis/core';
import { codec, coreEvents } from '@letopis/core';
import type { ReaderOptions, ViewReader } from '@letopis/projections';
import { coreProjections, openReader, openViews } from '@letopis/projections';
import { openMemoryViews } from '@letopis/store-memory';

/** A reader over all views of the academy in a store, as of a moment. */
export async function readerOver(store: EventStore, as: ReaderOptions = {}): Promise<ViewReader> {
  const views = await openViews(store, openMemoryViews(), coreProjections, {
    codec: codec(coreEvents),
    streamPrefix: 'academy.',
  });
  return openReader(views, as);
}
