import type * as z from 'zod';
import type { ActDay } from '../../acting/act-day.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { recordRows } from './commands.ts';
import { rowsIngested } from './facts/events.ts';
import { rowsPageKey } from './facts/questions.ts';
import type { ImportState } from './facts/state.ts';
import { importUnknown, importedFileUnknown, rowsStand } from './refusals.ts';

type Recorded = z.output<typeof recordRows.schema>;

/**
 * Decides `record-rows`. Refuses `import-unknown`, `imported-file-unknown`, and `rows-stand` where
 * the page is already recorded with the same outcome. D22.
 */
export function decideRecordRows(state: ImportState, input: Recorded, day: ActDay): Decision {
  const { on: _given, ...data } = input;
  if (state.files === null) return importUnknown({ import: input.import });
  const files = state.files.map(({ sha256 }) => sha256);
  const { import: id, file, page, digest } = data;
  if (!files.includes(file)) return importedFileUnknown({ import: id, file, files });
  const recorded = state.pages.get(rowsPageKey(data));
  if (recorded?.digest === digest) return rowsStand({ import: id, page });
  return [rowsIngested.draft({ occurredOn: day.on, refs: { import: [id] }, data })];
}
