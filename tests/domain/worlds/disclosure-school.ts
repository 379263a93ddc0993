import type { RegulationPreset } from '@letopis/core';
import { must } from '@letopis/core';
import type { DisclosureRules } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { openSchool } from './records-school.ts';

type Opening = DisclosureRules['recipients'][number]['opensBy'];

/** R2 with another rule on what permits disclosure to a third person. */
export const opening = (...opensBy: Opening): RegulationPreset => ({
  ...r2,
  disclosure: {
    ...r2.disclosure,
    recipients: r2.disclosure.recipients.map((one) =>
      one.recipient === 'third-person' ? { ...one, opensBy } : one,
    ),
  },
});

/** R1 §6.2: by consent or law. R3 §4.2, R5 §6.2: never to those who are no representatives. */
export const likeR1 = opening('consent', 'law');
export const likeR3 = opening();

/**
 * A school on 22 November 2026 whose learner l-4 came of age on 10 November 2026; r-1 is the
 * mother, c-1 her consent to a transfer, c-2 her consent to publication.
 */
export async function openDisclosures(preset: RegulationPreset = likeR1) {
  const school = await openSchool(preset);
  const { learners } = school;
  const birthDate = '2008-11-10';
  must(await learners.register({ id: 'l-4', birthDate, on: '2026-09-01' }));
  const learner = 'l-4';
  must(
    await learners.nameRepresentative({
      learner,
      representative: 'r-1',
      name: 'Ильина Ольга',
      relation: 'parent',
      on: '2026-09-01',
    }),
  );
  const consent = { learner, givenBy: 'r-1', on: '2026-09-01' };
  must(await learners.giveConsent({ ...consent, id: 'c-1', purpose: 'transfer' }));
  must(await learners.giveConsent({ ...consent, id: 'c-2', purpose: 'publication' }));
  return school;
}

/** What was disclosed, by ids. */
export const given = { forms: [{ form: 'transcript' }] };

/** A written application of the learner. */
export const asked = {
  id: 'd-1',
  learner: 'l-4',
  applicant: { kind: 'learner' as const },
  form: 'written' as const,
  purpose: 'acquaintance',
  on: '2026-10-01',
};
/** The mother as an applicant. */
export const mother = { kind: 'representative' as const, representative: 'r-1' };
/** The same of a third person. */
export const employer = { ...asked, applicant: { kind: 'third-person' as const } };
/** A demand of an authority. */
export const demand = {
  ...asked,
  applicant: { kind: 'authority' as const },
  way: 'demand' as const,
};
/** The basis of the learner and of the representatives. */
export const right = { by: 'right' as const };
/** A decision of the head on the application. */
export const signed = { disclosure: 'd-1', signer: 'p-1', on: '2026-10-02' };

/** The regulation like R1 with other rules of disclosure. */
export const ruled = (changes: Partial<DisclosureRules>): RegulationPreset => ({
  ...likeR1,
  disclosure: { ...likeR1.disclosure, ...changes },
});
