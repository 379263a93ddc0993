import type { CommandHandler } from '@letopis/core';
import { archiveTransfer, memoryCheckpoint, runProcess } from '@letopis/core';

/** Runs the archive transfer until nothing is owed; it goes on from where it was. */
export function transferRunner(handler: CommandHandler, organisation: string): () => Promise<void> {
  const { store, codec } = handler;
  const process = archiveTransfer(handler, organisation);
  const checkpoint = memoryCheckpoint();
  return async () => {
    await runProcess({ store, codec, process, checkpoint });
  };
}
