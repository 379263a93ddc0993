import type { EventStore } from '@letopis/core';
import { codec, coreEvents } from '@letopis/core';
import type { ReaderOptions, ViewReader } from '@letopis/projections';
import { coreProjections, openReader, openViews } from '@letopis/projections';
import { openMemoryViews } from '@letopis/store-memory';

/** All views of the academy in a store, built now. */
export const viewsOf = ({ store }: { readonly store: EventStore }) =>
  openViews(store, openMemoryViews(), coreProjections, {
    codec: codec(coreEvents),
    streamPrefix: 'academy.',
  });

/** A reader over them, as of a moment. */
export const readerOver = async (store: EventStore, as: ReaderOptions = {}): Promise<ViewReader> =>
  openReader(await viewsOf({ store }), as);
