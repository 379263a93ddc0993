import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById } from './kit/titled.ts';

/** Commendations: kinds, areas and grounds, who orders them, and where copies go. D14. */
export const commendation = section({
  name: 'commendation',
  event: 'CommendationRulesSet',
  fields: {
    /** Kinds: `certificate-of-honour`, `letter-of-thanks`, … */
    kinds: field.titledList(),
    /** The local act that sets the kinds (R4 §4.8, R5 §3.3); null: the regulation itself does. */
    separateAct: field.orNull(
      field.object({ title: field.title, number: field.orNull(field.textUpTo(64)) }),
    ),
    /** Areas of activity: `study`, `sport`, `science`, … R1 §5.1.1. */
    areas: field.titledList(),
    /** Accepted grounds: `documented-success`, `practice`, `petition`. */
    bases: field.ids(),
    /** Offices that order a commendation. */
    orderOffices: field.offices(),
    /** Whether it needs an order with number and date. */
    orderRequired: field.yesNo,
    /** Where a copy goes: `personal-file` or `portfolio`; null: nowhere. */
    copiesTo: field.orNull(field.id),
    /** Kinds of assessment that may take a commendation into account. R1 §5.5. */
    countsIn: field.assessmentKinds(),
    /** Whether publishing it needs the learner's consent. R1 §5.3. */
    publicationNeedsConsent: field.yesNo,
    /** Whether it may be revoked by order. */
    revocable: field.yesNo,
  },
  // Kinds and grounds of R1 §5, and the nine areas of R1 §5.1.1.
  default: {
    kinds: [
      { id: 'certificate-of-honour', title: { ru: 'Грамота', en: 'Certificate of honour' } },
      { id: 'participant-diploma', title: { ru: 'Диплом участника', en: 'Participant’s diploma' } },
      { id: 'letter-of-thanks', title: { ru: 'Благодарность', en: 'Letter of thanks' } },
    ],
    separateAct: null,
    areas: [
      { id: 'study', title: { ru: 'Учебная', en: 'Study' } },
      { id: 'physical-culture', title: { ru: 'Физкультурная', en: 'Physical culture' } },
      { id: 'sport', title: { ru: 'Спортивная', en: 'Sport' } },
      { id: 'social', title: { ru: 'Общественная', en: 'Social' } },
      { id: 'science', title: { ru: 'Научная', en: 'Science' } },
      { id: 'technology', title: { ru: 'Научно-техническая', en: 'Science and technology' } },
      { id: 'creative', title: { ru: 'Творческая', en: 'Creative' } },
      { id: 'experimental', title: { ru: 'Экспериментальная', en: 'Experimental' } },
      { id: 'innovation', title: { ru: 'Инновационная', en: 'Innovation' } },
    ],
    bases: ['documented-success', 'practice', 'petition'],
    orderOffices: ['head'],
    orderRequired: true,
    copiesTo: 'personal-file',
    countsIn: ['current', 'interim'],
    publicationNeedsConsent: true,
    revocable: true,
  },
  titles: ({ kinds }) => ({ commendationKinds: titlesById(kinds) }),
});

/** The rules of the section `commendation`. */
export type CommendationRules = z.infer<typeof commendation.stored>;
