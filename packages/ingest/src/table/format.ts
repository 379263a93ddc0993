import * as z from 'zod';

/** The schema of the format of a job's files. Source: D22. */
export const fileFormat = z.strictObject({
  /** For CSV. `auto`: UTF-8 if the bytes are valid UTF-8, otherwise Windows-1251. */
  encoding: z
    .enum(['auto', 'utf-8', 'windows-1251'], {
      error: 'нужно auto, utf-8 или windows-1251 | give auto, utf-8 or windows-1251',
    })
    .default('auto'),
  /** For CSV. `auto`: the one of `;`, `,` and tab that the heading has most of. */
  separator: z
    .enum(['auto', ';', ',', '\t'], {
      error: 'нужно auto, «;», «,» или табуляция | give auto, ";", "," or a tab',
    })
    .default('auto'),
  /** Row with the names of the columns, from 1; rows above it are skipped. */
  headingRow: z.int().min(1).max(100).default(1),
});

/** A checked format. */
export type FileFormat = z.output<typeof fileFormat>;
