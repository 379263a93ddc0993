import type { ArchivedKind } from '../../../record/kind.ts';
import type { FileEvent, FileState } from './state.ts';
import { fileFold } from './state.ts';

/**
 * How personal files are handed over to the archive: their fold, archival status and refs. A file
 * may be handed over at any time.
 */
export const fileArchive: ArchivedKind<FileState, FileEvent> = {
  fold: fileFold,
  statusOf: ({ file, archival }) => (file === null ? null : archival),
  refsOf: ({ file, learner }) => ({ file: file === null ? [] : [file], learner: [learner] }),
  refuseUnlessReady: () => null,
};

/** The name of a personal file as a record of the archive. */
export const fileRecord = (file: string): string => `file-${file}`;
