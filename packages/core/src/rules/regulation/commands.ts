import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate, orderedDay } from '../../values/local-date.ts';
import { localText, shortText } from '../../values/text.ts';
import type { RegulationPreset } from './facts/state.ts';
import { sectionInputs } from './sections/all.ts';

/** Where an edition comes from: its preset, who considered it, who approved it. */
const provenance = {
  preset: shortText(64).nullable().default(null),
  considered: z
    .array(
      z.strictObject({ body: shortText(200), opinion: shortText(500).nullable(), on: localDate }),
    )
    .max(20)
    .default([]),
  approvedBy: z
    .strictObject({ person: identifier.nullable(), office: identifier, on: localDate })
    .nullable()
    .default(null),
};

/**
 * Adopts the first edition, in force from `from` on, with the rules of every section. It may name
 * the preset, the bodies that considered it and who approved it. R2 §4.1, R3 §5.2, R5 §1.4.
 */
export const adoptRegulation = command(
  'adopt-regulation',
  z.strictObject({
    title: localText,
    from: orderedDay,
    ...sectionInputs,
    ...provenance,
  }),
);

/** The input of `adopt-regulation` from a preset, a time zone and the first day in force. */
export function fromPreset(
  preset: RegulationPreset,
  given: { readonly timeZone: string; readonly from: string },
): z.input<typeof adoptRegulation.schema> {
  const { general, ...sections } = preset;
  return {
    ...(sections as Omit<RegulationPreset, 'general'>),
    general: { ...general, timeZone: given.timeZone },
    from: given.from,
  } as z.input<typeof adoptRegulation.schema>;
}

/**
 * Amends the regulation by a new edition, in force from `from` on. Sections and a title that are
 * not given stay as they were. R2 §4.2.
 */
export const amendRegulation = command(
  'amend-regulation',
  z.strictObject({
    title: localText.optional(),
    from: orderedDay,
    change: z.enum(['edition', 'addition', 'annex']).default('edition'),
    ...provenance,
    sections: z
      .strictObject(sectionInputs)
      .partial()
      .refine(
        (sections) => Object.values(sections).some((section) => section !== undefined),
        complaint('дайте хотя бы один новый раздел', 'give at least one new section'),
      ),
  }),
);

/**
 * Annuls an edition, a publication or the repeal from the start. `entry` is its event id. The
 * reason is stored in clear, so it must name no person. RK 1.8.
 */
export const annulRegulationEntry = commandNamingGround(
  'annul-regulation-entry',
  z.strictObject(putRightFields),
);

/** Gives an edition, a publication or the repeal its true day, in its place. RK 1.8. */
export const correctRegulationEntry = commandNamingGround(
  'correct-regulation-entry',
  z.strictObject({
    ...putRightFields,
    to: z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('edition'), from: orderedDay }),
      z.strictObject({ as: z.literal('repeal'), on: orderedDay }),
      z.strictObject({ as: z.literal('publication'), on: localDate }),
    ]),
  }),
);

/** Records that the edition in force on `on` was published; `place` says where. R1 §8.1. */
export const publishRegulation = command(
  'publish-regulation',
  z.strictObject({ on: localDate, place: shortText(200) }),
);

/** Repeals the regulation; `on` is the first day on which no edition is in force. R1 §8.2. */
export const repealRegulation = command('repeal-regulation', z.strictObject({ on: orderedDay }));
