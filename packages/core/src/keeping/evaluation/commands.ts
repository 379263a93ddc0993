import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint, shown } from '../../values/complaint.ts';
import { compareDecimals, decimal } from '../../values/decimal.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

const complain = (ru: string, en: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    complaint(`${shown(input)} ${ru}`, `${shown(input)} ${en}`),
});

const share = decimal.refine(
  // Asked also of texts that are no decimal, which `compareDecimals` would not take.
  (value) =>
    !decimal.safeParse(value).success ||
    (compareDecimals(value, '0') >= 0 && compareDecimals(value, '100') <= 0),
  complain('не доля: нужно от 0 до 100 процентов', 'is no share: give 0 to 100 percent'),
);

const year = z
  .string()
  .regex(/^20\d\d$/, complain('не календарный год (2026)', 'is no calendar year (2026)'));

/**
 * Enters the value of an indicator for a calendar year. A later entry replaces it in the report.
 * `sharePercent` is 0 to 100; `on` is today by default. P10.
 */
export const enterIndicator = command(
  'enter-indicator',
  z.strictObject({
    year,
    annex: z
      .string()
      .regex(/^[1-9]\d?$/, complain('не номер приложения (6)', 'is no number of an annex (6)')),
    indicator: z
      .string()
      .regex(/^\d{1,2}(?:\.\d{1,2}){1,3}$/, complain('не номер (1.8)', 'is no number (1.8)')),
    value: decimal,
    sharePercent: share.nullable().default(null),
    source: shortText(500),
    on: localDate.optional(),
  }),
);

/**
 * Annuls the value of an indicator: it counts as if never entered. `entry` is the event id that its
 * command answered. P10, RK 1.8.
 */
export const annulIndicatorEntry = commandNamingGround(
  'annul-indicator-entry',
  z.strictObject({ year, ...putRightFields }),
);
