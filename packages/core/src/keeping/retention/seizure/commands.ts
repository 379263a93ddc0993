import * as z from 'zod';
import { signedFields } from '../../../acting/signer.ts';
import { command, groundGiven } from '../../../kernel/command.ts';
import { complaint, shown } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { lastingDay } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';
import { anyRecordName } from '../facts/questions.ts';

/* Carriers that an authority takes away. RK 4 no. 10. */

const ofRecord = { carrier: identifier, record: anyRecordName };

/** The largest number of carriers of one act of seizure. */
export const SEIZURE_MAX = 50;

/** Longest id of a seizure, because the ids of its holds are made of it: `s-1-2`. */
const SEIZURE_ID_MAX = 45;

const seizureId = identifier.refine((id) => id.length <= SEIZURE_ID_MAX, {
  error: ({ input }) =>
    complaint(
      `${shown(input)}: у изъятия не более ${SEIZURE_ID_MAX} знаков, по нему зовутся запреты`,
      `${shown(input)}: an id of a seizure has at most ${SEIZURE_ID_MAX} characters`,
    ),
});

const paper = groundGiven.omit({ retroactive: true });

const sheets = z.int().min(1).max(100_000).nullable().default(null);

/**
 * Records that an authority took carriers away by an act of seizure, on its own `paper`; there is
 * no day of return. `takerName` is the name of its official, the only personal value; `copySheets`
 * are the sheets of the certified copy that stays. Each record gets a hold, which is looked at
 * again by `reviewOn`. The command's id is the seizure's where `id` is left out. RK 4 no. 10, 1.11.
 */
export const seizeCarriers = command(
  'seize-carriers',
  z.strictObject({
    id: seizureId.optional(),
    number: shortText(64),
    authority: shortText(200),
    takerPosition: shortText(200),
    takerName: shortText(300).optional(),
    paper,
    items: z
      .array(z.strictObject({ ...ofRecord, sheets, copySheets: sheets }))
      .min(1)
      .max(SEIZURE_MAX),
    reviewOn: lastingDay.nullable().default(null),
    ...signedFields,
  }),
  ['takerName'],
);

/**
 * Records that seized carriers came back, which lifts the holds of their seizure, or that they will
 * not: `attached` to the case or `destroyed` as evidence. By default all that is away still; name
 * in `items` what was attached, and came back once the case was over. `paper` is that of the
 * authority. RK 4 no. 10.
 */
export const endSeizure = command(
  'end-seizure',
  z.strictObject({
    seizure: identifier,
    outcome: z.enum(['returned', 'attached', 'destroyed']),
    items: z.array(z.strictObject(ofRecord)).min(1).max(SEIZURE_MAX).optional(),
    paper,
    defects: z.array(shortText(500)).max(50).default([]),
    ...signedFields,
  }),
);

/** The parsed input of `seize-carriers`. */
export type SeizeCarriers = z.output<typeof seizeCarriers.schema>;

/** The parsed input of `end-seizure`. */
export type EndSeizure = z.output<typeof endSeizure.schema>;
