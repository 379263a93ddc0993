import type * as z from 'zod';
import type { ActDay } from '../../acting/act-day.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { receiveImport } from './commands.ts';
import { importReceived } from './facts/events.ts';
import type { Files, ImportState } from './facts/state.ts';
import { importDiffers, importStands } from './refusals.ts';

type Received = z.output<typeof receiveImport.schema>;

/**
 * Decides `receive-import`. Refuses `import-stands` where the same files were received, and
 * `import-differs` where others were. D22.
 */
export function decideReceiveImport(state: ImportState, input: Received, day: ActDay): Decision {
  const { id, source, files } = input;
  if (state.files !== null)
    return refuseIfDiffers(state.files, input) ?? importStands({ import: id });
  const data = { import: id, source, files };
  return [importReceived.draft({ occurredOn: day.on, refs: { import: [id] }, data })];
}

const hashesOf = (list: Files): string =>
  list
    .map(({ sha256 }) => sha256)
    .toSorted()
    .join();

/** Compares the files by their bytes: a renamed file is the same. */
function refuseIfDiffers(received: Files, { id, files }: Received) {
  if (hashesOf(received) === hashesOf(files)) return null;
  return importDiffers({ import: id, files: received.map(({ name }) => name) });
}
