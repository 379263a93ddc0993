import type { Kernel } from '@letopis/core';
import { archiveTransfer, memoryCheckpoint, runProcess } from '@letopis/core';

/** Runs the archive transfer until nothing is owed; it goes on from where it was. */
export function transferRunner(kernel: Kernel, organisation: string): () => Promise<void> {
  const { store, codec } = kernel;
  const process = archiveTransfer(kernel, organisation);
  const checkpoint = memoryCheckpoint();
  return async () => {
    await runProcess({ store, codec, process, checkpoint });
  };
}
