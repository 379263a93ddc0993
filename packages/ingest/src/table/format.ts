import * as z from 'zod';

/** How the files of a job are written. Source: D22. */
export const fileFormat = z.strictObject({
  /** Of CSV; `auto`: UTF-8 where the bytes are that, else Windows-1251. */
  encoding: z
    .enum(['auto', 'utf-8', 'windows-1251'], {
      error: 'нужно auto, utf-8 или windows-1251 | give auto, utf-8 or windows-1251',
    })
    .default('auto'),
  /** Of CSV; `auto`: what the heading has most of, of `;`, `,` and tab. */
  separator: z
    .enum(['auto', ';', ',', '\t'], {
      error: 'нужно auto, «;», «,» или табуляция | give auto, ";", "," or a tab',
    })
    .default('auto'),
  /** Row in which the columns' names stand, from 1; what is above it is passed over. */
  headingRow: z.int().min(1).max(100).default(1),
});

/** A checked format. */
export type FileFormat = z.output<typeof fileFormat>;
